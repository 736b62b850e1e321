/**
 * Light stemming for Bengali and Hindi, for which no stemmer is to be had: common endings are cut while at least
 * three code units remain. Written after Ramanathan & Rao (2003, "A lightweight stemmer for Hindi") and the usual
 * Bengali classifiers and case endings. A bare র is never cut in Bengali: too many stems end in it (নম্বর, অর্ডার).
 */
const bengaliEndings = byLength([
  'গুলোর',
  'গুলির',
  'গুলোকে',
  'গুলিকে',
  'গুলোতে',
  'গুলো',
  'গুলি',
  'দেরকে',
  'দের',
  'টির',
  'টার',
  'টিকে',
  'টাকে',
  'টিতে',
  'টাতে',
  'টি',
  'টা',
  'কে',
  'য়ের',
  'ের',
  'তে',
  'রা',
  'ছিলাম',
  'ছিলেন',
  'ছিল',
  'ছেন',
  'ছি',
  'ছে',
  'লাম',
  'লেন',
  'বেন',
  'বো',
  'নি',
  'ই',
  'ও',
  'ে',
]);

const hindiEndings = byLength([
  'ाओं',
  'ियों',
  'ाएं',
  'ियां',
  'ाएगा',
  'ाएगी',
  'ाने',
  'ाना',
  'ाती',
  'ाते',
  'ाता',
  'ाई',
  'ाए',
  'ेंगे',
  'ेगा',
  'ेगी',
  'ता',
  'ती',
  'ते',
  'ना',
  'नी',
  'ने',
  'ों',
  'ें',
  'ीं',
  'ां',
  'ो',
  'े',
  'ू',
  'ु',
  'ी',
  'ि',
  'ा',
]);

const MIN_STEM = 3;
const BENGALI_FIRST = 0x980;
const BENGALI_LAST = 0x9ff;
const DEVANAGARI_FIRST = 0x900;
const DEVANAGARI_LAST = 0x97f;

function byLength(endings: readonly string[]): readonly string[] {
  return endings.map(foldIndic).sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** True when a word is written in Bengali or Devanagari letters. */
export function isIndic(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= DEVANAGARI_FIRST && code <= BENGALI_LAST;
}

/** The word without its ending; other scripts unchanged. Expects `foldIndic` to have been applied. */
export function stemIndic(word: string): string {
  const code = word.charCodeAt(0);
  if (code >= BENGALI_FIRST && code <= BENGALI_LAST) return withoutEnding(word, bengaliEndings);
  if (code >= DEVANAGARI_FIRST && code <= DEVANAGARI_LAST) return withoutEnding(word, hindiEndings);
  return word;
}

function withoutEnding(word: string, endings: readonly string[]): string {
  // ব্যাংকে is ব্যাংক + ে, not ব্যাং + কে.
  if (word.endsWith('ংকে')) return word.slice(0, -1);
  for (const ending of endings) {
    if (word.length - ending.length >= MIN_STEM && word.endsWith(ending))
      return word.slice(0, -ending.length);
  }
  return word;
}

/**
 * Spellings that people use for one another and that Unicode normalisation keeps apart: khanda ta as ta + virama +
 * joiner, chandrabindu and written-out nasals for anusvara (हिन्दी, हिंदी), nukta in Devanagari, joiners.
 */
export function foldIndic(text: string): string {
  if (!/[^\x00-\x7f]/.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(/ত্\u200d/g, 'ৎ')
    .replace(/\u0981/g, '')
    .replace(/\u0901/g, '\u0902')
    .replace(/\u093c/g, '')
    .replace(/[ङञणनम]\u094d(?=[क-म])/g, '\u0902')
    .replace(/[\u200c\u200d]/g, '');
}

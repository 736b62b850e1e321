/**
 * English sentences and what a language says instead, for what stages carry as plain English: reasons, what was
 * expected, what to try. `{1}` stands for the same words as in the English, `{#1}` for a number in the language's digits.
 */
export type Sentences = Readonly<Record<string, string>>;

interface Pattern {
  readonly match: RegExp;
  readonly words: string;
  /** Gaps that stand in quotes hold what somebody typed or what is in the data: never words of ours. */
  readonly quoted: ReadonlySet<number>;
}

/**
 * Finds the words for a sentence: the whole of it or its parts around `; `, else what stands behind `place: `.
 * What is in no book stays as it is, so that names, options and values of the data pass through.
 */
export function sentenceBook(
  sentences: Sentences,
  digits: (digit: number) => string,
): (english: string) => string {
  // A Map, as what is looked up may be anything that stands in the data: `constructor` is no sentence.
  const exact = new Map(Object.entries(sentences));
  let patterns: readonly Pattern[] | null = null;

  const known = (english: string): string | undefined => {
    const whole = exact.get(english);
    if (whole !== undefined) return whole;
    patterns ??= patternsOf(sentences);
    for (const { match, words, quoted } of patterns) {
      const found = match.exec(english);
      if (found) return filled(words, found, quoted);
    }
    return undefined;
  };

  const filled = (words: string, found: RegExpExecArray, quoted: ReadonlySet<number>): string =>
    words.replace(/\{(#?)(\d+)\}/g, (_, isNumber: string, gap: string) => {
      const text = found[Number(gap)] ?? '';
      if (isNumber) return text.replace(/\d/g, (digit) => digits(Number(digit)));
      return quoted.has(Number(gap)) ? text : (known(text) ?? text);
    });

  return (english) => {
    const parts = english.split('; ');
    const words = parts.map(known);
    if (!exact.has(english) && parts.length > 1 && !words.includes(undefined)) return words.join('; ');
    const whole = known(english);
    if (whole !== undefined) return whole;
    const said = parts.map((part, i) => words[i] ?? behindPlace(part, known));
    // The first part of a sentence with a semicolon of its own is not in the book: all of it may stand behind a place.
    const placed = said[0] === parts[0] ? behindPlace(english, known) : english;
    return placed === english ? said.join('; ') : placed;
  };
}

function behindPlace(text: string, known: (english: string) => string | undefined): string {
  const at = text.indexOf(': ');
  const rest = at < 0 ? undefined : known(text.slice(at + 2));
  return rest === undefined ? text : `${text.slice(0, at)}: ${rest}`;
}

/** Those with gaps, the ones with most words of their own first. */
function patternsOf(sentences: Sentences): readonly Pattern[] {
  const own = (english: string): number => english.replace(/\{\d+\}/g, '').length;
  return Object.keys(sentences)
    .filter((english) => /\{\d+\}/.test(english))
    .sort((a, b) => own(b) - own(a) || (a < b ? -1 : 1))
    .map((english) => ({
      match: matching(english, sentences[english]),
      words: sentences[english],
      quoted: new Set([...english.matchAll(/"\{(\d+)\}"/g)].map(([, gap]) => Number(gap))),
    }));
}

/** What a gap at the beginning holds: no place, which ends in a colon and a space outside quotes. */
const leading = /((?:"[^"]*"|"(?![^"]*")|[^":]|:(?! ))+?)/u.source;

/** A gap that the words take for a number matches digits only. */
function matching(english: string, words: string): RegExp {
  const parts = english.split(/(\{\d+\})/).map((part, i) => {
    if (!/^\{\d+\}$/.test(part)) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    if (words.includes(part.replace('{', '{#'))) return '(\\d[\\d.,]*)';
    return i === 1 && english.startsWith(part) ? leading : '(.+?)';
  });
  return new RegExp(`^${parts.join('')}$`, 'su');
}

import { learnBoilerplate } from './boilerplate.ts';
import { type Boilerplate, cleanBody, cleanSubject } from './clean-text.ts';
import { isCourtesy } from './courtesy.ts';
import { hashNumbers, hashText } from './hashing.ts';
import {
  english,
  isToldByWords,
  type LanguageCode,
  languageCount,
  languageOfScript,
  languagesMarkedBy,
  stemWord,
} from './languages.ts';
import { eachWord } from './words.ts';

/** Where the texts of tickets come from; asked for row by row, so that they need not all be in memory as strings. */
export interface TextSource {
  readonly rows: number;
  subject(row: number): string;
  description(row: number): string;
}

/**
 * The tickets as word stems. Tickets with the same set of stems are one document; documents, and stems, stand in an
 * order that depends on their content alone, so that nothing computed from them depends on the order of rows.
 */
export interface Documents {
  readonly count: number;
  /** Document of every row, −1 where a row has no word. */
  readonly ofRow: Int32Array;
  /** Rows of every document. */
  readonly weights: Int32Array;
  /** Stems of document d, in order of speech: `stems[offsets[d]] … stems[offsets[d + 1] − 1]`. */
  readonly offsets: Int32Array;
  readonly stems: Int32Array;
  /** Hash of each document's set of stems: 52 bits, the same in every run. */
  readonly keys: Float64Array;
  /** Every stem as text, in code unit order. */
  readonly stemNames: readonly string[];
  /** Language of every row, see `languageName`. */
  readonly languages: Uint8Array;
  readonly boilerplate: Boilerplate;
}

const BOILERPLATE_SAMPLE = 5000;
const MIN_WORDS_WITHOUT_COURTESY = 2;

/** Reads, cleans and stems all texts; the longest part of a large run. */
export function readDocuments(texts: TextSource, { wordsPerTicket }: { wordsPerTicket: number }): Documents {
  const boilerplate = learnBoilerplate(sampleOfDescriptions(texts));
  const read = readWords(texts, { boilerplate, wordsPerTicket });
  const languages = settleLanguages(read);
  const { stems, stemNames } = stemAll(read, languages);
  return { ...uniteRows({ ...stems, hashes: stemNames.map(hashText) }), stemNames, languages, boilerplate };
}

/** Descriptions chosen by their own hash, so that the choice is the same in any order of rows. */
function* sampleOfDescriptions(texts: TextSource): Iterable<string> {
  const share = BOILERPLATE_SAMPLE / Math.max(1, texts.rows);
  for (let row = 0; row < texts.rows; row++) {
    const text = texts.description(row);
    if (!text.includes('\n') && !text.includes('<')) continue;
    if (share >= 1 || (hashText(text.slice(0, 200)) % 65536) / 65536 < share) yield text;
  }
}

interface WordsRead {
  readonly offsets: Int32Array;
  readonly words: Int32Array;
  readonly names: readonly string[];
  /** Best language of every row by its little words, 255 where they do not tell. */
  readonly guesses: Uint8Array;
  readonly hits: Float64Array;
}

const UNKNOWN = 255;

function readWords(
  texts: TextSource,
  { boilerplate, wordsPerTicket }: { boilerplate: Boilerplate; wordsPerTicket: number },
): WordsRead {
  const offsets = new Int32Array(texts.rows + 1);
  const guesses = new Uint8Array(texts.rows).fill(UNKNOWN);
  const ids = new Map<string, number>();
  const names: string[] = [];
  const marks: (readonly LanguageCode[] | undefined)[] = [];
  const hits = new Float64Array(languageCount);
  const votes = new Int32Array(languageCount);
  let words = new Int32Array(1 << 16);
  let used = 0;
  const push = (word: string): boolean => {
    let id = ids.get(word);
    if (id === undefined) {
      id = names.length;
      ids.set(word, id);
      names.push(word);
      marks.push(marksOf(word));
    }
    if (used === words.length) {
      const grown = new Int32Array(words.length * 2);
      grown.set(words);
      words = grown;
    }
    words[used++] = id;
    return used - start < wordsPerTicket;
  };
  let start = 0;
  for (let row = 0; row < texts.rows; row++) {
    start = used;
    const subject = cleanSubject(texts.subject(row));
    const body = cleanBody(texts.description(row), boilerplate);
    if (subject !== '') eachWord(subject, push);
    if (body !== '' && used - start < wordsPerTicket && !body.startsWith(subject + ' ') && body !== subject) {
      eachWord(body, push);
    }
    votes.fill(0);
    for (let i = start; i < used; i++) for (const code of marks[words[i]] ?? []) votes[code]++;
    const best = winner(votes);
    if (best >= 0) {
      guesses[row] = best;
      hits[best] += votes[best];
    }
    offsets[row + 1] = used;
  }
  return { offsets, words: words.subarray(0, used), names, guesses, hits };
}

function marksOf(word: string): readonly LanguageCode[] | undefined {
  const script = languageOfScript(word.charCodeAt(0));
  return script === undefined ? languagesMarkedBy(word) : [script];
}

/** The code with most votes if it has two and leads, else −1. */
function winner(votes: Int32Array): number {
  let best = -1;
  let most = 1;
  let tied = false;
  for (let code = 0; code < votes.length; code++) {
    if (votes[code] > most) {
      most = votes[code];
      best = code;
      tied = false;
    } else if (votes[code] === most && best >= 0) tied = true;
  }
  return tied ? -1 : best;
}

/** Rows whose own words do not tell are taken to be in the main language of those that share letters with others. */
function settleLanguages({ guesses, hits }: WordsRead): Uint8Array {
  let main = english;
  for (let code = 0; code < hits.length; code++) {
    if (isToldByWords(code) && hits[code] > hits[main]) main = code;
  }
  return guesses.map((guess) => (guess === UNKNOWN ? main : guess));
}

function stemAll(
  { offsets, words, names }: WordsRead,
  languages: Uint8Array,
): { stems: { offsets: Int32Array; ids: Int32Array }; stemNames: string[] } {
  const ids = new Map<string, number>();
  const found: string[] = [];
  const courtesy: boolean[] = [];
  const known: (Int32Array | undefined)[] = [];
  const stems = new Int32Array(words.length);
  const isCourtesyWord = names.map(isCourtesy);
  const newOffsets = new Int32Array(offsets.length);
  let used = 0;
  for (let row = 0; row + 1 < offsets.length; row++) {
    let cache = known[languages[row]];
    if (!cache) {
      cache = new Int32Array(names.length).fill(-1);
      known[languages[row]] = cache;
    }
    let meant = 0;
    for (let i = offsets[row]; i < offsets[row + 1]; i++) if (!isCourtesyWord[words[i]]) meant++;
    const all = meant < MIN_WORDS_WITHOUT_COURTESY;
    for (let i = offsets[row]; i < offsets[row + 1]; i++) {
      const word = words[i];
      if (!all && isCourtesyWord[word]) continue;
      if (cache[word] < 0) {
        const stem = stemWord(names[word], languages[row]);
        let id = ids.get(stem);
        if (id === undefined) {
          id = found.length;
          ids.set(stem, id);
          found.push(stem);
          courtesy.push(isCourtesyWord[word]);
        }
        cache[word] = id;
      }
      stems[used++] = cache[word];
    }
    newOffsets[row + 1] = used;
  }
  const order = found
    .map((_, id) => id)
    .sort((a, b) => (found[a] < found[b] ? -1 : found[a] > found[b] ? 1 : 0));
  const place = new Int32Array(found.length);
  order.forEach((id, at) => {
    place[id] = at;
  });
  for (let i = 0; i < used; i++) stems[i] = place[stems[i]];
  return {
    stems: { offsets: newOffsets, ids: stems.subarray(0, used) },
    stemNames: order.map((id) => found[id]),
  };
}

type United = Pick<Documents, 'count' | 'ofRow' | 'weights' | 'offsets' | 'stems' | 'keys'>;

/** Joins rows with the same set of stems. The document speaks with the smallest of their sequences. */
function uniteRows({
  offsets,
  ids,
  hashes,
}: {
  offsets: Int32Array;
  ids: Int32Array;
  hashes: readonly number[];
}): United {
  const rows = offsets.length - 1;
  const keys = new Float64Array(rows);
  const buckets = new Map<number, number>();
  const ofRow = new Int32Array(rows).fill(-1);
  const spokenBy: number[] = [];
  const weights: number[] = [];
  for (let row = 0; row < rows; row++) {
    const from = offsets[row];
    const to = offsets[row + 1];
    if (from === to) continue;
    const set = distinctSorted(ids, from, to);
    const key = hashNumbers(set.map((stem) => hashes[stem] | 0));
    keys[row] = key;
    const seen = buckets.get(key);
    if (seen === undefined) {
      buckets.set(key, spokenBy.length);
      ofRow[row] = spokenBy.length;
      spokenBy.push(row);
      weights.push(1);
    } else {
      ofRow[row] = seen;
      weights[seen]++;
      if (isBefore({ ids, offsets, row, other: spokenBy[seen] })) spokenBy[seen] = row;
    }
  }
  const count = spokenBy.length;
  const order = Int32Array.from({ length: count }, (_, i) => i);
  order.sort((a, b) => keys[spokenBy[a]] - keys[spokenBy[b]]);
  const place = new Int32Array(count);
  const newOffsets = new Int32Array(count + 1);
  order.forEach((document, at) => {
    place[document] = at;
    const row = spokenBy[document];
    newOffsets[at + 1] = newOffsets[at] + offsets[row + 1] - offsets[row];
  });
  const stems = new Int32Array(newOffsets[count]);
  order.forEach((document, at) => {
    const row = spokenBy[document];
    stems.set(ids.subarray(offsets[row], offsets[row + 1]), newOffsets[at]);
  });
  for (let row = 0; row < rows; row++) if (ofRow[row] >= 0) ofRow[row] = place[ofRow[row]];
  return {
    count,
    ofRow,
    weights: Int32Array.from(order, (document) => weights[document]),
    offsets: newOffsets,
    stems,
    keys: Float64Array.from(order, (document) => keys[spokenBy[document]]),
  };
}

/** The distinct values of a slice, ascending. */
export function distinctSorted(ids: Int32Array, from: number, to: number): Int32Array {
  const sorted = ids.slice(from, to).sort();
  let kept = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (i === 0 || sorted[i] !== sorted[kept - 1]) sorted[kept++] = sorted[i];
  }
  return sorted.subarray(0, kept);
}

function isBefore(of: { ids: Int32Array; offsets: Int32Array; row: number; other: number }): boolean {
  const { ids, offsets, row, other } = of;
  const length = offsets[row + 1] - offsets[row];
  const otherLength = offsets[other + 1] - offsets[other];
  if (length !== otherLength) return length < otherLength;
  for (let i = 0; i < length; i++) {
    const difference = ids[offsets[row] + i] - ids[offsets[other] + i];
    if (difference !== 0) return difference < 0;
  }
  return false;
}

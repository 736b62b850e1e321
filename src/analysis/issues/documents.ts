import { learnBoilerplate } from './boilerplate.ts';
import { type Boilerplate, cleanBody, cleanSubject } from './clean-text.ts';
import { isCourtesy } from './courtesy.ts';
import { hashText } from './hashing.ts';
import {
  english,
  isToldByWords,
  type LanguageCode,
  languageCount,
  languageOfScript,
  languagesMarkedBy,
  stemWord,
} from './languages.ts';
import { isNameWord, learnPeople, PEOPLE_SAMPLE, type PeopleWords } from './people.ts';
import { sampleRows } from './sample-rows.ts';
import type { TextSource } from './text-source.ts';
import type { Documents } from './token-documents.ts';
import { isClosing } from './unfit-names.ts';
import { uniteRows } from './unite-rows.ts';
import { WordIds } from './word-ids.ts';
import { WordList } from './word-list.ts';
import { eachWordId } from './words.ts';

const BOILERPLATE_SAMPLE = 5000;
const MIN_WORDS_WITHOUT_COURTESY = 2;

/** Reads, cleans and stems all texts; the longest part of a large run. */
export function readDocuments(texts: TextSource, { wordsPerTicket }: { wordsPerTicket: number }): Documents {
  const sample = sampleRows(texts, { count: PEOPLE_SAMPLE });
  const people = learnPeople(texts, sample);
  const fewer = sampleRows(texts, { count: BOILERPLATE_SAMPLE, among: sample });
  const boilerplate = learnBoilerplate(Array.from(fewer, (row) => texts.description(row)));
  const read = readWords(texts, { boilerplate, people, wordsPerTicket });
  const languages = settleLanguages(read);
  const { stems, stemNames } = stemAll(read, languages);
  return { ...uniteRows(stems, stemNames.map(hashText)), stemNames, languages, boilerplate, people };
}

interface WordsRead {
  readonly offsets: Int32Array;
  readonly words: Int32Array;
  /** 1 where a sentence begins, beside `words`. */
  readonly starts: Uint8Array;
  readonly names: readonly string[];
  /** Best language of every row by its little words, 255 where they do not tell. */
  readonly guesses: Uint8Array;
  readonly hits: Float64Array;
}

const UNKNOWN = 255;
const SENTENCE_END = /[.!?।]+(?=\s|$)|[\r\n]+/;

function readWords(
  texts: TextSource,
  {
    boilerplate,
    people,
    wordsPerTicket,
  }: { boilerplate: Boilerplate; people: PeopleWords; wordsPerTicket: number },
): WordsRead {
  const offsets = new Int32Array(texts.rows + 1);
  const guesses = new Uint8Array(texts.rows).fill(UNKNOWN);
  const ids = new WordIds();
  const marks: (readonly LanguageCode[])[] = [];
  const isName: boolean[] = [];
  const hits = new Float64Array(languageCount);
  const votes = new Int32Array(languageCount);
  const list = new WordList();
  let start = 0;
  const isFull = (): boolean => list.used - start >= wordsPerTicket;
  const push = (id: number): boolean => {
    if (id === marks.length) {
      const word = ids.names[id];
      marks.push(marksOf(word));
      isName.push(isNameWord(word, people.names));
    }
    if (isName[id]) return true;
    list.push(id);
    return !isFull();
  };
  for (let row = 0; row < texts.rows; row++) {
    start = list.used;
    list.expect(row / texts.rows);
    const subject = cleanSubject(texts.subject(row));
    const body = cleanBody(texts.description(row), boilerplate);
    list.beginSentence();
    if (subject !== '') eachWordId(subject, ids, push);
    if (body !== '' && !isFull() && !body.startsWith(subject + ' ') && body !== subject) {
      for (const sentence of body.split(SENTENCE_END)) {
        if (list.used > start && isClosing(sentence)) continue;
        list.beginSentence();
        eachWordId(sentence, ids, push);
        if (isFull()) break;
      }
    }
    votes.fill(0);
    for (let i = start; i < list.used; i++) {
      const marked = marks[list.words[i]];
      for (let at = 0; at < marked.length; at++) votes[marked[at]]++;
    }
    const best = winner(votes);
    if (best >= 0) {
      guesses[row] = best;
      hits[best] += votes[best];
    }
    offsets[row + 1] = list.used;
  }
  const { words, starts, used } = list;
  return { offsets, words: words.subarray(0, used), starts, names: ids.names, guesses, hits };
}

const unmarked: readonly LanguageCode[] = [];

function marksOf(word: string): readonly LanguageCode[] {
  const script = languageOfScript(word.charCodeAt(0));
  return script === undefined ? (languagesMarkedBy(word) ?? unmarked) : [script];
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
  { offsets, words, starts, names }: WordsRead,
  languages: Uint8Array,
): { stems: { offsets: Int32Array; ids: Int32Array; starts: Uint8Array }; stemNames: string[] } {
  const ids = new Map<string, number>();
  const found: string[] = [];
  const known: (Int32Array | undefined)[] = [];
  // Stems are written over the words, which are never behind them.
  const stems = words;
  const stemStarts = starts;
  let begins = 0;
  const isCourtesyWord = Uint8Array.from(names, (name) => (isCourtesy(name) ? 1 : 0));
  const newOffsets = new Int32Array(offsets.length);
  let used = 0;
  for (let row = 0; row + 1 < offsets.length; row++) {
    let cache = known[languages[row]];
    if (!cache) {
      cache = new Int32Array(names.length).fill(-1);
      known[languages[row]] = cache;
    }
    let meant = 0;
    for (let i = offsets[row]; i < offsets[row + 1] && meant < MIN_WORDS_WITHOUT_COURTESY; i++)
      meant += 1 - isCourtesyWord[words[i]];
    const all = meant < MIN_WORDS_WITHOUT_COURTESY;
    for (let i = offsets[row]; i < offsets[row + 1]; i++) {
      const word = words[i];
      if (starts[i] === 1) begins = 1;
      if (!all && isCourtesyWord[word] === 1) continue;
      if (cache[word] < 0) {
        const stem = stemWord(names[word], languages[row]);
        let id = ids.get(stem);
        if (id === undefined) {
          id = found.length;
          ids.set(stem, id);
          found.push(stem);
        }
        cache[word] = id;
      }
      const stem = cache[word];
      stemStarts[used] = begins;
      begins = 0;
      stems[used++] = stem;
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
    stems: { offsets: newOffsets, ids: stems.subarray(0, used), starts: stemStarts },
    stemNames: order.map((id) => found[id]),
  };
}

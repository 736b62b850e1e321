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
  const hits = new Float64Array(languageCount);
  const votes = new Int32Array(languageCount);
  const taker = new WordTaker(people, wordsPerTicket);
  const { list } = taker;
  for (let row = 0; row < texts.rows; row++) {
    list.expect(row / texts.rows);
    taker.beginTicket();
    const subject = cleanSubject(texts.subject(row));
    taker.takeSentence(subject);
    const body = cleanBody(texts.description(row), boilerplate);
    if (!body.startsWith(subject + ' ') && body !== subject) taker.takeBody(body);
    taker.vote(votes);
    const best = winner(votes);
    if (best >= 0) {
      guesses[row] = best;
      hits[best] += votes[best];
    }
    offsets[row + 1] = list.used;
  }
  const { words, starts, used } = list;
  return { offsets, words: words.subarray(0, used), starts, names: taker.ids.names, guesses, hits };
}

/** Takes the words of one ticket after the other into a list, names left out, as many of each ticket as are wanted. */
class WordTaker {
  readonly ids = new WordIds();
  readonly list = new WordList();
  readonly #people: PeopleWords;
  readonly #wordsPerTicket: number;
  /** Languages that each word speaks for, and whether it is a name, by its number. */
  readonly #marks: (readonly LanguageCode[])[] = [];
  readonly #isName: boolean[] = [];
  /** Where the words of the ticket begin. */
  #start = 0;

  constructor(people: PeopleWords, wordsPerTicket: number) {
    this.#people = people;
    this.#wordsPerTicket = wordsPerTicket;
  }

  beginTicket(): void {
    this.#start = this.list.used;
  }

  takeSentence(text: string): void {
    this.list.beginSentence();
    if (text !== '') eachWordId(text, this.ids, this.#take);
  }

  takeBody(text: string): void {
    if (text === '' || this.#isFull()) return;
    for (const sentence of text.split(SENTENCE_END)) {
      if (this.list.used > this.#start && isClosing(sentence)) continue;
      this.takeSentence(sentence);
      if (this.#isFull()) break;
    }
  }

  /** Counts for each language how many words of the ticket speak for it. */
  vote(votes: Int32Array): void {
    votes.fill(0);
    const { words, used } = this.list;
    for (let i = this.#start; i < used; i++) for (const language of this.#marks[words[i]]) votes[language]++;
  }

  #isFull(): boolean {
    return this.list.used - this.#start >= this.#wordsPerTicket;
  }

  /** Takes one word; false when no more are wanted. */
  readonly #take = (id: number): boolean => {
    if (id === this.#marks.length) {
      const word = this.ids.names[id];
      this.#marks.push(marksOf(word));
      this.#isName.push(isNameWord(word, this.#people.names));
    }
    if (this.#isName[id]) return true;
    this.list.push(id);
    return !this.#isFull();
  };
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
  const table = new StemTable(names);
  // Stems are written over the words, which are never behind them.
  const stems = words;
  const stemStarts = starts;
  let begins = 0;
  const isCourtesyWord = Uint8Array.from(names, (name) => (isCourtesy(name) ? 1 : 0));
  const newOffsets = new Int32Array(offsets.length);
  let used = 0;
  for (let row = 0; row + 1 < offsets.length; row++) {
    const stemOf = table.inLanguage(languages[row]);
    const all = isOnlyCourtesy(words.subarray(offsets[row], offsets[row + 1]), isCourtesyWord);
    for (let i = offsets[row]; i < offsets[row + 1]; i++) {
      const word = words[i];
      if (starts[i] === 1) begins = 1;
      if (!all && isCourtesyWord[word] === 1) continue;
      if (stemOf[word] < 0) stemOf[word] = table.stem(word, languages[row]);
      stemStarts[used] = begins;
      begins = 0;
      stems[used++] = stemOf[word];
    }
    newOffsets[row + 1] = used;
  }
  const { order, place } = alphabetical(table.found);
  for (let i = 0; i < used; i++) stems[i] = place[stems[i]];
  return {
    stems: { offsets: newOffsets, ids: stems.subarray(0, used), starts: stemStarts },
    stemNames: order.map((id) => table.found[id]),
  };
}

/** Whether a ticket says too little beside its words of courtesy for these to be left out. */
function isOnlyCourtesy(words: Int32Array, isCourtesyWord: Uint8Array): boolean {
  let meant = 0;
  for (let i = 0; i < words.length && meant < MIN_WORDS_WITHOUT_COURTESY; i++)
    meant += 1 - isCourtesyWord[words[i]];
  return meant < MIN_WORDS_WITHOUT_COURTESY;
}

/** Numbers of stems, in the order in which they come up; each word is stemmed once for each language it stands in. */
class StemTable {
  readonly found: string[] = [];
  readonly #names: readonly string[];
  readonly #ids = new Map<string, number>();
  readonly #ofWords: (Int32Array | undefined)[] = [];

  constructor(names: readonly string[]) {
    this.#names = names;
  }

  /** The stem of every word in a language, −1 where it was not asked for yet. */
  inLanguage(language: number): Int32Array {
    this.#ofWords[language] ??= new Int32Array(this.#names.length).fill(-1);
    return this.#ofWords[language];
  }

  stem(word: number, language: number): number {
    const stem = stemWord(this.#names[word], language);
    const known = this.#ids.get(stem);
    if (known !== undefined) return known;
    this.#ids.set(stem, this.found.length);
    return this.found.push(stem) - 1;
  }
}

/** Names from A to Z: which stands at each place, and the place of each. */
function alphabetical(names: readonly string[]): { order: number[]; place: Int32Array } {
  const order = names
    .map((_, id) => id)
    .sort((a, b) => (names[a] < names[b] ? -1 : names[a] > names[b] ? 1 : 0));
  const place = new Int32Array(names.length);
  order.forEach((id, at) => {
    place[id] = at;
  });
  return { order, place };
}

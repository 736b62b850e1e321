import { maskText } from '../../model/mask.ts';
import { scriptPattern } from '../../model/script-pattern.ts';
import { cleanBody, cleanSubject } from './clean-text.ts';
import { isCourtesy } from './courtesy.ts';
import {
  english,
  isStopWord,
  isToldByWords,
  isVerbLast,
  type LanguageCode,
  languagesMarkedBy,
  stemWord,
} from './languages.ts';
import { cutAtPeople, nameCut } from './mask-people.ts';
import type { TextSource } from './text-source.ts';
import type { Documents } from './token-documents.ts';
import { denies, isClosing } from './unfit-names.ts';
import { eachWord } from './words.ts';

/** A sentence of a ticket, word by word, as names are made of it. */
export interface Sentence {
  /** Words as written. */
  readonly words: readonly string[];
  readonly stems: readonly string[];
  /** False for stop words and courtesies. */
  readonly tells: readonly boolean[];
  /** True where a comma stands before the word. */
  readonly pauses: readonly boolean[];
  /** True where a slash stands before the word. */
  readonly slashes: readonly boolean[];
  /** Its end mark, `?` or nothing. */
  readonly mark: '' | '?';
  /** True when a masked number was left out of it. */
  readonly hadNumber: boolean;
  readonly isVerbLast: boolean;
  readonly isEnglish: boolean;
}

type Texts = { readonly texts: TextSource; readonly documents: Documents };

const BODY_SIGNS = 400;
const SENTENCE_END = /([.!?।؟？。！]+(?=\s|$)|[\n;:()"“”„|⁝]+|\s[-–—]+\s)/u;
const WORD = scriptPattern(
  String.raw`\[\p{L}+\]|,|\/|[\p{L}\p{M}\p{N}\u200c\u200d]+(?:['’&-][\p{L}\p{M}\p{N}]+)*`,
  'gu',
);

/** Somebody in the middle of a sentence, which goes on without them: `Refund (for ⁝) not received`. */
const NAMED_INSIDE =
  /\s+(?:for|of|by|with|to|für|von|pour|para|por|di|per|voor)\s+⁝(?:[\s'’-]+⁝)*(?=\s+\p{Ll})/gu;

/** What is known of a word as written, so that each is stemmed and looked up once. */
interface Word {
  readonly stem: string;
  readonly tells: boolean;
}

/**
 * Reads the sentences of tickets; remembers words, as most come again. Sentences end where people are named.
 *
 * @param isNotice true for subjects that say nothing of the ticket: the description is read instead.
 */
export function sentenceReader(
  { texts, documents }: Texts,
  isNotice: (subject: string) => boolean = () => false,
): (row: number) => Sentence[] {
  const known = new Map<string, Word>();
  const lookUp = (written: string, language: LanguageCode): Word => {
    const key = `${language} ${written}`;
    let word = known.get(key);
    if (!word) {
      const parts: string[] = [];
      eachWord(written, (part) => parts.push(part) < 4);
      word = {
        stem: parts.map((part) => stemWord(part, language)).join(' ') || written.toLowerCase(),
        tells: parts.length > 0 && !parts.every((part) => isFiller(part, language)),
      };
      known.set(key, word);
    }
    return word;
  };
  return (row) => {
    const language = documents.languages[row];
    const found: Sentence[] = [];
    const read = (text: string): void => {
      const cut = cutAtPeople(text, documents.people);
      const pieces = (cut.includes(nameCut) ? cut.replace(NAMED_INSIDE, '') : cut).split(SENTENCE_END);
      for (let i = 0; i < pieces.length; i += 2) {
        if (found.length > 0 && isClosing(pieces[i])) continue;
        const sentence = readSentence(pieces[i], { language, end: pieces[i + 1] ?? '', lookUp });
        const own = withoutLeads(sentence, {
          before: pieces[i - 1]?.includes(nameCut) === true,
          after: pieces[i + 1]?.includes(nameCut) === true,
        });
        if (own.words.length > 0) found.push(own);
      }
    };
    const subject = cleanSubject(texts.subject(row));
    if (!isNotice(subject)) read(maskText(subject));
    const telling = found.reduce((sum, { tells }) => sum + tells.filter(Boolean).length, 0);
    if (telling < 2)
      read(maskText(cleanBody(texts.description(row), documents.boilerplate)).slice(0, BODY_SIGNS));
    return found;
  };
}

/** Without words at a name that tell nothing: `Ticket logged (by ⁝ on the) portal`. */
function withoutLeads(sentence: Sentence, { before, after }: { before: boolean; after: boolean }): Sentence {
  if (!before && !after) return sentence;
  const { tells, words, stems, pauses, slashes } = sentence;
  const from = before
    ? Math.max(
        0,
        words.findIndex((word, i) => tells[i] || denies(word)),
      )
    : 0;
  const to = after ? tells.lastIndexOf(true) + 1 : words.length;
  return {
    ...sentence,
    words: words.slice(from, to),
    stems: stems.slice(from, to),
    tells: tells.slice(from, to),
    pauses: pauses.slice(from, to),
    slashes: slashes.slice(from, to),
  };
}

function readSentence(
  text: string,
  {
    language,
    end,
    lookUp,
  }: { language: LanguageCode; end: string; lookUp: (word: string, language: LanguageCode) => Word },
): Sentence {
  const words: string[] = [];
  const stems: string[] = [];
  const tells: boolean[] = [];
  const pauses: boolean[] = [];
  const slashes: boolean[] = [];
  let pause = false;
  let slash = false;
  let endsInNumber = false;
  let hadNumber = false;
  for (const [found] of text.matchAll(WORD(text))) {
    if (found === ',') {
      pause = words.length > 0;
      continue;
    }
    if (found === '/') {
      slash = words.length > 0;
      continue;
    }
    endsInNumber = found.startsWith('[');
    if (endsInNumber) {
      hadNumber = true;
      continue;
    }
    const word = lookUp(found, language);
    words.push(found);
    stems.push(word.stem);
    tells.push(word.tells);
    pauses.push(pause);
    slashes.push(slash);
    pause = false;
    slash = false;
  }
  const kept = endsInNumber ? withoutNumbered(tells) : words.length;
  return {
    words: words.slice(0, kept),
    stems: stems.slice(0, kept),
    tells: tells.slice(0, kept),
    pauses: pauses.slice(0, kept),
    slashes: slashes.slice(0, kept),
    mark: /[?؟？]/u.test(end) ? '?' : '',
    hadNumber,
    isVerbLast: isVerbLast(language) && isIn(language, words),
    isEnglish: language === english,
  };
}

/** Whether a word speaks for a language told by its words, and not for English: `please` stands in both. */
function isIn(language: LanguageCode, words: readonly string[]): boolean {
  if (!isToldByWords(language)) return true;
  return words.some((word) => {
    const marked = languagesMarkedBy(word.toLowerCase()) ?? [];
    return marked.includes(language) && !isFiller(word.toLowerCase(), english);
  });
}

/** Words that stay when the number at the end goes: `Invoice for order [number]` without ` for order`. */
function withoutNumbered(tells: readonly boolean[]): number {
  const last = tells.lastIndexOf(false);
  if (last > 0 && tells.length - last <= 2 && tells.slice(0, last).some(Boolean)) return last;
  return tells.length;
}

/** Words that tell nothing of a problem. English ones count everywhere: a short text's language may be guessed wrong. */
function isFiller(word: string, language: LanguageCode): boolean {
  return isStopWord(word, language) || isStopWord(word, english) || isCourtesy(word);
}

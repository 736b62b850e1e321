import type { FieldType } from '../../model/fields.ts';
import type { FieldWords } from './field-words.ts';
import { foldHeader } from './header.ts';
import { datedStem, stemOfPhrase } from './header-stems.ts';
import { ticketNouns } from './ticket-words.ts';

/** The phrases of a field, ready to be compared with headers. */
export interface Phrases {
  readonly strong: ReadonlySet<string>;
  readonly fair: ReadonlySet<string>;
  readonly weak: ReadonlySet<string>;
  /** Strong phrases without articles and prepositions: `data solucao` for `data da solucao`. */
  readonly loose: ReadonlySet<string>;
  /** Phrases of several words, or of one long word, that may be part of a longer header, by their first word. */
  readonly parts: ReadonlyMap<string, readonly string[]>;
  /** Phrases of scripts that write no blanks, which may stand anywhere in a header. */
  readonly unspaced: readonly string[];
  /** Of fields of stamps: strong phrases without the words that only say "date". */
  readonly stems: ReadonlySet<string>;
}

/** Words that a careful header has and a careless one leaves out. */
const small = /(?:^| )(?:de|da|do|das|dos|du|des|del|la|le|les|el|l|d|der|die|das|of|the)(?= |$)/g;

/** A header's words without articles and prepositions; the words themselves where nothing else is left. */
function withoutSmall(words: string): string {
  const rest = words.replace(small, '').trim();
  return rest === '' ? words : rest;
}

const unspacedScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** No letter of these scripts stands before these: a quick look, as vocabularies have thousands of phrases. */
const mayBeUnspaced = /[\u2e80-\uffff]/;

const isUnspaced = (text: string): boolean => mayBeUnspaced.test(text) && unspacedScript.test(text);

/** Abbreviations that stand for nothing else. */
const short: Readonly<Record<string, true>> = { nps: true, ces: true, ttr: true, frt: true };

/** Makes a field's phrases comparable. */
export function phrasesOf(words: FieldWords, type: FieldType | null = null): Phrases {
  const split = (list: string | undefined): string[] => (list ?? '').split('|').filter(Boolean);
  const strong = split(words.strong);
  const fair = split(words.fair);
  const parts = new Map<string, string[]>();
  for (const phrase of [...strong, ...fair]) {
    if (!phrase.includes(' ') && phrase.length < 4 && !(phrase in short)) continue;
    const [first] = phrase.split(' ', 1);
    const known = parts.get(first);
    if (known) known.push(phrase);
    else parts.set(first, [phrase]);
  }
  return {
    strong: new Set(strong),
    fair: new Set(fair),
    weak: new Set(split(words.weak)),
    loose: looseOf(strong),
    parts,
    stems: new Set(type === 'instant' ? strong.map(stemOfPhrase).filter(Boolean) : []),
    unspaced: strong.filter((phrase) => phrase.length > 1 && isUnspaced(phrase)),
  };
}

/** The phrases that are others without articles and prepositions, as they are then. */
function looseOf(strong: readonly string[]): ReadonlySet<string> {
  const loose = new Set<string>();
  for (const phrase of strong) {
    if (!phrase.includes(' ')) continue;
    const rest = withoutSmall(phrase);
    if (rest !== phrase) loose.add(rest);
  }
  return loose;
}

const numberEnds = ['nummer', 'number', 'nr', 'id'];

/** A header without nouns for "ticket" at its ends: `numero del caso` → `numero`. Never empty. */
function withoutNouns(words: string, nouns: ReadonlySet<string>): string {
  const list = words.split(' ');
  let from = 0;
  let to = list.length;
  while (to - from > 1 && nouns.has(list[from])) from++;
  while (to - from > 1 && nouns.has(list[to - 1])) to--;
  const bare = list.slice(from, to).join(' ');
  // German, Dutch and careless headers write both as one word: Ticketnummer, Meldingnummer, ticketid.
  if (numberEnds.some((end) => bare.endsWith(end))) {
    const number = /^(\p{L}{4,}?)(?:s|n|en)?(nummer|number|nr|id)$/u.exec(bare);
    if (number && nouns.has(number[1])) return number[2];
  }
  return /^ticket\w{2,}$/.test(bare) && !ticketNouns.has(bare) ? bare.slice('ticket'.length) : bare;
}

/** Slack's `thread_ts` names a thread, by the stamp of its first message. */
const dateSuffix = /(?<= )(?:dt|dttm|datetime|dttime|tstamp|(?<!^thread )ts)$/;

/** `start_date_1`: the first of several, or the only one. */
const numbered = /(?<=[a-z]) 1$/;

/** A header's words in the forms that are compared with phrases. */
export interface Heading {
  readonly words: string;
  readonly count: number;
  /** Without nouns for "ticket". */
  readonly bare: string;
  readonly bareWords: readonly string[];
  readonly loose: string;
  readonly isUnspaced: boolean;
  /** What it says besides that it is a date; null where it does not say so. */
  readonly dated: string | null;
}

/** The forms of a header whose words are folded. */
export function headingOf(header: string, nouns: ReadonlySet<string> = ticketNouns): Heading {
  const words = header.replace(dateSuffix, 'date');
  const bare = withoutNouns(words.replace(numbered, ''), nouns);
  return {
    words,
    count: words.split(' ').length,
    bare,
    bareWords: bare.split(' '),
    loose: withoutSmall(bare),
    isUnspaced: isUnspaced(words),
    dated: datedStem(bare),
  };
}

/** How well a header's words fit a field: 1 says exactly that, under 0.5 hardly anything. */
export function headerScore(heading: Heading, phrases: Phrases): number {
  const { words, bare, loose } = heading;
  if (words === '') return 0;
  if (phrases.strong.has(words)) return 1;
  if (phrases.strong.has(bare)) return 0.95;
  if (phrases.loose.has(loose) || phrases.strong.has(loose)) return 0.93;
  if (heading.dated !== null && phrases.stems.has(heading.dated)) return 0.9;
  if (phrases.fair.has(words) || phrases.fair.has(bare)) return 0.85;
  if (phrases.weak.has(words)) return 0.6;
  if (phrases.weak.has(bare)) return 0.58;
  return Math.max(partScore(heading, phrases), heading.isUnspaced ? unspacedScore(words, phrases) : 0);
}

/** A phrase with further words around it: the fewer and the more at its ends, the better. */
function partScore({ count, bare, bareWords }: Heading, phrases: Phrases): number {
  let best = 0;
  for (const word of bareWords) {
    for (const phrase of phrases.parts.get(word) ?? []) {
      if (!` ${bare} `.includes(` ${phrase} `)) continue;
      const size = phrase.split(' ').length;
      const isEnd = bare.endsWith(phrase) || bare.startsWith(phrase);
      const score = (size > 1 ? 0.78 : 0.56) - 0.06 * (count - size) - (isEnd ? 0 : 0.1);
      if (score > best) best = score;
    }
  }
  return best;
}

/** Chinese and Japanese headers have no blanks: the longer the phrase in them, the more of them it says. */
function unspacedScore(words: string, { unspaced }: Phrases): number {
  let best = 0;
  for (const phrase of unspaced) {
    if (!words.includes(phrase)) continue;
    const score = 0.55 + (0.4 * phrase.length) / words.length - (words.endsWith(phrase) ? 0 : 0.05);
    if (score > best) best = score;
  }
  return best;
}

/** For JSON paths: the last step, or the last two, are what a header would be (`fields.status.name`). */
export interface PathSteps {
  readonly last: Heading;
  readonly two: Heading;
  readonly owner: Heading;
}

/** Steps by which JSON:API wraps what it tells: `relationships.conversation.data.id` is the conversation's. */
const envelope: ReadonlySet<string> = new Set(['attributes', 'relationships', 'data']);

/** The steps of a header that is a path in a nested record, or null. */
export function stepsOf(name: string): PathSteps | null {
  if (!name.includes('.')) return null;
  const steps = name.split('.').filter((step, at, all) => at === all.length - 1 || !envelope.has(step));
  return {
    last: headingOf(foldHeader(steps[steps.length - 1])),
    two: headingOf(foldHeader(steps.slice(-2).join(' '))),
    owner: headingOf(foldHeader(steps[steps.length - 2] ?? '')),
  };
}

/** Steps that say what is told of their owner. */
const ofTheOwner: ReadonlySet<string> = new Set(['name', 'value', 'display name', 'id', 'email']);

/** How well a path fits a field. */
export function pathScore(steps: PathSteps | null, phrases: Phrases): number {
  if (steps === null) return 0;
  const { last, two, owner } = steps;
  const named = ofTheOwner.has(last.words);
  const ofOwner = named ? headerScore(owner, phrases) * (last.words === 'id' ? 0.88 : 0.9) : 0;
  return Math.max(headerScore(two, phrases) * 0.92, named ? 0 : headerScore(last, phrases) * 0.85, ofOwner);
}

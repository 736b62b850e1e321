import { isCourtesy } from './courtesy.ts';
import { hashText } from './hashing.ts';
import { namedIn } from './introductions.ts';
import { english, isStopWord } from './languages.ts';
import { isRole } from './roles.ts';
import type { TextSource } from './text-source.ts';

/** Lower-case words of the names of a desk's people; what is said of an issue names none of them. */
export interface PeopleWords {
  readonly names: ReadonlySet<string>;
  /** Those that are ordinary words too: names only where several of them, with capitals, stand in a row. */
  readonly ordinary: ReadonlySet<string>;
}

export const noPeople: PeopleWords = { names: new Set(), ordinary: new Set() };

const SAMPLE = 20_000;
/** Tickets of others that write a word in small letters before it passes for an ordinary one. */
const ORDINARY = 3;
const MOST_WORDS = 5;
const WORD = /[\p{L}\p{M}\u200c\u200d]+/gu;

/**
 * The words of the names of requesters, assignees and others in a desk's own columns, addresses before the @ included.
 * A word that the tickets of other people write in small letters, and not more often with a capital, is an ordinary one:
 * "will", "card" and "rose" stay.
 */
export function learnPeople(texts: TextSource): PeopleWords {
  const people = texts.people?.bind(texts);
  const known = new Map<string, readonly string[]>();
  const wordsOf = (name: string): readonly string[] => {
    let words = known.get(name);
    if (!words) {
      words = wordsOfName(name);
      known.set(name, words);
    }
    return words;
  };
  const all = everyName(texts, wordsOf);
  if (all.size === 0) return noPeople;
  const ordinary = new Set<string>();
  const small = new Map<string, number>();
  const large = new Map<string, number>();
  for (const row of sampleRows(texts)) {
    const own = new Set(people?.(row).flatMap(wordsOf));
    countForms(`${texts.subject(row)}. ${texts.description(row)}`, { all, own, small, large });
  }
  for (const [word, times] of small)
    if (times >= ORDINARY && times > (large.get(word) ?? 0)) ordinary.add(word);
  for (const word of ordinary) all.delete(word);
  return { names: all, ordinary };
}

/** Words of all names: those of columns, and those that texts give themselves. */
function everyName(texts: TextSource, wordsOf: (name: string) => readonly string[]): Set<string> {
  const all = new Set<string>();
  const add = (name: string): void => {
    for (const word of wordsOf(name)) all.add(word);
  };
  if (texts.people) for (let row = 0; row < texts.rows; row++) texts.people(row).forEach(add);
  for (const row of sampleRows(texts))
    namedIn(`${texts.subject(row)}\n${texts.description(row)}`).forEach(add);
  return all;
}

/** True for a word of a name, in lower case, and for its possessive: `maria`, `marias`. */
export const isNameWord = (word: string, names: ReadonlySet<string>): boolean =>
  names.has(word) || (word.endsWith('s') && word.length > 3 && names.has(word.slice(0, -1)));

function wordsOfName(name: string): string[] {
  // `Ann Lee <ann@example.com>; Bob` names several, each in a way of its own.
  if (/[,;<]/.test(name))
    return name.split(/[,;<>]+/).flatMap((part) => (part.trim() === '' ? [] : wordsOfName(part.trim())));
  const at = name.indexOf('@');
  const plain = (at > 0 ? name.slice(0, at) : name).normalize('NFKC');
  const words = (plain.match(WORD) ?? []).map((word) => word.toLowerCase());
  // What has numbers in it is an id, what is long a sentence.
  if ((at <= 0 && /\p{Nd}/u.test(plain)) || words.length > MOST_WORDS) return [];
  return words.filter(
    (word) => word.length > 2 && !isRole(word) && !isCourtesy(word) && !isStopWord(word, english),
  );
}

/** Rows chosen by their own text, so that the choice is the same in any order. */
function* sampleRows(texts: TextSource): Iterable<number> {
  const share = SAMPLE / Math.max(1, texts.rows);
  for (let row = 0; row < texts.rows; row++) {
    if (share >= 1) yield row;
    else {
      const text = texts.subject(row) + texts.description(row).slice(0, 100);
      if ((hashText(text) % 65536) / 65536 < share) yield row;
    }
  }
}

/** Counts, once a ticket, words of other people's names in small letters, and with a capital inside a sentence. */
function countForms(
  text: string,
  of: {
    all: ReadonlySet<string>;
    own: ReadonlySet<string>;
    small: Map<string, number>;
    large: Map<string, number>;
  },
): void {
  const { all, own, small, large } = of;
  const seen = new Set<string>();
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const lower = word.toLowerCase();
    if (!all.has(lower) || own.has(lower)) continue;
    const isSmall = word === lower;
    if (!isSmall && /(?:^|[.!?:\n])\s*$/.test(text.slice(Math.max(0, index - 3), index))) continue;
    const key = isSmall ? lower : word;
    if (seen.has(key)) continue;
    seen.add(key);
    const counts = isSmall ? small : large;
    counts.set(lower, (counts.get(lower) ?? 0) + 1);
  }
}

import { scriptPattern } from '../../model/script-pattern.ts';
import { isCourtesy } from './courtesy.ts';
import { namedIn } from './introductions.ts';
import { english, isStopWord } from './languages.ts';
import { isRole } from './roles.ts';
import { sampleRows } from './sample-rows.ts';
import { namesInSlots } from './slot-names.ts';
import type { TextSource } from './text-source.ts';

/** Lower-case words of the names of a desk's people; what is said of an issue names none of them. */
export interface PeopleWords {
  readonly names: ReadonlySet<string>;
  /** Those that are ordinary words too: names only where several of them, with capitals, stand in a row. */
  readonly ordinary: ReadonlySet<string>;
}

export const noPeople: PeopleWords = { names: new Set(), ordinary: new Set() };

/** Texts in which names are looked for. */
export const PEOPLE_SAMPLE = 20_000;
/** Tickets of others that write a word in small letters before it passes for an ordinary one; one where it stands beside roles alone. */
const ORDINARY = 3;
/** Words after which no name stands in small letters: `a printer`, `my card`. */
const articles = new Set(
  (
    'a an my our your any ein eine einen einem einer mein meine meinen unser unsere unseren kein keine keinen un una une mon ma mes ' +
    'notre nuestro nuestra um uma meu minha nosso nossa een mijn onze geen mera meri mere hamara hamari apna apni amar amader ' +
    'আমার আমাদের একটি একটা मेरा मेरी मेरे हमारा हमारी अपना अपनी एक'
  )
    .normalize('NFKC')
    .split(' '),
);
const MOST_WORDS = 5;
const WORD = scriptPattern(String.raw`[\p{L}\p{M}\u200c\u200d]+`, 'gu');

/**
 * The words of the names of requesters, assignees and others in a desk's own columns, addresses before the @ included.
 * A word that the tickets of other people write in small letters, after an article too, and not more often with a capital,
 * is an ordinary one: "card" and "rose" stay. Small letters alone prove nothing: chats and many scripts know no others.
 *
 * @param sample rows whose texts are looked through.
 */
export function learnPeople(
  texts: TextSource,
  sample: Int32Array = sampleRows(texts, { count: PEOPLE_SAMPLE }),
): PeopleWords {
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
  const all = everyName(texts, { sample, wordsOf });
  if (all.size === 0) return noPeople;
  const ordinary = new Set<string>();
  const small = new Map<string, number>();
  const large = new Map<string, number>();
  const afterArticle = new Set<string>();
  for (const row of sample) {
    const own = new Set(people?.(row).flatMap(wordsOf));
    countForms(`${texts.subject(row)}. ${texts.description(row)}`, { all, own, small, large, afterArticle });
  }
  const besideRoles = onlyBesideRoles(known);
  for (const word of afterArticle) {
    const times = small.get(word) ?? 0;
    if (times >= (besideRoles.has(word) ? 1 : ORDINARY) && times > (large.get(word) ?? 0)) ordinary.add(word);
  }
  for (const word of ordinary) all.delete(word);
  return { names: all, ordinary };
}

const wordsIn = (text: string): readonly string[] => text.match(WORD(text)) ?? [];

/** Words of names that never stand but beside a role, as those of shared mailboxes and departments do. */
function onlyBesideRoles(known: ReadonlyMap<string, readonly string[]>): Set<string> {
  const beside = new Set<string>();
  const alone = new Set<string>();
  for (const [name, words] of known) {
    const hasRole = wordsIn(name.toLowerCase()).some(isRole);
    for (const word of words) (hasRole ? beside : alone).add(word);
  }
  for (const word of alone) beside.delete(word);
  return beside;
}

/** Words of all names: those of columns, those that texts give themselves, and those in a place of their own. */
function everyName(
  texts: TextSource,
  { sample, wordsOf }: { sample: Int32Array; wordsOf: (name: string) => readonly string[] },
): Set<string> {
  const all = new Set<string>();
  const add = (name: string): void => {
    for (const word of wordsOf(name)) all.add(word);
  };
  if (texts.everybody) for (const name of texts.everybody()) add(name);
  else if (texts.people) for (let row = 0; row < texts.rows; row++) texts.people(row).forEach(add);
  for (const row of sample) namedIn(`${texts.subject(row)}\n${texts.description(row)}`).forEach(add);
  namesInSlots(texts, sample).forEach(add);
  return all;
}

/** The name that a lower-case word is, itself or as its possessive: `maria`, `marias`; null for no name. */
function nameIn(word: string, names: ReadonlySet<string>): string | null {
  if (names.has(word)) return word;
  const owner = word.endsWith('s') && word.length > 3 ? word.slice(0, -1) : '';
  return names.has(owner) ? owner : null;
}

/** True for a word of a name, in lower case, and for its possessive. */
export const isNameWord = (word: string, names: ReadonlySet<string>): boolean => nameIn(word, names) !== null;

function wordsOfName(name: string): string[] {
  // `Ann Lee <ann@example.com>; Bob` names several, each in a way of its own.
  if (/[,;<]/.test(name))
    return name.split(/[,;<>]+/).flatMap((part) => (part.trim() === '' ? [] : wordsOfName(part.trim())));
  const at = name.indexOf('@');
  const plain = (at > 0 ? name.slice(0, at) : name).normalize('NFKC');
  const words = wordsIn(plain).map((word) => word.toLowerCase());
  // What has numbers in it is an id, what is long a sentence.
  if ((at <= 0 && /\p{Nd}/u.test(plain)) || words.length > MOST_WORDS) return [];
  return words.filter(
    (word) => word.length > 2 && !isRole(word) && !isCourtesy(word) && !isStopWord(word, english),
  );
}

/** Counts, once a ticket, words of other people's names in small letters, and with a capital inside a sentence. */
function countForms(
  text: string,
  of: {
    all: ReadonlySet<string>;
    own: ReadonlySet<string>;
    small: Map<string, number>;
    large: Map<string, number>;
    afterArticle: Set<string>;
  },
): void {
  const { all, own, small, large, afterArticle } = of;
  const seen = new Set<string>();
  let before = '';
  for (const { 0: word, index } of text.matchAll(WORD(text))) {
    const previous = before;
    before = word;
    const lower = nameIn(word.toLowerCase(), all);
    if (lower === null || own.has(lower)) continue;
    const isSmall = word === word.toLowerCase();
    if (!isSmall && /(?:^|[.!?:\n])\s*$/.test(text.slice(Math.max(0, index - 3), index))) continue;
    if (isSmall && articles.has(previous.toLowerCase())) afterArticle.add(lower);
    const key = isSmall ? lower : word;
    if (seen.has(key)) continue;
    seen.add(key);
    const counts = isSmall ? small : large;
    counts.set(lower, (counts.get(lower) ?? 0) + 1);
  }
}

import { isSignOff } from './clean-text.ts';
import { isCourtesy } from './courtesy.ts';
import { hashText } from './hashing.ts';
import { english, isStopWord } from './languages.ts';
import { signatureMark } from './reply-patterns.ts';
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
/** What people columns hold beside people: teams, roles, programs. */
const roles = new Set(
  (
    'team support admin administrator service services customer client user guest agent bot helpdesk desk help info office ' +
    'sales billing accounts account department dept staff system unknown none null unassigned automation api noreply reply ' +
    'no not mail email contact web chat phone level tier group gmbh inc ltd llc corp com net org bank shop store online it'
  ).split(' '),
);

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
    (word) => word.length > 2 && !roles.has(word) && !isCourtesy(word) && !isStopWord(word, english),
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

/** Who signs: one to three capitalised words on a line of their own below a closing formula. */
const SIGNED = /^\p{Lu}[\p{L}\p{M}'’-]+(?:[ \t]+\p{Lu}[\p{L}\p{M}'’.-]*){0,2}$/u;
const SIGNED_WITHOUT_CAPITALS =
  /^[\p{Script=Bengali}\p{Script=Devanagari}\p{M}]+(?: [\p{Script=Bengali}\p{Script=Devanagari}\p{M}]+){0,2}$/u;
const TITLED =
  /(?<![\p{L}\p{M}])(?:[Mm]rs?|MRS?|[Mm]s|[Mm]iss|[Dd]r|[Pp]rof|Herrn?|Frau|Monsieur|Madame|Mme|Señora?|Signora?|[Nn]ame is|[Mm]ein Name ist|[Mm]e llamo|[Jj]e m['’]appelle)\.?[ \t]+(\p{Lu}[\p{L}\p{M}'’-]*(?:[ \t]+\p{Lu}[\p{Ll}\p{M}'’-]+){0,2})/gu;
/** Where letters have no capitals the words around a name tell it. */
const SAID_TO_BE = [
  /আমার নাম ((?:[\p{Script=Bengali}\p{M}]+ ?){1,2}?)(?=\s*[,।.\n]|\s+(?:এবং|আর|বলছি|হলো)|$)/gu,
  /আমি ([\p{Script=Bengali}\p{M}]+(?: [\p{Script=Bengali}\p{M}]+)?) বলছি/gu,
  /मेरा नाम ([\p{Script=Devanagari}\p{M}]+(?: [\p{Script=Devanagari}\p{M}]+)??) (?:है|हैं)/gu,
  /मैं ([\p{Script=Devanagari}\p{M}]+(?: [\p{Script=Devanagari}\p{M}]+)?) बोल/gu,
];
const MAYBE_NAMED =
  /\n|[Mm][rs]|[Dd]r|[Pp]rof|Herr|Frau|Monsieur|Madame|Mme|Señor|Signor|[Nn]ame|llamo|appelle|নাম|আমি|नाम|मैं/u;

/** Those whom a text itself names: who signs it, and who is introduced by a title or by their name. */
function namedIn(text: string): string[] {
  if (!MAYBE_NAMED.test(text)) return [];
  const found: string[] = [];
  const lines = text.split(/\r\n?|\n/).map((line) => line.trim());
  for (let i = 0; i + 1 < lines.length; i++) {
    if (!isSignOff(lines[i].toLowerCase()) && !signatureMark.test(lines[i])) continue;
    const next = lines.slice(i + 1).find((line) => line !== '' && !signatureMark.test(line));
    if (next !== undefined && (SIGNED.test(next) || SIGNED_WITHOUT_CAPITALS.test(next)) && !hasRole(next))
      found.push(next);
  }
  for (const [, name] of text.matchAll(TITLED)) found.push(name);
  for (const pattern of SAID_TO_BE) for (const [, name] of text.matchAll(pattern)) found.push(name);
  return found;
}

const hasRole = (line: string): boolean =>
  (line.toLowerCase().match(WORD) ?? []).some((word) => roles.has(word) || isCourtesy(word));

const NAME = String.raw`\p{Lu}[\p{L}\p{M}'’-]*(?:\s+\p{Lu}[\p{Ll}\p{M}'’-]+){0,2}`;
/** A title, or words that introduce somebody, with the capitalised words after it. */
const INTRODUCED = new RegExp(
  String.raw`(?<![\p{L}\p{M}])((?:[Mm]rs?|MRS?|[Mm]s|[Mm]iss|[Dd]r|[Pp]rof|Herr|Herrn|Frau|Monsieur|Madame|Mme|Señora?|Sra?|Signora?|[Nn]ame is|[Tt]his is|[Mm]ein Name ist|[Mm]e llamo|[Jj]e m['’]appelle)\.?\s+)${NAME}`,
  'gu',
);
/** `from` with one capitalised word may be a country or a product: no name for an issue, yet no secret either. */
const FROM = new RegExp(String.raw`(?<![\p{L}\p{M}])([Ff]rom\s+)${NAME}`, 'gu');
const FROM_SOMEBODY = /(?<![\p{L}\p{M}])([Ff]rom\s+)\p{Lu}[\p{Ll}\p{M}'’-]+\s+\p{Lu}[\p{Ll}\p{M}'’-]+/gu;

const CAPITALS = /\p{Lu}[\p{L}\p{M}]+(?:[\s'’-]+\p{Lu}[\p{L}\p{M}]+)+/gu;

function replaceKnown(text: string, { names, ordinary }: PeopleWords, by: string): string {
  if (names.size === 0 && ordinary.size === 0) return text;
  const fold = (word: string): string => word.normalize('NFKC').toLowerCase();
  const plain =
    ordinary.size === 0
      ? text
      : text.replace(CAPITALS, (run) => {
          const words = (run.match(WORD) ?? []).map(fold);
          const isName = words.map((word) => names.has(word) || ordinary.has(word));
          return isName.some((known, i) => known && isName[i + 1])
            ? run.replace(WORD, (word) => (names.has(fold(word)) || ordinary.has(fold(word)) ? by : word))
            : run;
        });
  return plain.replace(WORD, (word) => (isNameWord(fold(word), names) ? by : word));
}

/** Stands where somebody was named: an end of sentence, with words at it that only led to the name. */
export const nameCut = '⁝';

const SAYS_ITS_NAME =
  /(?:আমার নাম|আমি|मेरा नाम|मैं)\s+⁝(?:\s+⁝)*(?:\s+(?:বলছি|হলো|है|हैं|बोल (?:रहा|रही) (?:हूं|हूँ)))?/gu;

/** The text with `nameCut` where people are named. */
export function cutAtPeople(text: string, people: PeopleWords): string {
  const plain = replaceKnown(text, people, nameCut);
  const own = plain.includes(nameCut) ? plain.replace(SAYS_ITS_NAME, nameCut) : plain;
  return /\p{Lu}/u.test(own) ? own.replace(INTRODUCED, nameCut).replace(FROM, nameCut) : own;
}

/** The text with `[name]` where people are named. */
export function maskPeople(text: string, people: PeopleWords): string {
  const plain = replaceKnown(text, people, '[name]');
  const masked = /\p{Lu}/u.test(plain)
    ? plain.replace(INTRODUCED, '$1[name]').replace(FROM_SOMEBODY, '$1[name]')
    : plain;
  return masked
    .replace(/(?<![\p{L}\p{M}])\p{L}['’]\[name\]/gu, '[name]')
    .replace(/\[name\](?:[\s'’-]+\[name\])+/g, '[name]');
}

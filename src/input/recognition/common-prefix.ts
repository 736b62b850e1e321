import { foldHeader } from './header.ts';
import { differInOne } from './one-letter.ts';
import { ticketNouns } from './ticket-words.ts';

/** Share of the columns that must begin alike for their beginning to be one of the table, not of the column. */
const SHARED = 0.8;
/** Columns below which a beginning may be shared by chance. */
const FEWEST = 4;

/** What is left of a header must say something by itself. */
const bare = /^(?:id|ids|number|no|nr|num|key|ref|name|date|time|code|uuid|guid)$/;

/** `Ticket details: ID`, `Case data - Status`: a section, and the mark that ends it. */
const section = /^[\s]*\p{L}[\p{L}\p{N} ]{1,40}?(?:\s*[:|/›»]\s*|\s+[-–—]\s*)(?=\S)/u;

/** The section in which most columns stand, as it is written, and in how many. */
function commonSection(named: readonly string[]): { readonly written: string; readonly count: number } {
  const counts = new Map<string, number>();
  for (const name of named) {
    const [written] = (/[-:|/›»–—]/.test(name) && section.exec(name)) || [''];
    if (written !== '') counts.set(written, (counts.get(written) ?? 0) + 1);
  }
  const [written, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  return { written, count };
}

const isOfTickets = (written: string): boolean => ticketNouns.has(foldHeader(written).split(' ')[0]);

/**
 * The noun for "ticket" that nearly all headers begin with (`Ticket - Status`, `case_priority`, `incidentCreatedAt`): it
 * tells what the table is, and nothing of the column; or the section in which nearly all columns stand (`Ticket details: `);
 * or one of tickets in which several do, beside those that somebody else named (`Conversation – ID` beside `Owner`).
 * Null where there is none.
 */
export function commonPrefix(columns: readonly string[]): string | null {
  const named = columns.filter((name) => name.trim() !== '' && !name.includes('.'));
  if (named.length < FEWEST) return null;
  const shared = commonSection(named);
  if (shared.count >= SHARED * named.length && foldHeader(shared.written).includes(' '))
    return shared.written;
  const counts = new Map<string, number>();
  for (const name of named) {
    const [first, ...others] = foldHeader(name).split(' ');
    if (others.length > 0 && ticketNouns.has(first)) counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  const [prefix, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  if (count >= SHARED * named.length) return prefix;
  return shared.count >= FEWEST && isOfTickets(shared.written) ? shared.written : null;
}

/** A header without a section named for tickets (`Ticket - Merged into`), whatever the others begin with. */
export function withoutTicketSection(name: string): string {
  // Most names have no section: the mark behind one is looked for first, as the pattern is costly to make.
  const [written] = (/[:|/›»–—-]/.test(name) && section.exec(name)) || [''];
  return isOfTickets(written) ? name.slice(written.length) : name;
}

/** `Ticke details: ` before one header where `Ticket details: ` stands before the others, as it is written there. */
function mistyped(name: string, prefix: string): string | undefined {
  const { length } = prefix;
  return [length - 1, length, length + 1]
    .map((end) => name.slice(0, end))
    .find((begins) => differInOne(begins, prefix));
}

/** `Ticke` for `Ticket`; tickets are many, and another noun is another thing. */
const isMistypedNoun = (word: string, noun: string): boolean =>
  differInOne(word, noun) && !ticketNouns.has(word);

/** A header without the prefix of its table; one of which only `ID` or `Date` would be left keeps whose it is. */
export function withoutPrefix(name: string, prefix: string | null): string {
  if (prefix === null || name.includes('.')) return name;
  if (section.test(`${prefix}x`)) {
    // A date and its time of day are one name, whose marks are gone: `ticket details created date`.
    const folded = `${foldHeader(prefix)} `;
    const begins = [prefix, folded].find((each) => name.startsWith(each)) ?? mistyped(name, prefix);
    const rest = begins === undefined ? '' : name.slice(begins.length);
    if (rest === '') return name;
    if (!bare.test(foldHeader(rest))) return rest;
    // `Ticket details: ID` is the ticket's.
    const [noun] = folded.split(' ');
    return ticketNouns.has(noun) ? `${noun} ${rest}` : name;
  }
  const [first, ...others] = foldHeader(name).split(' ');
  if ((first !== prefix && !isMistypedNoun(first, prefix)) || bare.test(others.join(' '))) return name;
  // The first word ends at the first mark between words, or where a capital begins the next one.
  const rest = name.replace(/^\s*\p{L}+?(?:[\s_\-–:|/]+|(?<=\p{Ll})(?=\p{Lu}))/u, '');
  return foldHeader(rest) === others.join(' ') ? rest : name;
}

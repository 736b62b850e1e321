import { foldHeader } from './header.ts';
import { ticketNouns } from './ticket-words.ts';

/** Share of the columns that must begin alike for their beginning to be one of the table, not of the column. */
const SHARED = 0.8;
/** Columns below which a beginning may be shared by chance. */
const FEWEST = 4;

/** What is left of a header must say something by itself. */
const bare = /^(?:id|ids|number|no|nr|num|key|ref|name|date|time|code|uuid|guid)$/;

/**
 * The noun for "ticket" that nearly all headers begin with (`Ticket - Status`, `case_priority`, `incidentCreatedAt`): it
 * tells what the table is, and nothing of the column. Null where there is none.
 */
export function commonPrefix(columns: readonly string[]): string | null {
  const named = columns.filter((name) => name.trim() !== '' && !name.includes('.'));
  if (named.length < FEWEST) return null;
  const counts = new Map<string, number>();
  for (const name of named) {
    const [first, ...others] = foldHeader(name).split(' ');
    if (others.length > 0 && ticketNouns.has(first)) counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  const [prefix, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  return count < SHARED * named.length ? null : prefix;
}

/** A header without the prefix of its table; one of which only `ID` or `Date` would be left stays whole. */
export function withoutPrefix(name: string, prefix: string | null): string {
  if (prefix === null || name.includes('.')) return name;
  const [first, ...others] = foldHeader(name).split(' ');
  if (first !== prefix || bare.test(others.join(' '))) return name;
  // The first word ends at the first mark between words, or where a capital begins the next one.
  const rest = name.replace(/^\s*\p{L}+?(?:[\s_\-–:|/]+|(?<=\p{Ll})(?=\p{Lu}))/u, '');
  return foldHeader(rest) === others.join(' ') ? rest : name;
}

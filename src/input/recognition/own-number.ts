import type { DataKind } from '../../model/fields.ts';
import { type ColumnLook, isUnique } from './column-look.ts';
import type { KindFacts } from './kind-facts.ts';
import { isNumberWord } from './other-records.ts';
import { ticketNouns } from './ticket-words.ts';

/** Two rows are too few to tell that none comes back. */
const LEAST_ROWS = 3;

/** `Ticket ID`, `Case Number`, `Issue key`: a noun for a ticket and what says that it is its number, and nothing besides. */
function isTicketNumber({ header: { words } }: ColumnLook): boolean {
  const all = words.split(' ');
  const [last] = all.slice(-1);
  return all.length > 1 && isNumberWord(last) && all.slice(0, -1).every((word) => ticketNouns.has(word));
}

/**
 * Whether each row has a number of its own that is called a ticket's, beside the column that would say whose row it is: the
 * rows are tickets then, and the other column names a ticket above them (`Parent ID`), one like them, or a session.
 */
export function hasTicketNumber({ chosen, looks }: KindFacts, kind: DataKind): boolean {
  const owner = chosen(kind).get('ticket_id')?.look;
  if (!owner || isUnique(owner)) return false;
  return looks.some(
    (look) =>
      look !== owner &&
      look.filled >= LEAST_ROWS &&
      look.filled === look.cells.length &&
      isTicketNumber(look) &&
      isUnique(look),
  );
}

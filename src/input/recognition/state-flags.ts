import type { Status } from '../../model/fields.ts';
import type { ColumnLook } from './column-look.ts';
import { falsehoods, truths } from './flag-words.ts';
import { stampIn } from './stamped-headers.ts';

/**
 * Columns that say by yes and no whether a ticket is finished (`Closed`, `Resolved?`, `Erledigt`, `is_open`): the status of
 * lists that have no other.
 */
const open =
  /^(?:is |ist |est |ticket |case )*(?:open|offen|ouverte?|abiert[oa]|abert[oa]|apert[oa]|openstaand|otwart[aey]|открыт[ао]?|acik|oppen|oppet|aben|apen|avoin)$/;
/** A flag says so of nearly all tickets; one that few have is an answer to something else. */
const MOSTLY = 0.9;

/** What a yes and a no of the column say of the ticket; null where it is no such flag. */
export function stateFlag(look: ColumnLook): { readonly yes: Status; readonly no: Status } | null {
  const { words } = look.header;
  if (look.flagShare < MOSTLY || look.filled < look.cells.length * MOSTLY) return null;
  if (open.test(words)) return { yes: 'open', no: 'closed' };
  switch (stampIn(words)?.field) {
    case 'closed_at':
      return { yes: 'closed', no: 'open' };
    case 'solved_at':
      return { yes: 'solved', no: 'open' };
    default:
      return null;
  }
}

/** The words of yes and no, by what they say of the ticket. */
export function statesOfFlag({
  yes,
  no,
}: {
  readonly yes: Status;
  readonly no: Status;
}): Map<string, string> {
  return new Map([
    ...[...truths].map((word) => [word, yes] as const),
    ...[...falsehoods].map((word) => [word, no] as const),
  ]);
}

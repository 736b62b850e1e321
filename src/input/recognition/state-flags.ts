import type { Status } from '../../model/fields.ts';
import { foldValue, isMissing } from '../../model/raw-value.ts';
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

/** What cells of such a column say of their ticket. */
export interface StateFlag {
  readonly yes: Status;
  readonly no: Status;
  /** What an empty cell says, where the column is one of boxes that are ticked or left; null where it says nothing. */
  readonly blank: Status | null;
}

/** What a yes and a no of the column say of the ticket; null where it is no such flag. */
export function stateFlag(look: ColumnLook): StateFlag | null {
  const isTicked = isOfBoxes(look);
  if (look.flagShare < MOSTLY || (!isTicked && look.filled < look.cells.length * MOSTLY)) return null;
  const states = statesBy(look.header.words);
  return states && { ...states, blank: isTicked ? states.no : null };
}

function statesBy(words: string): Omit<StateFlag, 'blank'> | null {
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

/** What boxes are ticked with. A yes answers a question, which an empty cell leaves open. */
const ticks: ReadonlySet<string> = new Set([...'x✓✔☑✅', '✔️', 'xx', '[x]'].map(foldValue));

/** Boxes that are ticked or left: one mark in some cells, and nothing in the others (`Done`: x). */
function isOfBoxes({ cells, filled, distinct }: ColumnLook): boolean {
  if (distinct !== 1 || filled === cells.length) return false;
  const ticked = cells.find((cell) => !isMissing(cell));
  return ticked !== undefined && ticks.has(foldValue(ticked));
}

/** The words of yes and no, and what is no word, by what they say of the ticket. */
export function statesOfFlag({ yes, no, blank }: StateFlag): Map<string, string> {
  const states = new Map([
    ...[...truths].map((word) => [word, yes] as const),
    ...[...falsehoods].map((word) => [word, no] as const),
  ]);
  if (blank !== null) states.set('', blank);
  return states;
}

import { eventMeanings, openStatuses, removedStatuses } from '../../model/fields.ts';
import { foldValue } from '../../model/raw-value.ts';

const meaningCode = new Map<string, number>(eventMeanings.map((meaning, index) => [meaning, index + 1]));
/** The number that stands for a meaning in columns; 0 stands for none. */
export const codeOf = (meaning: (typeof eventMeanings)[number]): number => meaningCode.get(meaning) as number;
const openCodes = new Set<number>(openStatuses.map((status) => codeOf(status)));
export const removedCodes = new Set<number>(removedStatuses.map((status) => codeOf(status)));
export const OPEN = codeOf('open');
export const SOLVED = codeOf('solved');
export const CLOSED = codeOf('closed');
export const PENDING = codeOf('pending');
export const ON_HOLD = codeOf('on_hold');
export const FIRST_RESPONSE = codeOf('first_response');
export const REOPENED = codeOf('reopened');
export const ASSIGNED = codeOf('assigned');

/** The meaning that a value of a log names; 0 for none. */
export const meaningNamed = (name: string): number =>
  meaningCode.get(foldValue(name).replaceAll(' ', '_')) ?? 0;

/** The state a ticket is in after an event: open, pending, on hold, solved, closed, removed; 0 where it says nothing. */
export function stateAfter(meaning: number): number {
  if (meaning === PENDING || meaning === ON_HOLD || meaning === SOLVED || meaning === CLOSED) return meaning;
  if (openCodes.has(meaning) || meaning === REOPENED) return OPEN;
  return removedCodes.has(meaning) ? meaning : 0;
}

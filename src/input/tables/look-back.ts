import { openStatuses, removedStatuses } from '../../model/fields.ts';
import type { Problem } from '../../model/problem.ts';
import { codesIn, flagsOf, numbersIn, type Stack } from './stack.ts';

/** A view of the desk as it stood before the export was made (`--as-of` in the past). */
export interface LookBack {
  readonly asOf: number;
  /** 1 at tickets whose state an event after as-of changed: what the export says of it is of later. */
  readonly wentOn: Uint8Array;
}

const laterStamps = ['updated_at', 'solved_at', 'closed_at'] as const;

/**
 * Takes back statuses that cannot have been so at as-of, and says how many others may not have been.
 *
 * A ticket that ended (or was merged, which ends it) after as-of had not ended then; which of the open statuses it had,
 * nobody knows without its events, so it has none. One that was updated after as-of keeps the status of the export, and is counted.
 */
export function settleStatuses(tickets: Stack, { asOf, wentOn }: LookBack): Problem[] {
  const status = codesIn(tickets.columns, 'status');
  const created = numbersIn(tickets.columns, 'created_at');
  if (!status || !created) return [];
  const isOpen = flagsOf(status.names, openStatuses);
  const hasEnded = flagsOf(status.names, ['solved', 'closed', ...removedStatuses]);
  const takeBack = removalsOf(tickets);
  const stamps = laterStamps.flatMap((field) => numbersIn(tickets.columns, field) ?? []);
  const ends = stamps.slice(numbersIn(tickets.columns, 'updated_at') ? 1 : 0);
  const isLater = (columns: readonly Float64Array[], t: number): boolean =>
    columns.some((column) => column[t] > asOf);
  let doubtful = 0;
  for (let t = 0; t < tickets.rows; t++) {
    const code = status.codes[t];
    if (created[t] > asOf) continue;
    const endedBefore = ends.some((column) => column[t] <= asOf);
    if (!endedBefore && isLater(ends, t)) takeBack(t);
    if (code === 0 || wentOn[t] === 1) continue;
    if (hasEnded[code] === 1 && isLater(ends, t) && !endedBefore) status.codes[t] = 0;
    else if ((isOpen[code] === 1 || !endedBefore) && isLater(stamps, t)) doubtful++;
  }
  return doubtful === 0 ? [] : [{ code: 'status_of_later', severity: 'warning', args: {}, count: doubtful }];
}

/** Takes back that a ticket was removed: what was merged later was a ticket until then; a pull request never was one. */
function removalsOf(tickets: Stack): (t: number) => void {
  const removed = codesIn(tickets.columns, 'removed_as');
  const pull = removed?.names.find('pull_request') ?? 0;
  return (t) => {
    if (removed && removed.codes[t] !== pull) removed.codes[t] = 0;
  };
}

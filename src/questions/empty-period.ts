import { heldElsewhere } from '../analysis/segments/nearest-period.ts';
import { rangeOf } from '../analysis/segments/periods.ts';
import type { Desk } from '../model/desk.ts';
import type { Problem } from '../model/problem.ts';
import type { Session } from './session.ts';

/** What the files do hold, where they hold no ticket of the period that was asked for, and which period shows it. */
export function emptyPeriodNote(desk: Desk, { run, zone, weekStarts }: Session): Problem[] {
  const calendar = { zone, weekStarts };
  const range = rangeOf({ ...run.asked, ...calendar }, desk);
  const held = heldElsewhere(desk, { range, ...calendar });
  if (!range || !held) return [];
  const { tickets, from, to, nearest } = held;
  const args = { period: range.label, from, to, nearest: nearest ?? 'all' };
  return [{ code: 'period_empty', severity: 'note', args, count: tickets }];
}

import { compileAnswersFilter, compileFilter } from '../analysis/segments/filter.ts';
import { heldElsewhere } from '../analysis/segments/nearest-period.ts';
import { rangeOf } from '../analysis/segments/periods.ts';
import { arrivalsExtent } from '../model/coverage.ts';
import type { Desk } from '../model/desk.ts';
import type { Problem } from '../model/problem.ts';
import type { Period } from '../model/segment.ts';
import type { FilterNode } from '../query/filter.ts';
import type { Zone } from '../time/zone.ts';
import type { Session } from './session.ts';

/** What the files do hold, where they hold no ticket of the period that was asked for, and which period shows it. */
export function emptyPeriodNote(desk: Desk, { run, zone, weekStarts }: Session): Problem[] {
  const calendar = { zone, weekStarts };
  const range = rangeOf({ ...run.asked, ...calendar }, desk);
  const held = heldElsewhere(desk, { range, ...calendar });
  if (!range || !held) return [];
  const { tickets, from, to, nearest } = held;
  const args = { period: range.label, from, to, nearest: nearest ?? 'all' };
  const code = isCovered(desk, range) ? 'period_empty' : 'period_not_covered';
  return [{ code, severity: 'note', args, count: tickets }];
}

/** Whether the files hold what came in a period, or a part of it: else that nothing came is not known. */
export const isCovered = ({ coverage, asOf }: Desk, { start, end }: Period): boolean =>
  arrivalsExtent(coverage, { start, end, asOf }) !== 'none';

/** Whether a filter lets a ticket through, or an answer that belongs to none. */
export const isFitted = (where: FilterNode, { desk, zone }: { desk: Desk; zone: Zone }): boolean =>
  compileFilter(where, { desk, zone }).includes(1) ||
  compileAnswersFilter(where, { desk, zone })?.includes(1) === true;

/** Said of a filter that no ticket of the files fits (DEFINITIONS 14): a nought of such a filter says nothing of the desk. */
export function emptyFilterNote(
  desk: Desk,
  { where, text, zone }: { readonly where: FilterNode | null; readonly text?: string; readonly zone: Zone },
): Problem[] {
  if (!where || desk.tickets.rows === 0 || isFitted(where, { desk, zone })) return [];
  return [{ code: 'filter_empty', severity: 'warning', args: { filter: text ?? '' } }];
}

/** Said where `--soon` asks for targets that fall due, and no policy sets any: an empty list would look like good news. */
export const noTargetsNote = (soon: string | undefined, { config }: Session): Problem[] =>
  soon === undefined || config.sla.length > 0
    ? []
    : [{ code: 'no_policies', severity: 'warning', args: { soon } }];

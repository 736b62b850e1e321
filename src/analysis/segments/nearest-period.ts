import type { Desk } from '../../model/desk.ts';
import type { Period } from '../../model/segment.ts';
import { isoDate } from '../../time/civil.ts';
import { dayAt, type PeriodUnit, periodAt } from '../../time/period.ts';
import type { Zone } from '../../time/zone.ts';

/** What the files hold where a period holds none of their tickets. */
export interface HeldElsewhere {
  readonly tickets: number;
  /** Days of the first and the last ticket. */
  readonly from: string;
  readonly to: string;
  /** The nearest period of the same kind that holds tickets, as `--period` takes it; null where no such kind has a name. */
  readonly nearest: string | null;
}

const units: readonly (readonly [RegExp, PeriodUnit])[] = [
  [/^\d{4}-\d{2}-\d{2}$/, 'day'],
  [/^\d{4}-W\d{2}$/, 'week'],
  [/^\d{4}-\d{2}$/, 'month'],
  [/^\d{4}-Q\d$/, 'quarter'],
  [/^\d{4}$/, 'year'],
];

/**
 * What the files hold, where no ticket was created in a period; null where one was, or where there are none at all.
 *
 * @example of files of January to March, asked for November: nearest is the January after it
 */
export function heldElsewhere(
  desk: Desk,
  {
    range,
    zone,
    weekStarts,
  }: { readonly range: Period | null; readonly zone: Zone; readonly weekStarts: number },
): HeldElsewhere | null {
  const created = desk.tickets.columns.created_at;
  if (!range || created?.type !== 'instant') return null;
  if (created.values.some((at) => at >= range.start && at < range.end)) return null;
  const stamps = created.values.filter((at) => !Number.isNaN(at)).sort();
  const first = stamps.findIndex((at) => at >= range.start);
  // Of all before the period the last, of all behind it the first; within it none.
  const before = stamps.at(first < 0 ? -1 : first - 1) ?? Number.NaN;
  const after = first < 0 ? Number.POSITIVE_INFINITY : stamps[first];
  if (stamps.length === 0) return null;
  const near = first === 0 || after - range.end < range.start - before ? after : before;
  const unit = units.find(([label]) => label.test(range.label))?.[1];
  return {
    tickets: stamps.length,
    from: isoDate(dayAt(stamps[0], zone)),
    to: isoDate(dayAt(stamps[stamps.length - 1], zone)),
    nearest: unit ? periodAt(near, unit, { zone, weekStarts }).label : null,
  };
}

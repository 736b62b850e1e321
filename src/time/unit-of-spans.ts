import type { DurationUnit } from '../model/mapping.ts';
import { unitMilliseconds } from './duration.ts';

const units: readonly DurationUnit[] = ['ms', 's', 'm', 'h', 'd'];
/** Share of the rows on which numbers and spans must agree. */
const MOST = 0.9;
const FEWEST = 2;

/** How far a number may lie from its span where it was rounded to its unit. */
const roundedTo: Readonly<Record<DurationUnit, number>> = {
  ms: 60_000,
  s: 60_000,
  m: 60_000,
  h: 1_800_000,
  d: 43_200_000,
};

/**
 * The unit in which numbers equal the times between two stamps: within 2 % or the rounding of the unit (a minute at
 * least) on nine rows in ten, two rows at least. Null where no unit does. `numbers` are as written, `from` and `to`
 * epoch milliseconds; NaN where missing.
 */
export function unitOfSpans(
  numbers: Float64Array,
  { from, to }: { readonly from: Float64Array; readonly to: Float64Array },
): DurationUnit | null {
  let best: DurationUnit | null = null;
  let bestShare = MOST;
  for (const unit of units) {
    let pairs = 0;
    let hits = 0;
    for (let row = 0; row < numbers.length; row++) {
      const span = to[row] - from[row];
      const value = numbers[row] * unitMilliseconds[unit];
      if (Number.isNaN(span) || Number.isNaN(value) || (value === 0 && span === 0)) continue;
      pairs++;
      const slack = Math.max(Math.abs(span) * 0.02, roundedTo[unit]);
      if (Math.abs(value - span) <= Math.min(slack, Math.max(Math.abs(span) * 0.5, 1000))) hits++;
    }
    const share = pairs >= FEWEST ? hits / pairs : 0;
    if (share > bestShare || (share === bestShare && best === null)) {
      best = unit;
      bestShare = share;
    }
  }
  return best;
}

/** The ends that a helpdesk's own measure may run to, the first that the export has. */
const endsOf = {
  first_response_time: ['first_response_at'],
  first_resolution_time: ['first_solved_at', 'solved_at'],
  resolution_time: ['solved_at', 'closed_at'],
} as const;

/** The ends with which a `reported_…_seconds` field is compared. */
export function endsMeasuredBy(field: string): readonly (typeof endsOf)[keyof typeof endsOf][number][] {
  const metric = /^reported_(.+?)(?:_business)?_seconds$/.exec(field)?.[1] ?? '';
  return endsOf[metric as keyof typeof endsOf] ?? [];
}

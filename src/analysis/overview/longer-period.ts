import type { Stat } from '../../model/metric.ts';
import type { Reading } from '../../model/overview.ts';
import type { Period } from '../../model/segment.ts';
import type { ObservedMetric } from '../comparison/observed.ts';
import type { Grouping } from '../segments/grouping.ts';
import { readingOf } from './reading.ts';
import type { Stretches } from './stretches.ts';

/** The figures that a small desk is told whatever its week holds. */
const wanted: ReadonlySet<string> = new Set(['first_response_time.p50', 'resolution_time.p50', 'csat.share']);
/** How many periods are taken together, the fewest that hold a value. */
const LENGTHS = [4, 13];

export interface Longer {
  readonly period: Period;
  readonly now: Reading;
}

/**
 * Where nothing in a period gives a figure of the first screen (a week without a rating), the same figure of the four
 * periods up to its end, else of thirteen, to be named beside it; null where that is not needed or holds nothing either.
 */
export function longerPeriodOf(
  observed: ObservedMetric,
  {
    now,
    stat,
    whole,
    stretches,
  }: {
    readonly now: Reading;
    readonly stat: Stat;
    readonly whole: Grouping;
    readonly stretches: Stretches;
  },
): Longer | null {
  const { course, period } = stretches;
  if (!wanted.has(`${observed.metric.id}.${stat}`) || now.value !== null || now.status !== 'too_few')
    return null;
  if (!period || !stretches.courseEndsInPeriod) return null;
  for (const length of LENGTHS) {
    const first = course.at(-Math.min(length, course.length))?.period;
    if (!first || first.start >= period.start) continue;
    const stretch = {
      start: first.start,
      end: period.end,
      label: `${first.label}..${period.label}`,
      complete: period.complete,
    };
    const periods = [{ period: stretch, knownUntil: Number.POSITIVE_INFINITY }];
    const [figure] = observed.figures({ stats: [stat], grouping: whole, periods }).figures;
    const found = readingOf(figure);
    if (found.value !== null && found.status !== 'edge') return { period: stretch, now: found };
  }
  return null;
}

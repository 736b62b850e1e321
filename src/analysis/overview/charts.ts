import type { Desk } from '../../model/desk.ts';
import type { Clock, Metric } from '../../model/metric.ts';
import type { Arrivals, Spread, VolumeCourse } from '../../model/overview.ts';
import { countBelow } from '../../stats/quantile.ts';
import type { Frame } from '../../time/frame.ts';
import { splitPeriod } from '../../time/period-series.ts';
import { hourOfWeek, type Zone } from '../../time/zone.ts';
import type { observeMetric } from '../comparison/observed.ts';
import { fillCells } from '../metrics/cells.ts';
import { clocksFor } from '../metrics/clocks.ts';
import { metricOf } from '../metrics/index.ts';
import { isUnavailable } from '../metrics/unavailable.ts';
import type { Grouping } from '../segments/grouping.ts';
import { withCompleteness } from '../segments/periods.ts';
import { refOf } from './headlines.ts';
import type { Stretches } from './stretches.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface ChartOptions {
  readonly desk: Desk;
  readonly stretches: Stretches;
  readonly whole: Grouping;
  readonly frame: Frame;
  readonly observe: (metric: Metric, clock: Clock | null) => ReturnType<typeof observeMetric>;
}

/** New, solved and waiting tickets over the chart's stretch. */
export function volumeOf({ desk, frame, stretches, whole, observe }: ChartOptions): VolumeCourse {
  const { chart, chartEvery, zone } = stretches;
  const periods = splitPeriod({
    start: chart.start,
    end: chart.end,
    every: chartEvery,
    zone,
    weekStarts: frame.weekStarts,
  });
  const course = periods.map((period) => ({
    period: withCompleteness(period, desk),
    knownUntil: Number.POSITIVE_INFINITY,
  }));
  const counts = (id: string): (number | null)[] | null => {
    const metric = metricOf(id) as Metric;
    const observed = observe(metric, null);
    if (isUnavailable(observed)) return null;
    return observed
      .figures({ stats: ['count'], grouping: whole, periods: course })
      .figures.map(({ value }) => value);
  };
  return {
    every: chartEvery,
    periods,
    created: counts('created') ?? [],
    solved: counts('solved'),
    backlog: counts('backlog'),
  };
}

/** Edges that people think in, wide enough for seconds and for months. */
const ladder = [
  0,
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  8 * HOUR,
  DAY,
  2 * DAY,
  3 * DAY,
  7 * DAY,
  14 * DAY,
  30 * DAY,
  90 * DAY,
  Number.POSITIVE_INFINITY,
];

/** A bin at either end that holds less than this joins its neighbour. */
const NEGLIGIBLE = 0.02;
const MOST_BINS = 11;

/** How the durations of the period are spread; nothing where there are too few to see a shape. */
export function spreadsOf({ desk, stretches, whole, observe }: ChartOptions, asked: Clock): Spread[] {
  return ['first_response_time', 'resolution_time'].flatMap((id) => {
    const metric = metricOf(id) as Metric;
    const [clock] = clocksFor(metric, desk, { clocks: [asked], isAsked: false });
    const first = observe(metric, clock);
    const observed = isUnavailable(first) ? observe(metric, 'calendar') : first;
    if (isUnavailable(observed) || !observed.observations) return [];
    const { values: sorted } = fillCells({
      observations: observed.observations,
      grouping: whole,
      periods: [stretches.span],
      knownUntil: null,
    });
    if (sorted.length < 20) return [];
    const stat = 'p50';
    return [{ ...refOf(metric, stat, observed.clock), ...binsOf(sorted) }];
  });
}

/** Counts between the edges of the ladder; thin bins at both ends are joined, then the thinnest neighbours. */
export function binsOf(sorted: Float64Array): Pick<Spread, 'edges' | 'counts'> {
  const edges = [...ladder];
  const counts = edges.slice(1).map((edge, i) => countBelow(sorted, edge) - countBelow(sorted, edges[i]));
  // Negative durations do not exist; anything at the very start belongs to the first bin.
  counts[0] += countBelow(sorted, 0);
  const least = NEGLIGIBLE * sorted.length;
  const join = (left: number): void => {
    counts[left] += counts[left + 1];
    counts.splice(left + 1, 1);
    edges.splice(left + 1, 1);
  };
  while (counts.length > 3 && counts[counts.length - 1] + counts[counts.length - 2] < least)
    join(counts.length - 2);
  while (counts.length > 3 && counts[0] + counts[1] < least) join(0);
  while (counts.length > MOST_BINS) {
    let left = 0;
    for (let i = 1; i + 1 < counts.length; i++) {
      if (counts[i] + counts[i + 1] < counts[left] + counts[left + 1]) left = i;
    }
    join(left);
  }
  // Bins nobody is in say nothing at either end.
  while (counts.length > 1 && counts[counts.length - 1] === 0) {
    counts.pop();
    edges.pop();
  }
  while (counts.length > 1 && counts[0] === 0) {
    counts.shift();
    edges.shift();
  }
  return { edges, counts };
}

/** With fewer tickets most of the 168 hours of a week are empty by chance. */
const FEWEST_ARRIVALS = 100;

/** When tickets arrive, over the chart's stretch; null under a week or a hundred tickets. */
export function arrivalsOf(
  desk: Desk,
  options: { readonly stretches: Stretches; readonly mask: Uint8Array | null },
): Arrivals | null {
  const { chart, zone } = options.stretches;
  const created = desk.tickets.columns.created_at;
  if (created?.type !== 'instant' || chart.end - chart.start < 6.5 * DAY) return null;
  const counts = Array.from({ length: 7 }, () => new Array<number>(24).fill(0));
  let tickets = 0;
  for (let t = 0; t < created.values.length; t++) {
    const at = created.values[t];
    if (!(at >= chart.start && at < chart.end) || options.mask?.[t] === 0) continue;
    const hour = hourOfWeek(at, zone as Zone);
    counts[Math.floor(hour / 24)][hour % 24]++;
    tickets++;
  }
  return tickets < FEWEST_ARRIVALS ? null : { from: chart.start, to: chart.end, counts };
}

import type { Desk } from '../../model/desk.ts';
import type { Clock, Metric } from '../../model/metric.ts';
import type { Overview } from '../../model/overview.ts';
import type { FilterNode } from '../../query/filter.ts';
import type { Frame } from '../../time/frame.ts';
import { dayAt, type PeriodCalendar } from '../../time/period.ts';
import type { ComparisonMode } from '../../time/period-series.ts';
import type { Zone } from '../../time/zone.ts';
import { observeMetric } from '../comparison/observed.ts';
import { metricOf } from '../metrics/index.ts';
import type { DimensionContext } from '../segments/dimensions.ts';
import { compileFilter } from '../segments/filter.ts';
import { groupTickets } from '../segments/grouping.ts';
import { heldElsewhere } from '../segments/nearest-period.ts';
import type { PeriodRequest } from '../segments/periods.ts';
import { arrivalsOf, spreadsOf, volumeOf } from './charts.ts';
import { headlineMetrics, headlinesOf } from './headlines.ts';
import { reasonsOf } from './reasons.ts';
import { isCreatedIn, segmentTables, usualDimensions } from './segments.ts';
import { signsOf } from './signs.ts';
import { type Stretches, stretchesOf } from './stretches.ts';
import { owedOf, waitingOf } from './waiting.ts';

export interface OverviewOptions {
  readonly period: Omit<PeriodRequest, keyof PeriodCalendar>;
  readonly compare: ComparisonMode | 'none';
  readonly frame: Frame;
  readonly by: readonly string[];
  readonly top: number | null;
  readonly minGroup: number | null;
  readonly where: { readonly text: string; readonly node: FilterNode } | null;
}

/** Metrics of which several sections want figures: observed once, kept while the overview is made. */
const shared = new Set(['created', 'solved', 'backlog', 'first_response_time', 'resolution_time', 'csat']);

/** The metrics and dimensions an overview reads, so that nothing else is decoded. */
export function overviewNeeds(by: readonly string[]): {
  readonly metrics: Metric[];
  readonly by: readonly string[];
} {
  return {
    metrics: [...headlineMetrics(), metricOf('closed_unanswered') as Metric],
    by: [...by, ...usualDimensions, 'requester'],
  };
}

/** Every figure of a report, computed once; nothing in it names a person. */
export function overviewOf(desk: Desk, options: OverviewOptions): Overview {
  const { frame, where } = options;
  const { zone, weekStarts } = frame;
  const context: DimensionContext = { desk, zone };
  const mask = where && compileFilter(where.node, context);
  const whole = groupTickets({ dimensions: [], rows: desk.tickets.rows, mask, totals: false, top: null });
  const stretches = stretchesOf(desk, { ...options.period, zone, weekStarts, compare: options.compare });
  const clocks: Clock[] = frame.businessTime ? ['business', 'calendar'] : ['calendar'];
  const kept = new Map<string, ReturnType<typeof observeMetric>>();
  const observe = (metric: Metric, clock: Clock | null, of = desk): ReturnType<typeof observeMetric> => {
    const window = stretches.window;
    if (of !== desk) return observeMetric({ desk: of, metric, clock, frame, window });
    const key = `${metric.id} ${clock}`;
    const known = kept.get(key);
    if (known) return known;
    const observed = observeMetric({ desk, metric, clock, frame, window });
    if (shared.has(metric.id)) kept.set(key, observed);
    return observed;
  };
  const common = { desk, frame, stretches, whole, mask, observe };
  const { figures, unavailable } = headlinesOf({ ...common, clocks });
  const isCurrent = isCreatedIn(desk, stretches.span);
  // Who waits now is no news of a period long past.
  const isRecent = desk.asOf - stretches.span.end <= stretches.span.end - stretches.span.start;
  const waiting = isRecent ? waitingOf(desk, { mask, context }) : null;
  return {
    asOf: desk.asOf,
    zone: zone.id,
    period: stretches.period,
    before: stretches.before?.period ?? null,
    ...(isBeforeApart(desk, stretches) ? { isBeforeApart: true } : {}),
    ...daysOffIn(stretches.period, { desk, zone }),
    filter: where?.text ?? null,
    coverage: desk.coverage,
    tickets: countOf(isCurrent, mask),
    nearest: heldElsewhere(desk, { range: stretches.period, zone, weekStarts })?.nearest ?? null,
    held: mask ? mask.reduce((sum, each) => sum + each, 0) : desk.tickets.rows,
    course: stretches.course.map(({ period }) => period),
    headlines: figures,
    unavailable,
    segments: segmentTables({
      ...common,
      clock: clocks[0],
      by: options.by,
      top: options.top,
      minGroup: options.minGroup,
      context,
    }),
    reasons: reasonsOf(figures, { ...common, isCurrent, context }),
    volume: volumeOf(common),
    spreads: spreadsOf(common, clocks[0]),
    arrivals: arrivalsOf(desk, common),
    waiting,
    owed: isRecent ? owedOf(desk, { mask }) : null,
    signs: signsOf({
      ...{ ...common, isCurrent, waiting, context, headlines: figures },
      minGroup: options.minGroup,
    }),
    quality: {
      sources: desk.sources,
      removed: [...desk.removed],
    },
  };
}

/** Whether there are tickets from before the period, but not of all the lists that tell of it. */
const isBeforeApart = (desk: Desk, { period, before, mode }: Stretches): boolean =>
  mode !== 'none' &&
  period !== null &&
  before === null &&
  desk.ticketLists !== undefined &&
  period.start > desk.coverage.bulkFrom;

function countOf(isCurrent: Uint8Array, mask: Uint8Array | null): number {
  let count = 0;
  for (let t = 0; t < isCurrent.length; t++) if (isCurrent[t] === 1 && mask?.[t] !== 0) count++;
  return count;
}

function daysOffIn(
  period: Overview['period'],
  { desk, zone }: { readonly desk: Desk; readonly zone: Zone },
): Pick<Overview, 'daysOff'> {
  if (!period || !desk.isDayOff) return {};
  let daysOff = 0;
  const last = dayAt(period.end - 1, zone);
  for (let day = dayAt(period.start, zone); day <= last; day++) if (desk.isDayOff(day)) daysOff++;
  return daysOff > 0 ? { daysOff } : {};
}

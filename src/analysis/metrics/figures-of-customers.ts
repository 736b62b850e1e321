import type { CustomersMetric, Figure } from '../../model/metric.ts';
import { type Sentence, sentence } from '../../model/sentence.ts';
import { noInterval } from '../../stats/interval.ts';
import { shareOf } from '../../stats/share.ts';
import { isTooFew } from '../../stats/too-few.ts';
import { countKept, endlessReason, tenuresOf } from './customer-tenures.ts';
import type { FigurePeriod, FigureRequest, MetricFigures } from './figure-request.ts';
import { unavailable } from './unavailable.ts';

const DAY = 86_400_000;

/** A year up to as-of, shorter where ends are known for less. */
function lastYear(asOf: number, endsKnownFrom: number): Pick<FigurePeriod, 'start' | 'end' | 'complete'> {
  return { start: Math.max(asOf - 365 * DAY, endsKnownFrom), end: asOf, complete: true };
}

/** The same figure for every row of it. */
type Row = Pick<Figure, 'period' | 'segment' | 'value' | 'n' | 'low' | 'high' | 'status' | 'reason'>;

/**
 * Figures of customers: of those active at a period's start, the share still active at its end (or not), for whole
 * periods. Without periods: the year up to as-of, or as far back as ends are known. Tickets' dimensions and filters say nothing
 * about customers: with them such a figure is unavailable.
 */
export function customersFigures(request: FigureRequest, metric: CustomersMetric): MetricFigures {
  const { desk, grouping, periods, stats, clock } = request;
  const figure = (row: Row): Figure[] =>
    stats.map((stat) => ({ ...row, metric: metric.id, kind: metric.kind, stat, clock, open: null }));
  const missing = (reason: Sentence): MetricFigures => ({
    figures: figure({
      period: null,
      segment: {},
      value: null,
      n: 0,
      ...noInterval,
      status: 'unavailable',
      reason,
    }),
    leftOut: new Map(),
    note: null,
  });
  const tenures = tenuresOf(desk);
  if (!tenures) return missing(unavailable('no_customers').unavailable);
  const endless = endlessReason(tenures);
  if (endless !== null) return missing(endless);
  const isWhole = grouping.orphan === 0 && Object.keys(grouping.segments[0] ?? {}).length === 0;
  if (!isWhole) return missing(unavailable('customers_only').unavailable);
  const rowOf = (period: FigurePeriod | null): Row => {
    const span = period ?? lastYear(desk.asOf, tenures.endsKnownFrom);
    const nothing = { period, segment: {}, value: null, n: 0, ...noInterval };
    if (!span.complete) return { ...nothing, status: 'window_open', reason: sentence('why.period_not_over') };
    if (span.end <= tenures.endsKnownFrom)
      return { ...nothing, status: 'edge', reason: sentence('why.ends_before_unknown') };
    const { n, kept } = countKept(tenures, span);
    const share = shareOf({ hits: metric.of === 'stayed' ? kept : n - kept, n });
    const isEdge = span.start < tenures.endsKnownFrom;
    return {
      period,
      segment: {},
      value: share?.value ?? null,
      n,
      low: share?.low ?? null,
      high: share?.high ?? null,
      status: isTooFew('share', n) ? 'too_few' : isEdge ? 'edge' : 'ok',
      reason: isEdge
        ? sentence('why.ends_of_beginning_missing')
        : period === null
          ? sentence('why.of_customers_before', { days: Math.round((span.end - span.start) / DAY) })
          : null,
    };
  };
  return {
    figures: (periods ?? [null]).flatMap((period) => figure(rowOf(period))),
    leftOut: tenures.leftOut,
    note: null,
  };
}

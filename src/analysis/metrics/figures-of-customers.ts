import type { Extent } from '../../model/coverage.ts';
import type { CustomersMetric, Figure } from '../../model/metric.ts';
import { type Sentence, sentence } from '../../model/sentence.ts';
import { noInterval } from '../../stats/interval.ts';
import { shareOf } from '../../stats/share.ts';
import { isTooFew } from '../../stats/too-few.ts';
import { type CustomerTenures, countKept, endlessReason, tenuresOf } from './customer-tenures.ts';
import type { FigurePeriod, FigureRequest, MetricFigures } from './figure-request.ts';
import { unavailable } from './unavailable.ts';

const DAY = 86_400_000;

/** A year up to as-of, or up to where ends are known; shorter where they are known for less. */
function lastYear(asOf: number, { endsKnownFrom, endsKnownTo }: CustomerTenures): Span {
  const end = Math.min(asOf, endsKnownTo);
  return { start: Math.max(end - 365 * DAY, endsKnownFrom), end, complete: true };
}

type Span = Pick<FigurePeriod, 'start' | 'end' | 'complete'>;

/** How far leaving is known in a stretch of time, and what is lacking. */
function edgeOf(
  { start, end }: Span,
  { endsKnownFrom, endsKnownTo }: CustomerTenures,
): { readonly extent: Extent; readonly reason: Sentence | null } {
  if (end <= endsKnownFrom) return { extent: 'none', reason: sentence('why.ends_before_unknown') };
  if (start >= endsKnownTo) return { extent: 'none', reason: sentence('why.ends_after_unknown') };
  if (start < endsKnownFrom) return { extent: 'part', reason: sentence('why.ends_of_beginning_missing') };
  if (end > endsKnownTo) return { extent: 'part', reason: sentence('why.ends_of_end_missing') };
  return { extent: 'whole', reason: null };
}

/** Since when whose customers are followed, where no period was asked for. */
function ofWhom({ start, end }: Span, asOf: number): Sentence {
  const days = Math.round((end - start) / DAY);
  return end < asOf
    ? sentence('why.of_customers_before_list_end', { days })
    : sentence('why.of_customers_before', { days });
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
    const span = period ?? lastYear(desk.asOf, tenures);
    const nothing = { period, segment: {}, value: null, n: 0, ...noInterval };
    if (!span.complete) return { ...nothing, status: 'window_open', reason: sentence('why.period_not_over') };
    const { extent, reason } = edgeOf(span, tenures);
    if (extent === 'none') return { ...nothing, status: 'edge', reason };
    const { n, kept } = countKept(tenures, span);
    const share = shareOf({ hits: metric.of === 'stayed' ? kept : n - kept, n });
    return {
      period,
      segment: {},
      value: share?.value ?? null,
      n,
      low: share?.low ?? null,
      high: share?.high ?? null,
      status: isTooFew('share', n) ? 'too_few' : extent === 'part' ? 'edge' : 'ok',
      reason: reason ?? (period === null ? ofWhom(span, desk.asOf) : null),
    };
  };
  return {
    figures: (periods ?? [null]).flatMap((period) => figure(rowOf(period))),
    leftOut: tenures.leftOut,
    note: null,
  };
}

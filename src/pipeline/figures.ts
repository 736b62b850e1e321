import { computeFigures, type FigurePeriod, type MetricFigures } from '../analysis/metrics/figures.ts';
import { withoutSmallGroups } from '../analysis/metrics/small-groups.ts';
import { compileDimension, type DimensionContext } from '../analysis/segments/dimensions.ts';
import { compileFilter } from '../analysis/segments/filter.ts';
import { type Grouping, groupTickets } from '../analysis/segments/grouping.ts';
import type { Desk } from '../model/desk.ts';
import type { Clock, MeasureContext, Metric } from '../model/metric.ts';
import type { SlaTargets } from '../model/sla.ts';
import { type FilterNode, parseFilter } from '../query/filter.ts';
import type { Zone } from '../time/zone.ts';
import type { MetricRequest } from './metric-requests.ts';

/** Which figures are asked for, of which tickets. */
export interface FigureOptions {
  readonly metrics: readonly MetricRequest[];
  readonly by: readonly string[];
  readonly totals: boolean;
  readonly top: number | null;
  readonly where: FilterNode | null;
  readonly periods: readonly FigurePeriod[] | null;
  readonly knownUntil?: readonly number[] | null;
  readonly clocks: readonly Clock[];
  readonly zone: Zone;
  /** Business milliseconds between two instants; null without working hours. */
  readonly businessTime: MeasureContext['businessTime'];
  /** Targets under SLA policies (`slaTargets`); null or left out without policies. */
  readonly sla?: SlaTargets | null;
  /** Figures of segments that rest on fewer than this are left out; null or left out: none are. */
  readonly minGroup?: number | null;
}

/** The second half of the road: desk → segments and periods → figures, metric by metric. */
export function measureDesk(desk: Desk, options: FigureOptions): MetricFigures[] {
  const grouping = groupDesk(desk, options);
  return options.metrics.flatMap(({ metric, stats }) =>
    clocksOf(metric, options).map((clock) =>
      withoutSmallGroups(
        computeFigures({
          desk,
          metric,
          stats,
          clock,
          context: {
            clock: clock ?? 'calendar',
            businessTime: options.businessTime,
            sla: options.sla ?? null,
          },
          grouping,
          periods: options.periods,
          knownUntil: options.knownUntil ?? null,
        }),
        options.minGroup ?? null,
      ),
    ),
  );
}

function clocksOf(metric: Metric, { clocks }: FigureOptions): readonly (Clock | null)[] {
  if (metric.kind !== 'duration') return [null];
  return metric.hasBusinessClock ? clocks : ['calendar'];
}

/** The segments that a desk's tickets are in. */
export function groupDesk(
  desk: Desk,
  options: Pick<FigureOptions, 'by' | 'where' | 'totals' | 'top' | 'zone'>,
): Grouping {
  const context: DimensionContext = { desk, zone: options.zone };
  return groupTickets({
    dimensions: options.by.map((name) => compileDimension(name, context)),
    rows: desk.tickets.rows,
    mask: options.where && compileFilter(options.where, context),
    totals: options.totals,
    top: options.top,
    hasOrphans: desk.surveys.some(({ ticket }) => ticket.includes(-1)),
  });
}

/** A filter as the user typed it, or null. */
export function filterOf(text: string | undefined): FilterNode | null {
  return text === undefined ? null : parseFilter(text);
}

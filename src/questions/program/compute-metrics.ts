import { metrics } from '../../analysis/metrics/index.ts';
import type { Desk } from '../../model/desk.ts';
import type { Clock } from '../../model/metric.ts';
import type { MetricRow as Row } from '../../model/rows.ts';
import { metricRow } from '../../output/report/metric-rows.ts';
import { dimensionOf } from '../asked.ts';
import { filterOf, measureDesk } from '../figures.ts';
import { withDimensions } from '../filters.ts';
import { parseMetricRequests } from '../metric-requests.ts';
import { ownNames, segmentByOwnNames } from '../own-names.ts';
import { placedFigures, splitsAsked } from '../separate-splits.ts';
import { settleCall, type TimeOptions } from './settled-call.ts';

/** A figure in the units of data, with its reason in English. */
export type MetricRow = Row<string>;

/** Which figures are computed; everything left out is as on the command line. */
export interface ComputeMetricsOptions extends TimeOptions {
  /** `first_response_time`, `first_response_time.p90`, …; all metrics unless given. */
  readonly metrics?: readonly string[];
  readonly by?: readonly string[];
  readonly where?: string;
  readonly every?: 'day' | 'week' | 'month' | 'quarter';
  readonly totals?: boolean;
  /** Each dimension, and `every`, on its own: not crossed. */
  readonly separately?: boolean;
  readonly top?: number;
  /** Segments with fewer tickets are suppressed. */
  readonly minGroup?: number;
}

/**
 * The figures of a desk, as `deskstat metrics --format json` prints them: durations in seconds, nothing rounded.
 *
 * @throws DeskstatError (2) for an unknown metric, dimension or period, (3) for a dimension that the data lacks
 * @example computeMetrics(desk, { metrics: ['first_response_time.p90'], by: ['group'], every: 'week' })
 */
export function computeMetrics(desk: Desk, options: ComputeMetricsOptions = {}): MetricRow[] {
  const { session, frame, request, instant } = settleCall(desk, 'metrics', options);
  const { config, run } = session;
  const where = filterOf(options.where);
  const clocks: readonly Clock[] = frame.businessTime ? ['calendar', 'business'] : ['calendar'];
  const by = (options.by ?? []).map((name) => dimensionOf(name, session));
  const measured = splitsAsked(desk, { ...options, request, by }).map((split) =>
    measureDesk(desk, {
      ...split,
      metrics: parseMetricRequests(options.metrics ?? metrics.map(({ id }) => id), []),
      top: options.top ?? null,
      where: where && withDimensions(where, config),
      clocks,
      frame,
      minGroup: run.minGroup,
    }),
  );
  const own = ownNames(config);
  return placedFigures(measured, by)
    .flat()
    .map(({ figure, segment }) => {
      const row = metricRow(figure, instant);
      return {
        ...row,
        segment: segmentByOwnNames(segment, own),
        reason: row.reason?.english ?? null,
      };
    });
}

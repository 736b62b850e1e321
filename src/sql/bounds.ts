import type { FigurePeriod } from '../analysis/metrics/figure-request.ts';
import { OLD_COUNT, OLD_SHARE } from '../analysis/metrics/stocks.ts';
import { expectedArrivals } from '../model/coverage.ts';
import type { Metric } from '../model/metric.ts';
import type { Manifest } from '../observations/manifest.ts';
import { observedRows } from './entries.ts';
import { measuredOf, type Query, type Step, shapeOf } from './query.ts';

/** The instant at which the stocks of a period are counted. */
export const momentOf = ({ asOf }: Pick<Manifest, 'asOf'>, period: FigurePeriod | null): number =>
  period ? Math.min(period.end - 1, asOf) : asOf;

/** Whether a stock is a lower bound at a moment, as far as that is told without its rows: 1 yes, 0 no, null: by them. */
export function boundAt({ coverage, asOf }: Manifest, moment: number): number | null {
  if (coverage.pinned || coverage.cut === 'touched' || coverage.cut === 'solved') return 0;
  if (coverage.cut === 'open') return moment < asOf ? 1 : 0;
  return expectedArrivals(coverage, { from: coverage.bulkTo, to: moment }) >= 1 ? 1 : null;
}

const canBeBound = (metric: Metric): boolean => ['age', 'count', 'days'].includes(shapeOf(metric));

/** Whether rows have to tell it for any stock that is asked for. */
const isByRows = (query: Query): boolean =>
  measuredOf(query).some(([, { metric }]) => canBeBound(metric)) &&
  (query.periods ?? [null]).some(
    (period) => boundAt(query.manifest, momentOf(query.manifest, period)) === null,
  );

/** 1 where a stock lacks what came before the export: by what was open then, all segments together. */
export function boundSteps(query: Query): readonly Step[] {
  if (!isByRows(query)) return [];
  const { literals, manifest } = query;
  const { bulkFrom } = manifest.coverage;
  const old = `sum(case when at_ms >= ${literals.double(bulkFrom)} and at_ms < bulk_half then 1 else 0 end)`;
  const isMuch = `${literals.asDouble(old)} > ${literals.double(OLD_SHARE)} * ${literals.asDouble('count(*)')}`;
  return [
    [
      'bounds',
      `select m, periods.p as p, case when ${old} > ${OLD_COUNT} and ${isMuch} then 1 else 0 end as is_bound
  from ${observedRows(query, canBeBound)} join periods on missing is null and at_ms <= moment and (until_ms is null or until_ms > moment)
  where part = 0 and state = 'interval' group by m, periods.p`,
    ],
  ];
}

/** Whether a cell of `cells` is a lower bound, and what it has to be joined with. */
export function boundOf(query: Query): { readonly value: string; readonly joined: string } {
  if (!isByRows(query))
    return {
      value: "case when shape in ('age', 'count', 'days') then coalesce(cells.missing, 0) else 0 end",
      joined: '',
    };
  return {
    value:
      "case when shape in ('age', 'count', 'days') then coalesce(cells.missing, bounds.is_bound, 0) else 0 end",
    joined: ' left join bounds on bounds.m = cells.m and bounds.p = cells.p',
  };
}

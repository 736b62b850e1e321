import { isCensored } from '../analysis/metrics/censored.ts';
import { periodsOf } from '../analysis/segments/periods.ts';
import type { Metric } from '../model/metric.ts';
import { DeskstatError } from '../model/problem.ts';
import { sentence } from '../model/sentence.ts';
import { askedOf } from '../observations/asked.ts';
import type { SegmentOptions, SessionOptions } from '../settings/option-types.ts';
import { usageError } from '../settings/option-values.ts';
import { engines } from '../sql/engines/index.ts';
import { figuresQuery } from '../sql/figures-query.ts';
import { formatInstant } from '../time/zone.ts';
import { clocksOf, dimensionOf } from './asked.ts';
import { type MetricRequest, parseMetricRequests } from './metric-requests.ts';
import { calendarOfObservations, type ObservationsFolder, refuseOtherZone } from './observed-desk.ts';
import { deskOfObservations } from './observed-figures.ts';
import type { Session } from './session.ts';

export interface SqlOptions extends SessionOptions, SegmentOptions {
  readonly metric?: readonly string[];
  readonly stat?: readonly string[];
  readonly clock?: 'calendar' | 'business' | 'both';
  readonly engine?: string;
  readonly observations?: string;
  readonly table?: string;
}

/** The query that makes the rows of `metrics` from observations, on an engine; `files` is where they lie. */
export function askSql(
  session: Session,
  { folder, manifest }: Pick<ObservationsFolder, 'folder' | 'manifest'>,
  {
    options,
    files: place,
  }: {
    readonly options: SqlOptions;
    readonly files: { readonly observations: string; readonly critical: string };
  },
): string {
  const engine = engines.find(({ id }) => id === (options.engine ?? engines[0].id));
  const known = engines.map(({ id }) => id);
  if (!engine)
    throw usageError(
      sentence('mistake.unknown_engine', { engine: String(options.engine), known: known.join(', ') }),
      '--engine duckdb',
    );
  if (manifest.isEmpty) {
    const args = { reason: sentence('why.hold_nothing') };
    throw new DeskstatError({ code: 'observations_broken', args, where: { file: folder } }, 3);
  }
  const asked = parseMetricRequests(options.metric ?? [], options.stat ?? []);
  const requests = computable(asked, { folder, metric: options.metric });
  const by = (options.by ?? []).map((name) => dimensionOf(name, session));
  const { zone, weekStarts } = calendarOfObservations(manifest, session);
  const clocks = clocksOf(options.clock, manifest.hasHours);
  const isOnBusinessClock = [...clocks, ...requests.map(({ clock }) => clock)].includes('business');
  refuseOtherZone(manifest, session.options, { by, isOnBusinessClock });
  const { table } = options;
  const files = engine.files(place);
  if (table === undefined && !files)
    throw usageError(sentence('mistake.table_missing', { engine: engine.name }), '--table observations');
  return figuresQuery(
    {
      manifest,
      asked: askedOf(folder, manifest, {
        requests,
        by,
        clocks,
        isClockAsked: options.clock !== undefined,
        named: options.metric ?? [],
      }),
      by,
      byNames: options.by ?? [],
      periods: periodsOf({ ...session.run.asked, zone, weekStarts }, deskOfObservations(manifest, [])),
      totals: options.totals ?? false,
      top: options.top ?? null,
      minGroup: session.run.minGroup,
      instant: (at) => formatInstant(at, zone, 'second'),
      observations: table ?? files?.observations ?? '',
      critical: table === undefined ? (files?.critical ?? '') : `${table}_critical`,
    },
    engine,
  );
}

/** Metrics and statistics that a query can compute; what is named and cannot be is refused, what is not named is left out. */
function computable(
  requests: readonly MetricRequest[],
  { folder, metric }: Pick<SqlOptions, 'metric'> & Pick<ObservationsFolder, 'folder'>,
): readonly MetricRequest[] {
  const refuse = (what: string): never => {
    const args = { what, try: `deskstat metrics --observations ${folder} --metric ${what}` };
    throw new DeskstatError({ code: 'sql_cannot', args }, 2);
  };
  const isNamed = ({ id }: Metric): boolean => (metric ?? []).some((name) => name.split(/[.@]/)[0] === id);
  return requests.flatMap((request) => {
    const { shape, needsIssues } = request.metric as Metric;
    if ((shape === 'customers' || needsIssues) && !isNamed(request.metric)) return [];
    if (shape === 'customers' || needsIssues) refuse(request.metric.id);
    const odd = request.stats.find(isCensored);
    return odd ? refuse(`${request.metric.id}.${odd}`) : [request];
  });
}

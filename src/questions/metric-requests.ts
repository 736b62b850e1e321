import { censoredStatsOf } from '../analysis/metrics/censored.ts';
import { metricOf, metrics } from '../analysis/metrics/index.ts';
import { statsOfKind } from '../analysis/metrics/statistics.ts';
import { columnsAsked } from '../analysis/segments/dimensions.ts';
import { fieldsOfFilter } from '../analysis/segments/filter.ts';
import type { FieldId } from '../model/fields.ts';
import { issueFields } from '../model/issue-fields.ts';
import type { Clock, Metric, Stat } from '../model/metric.ts';
import { DeskstatError } from '../model/problem.ts';
import type { MetricInfo } from '../query/expectation.ts';
import type { FilterNode } from '../query/filter.ts';
import { metricIdOf, nearestMetric, questionCalled, statIdOf } from '../query/metric-names.ts';

export interface MetricRequest {
  readonly metric: Metric;
  readonly stats: readonly Stat[];
  /** The clock that is named with it; null: those that all figures come on. */
  readonly clock: Clock | null;
}

const whoWrote: readonly FieldId[] = ['author', 'author_role', 'public', 'text'];

/** Where a field of tickets comes from when they are rebuilt from messages or events. */
const madeOf: Readonly<Record<string, readonly FieldId[]>> = {
  agent: ['assignee', 'actor', ...whoWrote],
  assignee: ['actor', ...whoWrote],
  requester: whoWrote,
  opened_by_agent: whoWrote,
  subject: ['text'],
  description: whoWrote,
  reassignments: ['group', 'actor'],
};

/** The fields and columns that figures need, so that nothing else is decoded. */
export function needsOf(options: {
  readonly metrics: readonly Metric[];
  readonly by: readonly string[];
  readonly where: FilterNode | null;
  /** Further filters: those of SLA policies. */
  readonly filters?: readonly (FilterNode | null)[];
}): { readonly fields: Set<FieldId>; readonly columns: string[]; readonly issues: boolean } {
  const filters = [options.where, ...(options.filters ?? [])].flatMap((node) =>
    node ? [fieldsOfFilter(node)] : [],
  );
  const fields = new Set<string>([
    ...options.metrics.flatMap(({ reads }) => reads),
    ...options.by,
    ...filters.flatMap((filter) => filter.fields),
  ]);
  for (const field of [...fields]) for (const source of madeOf[field] ?? []) fields.add(source);
  const issues = fields.has('issue') || fields.has('topic');
  if (issues) for (const field of issueFields) fields.add(field);
  return {
    issues,
    fields: fields as Set<FieldId>,
    columns: [...new Set([...columnsAsked(options.by), ...filters.flatMap((filter) => filter.columns)])],
  };
}

/**
 * Metrics and statistics as users name them, and as figures are called: `first_response_time`, `first_response_time.p90`,
 * `first_response_time.p90@business`; `all` is what no name is.
 *
 * @throws DeskstatError (2) for an unknown metric, or a statistic or a clock that it does not have
 */
export function parseMetricRequests(
  names: readonly string[],
  typedStats: readonly string[],
): MetricRequest[] {
  const all: readonly Metric[] = metrics;
  const stats = typedStats.map(statIdOf);
  const unasked = all.filter(({ needsIssues }) => !needsIssues).map(({ id }) => id);
  const named = names.flatMap((name) => (name === 'all' ? unasked : [figureCalled(name)]));
  const wanted = names.length > 0 ? [...new Set(named)] : unasked;
  const known = knownStats();
  const strange = stats.find((stat) => !known.includes(stat));
  if (strange !== undefined)
    throw new DeskstatError(
      { code: 'unknown_stat', args: { id: '--stat', stat: strange, known: [...known] } },
      2,
    );
  return wanted.map((name) => {
    const [, id = '', stat, clockName] = figureName.exec(name) ?? [];
    const metric = metricOf(id);
    if (!metric) {
      const ids = metrics.map((each) => each.id);
      const isFile = isFileName(name);
      const near = isFile ? null : (questionCalled(id) ?? nearestMetric(id, ids));
      const args = { id: isFile ? name : id, near: near ?? undefined };
      throw new DeskstatError({ code: 'unknown_metric', args }, 2);
    }
    const legal = statsOf(metric);
    const asked = stat === undefined ? stats : [stat];
    const found = asked.filter((each): each is Stat => (legal as readonly string[]).includes(each));
    if (stat !== undefined && found.length === 0) {
      throw new DeskstatError({ code: 'unknown_stat', args: { id, stat, known: [...legal] } }, 2);
    }
    const clock = clockName === undefined ? null : clockCalled(clockName, metric);
    return { metric, stats: found.length > 0 ? found : metric.defaultStats, clock };
  });
}

/** Whether a name is one of a metric, a short one too. */
export const isMetricName = (name: string): boolean => metricOf(metricIdOf(name)) !== undefined;

/** Whether what stands in the place of a figure's name is a file: in a folder, or with an ending that is no statistic. */
export function isFileName(name: string): boolean {
  if (/[\\/]/.test(name)) return true;
  const [, id = '', ending] = figureName.exec(name) ?? [];
  return ending !== undefined && !isMetricName(id) && !knownStats().includes(statIdOf(ending));
}

const knownStats = (): readonly string[] => [
  ...new Set([...metrics.flatMap(statsOf), ...Object.values(statsOfKind).flat()]),
];

const figureName = /^([^.@]*)(?:\.([^@]*))?(?:@(.*))?$/su;

/** A figure's own name, where somebody typed a short one: `frt.median` is `first_response_time.p50`. */
const figureCalled = (name: string): string =>
  name.replace(figureName, (_, id: string, stat?: string, clock?: string) =>
    [
      metricIdOf(id),
      stat === undefined ? '' : `.${statIdOf(stat)}`,
      clock === undefined ? '' : `@${clock}`,
    ].join(''),
  );

/** @throws DeskstatError (2) for a clock that the metric does not have */
function clockCalled(name: string, metric: Metric): Clock {
  const known = clocksOfMetric(metric);
  const found = known.find((each) => each === name);
  if (found) return found;
  const args = { id: metric.id, clock: name, known: known.length > 0 ? [...known] : undefined };
  throw new DeskstatError({ code: 'unknown_clock', args }, 2);
}

/** The clocks that a metric has; none where it is no duration. */
export function clocksOfMetric({ kind, hasBusinessClock }: Metric): readonly Clock[] {
  if (kind !== 'duration') return [];
  return hasBusinessClock ? ['calendar', 'business'] : ['calendar'];
}

/** The statistics that a metric has; the first one is meant where a share, count or score names none. */
export function statsOf(metric: Metric): readonly Stat[] {
  return [...statsOfKind[metric.kind], ...censoredStatsOf(metric)];
}

/** The metrics as the grammar of expectations needs to know them. */
export function metricInfos(): MetricInfo[] {
  return metrics.map((metric) => ({
    id: metric.id,
    kind: metric.kind,
    stats: statsOf(metric),
    hasBusinessClock: metric.hasBusinessClock,
  }));
}

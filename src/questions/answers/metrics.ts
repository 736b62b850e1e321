import { hasCensoredStats, isCensored } from '../../analysis/metrics/censored.ts';
import { metrics } from '../../analysis/metrics/index.ts';
import { SURVEY } from '../../analysis/metrics/survey-views.ts';
import { OTHERS } from '../../analysis/segments/grouping.ts';
import type { Desk } from '../../model/desk.ts';
import type { FigureTables } from '../../model/figure-tables.ts';
import { censoredStats } from '../../model/metric.ts';
import { DeskstatError } from '../../model/problem.ts';
import type { MachineRow, MetricRow, TypedColumn } from '../../model/rows.ts';
import { sentence } from '../../model/sentence.ts';
import {
  changeCells,
  changeColumns,
  metricColumns,
  metricRow,
  wideRows,
} from '../../output/report/metric-rows.ts';
import { metricIdOf } from '../../query/metric-names.ts';
import type {
  OutputOptions,
  PeriodOptions,
  SegmentOptions,
  SessionOptions,
  SortOptions,
} from '../../settings/option-types.ts';
import { usageError } from '../../settings/option-values.ts';
import { formatInstant, type Zone } from '../../time/zone.ts';
import { clocksOf, dimensionOf } from '../asked.ts';
import { dataEnvelope } from '../envelope.ts';
import { type FigureOptions, filterOf, measureChanges, measureDesk, measureSplits } from '../figures.ts';
import { withDimensions } from '../filters.ts';
import { frameOf } from '../frame.ts';
import { isMetricName, type MetricRequest, needsOf, parseMetricRequests } from '../metric-requests.ts';
import { emptyFilterNote, emptyPeriodNote } from '../nothing-found.ts';
import { type Measured, type ObservedDesk, refuseBeside } from '../observed-desk.ts';
import { type OwnNames, ownNames, segmentByOwnNames } from '../own-names.ts';
import { policiesOf } from '../policies.ts';
import { type CellSplit, type PlacedFigure, placedFigures, splitsAsked } from '../separate-splits.ts';
import type { Session } from '../session.ts';
import { type SortKey, sorted, sortKeys } from '../sorting.ts';
import type { Answer } from './answer.ts';

export interface MetricsOptions
  extends SessionOptions,
    SegmentOptions,
    PeriodOptions,
    SortOptions,
    OutputOptions {
  readonly metric?: readonly string[];
  readonly stat?: readonly string[];
  readonly clock?: 'calendar' | 'business' | 'both';
  /** Statistics in which tickets still open count too. */
  readonly censored?: boolean;
  /** Each dimension, and the step of periods, on its own: not crossed. */
  readonly separately?: boolean;
  readonly list?: boolean;
  /** Folder that `observe` wrote, in place of files. */
  readonly observations?: string;
  readonly wide?: boolean;
}

/** Tidy figures, as rows for programs and with what a table for people has to know. */
export interface MetricsAnswer extends Answer, FigureTables {}

/** Tidy figures, one a row; with digests of their files where they are to be made again from them. */
export async function askMetrics(
  session: Session,
  paths: readonly string[],
  options: MetricsOptions,
  {
    digests = false,
    observed = null,
  }: { readonly digests?: boolean; readonly observed?: ObservedDesk | null } = {},
): Promise<MetricsAnswer> {
  refuseIdle(options);
  if (options.observations !== undefined) refuseBeside(paths, options);
  const filter = filterOf(options.where);
  const where = filter && withDimensions(filter, session.config);
  const requests = withCensored(parseMetricRequests(options.metric ?? [], options.stat ?? []), options);
  const by = (options.by ?? []).map((name) => dimensionOf(name, session));
  const isAboutSla = requests.some(({ metric }) => metric.periodOf === 'due instant');
  const needs = needsOf({
    metrics: requests.map(({ metric }) => metric),
    by,
    where,
    filters: isAboutSla ? policiesOf(session).map(({ when }) => when) : [],
  });
  const { desk } = observed ?? (await readFor(session, paths, { ...needs, digests, mayBeEmpty: true }));
  const frame = observed?.frame ?? (await frameOf(session, desk, { withTargets: isAboutSla }));
  const { zone } = frame;
  const splits = splitsAsked(desk, { ...options, request: { ...session.run.asked, ...frame }, by });
  const figureOptions: Omit<FigureOptions, keyof CellSplit> = {
    metrics: requests,
    top: options.top ?? null,
    where,
    clocks: clocksOf(options.clock, observed?.hasHours ?? frame.businessTime !== null),
    isClockAsked: options.clock !== undefined,
    frame,
    minGroup: session.run.minGroup,
  };
  const asked = splits.map((split): FigureOptions => ({ ...figureOptions, ...split }));
  const measured = observed ? await measuredOf(observed, asked, session) : measuredIn(desk, asked, session);
  const { wide, named, machineColumns, whole, parts, isCompared } = tableOf(measured, {
    by,
    splits,
    session,
    options,
    zone,
  });
  return {
    desk,
    head: dataEnvelope('metrics', { desk, zone }),
    whole,
    figureColumns: machineColumns,
    named,
    wide,
    parts,
    isCompared,
    problems: [
      ...desk.problems,
      ...emptyPeriodNote(desk, session),
      ...emptyFilterNote(desk, { where, text: options.where, zone }),
      ...(frame.sla?.problems ?? []),
    ],
  };
}

/** The figures of each split, each beside the one before it where that was asked for. */
function measuredIn(desk: Desk, splits: readonly FigureOptions[], { run }: Session): Measured[] {
  const { compare } = run;
  if (compare === 'none') return measureSplits(desk, splits).map((results) => ({ results, changes: null }));
  return splits.map((options) =>
    options.periods
      ? measureChanges(desk, { ...options, compare })
      : { results: measureDesk(desk, options), changes: null },
  );
}

async function measuredOf(
  observed: ObservedDesk,
  splits: readonly FigureOptions[],
  { run: { compare } }: Session,
): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const options of splits) measured.push(await observed.measure({ ...options, compare }));
  return measured;
}

/** Figures as rows in the order that was asked for, and pivoted where that was. */
function tableOf(
  measured: readonly Measured[],
  {
    by,
    splits,
    session,
    options,
    zone,
  }: {
    readonly by: readonly string[];
    readonly splits: readonly CellSplit[];
    readonly session: Session;
    readonly options: MetricsOptions;
    readonly zone: Zone;
  },
) {
  const placed = placedFigures(
    measured.map(({ results }) => results),
    by,
  );
  const figures = placed.flat();
  const changes = measured.some((each) => each.changes)
    ? new Map(measured.flatMap((each) => [...(each.changes ?? [])]))
    : null;
  const isBySurvey = !by.includes(SURVEY) && figures.some(({ segment }) => SURVEY in segment);
  const columnsBy = isBySurvey ? [SURVEY, ...by] : by;
  const instant = (at: number): string => formatInstant(at, zone, 'second');
  const rowOf = ({ figure, segment }: PlacedFigure): MachineRow => {
    const row = { ...metricRow(figure, instant), segment };
    const unit = metrics.find(({ id }) => id === figure.metric) as { unit?: string } | undefined;
    const settled = unit?.unit === undefined ? row : { ...row, unit: unit.unit };
    return changes ? { ...settled, ...changeCells(figure, changes.get(figure)) } : settled;
  };
  const tables = placed.map((split) => split.map(rowOf));
  const computed = tables.flat();
  const own = ownNames(session.config);
  const namesBy = columnsBy.map((name) => own.get(name) ?? name);
  const machineColumns = [...metricColumns(namesBy), ...(changes ? changeColumns : [])];
  const named = (row: MachineRow): MetricRow => withOwnNames(row as MetricRow, own);
  const pivoted = options.wide ? wideRows(computed.map(named), namesBy) : null;
  const order = sortKeys(
    options.sort ?? [],
    (pivoted?.columns ?? machineColumns).map(({ key }) => key),
  );
  const wide = pivoted && {
    ...pivoted,
    rows: sorted(pivoted.rows, withOthersLast(order), (row, key) =>
      key === OTHERS_LAST ? isOfOthers(namesBy.map((name) => row[`by_${name}`])) : row[key],
    ),
  };
  const cell = cellNamed(machineColumns, named);
  const rows = wide
    ? computed
    : sorted(computed, withOthersLast(order), (row, key) =>
        key === OTHERS_LAST ? isOfOthers(Object.values((row as MetricRow).segment)) : cell(row, key),
      );
  const surveyColumn = isBySurvey ? [SURVEY] : [];
  const parts = splits.map((split, index) => ({
    figures: tables[index],
    dimensions: [...surveyColumn, ...split.by],
    hasPeriods: split.isByPeriod,
  }));
  const whole = {
    figures: rows,
    dimensions: columnsBy,
    hasPeriods: parts.some(({ hasPeriods }) => hasPeriods),
  };
  return {
    ...{ wide, named, machineColumns, whole },
    parts: order.length > 0 ? [whole] : parts,
    isCompared: changes !== null,
  };
}

/** A key that no column has. */
const OTHERS_LAST = '';

/** Columns that say which figure a row is, and of when, before it is one of a segment. */
const figureNames: ReadonlySet<string> = new Set([
  ...['period_start', 'period_end', 'metric', 'stat', 'clock', 'unit', 'key'],
]);

/** What `--top` put together stands last, whatever rows go by; within its period and figure where they go by those first. */
function withOthersLast(order: readonly SortKey[]): readonly SortKey[] {
  const at = order.findIndex(({ key }) => !figureNames.has(key));
  return at < 0 ? order : order.toSpliced(at, 0, { key: OTHERS_LAST, isDescending: false });
}

const isOfOthers = (names: readonly unknown[]): boolean => names.includes(OTHERS);

function withOwnNames(row: MetricRow, own: OwnNames): MetricRow {
  return { ...row, segment: segmentByOwnNames(row.segment, own) };
}

/** The cell of a row in the column that CSV calls so. */
function cellNamed(
  columns: readonly TypedColumn[],
  named: (row: MachineRow) => MetricRow,
): (row: MachineRow, key: string) => unknown {
  const byKey = new Map(columns.map((column) => [column.key, column]));
  return (row, key) => {
    const column = byKey.get(key);
    return column?.get ? column.get(named(row)) : row[key];
  };
}

/** With `--censored` the statistics in which tickets still open count too, for the metrics that have them. */
function withCensored(
  requests: readonly MetricRequest[],
  { censored, stat }: MetricsOptions,
): readonly MetricRequest[] {
  if (!censored) return requests;
  return requests.map((request) => {
    const { metric, stats } = request;
    if (!hasCensoredStats(metric)) return request;
    const plain = stat === undefined ? stats : stats.filter((each) => !isCensored(each));
    return { ...request, stats: [...plain, ...censoredStats] };
  });
}

/** What was typed and could have no effect is a mistake: nothing is ignored. */
function refuseIdle({
  by = [],
  top,
  totals,
  minGroup,
  compare,
  wide,
  period,
  since,
  until,
  every,
}: MetricsOptions): void {
  const idle = [
    top !== undefined && '--top 10',
    totals && '--totals',
    minGroup !== undefined && '--min-group 5',
  ].find((flag) => typeof flag === 'string');
  if (idle && by.length === 0)
    throw usageError(sentence('mistake.by_missing', { option: idle.split(' ')[0] }), `--by group ${idle}`);
  if (wide && compare !== undefined && compare !== 'none')
    throw usageError(sentence('mistake.wide_and_compare'), sentence('hint.one_of_the_two'));
  const hasPeriod = [period, since, until, every].some((given) => given !== undefined);
  if (compare !== undefined && compare !== 'none' && !hasPeriod) {
    throw usageError(sentence('mistake.compare_without_period'), `--period last-week --compare ${compare}`);
  }
}

/** Files as asked; where one that is not there is called like a metric, `--metric` was meant. */
async function readFor(session: Session, paths: readonly string[], needs: Parameters<Session['read']>[1]) {
  try {
    return await session.read(paths, needs);
  } catch (error) {
    const { code, where, args } = error instanceof DeskstatError ? error.problem : { code: null };
    const name = where?.file ?? '';
    if (code !== 'file_not_found' || args?.try !== undefined || !isMetricName(name)) throw error;
    throw new DeskstatError({ code, args: { try: `--metric ${metricIdOf(name)}` }, where }, 3);
  }
}

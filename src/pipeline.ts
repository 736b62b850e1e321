import type { Baseline } from './analysis/expectations/baseline.ts';
import { countingOpen, judgeExpectation } from './analysis/expectations/judge.ts';
import type { IssueOverview } from './analysis/issue-overview/issue-overview.ts';
import type { IssueBook } from './analysis/issues/index.ts';
import { hasCensoredStats, hidesOpenTickets } from './analysis/metrics/censored.ts';
import { censoredFigures } from './analysis/metrics/censored-figures.ts';
import { computeFigures, type FigurePeriod, type MetricFigures } from './analysis/metrics/figures.ts';
import { metricOf, metrics } from './analysis/metrics/index.ts';
import { withoutSmallGroups } from './analysis/metrics/small-groups.ts';
import { statsOfKind } from './analysis/metrics/statistics.ts';
import type { OverviewOptions } from './analysis/overview/overview.ts';
import { columnsAsked, compileDimension, type DimensionContext } from './analysis/segments/dimensions.ts';
import { compileFilter, fieldsOfFilter } from './analysis/segments/filter.ts';
import { type Grouping, groupTickets } from './analysis/segments/grouping.ts';
import { createdIn, wholeWeeks } from './analysis/segments/periods.ts';
import { assignPolicies } from './analysis/sla/assign.ts';
import type { SlaPolicy } from './analysis/sla/policies.ts';
import { measureTargets } from './analysis/sla/targets.ts';
import { digestSource, openSources, readSource, removeSpooled, sampleSource } from './input/readers/index.ts';
import { checkPins, guesses, recognise } from './input/recognition/index.ts';
import { assembleDesk } from './input/tables/desk.ts';
import type { NameOptions } from './input/tables/names.ts';
import { type RawTable, SharedDictionaries, TableSink } from './input/tables/table-sink.ts';
import type { AgentsOverview } from './model/agents.ts';
import type { CheckResult } from './model/check.ts';
import type { Cut, Desk, SourceNote } from './model/desk.ts';
import type { FieldId } from './model/fields.ts';
import type { RecognitionOverrides, TableMapping } from './model/mapping.ts';
import {
  type Clock,
  censoredStats,
  type Figure,
  type MeasureContext,
  type Metric,
  type Stat,
} from './model/metric.ts';
import type { Overview, ReportInput, ReportIssues } from './model/overview.ts';
import { DeskstatError, type Problem, problemLine } from './model/problem.ts';
import type { Report } from './model/report.ts';
import type { Retention } from './model/retention.ts';
import type { Period } from './model/segment.ts';
import type { SlaTargets } from './model/sla.ts';
import type { OnProgress, SourceSample } from './model/source.ts';
import { nearest } from './model/suggest.ts';
import type { Expectation, MetricInfo } from './query/expectation.ts';
import { type FilterNode, parseFilter } from './query/filter.ts';
import type { Zone } from './time/zone.ts';

/** What is to be read, and how, as far as the user pinned it. */
export interface ReadOptions {
  readonly paths: readonly string[];
  readonly stdin?: AsyncIterable<Uint8Array | string>;
  /**
   * Told of a clean-up that must happen even when the process is killed (spooled standard input). What it returns is
   * called once the clean-up has happened.
   */
  readonly onCleanup?: (cleanup: () => void) => () => void;
  readonly overridesFor: (path: string) => RecognitionOverrides;
  /** Name of the desk that a file comes from; ids are unique within it. null: by preset. */
  readonly sourceNameFor: (path: string) => string | null;
  /** Fields to be decoded; ids, statuses and stamps always are. */
  readonly fields: ReadonlySet<FieldId> | 'all';
  /** Columns kept as dimensions by their own names. */
  readonly columns: readonly string[];
  /** Tickets without a date are kept: recurring issues work on text alone. */
  readonly datesOptional?: boolean;
  /** False: every guess that is neither certain nor pinned is an error. */
  readonly allowGuesses: boolean;
  /** Share of a file's rows that may be unusable. */
  readonly maxRejected: number;
  readonly strict: boolean;
  /** Each source's SHA-256 is computed too, in a second pass over its bytes. */
  readonly digests?: boolean;
  readonly asOf: number | null;
  readonly coverage: {
    readonly from: number | null;
    readonly to: number | null;
    readonly cut: Cut | null;
  } | null;
  /** How people and groups are called: aliases, pseudonyms. */
  readonly names?: NameOptions;
  /** Lowest satisfied score by id of a rating scale. */
  readonly topBoxes?: ReadonlyMap<string, number>;
  /** Told of the rows that cannot be used before too many of them are refused, so that they can be looked at. */
  readonly onRejects?: (rejects: readonly RejectedRow[], paths: readonly string[]) => Promise<void>;
  readonly onStage?: (stage: { readonly label: string; readonly bytes?: number }) => void;
  readonly onProgress?: OnProgress;
}

/** A source with what was recognised in it. */
export interface RecognisedSource {
  readonly sample: SourceSample;
  readonly mappings: readonly TableMapping[];
}

/** Rows that could not be used, for `--rejects`. */
export interface RejectedRow {
  readonly path: string;
  readonly line: number;
  readonly reason: string;
  readonly raw: string;
}

export interface ReadDesk {
  readonly desk: Desk;
  readonly sources: readonly RecognisedSource[];
  readonly rejects: readonly RejectedRow[];
}

/** sources → samples → mappings: what each file is, without reading it to its end. */
export async function recogniseFiles(
  options: Pick<ReadOptions, 'paths' | 'stdin' | 'onCleanup' | 'overridesFor'>,
): Promise<{
  readonly sources: readonly RecognisedSource[];
  readonly problems: readonly Problem[];
  readonly dispose: () => void;
}> {
  // Before standard input is spooled: a signal may come while it is.
  const forget = options.onCleanup?.(removeSpooled);
  const opened = await openSources(options.paths, { stdin: options.stdin }).catch((error: unknown) => {
    forget?.();
    throw error;
  });
  const dispose = (): void => {
    opened.dispose();
    forget?.();
  };
  try {
    const samples: SourceSample[] = [];
    for (const source of opened.sources) samples.push(await sampleSource(source));
    if (samples.length > 0) checkPins(samples, options.overridesFor(samples[0].source.path));
    const sources = samples.map((sample) => ({
      sample,
      mappings: recognise(sample, options.overridesFor(sample.source.path)),
    }));
    requirePresets(sources, options);
    return { sources, problems: opened.problems, dispose };
  } catch (error) {
    dispose();
    throw error;
  }
}

/** @throws DeskstatError (2) for a pinned preset that none of the files it is pinned for looks like. */
function requirePresets(
  sources: readonly RecognisedSource[],
  { overridesFor }: Pick<ReadOptions, 'overridesFor'>,
): void {
  const pinned = sources.map((source) => ({
    source,
    preset: overridesFor(source.sample.source.path).preset,
  }));
  for (const { source, preset } of pinned) {
    if (preset === null) continue;
    const files = pinned.filter((each) => each.preset === preset);
    if (files.some((each) => each.source.mappings.some((mapping) => mapping.preset === preset))) continue;
    const { sample } = source;
    const found = sample.tables.flatMap(({ columns }) => columns).slice(0, 12);
    const where = { file: sample.source.path };
    throw new DeskstatError({ code: 'preset_does_not_fit', args: { preset, found }, where }, 2);
  }
}

/** The first half of the road: files → recognised tables → typed columns → one desk. */
export async function readDesk(options: ReadOptions): Promise<ReadDesk> {
  const { sources, problems, dispose } = await recogniseFiles(options);
  try {
    requireUsable(sources, options);
    if (!options.allowGuesses) refuseGuesses(sources);
    const read = await readTables(sources, options);
    const notes = options.digests ? await withDigests(read.sources, sources) : read.sources;
    // What follows takes long and never looks up: with nothing left to clean up, a signal ends it at once.
    dispose();
    const rejects = rejectedRows(read);
    await options.onRejects?.(rejects, pathsOf(sources));
    for (const { path, tables } of read.files) refuseRejects({ path, tables, options });
    requireRows(read);
    const desk = assembleDesk({ ...read, sources: notes, ...deskOptions(options) });
    return {
      desk: {
        ...desk,
        problems: [
          ...problems,
          ...read.problems,
          ...mappingProblems(sources).filter((problem) => !isScoredElsewhere(problem, desk)),
          ...desk.problems,
        ],
      },
      sources,
      rejects,
    };
  } finally {
    dispose();
  }
}

async function withDigests(
  notes: readonly SourceNote[],
  sources: readonly RecognisedSource[],
): Promise<readonly SourceNote[]> {
  const whole: SourceNote[] = [];
  for (const [index, note] of notes.entries())
    whole.push({ ...note, sha256: await digestSource(sources[index].sample.source) });
  return whole;
}

const pathsOf = (sources: readonly RecognisedSource[]): string[] =>
  sources.map(({ sample }) => sample.source.path);

function rejectedRows({ files }: ReadTables): RejectedRow[] {
  return files.flatMap(({ path, tables }) =>
    tables.flatMap((table) => table.rejects.map((reject) => ({ path, ...reject }))),
  );
}

const deskOptions = ({ asOf, coverage, names, topBoxes, datesOptional }: ReadOptions) => ({
  asOf,
  datesOptional,
  coverage,
  names,
  topBoxes,
});

/** What a file was found to be, read to its end. */
export interface InspectedFile {
  readonly recognised: RecognisedSource;
  /** Tables that hold data, as they were read. */
  readonly tables: readonly RawTable[];
  /** Rows of each stream, tables of no use included. */
  readonly rows: ReadonlyMap<string | null, number>;
  readonly problems: readonly Problem[];
}

/** Reads files as far as they can be read, and says what each table is; what other commands would refuse is returned. */
export async function inspectFiles(options: ReadOptions): Promise<{
  readonly files: readonly InspectedFile[];
  /** The desk that the files make, or why they make none. */
  readonly desk: Desk | DeskstatError;
  /** What `--no-guess`, `--strict` and `--max-rejected` do not let pass. */
  readonly refusal: DeskstatError | null;
  readonly problems: readonly Problem[];
}> {
  const { sources, problems, dispose } = await recogniseFiles(options);
  try {
    const read = await readTables(sources, options);
    await options.onRejects?.(rejectedRows(read), pathsOf(sources));
    const files = sources.map((recognised, index) => ({ recognised, ...read.files[index] }));
    let desk: Desk | DeskstatError;
    try {
      requireUsable(sources, options);
      requireRows(read);
      desk = assembleDesk({ ...read, ...deskOptions(options) });
    } catch (error) {
      if (!(error instanceof DeskstatError)) throw error;
      desk = error;
    }
    return { files, desk, refusal: refusalOf(sources, { read, options }), problems };
  } finally {
    dispose();
  }
}

interface ReadFile {
  readonly path: string;
  readonly tables: readonly RawTable[];
  readonly rows: ReadonlyMap<string | null, number>;
  readonly problems: readonly Problem[];
}

interface ReadTables {
  readonly tables: readonly RawTable[];
  readonly dictionaries: SharedDictionaries;
  readonly sources: readonly SourceNote[];
  readonly files: readonly ReadFile[];
  readonly problems: readonly Problem[];
}

/**
 * Surveys that name their customer are joined through the tickets' requester, and messages need it to tell who wrote
 * them, whatever is asked. Without either it is read only where it is asked for: there may be a million of them.
 */
function fieldsToRead(sources: readonly RecognisedSource[], { fields }: ReadOptions): ReadOptions['fields'] {
  if (fields === 'all') return fields;
  const joins = sources.some(({ mappings }) =>
    mappings.some(({ kind, fields: has }) => kind === 'messages' || (kind === 'surveys' && has.customer)),
  );
  return joins ? new Set<FieldId>([...fields, 'requester']) : fields;
}

/** mappings → typed columns, file by file; code columns of one field share their dictionary. */
async function readTables(sources: readonly RecognisedSource[], options: ReadOptions): Promise<ReadTables> {
  const dictionaries = new SharedDictionaries();
  const prefixOf = idPrefixes(sources, options);
  const wanted = fieldsToRead(sources, options);
  const files: ReadFile[] = [];
  const notes: SourceNote[] = [];
  for (const [source, { sample, mappings }] of sources.entries()) {
    const { path } = sample.source;
    options.onStage?.({ label: `reading ${path}`, bytes: sample.source.size });
    const sinks = mappings
      .filter((mapping) => isReadable(mapping, options))
      .map(
        (mapping) =>
          new TableSink({
            mapping,
            source,
            path,
            dictionaries,
            idPrefix: prefixOf(path, mapping),
            wanted,
            wantedColumns: options.columns,
            datesOptional: options.datesOptional ?? false,
          }),
      );
    const requests = sinks.map((sink) => ({ stream: sink.mapping.stream, wanted: sink.wantedColumns, sink }));
    const result = await readSource(sample, requests, { onProgress: options.onProgress });
    const tables = sinks.map((sink) => sink.done());
    const problems = [
      ...sample.problems,
      ...result.problems,
      ...tables.flatMap((table) => rejectProblems(path, table)),
    ];
    files.push({ path, tables, rows: result.rows, problems });
    notes.push({
      path,
      rows: tables.reduce((sum, table) => sum + table.rows, 0),
      rejected: tables.reduce((sum, table) => sum + table.rejected, 0),
      kinds: [...new Set(mappings.map((mapping) => mapping.kind))],
      preset: mappings.find((mapping) => isData(mapping) && mapping.preset)?.preset ?? null,
    });
  }
  return {
    tables: files.flatMap(({ tables }) => tables),
    dictionaries,
    sources: notes,
    files,
    problems: files.flatMap(({ problems }) => problems),
  };
}

function refusalOf(
  sources: readonly RecognisedSource[],
  { read, options }: { readonly read: ReadTables; readonly options: ReadOptions },
): DeskstatError | null {
  try {
    if (!options.allowGuesses) refuseGuesses(sources);
    for (const { path, tables } of read.files) refuseRejects({ path, tables, options });
    return null;
  } catch (error) {
    if (error instanceof DeskstatError) return error;
    throw error;
  }
}

/** Responses whose scores lie in another table were put together with them: they lack nothing. */
const isScoredElsewhere = ({ code, args, where }: Problem, { surveys }: Desk): boolean =>
  code === 'field_missing' && args.field === 'score' && surveys.some(({ name }) => name === where?.file);

function mappingProblems(sources: readonly RecognisedSource[]): Problem[] {
  return sources.flatMap(({ sample, mappings }) =>
    mappings
      .filter(isData)
      .flatMap((mapping) => mapping.problems.map((problem) => placed(problem, sample.source.path, mapping))),
  );
}

const isData = (mapping: TableMapping): boolean =>
  mapping.kind !== 'none' && !mapping.problems.some(({ severity }) => severity === 'error');

/** Whether a table is read: it holds data, and what it lacks, if anything, is a date that may be missing. */
function isReadable(mapping: TableMapping, { datesOptional }: Pick<ReadOptions, 'datesOptional'>): boolean {
  if (isData(mapping)) return true;
  const errors = mapping.problems.filter(({ severity }) => severity === 'error');
  return (
    datesOptional === true &&
    mapping.kind === 'tickets' &&
    errors.every(({ code }) => code === 'no_created_at')
  );
}

function placed(problem: Problem, file: string, mapping: TableMapping): Problem {
  if (problem.where?.file) return problem;
  return {
    ...problem,
    where: { file, ...(mapping.stream === null ? {} : { table: mapping.stream }), ...problem.where },
  };
}

/** Kinds that figures can be computed from on their own. */
const measurable = new Set(['tickets', 'events', 'messages', 'surveys', 'customers', 'activity']);

/** @throws DeskstatError (3) when no table can be measured, with what stands in the way of each. */
function requireUsable(
  sources: readonly RecognisedSource[],
  options: Pick<ReadOptions, 'datesOptional'>,
): void {
  const all = sources.flatMap(({ sample, mappings }) =>
    mappings.map((mapping) => ({ path: sample.source.path, mapping })),
  );
  if (all.some(({ mapping }) => measurable.has(mapping.kind) && isReadable(mapping, options))) return;
  for (const { path, mapping } of all) {
    const problem = mapping.problems.find(({ severity }) => severity === 'error');
    if (problem) throw new DeskstatError({ ...problem, where: placed(problem, path, mapping).where }, 3);
  }
  const reasons = all.map(
    ({ path, mapping }) =>
      `${path}${mapping.stream ? ` (${mapping.stream})` : ''}: ${mapping.reason ?? mapping.kind}`,
  );
  throw new DeskstatError({ code: 'nothing_to_measure', args: { found: reasons.slice(0, 8) } }, 3);
}

/** @throws DeskstatError (3) where every table that could be measured is empty. */
function requireRows({ tables }: ReadTables): void {
  const asked = tables.filter(({ kind }) => measurable.has(kind));
  if (asked.length === 0 || asked.some(({ rows, rejected }) => rows + rejected > 0)) return;
  throw new DeskstatError({ code: 'no_rows', args: {}, where: { file: asked[0].path } }, 3);
}

function refuseGuesses(sources: readonly RecognisedSource[]): void {
  const found = guesses(
    sources.flatMap(({ sample, mappings }) =>
      mappings.map((mapping) => ({ path: sample.source.path, mapping })),
    ),
  );
  if (found.length > 0) throw new DeskstatError(found[0], 3);
}

/** Where ticket tables come from several desks, ids are told apart by the desk; else they are as they are. */
function idPrefixes(
  sources: readonly RecognisedSource[],
  options: Pick<ReadOptions, 'sourceNameFor'>,
): (path: string, mapping: TableMapping) => string {
  const nameOf = (path: string, mapping: TableMapping): string =>
    options.sourceNameFor(path) ?? mapping.preset ?? '';
  const names = new Set(
    sources.flatMap(({ sample, mappings }) =>
      mappings.filter(({ kind }) => kind === 'tickets').map((mapping) => nameOf(sample.source.path, mapping)),
    ),
  );
  return names.size > 1 ? nameOf : () => '';
}

interface RejectContext {
  readonly path: string;
  readonly tables: readonly RawTable[];
  readonly options: Pick<ReadOptions, 'maxRejected' | 'strict'>;
}

const whereOf = (path: string, table: RawTable): Problem['where'] => ({
  file: path,
  ...(table.mapping.stream === null ? {} : { table: table.mapping.stream }),
});

/** Rejected rows by reason, the most frequent reason first. */
function rejectsByReason(table: RawTable): [reason: string, lines: number[]][] {
  const byReason = new Map<string, number[]>();
  for (const { reason, line } of table.rejects) {
    const lines = byReason.get(reason);
    if (lines) lines.push(line);
    else byReason.set(reason, [line]);
  }
  return [...byReason].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
}

/** @throws DeskstatError (3) for more unusable rows than `--max-rejected` (or `--strict`) allows. */
function refuseRejects({ path, tables, options }: RejectContext): void {
  for (const table of tables) {
    const rows = table.rows + table.rejected;
    const share = table.rejected / rows;
    if (table.rejected === 0 || !(options.strict || share > options.maxRejected)) continue;
    const [reason, lines] = rejectsByReason(table)[0];
    const limit = options.strict ? 0 : 100 * options.maxRejected;
    throw new DeskstatError(
      {
        code: 'too_many_rejected',
        args: { rows, percent: (100 * share).toFixed(1), limit, reason },
        where: { ...whereOf(path, table), line: lines[0] },
        count: table.rejected,
        lines: lines.slice(0, 5),
      },
      3,
    );
  }
}

function rejectProblems(path: string, table: RawTable): Problem[] {
  return rejectsByReason(table).map(([reason, lines]) => ({
    code: 'row_rejected',
    severity: 'warning',
    args: { reason },
    where: whereOf(path, table),
    count: lines.length,
    lines: lines.slice(0, 5),
  }));
}

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

export interface MetricRequest {
  readonly metric: Metric;
  readonly stats: readonly Stat[];
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
  const issues = fields.has('issue');
  if (issues) fields.add('subject').add('description');
  return {
    issues,
    fields: fields as Set<FieldId>,
    columns: [...new Set([...columnsAsked(options.by), ...filters.flatMap((filter) => filter.columns)])],
  };
}

/**
 * Metrics and statistics as users name them: `first_response_time`, `first_response_time.p90`.
 *
 * @throws DeskstatError (2) for an unknown metric or a statistic that its kind does not have
 */
export function parseMetricRequests(names: readonly string[], stats: readonly string[]): MetricRequest[] {
  const all: readonly Metric[] = metrics;
  const unasked = all.filter(({ needsIssues }) => !needsIssues).map(({ id }) => id);
  const wanted = names.length > 0 ? [...new Set(names)] : unasked;
  const known: readonly string[] = [...new Set([...Object.values(statsOfKind).flat(), ...censoredStats])];
  const strange = stats.find((stat) => !known.includes(stat));
  if (strange !== undefined)
    throw new DeskstatError(
      { code: 'unknown_stat', args: { id: '--stat', stat: strange, known: [...known] } },
      2,
    );
  return wanted.map((name) => {
    const [id, stat] = name.split('.', 2);
    const metric = metricOf(id);
    if (!metric) {
      const near = nearest(
        id,
        metrics.map((each) => each.id),
      );
      throw new DeskstatError({ code: 'unknown_metric', args: { id, near: near ?? undefined } }, 2);
    }
    const legal = statsOf(metric);
    const asked = stat === undefined ? stats : [stat];
    const found = asked.filter((each): each is Stat => (legal as readonly string[]).includes(each));
    if (stat !== undefined && found.length === 0) {
      throw new DeskstatError({ code: 'unknown_stat', args: { id, stat, known: [...legal] } }, 2);
    }
    return { metric, stats: found.length > 0 ? found : metric.defaultStats };
  });
}

/** The statistics that a metric has; the first one is meant where a share, count or score names none. */
export function statsOf(metric: Metric): readonly Stat[] {
  return hasCensoredStats(metric)
    ? [...statsOfKind[metric.kind], ...censoredStats]
    : statsOfKind[metric.kind];
}

/** An SLA policy with the filter that says for which tickets it is. */
export interface PolicyRequest extends SlaPolicy {
  readonly when: FilterNode | null;
}

/** Every target of a desk under its SLA policies, the first whose filter fits a ticket. */
export function slaTargets(
  desk: Desk,
  { policies, zone }: { readonly policies: readonly PolicyRequest[]; readonly zone: Zone },
): SlaTargets {
  const masks = (of: Desk): (Uint8Array | null)[] =>
    policies.map(({ when }) => when && compileFilter(when, { desk: of, zone }));
  try {
    return measureTargets(desk, { policies, assignment: assignPolicies(desk, masks) });
  } catch (error) {
    // A policy about a field that the export lacks makes SLA figures unavailable, not the run.
    if (!(error instanceof DeskstatError) || error.exitCode !== 3) throw error;
    const nothing = { unavailable: `SLA policies cannot be applied: ${problemLine(error.problem)}` };
    return {
      policies,
      targets: { first_response: nothing, next_response: nothing, resolution: nothing },
      problems: [],
    };
  }
}

/** Which expectations are held against a desk, and what they are measured with. */
export interface CheckOptions extends Pick<FigureOptions, 'zone' | 'businessTime' | 'sla'> {
  readonly expectations: readonly ExpectationRequest[];
  readonly expectedSegments: ReadonlyMap<string, readonly string[]>;
  readonly baseline: Baseline | null;
}

export interface ExpectationRequest {
  readonly expectation: Expectation;
  /** Name that the settings give it. */
  readonly name: string | null;
  /** Its dimensions, as `compileDimension` takes them. */
  readonly by: readonly string[];
  readonly where: FilterNode | null;
  /** null: everything. */
  readonly period: FigurePeriod | null;
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

/** desk + expectations → figures → verdicts. */
export function checkDesk(desk: Desk, options: CheckOptions): CheckResult[] {
  return options.expectations.flatMap((request) => {
    const { expectation, name, by, period } = request;
    const metric = metricOf(expectation.metric) as Metric;
    const clock = metric.kind === 'duration' ? (expectation.clock ?? 'calendar') : null;
    const { expectedSegments, baseline } = options;
    const judge = (figures: readonly Figure[], noData: string | null): CheckResult[] =>
      judgeExpectation({ expectation, name, figures, clock, period, by, expectedSegments, baseline, noData });
    try {
      return judge(
        figuresToCheck(desk, { ...request, metric, clock, options }),
        noDataReason(desk, { ...request, zone: options.zone }),
      );
    } catch (error) {
      // A dimension or field that the export lacks makes this expectation unavailable; the others still count.
      if (!(error instanceof DeskstatError) || error.exitCode !== 3) throw error;
      return judge([{ status: 'unavailable', reason: problemLine(error.problem) } as Figure], null);
    }
  });
}

interface FiguresToCheck extends ExpectationRequest {
  readonly metric: Metric;
  readonly clock: Clock | null;
  readonly options: CheckOptions;
}

/**
 * The figures of an expectation. Quantiles of what has a beginning in the period count those still open too where
 * there are any, else the 30 % never answered would pass; against a baseline like is compared with like.
 */
function figuresToCheck(
  desk: Desk,
  { expectation, metric, clock, by, where, period, options }: FiguresToCheck,
): readonly Figure[] {
  const stat = expectation.stat as Stat;
  const periods = period && [period];
  const { zone, businessTime, sla = null } = options;
  const asked = { by, where, totals: false, top: null, zone };
  const context = { clock: clock ?? 'calendar', businessTime, sla } as const;
  const request = { desk, metric, stats: [stat], clock, context, grouping: groupDesk(desk, asked), periods };
  const { figures } = computeFigures(request);
  const isHiding = hidesOpenTickets(metric) && /^p\d/.test(stat) && expectation.limit.kind === 'value';
  return isHiding ? countingOpen(figures, censoredFigures(request)) : figures;
}

/** Why no figure can be trusted to say anything: a silent pass would be the worst answer. */
function noDataReason(
  desk: Desk,
  { period, where, zone }: Pick<ExpectationRequest, 'period' | 'where'> & { readonly zone: Zone },
): string | null {
  if (period && (period.start > desk.asOf || period.end <= desk.coverage.from)) {
    return 'the files hold nothing of this period';
  }
  if (where && !compileFilter(where, { desk, zone }).includes(1)) return 'no ticket fits the filter';
  return null;
}

/** A filter as the user typed it, or null. */
export function filterOf(text: string | undefined): FilterNode | null {
  return text === undefined ? null : parseFilter(text);
}

/** The agents of a desk are asked about: one period, one filter. */
export interface AgentsRequest extends Pick<FigureOptions, 'zone' | 'businessTime'> {
  readonly period: FigurePeriod | null;
  readonly where: { readonly text: string; readonly node: FilterNode } | null;
}

/** The fields and columns that agents need. */
export async function agentsNeeds(where: FilterNode | null): Promise<ReturnType<typeof needsOf>> {
  const { agentNeeds } = await import('./analysis/agents/agents.ts');
  return needsOf({ ...agentNeeds(), where });
}

/** desk → agents against their mix → report. */
export async function agentsOfDesk(
  desk: Desk,
  { period, where, zone, businessTime }: AgentsRequest,
): Promise<{ readonly overview: AgentsOverview; readonly report: Report }> {
  const { agentsOverview } = await import('./analysis/agents/agents.ts');
  const { buildAgentsReport } = await import('./output/report/build-agents-report.ts');
  const context: DimensionContext = { desk, zone };
  const mask = where && compileFilter(where.node, context);
  const overview = agentsOverview(desk, { period, context, mask, filter: where?.text ?? null, businessTime });
  return { overview, report: buildAgentsReport(overview) };
}

/** What a report is made of besides the desk: its questions, and the parts that other stages hand over. */
export interface ReportOptions extends OverviewOptions, Pick<ReportInput, 'problems'> {
  /** The book under whose names recurring issues are shown, null for none; left out: no recurring issues. */
  readonly issueBook?: IssueBook | null;
}

/** The fields and columns that a report needs. */
export async function reportNeeds({
  by,
  where,
  withIssues,
}: Pick<ReportOptions, 'by' | 'where'> & { readonly withIssues: boolean }): Promise<
  ReturnType<typeof needsOf>
> {
  const { overviewNeeds } = await import('./analysis/overview/overview.ts');
  const needs = needsOf({ ...overviewNeeds(by), where: where?.node ?? null });
  needs.fields.add('customer').add('kind').add('comment').add('csat_comment');
  if (withIssues) needs.fields.add('subject').add('description');
  return needs;
}

/** desk → figures → findings → report. */
export async function reportDesk(
  desk: Desk,
  options: ReportOptions,
): Promise<{ readonly input: ReportInput; readonly report: Report }> {
  const { overviewOf } = await import('./analysis/overview/overview.ts');
  const { findFindings } = await import('./analysis/findings/index.ts');
  const { buildReport } = await import('./output/report/build-report.ts');
  const overview = overviewOf(desk, options);
  const { problems } = options;
  const issues =
    options.issueBook === undefined
      ? null
      : await issuesOfPeriod(desk, { ...options, book: options.issueBook, overview });
  const input: ReportInput = {
    overview,
    findings: findFindings(overview),
    problems,
    issues,
    retention: await retentionForReport(desk, options),
    tellingWords: await wordsOfBadAnswers(desk),
  };
  return { input, report: buildReport(input) };
}

/** Whether customers stay, where there are customers or their activity; returning requesters are no loyalty. */
async function retentionForReport(
  desk: Desk,
  { zone, weekStarts, sla }: Pick<ReportOptions, 'zone' | 'weekStarts' | 'sla'>,
): Promise<Retention | null> {
  if (!desk.customers && !desk.activity) return null;
  const { retentionOf } = await import('./analysis/retention/index.ts');
  return retentionOf(desk, { kind: null, every: null, zone, weekStarts, sla: sla ?? null });
}

const WORDS_SHOWN = 6;

async function wordsOfBadAnswers(desk: Desk): Promise<NonNullable<ReportInput['tellingWords']>> {
  if (!desk.surveys.some(({ table }) => table.columns.comment) && !desk.tickets.columns.csat_comment)
    return [];
  const { surveyComments, tellingWords } = await import('./analysis/comments/index.ts');
  return tellingWords(surveyComments(desk), { most: WORDS_SHOWN }).words;
}

interface PeriodIssuesRequest extends ReportOptions {
  readonly book: IssueBook | null;
  readonly overview: Overview;
}

/** The recurring issues of a report's period; null where tickets carry no text. */
async function issuesOfPeriod(desk: Desk, request: PeriodIssuesRequest): Promise<ReportIssues | null> {
  if (!desk.tickets.columns.subject && !desk.tickets.columns.description) return null;
  const { reportIssues } = await import('./analysis/issue-overview/report-issues.ts');
  const { zone, weekStarts, where, overview } = request;
  return reportIssues(desk, {
    book: request.book,
    mask: where && compileFilter(where.node, { desk, zone }),
    period: overview.period,
    course: overview.course,
    weeks: wholeWeeks(desk, { zone, weekStarts, range: null }),
    businessTime: request.businessTime,
  });
}

/** What is asked of recurring issues. */
export interface IssuesRequest {
  readonly book: IssueBook | null;
  readonly where: FilterNode | null;
  /** Only tickets created in it; null for all. */
  readonly range: Period | null;
  readonly fixed: ReadonlyMap<string, number>;
  readonly zone: Zone;
  readonly weekStarts: number;
  readonly businessTime: MeasureContext['businessTime'];
}

/** Fields that recurring issues and their figures are read from. */
export function issueNeeds(where: FilterNode | null): {
  readonly fields: Set<FieldId>;
  readonly columns: string[];
  readonly datesOptional: true;
} {
  const all: readonly Metric[] = metrics;
  const needs = needsOf({
    metrics: all.filter(({ needsIssues }) => !needsIssues),
    by: ['channel', 'group', 'language'],
    where,
  });
  needs.fields.add('subject').add('description');
  return { ...needs, datesOptional: true };
}

/** Recurring issues of a desk, found when they are asked for. @throws DeskstatError (3) without any text */
export async function deskIssues(desk: Desk, request: IssuesRequest): Promise<IssueOverview> {
  const { issueOverview } = await import('./analysis/issue-overview/issue-overview.ts');
  if (!desk.tickets.columns.subject && !desk.tickets.columns.description) {
    throw new DeskstatError({ code: 'no_text', args: {} }, 3);
  }
  const { zone, weekStarts, range } = request;
  const mask = request.where && compileFilter(request.where, { desk, zone });
  return issueOverview(desk, {
    book: request.book,
    mask: range ? createdIn(desk, range, mask) : mask,
    weeks: wholeWeeks(desk, { zone, weekStarts, range }),
    fixed: request.fixed,
    businessTime: request.businessTime,
  });
}

/** The desk with its recurring issues. @throws DeskstatError (3) without any text */
export async function withRecurringIssues(desk: Desk, book: IssueBook | null): Promise<Desk> {
  if (!desk.tickets.columns.subject && !desk.tickets.columns.description) {
    throw new DeskstatError({ code: 'no_text', args: {} }, 3);
  }
  const { withIssues } = await import('./analysis/issue-overview/issue-overview.ts');
  return withIssues(desk, book);
}

import path from 'node:path';
import type { TakenShard } from '../input/tables/shard-sink.ts';
import type { Passwords } from '../model/database-address.ts';
import { codesOf, type Desk } from '../model/desk.ts';
import type { DataKind, FieldId } from '../model/fields.ts';
import type { MeasureContext } from '../model/metric.ts';
import { DeskstatError, type Problem } from '../model/problem.ts';
import { type Sentence, sentence } from '../model/sentence.ts';
import type { OnProgress } from '../model/source.ts';
import { hasPattern, loadPatterns } from '../query/pattern.ts';
import type { Config, LoadedConfig } from '../settings/config.ts';
import { emptyConfig } from '../settings/empty-config.ts';
import { kindOptions, type SessionOptions } from '../settings/option-types.ts';
import { usageError } from '../settings/option-values.ts';
import { type Run, settle } from '../settings/settle.ts';
import type { CommandName } from '../settings/table.ts';
import { parseWeekday } from '../time/weekday.ts';
import { type Zone, zone } from '../time/zone.ts';
import type { Calendars } from './calendars.ts';
import { coverageOption } from './coverage-option.ts';
import { databaseQueries } from './database-queries.ts';
import type { ReadDesk } from './read-desk.ts';
import type { ReadOptions, RejectedRow } from './read-options.ts';
import {
  loadSettings,
  refuseUnknownFiles,
  refuseUnknownGroups,
  type Settings,
  unusedPatterns,
} from './settings-file.ts';

/** What has to be decoded for a question. */
export interface ReadNeeds {
  readonly fields: ReadonlySet<FieldId> | 'all';
  readonly columns: readonly string[];
  /** Columns that tell kinds of tickets apart are kept too. */
  readonly kindsOfWork?: boolean;
  /** Columns that name people are kept too. */
  readonly people?: boolean;
  readonly datesOptional?: boolean;
  /** Recurring issues are asked for: as a dimension, in a filter, or by a metric. */
  readonly issues?: boolean;
  /** The result is to be made again from the same bytes: their SHA-256 goes with it. */
  readonly digests?: boolean;
  /** A header without rows is no reason to stop. */
  readonly mayBeEmpty?: boolean;
  /** The rows that are taken; left out: all. */
  readonly shard?: TakenShard;
}

/** The world around a question, handed in by whoever asks: a command line, or a program. */
export interface World {
  /** Folder that names of files start from. */
  readonly cwd: string;
  /** What servers ask for that are named, by their addresses, which no longer hold it. */
  readonly passwords?: Passwords;
  /** What pseudonyms are made under; left out: what the settings say. */
  readonly salt?: string;
  /** The clock, epoch milliseconds: for `--as-of now` and `--max-age`, never for a figure. */
  now(): number;
  /** Whether something comes through a pipe, which is meant where nobody named a file. */
  readonly isPiped: boolean;
  /** Standard input: `named` by "-", or `meant`. */
  stdin(how: 'named' | 'meant'): AsyncIterable<Uint8Array>;
  /** Told how far the work is. */
  readonly progress: Progress;
  /** Where unusable rows go that are asked for. */
  rejects(file: string): Promise<Rejects>;
  /** Told of what has to be known before there is an answer: of calendars that were not read whole. */
  tell(problems: readonly Problem[]): Promise<void>;
}

/** How far the work is, as it is told. */
export interface Progress {
  /** A stage begins: `reading tickets.csv` with its bytes on disk, or work without a known size. */
  stage(stage: {
    readonly label: Sentence | string;
    readonly bytes?: number;
    /** It takes over a second, in one go: it is told at once, as nothing can be later. */
    readonly isLong?: boolean;
  }): void;
  /** Bytes and rows of this stage so far. */
  readonly update: OnProgress;
  /** Takes what was told away; to be called before anything is printed. */
  clear(): void;
}

/** Takes unusable rows as they are read, and writes them once all have been. */
export interface Rejects {
  add(row: RejectedRow): void;
  forget(path: string): void;
  write(inputs: readonly string[]): Promise<void>;
}

/** One run of a question: options and `deskstat.yaml` settled, ready to read. Options win over the file. */
export interface Session {
  readonly world: World;
  readonly options: SessionOptions;
  readonly config: Config;
  readonly loaded: LoadedConfig | null;
  /** What is to be said of the settings file: another one that is not used. */
  readonly settingsProblems: readonly Problem[];
  /** Every setting as it holds for this run. */
  readonly run: Run;
  /** The report's zone. */
  readonly zone: Zone;
  /** 1 = Monday … 7 = Sunday. */
  readonly weekStarts: number;
  /** Files that were read, those of folders one by one: none of them is written over. */
  readonly inputs: string[];
  /** Reads the files; `needs` names the fields and columns that must be decoded. */
  read(paths: readonly string[], needs: ReadNeeds): Promise<ReadDesk>;
  /** The same options, for those who read otherwise. */
  readOptions(paths: readonly string[], needs: ReadNeeds): Promise<ReadOptions>;
  /** @throws DeskstatError (3) for data older than `--max-age` allows. */
  refuseOld(desk: Desk): Promise<void>;
  /** The working hours and holidays of the run, compiled once. */
  calendars(): Promise<Calendars>;
  /** Business time of a desk's tickets, or null without working hours. */
  businessTime(desk: Desk): Promise<MeasureContext['businessTime']>;
}

/** The kinds of files beside tickets that a command asks, whatever figures it is about. */
const asksOf: Partial<Record<CommandName, readonly DataKind[]>> = {
  report: ['surveys', 'customers', 'activity'],
  retention: ['surveys', 'customers', 'activity'],
  tickets: ['surveys'],
  agents: ['surveys'],
  issues: ['surveys'],
  waiting: [],
};

/** What a session is opened with. */
interface SessionInput {
  readonly command: CommandName;
  readonly options: SessionOptions;
  readonly world: World;
}

/** Settles options and the settings file. @throws DeskstatError (2) for what cannot be. */
export async function openSession({
  paths,
  ...input
}: SessionInput & {
  /** What is read, as typed: settings may lie beside it. */
  readonly paths: readonly string[];
}): Promise<Session> {
  const { options, world } = input;
  if (options.typed?.some(({ text }) => text !== null && hasPattern(text))) await loadPatterns();
  const inputs = [...paths, ...kindOptions.flatMap((kind) => options[kind] ?? [])];
  return sessionOf({ ...input, settings: await loadSettings(options, { cwd: world.cwd, inputs }) });
}

/** A session under settings that are at hand; without them, under options and defaults. */
export function sessionOf({
  command,
  options,
  world,
  settings: { loaded, problems } = { loaded: null, problems: [] },
  calendars,
}: SessionInput & {
  readonly settings?: Settings;
  /** Those of a desk that was read; left out: what options and settings say. */
  readonly calendars?: Calendars;
}): Session {
  const config = loaded?.config ?? emptyConfig;
  const run = settle({ command, flags: { ...options, kinds: kindsNamed(options) }, config });
  let compiled = calendars && Promise.resolve(calendars);
  const session: Session = {
    world,
    options,
    config,
    loaded,
    settingsProblems: problems,
    run,
    zone: zone(run.tz),
    weekStarts: parseWeekday(run.weekStarts) ?? 1,
    inputs: [],
    read: (needed, needs) => readFiles({ session, paths: needed, needs }),
    readOptions: (needed, needs) => readOptionsOf({ session, paths: needed, needs }),
    refuseOld: (desk) => refuseOld(session, desk),
    calendars: () => {
      compiled ??= compileCalendars(session);
      return compiled;
    },
    businessTime: (desk) => businessTimeOf(session, desk),
  };
  return session;
}

/** Files by the kind that they were named as: `--tickets FILE`, `--surveys FILE`… */
function kindsNamed(options: SessionOptions): ReadonlyMap<string, DataKind> {
  return new Map(kindOptions.flatMap((kind) => (options[kind] ?? []).map((file) => [file, kind] as const)));
}

interface ReadInput {
  readonly session: Session;
  readonly paths: readonly string[];
  readonly needs: ReadNeeds;
}

async function readFiles({ session, paths, needs }: ReadInput): Promise<ReadDesk> {
  const read = await readOptionsOf({ session, paths, needs });
  const { readDesk } = await import('./read-desk.ts');
  const result = await readDesk(read);
  const told = read.names?.pseudonymOf ? withSaltNote(result.desk, session) : result.desk;
  const desk = needs.issues ? await addIssues(session, told) : told;
  session.world.progress.clear();
  await refuseOld(session, desk);
  const files = session.inputs.length > 0 ? session.inputs : desk.sources.map((source) => source.path);
  const said = [...session.settingsProblems, ...unusedPatterns(session, files)];
  const isDayOff = await daysOffOf(session);
  return {
    ...result,
    desk: {
      ...desk,
      ...(isDayOff ? { isDayOff } : {}),
      problems: said.length > 0 ? [...desk.problems, ...said] : desk.problems,
    },
  };
}

/** The days on which the holidays of the settings close the desk; undefined without any. */
async function daysOffOf(session: Session): Promise<Desk['isDayOff']> {
  if (session.config.holidays.length === 0) return undefined;
  const { daysOff } = await import('../time/holiday.ts');
  return daysOff((await session.calendars()).holidays);
}

/** Tickets whose recurring issues take about a second to be found. */
const LONG_FOR_ISSUES = 2000;

/** Says that recurring issues are looked for. */
export const tellIssues = ({ world }: Session, { tickets }: Desk): void =>
  world.progress.stage({ label: sentence('progress.issues'), isLong: tickets.rows >= LONG_FOR_ISSUES });

/** Finds recurring issues, under the names of the book where there is one. */
export async function addIssues(session: Session, desk: Desk): Promise<Desk> {
  tellIssues(session, desk);
  const { withRecurringIssues } = await import('./issues.ts');
  const { bookOf } = await import('../settings/issue-book-file.ts');
  return withRecurringIssues(desk, await bookOf(session, session.world.cwd));
}

async function readOptionsOf({ session, paths, needs }: ReadInput): Promise<ReadOptions> {
  const { world, options, config, run, zone } = session;
  const { progress } = world;
  const named = kindOptions.flatMap((kind) => options[kind] ?? []);
  const asked = [...new Set([...paths, ...named])];
  // Without a file what comes through a pipe is meant.
  const isPiped = asked.length === 0 && world.isPiped;
  const all = isPiped ? ['-'] : asked;
  if (all.length === 0) throw new DeskstatError({ code: 'no_input', args: {} }, 2);
  const rejects = options.rejects === undefined ? null : await world.rejects(options.rejects);
  return {
    paths: all,
    stdin: isPiped ? world.stdin('meant') : all.includes('-') ? world.stdin('named') : undefined,
    queryFor: databaseQueries(run, { typed: options.query, paths: all }),
    passwords: world.passwords,
    overridesFor: run.pinsFor,
    sourceNameFor: run.sourceNameFor,
    fields: withGroups(needs.fields, config),
    columns: needs.columns,
    kindsOfWork: needs.kindsOfWork ?? false,
    people: needs.people ?? needs.issues ?? false,
    asks: asksOf[run.command],
    datesOptional: needs.datesOptional ?? false,
    allowGuesses: options.guess !== false,
    maxRejected: run.maxRejected,
    strict: options.strict === true,
    shard: needs.shard,
    digests: needs.digests ?? false,
    mayBeEmpty: needs.mayBeEmpty ?? false,
    asOf: await asOfOption(session),
    coverageFor: await coverageOption(run, zone),
    names: await namesOption(session),
    topBoxes: config.csatBoxes,
    answers: run.answers,
    survey: run.survey,
    onReject: rejects?.add,
    onReadAgain: rejects?.forget,
    onRead: async (inputs) => {
      refuseUnknownFiles(options, inputs);
      session.inputs.push(...inputs);
      await rejects?.write(inputs);
    },
    onStage: (stage) => progress.stage(stage),
    onProgress: progress.update,
  };
}

/** Groups that have working hours of their own decide the business clock of every ticket, whatever is asked. */
function withGroups(fields: ReadonlySet<FieldId> | 'all', { groups }: Config): ReadonlySet<FieldId> | 'all' {
  if (fields === 'all' || groups.every(({ calendar }) => calendar === undefined)) return fields;
  return new Set<FieldId>([...fields, 'group']);
}

const saltOf = ({ config, world }: Pick<Session, 'config' | 'world'>): string | undefined =>
  world.salt || config.pseudonymSalt;

/** Pseudonyms without a salt of one's own are no secret, which should be known before they are passed on. */
function withSaltNote(desk: Desk, session: Session): Desk {
  if (saltOf(session) !== undefined) return desk;
  const note: Problem = { code: 'pseudonyms_unsalted', severity: 'note', args: {} };
  return { ...desk, problems: [...desk.problems, note] };
}

/** Aliases of the settings, and pseudonyms where they are asked for. */
async function namesOption({ run, config, world }: Session): Promise<ReadOptions['names']> {
  const groups = new Map(
    config.groups.flatMap(({ name, aliases }) => aliases.map((alias) => [alias, name] as const)),
  );
  if (!run.pseudonyms) return { agents: config.agents, groups, pseudonymOf: null };
  const { pseudonyms } = await import('./pseudonyms.ts');
  return { agents: config.agents, groups, pseudonymOf: pseudonyms(saltOf({ config, world })) };
}

async function asOfOption({ options, zone, world }: Session): Promise<number | null> {
  if (options.asOf === undefined) return null;
  if (options.asOf === 'now') return world.now();
  const { resolveAsOf } = await import('../time/period.ts');
  return resolveAsOf(options.asOf, zone);
}

/** `--max-age`: the only question besides `--as-of now` that the clock answers. */
async function refuseOld({ run, world, zone }: Session, desk: Desk): Promise<void> {
  if (run.maxAge === null) return;
  const { parseDurationLiteral, formatDuration } = await import('../time/duration.ts');
  const { formatInstant } = await import('../time/zone.ts');
  const limit = parseDurationLiteral(run.maxAge);
  const age = world.now() - desk.asOf;
  if (!(age > limit)) return;
  throw new DeskstatError(
    {
      code: 'data_too_old',
      args: {
        asOf: formatInstant(desk.asOf, zone, 'minute'),
        age: formatDuration(age, { clock: 'calendar' }),
        limit: run.maxAge,
      },
    },
    3,
  );
}

/** The business clock: one calendar for the desk, or one a group where the settings say so. */
async function businessTimeOf(session: Session, desk: Desk): Promise<MeasureContext['businessTime']> {
  const { run, config } = session;
  const byGroup = config.groups.filter(({ calendar }) => calendar !== undefined);
  refuseUnknownGroups(session, namesIn(desk));
  const isWanted = run.hours.length > 0 || (byGroup.length > 0 && desk.tickets.rows > 0);
  // A mistake in them is told even where no clock looks at them.
  if (!isWanted && config.holidays.length + config.calendars.length > 0) await session.calendars();
  if (!isWanted) return null;
  const { businessTimeOn } = await import('./calendars.ts');
  const businessTime = businessTimeOn({ desk, config, calendars: await session.calendars() });
  if (!businessTime) {
    throw usageError(sentence('mistake.hours_without_groups'), "--hours 'Mon-Fri 09:00-18:00'");
  }
  return businessTime;
}

/** The groups that tickets are of. */
function namesIn(desk: Desk): string[] {
  const names = codesOf(desk.tickets, 'group')?.names;
  return names ? Array.from({ length: names.size }, (_, index) => names.name(index + 1)) : [];
}

/** The calendars of a run; what of them was not read is said. */
async function compileCalendars({ run, config, loaded, zone, world }: Session): Promise<Calendars> {
  const { calendarsOf } = await import('./calendars.ts');
  const problems: Problem[] = [];
  const calendars = await calendarsOf({
    hours: run.hours,
    config,
    loaded,
    zone,
    folder: loaded ? path.dirname(loaded.file) : '.',
    onProblem: (problem) => problems.push(problem),
  });
  await world.tell(problems);
  return calendars;
}

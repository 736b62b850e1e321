import { takePasswords } from '../../model/database-address.ts';
import type { Desk } from '../../model/desk.ts';
import { loadPatterns } from '../../query/pattern.ts';
import type { SessionOptions, TypedOption } from '../../settings/option-types.ts';
import { frameOf } from '../frame.ts';
import { needsOf } from '../metric-requests.ts';
import { policiesOf } from '../policies.ts';
import { openSession, type Session, sessionOf } from '../session.ts';
import { rememberSettings } from './desk-settings.ts';
import { type ProgramWorld, worldOf } from './world.ts';

/** How files are read; everything left out is recognised, as on the command line. */
export interface ReadTicketsOptions extends Pick<ProgramWorld, 'onProgress' | 'signal'> {
  /**
   * A `deskstat.yaml`: how its `files:` are read, and what holds for every call on this desk that does not say otherwise:
   * zone, hours, holidays, groups, SLA policies, dimensions, checks, title. Without it no settings are read.
   */
  readonly config?: string;
  /** Field → column, as `--map`. */
  readonly map?: Readonly<Record<string, string>>;
  /** Field → raw value → meaning, as `--value`. */
  readonly value?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What is read of the one database that is named, instead of its tables, as `--query`. */
  readonly query?: string;
  readonly preset?: string;
  /** Zone of stamps that carry none. */
  readonly sourceTz?: string;
  /** The report's zone. */
  readonly tz?: string;
  readonly asOf?: string;
  /** Share of a file's rows that may be unusable; 0.05 unless given. */
  readonly maxRejected?: number;
  /** Columns to keep as dimensions (`column:NAME`), besides those that the settings name. */
  readonly columns?: readonly string[];
  /** Working hours and first day of a week that hold for this desk wherever a call does not say otherwise. */
  readonly hours?: string;
  readonly weekStarts?: string;
}

/** Files, read into one desk that remembers what it was read with. */
export async function readTickets(
  named: readonly string[],
  options: ReadTicketsOptions & Pick<ProgramWorld, 'now'> = {},
): Promise<Desk> {
  options.signal?.throwIfAborted();
  // Filters of the calls that take this desk are compiled at once: what they need is loaded here.
  await loadPatterns();
  const { words: paths, passwords } = takePasswords(named);
  const world = worldOf({ ...options, passwords });
  const input = { command: 'metrics', options: sessionOptions(options), world } as const;
  const session = options.config === undefined ? sessionOf(input) : await openSession({ ...input, paths });
  const columns = [...new Set([...(options.columns ?? []), ...columnsOf(session)])];
  const read = await session.read(paths, { fields: 'all', columns, kindsOfWork: true, people: true });
  const frame = await frameOf(session, read.desk, { withTargets: true });
  const said = frame.sla?.problems ?? [];
  const desk = said.length > 0 ? { ...read.desk, problems: [...read.desk.problems, ...said] } : read.desk;
  rememberSettings({
    session,
    paths,
    read: { ...read, desk },
    frame,
    calendars: await session.calendars(),
  });
  return desk;
}

/** Columns that the settings speak of. */
function columnsOf(session: Session): readonly string[] {
  const filters = policiesOf(session).map(({ when }) => when);
  const { columns } = needsOf({ metrics: [], by: [], where: null, filters });
  return [...columns, ...session.config.dimensions.values()];
}

/** The same, as a command line would say it. */
function sessionOptions({ map, value, sourceTz, ...plain }: ReadTicketsOptions): SessionOptions {
  const { config, query, preset, tz, hours, asOf, maxRejected, weekStarts } = plain;
  return {
    guess: true,
    ...{ config, query, preset, tz, hours, asOf, maxRejected },
    weekStarts: weekStarts as SessionOptions['weekStarts'],
    map: Object.entries(map ?? {}),
    value: Object.entries(value ?? {}).flatMap(([field, meanings]) =>
      Object.entries(meanings).map(([raw, canonical]) => ({ field, raw, canonical })),
    ),
    ...(sourceTz === undefined ? {} : { sourceTz: [{ file: null, value: sourceTz }] }),
    typed: typedOf({ map, value, sourceTz, ...plain }),
  };
}

/** What a result tells of how its files were read, so that a command line can read them the same way. */
function typedOf({ map = {}, value = {}, ...plain }: ReadTicketsOptions): readonly TypedOption[] {
  const flags: readonly (readonly [string, string | number | undefined])[] = [
    ['--config', plain.config],
    ...Object.entries(map).map(([field, column]) => ['--map', `${field}=${column}`] as const),
    ...Object.entries(value).flatMap(([field, meanings]) =>
      Object.entries(meanings).map(
        ([raw, canonical]) => ['--value', `${field}:${raw}=${canonical}`] as const,
      ),
    ),
    ['--query', plain.query],
    ['--preset', plain.preset],
    ['--source-tz', plain.sourceTz],
    ['--tz', plain.tz],
    ['--as-of', plain.asOf],
    ['--max-rejected', plain.maxRejected],
    ['--hours', plain.hours],
    ['--week-starts', plain.weekStarts],
  ];
  return flags.flatMap(([flag, text]) => (text === undefined ? [] : [{ flag, text: String(text) }]));
}

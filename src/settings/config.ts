import type { Cut } from '../model/coverage.ts';
import type { Where } from '../model/problem.ts';
import { type FileKey, isOfFiles, type PlainOf, plainSettings, type TopKey } from './plain-settings.ts';
import type { ConfigFile } from './schema.ts';

/** How files of one pattern are to be read. */
export interface FileSettings extends PlainOf<FileKey> {
  /** For `matchesFile`. */
  readonly match: string;
  readonly coverage?: { readonly cut?: Cut; readonly from?: string; readonly to?: string };
  /** Field → column. */
  readonly map: ReadonlyMap<string, string>;
  /** Field → raw value → meaning. */
  readonly value: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** Hours of the week, or those that took their place on a date. */
export type HoursSettings = string | { readonly from: string; readonly hours: readonly string[] };

export interface CalendarSettings {
  readonly name: string;
  readonly tz?: string;
  readonly hours: readonly HoursSettings[];
  readonly holidays: readonly string[];
}

export interface PolicySettings {
  readonly name: string;
  readonly when?: string;
  /** Target → duration as written, in the order first_response, next_response, resolution. */
  readonly targets: ReadonlyMap<'first_response' | 'next_response' | 'resolution', string>;
  readonly clock?: 'calendar' | 'business';
  /** Targets that count on another clock than the policy. */
  readonly clocks: ReadonlyMap<'first_response' | 'next_response' | 'resolution', 'calendar' | 'business'>;
  readonly calendar?: string;
  readonly pauseOn: readonly ('pending' | 'on_hold')[];
}

export interface CheckSettings {
  readonly expect: string;
  readonly name?: string;
}

export interface GroupSettings {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly calendar?: string;
}

/** What a `deskstat.yaml` pins. Text in a small language is as it was written; `LoadedConfig.whereOf` says where. */
export interface Config extends PlainOf<TopKey> {
  readonly files: readonly FileSettings[];
  /** Working hours of the whole desk. */
  readonly hours: readonly HoursSettings[];
  readonly holidays: readonly string[];
  readonly calendars: readonly CalendarSettings[];
  readonly sla: readonly PolicySettings[];
  readonly checks: readonly CheckSettings[];
  /** Dimension → values that must be there. */
  readonly expectSegments: ReadonlyMap<string, readonly string[]>;
  /** Scale id → lowest satisfied score. */
  readonly csatBoxes: ReadonlyMap<string, number>;
  /** Alias → name. */
  readonly agents: ReadonlyMap<string, string>;
  readonly groups: readonly GroupSettings[];
  /** Dimension → column. */
  readonly dimensions: ReadonlyMap<string, string>;
}

export interface LoadedConfig {
  /** Where it lies. */
  readonly file: string;
  readonly config: Config;
  /**
   * Where a setting was written, by its path in the file: `whereOf('sla', 0, 'when')`. The column is that of the
   * text's first character, so that a small language's own column can be added to it.
   */
  whereOf(...path: readonly (string | number)[]): Where;
}

/** The settings as the rest of the program reads them. */
export function configOf(written: ConfigFile): Config {
  return {
    ...plainSettings<TopKey>((key) => !isOfFiles(key), written),
    files: (written.files ?? []).map(fileOf),
    hours: written.hours ?? [],
    holidays: written.holidays ?? [],
    calendars: [...(written.calendars ?? [])].map(([name, { tz, hours, holidays = [] }]) => ({
      name,
      tz,
      hours,
      holidays,
    })),
    sla: (written.sla ?? []).map(policyOf),
    checks: written.checks ?? [],
    expectSegments: written.expect_segments ?? new Map(),
    csatBoxes: written.csat_boxes ?? new Map(),
    agents: new Map(
      [...(written.agents ?? [])].flatMap(([name, aliases]) =>
        aliases.map((alias) => [alias, name] as const),
      ),
    ),
    groups: [...(written.groups ?? [])].map(([name, { aliases = [], calendar }]) => ({
      name,
      aliases,
      calendar,
    })),
    dimensions: written.dimensions ?? new Map(),
  };
}

function fileOf(written: NonNullable<ConfigFile['files']>[number]): FileSettings {
  const { coverage } = written;
  return {
    ...plainSettings<FileKey>(isOfFiles, written),
    match: written.match,
    coverage: typeof coverage === 'string' ? { cut: coverage } : coverage,
    map: written.map ?? new Map(),
    value: written.value ?? new Map(),
  };
}

function policyOf(written: NonNullable<ConfigFile['sla']>[number]): PolicySettings {
  const targets = new Map<'first_response' | 'next_response' | 'resolution', string>();
  const clocks = new Map<'first_response' | 'next_response' | 'resolution', 'calendar' | 'business'>();
  const { name, when, clock, calendar, pause_on: pauseOn = [] } = written;
  for (const target of ['first_response', 'next_response', 'resolution'] as const) {
    const duration = written.targets[target];
    if (duration !== undefined) targets.set(target, duration);
    const own = typeof clock === 'object' ? clock[target] : undefined;
    if (own !== undefined) clocks.set(target, own);
  }
  return {
    name,
    when,
    targets,
    clock: typeof clock === 'string' ? clock : undefined,
    clocks,
    calendar,
    pauseOn,
  };
}

import { contradictsComplete } from '../model/coverage.ts';
import type { RecognitionOverrides } from '../model/mapping.ts';
import { sentence } from '../model/sentence.ts';
import type { ComparisonMode } from '../time/period-series.ts';
import type { Config, HoursSettings } from './config.ts';
import { type CoverageFlags, type FileCoverage, fileCoverage } from './file-coverage.ts';
import { matchesFile } from './file-pattern.ts';
import { type PerFile, pinsOf, type ReadingFlags, valueOfFile } from './file-pins.ts';
import { usageError } from './option-values.ts';
import type { PlainOf, TopKey } from './plain-settings.ts';
import { type CommandName, type Setting, type SettingKey, settings } from './table.ts';

/** What was typed; what was not is undefined. */
export interface Flags extends ReadingFlags, CoverageFlags, PlainOf<Exclude<TopKey, 'tz'>> {
  readonly since?: string;
  readonly until?: string;
  readonly every?: 'day' | 'week' | 'month' | 'quarter';
  readonly hours?: string;
  readonly expect?: readonly string[];
  readonly source?: readonly PerFile[];
}

/** The period that was asked for; null for what was not. */
export interface AskedPeriod {
  readonly period: string | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly every: 'day' | 'week' | 'month' | 'quarter' | null;
}

/** An expectation as written; `place` is where it stands in deskstat.yaml, null for one that was typed. */
export interface AskedCheck {
  readonly expect: string;
  readonly name: string | null;
  readonly place: readonly (string | number)[] | null;
}

/** A file as it was named: from the working folder, or from where deskstat.yaml lies. */
export interface NamedFile {
  readonly name: string;
  readonly isTyped: boolean;
}

/** One run of a command with every setting settled: nobody looks at flags and deskstat.yaml side by side again. */
export interface Run extends Settled {
  readonly command: CommandName;
  /** What somebody said of zone and language, without defaults: `init` writes it down. */
  readonly given: { readonly tz?: string; readonly lang?: string };
  readonly asked: AskedPeriod;
  readonly compare: ComparisonMode | 'none';
  /** Working hours of the whole desk. */
  readonly hours: readonly HoursSettings[];
  /** How old the data may be, as a duration; null where nobody minds. */
  readonly maxAge: string | null;
  /** What a check expects. */
  readonly checks: readonly AskedCheck[];
  /** The issue book; null where nobody names one. */
  readonly book: NamedFile | null;
  /** Name of the desk that a file comes from; null where nobody says. */
  readonly sourceNameFor: (file: string) => string | null;
  /** What is read of a database instead of its tables; null where nobody says. */
  readonly queryFor: (file: string) => string | null;
  /** What is pinned of a file and of each table in it. */
  readonly pinsFor: (file: string) => RecognitionOverrides;
  /** What `files:` says of how these files were cut. */
  readonly coverageFor: (files: readonly string[]) => FileCoverage;
}

type Table = typeof settings;
type Defaulted = {
  [K in SettingKey]: Table[K] extends { readonly default: unknown } ? K : never;
}[SettingKey];

/** Settings that have a default: nothing but flag, file and default decides them. */
type Settled = {
  readonly [K in Defaulted]: Table[K]['default'] extends null
    ? NonNullable<PlainOf<K>[K & keyof PlainOf<K>]> | null
    : NonNullable<PlainOf<K>[K & keyof PlainOf<K>]>;
};

function settledBy(flags: Flags, config: Config): Settled {
  const all: readonly (readonly [string, Setting])[] = Object.entries(settings);
  const typed = flags as unknown as Readonly<Record<string, unknown>>;
  const written = config as unknown as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    all.flatMap(([key, row]) =>
      row.default === undefined ? [] : [[key, typed[key] ?? written[key] ?? row.default]],
    ),
  ) as Settled;
}

/** Settles flags, deskstat.yaml and defaults, in this order. @throws DeskstatError (2) for flags that contradict each other */
export function settle({
  command,
  flags,
  config,
}: {
  readonly command: CommandName;
  readonly flags: Flags;
  readonly config: Config;
}): Run {
  const cut = flags.coverage?.cut ?? null;
  if (cut !== null && contradictsComplete({ complete: flags.complete, cut }))
    throw usageError(sentence('mistake.complete_and_cut', { cut }), sentence('hint.one_or_the_other'));
  const spans = [flags.period, flags.since, flags.until].some((given) => given !== undefined);
  return Object.freeze({
    command,
    given: Object.freeze({ tz: flags.tz ?? config.tz, lang: flags.lang ?? config.lang }),
    ...settledBy(flags, config),
    asked: Object.freeze({
      // A stretch that was typed is not cut by the period of the file.
      period: flags.period ?? (spans ? null : (config.period ?? null)),
      since: flags.since ?? null,
      until: flags.until ?? null,
      every: flags.every ?? null,
    }),
    compare: flags.compare ?? config.compare ?? (command === 'report' ? 'previous' : 'none'),
    hours: flags.hours === undefined ? config.hours : [flags.hours],
    // Of the file a gate alone looks at the clock; a flag asks for it anywhere.
    maxAge: flags.maxAge ?? (command === 'check' ? config.maxAge : null) ?? null,
    checks: checksOf(flags, config),
    book: namedFile(flags.book, config.book),
    sourceNameFor: (file: string) => sourceNameOf(flags, config, file),
    queryFor: (file: string) => flags.query ?? queryIn(config, file),
    pinsFor: pinsOf(flags, config),
    coverageFor: (files: readonly string[]) => fileCoverage(flags, config, files),
  });
}

/** Expectations that are typed take the place of those in the file. */
function checksOf({ expect }: Flags, { checks }: Config): readonly AskedCheck[] {
  if (expect) return expect.map((text) => ({ expect: text, name: null, place: null }));
  return checks.map((check, index) => ({
    expect: check.expect,
    name: check.name ?? null,
    place: ['checks', index, 'expect'],
  }));
}

function namedFile(typed: string | undefined, written: string | undefined): NamedFile | null {
  const name = typed ?? written;
  return name === undefined ? null : { name, isTyped: typed !== undefined };
}

const queryIn = ({ files }: Config, file: string): string | null =>
  files.find(({ match, query }) => query !== undefined && matchesFile(match, file))?.query ?? null;

function sourceNameOf({ source = [] }: Flags, { files }: Config, file: string): string | null {
  return valueOfFile(source, file) ?? files.find(({ match }) => matchesFile(match, file))?.source ?? null;
}

import type { RecognitionOverrides } from '../model/mapping.ts';
import type { ComparisonMode } from '../time/period-series.ts';
import type { Config, HoursSettings } from './config.ts';
import { type CoverageFlags, type FileCoverage, fileCoverage } from './file-coverage.ts';
import { pinsOf, type ReadingFlags } from './file-pins.ts';
import type { CommandName, SettingKey } from './table.ts';

/** What was typed; what was not is undefined. */
export interface Flags extends ReadingFlags, CoverageFlags {
  readonly lang?: string;
  readonly weekStarts?: string;
  readonly period?: string;
  readonly since?: string;
  readonly until?: string;
  readonly every?: 'day' | 'week' | 'month' | 'quarter';
  readonly compare?: ComparisonMode | 'none';
  readonly minGroup?: number;
  /** A share, 0–1. */
  readonly maxRejected?: number;
  readonly hours?: string;
  readonly pseudonyms?: boolean;
  readonly answers?: 'people' | 'bots';
  readonly survey?: string;
  readonly title?: string;
  readonly maxAge?: string;
}

/** The period that was asked for; null for what was not. */
export interface AskedPeriod {
  readonly period: string | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly every: 'day' | 'week' | 'month' | 'quarter' | null;
}

/** One run of a command with every setting settled: nobody looks at flags and deskstat.yaml side by side again. */
export interface Run {
  readonly command: CommandName;
  /** What somebody said of zone and language, without defaults: `init` writes it down. */
  readonly given: { readonly tz?: string; readonly lang?: string };
  readonly tz: string;
  readonly lang: string;
  readonly weekStarts: string;
  readonly asked: AskedPeriod;
  readonly compare: ComparisonMode | 'none';
  readonly minGroup: number | null;
  readonly maxRejected: number;
  /** Working hours of the whole desk. */
  readonly hours: readonly HoursSettings[];
  /** What reports are called. */
  readonly title: string | null;
  /** How old the data may be, as a duration; null where nobody minds. */
  readonly maxAge: string | null;
  readonly pseudonyms: boolean;
  /** Whose answers end a wait: those of people alone, or of bots too. */
  readonly answers: 'people' | 'bots';
  readonly survey: string | null;
  /** What is pinned of a file and of each table in it. */
  readonly pinsFor: (file: string) => RecognitionOverrides;
  /** What `files:` says of how these files were cut. */
  readonly coverageFor: (files: readonly string[]) => FileCoverage;
}

/** What holds where neither a flag nor the file says anything. */
const defaults = {
  tz: 'UTC',
  lang: 'en',
  weekStarts: 'monday',
  minGroup: null,
  maxRejected: 0.05,
  pseudonyms: false,
  answers: 'people',
  survey: null,
  title: null,
} as const satisfies Partial<Record<SettingKey, unknown>>;

/** Settles flags, deskstat.yaml and defaults, in this order. */
export function settle({
  command,
  flags,
  config,
}: {
  readonly command: CommandName;
  readonly flags: Flags;
  readonly config: Config;
}): Run {
  const of = <K extends keyof typeof defaults>(key: K) => flags[key] ?? config[key] ?? defaults[key];
  const spans = [flags.period, flags.since, flags.until].some((given) => given !== undefined);
  return Object.freeze({
    command,
    given: Object.freeze({ tz: flags.tz ?? config.tz, lang: flags.lang ?? config.lang }),
    tz: of('tz'),
    lang: of('lang'),
    weekStarts: of('weekStarts'),
    asked: Object.freeze({
      // A stretch that was typed is not cut by the period of the file.
      period: flags.period ?? (spans ? null : (config.period ?? null)),
      since: flags.since ?? null,
      until: flags.until ?? null,
      every: flags.every ?? null,
    }),
    compare: flags.compare ?? config.compare ?? (command === 'report' ? 'previous' : 'none'),
    minGroup: of('minGroup'),
    maxRejected: of('maxRejected'),
    hours: flags.hours === undefined ? config.hours : [flags.hours],
    pseudonyms: of('pseudonyms'),
    answers: of('answers'),
    survey: of('survey'),
    title: of('title'),
    // Of the file a gate alone looks at the clock; a flag asks for it anywhere.
    maxAge: flags.maxAge ?? (command === 'check' ? config.maxAge : null) ?? null,
    pinsFor: pinsOf(flags, config),
    coverageFor: (files: readonly string[]) => fileCoverage(flags, config, files),
  });
}

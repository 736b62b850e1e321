import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { periodsOf } from '../src/analysis/segments/periods.ts';
import type { Desk } from '../src/model/desk.ts';
import type { RecognitionOverrides } from '../src/model/mapping.ts';
import type { Clock, Figure, MeasureContext } from '../src/model/metric.ts';
import { foldValue } from '../src/model/raw-value.ts';
import { filterOf, measureDesk } from '../src/questions/figures.ts';
import { parseMetricRequests } from '../src/questions/metric-requests.ts';
import { type ReadDesk, readDesk } from '../src/questions/read-desk.ts';
import type { ReadOptions, RejectedRow } from '../src/questions/read-options.ts';
import type { Frame } from '../src/time/frame.ts';
import { utc, type Zone } from '../src/time/zone.ts';

/** What a test pins beside the files; everything else is guessed as for a user. */
export interface DeskOptions {
  readonly map?: Readonly<Record<string, string>>;
  readonly value?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly kinds?: Readonly<Record<string, NonNullable<ReturnType<RecognitionOverrides['kinds']['get']>>>>;
  readonly preset?: string;
  readonly asOf?: string;
  readonly maxRejected?: number;
  readonly strict?: boolean;
  readonly complete?: boolean;
  readonly answers?: 'people' | 'bots';
  readonly sourceZone?: string;
  readonly columns?: readonly string[];
  readonly datesOptional?: boolean;
}

const overrides = (folder: string, options: DeskOptions): RecognitionOverrides => ({
  columns: new Map(Object.entries(options.map ?? {})),
  values: new Map(
    Object.entries(options.value ?? {}).map(([field, values]) => [
      field,
      new Map(Object.entries(values).map(([raw, canonical]) => [foldValue(raw), canonical])),
    ]),
  ),
  preset: options.preset ?? null,
  zones: { all: options.sourceZone ?? null, byFile: new Map() },
  reportZone: null,
  kinds: new Map(Object.entries(options.kinds ?? {}).map(([file, kind]) => [path.join(folder, file), kind])),
  scale: null,
  lowEffortIsGood: null,
  dateOrder: null,
});

/** What was read, and the rows that could not be used. */
export interface ReadForTest extends ReadDesk {
  readonly rejects: readonly RejectedRow[];
}

/** Reads files written on the spot, through the whole road, after others where some are named. */
export async function readFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: DeskOptions = {},
  others: readonly string[] = [],
): Promise<ReadForTest> {
  const folder = mkdtempSync(path.join(tmpdir(), 'deskstat-test-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    return await readPaths(
      [...others, ...Object.keys(files).map((name) => path.join(folder, name))],
      options,
      folder,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How tests read files, where they pin nothing. */
export const readOptions = (
  paths: readonly string[],
  options: DeskOptions = {},
  {
    folder = '',
    onReject,
  }: { readonly folder?: string; readonly onReject?: (row: RejectedRow) => void } = {},
): ReadOptions => ({
  paths,
  overridesFor: () => overrides(folder, options),
  sourceNameFor: () => null,
  fields: 'all',
  columns: options.columns ?? [],
  datesOptional: options.datesOptional ?? false,
  allowGuesses: true,
  maxRejected: options.maxRejected ?? 0.05,
  strict: options.strict ?? false,
  answers: options.answers,
  asOf: options.asOf === undefined ? null : Date.parse(options.asOf),
  coverageFor: () => ({
    asked: options.complete ? { from: null, to: null, cut: 'created' } : null,
    problems: [],
  }),
  ...(onReject ? { onReject } : {}),
});

/** Reads files where they lie, through the whole road. */
export async function readPaths(
  paths: readonly string[],
  options: DeskOptions = {},
  folder = '',
): Promise<ReadForTest> {
  const rejects: RejectedRow[] = [];
  const read = await readDesk(readOptions(paths, options, { folder, onReject: (row) => rejects.push(row) }));
  return { ...read, rejects };
}

/** What figures a test asks for. */
export interface AskOptions {
  readonly by?: readonly string[];
  readonly where?: string;
  readonly period?: string;
  readonly every?: 'day' | 'week' | 'month' | 'quarter';
  readonly totals?: boolean;
  readonly top?: number;
  readonly clocks?: readonly Clock[];
  readonly businessTime?: MeasureContext['businessTime'];
  readonly zone?: Zone;
}

/** Figures of metrics named as users name them: `first_response_time.p90`, `created`. */
export function ask(desk: Desk, metrics: string, options: AskOptions = {}): Figure[] {
  return measure(desk, metrics, options).flatMap(({ figures }) => figures);
}

/** The same, metric by metric, with what was left out and why. */
export function measure(
  desk: Desk,
  metrics: string,
  options: AskOptions = {},
): ReturnType<typeof measureDesk> {
  const zone = options.zone ?? utc;
  const request = {
    period: options.period ?? null,
    since: null,
    until: null,
    every: options.every ?? null,
    zone,
    weekStarts: 1,
  };
  return measureDesk(desk, {
    metrics: parseMetricRequests(metrics.split(','), []),
    by: options.by ?? [],
    totals: options.totals ?? false,
    top: options.top ?? null,
    where: filterOf(options.where),
    periods: periodsOf(request, desk),
    clocks: options.clocks ?? ['calendar'],
    frame: frameOf(desk, { zone, businessTime: options.businessTime ?? null }),
  });
}

/** How a desk is read in time where nothing is said: UTC, weeks from Monday, no working hours and no targets. */
export const frameOf = (desk: Desk, more: Partial<Frame> = {}): Frame => ({
  ...{ zone: utc, weekStarts: 1, businessTime: null, sla: null, asOf: desk.asOf },
  ...more,
});

/** The value of one figure over everything. */
export function value(desk: Desk, metric: string, options: AskOptions = {}): number | null {
  return ask(desk, metric, options)[0].value;
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

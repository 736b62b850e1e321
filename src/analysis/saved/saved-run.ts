import { DeskstatError } from '../../model/problem.ts';
import type { Segment } from '../../model/segment.ts';
import { reportFigures } from './report-figures.ts';
import { metricFigures } from './row-figures.ts';

/** Commands whose JSON can be kept and compared. */
export const savedKinds = ['metrics', 'report'] as const;
export type SavedKind = (typeof savedKinds)[number];

/** A stretch of time as a result names it; a chart's points have a label only. */
export interface SavedPeriod {
  readonly label: string;
  /** ISO 8601 with offset. */
  readonly start: string | null;
  readonly end: string | null;
  /** Whole when the result was made. */
  readonly complete: boolean;
}

/** One figure of a saved result, in the units of data. */
export interface SavedFigure {
  readonly metric: string;
  readonly stat: string | null;
  readonly clock: string | null;
  readonly unit: string;
  readonly segment: Segment;
  /** Null = everything. */
  readonly period: SavedPeriod | null;
  readonly value: number | null;
  readonly n: number | null;
  readonly status: string;
}

/** An input as a result names it. */
export interface SavedSource {
  readonly path: string;
  readonly rows: number | null;
  readonly sha256: string | null;
}

/** A saved `metrics --format json` or `report --format json`. */
export interface SavedRun {
  readonly kind: SavedKind;
  readonly version: string | null;
  readonly asOf: string | null;
  readonly timezone: string;
  readonly definitions: number | null;
  readonly hours: string | null;
  readonly arguments: readonly string[] | null;
  readonly sources: readonly SavedSource[];
  readonly settings: readonly SavedSource[];
  readonly figures: readonly SavedFigure[];
}

/** An object of unknown content, as JSON holds it. */
export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const textOr = <T>(value: unknown, other: T): string | T => (typeof value === 'string' ? value : other);
export const numberOrNull = (value: unknown): number | null => (typeof value === 'number' ? value : null);
export const listOf = (value: unknown): readonly Json[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

/**
 * Reads a saved result. What an older version did not write down is null.
 *
 * @throws DeskstatError (2) for text that is no saved result of `metrics` or `report`
 */
export function readSavedRun(text: string, file: string): SavedRun {
  let whole: unknown;
  try {
    whole = JSON.parse(text);
  } catch {
    throw unusable(file, 'it is not JSON');
  }
  const schema = isObject(whole) ? textOr(whole.schema, '') : '';
  const kind = savedKinds.find((each) => schema === `deskstat.${each}/1`);
  if (!isObject(whole) || !kind) {
    throw unusable(
      file,
      schema.startsWith('deskstat.')
        ? `it holds ${schema}, and only results of report and metrics are compared`
        : 'it is no result of deskstat',
    );
  }
  const body = kind === 'metrics' ? whole.rows : whole.blocks;
  if (!Array.isArray(body) || typeof whole.timezone !== 'string') throw unusable(file, 'parts of it are missing');
  return {
    kind,
    version: textOr(whole.version, null),
    asOf: textOr(whole.as_of, null),
    timezone: whole.timezone,
    definitions: numberOrNull(whole.definitions),
    hours: textOr(whole.hours, null),
    arguments: Array.isArray(whole.arguments) ? whole.arguments.map(String) : null,
    sources: listOf(whole.sources).map(sourceOf),
    settings: listOf(whole.settings).map(sourceOf),
    figures: kind === 'metrics' ? metricFigures(whole) : reportFigures(whole),
  };
}

function sourceOf(entry: Json): SavedSource {
  return {
    path: textOr(entry.path, ''),
    rows: numberOrNull(entry.rows),
    sha256: textOr(entry.sha256, null),
  };
}

function unusable(file: string, reason: string): DeskstatError {
  return new DeskstatError({ code: 'saved_unusable', args: { reason }, where: { file } }, 2);
}

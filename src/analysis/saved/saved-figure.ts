import type { Segment } from '../../model/segment.ts';

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
  /** Whose answers ended a wait. */
  readonly answers: 'people' | 'bots';
  readonly hours: string | null;
  readonly arguments: readonly string[] | null;
  readonly sources: readonly SavedSource[];
  readonly settings: readonly SavedSource[];
  readonly figures: readonly SavedFigure[];
}

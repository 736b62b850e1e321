/** A half-open stretch of time `[start, end)` in epoch milliseconds. */
export interface Period {
  readonly start: number;
  readonly end: number;
  /** `2026-W46`, `2026-10`, `2026-11-05`, or `start/end` dates for a free range. */
  readonly label: string;
}

/** The value of each asked dimension, null where a ticket has none. The whole desk is `{}`. */
export type Segment = Readonly<Record<string, string | null>>;

/** Two tellings of one thing in an export, compared ticket by ticket within one source. */
export interface Examination {
  /** Index into `Desk.sources`. */
  readonly source: number;
  /** The two sides, as fields or, for what is counted from rows, as a word (`messages`, `events`). */
  readonly left: string;
  readonly right: string;
  /** Tickets that have both sides, and those of them where they agree. */
  readonly compared: number;
  readonly agreed: number;
  /** How far apart two durations may lie and still agree, in milliseconds; null where the sides are no durations. */
  readonly tolerance: number | null;
  /** The side that figures use. */
  readonly used: 'left' | 'right';
  /** What the differences have in common, where they have something. */
  readonly pattern: DifferencePattern | null;
  /** The first two tickets, by creation, where the sides differ. */
  readonly examples: readonly {
    /** Its id; empty where the export has none. */
    readonly ticket: string;
    readonly left: number;
    readonly right: number;
  }[];
}

/**
 * - `right_smaller`: nearly every duration on the right is smaller, by no fixed factor (as on a business clock).
 * - `factor`: the right is the left times one factor (another unit).
 */
export type DifferencePattern =
  | { readonly id: 'right_smaller' }
  | { readonly id: 'factor'; readonly factor: number };

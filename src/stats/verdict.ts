import { type Difference, leavesOutZero } from './difference.ts';

/** What a comparison comes to, in the order in which it is asked. */
export type Verdict = 'too_few' | 'noise' | 'unusual' | 'small' | 'real';

/** Below which size a real change is only small; it is small when it is below every bound given. */
export interface Relevance {
  /** Share of the value before. */
  readonly relative?: number;
  /** In the unit of the figure. */
  readonly absolute?: number;
}

/** The bounds for each kind of figure; `share` in 0–1, `duration` in milliseconds, `nps` in points. */
export const relevance = {
  duration: { relative: 0.1, absolute: 60_000 },
  share: { absolute: 0.02 },
  nps: { absolute: 5 },
  count: { relative: 0.1 },
} as const satisfies Record<string, Relevance>;

/**
 * The bound for a mean score: 2 % of the length of its scale, as two points are for a share; for a mean without an upper
 * end (answers a ticket) that of a count.
 *
 * @example scoreRelevance({ min: 1, max: 5 }) // { absolute: 0.08 }
 */
export function scoreRelevance(scale: { readonly min: number; readonly max: number }): Relevance {
  const length = scale.max - scale.min;
  return Number.isFinite(length) ? { absolute: 0.02 * length } : relevance.count;
}

/** A comparison to be judged. */
export interface JudgeInput {
  /** Whether a side is below the statistic's threshold (`isTooFew`) or has too few days. */
  readonly tooFew: boolean;
  readonly difference: Difference | null;
  /** The value before, for a relative bound. */
  readonly before: number;
  readonly relevance: Relevance;
  /** Whether the comparison survived `benjaminiHochberg`; left out where it was the only one of the run. */
  readonly rejected?: boolean;
}

/**
 * `too_few` when a side is too small or the difference has no interval on the side of 0, `noise` when its 95 % interval
 * holds 0 (or it fell to the correction for many comparisons), `small` when the change is real yet below every bound of
 * relevance, else `real`.
 *
 * @example
 * judge({
 *   tooFew: false,
 *   difference: { value: 0.01, low: 0.002, high: 0.018, p: 0.01 },
 *   before: 0.9,
 *   relevance: relevance.share,
 * }) // 'small'
 */
export function judge(input: JudgeInput): Verdict {
  const { tooFew, difference, before, rejected = true } = input;
  if (tooFew || !difference || difference.p === null) return 'too_few';
  if (!leavesOutZero(difference) || !rejected) return 'noise';
  return isSmallChange(difference.value, { before, relevance: input.relevance }) ? 'small' : 'real';
}

/**
 * Whether a change is below every bound of relevance, relative bounds taken of the value before.
 *
 * @example isSmallChange(30_000, { before: 3_600_000, relevance: relevance.duration }) // true: half a minute of an hour
 */
export function isSmallChange(
  change: number,
  { before, relevance: { relative, absolute } }: { readonly before: number; readonly relevance: Relevance },
): boolean {
  const size = Math.abs(change);
  if (relative === undefined && absolute === undefined) return false;
  const underRelative = relative === undefined || size < relative * Math.abs(before);
  const underAbsolute = absolute === undefined || size < absolute;
  return underRelative && underAbsolute;
}

import type { Coverage, Cut } from '../../model/desk.ts';

const WEEK = 7 * 86_400_000;
const YEAR = 365 * 86_400_000;

/**
 * The newest stamp that can be believed (DEFINITIONS 1): a stamp more than 7 days past the tenth-newest is a typo
 * ("2062"), unless stamps are sparse anyway: the gap must also exceed the time that the ninety before the
 * tenth-newest span, else a desk with one ticket a month would lose its newest ones.
 * Returns Infinity when nothing is to be voided.
 */
export function newestBelievable(stamps: readonly Float64Array[]): number {
  const newest = new Float64Array(100).fill(Number.NEGATIVE_INFINITY);
  let least = Number.NEGATIVE_INFINITY;
  for (const column of stamps) {
    // Exports mostly run from old to new: from behind, the newest come first and nearly nothing else has to be placed.
    for (let i = column.length - 1; i >= 0; i--) {
      const value = column[i];
      if (!(value > least)) continue;
      let at = 0;
      while (at + 1 < newest.length && newest[at + 1] < value) {
        newest[at] = newest[at + 1];
        at++;
      }
      newest[at] = value;
      least = newest[0];
    }
  }
  const tenth = newest[90];
  const oldest = newest.find((value) => value !== Number.NEGATIVE_INFINITY);
  if (tenth === Number.NEGATIVE_INFINITY || oldest === undefined) return Number.POSITIVE_INFINITY;
  // A handful of stamps says little about how dense they are: only what lies a year out is a typo then.
  const gap = least === Number.NEGATIVE_INFINITY ? YEAR : WEEK;
  return tenth + Math.max(gap, tenth - oldest);
}

export interface CoverageInput {
  readonly created: Float64Array;
  /** Last stamp of each ticket, of any kind. */
  readonly lastTouched: Float64Array;
  /** 1 where a ticket is finished. */
  readonly isFinished: Uint8Array;
}

/** Least share and number of early tickets that make an export one of touched tickets. */
const TOUCHED_SHARE = 0.01;
const TOUCHED_COUNT = 5;

/**
 * How the export was cut (DEFINITIONS 1). An export of tickets *touched* in a window holds no ticket whose last
 * stamp lies before the window, yet tickets created long before it, thinly spread; if none of them is open it holds
 * *solved* tickets only. Otherwise all tickets *created* in a window.
 */
export function findCoverage({ created, lastTouched, isFinished }: CoverageInput): Coverage {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  let windowStart = Number.POSITIVE_INFINITY;
  let open = 0;
  for (let t = 0; t < created.length; t++) {
    if (created[t] < from) from = created[t];
    if (created[t] > to) to = created[t];
    if (lastTouched[t] < windowStart) windowStart = lastTouched[t];
    if (isFinished[t] === 0) open++;
  }
  if (created.length === 0)
    return { from: Number.NaN, to: Number.NaN, cut: 'created', pinned: false, bulkFrom: Number.NaN };
  let early = 0;
  for (let t = 0; t < created.length; t++) if (created[t] < windowStart) early++;
  const late = created.length - early;
  const isThin = early / (windowStart - from) < 0.5 * (late / Math.max(1, to - windowStart));
  const isTouched =
    early >= TOUCHED_COUNT && early >= TOUCHED_SHARE * created.length && windowStart > from && isThin;
  const cut: Cut = isTouched ? (open === 0 ? 'solved' : 'touched') : 'created';
  return { from, to, cut, pinned: false, bulkFrom: isTouched ? windowStart : from };
}

import type { SlaClock } from './clocks.ts';

/** A stretch in which a target's time stands still; `to` is Infinity while it lasts. */
export interface Pause {
  readonly from: number;
  readonly to: number;
}

export interface Counting {
  readonly clock: SlaClock;
  /** In order, without overlap. */
  readonly pauses: readonly Pause[];
}

/**
 * When a target is due: the earliest instant by which `limit` milliseconds have passed since `start` on the clock,
 * pauses left out. NaN where a pause that still lasts comes first: nobody can say yet.
 */
export function dueInstant({
  start,
  limit,
  clock,
  pauses,
}: Counting & { readonly start: number; readonly limit: number }): number {
  let at = start;
  let left = limit;
  for (const pause of pauses) {
    if (pause.to <= at) continue;
    if (pause.from > at) {
      const run = clock.between(at, pause.from);
      if (run >= left) break;
      left -= run;
    }
    if (pause.to === Number.POSITIVE_INFINITY) return Number.NaN;
    at = pause.to;
  }
  return clock.after(at, left);
}

/** Milliseconds that count in `[from, to)`, pauses left out. */
export function countedTime({
  from,
  to,
  clock,
  pauses,
}: Counting & { readonly from: number; readonly to: number }): number {
  let total = 0;
  let at = from;
  for (const pause of pauses) {
    if (pause.to <= at) continue;
    if (pause.from >= to) break;
    if (pause.from > at) total += clock.between(at, pause.from);
    at = pause.to;
  }
  return at < to ? total + clock.between(at, to) : total;
}

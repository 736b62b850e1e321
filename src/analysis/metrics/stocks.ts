import { expectedArrivals } from '../../model/coverage.ts';
import { type Desk, numbersOf } from '../../model/desk.ts';
import type { Intervals, StockMetric } from '../../model/metric.ts';
import type { Period } from '../../model/segment.ts';
import { ValueSorter } from '../../stats/sort-values.ts';
import type { Grouping } from '../segments/grouping.ts';
import { PeriodIndex, placeNear } from './dated-entries.ts';
import { DAY } from './windows.ts';

/** The stock of every cell: a count, the ages of what lies there, or days of work; laid out as `Cells`. */
export interface StockCells {
  readonly values: Float64Array;
  readonly offsets: Uint32Array;
  /** For counts and days: the figure of each cell; NaN where it cannot be told. */
  readonly figure: Float64Array;
  /** How many tickets each cell holds. */
  readonly n: Float64Array;
}

export interface StockOptions {
  readonly metric: StockMetric;
  readonly intervals: Intervals;
  readonly desk: Desk;
  readonly grouping: Grouping;
  readonly periods: readonly Period[] | null;
}

/** Days whose solves make the pace of a desk, and how many of them it takes at least. */
export const PACE_DAYS = 28;
export const PACE_LEAST_DAYS = 7;

/**
 * What lies there when each period ends: at its last millisecond, or at as-of where that comes first. A stretch
 * counts at T when from ≤ T < to (an end stamp at T has ended it).
 */
export function fillStocks(options: StockOptions): StockCells {
  const { metric, desk, grouping, periods } = options;
  const moments = momentsOf(periods, desk);
  const look: Look = { ...options, moments, segments: grouping.segments.length };
  const n = metric.of === 'created_count' ? countCreated(look) : countPresent(look);
  if (metric.of === 'age') return agesOf(look, n);
  const figure = n.slice();
  if (metric.of === 'days') {
    const exits = countExits(look);
    for (let cell = 0; cell < figure.length; cell++) {
      const moment = moments[Math.floor(cell / look.segments)];
      const days = Math.min(PACE_DAYS, (moment - desk.coverage.from) / DAY);
      const pace = days >= PACE_LEAST_DAYS ? exits[cell] / days : 0;
      figure[cell] = pace > 0 ? n[cell] / pace : Number.NaN;
    }
  }
  return { values: new Float64Array(0), offsets: new Uint32Array(figure.length + 1), figure, n };
}

interface Look extends StockOptions {
  /** When each period is looked at, ascending. */
  readonly moments: Float64Array;
  readonly segments: number;
}

/** Of those that began in the period, how many lie there. */
function countCreated({ intervals, grouping, periods, moments, segments }: Look): Float64Array {
  const { ticket, from, to, bornAt = from } = intervals;
  const counts = new Float64Array(moments.length * segments);
  const index = periods ? new PeriodIndex(periods) : null;
  const groupsOf = groupWalker(grouping);
  const start = periods?.[0]?.start ?? Number.NEGATIVE_INFINITY;
  for (let i = 0; i < ticket.length; i++) {
    if (bornAt[i] < start) continue;
    const period = index === null ? 0 : index.of(bornAt[i]);
    if (period < 0 || !(from[i] <= moments[period] && to[i] > moments[period])) continue;
    groupsOf(ticket[i], (group) => counts[period * segments + group]++);
  }
  return counts;
}

interface Counted {
  readonly grouping: Grouping;
  readonly moments: Float64Array;
  readonly counts: Float64Array;
}

/** Counts kept for a list of stretches: the backlog and its days of work are asked for one after the other. */
const MOST_KEPT = 8;
const kept = new WeakMap<Intervals, Counted[]>();

const areSame = (a: Float64Array, b: Float64Array): boolean =>
  a.length === b.length && a.every((moment, i) => moment === b[i]);

/** How many lie there at each moment: one more where a stretch begins, one less where it has ended, then sums. */
function countPresent(look: Look): Float64Array {
  const { intervals, grouping, moments } = look;
  const there = kept.get(intervals) ?? [];
  const known = there.find((each) => each.grouping === grouping && areSame(each.moments, moments));
  if (known) return known.counts.slice();
  const { from, to } = intervals;
  const counts = countAround(look, { begin: from, end: to, more: 0 });
  kept.set(intervals, [{ grouping, moments, counts: counts.slice() }, ...there].slice(0, MOST_KEPT));
  return counts;
}

/** How many have ended in the four weeks up to each moment. */
function countExits(look: Look): Float64Array {
  const { to } = look.intervals;
  return countAround(look, { begin: to, end: to, more: PACE_DAYS * DAY });
}

/** How many stretches, from `begin` on and before `end` + `more`, lie around each moment. */
function countAround(
  { intervals, grouping, moments, segments }: Look,
  stretch: { readonly begin: Float64Array; readonly end: Float64Array; readonly more: number },
): Float64Array {
  const { begin, end, more } = stretch;
  const changes = new Float64Array((moments.length + 1) * segments);
  const last = moments[moments.length - 1];
  const groupsOf = groupWalker(grouping);
  const isPlain = grouping.single !== null && grouping.total < 0;
  const index = new MomentIndex(moments);
  for (let i = 0; i < begin.length; i++) {
    // Most stretches begin behind the last moment or have ended before the first.
    if (begin[i] > last || end[i] + more <= moments[0]) continue;
    const first = index.of(begin[i]);
    const behind = index.of(end[i] + more);
    if (first >= behind) continue;
    const ticket = intervals.ticket[i];
    if (isPlain) {
      const group = (grouping.single as Int32Array)[ticket];
      if (group < 0) continue;
      changes[first * segments + group]++;
      changes[behind * segments + group]--;
    } else {
      groupsOf(ticket, (group) => {
        changes[first * segments + group]++;
        changes[behind * segments + group]--;
      });
    }
  }
  return summed(changes, segments);
}

function summed(changes: Float64Array, segments: number): Float64Array {
  for (let cell = segments; cell < changes.length; cell++) changes[cell] += changes[cell - segments];
  return changes.subarray(0, changes.length - segments);
}

/** How old everything is that lies there, each cell's ages ascending. */
function agesOf({ intervals, grouping, moments, segments }: Look, n: Float64Array): StockCells {
  const offsets = new Uint32Array(n.length + 1);
  for (let cell = 0; cell < n.length; cell++) offsets[cell + 1] = offsets[cell] + n[cell];
  const values = new Float64Array(offsets[n.length]);
  const next = offsets.slice();
  const { ticket, from, to } = intervals;
  const bornAt = intervals.bornAt ?? from;
  const groupsOf = groupWalker(grouping);
  const index = new MomentIndex(moments);
  for (let i = 0; i < ticket.length; i++) {
    const end = index.of(to[i]);
    for (let m = index.of(from[i]); m < end; m++) {
      groupsOf(ticket[i], (group) => {
        values[next[m * segments + group]++] = moments[m] - bornAt[i];
      });
    }
  }
  const sorter = new ValueSorter();
  for (let cell = 0; cell < n.length; cell++) {
    if (n[cell] > 1) sorter.sort(values.subarray(offsets[cell], offsets[cell + 1]));
  }
  return { values, offsets, figure: n, n };
}

/** Calls `use` with every group of a ticket, that of the total included. */
export function groupWalker(grouping: Grouping): (ticket: number, use: (group: number) => void) => void {
  const { single, offsets, groups, total } = grouping;
  return (ticket, use) => {
    if (single) {
      if (single[ticket] < 0) return;
      if (total >= 0) use(total);
      use(single[ticket]);
      return;
    }
    if (!offsets || !groups || offsets[ticket] === offsets[ticket + 1]) return;
    if (total >= 0) use(total);
    for (let g = offsets[ticket]; g < offsets[ticket + 1]; g++) use(groups[g]);
  };
}

/** Finds the first moment ≥ a value among moments that lie about as far apart as each other. */
class MomentIndex {
  readonly #moments: Float64Array;
  readonly #perMillisecond: number;

  constructor(moments: Float64Array) {
    this.#moments = moments;
    const share = (moments.length - 1) / (moments[moments.length - 1] - moments[0]);
    this.#perMillisecond = share > 0 && Number.isFinite(share) ? share : 0;
  }

  /** The index of the moment; how many there are where the value lies behind all of them. */
  of(value: number): number {
    const moments = this.#moments;
    if (!(value > moments[0])) return 0;
    const last = moments.length - 1;
    if (value > moments[last]) return moments.length;
    const guess = Math.min(last - 1, Math.floor((value - moments[0]) * this.#perMillisecond));
    const before = placeNear(moments, value, guess);
    return moments[before] < value ? before + 1 : before;
  }
}

/** Most of the open tickets, and the most of them, that may be old where the stock is taken for known. */
export const OLD_SHARE = 0.02;
export const OLD_COUNT = 1;

interface BoundInput {
  /** Of every ticket, those that a filter leaves out too: what the export lacks is no question of the filter. */
  readonly intervals: Intervals;
  readonly periods: readonly Period[] | null;
  /** Whether open tickets lie untouched for long, where it was found before; else the desk says it. */
  readonly leavesUntouched?: boolean;
}

/**
 * 1 for moments at which a stock is a lower bound (DEFINITIONS 1): an export of tickets created in a window lacks those
 * from before it that are still open. Where hardly any ticket open at T was created in the first half of the time up to
 * T, next to none from before can be open either. Of tickets touched in a window those are lacking that lay untouched
 * since before it: at every moment, unless hardly any that is open now was last touched in its first half.
 */
export function lowerBounds(desk: Desk, { intervals, periods, leavesUntouched }: BoundInput): Uint8Array {
  const moments = momentsOf(periods, desk);
  const there = keptBounds.get(intervals) ?? [];
  const known = there.find(
    (each) =>
      each.desk === desk && each.leavesUntouched === leavesUntouched && areSame(each.moments, moments),
  );
  if (known) return known.bounds;
  const bounds = findLowerBounds(desk, { intervals, moments, leavesUntouched });
  keptBounds.set(intervals, [{ desk, leavesUntouched, moments, bounds }, ...there].slice(0, MOST_KEPT));
  return bounds;
}

interface Bounded extends Pick<BoundInput, 'leavesUntouched'> {
  readonly desk: Desk;
  readonly moments: Float64Array;
  readonly bounds: Uint8Array;
}

/** As `kept`. */
const keptBounds = new WeakMap<Intervals, Bounded[]>();

function findLowerBounds(
  desk: Desk,
  { intervals, moments, leavesUntouched }: Omit<BoundInput, 'periods'> & { readonly moments: Float64Array },
): Uint8Array {
  const { coverage } = desk;
  const bounds = new Uint8Array(moments.length);
  if (coverage.pinned || coverage.cut === 'solved' || moments.length === 0) return bounds;
  if (coverage.cut === 'touched') {
    const isLacking = leavesUntouched ?? leavesSomeUntouched(desk, intervals);
    return bounds.fill(Number(isLacking));
  }
  if (coverage.cut === 'open') return bounds.map((_, m) => (moments[m] < desk.asOf ? 1 : 0));
  const open = new Uint32Array(moments.length);
  const old = new Uint32Array(moments.length);
  const { from, to } = intervals;
  const last = moments[moments.length - 1];
  const index = new MomentIndex(moments);
  const { bulkFrom } = coverage;
  for (let i = 0; i < from.length; i++) {
    const begun = from[i];
    if (begun > last || to[i] <= moments[0]) continue;
    const end = index.of(to[i]);
    for (let m = index.of(begun); m < end; m++) {
      open[m]++;
      // Strays from before the bulk are in the export by chance: they say nothing of how long tickets stay.
      if (begun >= bulkFrom && begun < (bulkFrom + moments[m]) / 2) old[m]++;
    }
  }
  for (let m = 0; m < bounds.length; m++) {
    const isOld = old[m] > Math.max(OLD_COUNT, OLD_SHARE * open[m]);
    const missing = expectedArrivals(coverage, { from: coverage.bulkTo, to: moments[m] });
    bounds[m] = isOld || missing >= 1 ? 1 : 0;
  }
  return bounds;
}

/** Whether open tickets lie untouched for so long that others, last touched before the window, must be open too. */
export function leavesSomeUntouched(
  { tickets, coverage, asOf }: Desk,
  { ticket, from, to }: Intervals,
): boolean {
  const updated = numbersOf(tickets, 'updated_at');
  const middle = (coverage.bulkFrom + asOf) / 2;
  let open = 0;
  let idle = 0;
  for (let i = 0; i < from.length; i++) {
    if (from[i] > asOf || to[i] <= asOf) continue;
    open++;
    const at = updated && updated[ticket[i]] <= asOf ? updated[ticket[i]] : from[i];
    if (Math.max(at, from[i]) < middle) idle++;
  }
  return idle > Math.max(OLD_COUNT, OLD_SHARE * open);
}

function momentsOf(periods: readonly Period[] | null, { asOf }: Desk): Float64Array {
  return Float64Array.from(periods ?? [null], (period) => (period ? Math.min(period.end - 1, asOf) : asOf));
}

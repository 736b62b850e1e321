import type { Period } from '../../model/segment.ts';

/** The entries whose instants lie in one of some periods. */
export interface DatedEntries {
  readonly count: number;
  /** Which entries they are; null: all. */
  readonly entries: Uint32Array | null;
  /** Index of the period of each of them; null: there is one stretch, all over time. */
  readonly period: Int32Array | null;
}

interface Kept extends DatedEntries {
  readonly periods: readonly Period[];
}

/** Lists kept for a column of instants: a report asks for the same few series of periods of one metric after the other. */
const MOST_KEPT = 8;
const kept = new WeakMap<Float64Array, Kept[]>();

/** The entries of each period; where there are no periods, all of them. Instants that are missing lie in none. */
export function datedEntries(at: Float64Array, periods: readonly Period[] | null): DatedEntries {
  if (!periods) return { count: at.length, entries: null, period: null };
  const there = kept.get(at) ?? [];
  const found = there.find((each) => isSame(each.periods, periods)) ?? {
    periods,
    ...findEntries(at, periods),
  };
  kept.set(at, [found, ...there.filter((each) => each !== found)].slice(0, MOST_KEPT));
  return found;
}

function isSame(a: readonly Period[], b: readonly Period[]): boolean {
  return a.length === b.length && a.every(({ start, end }, i) => start === b[i].start && end === b[i].end);
}

function findEntries(at: Float64Array, periods: readonly Period[]): DatedEntries {
  if (periods.length === 0) return { count: 0, entries: new Uint32Array(0), period: new Int32Array(0) };
  const from = periods[0].start;
  const to = periods[periods.length - 1].end;
  // Room for all: what is not filled takes no memory, and nothing is looked at twice.
  const entries = new Uint32Array(at.length);
  const period = new Int32Array(at.length);
  const periodOf = periodFinder(periods);
  let count = 0;
  for (let i = 0; i < at.length; i++) {
    if (!(at[i] >= from && at[i] < to)) continue;
    const index = periodOf(at[i]);
    if (index < 0) continue;
    entries[count] = i;
    period[count++] = index;
  }
  if (count * 2 > at.length)
    return { count, entries: entries.subarray(0, count), period: period.subarray(0, count) };
  return { count, entries: entries.slice(0, count), period: period.slice(0, count) };
}

/** The index of the period an instant lies in, −1 for none; NaN lies in none. Instants mostly come in order. */
export function periodFinder(periods: readonly Period[]): (at: number) => number {
  const starts = Float64Array.from(periods, ({ start }) => start);
  const ends = Float64Array.from(periods, ({ end }) => end);
  let last = 0;
  return (at) => {
    if (starts[last] <= at && at < ends[last]) return last;
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (starts[middle] <= at) low = middle + 1;
      else high = middle;
    }
    const index = low - 1;
    if (index < 0 || !(at < ends[index])) return -1;
    last = index;
    return index;
  };
}

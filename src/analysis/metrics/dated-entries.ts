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
  // Mostly every entry is dated: the list of those that are begins with the first that is not.
  let entries: Uint32Array | null = null;
  const period = new Int32Array(at.length);
  const index = new PeriodIndex(periods);
  let count = 0;
  for (let i = 0; i < at.length; i++) {
    const of = index.of(at[i]);
    if (of < 0) entries ??= countedUp(i, at.length);
    else {
      if (entries !== null) entries[count] = i;
      period[count++] = of;
    }
  }
  if (entries === null) return { count, entries, period };
  if (count * 2 > at.length)
    return { count, entries: entries.subarray(0, count), period: period.subarray(0, count) };
  return { count, entries: entries.slice(0, count), period: period.slice(0, count) };
}

/** Room for so many numbers, of which the first `upTo` are there. */
function countedUp(upTo: number, room: number): Uint32Array {
  const numbers = new Uint32Array(room);
  for (let i = 0; i < upTo; i++) numbers[i] = i;
  return numbers;
}

/** The index of the period an instant lies in, −1 for none; NaN lies in none. */
export function periodFinder(periods: readonly Period[]): (at: number) => number {
  const index = new PeriodIndex(periods);
  return (at) => index.of(at);
}

/** A guess that is off by more periods than this is given up for a search. */
const MOST_STEPS = 3;

/** Finds the period of an instant: periods are nearly as long as each other, so a division says nearly which one it is. */
class PeriodIndex {
  readonly #starts: Float64Array;
  readonly #ends: Float64Array;
  readonly #from: number;
  readonly #to: number;
  readonly #perMillisecond: number;

  constructor(periods: readonly Period[]) {
    this.#starts = Float64Array.from(periods, ({ start }) => start);
    this.#ends = Float64Array.from(periods, ({ end }) => end);
    this.#from = this.#starts[0];
    this.#to = this.#ends[periods.length - 1];
    const share = periods.length / (this.#to - this.#from);
    this.#perMillisecond = share > 0 ? share : 0;
  }

  of(at: number): number {
    if (!(at >= this.#from && at < this.#to)) return -1;
    const starts = this.#starts;
    let index = Math.min(starts.length - 1, Math.floor((at - this.#from) * this.#perMillisecond));
    for (let steps = 0; steps < MOST_STEPS; steps++) {
      if (at < starts[index]) index--;
      else if (index + 1 < starts.length && at >= starts[index + 1]) index++;
      else return at < this.#ends[index] ? index : -1;
    }
    return this.#search(at);
  }

  #search(at: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#starts[middle] <= at) low = middle + 1;
      else high = middle;
    }
    return at < this.#ends[low - 1] ? low - 1 : -1;
  }
}

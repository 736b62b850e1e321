import type { Period } from '../../model/segment.ts';
import { countUpTo } from '../../stats/quantile.ts';

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
  if (a === b) return true;
  return a.length === b.length && a.every(({ start, end }, i) => start === b[i].start && end === b[i].end);
}

function findEntries(at: Float64Array, periods: readonly Period[]): DatedEntries {
  if (periods.length === 0) return { count: 0, entries: new Uint32Array(0), period: new Int32Array(0) };
  // Mostly every entry is dated: the list of those that are begins with the first that is not.
  let entries: Uint32Array | null = null;
  const period = new Int32Array(at.length);
  const index = indexOf(periods);
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

/** Days of a report are asked for once for every metric and dimension. */
const indexes = new WeakMap<readonly Period[], PeriodIndex>();

function indexOf(periods: readonly Period[]): PeriodIndex {
  const known = indexes.get(periods) ?? new PeriodIndex(periods);
  indexes.set(periods, known);
  return known;
}

/** Room for so many numbers, of which the first `upTo` are there. */
function countedUp(upTo: number, room: number): Uint32Array {
  const numbers = new Uint32Array(room);
  for (let i = 0; i < upTo; i++) numbers[i] = i;
  return numbers;
}

/** A guess that is off by more places than this is given up for a search. */
const MOST_STEPS = 3;

/**
 * The last place of an ascending list whose value is ≤ `value`, from a guess on: where values lie about as far apart as
 * each other, a division has nearly found it. The first place where none is.
 */
export function placeNear(ascending: Float64Array, value: number, guess: number): number {
  let at = guess;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    if (at > 0 && value < ascending[at]) at--;
    else if (at + 1 < ascending.length && value >= ascending[at + 1]) at++;
    else return at;
  }
  return Math.max(0, countUpTo(ascending, value) - 1);
}

/** Finds the period of an instant. */
export class PeriodIndex {
  readonly #starts: Float64Array;
  readonly #ends: Float64Array;
  readonly #from: number;
  readonly #to: number;
  readonly #perMillisecond: number;

  /** @param periods ascending and without overlap */
  constructor(periods: readonly Period[]) {
    this.#starts = Float64Array.from(periods, ({ start }) => start);
    this.#ends = Float64Array.from(periods, ({ end }) => end);
    this.#from = this.#starts[0];
    this.#to = this.#ends[periods.length - 1];
    const share = periods.length / (this.#to - this.#from);
    this.#perMillisecond = share > 0 ? share : 0;
  }

  /** The index of the period; −1 for none, as for NaN. */
  of(at: number): number {
    if (!(at >= this.#from && at < this.#to)) return -1;
    // 0 too where a period has no beginning or no end.
    const guess = ((at - this.#from) * this.#perMillisecond) | 0;
    const index = placeNear(this.#starts, at, Math.min(this.#starts.length - 1, guess));
    return at < this.#ends[index] ? index : -1;
  }
}

import { type DesignEffect, fewestDays, type Pairing } from '../../stats/design-effect.ts';
import { tQuantile } from '../../stats/distributions.ts';

/** Tickets and hits (y = 1) of each local day of a stretch of days without gaps. */
export interface DayTally {
  /** Day number of the first entry. */
  readonly from: number;
  readonly n: Float64Array;
  readonly hits: Float64Array;
}

/**
 * The design effect of two tallies, as `designEffect` of the statistics gives it for the 0 and 1 values behind them
 * (DEFINITIONS 7, Rao & Scott 1992): where values are only hits and misses, a day's count and hits say all, and a
 * segment's rest is the whole minus the segment, day by day.
 *
 * Null under four days, or four pairs of days.
 */
export function designOfTallies(sides: {
  readonly before: DayTally;
  readonly after: DayTally;
  readonly pairing: Pairing;
}): DesignEffect | null {
  const before = residualsOf(sides.before);
  const after = residualsOf(sides.after);
  return before && after && designOfResiduals({ before, after, pairing: sides.pairing });
}

/** The same from the residuals of days, whatever figure they are of. */
export function designOfResiduals(sides: {
  readonly before: DayResiduals;
  readonly after: DayResiduals;
  readonly pairing: Pairing;
}): DesignEffect | null {
  const { before, after } = sides;
  const independent = before.independent + after.independent;
  const pairs = sides.pairing === 'date' ? pairDates(before, after) : pairWeekdays(before, after);
  let variance: number;
  let df: number;
  if (pairs) {
    if (pairs.length < fewestDays) return null;
    variance = betweenDays(pairs);
    df = pairs.length - 1;
  } else {
    const [one, other] = [occupied(before), occupied(after)];
    if (one.length < fewestDays || other.length < fewestDays) return null;
    variance = betweenDays(one) + betweenDays(other);
    df = one.length + other.length - 2;
  }
  const deff = independent > 0 ? Math.max(1, variance / independent) : 1;
  return { deff, df, z: tQuantile(0.975, df) };
}

/** How far each local day moves a figure. */
export interface DayResiduals {
  /** Day number of the first entry. */
  readonly from: number;
  /** e_d, of hits (hits − n_d θ) / n; NaN on days without tickets. */
  readonly sums: Float64Array;
  /** The figure's variance if tickets were independent. */
  readonly independent: number;
}

function residualsOf({ from, n, hits }: DayTally): DayResiduals | null {
  const total = sumOf(n);
  if (total === 0) return null;
  const share = sumOf(hits) / total;
  const sums = new Float64Array(n.length);
  for (let day = 0; day < n.length; day++)
    sums[day] = n[day] === 0 ? Number.NaN : (hits[day] - n[day] * share) / total;
  return { from, sums, independent: (share * (1 - share)) / total };
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

function occupied({ sums }: DayResiduals): number[] {
  const found: number[] = [];
  for (const sum of sums) if (!Number.isNaN(sum)) found.push(sum);
  return found;
}

/** D / (D − 1) Σ e². */
function betweenDays(residuals: readonly number[]): number {
  const squares = residuals.map((e) => e * e).sort((a, b) => a - b);
  return (squares.reduce((sum, square) => sum + square, 0) * squares.length) / (squares.length - 1);
}

/** Adds the difference of a pair of days; a day without tickets counts as 0 beside one that has some. */
function addDifference(pairs: number[], one: number, other: number): void {
  const isEmpty = Number.isNaN(one);
  const isOtherEmpty = Number.isNaN(other);
  if (!isEmpty || !isOtherEmpty) pairs.push((isEmpty ? 0 : one) - (isOtherEmpty ? 0 : other));
}

function pairDates(before: DayResiduals, after: DayResiduals): number[] {
  const from = Math.min(before.from, after.from);
  const until = Math.max(before.from + before.sums.length, after.from + after.sums.length);
  const at = ({ from: first, sums }: DayResiduals, day: number): number => sums[day - first] ?? Number.NaN;
  const pairs: number[] = [];
  for (let day = from; day < until; day++) addDifference(pairs, at(after, day), at(before, day));
  return pairs;
}

/** Monday 0 … Sunday 6 of a local day number. */
const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** First Monday with first Monday and so on; null where the sides do not have as many days of each weekday. */
function pairWeekdays(before: DayResiduals, after: DayResiduals): number[] | null {
  const length = after.sums.length;
  if (before.sums.length !== length) return null;
  const byWeekday = ({ from, sums }: DayResiduals) =>
    Array.from({ length }, (_, i) => ({ weekday: weekdayOf(from + i), sum: sums[i], i })).sort(
      (a, b) => a.weekday - b.weekday || a.i - b.i,
    );
  const ones = byWeekday(after);
  const others = byWeekday(before);
  if (ones.some(({ weekday }, i) => weekday !== others[i].weekday)) return null;
  const pairs: number[] = [];
  ones.forEach(({ sum }, i) => {
    addDifference(pairs, sum, others[i].sum);
  });
  return pairs;
}

/** What is left of a tally without a part of it; both cover the same days. */
export function subtractTally(whole: DayTally, part: DayTally): DayTally {
  return { from: whole.from, n: subtract(whole.n, part.n), hits: subtract(whole.hits, part.hits) };
}

function subtract(whole: Float64Array, part: Float64Array): Float64Array {
  const rest = new Float64Array(whole.length);
  for (let day = 0; day < rest.length; day++) rest[day] = whole[day] - part[day];
  return rest;
}

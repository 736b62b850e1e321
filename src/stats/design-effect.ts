import { tQuantile } from './distributions.ts';

/** The fewest days (or pairs of days) from which a variance between days is taken. */
export const fewestDays = 4;

/** The values of one period or segment and the local day each belongs to. */
export interface DailySample {
  /** y of each ticket: the value itself, 0 or 1 for a share, 1{x ≤ pooled quantile} for a quantile. */
  readonly values: Float64Array;
  /** Local day number of each ticket (days since 1970-01-01, a Thursday), whole. */
  readonly days: Int32Array;
  /** The days of the period, `until` excluded; left out, from the first to the last day with values. */
  readonly span?: { readonly from: number; readonly until: number };
}

/** How days of the two sides belong together. */
export type Pairing =
  /** Two periods: first Monday with first Monday and so on. */
  | 'weekday'
  /** Two segments of one period: the same dates. */
  | 'date';

/** The design effect of a comparison. */
export interface DesignEffect {
  readonly deff: number;
  /** Degrees of freedom of the variance between days. */
  readonly df: number;
  /** t₀.₉₇₅ with those degrees of freedom, the multiplier in place of 1.96. */
  readonly z: number;
}

/** Days with values, ascending, and each one's sum of (y − mean) / n. */
interface Residuals {
  readonly days: readonly number[];
  readonly span: { readonly from: number; readonly until: number };
  readonly sums: ReadonlyMap<number, number>;
  /** Variance of the mean if tickets were independent. */
  readonly independent: number;
}

/**
 * How much more two figures differ from day to day than independent tickets would. With the residuals
 * e_d = Σ (y − θ) / n of each day, θ the side's own mean:
 *
 * - days paired (by date, or by weekday where both periods have as many of each): V = D / (D − 1) Σ (e₁ − e₀)²,
 *   df = D − 1;
 * - else V = V₁ + V₀ with V_j = D_j / (D_j − 1) Σ e_j², df = D₁ + D₀ − 2.
 *
 * deff = max(1, V / V_independent), V_independent = Σ s_j² / n_j (Rao & Scott 1992). Intervals are then those of
 * n / deff tickets, with t_df in place of 1.96.
 *
 * Only days that hold values count, for a day on which the desk is closed says nothing about how days differ; a pair
 * counts when either side has values. Null under four days (then only control limits can be given) and where values do
 * not vary at all.
 *
 * @throws RangeError when columns differ in length or a value is missing
 * @example
 * // one hit of two every day: no day differs from another
 * designEffect({ before: sample, after: sample, pairing: 'weekday' }) // { deff: 1, df: 6, z: 2.447 }
 */
export function designEffect(input: {
  readonly before: DailySample;
  readonly after: DailySample;
  readonly pairing: Pairing;
}): DesignEffect | null {
  const before = residualsOf(input.before);
  const after = residualsOf(input.after);
  if (!before || !after) return null;
  const independent = before.independent + after.independent;
  const pairs = input.pairing === 'date' ? pairDates(before, after) : pairWeekdays(before, after);
  let variance: number;
  let df: number;
  if (pairs) {
    if (pairs.length < fewestDays) return null;
    variance = betweenDays(pairs.map(([one, other]) => one - other));
    df = pairs.length - 1;
  } else {
    if (before.days.length < fewestDays || after.days.length < fewestDays) return null;
    variance = betweenDays([...before.sums.values()]) + betweenDays([...after.sums.values()]);
    df = before.days.length + after.days.length - 2;
  }
  const deff = independent > 0 ? Math.max(1, variance / independent) : 1;
  return { deff, df, z: tQuantile(0.975, df) };
}

/** D / (D − 1) Σ e². */
function betweenDays(sums: readonly number[]): number {
  const squares = sums.map((e) => e * e).sort((a, b) => a - b);
  const total = squares.reduce((sum, square) => sum + square, 0);
  return (total * sums.length) / (sums.length - 1);
}

/** Each day's e_d = (Σy − n_d θ) / n and the variance Σ (y − θ)² / n² that independent tickets would give the mean. */
function residualsOf({ values, days, span }: DailySample): Residuals | null {
  const n = values.length;
  if (days.length !== n) throw new RangeError('columns of different length');
  if (n === 0) return null;
  const ordered = orderByDay(values, days);
  let total = 0;
  for (const { sum } of ordered) total += sum;
  const mean = total / n;
  let squares = 0;
  const sums = new Map<number, number>();
  for (const { day, sum, count, values: own } of ordered) {
    sums.set(day, (sum - count * mean) / n);
    for (const value of own) squares += (value - mean) ** 2;
  }
  const occupied = ordered.map(({ day }) => day);
  return {
    days: occupied,
    span: span ?? { from: occupied[0], until: occupied[occupied.length - 1] + 1 },
    sums,
    independent: squares / n / n,
  };
}

interface DayValues {
  readonly day: number;
  readonly count: number;
  readonly sum: number;
  readonly values: Float64Array;
}

/** Values grouped by day, days and values ascending, so that row order cannot move a digit. */
function orderByDay(values: Float64Array, days: Int32Array): DayValues[] {
  const counts = new Map<number, number>();
  for (let i = 0; i < days.length; i++) counts.set(days[i], (counts.get(days[i]) ?? 0) + 1);
  const byDay = new Map<number, { readonly values: Float64Array; filled: number }>();
  for (const [day, count] of counts) byDay.set(day, { values: new Float64Array(count), filled: 0 });
  for (let i = 0; i < days.length; i++) {
    if (Number.isNaN(values[i])) throw new RangeError('a missing value');
    const slot = byDay.get(days[i])!;
    slot.values[slot.filled++] = values[i];
  }
  return [...byDay.entries()]
    .sort(([a], [b]) => a - b)
    .map(([day, slot]) => {
      slot.values.sort();
      let sum = 0;
      for (const value of slot.values) sum += value;
      return { day, count: slot.values.length, sum, values: slot.values };
    });
}

/** Monday 0 … Sunday 6 of a local day number. */
function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

function pairDates(before: Residuals, after: Residuals): [number, number][] {
  const days = [...new Set([...before.days, ...after.days])].sort((a, b) => a - b);
  return days.map((day) => [after.sums.get(day) ?? 0, before.sums.get(day) ?? 0]);
}

/** First Monday with first Monday …; null where the periods do not have as many days of each weekday. */
function pairWeekdays(before: Residuals, after: Residuals): [number, number][] | null {
  const length = after.span.until - after.span.from;
  if (before.span.until - before.span.from !== length) return null;
  const byWeekday = ({ span }: Residuals) =>
    Array.from({ length }, (_, i) => span.from + i).sort((a, b) => weekdayOf(a) - weekdayOf(b) || a - b);
  const ones = byWeekday(after);
  const others = byWeekday(before);
  if (ones.some((day, i) => weekdayOf(day) !== weekdayOf(others[i]))) return null;
  const pairs: [number, number][] = [];
  ones.forEach((day, i) => {
    const one = after.sums.get(day);
    const other = before.sums.get(others[i]);
    if (one !== undefined || other !== undefined) pairs.push([one ?? 0, other ?? 0]);
  });
  return pairs;
}

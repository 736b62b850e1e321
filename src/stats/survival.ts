import { z95 } from './distributions.ts';
import { deffOf, type Estimate, type Interval, type Precision } from './interval.ts';
import { countBelow, countUpTo } from './quantile.ts';
import { shareOf } from './share.ts';

/** How a row ended: not yet, with the event, or in a way after which the event can no longer come. */
export const ending = { censored: 0, event: 1, competing: 2 } as const;

/** One row a ticket or customer, rows aligned. */
export interface SurvivalInput {
  /** From the origin to the end seen, at least 0, without NaN; any one unit. */
  readonly time: Float64Array;
  /** `ending` of each row. */
  readonly end: Uint8Array;
  /**
   * Delayed entry (left truncation): the time since the origin from which on a row was watched. A row is at risk on
   * (entry, time]; entries of 0 or less mean from the start. A row whose entry is not before its time adds nothing.
   */
  readonly entry?: Float64Array;
}

/** A cumulative incidence, a step function from 0 upward. Arrays are aligned; all ascending but `free` and `atRisk`. */
export interface IncidenceCurve {
  /** Rows that were at risk at some time, and how they ended. */
  readonly n: number;
  readonly events: number;
  readonly competing: number;
  readonly censored: number;
  /** Distinct times of events and competing events. */
  readonly times: Float64Array;
  /** Share with the event by then. Without competing events 1 − incidence is the Kaplan–Meier curve. */
  readonly incidence: Float64Array;
  /** Standard error of `incidence`. */
  readonly standardError: Float64Array;
  /** Share without any ending by then. */
  readonly free: Float64Array;
  /** Rows at risk just before. */
  readonly atRisk: Float64Array;
  /** The longest time anybody was watched; NaN for no rows. Nothing is known beyond it while `free` > 0. */
  readonly lastSeen: number;
  /** Times of all endings and entries, ascending, to count who was at risk at any time. */
  readonly endings: Float64Array;
  readonly competingTimes: Float64Array;
  readonly entries: Float64Array | null;
}

/** A quantile of time with its interval; null means not reached. */
export interface TimeQuantile extends Interval {
  readonly value: number | null;
}

/**
 * Cumulative incidence of an event with competing events and censoring (Aalen & Johansen 1978):
 * F(t) = Σ S(tᵢ₋₁) dᵢ / nᵢ over event times tᵢ ≤ t, S the share free of any ending, nᵢ at risk. Events come before
 * censorings of the same time. Without competing events 1 − F is Kaplan & Meier's estimate (1958).
 *
 * Variance by the delta method (Marubini & Valsecchi 1995, section 10.2; R's `etm`, and `survfit` without delayed entry):
 * Σ (F(t) − F(tᵢ))² Dᵢ / (nᵢ (nᵢ − Dᵢ)) + Σ S(tᵢ₋₁)² dᵢ (nᵢ − dᵢ) / nᵢ³ − 2 Σ (F(t) − F(tᵢ)) S(tᵢ₋₁) dᵢ / nᵢ²,
 * Dᵢ all endings at tᵢ. Without competing events this is Greenwood's formula.
 *
 * Sorts each kind of ending once: a million rows take about half a second.
 *
 * @throws RangeError when arrays differ in length, a time is missing or negative, or an ending is unknown
 * @example
 * const curve = cumulativeIncidence({ time: Float64Array.of(1, 2, 3, 4), end: Uint8Array.of(1, 2, 0, 1) });
 * curve.incidence // [1/4, 1/4, 3/4]: the last one at risk brings S(3) = 1/2 with it
 */
export function cumulativeIncidence(input: SurvivalInput): IncidenceCurve {
  const split = splitByEnding(input);
  const { event, competing, censored, entries } = split;
  const n = event.length + competing.length + censored.length;
  const size = event.length + competing.length;
  const times = new Float64Array(size);
  const incidence = new Float64Array(size);
  const standardError = new Float64Array(size);
  const free = new Float64Array(size);
  const atRisk = new Float64Array(size);

  const walk = new EndingWalk(split);
  const variance = new RunningVariance();
  let reached = 0;
  let untouched = 1;
  let steps = 0;
  while (walk.step()) {
    const { time, risk, hits, all } = walk;
    const before = untouched;
    const rise = (before * hits) / risk;
    if (walk.hasLostNobody) {
      // Plain shares, exact, so that nine of ten is 0.9 when an expectation asks for 90 %.
      reached = walk.events / n;
      untouched = (n - walk.events - walk.competing) / n;
    } else {
      reached += rise;
      untouched = risk === all ? 0 : before * (1 - all / risk);
      if (walk.competing === 0) reached = 1 - untouched;
    }
    times[steps] = time;
    incidence[steps] = Math.min(1, reached);
    standardError[steps] = Math.sqrt(variance.step({ rise, before, hits, all, risk }));
    free[steps] = untouched;
    atRisk[steps] = risk;
    steps += 1;
  }

  const endings = new Float64Array(n);
  endings.set(event, 0);
  endings.set(competing, event.length);
  endings.set(censored, size);
  endings.sort();
  return {
    n,
    events: event.length,
    competing: competing.length,
    censored: censored.length,
    times: times.slice(0, steps),
    incidence: incidence.slice(0, steps),
    standardError: standardError.slice(0, steps),
    free: free.slice(0, steps),
    atRisk: atRisk.slice(0, steps),
    lastSeen: n === 0 ? Number.NaN : endings[n - 1],
    endings,
    competingTimes: competing,
    entries,
  };
}

/** Goes from one time at which rows end to the next. */
class EndingWalk {
  time = 0;
  /** Rows at risk just before that time, and how many end then: with the event, and in either way. */
  risk = 0;
  hits = 0;
  all = 0;
  /** Rows that ended so far. */
  events = 0;
  competing = 0;
  #censored = 0;
  #entered: number;
  readonly #split: SplitEndings;

  constructor(split: SplitEndings) {
    this.#split = split;
    this.#entered = split.entries ? 0 : split.event.length + split.competing.length + split.censored.length;
  }

  /** True while every row was watched from the start and none was lost sight of. */
  get hasLostNobody(): boolean {
    return this.#censored === 0 && !this.#split.entries;
  }

  /** False behind the last ending. */
  step(): boolean {
    const { event, competing, censored, entries } = this.#split;
    if (this.events === event.length && this.competing === competing.length) return false;
    this.time = Math.min(event[this.events] ?? Infinity, competing[this.competing] ?? Infinity);
    while (censored[this.#censored] < this.time) this.#censored += 1;
    if (entries) while (entries[this.#entered] < this.time) this.#entered += 1;
    const ended = this.events + this.competing;
    this.risk = this.#entered - ended - this.#censored;
    const before = this.events;
    while (event[this.events] === this.time) this.events += 1;
    while (competing[this.competing] === this.time) this.competing += 1;
    this.hits = this.events - before;
    this.all = this.events + this.competing - ended;
    return true;
  }
}

/** The variance formula, its sums over (F(t) − F(tᵢ)) carried along as F rises, so that nothing cancels. */
class RunningVariance {
  #greenwood = 0;
  #first = 0;
  #second = 0;
  #binomial = 0;
  #crossWeight = 0;
  #cross = 0;

  step(at: { rise: number; before: number; hits: number; all: number; risk: number }): number {
    const { rise, before, hits, all, risk } = at;
    this.#second += 2 * rise * this.#first + rise * rise * this.#greenwood;
    this.#first += rise * this.#greenwood;
    this.#cross += rise * this.#crossWeight;
    if (risk > all) this.#greenwood += all / (risk * (risk - all));
    this.#binomial += (before * before * hits * (risk - hits)) / (risk * risk * risk);
    this.#crossWeight += (before * hits) / (risk * risk);
    return Math.max(0, this.#second + this.#binomial - 2 * this.#cross);
  }
}

interface SplitEndings {
  readonly event: Float64Array;
  readonly competing: Float64Array;
  readonly censored: Float64Array;
  readonly entries: Float64Array | null;
}

/** The times of each kind of ending, sorted apart: three plain sorts are far faster than sorting rows. */
function splitByEnding({ time, end, entry }: SurvivalInput): SplitEndings {
  const n = time.length;
  if (end.length !== n || (entry && entry.length !== n)) throw new RangeError('columns of different length');
  const kinds = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  const counts = [0, 0, 0];
  const entries = entry ? new Float64Array(n) : null;
  let kept = 0;
  for (let row = 0; row < n; row++) {
    const t = time[row];
    const kind = end[row];
    refuseNoEnding(t, kind, entry?.[row] ?? 0);
    if (entry && entries) {
      const from = entry[row] <= 0 ? -Infinity : entry[row];
      if (from >= t) continue;
      entries[kept] = from;
    }
    kinds[kind][counts[kind]++] = t;
    kept += 1;
  }
  const [censored, event, competing] = kinds.map((times, kind) => times.slice(0, counts[kind]).sort());
  return { event, competing, censored, entries: entries ? entries.slice(0, kept).sort() : null };
}

/** Which point of a curve, and how wide its limits. */
interface LimitsInput extends Precision {
  readonly curve: IncidenceCurve;
  /** Index into `curve.times`; −1 for before the first. */
  readonly step: number;
  /** The time, for who was watched that long. */
  readonly t: number;
}

/**
 * 95 % limits of an incidence on the complementary log-log scale of 1 − F: 1 − (1 − F)^exp(±z σ / ((1 − F) |ln(1 − F)|)),
 * which for Kaplan–Meier are R's `conf.type = "log-log"`. Where F is 0 or 1 these do not exist (R gives NA); there the
 * limits are Wilson's for none or all of the rows that were seen through to t, which is what they are without censoring.
 */
function limitsAt({ curve, step, t, deff, z }: LimitsInput): { low: number; high: number } {
  const f = step < 0 ? 0 : curve.incidence[step];
  const precision = { deff, z };
  if (f === 0) {
    const seen = countAtRisk(curve, t) + countUpTo(curve.competingTimes, t);
    const none = shareOf({ hits: 0, n: seen, ...precision });
    return { low: 0, high: none?.high ?? 1 };
  }
  if (f === 1) {
    // With delayed entry an early handful may all have had the event before most rows enter: they alone were seen.
    const seen = curve.entries ? curve.atRisk[step] : curve.events;
    const all = shareOf({ hits: seen, n: seen, ...precision });
    return { low: all?.low ?? 0, high: 1 };
  }
  const rest = 1 - f;
  const spread = (curve.standardError[step] * Math.sqrt(deffOf(precision))) / (rest * -Math.log(rest));
  const factor = Math.exp((z ?? z95) * spread);
  return { low: 1 - rest ** (1 / factor), high: 1 - rest ** factor };
}

/**
 * How many rows were at risk at a time: entered before it and not ended before it.
 *
 * @example countAtRisk(cumulativeIncidence({ time: Float64Array.of(1, 2, 3), end: Uint8Array.of(1, 1, 0) }), 2) // 2
 */
export function countAtRisk(curve: IncidenceCurve, t: number): number {
  const entered = curve.entries ? countBelow(curve.entries, t) : curve.n;
  return entered - countBelow(curve.endings, t);
}

/** A curve and the time its incidence is wanted at. */
export interface IncidenceAtInput extends Precision {
  readonly curve: IncidenceCurve;
  readonly t: number;
}

/**
 * The share with the event by time t, with log-log limits; null when nobody was watched that long (then the share is
 * not known: a desk three days old has no figure for seven days).
 *
 * @throws RangeError when t is not a number or deff is below 1
 * @example
 * const curve = cumulativeIncidence({ time: Float64Array.of(1, 2, 3, 4), end: Uint8Array.of(1, 0, 1, 0) });
 * incidenceAt({ curve, t: 3.5 })?.value // 0.625
 */
export function incidenceAt({ curve, t, deff, z }: IncidenceAtInput): Estimate | null {
  if (Number.isNaN(t)) throw new RangeError('not a time: NaN');
  if (curve.n === 0) return null;
  const step = countUpTo(curve.times, t) - 1;
  const finished = step >= 0 && curve.free[step] === 0;
  if (t > curve.lastSeen && !finished) return null;
  const value = step < 0 ? 0 : curve.incidence[step];
  const { low, high } = limitsAt({ curve, step, t, deff, z });
  return { value, low: Math.min(low, value), high: Math.max(high, value) };
}

/** A curve and the share whose time is wanted. */
export interface IncidenceQuantileInput extends Precision {
  readonly curve: IncidenceCurve;
  /** Between 0 and 1, both excluded. */
  readonly q: number;
}

/** Two shares closer than this are equal; R's `survfit` uses the same. */
const sameShare = 1.5e-8;

/**
 * The time by which a share q has had the event: the first time with F(t) ≥ q; where F is flat at exactly q, the middle
 * of the flat (which ends with the last row seen, if no further event does). Null when not reached.
 * Interval: the times at which the upper and the lower limit of F reach q (Brookmeyer & Crowley 1982), as R's
 * `quantile.survfit`; null for an end that is not reached.
 *
 * @throws RangeError when q is not strictly between 0 and 1 or deff is below 1
 * @example
 * const curve = cumulativeIncidence({ time: Float64Array.of(1, 2, 3, 4), end: Uint8Array.of(1, 1, 1, 1) });
 * incidenceQuantile({ curve, q: 0.5 }).value // 2.5, the middle of the flat from 2 to 3
 */
export function incidenceQuantile({ curve, q, deff, z }: IncidenceQuantileInput): TimeQuantile {
  if (!(q > 0 && q < 1)) throw new RangeError(`a quantile lies between 0 and 1: ${q}`);
  const limits = (step: number) => limitsAt({ curve, step, t: curve.times[step], deff, z });
  return {
    value: firstTimeAt(curve, q, (step) => curve.incidence[step]),
    low: firstTimeAt(curve, q, (step) => limits(step).high),
    high: firstTimeAt(curve, q, (step) => limits(step).low),
  };
}

/** The first time at which a curve reaches q. */
function firstTimeAt(curve: IncidenceCurve, q: number, height: (step: number) => number): number | null {
  const { times } = curve;
  let first = 0;
  while (first < times.length && height(first) < q - sameShare) first += 1;
  if (first === times.length) return null;
  if (height(first) > q + sameShare) return times[first];
  let next = first + 1;
  while (next < times.length && height(next) <= q + sameShare) next += 1;
  const flatUntil = next < times.length ? times[next] : curve.lastSeen;
  return times[first] + (flatUntil - times[first]) / 2;
}

function refuseNoEnding(time: number, kind: number, entry: number): void {
  if (!(time >= 0 && time < Infinity)) throw new RangeError(`not a time to an ending: ${time}`);
  if (kind > 2) throw new RangeError(`not an ending: ${kind}`);
  if (Number.isNaN(entry)) throw new RangeError('a missing entry');
}

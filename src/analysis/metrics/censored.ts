import { GrowingCodes, GrowingFloats } from '../../model/columns.ts';
import { type Desk, numbersOf } from '../../model/desk.ts';
import {
  censoredStats,
  furtherCensoredStats,
  type MeasureContext,
  type Metric,
  type Stat,
  type Unavailable,
} from '../../model/metric.ts';
import type { Period } from '../../model/segment.ts';
import { sentence } from '../../model/sentence.ts';
import { noInterval } from '../../stats/interval.ts';
import {
  cumulativeIncidence,
  ending,
  type IncidenceCurve,
  incidenceAt,
  incidenceQuantile,
} from '../../stats/survival.ts';
import { isTooFew } from '../../stats/too-few.ts';
import type { Grouping } from '../segments/grouping.ts';
import { PeriodIndex } from './dated-entries.ts';
import { elapsed } from './observing.ts';
import { areWholeDays, daySpans } from './precision.ts';
import { noSolve, observeResolution } from './resolution.ts';
import type { Statistic } from './statistics.ts';
import { groupWalker } from './stocks.ts';
import { factsOf } from './ticket-facts.ts';
import { isUnavailable, unavailable } from './unavailable.ts';
import { END_UNKNOWN } from './unknown-ends.ts';
import { DAY } from './windows.ts';

/**
 * Statistics in which tickets still open count too (DEFINITIONS 5). Cohort: what began within the coverage of the
 * export. Event: the first human answer, the first solve, the answer to a wait; finishing without it is a competing
 * event, since it can no longer come; what is still open is censored at as-of.
 */
export interface Cohort {
  readonly ticket: Uint32Array;
  /** The instant that decides the period. */
  readonly at: Float64Array;
  /** Where the time starts. */
  readonly startAt: Float64Array;
  /** When it ended; NaN while it is open. */
  readonly endAt: Float64Array;
  /** `ending` of each entry. */
  readonly end: Uint8Array;
  /** Time to the end on the asked clock, NaN while open. */
  readonly time: Float64Array;
  readonly asOf: number;
  /** Times are differences of calendar days. */
  readonly isInDays: boolean;
  /** Time on the asked clock between two instants of a ticket. */
  readonly elapsed: (from: number, to: number, ticket: number) => number;
}

/** Metrics that have all these statistics. */
const named: readonly string[] = ['first_response_time', 'first_resolution_time', 'resolution_time'];
/** Metrics whose plain quantiles leave open tickets out although they belong to the period of their beginning. */
const quantileOnly: readonly string[] = ['acknowledgement_time', 'next_response_time'];

/** Whether a metric has `km_p50 km_p90 solved_within_…`. */
export function hasCensoredStats(metric: Pick<Metric, 'id'>): boolean {
  return named.includes(metric.id);
}

const quantiles: readonly Stat[] = ['km_p50', 'km_p75', 'km_p90', 'km_p95', 'km_p99'];

/** The statistics of a metric in which open tickets count; waits, which are not solved, have the quantiles only. */
export function censoredStatsOf(metric: Pick<Metric, 'id'>): readonly Stat[] {
  if (hasCensoredStats(metric)) return [...censoredStats, ...furtherCensoredStats];
  return quantileOnly.includes(metric.id) ? quantiles : [];
}

/** Whether quantiles of a metric, taken of those that ended only, would look faster than what was lived through. */
export function hidesOpenTickets(metric: Pick<Metric, 'id'>): boolean {
  return metric.id === 'first_response_time' || quantileOnly.includes(metric.id);
}

/** True for `km_p50`, `solved_within_1d` and the like. */
export function isCensored(stat: Stat): boolean {
  return ([...censoredStats, ...furtherCensoredStats] as readonly string[]).includes(stat);
}

/** What a cohort is made for. */
export interface CohortContext extends MeasureContext {
  /** Only entries that belong to this stretch are wanted; left out: all. */
  readonly within?: Period | null;
}

/** The cohort of a metric, or why there is none. */
export function cohortOf(metric: Metric, desk: Desk, context: CohortContext): Cohort | Unavailable {
  if (desk.coverage.cut === 'solved') return unavailable('cut_solved');
  if (context.clock === 'business' && !context.businessTime) return unavailable('no_calendar');
  if (metric.id === 'resolution_time' || metric.id === 'first_resolution_time')
    return solveCohort(desk, context);
  return answerCohort(metric, desk, context);
}

/** Reasons for which an entry is left out because it was finished without the event. */
const competing: ReadonlySet<string> = new Set(['closed_unanswered', 'finished_without_answer']);

function answerCohort(metric: Metric, desk: Desk, context: CohortContext): Cohort | Unavailable {
  if (metric.shape !== 'flow')
    return { unavailable: sentence('why.no_such_statistic', { metric: metric.id }) };
  const observed = metric.observe(desk, context);
  if (isUnavailable(observed)) return observed;
  const facts = factsOf(desk);
  const list = new CohortList(desk, context, observed.precision === 'day');
  for (let i = 0; i < observed.ticket.length; i++) {
    const t = observed.ticket[i];
    const at = observed.at[i];
    if (isOutside(at, context)) continue;
    const startAt = metric.id === 'next_response_time' ? at : facts.askedAt[t];
    const entry = { ticket: t, at, startAt };
    if (observed.state[i] === 0) list.event(entry, { endAt: observed.knownAt[i], time: observed.value[i] });
    else if (observed.state[i] === 1) list.open(entry);
    else if (competing.has(observed.reasons[observed.state[i]])) {
      const cutAt = observed.knownAt[i];
      list.compete(entry, Number.isNaN(cutAt) ? facts.endedAt[t] : cutAt);
    }
  }
  return list.done();
}

/** Created → first solve, whichever the solve that resolution time ends with: which solve is the last is known too late. */
function solveCohort(desk: Desk, context: CohortContext): Cohort | Unavailable {
  const facts = factsOf(desk);
  const reportedFirst = numbersOf(desk.tickets, 'reported_first_resolution_time_seconds');
  const reportedLast = numbersOf(desk.tickets, 'reported_resolution_time_seconds');
  if (!facts.firstSolvedAt && !reportedFirst && !reportedLast) return noSolve(desk);
  const spans = daySpans(desk, ['first_solved_at', 'solved_at']);
  const isInDays = spans !== null && isKnownToTheDay(desk, context);
  const finer = isInDays ? null : spans;
  const solveOf = (t: number): number => {
    const stamp = facts.firstSolvedAt ? facts.firstSolvedAt[t] : Number.NaN;
    const first = reportedFirst?.[t] ?? Number.NaN;
    // Where the export has minutes in place of stamps; the last solve of a ticket that is open again is no solve of it.
    const own = Number.isNaN(first) && facts.isFinished[t] === 1 ? (reportedLast?.[t] ?? Number.NaN) : first;
    const isFiner = finer?.isDay(t) === true && !Number.isNaN(own);
    return Number.isNaN(stamp) || isFiner ? facts.createdAt[t] + own : stamp;
  };
  const list = new CohortList(desk, context, isInDays);
  for (let t = 0; t < facts.rows; t++) {
    const startAt = facts.createdAt[t];
    if (isOutside(startAt, context)) continue;
    const entry = { ticket: t, at: startAt, startAt };
    const solvedAt = solveOf(t);
    if (!Number.isNaN(solvedAt)) {
      const time =
        isInDays && spans ? spans.between(startAt, solvedAt) : elapsed(context, t)(startAt, solvedAt);
      list.event(entry, { endAt: solvedAt, time });
    } else if (facts.isFinished[t] === END_UNKNOWN) continue;
    else if (facts.isFinished[t] === 0) list.open(entry);
    // Solved at a time that nobody knows: neither the event nor its absence.
    else if (facts.solvedSometime?.[t] !== 1) list.compete(entry, facts.endedAt[t]);
  }
  return list.done();
}

/** Whether resolutions are told in days: more than a few of them are known to the day only. */
function isKnownToTheDay(desk: Desk, context: CohortContext): boolean {
  const observed = observeResolution(desk, {
    context,
    which: 'first',
    reported: {
      calendar: 'reported_first_resolution_time_seconds',
      business: 'reported_first_resolution_time_business_seconds',
    },
  });
  if (isUnavailable(observed) || observed.precision !== 'day') return false;
  // The last solve with hours of the helpdesk's own stands in where the first has none.
  const own = numbersOf(desk.tickets, 'reported_resolution_time_seconds');
  return !own || areWholeDays(own);
}

function isOutside(at: number, { within }: CohortContext): boolean {
  return within ? !(at >= within.start && at < within.end) : false;
}

interface Entry {
  readonly ticket: number;
  readonly at: number;
  readonly startAt: number;
}

class CohortList {
  readonly #desk: Desk;
  readonly #context: MeasureContext;
  readonly #isInDays: boolean;
  readonly #ticket = new GrowingCodes();
  readonly #at = new GrowingFloats();
  readonly #startAt = new GrowingFloats();
  readonly #endAt = new GrowingFloats();
  readonly #end = new GrowingCodes();
  readonly #time = new GrowingFloats();

  constructor(desk: Desk, context: MeasureContext, isInDays: boolean) {
    this.#desk = desk;
    this.#context = context;
    this.#isInDays = isInDays;
  }

  event(entry: Entry, { endAt, time }: { readonly endAt: number; readonly time: number }): void {
    this.#add(entry, { end: ending.event, endAt, time });
  }

  open(entry: Entry): void {
    this.#add(entry, { end: ending.censored, endAt: Number.NaN, time: Number.NaN });
  }

  /** Finished without the event; left out where nobody knows when. */
  compete(entry: Entry, endAt: number): void {
    if (Number.isNaN(endAt)) return;
    const time = this.#elapsed(entry.startAt, Math.max(endAt, entry.startAt), entry.ticket);
    this.#add(entry, { end: ending.competing, endAt, time });
  }

  done(): Cohort {
    return {
      ticket: this.#ticket.done(),
      at: this.#at.done(),
      startAt: this.#startAt.done(),
      endAt: this.#endAt.done(),
      end: Uint8Array.from(this.#end.done()),
      time: this.#time.done(),
      asOf: this.#desk.asOf,
      isInDays: this.#isInDays,
      elapsed: (from, to, ticket) => this.#elapsed(from, to, ticket),
    };
  }

  #elapsed(from: number, to: number, ticket: number): number {
    const time = elapsed(this.#context, ticket)(from, to);
    return this.#isInDays ? Math.floor(time / DAY) * DAY : time;
  }

  #add(
    entry: Entry,
    { end, endAt, time }: { readonly end: number; readonly endAt: number; readonly time: number },
  ): void {
    // Tickets from before the bulk of a touched export are there because they lasted: the others are not.
    if (entry.at < this.#desk.coverage.bulkFrom) return;
    this.#ticket.push(entry.ticket);
    this.#at.push(entry.at);
    this.#startAt.push(entry.startAt);
    this.#end.push(end);
    this.#endAt.push(endAt);
    this.#time.push(time);
  }
}

export interface CurveOptions {
  readonly cohort: Cohort;
  readonly grouping: Grouping;
  readonly periods: readonly Period[] | null;
  /** Per period: nothing later than this is known yet; null: everything up to as-of is. */
  readonly knownUntil: readonly number[] | null;
}

/** The rows behind a curve. */
export interface CurveRows {
  readonly time: Float64Array;
  /** `ending` of each row. */
  readonly end: Uint8Array;
  /** The instant that decides the period. */
  readonly at: Float64Array;
}

/** The cumulative incidence of every cell, laid out as `Cells`. */
export function curvesOf(options: CurveOptions): IncidenceCurve[] {
  return curveRowsOf(options).map(cumulativeIncidence);
}

/** What the curve of every cell is drawn from. */
export function curveRowsOf({ cohort, grouping, periods, knownUntil }: CurveOptions): CurveRows[] {
  const segments = grouping.segments.length;
  const cells = Array.from({ length: (periods?.length ?? 1) * segments }, () => ({
    time: [] as number[],
    end: [] as number[],
    at: [] as number[],
  }));
  const index = periods ? new PeriodIndex(periods) : null;
  const visit = groupWalker(grouping);
  for (let i = 0; i < cohort.ticket.length; i++) {
    const period = index === null ? 0 : index.of(cohort.at[i]);
    if (period < 0) continue;
    const until = Math.min(cohort.asOf, knownUntil?.[period] ?? Number.POSITIVE_INFINITY);
    const { startAt, endAt, ticket } = cohort;
    if (startAt[i] > until) continue;
    const isOver = endAt[i] <= until || (cohort.end[i] !== ending.censored && Number.isNaN(endAt[i]));
    const end = isOver ? cohort.end[i] : ending.censored;
    const time = isOver ? cohort.time[i] : cohort.elapsed(startAt[i], until, ticket[i]);
    if (!(time >= 0)) continue;
    visit(ticket[i], (segment) => {
      const cell = cells[period * segments + segment];
      cell.time.push(time);
      cell.end.push(end);
      cell.at.push(cohort.at[i]);
    });
  }
  return cells.map(({ time, end, at }) => ({
    time: Float64Array.from(time),
    end: Uint8Array.from(end),
    at: Float64Array.from(at),
  }));
}

const HOUR = DAY / 24;
/** The times that shares solved within are about. */
export const within: Readonly<Partial<Record<Stat, number>>> = {
  solved_within_1h: HOUR,
  solved_within_4h: 4 * HOUR,
  solved_within_1d: DAY,
  solved_within_3d: 3 * DAY,
  solved_within_7d: 7 * DAY,
};
/** The shares whose time the quantiles tell. */
export const quantile: Readonly<Partial<Record<Stat, number>>> = {
  km_p50: 0.5,
  km_p75: 0.75,
  km_p90: 0.9,
  km_p95: 0.95,
  km_p99: 0.99,
  p50: 0.5,
  p75: 0.75,
  p90: 0.9,
  p95: 0.95,
  p99: 0.99,
};

/** A statistic of a curve; `isNotReached` where so few have had the event that the quantile lies beyond what was seen. */
export interface CensoredStatistic extends Statistic {
  readonly isNotReached: boolean;
}

/** A quantile or a share within a time, read off a cell's curve. */
export function censoredStatistic(curve: IncidenceCurve, stat: Stat, isInDays = false): CensoredStatistic {
  const { n } = curve;
  if (n === 0) return { value: null, ...noInterval, status: 'too_few', isNotReached: false };
  const limit = within[stat];
  if (limit !== undefined) {
    const estimate = incidenceAt({ curve, t: limit });
    const status = isTooFew('share', n) ? 'too_few' : estimate ? 'ok' : 'window_open';
    return {
      value: estimate?.value ?? null,
      low: estimate?.low ?? null,
      high: estimate?.high ?? null,
      status,
      isNotReached: false,
    };
  }
  const result = incidenceQuantile({ curve, q: quantile[stat] as number });
  const status = isTooFew(stat as 'km_p50', n) ? 'too_few' : 'ok';
  // On a flat the quantile lies midway: of days, that is the earlier one.
  const value = isInDays && result.value !== null ? Math.floor(result.value / DAY) * DAY : result.value;
  return { ...result, value, status, isNotReached: result.value === null };
}

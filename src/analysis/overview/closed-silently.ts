import type { Desk } from '../../model/desk.ts';
import type { Metric } from '../../model/metric.ts';
import type { HeadlineFigure, Signs } from '../../model/overview.ts';
import type { Period } from '../../model/segment.ts';
import { quantileSorted } from '../../stats/quantile.ts';
import type { Frame } from '../../time/frame.ts';
import type { observeMetric } from '../comparison/observed.ts';
import { fillCells } from '../metrics/cells.ts';
import { metricOf } from '../metrics/index.ts';
import { openIntervals } from '../metrics/open-intervals.ts';
import { answerInstants, factsOf, type TicketFacts } from '../metrics/ticket-facts.ts';
import { isUnavailable } from '../metrics/unavailable.ts';
import { type Grouping, groupTickets } from '../segments/grouping.ts';
import type { Stretches } from './stretches.ts';

export interface SilentOptions {
  readonly desk: Desk;
  readonly stretches: Stretches;
  readonly whole: Grouping;
  readonly mask: Uint8Array | null;
  readonly frame: Frame;
  readonly observe: (metric: Metric, clock: HeadlineFigure['clock']) => ReturnType<typeof observeMetric>;
}

/**
 * Falls of which more than half lies in tickets that were closed without an answer (DEFINITIONS 4): of the backlog
 * where those that left it so are more than half of the fall; of first response times where they would have fallen by
 * less than half as much, had these tickets counted with the time until they were closed; of resolution times where
 * they would have, had these tickets not ended at all.
 */
export function closedSilently(
  headlines: readonly HeadlineFigure[],
  options: SilentOptions,
): Signs['closedSilently'] {
  const { desk, stretches } = options;
  const { before } = stretches;
  const answered = answerInstants(desk);
  const facts = factsOf(desk);
  if (!before || !answered || !facts.knowsEnd || facts.isUndecided) return [];
  const isSilent = silently({ ...options, facts, answered });
  const looking = { ...options, before, facts, isSilent };
  return headlines.flatMap((figure) => {
    const { metric, stat, clock, now } = figure;
    const fall = (figure.before?.value ?? Number.NaN) - (now.value ?? Number.NaN);
    if (!(fall > 0)) return [];
    const tickets =
      metric === 'backlog'
        ? silentOfBacklog(fall, looking)
        : metric === 'first_response_time'
          ? silentOfAnswers(figure, fall, looking)
          : metric === 'resolution_time'
            ? silentOfSolves(figure, fall, looking)
            : 0;
    return tickets > 0 ? [{ metric, stat, clock, tickets }] : [];
  });
}

interface Looking extends SilentOptions {
  readonly before: NonNullable<Stretches['before']>;
  readonly facts: TicketFacts;
  readonly isSilent: IsSilent;
}

/** Tickets that left the backlog unanswered, where they are more than half of its fall; else 0. */
function silentOfBacklog(fall: number, { desk, stretches, before, isSilent }: Looking): number {
  const tickets = leftSilently(desk, { from: before.period.end, to: stretches.span.end, isSilent });
  return tickets * 2 > fall ? tickets : 0;
}

/** Tickets without an answer, where with them the times would have fallen by less than half as much; else 0. */
function silentOfAnswers(figure: HeadlineFigure, fall: number, looking: Looking): number {
  const q = figure.stat === 'p50' ? 0.5 : figure.stat === 'p90' ? 0.9 : null;
  const { before, stretches } = looking;
  const then = withSilent(figure, before, looking);
  const today = withSilent(figure, { period: stretches.span, knownUntil: Number.POSITIVE_INFINITY }, looking);
  if (q === null || !then || !today) return 0;
  const [slow, fast] = [then, today].map(({ values }) => quantileSorted(values, q) ?? Number.NaN);
  return slow - fast < fall / 2 ? today.silent : 0;
}

/**
 * Solved tickets that nobody had answered, where solving would have got faster by less than half as much, had they been
 * open still; else 0.
 */
function silentOfSolves({ stat, clock }: HeadlineFigure, fall: number, looking: Looking): number {
  const q = stat === 'p50' ? 0.5 : stat === 'p90' ? 0.9 : null;
  const { before, stretches, observe, whole } = looking;
  const observed = observe(metricOf('resolution_time') as Metric, clock);
  if (q === null || isUnavailable(observed) || !observed.observations) return 0;
  const { observations } = observed;
  const answered = answeredOnly(looking);
  const sideOf = ({ period, knownUntil }: Side) => {
    const known = Number.isFinite(knownUntil) ? [knownUntil] : null;
    const of = (grouping: Grouping): Float64Array =>
      fillCells({ observations, grouping, periods: [period], knownUntil: known }).values;
    const all = of(whole);
    const values = new Float64Array(all.length).fill(NEVER);
    values.set(of(answered));
    return { values, silent: values.filter((each) => each === NEVER).length };
  };
  const then = sideOf(before);
  const today = sideOf({ period: stretches.span, knownUntil: Number.POSITIVE_INFINITY });
  // A steady few that are closed so move nothing; chance alone makes them one more or fewer.
  const [was, is] = [then, today].map(({ values, silent }) => silent / Math.max(1, values.length));
  if (is - was < LEAST_MORE) return 0;
  const [slow, fast] = [then, today].map(({ values }) => quantileSorted(values, q) ?? Number.NaN);
  return slow - fast < fall / 2 ? today.silent : 0;
}

/** By so much their share of the solved tickets must have grown. */
const LEAST_MORE = 0.05;

/** Longer than any ticket lasts. */
const NEVER = Number.MAX_SAFE_INTEGER;

/** The whole without tickets that ended without an answer. */
function answeredOnly({ facts, mask, isSilent }: Looking): Grouping {
  const kept = new Uint8Array(facts.rows);
  for (let t = 0; t < facts.rows; t++) kept[t] = mask?.[t] === 0 || isSilent(t) ? 0 : 1;
  return groupTickets({ dimensions: [], rows: facts.rows, mask: kept, totals: false, top: null });
}

/**
 * Tickets that were solved in the period, and those of them that nobody had answered; null where the data cannot tell.
 */
export function solvedSilently(options: SilentOptions): Signs['solvedSilently'] {
  const { desk, stretches, observe, mask } = options;
  const answered = answerInstants(desk);
  const facts = factsOf(desk);
  if (!answered || !facts.knowsEnd || facts.isUndecided) return null;
  const observed = observe(metricOf('resolution_time') as Metric, 'calendar');
  if (isUnavailable(observed) || !observed.observations) return null;
  const { ticket, at } = observed.observations;
  const isSilent = silently({ mask, facts, answered });
  const { start, end } = stretches.span;
  let [tickets, solved] = [0, 0];
  for (let i = 0; i < ticket.length; i++) {
    if (!(at[i] >= start && at[i] < end) || mask?.[ticket[i]] === 0) continue;
    solved++;
    if (isSilent(ticket[i])) tickets++;
  }
  return { tickets, solved };
}

type IsSilent = (ticket: number) => boolean;

/** Whether a ticket ended without an answer of anybody, as far as that is known. */
function silently({
  facts,
  answered,
  mask,
}: Pick<SilentOptions, 'mask'> & { readonly facts: TicketFacts; readonly answered: Float64Array }): IsSilent {
  return (t) =>
    mask?.[t] !== 0 &&
    facts.isFinished[t] === 1 &&
    Number.isNaN(answered[t]) &&
    facts.openedByAgent[t] === 0 &&
    facts.answerIsKnown?.[t] !== 0;
}

/** Tickets that lay in the backlog at `from` and left it before `to`, never answered. */
function leftSilently(
  desk: Desk,
  { from, to, isSilent }: { readonly from: number; readonly to: number; readonly isSilent: IsSilent },
): number {
  const intervals = openIntervals(desk);
  if (isUnavailable(intervals)) return 0;
  let count = 0;
  for (let i = 0; i < intervals.ticket.length; i++) {
    const isLeft = intervals.from[i] < from && intervals.to[i] >= from && intervals.to[i] < to;
    if (isLeft && isSilent(intervals.ticket[i])) count++;
  }
  return count;
}

interface Side {
  readonly period: Period;
  readonly knownUntil: number;
}

/** The times of a period's answers together with those in which nobody answered, ascending. */
function withSilent(
  { clock }: HeadlineFigure,
  { period, knownUntil }: Side,
  options: Looking,
): { readonly values: Float64Array; readonly silent: number } | null {
  const {
    observe,
    whole,
    facts,
    isSilent,
    frame: { businessTime },
  } = options;
  const observed = observe(metricOf('first_response_time') as Metric, clock);
  if (isUnavailable(observed) || !observed.observations) return null;
  const { values } = fillCells({
    observations: observed.observations,
    grouping: whole,
    periods: [period],
    knownUntil: Number.isFinite(knownUntil) ? [knownUntil] : null,
  });
  const waits: number[] = [];
  for (let t = 0; t < facts.rows; t++) {
    const at = facts.createdAt[t];
    const until = facts.endedAt[t];
    if (!(at >= period.start && at < period.end) || !(until <= knownUntil) || !isSilent(t)) continue;
    const asked = Number.isNaN(facts.askedAt[t]) ? at : facts.askedAt[t];
    waits.push(clock === 'business' && businessTime ? businessTime(asked, until, t) : until - asked);
  }
  return { values: Float64Array.from([...values, ...waits]).sort(), silent: waits.length };
}

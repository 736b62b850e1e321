import { codesOf, type Desk } from '../../model/desk.ts';
import type { Clock, Metric } from '../../model/metric.ts';
import type { Signs, Waiting } from '../../model/overview.ts';
import { controlLimits } from '../../stats/control-limits.ts';
import { countBelow, quantileSorted } from '../../stats/quantile.ts';
import { isTooFew } from '../../stats/too-few.ts';
import { DAY, isoDate } from '../../time/civil.ts';
import { dayAt } from '../../time/period.ts';
import { fillCells } from '../metrics/cells.ts';
import { metricOf } from '../metrics/index.ts';
import { answerInstants, factsOf } from '../metrics/ticket-facts.ts';
import { isUnavailable } from '../metrics/unavailable.ts';
import type { Grouping } from '../segments/grouping.ts';
import type { Frame } from './frame.ts';
import type { observeMetric } from './observed.ts';

const MINUTE = 60_000;
const WEEKS = 12;
const MOST_DAYS = 3;

export interface SignOptions {
  readonly desk: Desk;
  readonly frame: Frame;
  readonly whole: Grouping;
  readonly mask: Uint8Array | null;
  /** 1 for tickets created in the period. */
  readonly isCurrent: Uint8Array;
  /** Null where it is not known, or the period is long past. */
  readonly waiting: Waiting | null;
  readonly observe: (metric: Metric, clock: Clock | null) => ReturnType<typeof observeMetric>;
}

/** Facts that only findings look at. */
export function signsOf(options: SignOptions): Signs {
  const answers = answersOf(options);
  return {
    quickAnswers:
      options.desk.messages || !answers
        ? null
        : {
            answered: answers.length,
            quick: countBelow(answers, MINUTE),
            nextMinute: countBelow(answers, 2 * MINUTE) - countBelow(answers, MINUTE),
          },
    requesters: requestersOf(options),
    unusualDays: unusualDays(options),
    closedUnanswered: closedUnanswered(options),
    overdue: overdueOf(options, answers),
  };
}

/** First response times of the period on the calendar clock, ascending. */
function answersOf({ observe, whole, frame }: SignOptions): Float64Array | null {
  const observed = observe(metricOf('first_response_time') as Metric, 'calendar');
  if (isUnavailable(observed) || !observed.observations) return null;
  return fillCells({
    observations: observed.observations,
    grouping: whole,
    periods: [frame.span],
    knownUntil: null,
  }).values;
}

function requestersOf({ desk, isCurrent, mask }: SignOptions): Signs['requesters'] {
  const requester = codesOf(desk.tickets, 'requester');
  if (!requester) return null;
  const counts = new Uint32Array(requester.names.size + 1);
  let tickets = 0;
  for (let t = 0; t < isCurrent.length; t++) {
    const code = requester.codes[t];
    if (isCurrent[t] === 0 || code === 0 || mask?.[t] === 0) continue;
    counts[code]++;
    tickets++;
  }
  let requesters = 0;
  let most = 0;
  for (const count of counts) {
    if (count > 0) requesters++;
    if (count > most) most = count;
  }
  return { tickets, requesters, most };
}

/**
 * Days of the period outside the limits that the same weekday of up to twelve weeks before sets, the furthest first. A
 * day is called quiet only once it is over.
 */
function unusualDays({ desk, frame, mask }: SignOptions): Signs['unusualDays'] {
  const { zone, span } = frame;
  const { createdAt, rows } = factsOf(desk);
  const first = dayAt(span.start, zone);
  const last = dayAt(Math.min(span.end, desk.asOf + 1) - 1, zone);
  const covered = dayAt(desk.coverage.from, zone) + 1;
  const from = Math.max(covered, first - 7 * WEEKS);
  if (!(last >= from)) return [];
  const counts = new Float64Array(last - from + 1);
  const start = zone.localToInstant(from * DAY).at;
  for (let t = 0; t < rows; t++) {
    if (!(createdAt[t] >= start && createdAt[t] < span.end) || mask?.[t] === 0) continue;
    const day = dayAt(createdAt[t], zone) - from;
    if (day < counts.length) counts[day]++;
  }
  const found: { day: string; created: number; low: number; high: number; excess: number }[] = [];
  for (let day = Math.max(first, from); day <= last; day++) {
    const earlier: number[] = [];
    for (let week = WEEKS; week >= 1; week--) {
      const at = day - 7 * week - from;
      if (at >= 0) earlier.push(counts[at]);
    }
    const limits = controlLimits(Float64Array.from(earlier));
    const created = counts[day - from];
    if (!limits) continue;
    const isSpike = created > limits.high && created >= 10 && created >= 1.25 * limits.centre;
    const isOver = day < dayAt(desk.asOf, zone);
    const isQuiet = isOver && created < limits.low && limits.centre >= 20 && created <= 0.75 * limits.centre;
    if (!isSpike && !isQuiet) continue;
    found.push({
      day: isoDate(day),
      created,
      low: Math.max(0, limits.low),
      high: limits.high,
      excess: isSpike ? created - limits.high : limits.low - created,
    });
  }
  return found
    .sort((a, b) => b.excess - a.excess || (a.day < b.day ? -1 : 1))
    .slice(0, MOST_DAYS)
    .map(({ excess: _, ...day }) => day);
}

function closedUnanswered({ desk, isCurrent, mask }: SignOptions): Signs['closedUnanswered'] {
  const facts = factsOf(desk);
  const answeredAt = answerInstants(desk);
  if (!answeredAt || !facts.knowsEnd) return null;
  let tickets = 0;
  let closed = 0;
  for (let t = 0; t < facts.rows; t++) {
    if (isCurrent[t] === 0 || mask?.[t] === 0 || facts.isFinished[t] === 0 || facts.openedByAgent[t] === 1)
      continue;
    closed++;
    if (Number.isNaN(answeredAt[t])) tickets++;
  }
  return { tickets, closed };
}

function overdueOf({ desk, mask, waiting }: SignOptions, answers: Float64Array | null): Signs['overdue'] {
  if (!waiting) return null;
  const facts = factsOf(desk);
  const answeredAt = answerInstants(desk);
  if (!answers || isTooFew('p90', answers.length) || !answeredAt || !facts.knowsEnd) return null;
  const limit = quantileSorted(answers, 0.9) as number;
  let tickets = 0;
  let oldest = 0;
  for (let t = 0; t < facts.rows; t++) {
    if (
      facts.isFinished[t] === 1 ||
      !Number.isNaN(answeredAt[t]) ||
      facts.openedByAgent[t] === 1 ||
      mask?.[t] === 0
    ) {
      continue;
    }
    const waited = desk.asOf - facts.askedAt[t];
    if (!(waited > limit)) continue;
    tickets++;
    oldest = Math.max(oldest, waited);
  }
  return { tickets, limit, oldest };
}

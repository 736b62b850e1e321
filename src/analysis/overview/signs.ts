import { codesOf, type Desk } from '../../model/desk.ts';
import type { Clock, Metric, Observations } from '../../model/metric.ts';
import type { HeadlineFigure, Signs, Waiting } from '../../model/overview.ts';
import { countBelow, quantileSorted } from '../../stats/quantile.ts';
import { isTooFew } from '../../stats/too-few.ts';
import type { Frame } from '../../time/frame.ts';
import type { observeMetric } from '../comparison/observed.ts';
import { fillCells } from '../metrics/cells.ts';
import { metricOf } from '../metrics/index.ts';
import { answerInstants, factsOf } from '../metrics/ticket-facts.ts';
import { isUnavailable } from '../metrics/unavailable.ts';
import type { DimensionContext } from '../segments/dimensions.ts';
import type { Grouping } from '../segments/grouping.ts';
import { closedSilently, solvedSilently } from './closed-silently.ts';
import type { Stretches } from './stretches.ts';
import { unusualDays } from './unusual-days.ts';

const MINUTE = 60_000;

export interface SignOptions {
  readonly desk: Desk;
  readonly stretches: Stretches;
  readonly whole: Grouping;
  readonly mask: Uint8Array | null;
  /** 1 for tickets created in the period. */
  readonly isCurrent: Uint8Array;
  /** Segments with fewer tickets than this are not named. */
  readonly minGroup: number | null;
  readonly context: DimensionContext;
  readonly headlines: readonly HeadlineFigure[];
  readonly frame: Frame;
  /** Null where it is not known, or the period is long past. */
  readonly waiting: Waiting | null;
  readonly observe: (metric: Metric, clock: Clock | null) => ReturnType<typeof observeMetric>;
}

/** Facts that only findings look at. */
export function signsOf(options: SignOptions): Signs {
  const answers = answersOf(options);
  const written = answersOf(options, { withoutLive: true });
  return {
    quickAnswers:
      options.desk.messages || !written
        ? null
        : {
            answered: written.length,
            quick: countBelow(written, MINUTE),
            nextMinute: countBelow(written, 2 * MINUTE) - countBelow(written, MINUTE),
          },
    requesters: requestersOf(options),
    unusualDays: unusualDays(options),
    closedUnanswered: closedUnanswered(options),
    closedSilently: closedSilently(options.headlines, options),
    solvedSilently: solvedSilently(options),
    overdue: overdueOf(options.waiting, answers),
  };
}

/** Channels on which a person answers while the customer waits: creation and answer are one moment there. */
const live = /phone|call|voice|telep|talk|chat|messag|walk|person|ফোন|চ্যাট|फ़ोन|फोन|चैट/i;
const LEFT_OUT = 2;

/** Answers on live channels left out: that they came at once says nothing of automatic ones. */
function withoutCalls(desk: Desk, observations: Observations): Observations {
  const channel = codesOf(desk.tickets, 'channel');
  if (!channel) return observations;
  const isLive = new Uint8Array(channel.names.size + 1);
  for (let code = 1; code < isLive.length; code++) isLive[code] = live.test(channel.names.name(code)) ? 1 : 0;
  const state = observations.state.map((is, i) =>
    isLive[channel.codes[observations.ticket[i]] ?? 0] === 1 ? LEFT_OUT : is,
  );
  return { ...observations, state };
}

/** First response times of the period on the calendar clock, ascending. */
function answersOf(
  { observe, whole, stretches, desk }: SignOptions,
  { withoutLive = false } = {},
): Float64Array | null {
  const observed = observe(metricOf('first_response_time') as Metric, 'calendar');
  if (isUnavailable(observed) || !observed.observations) return null;
  const { observations } = observed;
  return fillCells({
    observations: withoutLive ? withoutCalls(desk, observations) : observations,
    grouping: whole,
    periods: [stretches.span],
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
    if (isCurrent[t] === 0 || mask?.[t] === 0) continue;
    // A share is one of all tickets, those of unknown requesters too.
    tickets++;
    if (code !== 0) counts[code]++;
  }
  let requesters = 0;
  let most = 0;
  for (let code = 0; code < counts.length; code++) {
    if (counts[code] > 0) requesters++;
    if (counts[code] > most) most = counts[code];
  }
  return { tickets, requesters, most };
}

function closedUnanswered({ desk, isCurrent, mask }: SignOptions): Signs['closedUnanswered'] {
  const facts = factsOf(desk);
  const answeredAt = answerInstants(desk);
  if (!answeredAt || !facts.knowsEnd || facts.isUndecided) return null;
  let tickets = 0;
  let closed = 0;
  for (let t = 0; t < facts.rows; t++) {
    if (isCurrent[t] === 0 || mask?.[t] === 0 || facts.isFinished[t] !== 1 || facts.openedByAgent[t] === 1)
      continue;
    if (facts.answerIsKnown?.[t] === 0) continue;
    closed++;
    if (Number.isNaN(answeredAt[t])) tickets++;
  }
  return { tickets, closed };
}

/** Of those that wait, who waits longer than nine in ten of the period did: a part of the same list, never more. */
function overdueOf(waiting: SignOptions['waiting'], answers: Float64Array | null): Signs['overdue'] {
  if (!waiting || !answers || isTooFew('p90', answers.length)) return null;
  const limit = quantileSorted(answers, 0.9) as number;
  const { waits } = waiting;
  let tickets = 0;
  while (tickets < waits.length && waits[tickets] > limit) tickets++;
  return { tickets, limit, oldest: tickets > 0 ? waits[0] : 0 };
}

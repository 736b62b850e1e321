import type { Desk } from '../../model/desk.ts';
import {
  type Experience,
  type ExperienceEffect,
  type ExperienceStudy,
  experiences,
} from '../../model/retention.ts';
import { type SlaTargets, targetStates } from '../../model/sla.ts';
import { riskDifference } from '../../stats/mantel-haenszel.ts';
import { benjaminiHochberg } from '../../stats/multiple.ts';
import { quantileSorted } from '../../stats/quantile.ts';
import { judge, relevance } from '../../stats/verdict.ts';
import { type CustomerTenures, stretchAt } from '../metrics/customer-tenures.ts';
import { forEachRating, isTopBox, NO_TICKET, ratingsOf } from '../metrics/ratings.ts';
import { answerInstants, factsOf, SOMETIME } from '../metrics/ticket-facts.ts';
import { keptShare } from './kept.ts';
import { MONTH } from './survival.ts';

const DAY = 86_400_000;
/** Days looked back for experiences, and ahead for the outcome; landmarks lie as far apart, about a quarter. */
const SPAN = 90;
/** Tenure bands in months: under 6, 6 to 24, over 24. */
const bands = [6, 24] as const;
/** Fewer customers than this on a side say nothing about a difference. */
const FEWEST_CUSTOMERS = 20;

/** What a customer lived through in the days before a landmark, the worst of each counting. */
const lived = { ticket: 1, inTime: 2, late: 4, good: 8, bad: 16, repeated: 32 } as const;

export interface ExperienceOptions {
  readonly desk: Desk;
  readonly tenures: CustomerTenures;
  /** Customer of each ticket, −1 for none. */
  readonly customerOf: Int32Array;
  readonly sla?: SlaTargets | null;
  /** Recurring issue of each ticket, 0 for none; null where they are not known. */
  readonly issues?: Uint32Array | null;
}

/** One thing that happened to a customer: a bit of `lived`, and from when on it was known. */
interface Happening {
  readonly customer: number;
  /** The ticket's creation, or the answer to the survey. */
  readonly at: number;
  readonly knownAt: number;
  readonly bit: number;
  readonly issue: number;
}

/** Who is held against whom: customers with all of `has` and none of `lacks`, on either side. */
const contrasts: {
  readonly [K in Experience]: Record<'exposed' | 'others', { readonly has: number; readonly lacks: number }>;
} = {
  ticket: { exposed: { has: lived.ticket, lacks: 0 }, others: { has: 0, lacks: lived.ticket } },
  answered_in_time: {
    exposed: { has: lived.inTime, lacks: lived.late },
    others: { has: 0, lacks: lived.ticket },
  },
  answered_late: { exposed: { has: lived.late, lacks: 0 }, others: { has: 0, lacks: lived.ticket } },
  late_against_in_time: {
    exposed: { has: lived.late, lacks: 0 },
    others: { has: lived.inTime, lacks: lived.late },
  },
  rated_bad: { exposed: { has: lived.bad, lacks: 0 }, others: { has: lived.good, lacks: lived.bad } },
  problem_repeated: {
    exposed: { has: lived.repeated, lacks: 0 },
    others: { has: lived.ticket, lacks: lived.repeated },
  },
};

/** Customers at landmarks, columns aligned. */
interface Observed {
  readonly customer: number[];
  readonly lived: number[];
  readonly stayed: number[];
  readonly band: number[];
}

/**
 * What customers lived through and whether they were still there later (DEFINITIONS 10). Customers who stay long have
 * more chances to write, so whole lives must not be compared: at each landmark L only customers active throughout the 90
 * days before it are looked at, with what happened in those days alone (the worst counts), and whether they are still
 * customers 90 days after it. Landmarks lie 90 days apart, counted back from as-of (or the end of the list of customers), as far as ticket data and known ends
 * reach. Differences are Mantel–Haenszel's over tenure bands, clustered by customer, judged together (Benjamini–Hochberg).
 */
export function studyExperience(options: ExperienceOptions): ExperienceStudy | null {
  const { desk, tenures, issues } = options;
  const landmarks = landmarksOf(desk, tenures);
  if (landmarks.length === 0) return null;
  const { happenings, limit } = happeningsOf(options);
  const seen = observe({ tenures, landmarks, happenings, knowsIssues: Boolean(issues) });
  const asked = experiences.filter((experience) => {
    if (experience === 'problem_repeated') return Boolean(issues);
    if (experience === 'rated_bad')
      return happenings.some(({ bit }) => bit === lived.good || bit === lived.bad);
    return experience === 'ticket' || limit !== null;
  });
  const raw = asked.map((experience) => contrast(seen, experience));
  const { rejected } = benjaminiHochberg(
    Float64Array.from(raw, ({ difference, tooFew }) => (tooFew ? Number.NaN : (difference?.p ?? Number.NaN))),
  );
  const effects = raw.map(
    ({ tooFew, ...effect }, i): ExperienceEffect => ({
      ...effect,
      verdict: judge({
        tooFew,
        difference: effect.difference,
        before: effect.others.value ?? 0,
        relevance: relevance.share,
        rejected: rejected[i],
      }),
    }),
  );
  return {
    landmarks,
    days: SPAN,
    observations: seen.customer.length,
    customers: new Set(seen.customer).size,
    limit,
    effects,
  };
}

function landmarksOf({ asOf, coverage }: Desk, { endsKnownFrom, endsKnownTo }: CustomerTenures): number[] {
  const landmarks: number[] = [];
  const last = Math.min(asOf, endsKnownTo) - SPAN * DAY;
  const from = Number.isNaN(coverage.bulkFrom) ? coverage.from : coverage.bulkFrom;
  for (let at = last; at - SPAN * DAY >= from && at >= endsKnownFrom; at -= SPAN * DAY) landmarks.push(at);
  return landmarks.reverse();
}

interface ObserveInput {
  readonly tenures: CustomerTenures;
  readonly landmarks: readonly number[];
  readonly happenings: readonly Happening[];
  readonly knowsIssues: boolean;
}

function observe(input: ObserveInput): Observed {
  const { tenures, landmarks } = input;
  const seen: Observed = { customer: [], lived: [], stayed: [], band: [] };
  for (const landmark of landmarks) {
    const bits = livedBefore(landmark, input);
    for (let c = 0; c < tenures.size; c++) {
      const stretch = stretchAt(tenures, c, landmark);
      if (stretch < 0 || tenures.from[stretch] > landmark - SPAN * DAY) continue;
      seen.customer.push(c);
      seen.lived.push(bits[c]);
      seen.stayed.push(stretchAt(tenures, c, landmark + SPAN * DAY) >= 0 ? 1 : 0);
      seen.band.push(bandOf((landmark - tenures.startedAt[c]) / MONTH));
    }
  }
  return seen;
}

const bandOf = (months: number): number => (months < bands[0] ? 0 : months <= bands[1] ? 1 : 2);

/** What each customer lived through in the days before a landmark, as bits. */
function livedBefore(landmark: number, { tenures, happenings, knowsIssues }: ObserveInput): Uint8Array {
  const from = landmark - SPAN * DAY;
  const bits = new Uint8Array(tenures.size);
  const issuesSeen = new Set<string>();
  for (const { customer, at, knownAt, bit, issue } of happenings) {
    if (at <= from || at > landmark || knownAt > landmark) continue;
    bits[customer] |= bit;
    if (!knowsIssues || bit !== lived.ticket || issue === 0) continue;
    const key = `${customer}/${issue}`;
    if (issuesSeen.has(key)) bits[customer] |= lived.repeated;
    issuesSeen.add(key);
  }
  return bits;
}

function contrast(
  seen: Observed,
  experience: Experience,
): Omit<ExperienceEffect, 'verdict'> & { readonly tooFew: boolean } {
  const { exposed, others } = contrasts[experience];
  const fits = (bits: number, { has, lacks }: typeof exposed): boolean =>
    (bits & has) === has && (bits & lacks) === 0;
  const rows = {
    exposed: [] as number[],
    outcome: [] as number[],
    stratum: [] as number[],
    cluster: [] as number[],
  };
  const counts = [
    { n: 0, kept: 0 },
    { n: 0, kept: 0 },
  ];
  const who = [new Set<number>(), new Set<number>()];
  for (let i = 0; i < seen.customer.length; i++) {
    const side = fits(seen.lived[i], exposed) ? 1 : fits(seen.lived[i], others) ? 0 : -1;
    if (side < 0) continue;
    counts[side].n++;
    counts[side].kept += seen.stayed[i];
    who[side].add(seen.customer[i]);
    rows.exposed.push(side);
    rows.outcome.push(seen.stayed[i]);
    rows.stratum.push(seen.band[i]);
    rows.cluster.push(seen.customer[i]);
  }
  const tooFew = who.some(({ size }) => size < FEWEST_CUSTOMERS);
  const found = riskDifference({
    exposed: Uint8Array.from(rows.exposed),
    outcome: Uint8Array.from(rows.outcome),
    stratum: Uint32Array.from(rows.stratum),
    cluster: Uint32Array.from(rows.cluster),
  });
  return {
    experience,
    exposed: keptShare(counts[1]),
    others: keptShare(counts[0]),
    difference: found && { value: found.value, low: found.low, high: found.high, p: found.p },
    tooFew,
  };
}

function happeningsOf({ desk, customerOf, tenures, sla, issues }: ExperienceOptions): {
  readonly happenings: readonly Happening[];
  readonly limit: ExperienceStudy['limit'];
} {
  const facts = factsOf(desk);
  const happenings: Happening[] = [];
  for (let t = 0; t < facts.rows; t++) {
    if (customerOf[t] < 0 || facts.openedByAgent[t] === 1) continue;
    const at = facts.createdAt[t];
    happenings.push({ customer: customerOf[t], at, knownAt: at, bit: lived.ticket, issue: issues?.[t] ?? 0 });
  }
  const limit = addAnswers({ desk, customerOf, sla, happenings });
  const byPerson = new Map<number, number>();
  tenures.person.forEach((code, c) => {
    byPerson.set(code, c);
  });
  const ratings = ratingsOf(desk, 'csat');
  if (ratings) {
    forEachRating(ratings, (rating) => {
      const ofTicket = rating.ticket >= NO_TICKET ? -1 : customerOf[rating.ticket];
      const customer = ofTicket >= 0 ? ofTicket : (byPerson.get(rating.customer) ?? -1);
      if (customer < 0 || Number.isNaN(rating.at)) return;
      const bit = isTopBox(rating) ? lived.good : lived.bad;
      happenings.push({ customer, at: rating.at, knownAt: rating.at, bit, issue: 0 });
    });
  }
  return { happenings, limit };
}

interface AnswerInput {
  readonly desk: Desk;
  readonly customerOf: Int32Array;
  readonly sla: SlaTargets | null | undefined;
  readonly happenings: Happening[];
}

/**
 * Adds who was answered in time and who was not: by the targets of the SLA policies, else within the time in which three
 * of four first answers of the desk came. Late is known as soon as that time has passed, answered or not.
 */
function addAnswers({ desk, customerOf, sla, happenings }: AnswerInput): ExperienceStudy['limit'] {
  const facts = factsOf(desk);
  const add = (t: number, end: { readonly answeredAt: number; readonly dueAt: number }): void => {
    const { answeredAt, dueAt } = end;
    if (customerOf[t] < 0 || Number.isNaN(dueAt)) return;
    const isInTime = answeredAt <= dueAt;
    happenings.push({
      customer: customerOf[t],
      at: facts.createdAt[t],
      knownAt: isInTime ? answeredAt : dueAt,
      bit: isInTime ? lived.inTime : lived.late,
      issue: 0,
    });
  };
  const targets = sla?.targets.first_response;
  if (targets && !('unavailable' in targets)) {
    const usable = new Set([
      targetStates.indexOf('met'),
      targetStates.indexOf('missed'),
      targetStates.indexOf('met_early'),
    ]);
    targets.ticket.forEach((t, i) => {
      if (usable.has(targets.state[i])) add(t, { answeredAt: targets.endAt[i], dueAt: targets.dueAt[i] });
    });
    return { by: 'sla' };
  }
  const answered = answerInstants(desk);
  if (!answered) return null;
  const isFinishedUnanswered = (t: number): boolean => Number.isNaN(answered[t]) && facts.isFinished[t] !== 0;
  const times: number[] = [];
  for (let t = 0; t < facts.rows; t++) {
    const time = answered[t] - facts.askedAt[t];
    if (time >= 0 && facts.openedByAgent[t] === 0) times.push(time);
  }
  const duration = quantileSorted(Float64Array.from(times).sort(), 0.75);
  if (duration === null) return null;
  for (let t = 0; t < facts.rows; t++) {
    if (facts.openedByAgent[t] === 1 || isFinishedUnanswered(t) || answered[t] === SOMETIME) continue;
    if (facts.answerIsKnown?.[t] === 0) continue;
    add(t, { answeredAt: answered[t], dueAt: facts.askedAt[t] + duration });
  }
  return { by: 'quarter', duration };
}

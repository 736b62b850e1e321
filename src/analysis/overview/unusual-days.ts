import { alikeSince } from '../../model/coverage.ts';
import type { Desk } from '../../model/desk.ts';
import type { Signs, UnusualDayCause } from '../../model/overview.ts';
import { type ControlLimits, controlLimits, countLimits, usualPeriods } from '../../stats/control-limits.ts';
import { normalQuantile } from '../../stats/distributions.ts';
import { DAY, isoDate } from '../../time/civil.ts';
import { dayAt } from '../../time/period.ts';
import { factsOf } from '../metrics/ticket-facts.ts';
import type { Dimension } from '../segments/dimension.ts';
import { compileDimension, type DimensionContext } from '../segments/dimensions.ts';
import { labeller } from './labels.ts';
import type { Stretches } from './stretches.ts';

const WEEKS = 12;
const MOST_DAYS = 3;
/** Reports that may name a day by chance alone. */
const FALSE_ALARMS = 0.02;
/** Part of a day's excess that a segment has to bring to be "most of it". */
const MOST = 0.5;
/** Standard errors beyond its usual share of the tickets from which a segment is no part of a general rise. */
const BEYOND_CHANCE = 3;
/** What may be behind a day: an issue says why, and comes first where it explains most; the others say where. */
const causes = ['issue', 'group', 'channel'] as const;

export interface UnusualDayOptions {
  readonly desk: Desk;
  readonly stretches: Stretches;
  readonly mask: Uint8Array | null;
  readonly minGroup: number | null;
  readonly context: DimensionContext;
}

/** One day among the same weekdays before it. */
interface Day {
  readonly created: number;
  readonly limits: ControlLimits;
  readonly number: number;
  readonly isSpike: boolean;
}

/**
 * Days of the period outside the limits that the same weekday of up to twelve weeks before sets, the furthest first,
 * each with the segment behind it. A day is called quiet only once it is over.
 */
export function unusualDays(options: UnusualDayOptions): Signs['unusualDays'] {
  const { desk, stretches } = options;
  const { zone, span } = stretches;
  const first = dayAt(span.start, zone);
  const last = dayAt(Math.min(span.end, desk.asOf + 1, desk.coverage.bulkTo) - 1, zone);
  const known = Math.max(desk.coverage.bulkFrom, alikeSince(desk.ticketLists, span.start));
  const covered = dayAt(known, zone) + 1;
  const from = Math.max(covered, first - 7 * WEEKS);
  if (!(last >= from) || desk.coverage.cut === 'open') return [];
  const counts = createdByDay(options, { from, last });
  const phi = dispersionOfWeekdays(counts);
  const beyondChance = -normalQuantile(FALSE_ALARMS / 2 / Math.max(1, last - first + 1));
  const found: Day[] = [];
  for (let day = Math.max(first, from); day <= last; day++) {
    // By the holidays of the settings a day off is no day of its weekday.
    const weekdays = sameWeekdays(day, from).filter((at) => !desk.isDayOff?.(at));
    const earlier = Float64Array.from(weekdays, (at) => counts[at - from]);
    const created = counts[day - from];
    if (!mayStandOut(created, earlier)) continue;
    const limits = countLimits(usualPeriods(earlier, countLimits));
    if (!limits) continue;
    // Many days are looked at: one in fifty reports at most is to name a day by chance alone.
    const byChance = beyondChance * errorOf(limits, { phi, weeks: earlier.length });
    if (Math.abs(created - limits.centre) <= byChance) continue;
    const isSpike = created > limits.high && isMany(created, limits.centre);
    // Of the last days of an export of solved tickets those that are not solved yet are missing.
    const isOver = day < dayAt(desk.asOf, zone) && desk.coverage.cut !== 'solved';
    const isQuiet = isOver && !desk.isDayOff?.(day) && created < limits.low && isFew(created, limits.centre);
    if (isSpike || isQuiet) found.push({ created, limits, number: day, isSpike });
  }
  const told = found.sort((a, b) => beyond(b) - beyond(a) || a.number - b.number).slice(0, MOST_DAYS);
  return told.map((day) => ({
    day: isoDate(day.number),
    created: day.created,
    low: Math.max(0, day.limits.low),
    high: day.limits.high,
    cause: causeOf(day, { ...options, from }),
  }));
}

/** Enough tickets, and enough more than usual, to be worth a line. */
const isMany = (created: number, usual: number): boolean => created >= 10 && created >= 1.25 * usual;
const isFew = (created: number, usual: number): boolean => usual >= 20 && created <= 0.75 * usual;

/** False where a day cannot stand out, wherever between the least and the most of its weekdays the usual lies. */
const mayStandOut = (created: number, earlier: Float64Array): boolean =>
  isMany(created, Math.min(...earlier)) || isFew(created, Math.max(...earlier));

/** Standard error of a day's count against what is usual, which rests on some weeks itself. */
const errorOf = (
  { centre }: ControlLimits,
  { phi, weeks }: { readonly phi: number; readonly weeks: number },
): number => Math.sqrt(phi * Math.max(1, centre) * (1 + 1 / weeks));

/**
 * How much more days vary about the mean of their weekday than chance alone would have it (variance ÷ mean, at least 1);
 * the wildest tenth of the days is left out, for an outage is no part of what is usual.
 */
function dispersionOfWeekdays(counts: Float64Array): number {
  const sums = new Float64Array(7);
  const days = new Float64Array(7);
  counts.forEach((count, day) => {
    sums[day % 7] += count;
    days[day % 7]++;
  });
  const squares = counts
    .map((count, day) => {
      const mean = sums[day % 7] / days[day % 7];
      return mean > 0 ? (count - mean) ** 2 / mean : 0;
    })
    .sort();
  const kept = Math.ceil(0.9 * squares.length);
  let sum = 0;
  for (let i = 0; i < kept; i++) sum += squares[i];
  // The nine lower tenths of χ² with one degree of freedom have a mean of 0.62; a mean taken from the days costs one.
  const free = 1 - 1 / Math.max(2, counts.length / 7);
  return Math.max(1, sum / kept / LOWER_MEAN / free);
}

/** Mean of the lower nine tenths of χ² with one degree of freedom. */
const LOWER_MEAN = 0.62;

/** Up to twelve days of the same weekday before a day, from `from` on, oldest first. */
function sameWeekdays(day: number, from: number): number[] {
  const weeks = Math.min(WEEKS, Math.floor((day - from) / 7));
  return Array.from({ length: weeks }, (_, i) => day - 7 * (weeks - i));
}

const beyond = ({ created, limits, isSpike }: Day): number =>
  isSpike ? created - limits.high : limits.low - created;

/**
 * The issue, group or channel that an unusual day came from: outside its own limits in the same direction, with at
 * least half of the day's excess over the usual (of a quiet day: of what is lacking), and with more of the day's
 * tickets than its usual share of them lets chance bring (three binomial standard errors), so that a channel which
 * always has nearly all tickets is no cause. Null where there is none.
 */
function causeOf(day: Day, options: UnusualDayOptions & { readonly from: number }): UnusualDayCause | null {
  const { desk, stretches, mask, context, from } = options;
  const slots = new Map([...sameWeekdays(day.number, from), day.number].map((each, i) => [each, i]));
  const { createdAt } = factsOf(desk);
  const start = stretches.zone.localToInstant(Math.min(...slots.keys()) * DAY).at;
  const end = stretches.zone.localToInstant((day.number + 1) * DAY).at;
  const [tickets, slotOf]: [number[], number[]] = [[], []];
  for (let t = 0; t < createdAt.length; t++) {
    if (!(createdAt[t] >= start && createdAt[t] < end) || mask?.[t] === 0) continue;
    const slot = slots.get(dayAt(createdAt[t], stretches.zone));
    if (slot === undefined) continue;
    tickets.push(t);
    slotOf.push(slot);
  }
  const found = causes.flatMap((name) => {
    const isKnown =
      name === 'issue'
        ? desk.issues != null
        : (desk.tickets.columns as Record<string, unknown>)[name] !== undefined;
    if (!isKnown) return [];
    const dimension = compileDimension(name, context);
    const best = strongest(day, { dimension, tickets, slotOf, slots: slots.size, fewest: options.minGroup });
    return best ? [best] : [];
  });
  const issue = found.find(({ cause }) => cause.dimension === 'issue');
  return (issue ?? found.sort((a, b) => b.part - a.part)[0])?.cause ?? null;
}

interface SegmentCounts {
  readonly dimension: Dimension;
  /** Tickets of the day and of those it is held against, and which of them each belongs to; the last is the day. */
  readonly tickets: readonly number[];
  readonly slotOf: readonly number[];
  readonly slots: number;
  readonly fewest: number | null;
}

interface Candidate {
  readonly cause: UnusualDayCause;
  readonly part: number;
}

/** The value of one dimension that explains most of a day, where one does. */
function strongest(day: Day, counted: SegmentCounts): Candidate | null {
  const { dimension, tickets, slotOf, slots, fewest } = counted;
  const label = labeller(dimension);
  const byName = new Map<string, { readonly code: number; readonly counts: Float64Array }>();
  tickets.forEach((ticket, i) => {
    const code = dimension.codes[ticket];
    if (code === 0) return;
    const name = dimension.nameOf(code);
    const known = byName.get(name) ?? { code, counts: new Float64Array(slots) };
    known.counts[slotOf[i]]++;
    byName.set(name, known);
  });
  const { created, limits, isSpike } = day;
  const excess = created - limits.centre;
  const found = [...byName].flatMap(([name, { code, counts }]): (Candidate & { readonly name: string })[] => {
    const own = counts[slots - 1];
    const usual = controlLimits(counts.subarray(0, slots - 1));
    if (!usual || (fewest !== null && own < fewest)) return [];
    if (isSpike ? own <= usual.high : own >= usual.low) return [];
    const part = (own - usual.centre) / excess;
    const share = usual.centre / limits.centre;
    const chance = Math.sqrt(created * share * (1 - share));
    if (part < MOST || Math.abs(own - created * share) <= BEYOND_CHANCE * chance) return [];
    const cause = { dimension: dimension.name, label: label(code), created: own, usual: usual.centre };
    return [{ cause, part, name }];
  });
  return found.sort((a, b) => b.part - a.part || (a.name < b.name ? -1 : 1))[0] ?? null;
}

/** Tickets created on each day from one to another. */
function createdByDay(
  { desk, stretches, mask }: UnusualDayOptions,
  { from, last }: { readonly from: number; readonly last: number },
): Float64Array {
  const { zone, span } = stretches;
  const { createdAt, rows } = factsOf(desk);
  const counts = new Float64Array(last - from + 1);
  const start = zone.localToInstant(from * DAY).at;
  for (let t = 0; t < rows; t++) {
    if (!(createdAt[t] >= start && createdAt[t] < span.end) || mask?.[t] === 0) continue;
    const day = dayAt(createdAt[t], zone) - from;
    if (day < counts.length) counts[day]++;
  }
  return counts;
}

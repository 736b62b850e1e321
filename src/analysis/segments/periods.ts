import { alikeSince, arrivalsExtent, coveredAlike, expectedArrivals } from '../../model/coverage.ts';
import type { Desk } from '../../model/desk.ts';
import { DeskstatError } from '../../model/problem.ts';
import type { Period } from '../../model/segment.ts';
import { sentence } from '../../model/sentence.ts';
import {
  allTime,
  isRelativePeriod,
  type PeriodCalendar,
  type PeriodUnit,
  periodAt,
  resolvePeriod,
  resolveRange,
} from '../../time/period.ts';
import { type ComparisonMode, PeriodIndex, previousPeriod, splitPeriod } from '../../time/period-series.ts';
import type { Zone } from '../../time/zone.ts';

/** How a run's periods are asked for. */
export interface PeriodRequest extends PeriodCalendar {
  readonly period: string | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly every: 'day' | 'week' | 'month' | 'quarter' | null;
}

export type WholePeriod = Period & { readonly complete: boolean };

/** The stretch of time that is asked for, an open end of it being the first ticket, or as-of; null = everything. */
export function rangeOf(request: PeriodRequest, desk: Desk): Period | null {
  const asked = rangeAsked(request, desk);
  if (!asked) return null;
  const { start, end } = everything(desk);
  return {
    start: Number.isFinite(asked.start) ? asked.start : Math.min(start, asked.end - 1),
    end: Number.isFinite(asked.end) ? asked.end : Math.max(end, asked.start + 1),
    label: asked.label,
  };
}

/** From the first ticket to as-of, both included; an empty desk has no time. */
export function everything({ coverage, asOf }: Desk): Period {
  const start = Number.isFinite(coverage.from) ? coverage.from : 0;
  const end = Math.max(
    Number.isFinite(asOf) ? asOf : 0,
    Number.isFinite(coverage.to) ? coverage.to : 0,
    start,
  );
  return { start, end: end + 1, label: 'all' };
}

function rangeAsked(request: PeriodRequest, desk: Desk): Period | null {
  const context = { zone: request.zone, weekStarts: request.weekStarts, asOf: desk.asOf };
  if (request.period !== null && (request.since !== null || request.until !== null)) {
    throw new DeskstatError(
      {
        code: 'usage',
        args: { message: sentence('mistake.period_and_bounds'), try: sentence('hint.one_or_the_other') },
      },
      2,
    );
  }
  // A header without rows has no "now" that a week could be counted back from.
  const isNowhere = (text: string | null): boolean =>
    text !== null && Number.isNaN(desk.asOf) && isRelativePeriod(text, context);
  if (isNowhere(request.period) || isNowhere(request.since) || isNowhere(request.until)) return null;
  if (request.since !== null || request.until !== null) return resolveRange(request, context);
  if (request.period === null) return null;
  const period = resolvePeriod(request.period, context);
  return period === allTime ? null : period;
}

/** The periods that figures are computed for; null = one figure over everything. */
export function periodsOf(request: PeriodRequest, desk: Desk): readonly WholePeriod[] | null {
  const { every } = request;
  if (every === null) {
    const whole = rangeOf(request, desk);
    return whole && [withCompleteness(whole, desk)];
  }
  const range = rangeAsked(request, desk);
  if (!Number.isFinite(desk.coverage.from)) return [];
  // Periods run from the first ticket to as-of: what lies outside cannot have been seen.
  const start = Math.max(range?.start ?? Number.NEGATIVE_INFINITY, firstOf(desk, request));
  const end = Math.min(range?.end ?? Number.POSITIVE_INFINITY, afterLast(desk, request));
  if (end <= start) return [];
  return splitPeriod({ start, end, every, zone: request.zone, weekStarts: request.weekStarts }).map(
    (period) => withCompleteness(period, desk),
  );
}

const firstOf = (desk: Desk, { every, zone, weekStarts }: PeriodRequest): number =>
  periodAt(desk.coverage.from, every as PeriodUnit, { zone, weekStarts }).start;

const afterLast = (desk: Desk, { every, zone, weekStarts }: PeriodRequest): number =>
  periodAt(desk.asOf, every as PeriodUnit, { zone, weekStarts }).end;

/** What part of a period may lie after as-of and still be negligible: under 2 % in each of the four before (weekends). */
const NEGLIGIBLE = 0.02;
/** Of those four so many hold tickets. */
const FEWEST_TOLD = 2;

/** A period with whether it is whole (DEFINITIONS 1). */
export function withCompleteness(period: Period, desk: Desk): WholePeriod {
  return { start: period.start, end: period.end, label: period.label, complete: isWhole(period, desk) };
}

function isWhole({ start, end }: Period, desk: Desk): boolean {
  const { asOf } = desk;
  if (asOf >= end) return true;
  if (asOf < start || !Number.isFinite(start) || !Number.isFinite(end)) return false;
  const length = end - start;
  const rest = asOf - start;
  const created = desk.tickets.columns.created_at;
  if (created?.type !== 'instant') return false;
  // Of an export shorter than that the rhythm of its weeks tells.
  if (start - 4 * length < desk.coverage.bulkFrom - DAY) return isQuietUntil(end, { start, desk });
  const whole = [0, 0, 0, 0];
  const late = [0, 0, 0, 0];
  const earliest = start - 4 * length;
  const { values } = created;
  for (let i = 0; i < values.length; i++) {
    const at = values[i];
    if (!(at >= earliest && at < start)) continue;
    const back = Math.floor((start - at - 1) / length);
    whole[back]++;
    if (at - (start - (back + 1) * length) > rest) late[back]++;
  }
  // A period in which nothing came says nothing of when in a period tickets come.
  const told = whole.filter((count) => count > 0).length;
  return told >= FEWEST_TOLD && whole.every((count, i) => count === 0 || late[i] < NEGLIGIBLE * count);
}

/** Whether next to nothing of a period is to come after as-of, by the hours of the week in which tickets come. */
function isQuietUntil(
  end: number,
  { start, desk: { asOf, coverage } }: { readonly start: number; readonly desk: Desk },
): boolean {
  const all = expectedArrivals(coverage, { from: start, to: end });
  return all > 0 && expectedArrivals(coverage, { from: asOf, to: end }) < NEGLIGIBLE * all;
}

/** Weeks before the last one that say whether a week holds enough tickets to be looked at alone. */
const USUAL_PERIODS = 8;
/** Below so many tickets a period is too short to say much. */
const FEWEST_TICKETS = 30;

/**
 * What `report`, `check` and `agents` look at unasked (SPEC 3): the last whole week that the export covers; where the
 * median of the up to eight covered weeks before it is under 30 tickets, the last whole month, then quarter, then (null)
 * everything. It depends on what is covered, never on a figure of the period itself.
 */
export function defaultPeriod(
  desk: Desk,
  { zone, weekStarts }: Pick<PeriodRequest, 'zone' | 'weekStarts'>,
): WholePeriod | null {
  if (!Number.isFinite(desk.asOf) || !Number.isFinite(desk.coverage.from)) return null;
  for (const unit of ['week', 'month', 'quarter'] as const) {
    const covered = coveredPeriods(desk, { unit, zone, weekStarts });
    const last = covered.pop();
    if (last && covered.length > 0 && medianOf(countsIn(desk, covered)) >= FEWEST_TICKETS) return last;
  }
  return null;
}

interface UnitCalendar {
  readonly unit: PeriodUnit;
  readonly zone: Zone;
  readonly weekStarts: number;
}

/** The newest nine whole periods that the export covers, oldest first, without gaps. */
function coveredPeriods(desk: Desk, { unit, zone, weekStarts }: UnitCalendar): WholePeriod[] {
  const { coverage, asOf } = desk;
  const found: WholePeriod[] = [];
  const newest = Math.min(asOf, coverage.bulkTo);
  for (
    let at = periodAt(newest, unit, { zone, weekStarts });
    at.end > coverage.from && found.length <= USUAL_PERIODS;
    at = periodAt(at.start - 1, unit, { zone, weekStarts })
  ) {
    const period = withCompleteness(at, desk);
    const isCovered = period.complete && isCoveredByArrivals(period, desk);
    if (isCovered) found.unshift(period);
    else if (found.length > 0 || at.end <= coverage.bulkFrom) break;
  }
  return found;
}

/** Whether every ticket that came in a period is known to be in the export. */
export function isCoveredByArrivals({ start, end }: Period, { coverage, asOf }: Desk): boolean {
  return arrivalsExtent(coverage, { start, end, asOf }) === 'whole';
}

function countsIn(desk: Desk, periods: readonly Period[]): number[] {
  const counts = periods.map(() => 0);
  const created = desk.tickets.columns.created_at;
  if (created?.type !== 'instant') return counts;
  const index = new PeriodIndex(periods);
  for (let t = 0; t < created.values.length; t++) {
    const at = index.indexOf(created.values[t]);
    if (at >= 0) counts[at]++;
  }
  return counts;
}

function medianOf(counts: readonly number[]): number {
  const sorted = counts.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** A period to compare with, and until when its tickets are to be looked at (DEFINITIONS 1). */
export interface Comparison {
  readonly period: WholePeriod;
  /** As it stood at the same lag: nothing later than this is known. */
  readonly knownUntil: number;
}

/** How the period to compare with is found. */
export interface ComparisonOptions {
  readonly mode: ComparisonMode;
  readonly desk: Desk;
  readonly zone: Zone;
  readonly weekStarts: number;
}

/**
 * The period to compare with as the last, and up to `most` − 1 of the same kind before it, oldest first, as far as the
 * data reach. A running period is compared with the same elapsed part of each; figures by creation date with the earlier
 * period as it stood at the same lag, else a young period would always look fast.
 */
export function periodsBehind(
  period: Period,
  { mode, desk, zone, weekStarts, most }: ComparisonOptions & { readonly most: number },
): Comparison[] {
  const isRunning = desk.asOf < period.end;
  if (isRunning && desk.asOf <= period.start) return [];
  // All that it lacks is the end of a last evening: the earlier one is looked at up to as long before its own end.
  const isFull = isRunning && withCompleteness(period, desk).complete;
  const lag = desk.asOf - Math.min(period.end, desk.asOf);
  const behind: Comparison[] = [];
  let at = previousPeriod(period, { mode, zone, weekStarts });
  while (at && behind.length < most && isCoveredByArrivals(at, desk) && areAlike([at, period], desk)) {
    const part = !isRunning
      ? at
      : isFull
        ? { ...at, end: Math.max(at.start, at.end - (period.end - desk.asOf - 1)) }
        : elapsedPart(at, { of: period, asOf: desk.asOf, zone });
    if (part.end <= part.start) break;
    behind.unshift({
      period: withCompleteness(part, desk),
      knownUntil: isRunning ? part.end - 1 : part.end + lag,
    });
    const earlier = previousPeriod(at, { mode: 'previous', zone, weekStarts });
    if (!earlier || earlier.end > at.start) break;
    at = earlier;
  }
  return behind;
}

/** Whether the same lists of tickets tell of both periods. */
const areAlike = ([one, other]: readonly [Period, Period], { ticketLists, asOf }: Desk): boolean =>
  coveredAlike(ticketLists, {
    periods: [
      { from: one.start, to: one.end },
      { from: other.start, to: other.end },
    ],
    asOf,
  });

const WEEK_DAYS = 7;

/**
 * The part of an earlier period that is as long as what has passed of a running one, and ends on the same weekday and
 * time of day by the clock on the wall: the same days of the week where weekdays meet (weeks), else as many days moved
 * by whole weeks, for the first twenty days of a month need not hold as many Mondays.
 */
function elapsedPart(
  at: Period,
  { of, asOf, zone }: { readonly of: Period; readonly asOf: number; readonly zone: Zone },
): Period {
  const [was, is] = [zone.instantToLocal(at.start), zone.instantToLocal(of.start)];
  const now = zone.instantToLocal(asOf + 1);
  const apart = (is - was) / DAY;
  const days = apart < WEEK_DAYS ? apart : WEEK_DAYS * Math.round(apart / WEEK_DAYS);
  const shift = days * DAY;
  const overlaps = now - shift > is;
  const start = zone.localToInstant(is - shift).at;
  const end = zone.localToInstant(overlaps ? is : now - shift).at;
  return { start, end, label: at.label };
}

/** 1 where a ticket was created in a period and passes the filter. */
export function createdIn(desk: Desk, range: Period, mask: Uint8Array | null): Uint8Array {
  const created = desk.tickets.columns.created_at;
  const inside = new Uint8Array(desk.tickets.rows);
  if (created?.type !== 'instant') return inside;
  for (let t = 0; t < inside.length; t++) {
    const at = created.values[t];
    if (at >= range.start && at < range.end && (!mask || mask[t] === 1)) inside[t] = 1;
  }
  return inside;
}

/** The whole weeks that the data covers, those of a range only, oldest first: what trends are fitted to. */
export function wholeWeeks(
  desk: Desk,
  { zone, weekStarts, range }: Pick<PeriodRequest, 'zone' | 'weekStarts'> & { readonly range: Period | null },
): Period[] {
  const to = Math.min(desk.asOf, (range?.end ?? Number.POSITIVE_INFINITY) - 1);
  const known = Math.max(desk.coverage.from, alikeSince(desk.ticketLists, to));
  const from = Math.max(known, range?.start ?? Number.NEGATIVE_INFINITY);
  if (!Number.isFinite(from) || !Number.isFinite(to) || to <= from) return [];
  const start = periodAt(from, 'week', { zone, weekStarts }).start;
  const { end } = periodAt(to, 'week', { zone, weekStarts });
  return splitPeriod({ start, end, every: 'week', zone, weekStarts }).filter(
    (week) =>
      week.start >= from - DAY &&
      (week.end <= to + 1 || isWhole(week, desk)) &&
      arrivalsExtent(desk.coverage, { start: week.start, end: week.end, asOf: desk.asOf }) !== 'none',
  );
}

const DAY = 86_400_000;

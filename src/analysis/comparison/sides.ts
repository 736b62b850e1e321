import type { Observations } from '../../model/metric.ts';
import type { Period } from '../../model/segment.ts';
import { dayAt } from '../../time/period.ts';
import { splitPeriod } from '../../time/period-series.ts';
import type { Zone } from '../../time/zone.ts';
import { type Cells, fillCells, isInGrouping } from '../metrics/cells.ts';
import { datedEntries } from '../metrics/dated-entries.ts';
import { NO_TICKET } from '../metrics/ratings.ts';
import type { Grouping } from '../segments/grouping.ts';
import { type DailyValues, dailyValues, type ValuesByDay } from './daily-values.ts';
import { pickRows } from './observed.ts';

/** One side of a comparison: a period, as it stood at an instant. */
export interface SideRequest {
  readonly observations: Observations;
  readonly grouping: Grouping;
  readonly period: Period;
  readonly knownUntil: number;
  readonly zone: Zone;
  /** When each ticket came, where observations are dated by something else; see `ObservedMetric`. */
  readonly arrivedAt: Float64Array | null;
}

/** Days before a period that arrivals are told apart by; tickets from before them count as of the first of these. */
const EARLIER_DAYS = 14;

/** The used values of each segment in a period, by local day. */
export function dailyValuesOf(asked: SideRequest): DailyValues[] {
  const { grouping, period, zone, arrivedAt } = asked;
  const request = { ...asked, observations: within(asked.observations, period) };
  const observations = firstOfPeriod(request);
  const { days, first, daysOfArrivals } = daysOf(period, zone);
  const byDay = valuesByDay(request, { observations, days });
  if (!arrivedAt) return byDay.map((values) => dailyValues(values));
  const at = observations.at.map((instant, i) => {
    const arrived = observations.ticket[i] >= NO_TICKET ? Number.NaN : arrivedAt[observations.ticket[i]];
    return arrived <= instant ? Math.max(arrived, first) : instant;
  });
  const arrivals = valuesByDay(request, {
    observations: { ...observations, at },
    days: daysOfArrivals,
  });
  return grouping.segments.map((_, segment) => dailyValues(byDay[segment], arrivals[segment]));
}

/** What is dated in a period alone, which is little of what a report looks at. */
function within(observations: Observations, period: Period): Observations {
  const { entries } = datedEntries(observations.at, [period]);
  return entries === null ? observations : pickRows(observations, entries);
}

interface DaysOfPeriod {
  readonly zone: Zone;
  readonly days: readonly Period[];
  /** Where the days of arrivals begin. */
  readonly first: number;
  readonly daysOfArrivals: readonly Period[];
}

/** A report looks at the same period once for every metric and dimension. */
const knownDays = new WeakMap<Period, DaysOfPeriod>();

function daysOf(period: Period, zone: Zone): DaysOfPeriod {
  const known = knownDays.get(period);
  if (known?.zone === zone) return known;
  const split = (start: number): Period[] =>
    splitPeriod({ start, end: period.end, every: 'day', zone, weekStarts: 1 });
  const first = zone.localToInstant((dayAt(period.start, zone) - EARLIER_DAYS) * DAY).at;
  const found = { zone, days: split(period.start), first, daysOfArrivals: split(first) };
  knownDays.set(period, found);
  return found;
}

/** The used values of each segment by day, ascending. */
function valuesByDay(
  { grouping, knownUntil, zone }: SideRequest,
  { observations, days }: { readonly observations: Observations; readonly days: readonly Period[] },
): ValuesByDay[] {
  const busy = datedDays(observations.at, days);
  const periods = busy.length === days.length ? days : busy.map((day) => days[day]);
  const cells = fillCells({
    observations,
    grouping,
    periods,
    knownUntil: Number.isFinite(knownUntil) ? periods.map(() => knownUntil) : null,
  });
  const from = dayAt(days[0].start, zone);
  const of = { segments: grouping.segments.length, busy, days: days.length };
  return grouping.segments.map((_, segment) => ({ from, ...daysOfSegment(cells, { ...of, segment }) }));
}

/** The days that something is dated on: few tickets over two years leave most of them empty. */
function datedDays(at: Float64Array, days: readonly Period[]): number[] {
  const { period } = datedEntries(at, days);
  const isBusy = new Uint8Array(days.length);
  for (const day of period ?? []) isBusy[day] = 1;
  const busy: number[] = [];
  for (let day = 0; day < days.length; day++) if (isBusy[day] === 1) busy.push(day);
  return busy;
}

interface SegmentDays {
  readonly segment: number;
  readonly segments: number;
  /** The day of each period of the cells. */
  readonly busy: readonly number[];
  readonly days: number;
}

function daysOfSegment(
  { values, offsets }: Cells,
  { segment, segments, busy, days }: SegmentDays,
): Pick<ValuesByDay, 'values' | 'starts'> {
  let used = 0;
  for (let cell = segment; cell + 1 < offsets.length; cell += segments)
    used += offsets[cell + 1] - offsets[cell];
  const own = new Float64Array(used);
  const starts = new Uint32Array(days + 1);
  let next = 0;
  let at = 0;
  for (let i = 0; i < busy.length; i++) {
    const cell = i * segments + segment;
    const n = offsets[cell + 1] - offsets[cell];
    if (n === 0) continue;
    own.set(values.subarray(offsets[cell], offsets[cell + 1]), at);
    starts.fill(at, next, busy[i] + 1);
    next = busy[i] + 1;
    at += n;
  }
  starts.fill(at, next);
  return { values: own, starts };
}

const DAY = 86_400_000;
const LATER = 2;

/** Entries that count once a period (the first ticket of a requester): later ones of this period are left out. */
function firstOfPeriod({ observations, grouping }: SideRequest): Observations {
  const { onePer, at, state, ticket, tie } = observations;
  if (!onePer) return observations;
  const isBefore = (a: number, b: number): boolean =>
    at[a] < at[b] || (at[a] === at[b] && tie !== undefined && tie(ticket[a], ticket[b]) < 0);
  const first = new Map<number, number>();
  const settled = state.slice();
  for (let i = 0; i < at.length; i++) {
    if (onePer[i] === 0) continue;
    if (!isInGrouping(grouping, ticket[i])) continue;
    const there = first.get(onePer[i]);
    if (there === undefined) first.set(onePer[i], i);
    else if (isBefore(i, there)) {
      settled[there] = LATER;
      first.set(onePer[i], i);
    } else settled[i] = LATER;
  }
  const { onePer: _, ...rest } = observations;
  return { ...rest, state: settled, reasons: observations.reasons };
}

import type { Observations } from '../../model/metric.ts';
import type { Period } from '../../model/segment.ts';
import { dayAt } from '../../time/period.ts';
import { splitPeriod } from '../../time/period-series.ts';
import type { Zone } from '../../time/zone.ts';
import { fillCells, isInGrouping } from '../metrics/cells.ts';
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
  const days = daysOf(period, zone);
  const byDay = valuesByDay(request, { observations, days });
  if (!arrivedAt) return byDay.map((values) => dailyValues(values));
  const first = zone.localToInstant((dayAt(period.start, zone) - EARLIER_DAYS) * DAY).at;
  const at = observations.at.map((instant, i) => {
    const arrived = observations.ticket[i] >= NO_TICKET ? Number.NaN : arrivedAt[observations.ticket[i]];
    return arrived <= instant ? Math.max(arrived, first) : instant;
  });
  const arrivals = valuesByDay(request, {
    observations: { ...observations, at },
    days: daysOf({ ...period, start: first }, zone),
  });
  return grouping.segments.map((_, segment) => dailyValues(byDay[segment], arrivals[segment]));
}

/** What is dated in a period alone, which is little of what a report looks at. */
function within(observations: Observations, period: Period): Observations {
  const { entries } = datedEntries(observations.at, [period]);
  return entries === null ? observations : pickRows(observations, entries);
}

const daysOf = ({ start, end }: Period, zone: Zone): Period[] =>
  splitPeriod({ start, end, every: 'day', zone, weekStarts: 1 });

/** The used values of each segment by day, ascending. */
function valuesByDay(
  { grouping, knownUntil, zone }: SideRequest,
  { observations, days }: { readonly observations: Observations; readonly days: readonly Period[] },
): ValuesByDay[] {
  const segments = grouping.segments.length;
  const cells = fillCells({
    observations,
    grouping,
    periods: days,
    knownUntil: Number.isFinite(knownUntil) ? days.map(() => knownUntil) : null,
  });
  const from = dayAt(days[0].start, zone);
  return grouping.segments.map((_, segment) => ({
    from,
    days: days.map((_, day) => {
      const cell = day * segments + segment;
      return cells.values.subarray(cells.offsets[cell], cells.offsets[cell + 1]);
    }),
  }));
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

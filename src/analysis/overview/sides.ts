import type { Observations } from '../../model/metric.ts';
import type { Period } from '../../model/segment.ts';
import { dayAt } from '../../time/period.ts';
import { splitPeriod } from '../../time/period-series.ts';
import type { Zone } from '../../time/zone.ts';
import { type DailyValues, dailyValues } from '../comparison/daily-values.ts';
import { fillCells } from '../metrics/cells.ts';
import type { Grouping } from '../segments/grouping.ts';

/** One side of a comparison: a period, as it stood at an instant. */
export interface SideRequest {
  readonly observations: Observations;
  readonly grouping: Grouping;
  readonly period: Period;
  readonly knownUntil: number;
  readonly zone: Zone;
}

/** The used values of each segment in a period, by local day. */
export function dailyValuesOf(request: SideRequest): DailyValues[] {
  const { grouping, period, zone } = request;
  const days = splitPeriod({ start: period.start, end: period.end, every: 'day', zone, weekStarts: 1 });
  const segments = grouping.segments.length;
  const cells = fillCells({
    observations: firstOfPeriod(request),
    grouping,
    periods: days,
    knownUntil: Number.isFinite(request.knownUntil) ? days.map(() => request.knownUntil) : null,
  });
  const from = dayAt(days[0].start, zone);
  return grouping.segments.map((_, segment) =>
    dailyValues(
      from,
      days.map((_, day) => {
        const cell = day * segments + segment;
        return cells.values.subarray(cells.offsets[cell], cells.offsets[cell + 1]);
      }),
    ),
  );
}

const LATER = 2;

/** Entries that count once a period (the first ticket of a requester): later ones of this period are left out. */
function firstOfPeriod({ observations, period, grouping }: SideRequest): Observations {
  const { onePer, at, state, ticket } = observations;
  if (!onePer) return observations;
  const first = new Map<number, number>();
  const settled = state.slice();
  for (let i = 0; i < at.length; i++) {
    if (onePer[i] === 0 || !(at[i] >= period.start && at[i] < period.end)) continue;
    if (grouping.single && grouping.single[ticket[i]] < 0) continue;
    const there = first.get(onePer[i]);
    if (there === undefined) first.set(onePer[i], i);
    else if (at[i] < at[there]) {
      settled[there] = LATER;
      first.set(onePer[i], i);
    } else settled[i] = LATER;
  }
  const { onePer: _, ...rest } = observations;
  return { ...rest, state: settled, reasons: observations.reasons };
}

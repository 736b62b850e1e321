import type { Desk } from '../../model/desk.ts';
import type { Intervals, StockMetric } from '../../model/metric.ts';
import type { Period } from '../../model/segment.ts';
import type { Grouping } from '../segments/grouping.ts';
import { periodFinder } from './cells.ts';
import { DAY } from './windows.ts';

/** The stock of every cell: a count, the ages of what lies there, or days of work; laid out as `Cells`. */
export interface StockCells {
  readonly values: Float64Array;
  readonly offsets: Uint32Array;
  /** For counts and days: the figure of each cell; NaN where it cannot be told. */
  readonly figure: Float64Array;
  /** How many tickets each cell holds. */
  readonly n: Float64Array;
}

export interface StockOptions {
  readonly metric: StockMetric;
  readonly intervals: Intervals;
  readonly desk: Desk;
  readonly grouping: Grouping;
  readonly periods: readonly Period[] | null;
}

const PACE_DAYS = 28;
const PACE_LEAST_DAYS = 7;

/**
 * What lies there when each period ends: at its last millisecond, or at as-of where that comes first. A stretch
 * counts at T when from ≤ T < to (an end stamp at T has ended it).
 */
export function fillStocks({ metric, intervals, desk, grouping, periods }: StockOptions): StockCells {
  const moments = Float64Array.from(periods ?? [null], (period) =>
    period ? Math.min(period.end - 1, desk.asOf) : desk.asOf,
  );
  const segments = grouping.segments.length;
  const count = moments.length * segments;
  const tallies = new Float64Array(count);
  const exits = new Float64Array(count);
  const find = periods ? periodFinder(periods) : () => 0;
  const ages: number[][] | null = metric.of === 'age' ? Array.from({ length: count }, () => []) : null;
  const { ticket, from, to } = intervals;
  const groupsOf = groupWalker(grouping);
  for (let i = 0; i < ticket.length; i++) {
    if (metric.of === 'created_count') {
      const period = find(from[i]);
      if (period >= 0 && from[i] <= moments[period] && to[i] > moments[period]) {
        groupsOf(ticket[i], (group) => tallies[period * segments + group]++);
      }
      continue;
    }
    const first = lowerBound(moments, from[i]);
    const end = lowerBound(moments, to[i]);
    for (let m = first; m < end; m++) {
      groupsOf(ticket[i], (group) => {
        tallies[m * segments + group]++;
        ages?.[m * segments + group].push(moments[m] - from[i]);
      });
    }
    if (metric.of !== 'days' || to[i] === Number.POSITIVE_INFINITY) continue;
    for (let m = end; m < moments.length && moments[m] < to[i] + PACE_DAYS * DAY; m++) {
      groupsOf(ticket[i], (group) => exits[m * segments + group]++);
    }
  }
  if (ages) return layOut(ages);
  const figure = tallies.slice();
  if (metric.of === 'days') {
    for (let cell = 0; cell < count; cell++) {
      const moment = moments[Math.floor(cell / segments)];
      const days = Math.min(PACE_DAYS, (moment - desk.coverage.from) / DAY);
      const pace = days >= PACE_LEAST_DAYS ? exits[cell] / days : 0;
      figure[cell] = pace > 0 ? tallies[cell] / pace : Number.NaN;
    }
  }
  return { values: new Float64Array(0), offsets: new Uint32Array(count + 1), figure, n: tallies };
}

function layOut(ages: readonly number[][]): StockCells {
  const offsets = new Uint32Array(ages.length + 1);
  ages.forEach((cell, index) => {
    offsets[index + 1] = offsets[index] + cell.length;
  });
  const values = new Float64Array(offsets[ages.length]);
  ages.forEach((cell, index) => {
    values.set(Float64Array.from(cell).sort(), offsets[index]);
  });
  const n = Float64Array.from(ages, (cell) => cell.length);
  return { values, offsets, figure: n, n };
}

/** Calls `use` with every group of a ticket, that of the total included. */
export function groupWalker(grouping: Grouping): (ticket: number, use: (group: number) => void) => void {
  const { single, offsets, groups, total } = grouping;
  return (ticket, use) => {
    if (single) {
      if (single[ticket] < 0) return;
      if (total >= 0) use(total);
      use(single[ticket]);
      return;
    }
    if (!offsets || !groups || offsets[ticket] === offsets[ticket + 1]) return;
    if (total >= 0) use(total);
    for (let g = offsets[ticket]; g < offsets[ticket + 1]; g++) use(groups[g]);
  };
}

/** Index of the first moment ≥ value. */
function lowerBound(moments: Float64Array, value: number): number {
  let low = 0;
  let high = moments.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (moments[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

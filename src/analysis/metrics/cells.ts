import type { Observations } from '../../model/metric.ts';
import type { Period } from '../../model/segment.ts';
import type { Grouping } from '../segments/grouping.ts';
import { NO_TICKET } from './ratings.ts';

/** The values of every cell of a table of periods × segments, each cell's ascending. */
export interface Cells {
  /** Values of cell c: `values[offsets[c]] … values[offsets[c + 1] − 1]`. c = period · segments + segment. */
  readonly values: Float64Array;
  readonly offsets: Uint32Array;
  /** Entries without an end yet. */
  readonly open: Uint32Array;
  /** Entries left out because their window is still open. */
  readonly windowOpen: Uint32Array;
  /** Entries left out, by reason, over all cells; each entry once. */
  readonly leftOut: ReadonlyMap<string, number>;
}

export interface CellOptions {
  readonly observations: Observations;
  readonly grouping: Grouping;
  /** Ascending and without overlap; null: one cell over all time. */
  readonly periods: readonly Period[] | null;
  /** For each period: nothing later than this is known yet (comparisons at the same lag); null: everything is. */
  readonly knownUntil: readonly number[] | null;
}

const OPEN = 1;

/** Puts observations into cells: a counting sort, then each cell's values in order. */
export function fillCells({ observations, grouping, periods, knownUntil }: CellOptions): Cells {
  const { ticket, at, value, reasons, onePer } = observations;
  const segments = grouping.segments.length;
  const count = (periods?.length ?? 1) * segments;
  const periodOf = periods ? periodFinder(periods) : () => 0;
  const n = ticket.length;
  const period = new Int32Array(n);
  for (let i = 0; i < n; i++) period[i] = periodOf(at[i]);
  const state = settleStates({ observations, period, knownUntil });
  const later = onePer ? laterOnes({ onePer, at, ticket, period, grouping }) : null;
  const windowReason = reasons.indexOf('window_open');
  const sizes = new Uint32Array(count + 1);
  const open = new Uint32Array(count);
  const windowOpen = new Uint32Array(count);
  const leftOut = new Map<string, number>();
  const visit = (i: number, use: (cell: number) => void): void => {
    const base = period[i] * segments;
    if (grouping.total >= 0 && isInGrouping(grouping, ticket[i])) use(base + grouping.total);
    if (ticket[i] === NO_TICKET) {
      if (grouping.orphan >= 0) use(base + grouping.orphan);
    } else if (grouping.single) {
      if (grouping.single[ticket[i]] >= 0) use(base + grouping.single[ticket[i]]);
    } else if (grouping.offsets && grouping.groups) {
      for (let g = grouping.offsets[ticket[i]]; g < grouping.offsets[ticket[i] + 1]; g++)
        use(base + grouping.groups[g]);
    }
  };
  for (let i = 0; i < n; i++) {
    if (period[i] < 0) continue;
    if (later?.[i] === 1) {
      leftOut.set('not_first_in_period', (leftOut.get('not_first_in_period') ?? 0) + 1);
      continue;
    }
    if (state[i] === 0) visit(i, (cell) => sizes[cell + 1]++);
    else if (state[i] === OPEN) visit(i, (cell) => open[cell]++);
    else {
      const reason = reasons[state[i]];
      if (isInGrouping(grouping, ticket[i])) leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1);
      if (state[i] === windowReason) visit(i, (cell) => windowOpen[cell]++);
    }
  }
  for (let cell = 0; cell < count; cell++) sizes[cell + 1] += sizes[cell];
  const offsets = sizes.slice();
  const values = new Float64Array(sizes[count]);
  for (let i = 0; i < n; i++) {
    if (period[i] < 0 || state[i] !== 0 || later?.[i] === 1) continue;
    visit(i, (cell) => {
      values[sizes[cell]++] = value[i];
    });
  }
  for (let cell = 0; cell < count; cell++) {
    if (offsets[cell + 1] - offsets[cell] > 1) values.subarray(offsets[cell], offsets[cell + 1]).sort();
  }
  return { values, offsets, open, windowOpen, leftOut };
}

function isInGrouping(grouping: Grouping, ticket: number): boolean {
  if (ticket === NO_TICKET) return grouping.orphan >= 0;
  if (grouping.single) return grouping.single[ticket] >= 0;
  return grouping.offsets !== null && grouping.offsets[ticket] < grouping.offsets[ticket + 1];
}

/** The index of the period an instant lies in, −1 for none; NaN lies in none. Instants mostly come in order. */
export function periodFinder(periods: readonly Period[]): (at: number) => number {
  const starts = Float64Array.from(periods, ({ start }) => start);
  const ends = Float64Array.from(periods, ({ end }) => end);
  let last = 0;
  return (at) => {
    if (starts[last] <= at && at < ends[last]) return last;
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (starts[middle] <= at) low = middle + 1;
      else high = middle;
    }
    const index = low - 1;
    if (index < 0 || !(at < ends[index])) return -1;
    last = index;
    return index;
  };
}

/** What is known later than a period's limit counts as open. */
function settleStates({
  observations,
  period,
  knownUntil,
}: Pick<CellOptions, 'observations' | 'knownUntil'> & { readonly period: Int32Array }): Uint8Array {
  if (!knownUntil) return observations.state;
  const { state, knownAt } = observations;
  const settled = state.slice();
  for (let i = 0; i < settled.length; i++) {
    if (settled[i] === 0 && period[i] >= 0 && knownAt[i] > knownUntil[period[i]]) settled[i] = OPEN;
  }
  return settled;
}

interface LaterOptions {
  readonly onePer: Uint32Array;
  readonly at: Float64Array;
  readonly ticket: Uint32Array;
  readonly period: Int32Array;
  readonly grouping: Grouping;
}

/** 1 for entries that are not the earliest of their key in their period, among those that the filter lets through. */
function laterOnes({ onePer, at, ticket, period, grouping }: LaterOptions): Uint8Array {
  const later = new Uint8Array(at.length);
  const first = new Map<number, number>();
  let span = 0;
  for (let i = 0; i < onePer.length; i++) if (onePer[i] >= span) span = onePer[i] + 1;
  for (let i = 0; i < at.length; i++) {
    if (period[i] < 0 || onePer[i] === 0 || !isInGrouping(grouping, ticket[i])) continue;
    const key = period[i] * span + onePer[i];
    const there = first.get(key);
    if (there === undefined) first.set(key, i);
    else if (at[i] < at[there]) {
      later[there] = 1;
      first.set(key, i);
    } else later[i] = 1;
  }
  return later;
}

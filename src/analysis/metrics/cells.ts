import type { Observations } from '../../model/metric.ts';
import type { Period } from '../../model/segment.ts';
import { ValueSorter } from '../../stats/sort-values.ts';
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
  const { at, value, ticket, reasons, onePer } = observations;
  const segments = grouping.segments.length;
  const count = (periods?.length ?? 1) * segments;
  const period = periodsOf(at, periods);
  const state = settleStates({ observations, period, knownUntil });
  const later = onePer ? laterOnes({ onePer, at, ticket, period, grouping }) : null;
  const entries: Entries = { ticket, period, state, later, segments };
  const tally = {
    sizes: new Uint32Array(count + 1),
    open: new Uint32Array(count),
    windowOpen: new Uint32Array(count),
    leftOut: new LeftOutCounts(reasons),
    windowState: reasons.indexOf('window_open'),
  };
  if (grouping.single) countSingle(entries, grouping as SingleGrouping, tally);
  else countLists(entries, grouping, tally);
  const { sizes } = tally;
  for (let cell = 0; cell < count; cell++) sizes[cell + 1] += sizes[cell];
  const offsets = sizes.slice();
  const values = new Float64Array(sizes[count]);
  const place = { sizes, values, value };
  if (grouping.single) placeSingle(entries, grouping as SingleGrouping, place);
  else placeLists(entries, grouping, place);
  const sorter = new ValueSorter();
  for (let cell = 0; cell < count; cell++) {
    if (offsets[cell + 1] - offsets[cell] > 1) sorter.sort(values.subarray(offsets[cell], offsets[cell + 1]));
  }
  return {
    values,
    offsets,
    open: tally.open,
    windowOpen: tally.windowOpen,
    leftOut: tally.leftOut.byReason(),
  };
}

interface Entries {
  readonly ticket: Uint32Array;
  readonly period: Int32Array;
  readonly state: Uint8Array;
  /** 1 for entries that are not the first of their key in their period. */
  readonly later: Uint8Array | null;
  readonly segments: number;
}

type SingleGrouping = Grouping & { readonly single: Int32Array };

interface Tally {
  /** Used entries of cell c, at c + 1. */
  readonly sizes: Uint32Array;
  readonly open: Uint32Array;
  readonly windowOpen: Uint32Array;
  readonly leftOut: LeftOutCounts;
  /** The state of entries whose window is still open, −1 for none. */
  readonly windowState: number;
}

interface Place {
  /** Where the next value of a cell goes. */
  readonly sizes: Uint32Array;
  readonly values: Float64Array;
  readonly value: Float64Array;
}

/** How many entries are left out for each reason, in the order in which the reasons come up. */
class LeftOutCounts {
  readonly #reasons: readonly string[];
  readonly #counts: Uint32Array;
  readonly #order: number[] = [];

  constructor(reasons: readonly string[]) {
    this.#reasons = [...reasons, 'not_first_in_period'];
    this.#counts = new Uint32Array(this.#reasons.length);
  }

  add(state: number): void {
    if (this.#counts[state]++ === 0) this.#order.push(state);
  }

  addLater(): void {
    this.add(this.#reasons.length - 1);
  }

  byReason(): Map<string, number> {
    return new Map(this.#order.map((state) => [this.#reasons[state], this.#counts[state]]));
  }
}

/** Each ticket in one group at most, the usual case: no list to walk and no function to call for an entry. */
function countSingle(entries: Entries, { single, total, orphan }: SingleGrouping, tally: Tally): void {
  const { ticket, period, state, later, segments } = entries;
  const { sizes, open, windowOpen, leftOut, windowState } = tally;
  for (let i = 0; i < ticket.length; i++) {
    if (period[i] < 0) continue;
    if (later !== null && later[i] === 1) {
      leftOut.addLater();
      continue;
    }
    const group = ticket[i] === NO_TICKET ? orphan : single[ticket[i]];
    if (group < 0) continue;
    const base = period[i] * segments;
    const is = state[i];
    if (is === 0) {
      sizes[base + group + 1]++;
      if (total >= 0) sizes[base + total + 1]++;
    } else if (is === OPEN) {
      open[base + group]++;
      if (total >= 0) open[base + total]++;
    } else {
      leftOut.add(is);
      if (is !== windowState) continue;
      windowOpen[base + group]++;
      if (total >= 0) windowOpen[base + total]++;
    }
  }
}

function placeSingle(entries: Entries, { single, total, orphan }: SingleGrouping, place: Place): void {
  const { ticket, period, state, later, segments } = entries;
  const { sizes, values, value } = place;
  for (let i = 0; i < ticket.length; i++) {
    if (period[i] < 0 || state[i] !== 0 || (later !== null && later[i] === 1)) continue;
    const group = ticket[i] === NO_TICKET ? orphan : single[ticket[i]];
    if (group < 0) continue;
    const base = period[i] * segments;
    values[sizes[base + group]++] = value[i];
    if (total >= 0) values[sizes[base + total]++] = value[i];
  }
}

/** Tickets that can be in several groups (lists of tags). */
function countLists(entries: Entries, grouping: Grouping, tally: Tally): void {
  const { ticket, period, state, later } = entries;
  const { sizes, open, windowOpen, leftOut, windowState } = tally;
  for (let i = 0; i < ticket.length; i++) {
    if (period[i] < 0) continue;
    if (later !== null && later[i] === 1) {
      leftOut.addLater();
      continue;
    }
    if (state[i] === 0) forEachCell(entries, { grouping, i, use: (cell) => sizes[cell + 1]++ });
    else if (state[i] === OPEN) forEachCell(entries, { grouping, i, use: (cell) => open[cell]++ });
    else {
      if (isInGrouping(grouping, ticket[i])) leftOut.add(state[i]);
      if (state[i] === windowState) forEachCell(entries, { grouping, i, use: (cell) => windowOpen[cell]++ });
    }
  }
}

function placeLists(entries: Entries, grouping: Grouping, { sizes, values, value }: Place): void {
  const { ticket, period, state, later } = entries;
  for (let i = 0; i < ticket.length; i++) {
    if (period[i] < 0 || state[i] !== 0 || (later !== null && later[i] === 1)) continue;
    forEachCell(entries, {
      grouping,
      i,
      use: (cell) => {
        values[sizes[cell]++] = value[i];
      },
    });
  }
}

interface CellVisit {
  readonly grouping: Grouping;
  readonly i: number;
  readonly use: (cell: number) => void;
}

function forEachCell({ ticket, period, segments }: Entries, { grouping, i, use }: CellVisit): void {
  const base = period[i] * segments;
  const { total, orphan, offsets, groups } = grouping;
  if (total >= 0 && isInGrouping(grouping, ticket[i])) use(base + total);
  if (ticket[i] === NO_TICKET) {
    if (orphan >= 0) use(base + orphan);
  } else if (offsets && groups) {
    for (let g = offsets[ticket[i]]; g < offsets[ticket[i] + 1]; g++) use(base + groups[g]);
  }
}

function isInGrouping(grouping: Grouping, ticket: number): boolean {
  if (ticket === NO_TICKET) return grouping.orphan >= 0;
  if (grouping.single) return grouping.single[ticket] >= 0;
  return grouping.offsets !== null && grouping.offsets[ticket] < grouping.offsets[ticket + 1];
}

interface Dated {
  readonly periods: readonly Period[];
  readonly period: Int32Array;
}

/** The periods that instants were last put into: many metrics are dated by the same column. */
const dated = new WeakMap<Float64Array, Dated>();

/** The index of the period of each instant; 0 for all where there are no periods. */
function periodsOf(at: Float64Array, periods: readonly Period[] | null): Int32Array {
  if (!periods) return new Int32Array(at.length);
  const there = dated.get(at);
  if (there?.periods === periods) return there.period;
  const period = findPeriods(at, periods);
  dated.set(at, { periods, period });
  return period;
}

function findPeriods(at: Float64Array, periods: readonly Period[]): Int32Array {
  const period = new Int32Array(at.length);
  const periodOf = periodFinder(periods);
  for (let i = 0; i < at.length; i++) period[i] = periodOf(at[i]);
  return period;
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

import type { Observations } from '../../model/metric.ts';
import type { Period } from '../../model/segment.ts';
import { borrowNumbers, giveBackNumbers } from '../../model/spare-numbers.ts';
import { RankPlacer } from '../../stats/place-ranks.ts';
import { ValueSorter } from '../../stats/sort-values.ts';
import type { Grouping } from '../segments/grouping.ts';
import { type DatedEntries, datedEntries } from './dated-entries.ts';
import { NO_TICKET } from './ratings.ts';

/**
 * The values of every cell of a table of periods × segments, each cell's ascending; where `ranks` were named, those
 * ranks hold what they would hold then, and the others stand in any order.
 */
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
  /** The ranks (from 0) of a cell of n values that will be looked at; left out: all. */
  readonly ranks?: (n: number) => readonly number[];
}

const OPEN = 1;

/** Puts observations into cells: a counting sort, then each cell's values in order. */
export function fillCells(options: CellOptions): Cells {
  const { observations, grouping, periods, knownUntil } = options;
  const { at, reasons, onePer, ticket, value, state, knownAt } = observations;
  const segments = grouping.segments.length;
  const count = (periods?.length ?? 1) * segments;
  const dated = datedEntries(at, periods);
  // One shape whatever the metric: the loops below are compiled for it once.
  const entries: Entries = {
    ticket,
    value,
    state,
    knownAt,
    dated,
    knownUntil: periods && knownUntil ? Float64Array.from(knownUntil) : null,
    later: onePer ? laterOnes(observations, { dated, grouping, onePer }) : null,
    laterState: reasons.length,
    segments,
  };
  const tally = new Tally(reasons, count);
  const cellOf = grouping.single ? countSingle(entries, grouping as SingleGrouping, tally) : null;
  if (!cellOf) countLists(entries, grouping, tally);
  if (cellOf && grouping.total >= 0) tally.addTotals(grouping);
  const offsets = offsetsOf(tally.used);
  const values = borrowNumbers(offsets[count]);
  const place = { next: offsets.slice(), values };
  if (cellOf) placeSingle(entries, place, cellOf);
  if (cellOf && grouping.total >= 0) placeTotals(entries, place, { cellOf, total: grouping.total });
  if (!cellOf) placeLists(entries, grouping, place);
  orderCells({ values, offsets }, options.ranks ?? null);
  return {
    values,
    offsets,
    open: tally.open,
    windowOpen: tally.windowOpen,
    leftOut: tally.leftOut(),
  };
}

/** The cell of each entry, kept from table to table (see `borrowNumbers`). */
let spareCells = new Int32Array(0);

/** Gives back the memory of cells whose values nobody looks at any more. */
export const releaseCells = ({ values }: Cells): void => giveBackNumbers(values);

/** Where each cell's values begin, and where the last one's end. */
function offsetsOf(sizes: Uint32Array): Uint32Array {
  const offsets = new Uint32Array(sizes.length + 1);
  for (let cell = 0; cell < sizes.length; cell++) offsets[cell + 1] = offsets[cell] + sizes[cell];
  return offsets;
}

function orderCells(
  { values, offsets }: Pick<Cells, 'values' | 'offsets'>,
  ranks: ((n: number) => readonly number[]) | null,
): void {
  const sorter = ranks ? null : new ValueSorter();
  const placer = ranks ? new RankPlacer() : null;
  for (let cell = 0; cell + 1 < offsets.length; cell++) {
    const n = offsets[cell + 1] - offsets[cell];
    if (n < 2) continue;
    const own = values.subarray(offsets[cell], offsets[cell + 1]);
    sorter?.sort(own);
    if (ranks) placer?.place(own, ranks(n));
  }
}

interface Entries extends Pick<Observations, 'ticket' | 'value' | 'state' | 'knownAt'> {
  readonly dated: DatedEntries;
  /** For each period: what is known later than this counts as open. */
  readonly knownUntil: Float64Array | null;
  /** 1 for dated entries that are not the first of their key in their period. */
  readonly later: Uint8Array | null;
  /** The state of those. */
  readonly laterState: number;
  readonly segments: number;
}

type SingleGrouping = Grouping & { readonly single: Int32Array };

interface Place {
  /** Where the next value of a cell goes. */
  readonly next: Uint32Array;
  readonly values: Float64Array;
}

/**
 * How many entries of each cell are used, open, or wait for their window to end, and how many of all are left out for
 * each reason. The three counts of all cells lie one behind the other in one list, with a place for what belongs in
 * none: an entry is counted by adding two numbers, without asking which of them it is.
 */
class Tally {
  readonly cells: number;
  readonly counts: Uint32Array;
  /** Where the cells of entries of a state begin in `counts`; −1 for states without cells. */
  readonly startOf: Int32Array;
  /** Entries of each state. */
  readonly byState: Uint32Array;
  readonly #reasons: readonly string[];

  constructor(reasons: readonly string[], cells: number) {
    this.cells = cells;
    this.counts = new Uint32Array(3 * cells + 1);
    this.#reasons = [...reasons, 'not_first_in_period'];
    this.byState = new Uint32Array(this.#reasons.length);
    this.startOf = Int32Array.from(this.#reasons, (reason, state) =>
      state <= OPEN ? state * cells : reason === 'window_open' ? 2 * cells : -1,
    );
  }

  get used(): Uint32Array {
    return this.counts.subarray(0, this.cells);
  }

  get open(): Uint32Array {
    return this.counts.subarray(this.cells, 2 * this.cells);
  }

  get windowOpen(): Uint32Array {
    return this.counts.subarray(2 * this.cells, 3 * this.cells);
  }

  /** Gives the cell of all groups of a period what its groups have together. */
  addTotals({ segments, total }: Grouping): void {
    const { counts } = this;
    for (let base = 0; base < 3 * this.cells; base += segments.length) {
      for (let group = 0; group < segments.length; group++)
        if (group !== total) counts[base + total] += counts[base + group];
    }
  }

  /** In the order of the reasons. */
  leftOut(): Map<string, number> {
    const counted = this.#reasons.map((reason, state) => [reason, this.byState[state]] as const);
    return new Map(counted.filter(([, count], state) => state > OPEN && count > 0));
  }
}

/**
 * Each ticket in one group at most, the usual case: no list to walk and no function to call for an entry. The place in
 * the counts where each entry was counted: its cell where it is used, beyond the cells where it is not.
 */
function countSingle(entries: Entries, grouping: SingleGrouping, tally: Tally): Int32Array {
  const { single } = grouping;
  const { ticket, state, knownUntil, later, segments, dated } = entries;
  const { count, entries: rows, period } = dated;
  const { counts, startOf, byState, cells } = tally;
  const isPlain = knownUntil === null && later === null;
  if (spareCells.length < count) spareCells = new Int32Array(count);
  const cellOf = spareCells.subarray(0, count);
  for (let k = 0; k < count; k++) {
    const i = rows === null ? k : rows[k];
    const of = ticket[i];
    const group = of < NO_TICKET ? single[of] : groupOfAnswer(grouping, of);
    let at = 3 * cells;
    if (group >= 0) {
      const is = isPlain ? state[i] : stateOf(entries, k);
      byState[is]++;
      const start = startOf[is];
      if (start >= 0) at = start + group + (period === null ? 0 : period[k] * segments);
    }
    counts[at]++;
    cellOf[k] = at;
  }
  return cellOf;
}

function placeSingle({ value, dated }: Entries, { next, values }: Place, cellOf: Int32Array): void {
  const rows = dated.entries;
  // The last of `next` is the end of all cells.
  const cells = next.length - 1;
  for (let k = 0; k < cellOf.length; k++) {
    const cell = cellOf[k];
    if (cell < cells) values[next[cell]++] = value[rows === null ? k : rows[k]];
  }
}

/** Places the used entries once more, in the cells of all groups. */
function placeTotals(
  { value, dated, segments }: Entries,
  { next, values }: Place,
  { cellOf, total }: { readonly cellOf: Int32Array; readonly total: number },
): void {
  const { entries: rows, period } = dated;
  const cells = next.length - 1;
  for (let k = 0; k < cellOf.length; k++) {
    if (cellOf[k] >= cells) continue;
    const cell = (period === null ? 0 : period[k] * segments) + total;
    values[next[cell]++] = value[rows === null ? k : rows[k]];
  }
}

/** The state of a dated entry, as far as it was known when its period is looked at. */
function stateOf({ dated, state, knownAt, knownUntil, later, laterState }: Entries, k: number): number {
  if (later !== null && later[k] === 1) return laterState;
  const i = dated.entries === null ? k : dated.entries[k];
  if (state[i] !== 0 || knownUntil === null || dated.period === null) return state[i];
  return knownAt[i] > knownUntil[dated.period[k]] ? OPEN : 0;
}

/** Tickets that can be in several groups (lists of tags). */
function countLists(entries: Entries, grouping: Grouping, tally: Tally): void {
  const { ticket, dated } = entries;
  const { counts, startOf, byState } = tally;
  for (let k = 0; k < dated.count; k++) {
    if (!isInGrouping(grouping, ticket[dated.entries === null ? k : dated.entries[k]])) continue;
    const is = stateOf(entries, k);
    byState[is]++;
    const start = startOf[is];
    if (start >= 0) forEachCell(entries, { grouping, k, use: (cell) => counts[start + cell]++ });
  }
}

function placeLists(entries: Entries, grouping: Grouping, { next, values }: Place): void {
  const { dated, value } = entries;
  for (let k = 0; k < dated.count; k++) {
    if (stateOf(entries, k) !== 0) continue;
    const own = value[dated.entries === null ? k : dated.entries[k]];
    forEachCell(entries, {
      grouping,
      k,
      use: (cell) => {
        values[next[cell]++] = own;
      },
    });
  }
}

interface CellVisit {
  readonly grouping: Grouping;
  /** Which of the dated entries. */
  readonly k: number;
  readonly use: (cell: number) => void;
}

function forEachCell(entries: Entries, { grouping, k, use }: CellVisit): void {
  const { dated, segments } = entries;
  const ticket = entries.ticket[dated.entries === null ? k : dated.entries[k]];
  const base = dated.period === null ? 0 : dated.period[k] * segments;
  const { total, offsets, groups } = grouping;
  if (total >= 0 && isInGrouping(grouping, ticket)) use(base + total);
  if (ticket >= NO_TICKET) {
    const group = groupOfAnswer(grouping, ticket);
    if (group >= 0) use(base + group);
  } else if (offsets && groups) {
    for (let g = offsets[ticket]; g < offsets[ticket + 1]; g++) use(base + groups[g]);
  }
}

/** Whether a ticket, or an answer that belongs to none, is in some segment. */
export function isInGrouping(grouping: Grouping, ticket: number): boolean {
  if (ticket >= NO_TICKET) return groupOfAnswer(grouping, ticket) >= 0;
  if (grouping.single) return grouping.single[ticket] >= 0;
  return grouping.offsets !== null && grouping.offsets[ticket] < grouping.offsets[ticket + 1];
}

/** The group of an answer without a ticket: by its own fields where it knows them, else that of missing values. */
function groupOfAnswer({ answers, orphan }: Grouping, ticket: number): number {
  return answers ? answers[ticket - NO_TICKET] : orphan;
}

interface LaterOptions {
  readonly onePer: Uint32Array;
  readonly dated: DatedEntries;
  readonly grouping: Grouping;
}

/** 1 for dated entries that are not the earliest of their key in their period, among those that the filter lets through. */
function laterOnes({ at, ticket, tie }: Observations, { onePer, dated, grouping }: LaterOptions): Uint8Array {
  const { count, entries: rows, period } = dated;
  const later = new Uint8Array(count);
  const isBefore = (a: number, b: number): boolean =>
    at[a] < at[b] || (at[a] === at[b] && tie !== undefined && tie(ticket[a], ticket[b]) < 0);
  const span = mostOf(onePer, onePer.length) + 1;
  const periods = period === null ? 1 : mostOf(period, count) + 1;
  const first = new Places(periods * span, count);
  for (let k = 0; k < count; k++) {
    const i = rows === null ? k : rows[k];
    if (onePer[i] === 0 || !isInGrouping(grouping, ticket[i])) continue;
    const key = (period === null ? 0 : period[k]) * span + onePer[i];
    const there = first.at(key);
    if (there < 0 || isBefore(i, rows === null ? there : rows[there])) {
      if (there >= 0) later[there] = 1;
      first.put(key, k);
    } else later[k] = 1;
  }
  return later;
}

function mostOf(values: ArrayLike<number>, count: number): number {
  let most = 0;
  for (let i = 0; i < count; i++) if (values[i] > most) most = values[i];
  return most;
}

/** A place for each key: in a list where there are not many more keys than entries, else in a map. */
class Places {
  readonly #list: Int32Array | null;
  readonly #map = new Map<number, number>();

  constructor(keys: number, entries: number) {
    this.#list = keys <= 4 * entries + 4096 ? new Int32Array(keys) : null;
  }

  /** −1 where there is none. */
  at(key: number): number {
    return (this.#list ? this.#list[key] : (this.#map.get(key) ?? 0)) - 1;
  }

  put(key: number, place: number): void {
    if (this.#list) this.#list[key] = place + 1;
    else this.#map.set(key, place + 1);
  }
}

import type { Observations } from '../../model/metric.ts';
import type { Period } from '../../model/segment.ts';
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
  const { at, reasons, onePer } = observations;
  const segments = grouping.segments.length;
  const count = (periods?.length ?? 1) * segments;
  const dated = datedEntries(at, periods);
  const entries: Entries = {
    ...observations,
    dated,
    knownUntil: periods && knownUntil ? Float64Array.from(knownUntil) : null,
    later: onePer ? laterOnes(observations, { dated, grouping, onePer }) : null,
    segments,
  };
  const tally = {
    sizes: new Uint32Array(count + 1),
    open: new Uint32Array(count),
    windowOpen: new Uint32Array(count),
    leftOut: new LeftOutCounts(reasons),
    windowState: reasons.indexOf('window_open'),
  };
  const cellOf = grouping.single ? countSingle(entries, grouping as SingleGrouping, tally) : null;
  if (!cellOf) countLists(entries, grouping, tally);
  const { sizes } = tally;
  for (let cell = 0; cell < count; cell++) sizes[cell + 1] += sizes[cell];
  const offsets = sizes.slice();
  const values = new Float64Array(sizes[count]);
  if (cellOf) placeSingle(entries, { sizes, values, cellOf, total: grouping.total });
  else placeLists(entries, grouping, { sizes, values });
  orderCells({ values, offsets }, options.ranks ?? null);
  return {
    values,
    offsets,
    open: tally.open,
    windowOpen: tally.windowOpen,
    leftOut: tally.leftOut.byReason(),
  };
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

/**
 * Each ticket in one group at most, the usual case: no list to walk and no function to call for an entry. The cell of
 * each used entry, −1 for the others.
 */
function countSingle(entries: Entries, grouping: SingleGrouping, tally: Tally): Int32Array {
  const { single, total } = grouping;
  const { ticket, later, segments, dated } = entries;
  const { count, entries: rows, period } = dated;
  const { sizes, open, windowOpen, leftOut, windowState } = tally;
  const cellOf = new Int32Array(count).fill(-1);
  for (let k = 0; k < count; k++) {
    if (later !== null && later[k] === 1) {
      leftOut.addLater();
      continue;
    }
    const of = ticket[rows === null ? k : rows[k]];
    const group = of < NO_TICKET ? single[of] : groupOfAnswer(grouping, of);
    if (group < 0) continue;
    const base = period === null ? 0 : period[k] * segments;
    const is = stateOf(entries, k);
    if (is === 0) {
      cellOf[k] = base + group;
      countIn(sizes, base + 1, group, total);
    } else if (is === OPEN) countIn(open, base, group, total);
    else {
      leftOut.add(is);
      if (is === windowState) countIn(windowOpen, base, group, total);
    }
  }
  return cellOf;
}

/** Counts an entry in the cell of its group and, where there is one, in that of all groups. */
function countIn(counts: Uint32Array, base: number, group: number, total: number): void {
  counts[base + group]++;
  if (total >= 0) counts[base + total]++;
}

function placeSingle(
  { value, dated, segments }: Entries,
  place: Place & { readonly cellOf: Int32Array; readonly total: number },
): void {
  const { sizes, values, cellOf, total } = place;
  const { entries: rows, period } = dated;
  for (let k = 0; k < cellOf.length; k++) {
    const cell = cellOf[k];
    if (cell < 0) continue;
    const i = rows === null ? k : rows[k];
    values[sizes[cell]++] = value[i];
    if (total >= 0) values[sizes[(period === null ? 0 : period[k] * segments) + total]++] = value[i];
  }
}

/** The state of a dated entry, as far as it was known when its period is looked at. */
function stateOf({ dated, state, knownAt, knownUntil }: Entries, k: number): number {
  const i = dated.entries === null ? k : dated.entries[k];
  if (state[i] !== 0 || knownUntil === null || dated.period === null) return state[i];
  return knownAt[i] > knownUntil[dated.period[k]] ? OPEN : 0;
}

/** Tickets that can be in several groups (lists of tags). */
function countLists(entries: Entries, grouping: Grouping, tally: Tally): void {
  const { ticket, later, dated } = entries;
  const { sizes, open, windowOpen, leftOut, windowState } = tally;
  for (let k = 0; k < dated.count; k++) {
    if (later !== null && later[k] === 1) {
      leftOut.addLater();
      continue;
    }
    const is = stateOf(entries, k);
    if (is === 0) forEachCell(entries, { grouping, k, use: (cell) => sizes[cell + 1]++ });
    else if (is === OPEN) forEachCell(entries, { grouping, k, use: (cell) => open[cell]++ });
    else {
      if (isInGrouping(grouping, ticket[dated.entries === null ? k : dated.entries[k]])) leftOut.add(is);
      if (is === windowState) forEachCell(entries, { grouping, k, use: (cell) => windowOpen[cell]++ });
    }
  }
}

function placeLists(entries: Entries, grouping: Grouping, { sizes, values }: Place): void {
  const { later, dated, value } = entries;
  for (let k = 0; k < dated.count; k++) {
    if ((later !== null && later[k] === 1) || stateOf(entries, k) !== 0) continue;
    const own = value[dated.entries === null ? k : dated.entries[k]];
    forEachCell(entries, {
      grouping,
      k,
      use: (cell) => {
        values[sizes[cell]++] = own;
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

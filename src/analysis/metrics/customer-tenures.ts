import type { Coverage } from '../../model/coverage.ts';
import { codesOf, type Desk, numbersOf } from '../../model/desk.ts';
import type { Sentence } from '../../model/sentence.ts';
import { customerSpan } from './customer-span.ts';
import { endsNotRecorded, endsPartlyRecorded, unavailable } from './unavailable.ts';

const DAY = 86_400_000;

/** Since when and until when each customer was one. */
export interface CustomerTenures {
  readonly size: number;
  /** Code of each customer in the dictionary of persons. */
  readonly person: Uint32Array;
  /** First start of each. */
  readonly startedAt: Float64Array;
  /** Last end of each; Infinity for who still is one at as-of. */
  readonly endedAt: Float64Array;
  /**
   * Stretches of time as a customer: those of customer c are `offsets[c] … offsets[c + 1] − 1`, ascending, without
   * overlap; `to` is Infinity while it lasts.
   */
  readonly offsets: Uint32Array;
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** Row of each customer's last stretch in the customer table, for its dimensions. */
  readonly row: Uint32Array;
  /** Rows that tell nothing, by reason. */
  readonly leftOut: ReadonlyMap<string, number>;
  /**
   * Since when ends are in the data; −Infinity where they go back to the beginning. Who left before is not in the file,
   * so nobody can be seen leaving earlier.
   */
  readonly endsKnownFrom: number;
  /**
   * Until when ends are in the data; Infinity where they reach as-of. Who left later is still called a customer by a
   * list that is older than the tickets.
   */
  readonly endsKnownTo: number;
  /** What the list covers; null without a customer. */
  readonly coverage: Coverage | null;
  /** Why nobody can be seen leaving at all: there is no column for ends, or nothing in it for too long; null else. */
  readonly endless: 'no_ends' | 'ends_not_recorded' | 'ends_partly_recorded' | null;
  /** Customers that the list calls gone without saying since when. */
  readonly undated: number;
  /** Time from each customer's start to as-of, summed, in whole years: the most in which somebody could have left. */
  readonly years: number;
}

const known = new WeakMap<Desk, CustomerTenures | null>();

/** The customers of a desk, found once and kept; null without a customer table. */
export function tenuresOf(desk: Desk): CustomerTenures | null {
  let tenures = known.get(desk);
  if (tenures === undefined) {
    tenures = findTenures(desk);
    known.set(desk, tenures);
  }
  return tenures;
}

/** Rows of the customer table that tell something, in order of customer and start. */
interface TenureRows extends Pick<CustomerRows, 'codes' | 'starts' | 'endOf'> {
  readonly rows: readonly number[];
  readonly leftOut: ReadonlyMap<string, number>;
  /** The first end that is written and lies behind as-of; Infinity for none. */
  readonly nextEnd: number;
}

/** What each row of the lists of customers tells, before stretches are put together. */
export interface CustomerRows {
  readonly table: NonNullable<Desk['customers']>;
  readonly codes: Uint32Array;
  readonly starts: Float64Array;
  /** As they are written; null without a column. */
  readonly ends: Float64Array | null;
  /** Infinity where the end is missing or later than as-of: it has not happened. */
  endOf(row: number): number;
  /** Why a row tells nothing; null where it tells something. */
  whyNot(row: number): string | null;
}

/** Left according to the list, which does not say when. */
export const LEFT_WITHOUT_DATE = 'left_without_date';
/** What a list says of a customer who left. */
export const LEFT = 'left';

/**
 * Rows of one customer become one: stretches that overlap or follow each other within a day (a change of plan) are
 * joined, others stay apart (a customer who came back).
 */
function findTenures(desk: Desk): CustomerTenures | null {
  const table = tenureRows(desk);
  if (!table) return null;
  const { rows, codes, starts, leftOut, endOf } = table;
  const person: number[] = [];
  const lastRow: number[] = [];
  const offsets: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  for (const row of rows) {
    const isSame = person.length > 0 && person[person.length - 1] === codes[row];
    const last = to.length - 1;
    if (!isSame) {
      person.push(codes[row]);
      offsets.push(from.length);
      lastRow.push(row);
    }
    if (isSame) lastRow[lastRow.length - 1] = row;
    if (isSame && starts[row] <= to[last] + DAY) to[last] = Math.max(to[last], endOf(row));
    else {
      from.push(starts[row]);
      to.push(endOf(row));
    }
  }
  offsets.push(from.length);
  const startedAt = Float64Array.from(person, (_, c) => from[offsets[c]]);
  const endedAt = Float64Array.from(person, (_, c) => to[offsets[c + 1] - 1]);
  const ends = rows.map(endOf).filter((end) => end < Number.POSITIVE_INFINITY);
  const coverage = customerSpan({
    ...{ startedAt, endedAt, ends, asOf: desk.asOf },
    starts: rows.map((row) => starts[row]),
    nextEnd: table.nextEnd,
    isComplete: desk.coverage.pinned && desk.coverage.cut === 'created',
  });
  const years = startedAt.reduce((sum, start) => sum + (desk.asOf - start) / YEAR, 0);
  return {
    size: person.length,
    person: Uint32Array.from(person),
    startedAt,
    endedAt,
    offsets: Uint32Array.from(offsets),
    from: Float64Array.from(from),
    to: Float64Array.from(to),
    row: Uint32Array.from(lastRow),
    leftOut,
    coverage,
    endsKnownFrom: coverage?.bulkFrom ?? Number.NEGATIVE_INFINITY,
    endsKnownTo: coverage?.bulkTo ?? Number.POSITIVE_INFINITY,
    undated: leftOut.get(LEFT_WITHOUT_DATE) ?? 0,
    endless: endless(desk, {
      mayBeKept: ends.length > 0 || years < YEARS_WITHOUT_END,
      dated: ends.length,
      undated: leftOut.get(LEFT_WITHOUT_DATE) ?? 0,
    }),
    years: Math.floor(years),
  };
}

/** The lists of customers of a desk, row by row; null where there is none that says who began when. */
export function customerRows(desk: Desk): CustomerRows | null {
  const table = desk.customers;
  const column = table && codesOf(table, 'customer');
  const starts = table && numbersOf(table, 'started_at');
  if (!table || !column || !starts) return null;
  const { codes } = column;
  const ends = numbersOf(table, 'ended_at');
  const standing = standingOf(table);
  const telling = listsThatTellEnds(table, { ends, standing, asOf: desk.asOf });
  // A contract's end that has passed is no end of a customer whom the list still calls one: it was put off. Nor is a
  // cancellation, where the list calls others gone: it was asked for, or taken back.
  const isPutOff = (row: number): boolean =>
    standing(row) === 'stays' &&
    ((desk.endsAgreedBy?.has(table.source[row]) ?? false) || telling.has(table.source[row]));
  const endOf = (row: number): number => {
    const end = ends ? ends[row] : Number.NaN;
    return Number.isNaN(end) || end > desk.asOf || isPutOff(row) ? Number.POSITIVE_INFINITY : end;
  };
  const told = desk.endsToldBy;
  const some = told !== undefined && told.size > 0;
  const whyNot = (row: number): string | null => {
    if (codes[row] === 0 || Number.isNaN(starts[row])) return 'customer_or_start_missing';
    if (some && !told.has(table.source[row])) return 'list_without_ends';
    if (starts[row] > desk.asOf) return 'started_after_as_of';
    if (ends && ends[row] < starts[row]) return 'ended_before_start';
    return ends && Number.isNaN(ends[row]) && standing(row) === LEFT ? LEFT_WITHOUT_DATE : null;
  };
  return { table, codes, starts, ends, endOf, whyNot };
}

function tenureRows(desk: Desk): TenureRows | null {
  const told = customerRows(desk);
  if (!told) return null;
  const { table, codes, starts, ends, endOf, whyNot } = told;
  const leftOut = new Map<string, number>();
  const found: number[] = [];
  for (let row = 0; row < table.rows; row++) {
    const reason = whyNot(row);
    if (reason === null) found.push(row);
    else leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1);
  }
  const rank = sourceRanks(table.source, { starts, ends, rows: found });
  found.sort(
    (a, b) =>
      codes[a] - codes[b] ||
      starts[a] - starts[b] ||
      rank[table.source[a]] - rank[table.source[b]] ||
      endOf(a) - endOf(b) ||
      a - b,
  );
  const isOverruled = (row: number, next: number | undefined): boolean =>
    next !== undefined &&
    codes[row] === codes[next] &&
    starts[row] === starts[next] &&
    table.source[row] !== table.source[next];
  const rows = found.filter((row, at) => !isOverruled(row, found[at + 1]));
  if (rows.length < found.length) leftOut.set('told_by_a_newer_list', found.length - rows.length);
  const nextEnd = rows.reduce(
    (least, row) => (ends && ends[row] > desk.asOf ? Math.min(least, ends[row]) : least),
    Number.POSITIVE_INFINITY,
  );
  return { rows, codes, starts, leftOut, endOf, nextEnd };
}

/** The sources whose lists call those gone whose end has passed, but for some of them. */
function listsThatTellEnds(
  { source, rows }: NonNullable<Desk['customers']>,
  list: {
    readonly ends: Float64Array | null;
    readonly standing: (row: number) => string | null;
    readonly asOf: number;
  },
): ReadonlySet<number> {
  const { ends, standing, asOf } = list;
  const [left, stays] = [new Map<number, number>(), new Map<number, number>()];
  for (let row = 0; ends && row < rows; row++) {
    if (!(ends[row] <= asOf)) continue;
    const count = standing(row) === LEFT ? left : standing(row) === 'stays' ? stays : null;
    count?.set(source[row], (count.get(source[row]) ?? 0) + 1);
  }
  return new Set([...left].filter(([list, gone]) => gone > (stays.get(list) ?? 0)).map(([list]) => list));
}

/** What the list itself says of each row: left, stays, or nothing. */
function standingOf(table: NonNullable<Desk['customers']>): (row: number) => string | null {
  const column = codesOf(table, 'standing');
  if (!column) return () => null;
  const { codes, names } = column;
  return (row) => (codes[row] === 0 ? null : names.name(codes[row]));
}

/** Sources from the oldest to the newest by their newest stamp: of a stretch that stands in two, the newer one is believed. */
function sourceRanks(
  source: Uint16Array,
  table: {
    readonly starts: Float64Array;
    readonly ends: Float64Array | null;
    readonly rows: readonly number[];
  },
): readonly number[] {
  const newest: number[] = [];
  for (const row of table.rows) {
    const end = table.ends?.[row] ?? Number.NaN;
    const at = end > table.starts[row] ? end : table.starts[row];
    if (!(newest[source[row]] >= at)) newest[source[row]] = at;
  }
  return newest;
}

const YEAR = 365.25 * DAY;
/** Customer-years in which somebody leaves, if that is written down at all. */
const YEARS_WITHOUT_END = 20;

/** Share of those who left whose date may be missing: they are left out and counted. */
const FEW_UNDATED = 0.05;

/** Whether some list has a column for ends. */
export function areEndsTold({ endsToldBy, customers }: Desk): boolean {
  return endsToldBy ? endsToldBy.size > 0 : customers !== null && numbersOf(customers, 'ended_at') !== null;
}

/** Whether ends are in the data at all: a column that stays empty over twenty customer-years is not kept. */
function endless(
  desk: Desk,
  {
    mayBeKept,
    dated,
    undated,
  }: { readonly mayBeKept: boolean; readonly dated: number; readonly undated: number },
): CustomerTenures['endless'] {
  if (!areEndsTold(desk)) return 'no_ends';
  if (undated > Math.max(1, (dated + undated) * FEW_UNDATED)) return 'ends_partly_recorded';
  return mayBeKept ? null : 'ends_not_recorded';
}

/** Why nobody can be seen leaving, in words; null where somebody can. */
export function endlessReason(tenures: CustomerTenures): Sentence | null {
  const { endless: why, size, years, undated, endedAt } = tenures;
  if (why === null) return null;
  if (why === 'no_ends') return unavailable(why).unavailable;
  if (why === 'ends_not_recorded') return endsNotRecorded({ customers: size, years }).unavailable;
  const left = undated + endedAt.filter((end) => end < Number.POSITIVE_INFINITY).length;
  return endsPartlyRecorded({ undated, left }).unavailable;
}

/** The stretch of customer c that holds an instant, begun before it and not ended before it; −1 for none. */
export function stretchAt(tenures: CustomerTenures, c: number, at: number): number {
  for (let i = tenures.offsets[c]; i < tenures.offsets[c + 1]; i++) {
    if (tenures.from[i] < at && tenures.to[i] >= at) return i;
  }
  return -1;
}

/** Who of those that were customers at the start of a period still (or again) were at its end, and who began in it. */
export interface KeptCount {
  readonly n: number;
  readonly kept: number;
  readonly joined: number;
}

/** Counts a period; `includes` says which customers count. */
export function countKept(
  tenures: CustomerTenures,
  period: { readonly start: number; readonly end: number },
  includes: (customer: number) => boolean = () => true,
): KeptCount {
  let [n, kept, joined] = [0, 0, 0];
  for (let c = 0; c < tenures.size; c++) {
    if (tenures.startedAt[c] >= period.end || !includes(c)) continue;
    if (tenures.startedAt[c] >= period.start) joined++;
    if (stretchAt(tenures, c, period.start) < 0) continue;
    n++;
    if (stretchAt(tenures, c, period.end) >= 0) kept++;
  }
  return { n, kept, joined };
}

import { codesOf, type Desk, numbersOf } from '../../model/desk.ts';

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

/**
 * Rows of one customer become one: stretches that overlap or follow each other within a day (a change of plan) are
 * joined, others stay apart (a customer who came back). An end that is missing or later than as-of has not happened.
 */
function findTenures(desk: Desk): CustomerTenures | null {
  const table = desk.customers;
  const column = table && codesOf(table, 'customer');
  const starts = table && numbersOf(table, 'started_at');
  if (!table || !column || !starts) return null;
  const ends = numbersOf(table, 'ended_at');
  const leftOut = new Map<string, number>();
  const leave = (reason: string): void => void leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1);
  const rows: number[] = [];
  const endOf = (row: number): number => {
    const end = ends ? ends[row] : Number.NaN;
    return Number.isNaN(end) || end > desk.asOf ? Number.POSITIVE_INFINITY : end;
  };
  for (let row = 0; row < table.rows; row++) {
    if (column.codes[row] === 0 || Number.isNaN(starts[row])) leave('customer_or_start_missing');
    else if (starts[row] > desk.asOf) leave('started_after_as_of');
    else if (ends && ends[row] < starts[row]) leave('ended_before_start');
    else rows.push(row);
  }
  const { codes } = column;
  rows.sort((a, b) => codes[a] - codes[b] || starts[a] - starts[b] || endOf(a) - endOf(b) || a - b);
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
    endsKnownFrom: endsKnownFrom({ startedAt, endedAt, asOf: desk.asOf }),
  };
}

/** How unlikely it must be that nobody left for so long, for ends to be missing rather than absent. */
const UNLIKELY = 0.05;

/**
 * The first end, where the time before it can hardly have been without ends: with d more ends after the first and shares
 * of customer time e₀ before and 1 − e₀ after it, at one constant rate P(no end before) = (1 − e₀)^d.
 */
function endsKnownFrom({
  startedAt,
  endedAt,
  asOf,
}: Pick<CustomerTenures, 'startedAt' | 'endedAt'> & { readonly asOf: number }): number {
  let first = Number.POSITIVE_INFINITY;
  let ended = 0;
  for (const end of endedAt) {
    if (end < first) first = end;
    if (end < Number.POSITIVE_INFINITY) ended++;
  }
  if (ended < 2) return Number.NEGATIVE_INFINITY;
  let before = 0;
  let after = 0;
  for (let c = 0; c < startedAt.length; c++) {
    const end = Math.min(endedAt[c], asOf);
    before += Math.max(0, Math.min(end, first) - startedAt[c]);
    after += Math.max(0, end - Math.max(startedAt[c], first));
  }
  if (before + after === 0) return Number.NEGATIVE_INFINITY;
  return (after / (before + after)) ** (ended - 1) < UNLIKELY ? first : Number.NEGATIVE_INFINITY;
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

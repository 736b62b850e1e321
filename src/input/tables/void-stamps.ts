import type { FieldId } from '../../model/fields.ts';
import { numbersIn, type Stack } from './stack.ts';

/**
 * Which stamps of tickets cannot be right (DEFINITIONS 1). Being late is no reason: the slow tail is what a p90 is
 * for. A stamp of something that happened to a ticket is void when it lies more than a day after its own row's last
 * update (unless that is so in more than 1 % of the rows: then the update column is something else), or after the
 * export was made, or when it is one of the very few latest of its file and half a year lies before them.
 */

const DAY = 86_400_000;
const GAP = 180 * DAY;
/** What nothing contradicts, or what few others stand beside, is believed unless it lies this far past everything. */
const BEYOND_BELIEF = 3650 * DAY;
const FEWEST = 3;
const FEW_SHARE = 0.001;
const UPDATE_IS_NONE = 0.01;
const NO_EXPORT = 0.2;

/** Stamps of tickets that as-of may come from. */
export const ticketStamps = [
  'created_at',
  'first_response_at',
  'first_solved_at',
  'solved_at',
  'closed_at',
  'updated_at',
] as const;

/** Stamps of what happened to a ticket. */
const happenings = ['first_response_at', 'first_solved_at', 'solved_at', 'closed_at'] as const;

/** A stamp that cannot be right, and why. */
export interface VoidStamp {
  readonly field: FieldId;
  readonly row: number;
  readonly reason: 'after_last_update' | 'after_export' | 'far_in_the_future';
}

/** A handful of stamps says little of how dense they are: among so few, what is merely a year late is believed. */
const ENOUGH = 20;

/**
 * The newest stamp that is not one of a few far past all others: at most three, or 1 in 1,000, with more than 180
 * days between them and everything before. Infinity where no stamp is too late.
 */
export function newestBelievable(stamps: readonly Float64Array[]): number {
  let present = 0;
  let top = Number.NaN;
  for (const column of stamps) {
    const own = presentIn(column);
    present += own.count;
    if (own.count > 0 && !(own.newest <= top)) top = own.newest;
  }
  const few = Math.max(FEWEST, Math.floor(present * FEW_SHARE));
  let seen = 0;
  let believable = Number.POSITIVE_INFINITY;
  while (!Number.isNaN(top)) {
    const window = windowBelow(stamps, { top, from: top - GAP, most: few - seen });
    seen += window.count;
    if (seen > few || window.before === Number.NEGATIVE_INFINITY) break;
    const gap = present - seen < ENOUGH ? BEYOND_BELIEF : GAP;
    if (window.least - window.before > gap) believable = window.before;
    top = window.before;
  }
  return believable;
}

/** How many stamps a column has, and the newest of them. */
function presentIn(column: Float64Array): { readonly count: number; readonly newest: number } {
  let missing = 0;
  let newest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < column.length; i++) {
    const stamp = column[i];
    if (stamp > newest) newest = stamp;
    else if (Number.isNaN(stamp)) missing++;
  }
  return { count: column.length - missing, newest };
}

/** The newest stamp up to `latest`; NaN for none. */
export function newestUpTo(stamps: readonly Float64Array[], latest: number): number {
  let newest = Number.NEGATIVE_INFINITY;
  for (const column of stamps)
    for (let i = 0; i < column.length; i++) {
      if (column[i] > newest && column[i] <= latest) newest = column[i];
    }
  return newest === Number.NEGATIVE_INFINITY ? Number.NaN : newest;
}

/**
 * How many stamps lie in (from, top], the least of them, and the newest before it. Exports mostly run from old to
 * new: from behind, more than `most` are found at once, and nothing else is looked at.
 */
function windowBelow(
  stamps: readonly Float64Array[],
  { top, from, most }: { readonly top: number; readonly from: number; readonly most: number },
): { readonly count: number; readonly least: number; readonly before: number } {
  let count = 0;
  let least = top;
  let before = Number.NEGATIVE_INFINITY;
  for (const column of stamps) {
    for (let i = column.length - 1; i >= 0; i--) {
      const value = column[i];
      if (value > top) continue;
      if (value > from) {
        if (++count > most) return { count, least, before };
        if (value < least) least = value;
      } else if (value > before) before = value;
    }
  }
  return { count, least, before };
}

/** Rows of one source, which lie one after the other. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

function stretchesOf({ source, rows }: Stack): Stretch[] {
  const stretches: Stretch[] = [];
  for (let from = 0; from < rows; ) {
    let to = from + 1;
    while (to < rows && source[to] === source[from]) to++;
    stretches.push({ from, to });
    from = to;
  }
  return stretches;
}

export interface VoidOptions {
  /** When the export that a row comes from was made, as a cell or its head says; NaN where nothing does. */
  readonly exportedAt: (table: number) => number;
}

/** The stamps of tickets that cannot be right, file by file. */
export function findVoidStamps(tickets: Stack, { exportedAt }: VoidOptions): VoidStamp[] {
  return stretchesOf(tickets).flatMap((stretch) => [
    ...afterLastUpdate(tickets, stretch),
    ...afterExport(tickets, stretch, exportedAt(tickets.table[stretch.from])),
    ...farPastOthers(tickets, stretch),
  ]);
}

function afterLastUpdate({ columns }: Stack, { from, to }: Stretch): VoidStamp[] {
  const updated = numbersIn(columns, 'updated_at');
  if (!updated) return [];
  const found: VoidStamp[] = [];
  let rows = 0;
  let late = 0;
  const ends = happenings.flatMap((field) => {
    const values = numbersIn(columns, field);
    return values ? [{ field, values }] : [];
  });
  for (let row = from; row < to; row++) {
    const last = updated[row] + DAY;
    if (Number.isNaN(last)) continue;
    rows++;
    let isLate = false;
    for (let i = 0; i < ends.length; i++) {
      if (!(ends[i].values[row] > last)) continue;
      isLate = true;
      found.push({ field: ends[i].field, row, reason: 'after_last_update' });
    }
    if (!isLate) continue;
    late++;
    if (late > (to - from) * UPDATE_IS_NONE) return [];
  }
  return late > rows * UPDATE_IS_NONE ? [] : found;
}

function afterExport({ columns }: Stack, { from, to }: Stretch, exportedAt: number): VoidStamp[] {
  if (Number.isNaN(exportedAt)) return [];
  const found: VoidStamp[] = [];
  for (const field of happenings) {
    const values = numbersIn(columns, field);
    if (!values) continue;
    let late = 0;
    for (let row = from; row < to; row++) {
      if (!(values[row] > exportedAt + DAY)) continue;
      late++;
      found.push({ field, row, reason: 'after_export' });
    }
    // Where that is so in many rows, what was taken for the time of the export is something else.
    if (late > Math.max(FEWEST, (to - from) * NO_EXPORT)) return [];
  }
  return found;
}

function farPastOthers({ columns }: Stack, { from, to }: Stretch): VoidStamp[] {
  const stamps = ticketStamps.flatMap((field) => {
    const values = numbersIn(columns, field)?.subarray(from, to);
    return values ? [{ field, values }] : [];
  });
  const latest = newestBelievable(stamps.map(({ values }) => values));
  if (latest === Number.POSITIVE_INFINITY) return [];
  const created = numbersIn(columns, 'created_at')?.subarray(from, to) ?? null;
  const others = stamps.filter(({ field }) => field !== 'created_at').map(({ values }) => values);
  const found: VoidStamp[] = [];
  for (const { field, values } of stamps) {
    for (let i = 0; i < values.length; i++) {
      if (!(values[i] > latest)) continue;
      // A late ticket whose stamps agree is a late ticket: what was created late is answered and solved late.
      const start = created ? created[i] : Number.NaN;
      const isContradicted = others.some((column) => column[i] <= latest);
      if (start > latest && !isContradicted && !(start > latest + BEYOND_BELIEF)) continue;
      found.push({ field, row: from + i, reason: 'far_in_the_future' });
    }
  }
  return found;
}

/** The row whose stamp makes as-of so late: more than 30 days after those of all other rows. Null for none. */
export function loneNewest(
  tickets: Stack,
): { readonly row: number; readonly at: number; readonly before: number } | null {
  const stamps = ticketStamps.flatMap((field) => numbersIn(tickets.columns, field) ?? []);
  const at = newestUpTo(stamps, Number.POSITIVE_INFINITY);
  if (Number.isNaN(at)) return null;
  const near = windowBelow(stamps, { top: at, from: at - 30 * DAY, most: stamps.length });
  if (near.count > stamps.length || near.before === Number.NEGATIVE_INFINITY) return null;
  const row = onlyRowAfter(stamps, at - 30 * DAY);
  if (row < 0) return null;
  let before = Number.NEGATIVE_INFINITY;
  for (const column of stamps)
    for (let r = 0; r < column.length; r++) if (r !== row && column[r] > before) before = column[r];
  return before === Number.NEGATIVE_INFINITY ? null : { row, at, before };
}

/** The one row with a stamp after an instant; −1 where it is none or several. */
function onlyRowAfter(stamps: readonly Float64Array[], instant: number): number {
  let row = -1;
  for (const column of stamps) {
    for (let r = 0; r < column.length; r++) {
      if (!(column[r] > instant)) continue;
      if (row >= 0 && row !== r) return -1;
      row = r;
    }
  }
  return row;
}

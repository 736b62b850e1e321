import type { CodeColumn } from '../../model/columns.ts';
import type { DataKind, FieldId } from '../../model/fields.ts';
import type { Problem } from '../../model/problem.ts';
import type { RawTable } from './raw-table.ts';
import { codesIn, numbersIn, type Stack, takeRows } from './stack.ts';

/** What makes two rows of two files the same row (DEFINITIONS 14). */
interface RowKey {
  readonly at: FieldId;
  /** What the row belongs to: ids are unique within it. */
  readonly owner: FieldId;
  /** Who did it: without ids only rows that name somebody can be told to be the same. */
  readonly person: FieldId;
  /** What else two rows must share that have no id. */
  readonly content: readonly FieldId[];
  /** The stamp is part of the row's own key, and what stands beside it may be newer in one of the files. */
  readonly isList?: boolean;
}

const keys = {
  messages: {
    at: 'sent_at',
    owner: 'ticket_id',
    person: 'author',
    content: ['reply_to', 'author_role', 'public', 'text'],
  },
  events: {
    at: 'at',
    owner: 'ticket_id',
    person: 'actor',
    content: ['status', 'field', 'old_value', 'new_value'],
  },
  activity: { at: 'at', owner: 'customer', person: 'customer', content: ['kind'] },
  customers: { at: 'started_at', owner: 'customer', person: 'customer', content: [], isList: true },
} as const satisfies Partial<Record<DataKind, RowKey>>;

/** The kinds of table whose downloads may overlap, beside tickets and surveys. */
export type OverlappingKind = keyof typeof keys;

/** Fields that tell whether a row without an id stands in another file too, by kind. */
export const contentFields: Readonly<Partial<Record<DataKind, readonly FieldId[]>>> = {
  messages: [keys.messages.person, ...keys.messages.content],
  events: [keys.events.person, ...keys.events.content],
  activity: keys.activity.content,
};

/** Clocks of two places differ by at most 26 hours. */
export const ZONES_APART = 26 * 3_600_000;

/** Tables of one kind under each other, and from which of them each row came. */
interface Pile {
  readonly stack: Stack;
  readonly tables: readonly RawTable[];
}

/** A stack without the rows that stand in another file too, and how many they were. */
export interface OnceEach {
  readonly stack: Stack;
  readonly problems: readonly Problem[];
}

/**
 * Each row once where downloads overlap: the same id of the same ticket at the same time; without ids the same content
 * in *another* file, where it names a time and a person; of lists of customers the same customer since the same day.
 * The file with the newer stamps wins. Rows of one file are never the same row, unless they share their id, their
 * ticket and their time.
 */
export function onceEach(kind: OverlappingKind, pile: Pile): OnceEach {
  const { stack } = pile;
  const ids = codesIn(stack.columns, 'id');
  const left = new Uint8Array(stack.rows);
  let repeated = 0;
  if (ids) repeated += leaveSameIds(keys[kind], { pile, ids: ids.codes, left });
  if (new Set(stack.source).size > 1) repeated += leaveSameContent(keys[kind], { pile, ids, left });
  if (repeated === 0) return { stack, problems: [] };
  return {
    stack: takeRows(stack, rowsThatStay(left)),
    problems: [{ code: 'rows_in_several_files', severity: 'note', args: {}, count: repeated }],
  };
}

interface Leaving {
  readonly pile: Pile;
  /** 1 at rows that are left out. */
  readonly left: Uint8Array;
}

/** Leaves out rows whose id, owner and time another row has, the older file's first; how many. */
function leaveSameIds(key: RowKey, { pile, ids, left }: Leaving & { readonly ids: Uint32Array }): number {
  const { stack, tables } = pile;
  const owner = codesIn(stack.columns, key.owner)?.codes;
  const at = numbersIn(stack.columns, key.at);
  const isSame = (a: number, b: number): boolean =>
    (owner?.[a] ?? 0) === (owner?.[b] ?? 0) &&
    (at === null ||
      at[a] === at[b] ||
      (stack.source[a] !== stack.source[b] && Math.abs(at[a] - at[b]) <= ZONES_APART));
  const newest = newestFirst(tables, key);
  const isBetter = (a: number, b: number): boolean => newest[stack.source[a]] < newest[stack.source[b]];
  let most = 0;
  for (const id of ids) if (id > most) most = id;
  if (!areIds(ids, most, newest.length)) return 0;
  // Rows of one id hang together as a chain: its newest link, and the one before each.
  const last = new Int32Array(most + 1).fill(-1);
  const before = new Int32Array(stack.rows).fill(-1);
  let repeated = 0;
  for (let row = 0; row < stack.rows; row++) {
    const id = ids[row];
    if (id === 0) continue;
    let same = last[id];
    while (same >= 0 && (left[same] === 1 || !isSame(same, row))) same = before[same];
    if (same >= 0) {
      left[isBetter(row, same) ? same : row] = 1;
      repeated++;
    }
    before[row] = last[id];
    last[id] = row;
  }
  return repeated;
}

/** Leaves out rows without an id whose content stands in another file too; how many. */
function leaveSameContent(
  key: RowKey,
  { pile, ids, left }: Leaving & { readonly ids: CodeColumn | null },
): number {
  const { stack, tables } = pile;
  const at = numbersIn(stack.columns, key.at);
  const person = codesIn(stack.columns, key.person)?.codes;
  if (!at || !person) return 0;
  const owner = codesIn(stack.columns, key.owner)?.codes;
  const content = key.content.flatMap((field) => codesIn(stack.columns, field)?.codes ?? []);
  const newest = newestFirst(tables, key);
  const contentOf = (row: number): string | null => {
    if ((ids?.codes[row] ?? 0) !== 0 || person[row] === 0 || Number.isNaN(at[row])) return null;
    return `${owner?.[row] ?? 0}/${person[row]}/${at[row]}/${content.map((codes) => codes[row]).join('/')}`;
  };
  return leaveFewer({ pile, left }, contentOf, newest);
}

/**
 * Of rows with the same key, those of one file stay: the file that has most of them, else the newest one. Of lists the
 * same holds: a customer of the newer list is what it says there.
 */
function leaveFewer(
  { pile, left }: Leaving,
  keyOf: (row: number) => string | null,
  newest: readonly number[],
): number {
  const { stack } = pile;
  const tally = new Map<string, Map<number, number>>();
  for (let row = 0; row < stack.rows; row++) {
    const key = left[row] === 1 ? null : keyOf(row);
    if (key === null) continue;
    const counts = tally.get(key) ?? new Map<number, number>();
    counts.set(stack.source[row], (counts.get(stack.source[row]) ?? 0) + 1);
    tally.set(key, counts);
  }
  const kept = new Map<string, number>();
  for (const [key, counts] of tally) {
    if (counts.size < 2) continue;
    const [best] = [...counts].sort(([a, m], [b, n]) => n - m || newest[a] - newest[b])[0];
    kept.set(key, best);
  }
  let repeated = 0;
  if (kept.size === 0) return 0;
  for (let row = 0; row < stack.rows; row++) {
    const best = kept.get(keyOf(row) ?? '');
    if (best === undefined || best === stack.source[row] || left[row] === 1) continue;
    left[row] = 1;
    repeated++;
  }
  return repeated;
}

/** The place of each file among them all, from the one with the newest stamps (0) to the oldest, by its index. */
function newestFirst(tables: readonly RawTable[], key: RowKey): number[] {
  const newestOf = (table: RawTable, field: FieldId): number => newestIn(numbersIn(table.columns, field));
  const order = [...tables].sort(
    (a, b) =>
      compare(newestOf(b, key.at), newestOf(a, key.at)) ||
      (key.isList ? compare(newestOf(b, 'ended_at'), newestOf(a, 'ended_at')) : 0) ||
      compare(b.path, a.path) ||
      a.source - b.source,
  );
  const place: number[] = [];
  order.forEach(({ source }, index) => {
    place[source] ??= index;
  });
  return place;
}

/** True where most values are one row's alone in each file: a column that says the same on many rows is no id. */
function areIds(ids: Uint32Array, most: number, files: number): boolean {
  const seen = new Uint8Array(most + 1);
  let filled = 0;
  let distinct = 0;
  for (const id of ids) {
    if (id === 0) continue;
    filled++;
    if (seen[id] === 0) distinct++;
    seen[id] = 1;
  }
  return distinct * files * 2 >= filled;
}

const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

function newestIn(stamps: Float64Array | null): number {
  let newest = Number.NEGATIVE_INFINITY;
  if (stamps) for (const stamp of stamps) if (stamp > newest) newest = stamp;
  return newest;
}

/** The rows that are not left out. */
export function rowsThatStay(left: Uint8Array): Uint32Array {
  const rows = new Uint32Array(left.length);
  let n = 0;
  for (let row = 0; row < left.length; row++) if (left[row] === 0) rows[n++] = row;
  return rows.subarray(0, n);
}

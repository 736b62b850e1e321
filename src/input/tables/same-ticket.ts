import type { Column } from '../../model/columns.ts';
import type { FieldId } from '../../model/fields.ts';
import type { TableMapping } from '../../model/mapping.ts';
import { DeskstatError, type Problem } from '../../model/problem.ts';
import { compareContent, FanOut } from './fan-out.ts';
import type { RawTable } from './raw-table.ts';
import { codesIn, numbersIn, type Stack, takeRows } from './stack.ts';

/**
 * The same ticket twice (SPEC 2). Rows of one id are one ticket: within one file they must agree on `created_at`; of
 * rows that say when they were taken the last one holds;
 * between files the newest `updated_at` wins, else the file whose newest stamp is newer, else the later path, and
 * creations further apart than zones can be are two tickets of two desks.
 * Tables of different streams (Zendesk's tickets and ticket_metrics) complete each other field by field.
 */
export function uniteTickets(
  stack: Stack,
  tables: readonly RawTable[],
): { readonly tickets: Stack; readonly problems: readonly Problem[] } {
  const ids = codesIn(stack.columns, 'id');
  if (!ids) return { tickets: stack, problems: [] };
  const groups = groupsOfSameId(ids.codes, ids.names.size).flatMap((rows) => byAsker(rows, stack, tables));
  if (groups.length === 0) return { tickets: stack, problems: [] };
  const order = { stack, tables, asOf: tables.map(newestStamp) };
  const left = new Uint8Array(stack.rows);
  const problems: Problem[] = [];
  let repeated = 0;
  let overlapping = 0;
  const fanOut = new FanOut(stack);
  for (const rows of groups) {
    rows.sort((a, b) => compareRows(order, a, b));
    const [kept, ...others] = rows;
    const firstOf = new Map([[stack.source[kept], kept]]);
    for (const row of others) {
      left[row] = 1;
      if (isOtherStream(order, kept, row)) {
        fillMissing(stack.columns, kept, row);
        continue;
      }
      const first = firstOf.get(stack.source[row]);
      if (first === undefined) {
        requireSameDesk(order, kept, row);
        firstOf.set(stack.source[row], row);
        overlapping++;
      } else {
        requireSameCreation(order, first, row);
        repeated++;
        if (first === kept && !isOlderState(stack, kept, row)) fanOut.add(kept, row);
      }
    }
  }
  fanOut.done();
  if (repeated > 0) problems.push({ code: 'ticket_repeated', severity: 'note', args: {}, count: repeated });
  if (overlapping > 0)
    problems.push({ code: 'ticket_in_several_files', severity: 'note', args: {}, count: overlapping });
  return { tickets: takeRows(stack, rowsKept(left)), problems };
}

function rowsKept(left: Uint8Array): Uint32Array {
  const kept = new Uint32Array(left.length);
  let n = 0;
  for (let row = 0; row < left.length; row++) if (left[row] === 0) kept[n++] = row;
  return kept.subarray(0, n);
}

/** Rows that share an id, for ids with more than one row. Rows without an id are never the same ticket. */
function groupsOfSameId(codes: Uint32Array, size: number): number[][] {
  if (isAscending(codes)) return [];
  const first = new Int32Array(size + 1).fill(-1);
  const groups = new Map<number, number[]>();
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row];
    if (code === 0) continue;
    if (first[code] < 0) {
      first[code] = row;
      continue;
    }
    const group = groups.get(code);
    if (group) group.push(row);
    else groups.set(code, [first[code], row]);
  }
  return [...groups.values()];
}

/**
 * Rows of one rounded id and one creation, by who asked: two people may ask in the same minute. Ids that are whole tell
 * tickets by themselves.
 */
function byAsker(rows: number[], stack: Stack, tables: readonly RawTable[]): number[][] {
  const requester = codesIn(stack.columns, 'requester')?.codes;
  if (!requester || !isToldByCreation(tables[stack.table[rows[0]]].mapping)) return [rows];
  const parts = new Map<number, number[]>();
  for (const row of rows) {
    const part = parts.get(requester[row]);
    if (part) part.push(row);
    else parts.set(requester[row], [row]);
  }
  return [...parts.values()].filter((part) => part.length > 1);
}

/** Whether ids that a spreadsheet rounded tell tickets with their creation alone. */
export const isToldByCreation = ({ fields }: TableMapping): boolean =>
  fields.id?.within !== undefined && fields.id.within.column === fields.created_at?.column;

/** True where each code is larger than the one before: no two are the same. Ids numbered as they came mostly are. */
function isAscending(codes: Uint32Array): boolean {
  let last = 0;
  for (let row = 0; row < codes.length; row++) {
    if (codes[row] <= last) return false;
    last = codes[row];
  }
  return true;
}

interface Order {
  readonly stack: Stack;
  readonly tables: readonly RawTable[];
  readonly asOf: readonly number[];
}

/** The later state of a ticket first, where rows say when they were taken. */
function compareStates({ takenAt }: Stack, a: number, b: number): number {
  return takenAt === undefined ? 0 : (takenAt[b] || 0) - (takenAt[a] || 0);
}

/** A ticket as it was earlier is no further tag or agent of it. */
const isOlderState = (stack: Stack, kept: number, row: number): boolean =>
  compareStates(stack, kept, row) !== 0;

/** Best row first: the fuller table among streams of one file, then the state taken last, newest update, newer export, later path, line. */
function compareRows(order: Order, a: number, b: number): number {
  const { stack, tables, asOf } = order;
  const tableA = tables[stack.table[a]];
  const tableB = tables[stack.table[b]];
  if (tableA !== tableB && tableA.mapping.stream !== tableB.mapping.stream) {
    const byFields = Object.keys(tableB.mapping.fields).length - Object.keys(tableA.mapping.fields).length;
    if (byFields !== 0) return byFields;
  }
  const byState = compareStates(stack, a, b);
  if (byState !== 0) return byState;
  const updated = numbersIn(stack.columns, 'updated_at');
  if (updated) {
    const newest = (updated[b] || 0) - (updated[a] || 0);
    if (newest !== 0) return newest;
  }
  const export_ = asOf[stack.table[b]] - asOf[stack.table[a]];
  if (export_ !== 0) return export_;
  if (tableA.path !== tableB.path) return tableA.path < tableB.path ? 1 : -1;
  return compareContent(stack, a, b) || stack.line[b] - stack.line[a];
}

function isOtherStream({ stack, tables }: Order, a: number, b: number): boolean {
  return tables[stack.table[a]].mapping.stream !== tables[stack.table[b]].mapping.stream;
}

/** Clocks of two places differ by at most 26 hours. */
const ZONES_APART = 26 * 3_600_000;

function requireSameDesk({ stack, tables }: Order, a: number, b: number): void {
  const created = numbersIn(stack.columns, 'created_at');
  if (!created || !(Math.abs(created[a] - created[b]) > ZONES_APART)) return;
  const [first, second] = [a, b].map((row) => `${tables[stack.table[row]].path}:${stack.line[row]}`).sort();
  throw new DeskstatError({ code: 'same_id_other_desk', args: { id: idOf(stack, a), first, second } }, 3);
}

function idOf(stack: Stack, row: number): string {
  const ids = codesIn(stack.columns, 'id');
  return ids ? (ids.names.name(ids.codes[row]).split('\u0000').at(-1) ?? '') : '';
}

function requireSameCreation({ stack, tables }: Order, a: number, b: number): void {
  const created = numbersIn(stack.columns, 'created_at');
  if (!created || created[a] === created[b]) return;
  const id = idOf(stack, a);
  const [first, second] = [stack.line[a], stack.line[b]].sort((x, y) => x - y);
  throw new DeskstatError(
    {
      code: 'same_id_other_ticket',
      args: { id, first, second },
      where: { file: tables[stack.table[a]].path, line: second },
    },
    3,
  );
}

function fillMissing(columns: Partial<Record<FieldId, Column>>, into: number, from: number): void {
  for (const column of Object.values(columns) as Column[]) {
    if (column.type === 'list') continue;
    if (column.type === 'code') {
      if (column.codes[into] === 0) column.codes[into] = column.codes[from];
    } else if (Number.isNaN(column.values[into])) column.values[into] = column.values[from];
  }
}

/** The newest stamp of a table, −Infinity for none. */
export function newestStamp(table: RawTable): number {
  let newest = Number.NEGATIVE_INFINITY;
  for (const [field, column] of Object.entries(table.columns)) {
    if (column.type !== 'instant' || field === 'due_at') continue;
    const { values } = column;
    for (let row = 0; row < values.length; row++) if (values[row] > newest) newest = values[row];
  }
  return newest;
}

import {
  type CodeColumn,
  type Column,
  type ListColumn,
  type NumberColumn,
  precisions,
} from '../../model/columns.ts';
import { Dictionary } from '../../model/dictionary.ts';
import type { FieldId } from '../../model/fields.ts';
import type { RawTable } from './raw-table.ts';

/** Tables of one kind put under each other. Code columns of one field share their dictionary, so codes stay valid. */
export interface Stack {
  readonly rows: number;
  columns: Partial<Record<FieldId, Column>>;
  extra: Map<string, CodeColumn | ListColumn>;
  /** Of event logs: what each row says of its ticket, by ticket field. */
  readonly own?: Partial<Record<FieldId, Column>>;
  /** When each row was taken of its ticket, where all tables say so. */
  readonly takenAt?: Float64Array;
  readonly source: Uint16Array;
  readonly line: Uint32Array;
  /** Index of the raw table each row came from. */
  readonly table: Uint16Array;
}

/** Puts tables under each other; a field that a table lacks is missing in its rows. */
export function stackTables(tables: readonly RawTable[]): Stack {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const source = new Uint16Array(rows);
  const table = new Uint16Array(rows);
  const line = tables.length === 1 ? tables[0].line : new Uint32Array(rows);
  let at = 0;
  tables.forEach((raw, index) => {
    // What is zero anyway is not written: memory that nobody has touched takes none.
    if (raw.source > 0) source.fill(raw.source, at, at + raw.rows);
    if (index > 0) table.fill(index, at, at + raw.rows);
    if (tables.length > 1) line.set(raw.line, at);
    at += raw.rows;
  });
  const columns = stackFields(tables, rows, (raw) => raw.columns);
  const extra = new Map<string, CodeColumn>();
  for (const name of new Set(tables.flatMap((raw) => [...raw.extra.keys()]))) {
    const parts = tables.map((raw) => ({ rows: raw.rows, column: raw.extra.get(name) }));
    extra.set(name, stackColumn(parts, rows) as CodeColumn);
  }
  const own = tables.some((raw) => raw.own) ? stackFields(tables, rows, (raw) => raw.own ?? {}) : undefined;
  return { rows, columns, extra, ...(own ? { own } : {}), ...takenAtOf(tables, rows), source, line, table };
}

function takenAtOf(tables: readonly RawTable[], rows: number): Pick<Stack, 'takenAt'> {
  const all = tables.flatMap(({ takenAt }) => takenAt ?? []);
  if (all.length < tables.length) return {};
  const takenAt = new Float64Array(rows);
  let at = 0;
  for (const part of all) {
    takenAt.set(part, at);
    at += part.length;
  }
  return { takenAt };
}

function stackFields(
  tables: readonly RawTable[],
  rows: number,
  columnsOf: (table: RawTable) => Readonly<Partial<Record<FieldId, Column>>>,
): Partial<Record<FieldId, Column>> {
  const fields = new Set(tables.flatMap((raw) => Object.keys(columnsOf(raw)) as FieldId[]));
  const columns: Partial<Record<FieldId, Column>> = {};
  for (const field of fields) {
    columns[field] = stackColumn(
      tables.map((raw) => ({ rows: raw.rows, column: columnsOf(raw)[field] })),
      rows,
    );
  }
  return columns;
}

interface Part {
  readonly rows: number;
  readonly column: Column | undefined;
}

function stackColumn(parts: readonly Part[], rows: number): Column {
  if (parts.length === 1 && parts[0].column) return parts[0].column;
  const first = parts.find((part) => part.column)?.column as Column;
  if (first.type === 'list') return stackLists(parts, rows, first);
  if (first.type === 'code') {
    const codes = new Uint32Array(rows);
    let at = 0;
    for (const { rows: length, column } of parts) {
      if (column?.type === 'code') codes.set(column.codes, at);
      at += length;
    }
    return { type: 'code', codes, names: first.names };
  }
  const values = new Float64Array(rows).fill(Number.NaN);
  let at = 0;
  for (const { rows: length, column } of parts) {
    if (column && column.type !== 'code' && column.type !== 'list') values.set(column.values, at);
    at += length;
  }
  return { type: first.type, values, ...voidedOf(parts, rows), ...writtenOf(parts, rows) };
}

function voidedOf(parts: readonly Part[], rows: number): Pick<NumberColumn, 'voided'> {
  if (!parts.some(({ column }) => column && 'voided' in column && column.voided)) return {};
  const voided = new Uint8Array(rows);
  let at = 0;
  for (const { rows: length, column } of parts) {
    if (column && 'voided' in column && column.voided) voided.set(column.voided, at);
    at += length;
  }
  return { voided };
}

/** How finely the stamps of several tables are written: the finest of them, and where dates stand without a time. */
function writtenOf(parts: readonly Part[], rows: number): Pick<NumberColumn, 'written'> {
  const written = parts.flatMap(({ column }) =>
    column && 'written' in column ? (column.written ?? []) : [],
  );
  if (written.length === 0) return {};
  const isAll = written.length === parts.filter(({ column }) => column).length;
  const finest = isAll
    ? precisions[Math.min(...written.map((one) => precisions.indexOf(one.finest)))]
    : 'second';
  if (written.every(({ days }) => days === null)) return { written: { ...written[0], finest } };
  const days = new Uint8Array(rows);
  let at = 0;
  for (const { rows: length, column } of parts) {
    if (column && 'written' in column && column.written?.days) days.set(column.written.days, at);
    at += length;
  }
  return { written: { finest, days, zone: (written.find((one) => one.days) ?? written[0]).zone } };
}

function stackLists(parts: readonly Part[], rows: number, first: ListColumn): ListColumn {
  const offsets = new Uint32Array(rows + 1);
  const total = parts.reduce(
    (sum, { column }) => sum + (column?.type === 'list' ? column.codes.length : 0),
    0,
  );
  const codes = new Uint32Array(total);
  let at = 0;
  let used = 0;
  for (const { rows: length, column } of parts) {
    for (let row = 0; row < length; row++) {
      if (column?.type === 'list') {
        for (let i = column.offsets[row]; i < column.offsets[row + 1]; i++) codes[used++] = column.codes[i];
      }
      offsets[++at] = used;
    }
  }
  return { type: 'list', offsets, codes, names: first.names };
}

/** The rows of a column in a given order; rows may be left out. */
export function takeColumn(column: Column, rows: Uint32Array): Column {
  if (column.type === 'list') {
    const offsets = new Uint32Array(rows.length + 1);
    for (let i = 0; i < rows.length; i++) {
      offsets[i + 1] = offsets[i] + column.offsets[rows[i] + 1] - column.offsets[rows[i]];
    }
    const codes = new Uint32Array(offsets[rows.length]);
    for (let i = 0; i < rows.length; i++) {
      codes.set(column.codes.subarray(column.offsets[rows[i]], column.offsets[rows[i] + 1]), offsets[i]);
    }
    return { type: 'list', offsets, codes, names: column.names };
  }
  if (column.type === 'code') {
    const codes = new Uint32Array(rows.length);
    for (let i = 0; i < rows.length; i++) codes[i] = column.codes[rows[i]];
    return { type: 'code', codes, names: column.names };
  }
  const values = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) values[i] = column.values[rows[i]];
  const { voided, written } = column;
  return {
    type: column.type,
    values,
    ...(voided ? { voided: takeMarks(voided, rows) } : {}),
    ...(written ? { written: { ...written, days: written.days && takeMarks(written.days, rows) } } : {}),
  };
}

function takeMarks(marks: Uint8Array, rows: Uint32Array): Uint8Array {
  const taken = new Uint8Array(rows.length);
  for (let i = 0; i < rows.length; i++) taken[i] = marks[rows[i]];
  return taken;
}

/** The rows of a stack in a given order; rows may be left out. */
export function takeRows(stack: Stack, rows: Uint32Array): Stack {
  const columns = takeFields(stack.columns, rows);
  const extra = new Map<string, CodeColumn | ListColumn>();
  for (const [name, column] of stack.extra)
    extra.set(name, takeColumn(column, rows) as CodeColumn | ListColumn);
  const source = new Uint16Array(rows.length);
  const line = new Uint32Array(rows.length);
  const table = new Uint16Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    source[i] = stack.source[rows[i]];
    line[i] = stack.line[rows[i]];
    table[i] = stack.table[rows[i]];
  }
  const own = stack.own && takeFields(stack.own, rows);
  const takenAt = stack.takenAt && new Float64Array(rows.length);
  if (takenAt && stack.takenAt) for (let i = 0; i < rows.length; i++) takenAt[i] = stack.takenAt[rows[i]];
  return {
    ...{ rows: rows.length, columns, extra, source, line, table },
    ...(own ? { own } : {}),
    ...(takenAt ? { takenAt } : {}),
  };
}

function takeFields(
  columns: Partial<Record<FieldId, Column>>,
  rows: Uint32Array,
): Partial<Record<FieldId, Column>> {
  const taken: Partial<Record<FieldId, Column>> = {};
  for (const [field, column] of Object.entries(columns) as [FieldId, Column][])
    taken[field] = takeColumn(column, rows);
  return taken;
}

/** A number field of a stack, added with everything missing where it is not there yet. */
export function ensureNumbers(
  stack: { readonly rows: number; columns: Partial<Record<FieldId, Column>> },
  field: FieldId,
  type: 'instant' | 'duration' | 'number',
): Float64Array {
  const column = stack.columns[field];
  if (column && column.type !== 'code' && column.type !== 'list') return column.values;
  const values = new Float64Array(stack.rows).fill(Number.NaN);
  stack.columns[field] = { type, values };
  return values;
}

/** A code field of a stack, added with everything missing where it is not there yet. */
export function ensureCodes(
  stack: { readonly rows: number; columns: Partial<Record<FieldId, Column>> },
  field: FieldId,
  names: Dictionary = new Dictionary(),
): CodeColumn {
  const column = stack.columns[field];
  if (column?.type === 'code') return column;
  const made: CodeColumn = { type: 'code', codes: new Uint32Array(stack.rows), names };
  stack.columns[field] = made;
  return made;
}

/** The numbers of a field, or null. */
export function numbersIn(columns: Partial<Record<FieldId, Column>>, field: FieldId): Float64Array | null {
  const column = columns[field];
  return column && column.type !== 'code' && column.type !== 'list' ? column.values : null;
}

/** The number column of a field with all that is known of it, or null. */
export function numberColumnIn(
  columns: Partial<Record<FieldId, Column>>,
  field: FieldId,
): NumberColumn | null {
  const column = columns[field];
  return column && column.type !== 'code' && column.type !== 'list' ? column : null;
}

/** Makes a stamp missing that cannot be right, and keeps that there was one: it happened, nobody knows when. */
export function voidStamp(
  stack: { readonly rows: number; columns: Partial<Record<FieldId, Column>> },
  field: FieldId,
  row: number,
): void {
  const column = numberColumnIn(stack.columns, field);
  if (!column) return;
  column.values[row] = Number.NaN;
  let { voided } = column;
  if (!voided) {
    voided = new Uint8Array(stack.rows);
    stack.columns[field] = { ...column, voided };
  }
  voided[row] = 1;
}

/** The codes of a field, or null. */
export function codesIn(columns: Partial<Record<FieldId, Column>>, field: FieldId): CodeColumn | null {
  const column = columns[field];
  return column?.type === 'code' ? column : null;
}

/** 1 at the codes of these names, 0 elsewhere and at the code of what is missing. */
export function flagsOf(names: Dictionary, wanted: readonly string[]): Uint8Array {
  const flags = new Uint8Array(names.size + 1);
  for (const name of wanted) flags[names.find(name)] = 1;
  flags[0] = 0;
  return flags;
}

/** 1 at the codes of names that pass, 0 elsewhere and at the code of what is missing. */
export function flagsWhere(names: Dictionary, passes: (name: string) => boolean): Uint8Array {
  const flags = new Uint8Array(names.size + 1);
  for (let code = 1; code <= names.size; code++) flags[code] = passes(names.name(code)) ? 1 : 0;
  return flags;
}

/** The distinct names that a column holds. */
export function namesIn({ codes, names }: CodeColumn): string[] {
  const seen = new Uint8Array(names.size + 1);
  for (const code of codes) seen[code] = 1;
  const found: string[] = [];
  for (let code = 1; code <= names.size; code++) if (seen[code] === 1) found.push(names.name(code));
  return found;
}

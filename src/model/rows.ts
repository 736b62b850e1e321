import { machineNumber } from './machine-number.ts';
import type { Clock } from './metric.ts';
import { isSentence, type Sentence } from './sentence.ts';

/** A row of cells, by the keys of its columns. */
export type MachineRow = Readonly<Record<string, unknown>>;

/**
 * What the cells of a column are: renderers look at nothing else to tell how one is written. Durations are milliseconds
 * until they are, instants ISO 8601 or epoch milliseconds; a category is text of the export's own.
 */
export type CellType =
  | 'text'
  | 'category'
  | 'person'
  | 'list'
  | 'boolean'
  | 'instant'
  | 'date'
  | 'duration'
  | 'share'
  | 'score'
  | 'points'
  | 'count'
  | 'number';

/** A column of rows, under the name that CSV gives it. */
export interface TypedColumn {
  readonly key: string;
  /** What its cells are, or the cell of a row; text where none is given. */
  readonly type?: CellType | ((row: MachineRow) => CellType);
  /** Of durations: the clock that they are on, the calendar unless given. */
  readonly clock?: Clock | ((row: MachineRow) => Clock);
  /** The cell of a row; `row[key]` where none is given. */
  readonly get?: (row: MachineRow) => unknown;
}

/** What a cell is. */
export function typeOfCell({ type = 'text' }: TypedColumn, row: MachineRow): CellType {
  return typeof type === 'function' ? type(row) : type;
}

/** A cell in the units of data: durations in seconds, all else as it is. */
export function toMachine(value: unknown, type: CellType): unknown {
  if (isSentence(value)) return value.english;
  return type === 'duration' && typeof value === 'number' ? machineNumber(value, type) : value;
}

/** Rows in the units of data, under their own keys. */
export function* machineRows(
  rows: Iterable<MachineRow>,
  columns: readonly TypedColumn[],
): Iterable<MachineRow> {
  const measured = columns.filter(
    ({ type, get }) => !get && (type === 'duration' || typeof type === 'function'),
  );
  for (const row of rows) {
    if (measured.length === 0) {
      yield row;
      continue;
    }
    const written: Record<string, unknown> = { ...row };
    for (const column of measured) written[column.key] = toMachine(row[column.key], typeOfCell(column, row));
    yield written;
  }
}

/** Columns of these names; what is not listed under a type is text. */
export function typedColumns(
  keys: readonly string[],
  types: Readonly<Partial<Record<CellType, readonly string[]>>>,
): readonly TypedColumn[] {
  const found = Object.entries(types) as [CellType, readonly string[]][];
  return keys.map((key) => ({ key, type: found.find(([, names]) => names.includes(key))?.[0] ?? 'text' }));
}

/** The period of a row as JSON carries it; null: everything in the files. */
export type RowPeriod = {
  readonly start: string;
  readonly end: string;
  readonly label: string;
  readonly complete: boolean;
} | null;

/** The row of `metrics` in JSON and NDJSON: a figure in the units of data, durations in seconds. */
export interface MetricRow<Reason extends Sentence | string = Sentence> extends MachineRow {
  readonly period: RowPeriod;
  readonly segment: Readonly<Record<string, string | null>>;
  readonly metric: string;
  readonly stat: string;
  readonly clock: string | null;
  readonly unit: string;
  readonly value: number | null;
  readonly n: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly open: number | null;
  readonly status: string;
  readonly reason: Reason | null;
  readonly clock_source: string | null;
  /** How finely a duration is known; null for what is none. */
  readonly precision: string | null;
  /** Its name in every output: `first_response_time.p90@business`. */
  readonly key: string;
}

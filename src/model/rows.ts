/** A row for machines, in the units of data: durations in seconds, stamps as ISO 8601. */
export type MachineRow = Readonly<Record<string, unknown>>;

/** What the cells of a column are, for formats with types. */
export type CellType = 'text' | 'number' | 'boolean' | 'instant' | 'date';

/** A column of rows, under the name that CSV gives it. */
export interface TypedColumn {
  readonly key: string;
  /** What its cells are, in formats with types; text where none is given. Instants are ISO 8601 or epoch milliseconds. */
  readonly type?: CellType;
  /** The cell of a row; `row[key]` where none is given. */
  readonly get?: (row: MachineRow) => unknown;
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
export interface MetricRow extends MachineRow {
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
  readonly reason: string | null;
  readonly clock_source: string | null;
  /** How finely a duration is known; null for what is none. */
  readonly precision: string | null;
  /** Its name in every output: `first_response_time.p90@business`. */
  readonly key: string;
}

import type { Problem } from './problem.ts';

/**
 * What passes between readers, recognition and tables. A reader first shows a sample of every table that a source
 * holds; recognition says what the columns mean; then the reader pushes the cells of the wanted columns into sinks.
 */

/** Where bytes come from. `open` starts at the beginning every time it is called; stdin is spooled to a file first. */
export interface Source {
  /** As the user named it: a path, or `-`. Used in every message. */
  readonly path: string;
  /** Bytes on disk (compressed size for gzip), for progress; NaN when unknown. */
  readonly size: number;
  /** Said by its name alone; absent where its bytes say it. */
  readonly format?: string;
  open(): AsyncIterable<Uint8Array>;
  /** Bytes from places of the source, as far as it goes; absent where it cannot be read from the middle. */
  sections?(wanted: readonly Section[]): Promise<Uint8Array[]>;
}

/** A source that is no file of an export: its name says what it is, as its first bytes would. */
export interface NamedSource extends Source {
  /** One of the ids of an input format. */
  readonly format: string;
  /** The file that it lies in; null for what lies elsewhere. */
  readonly file: string | null;
  close(): void;
}

/** A stretch of a source. */
export interface Section {
  readonly at: number;
  readonly length: number;
}

/** How a CSV file is written. */
export interface Dialect {
  readonly delimiter: ',' | ';' | '\t' | '|';
  /** `doubled`: `""` inside quotes; `backslash`: `\"`; `none`: quotes mean nothing. */
  readonly quoting: 'doubled' | 'backslash' | 'none';
  /** 1-based line of the (first) header row; lines before it are preamble. */
  readonly headerLine: number;
  /** Header rows, 1 to 3 (Qualtrics writes three, SurveyMonkey two). */
  readonly headerRows: number;
  /** `lf` (the default) ends lines at LF, a CR before it not counting; `cr` is the line end of old Macintosh files. */
  readonly newline?: 'lf' | 'cr';
  /** `lines`: each line is one quoted cell that holds the row; `blanks`: blanks stand beside the quotes of cells; `formulas`: cells are `="text"`. */
  readonly packing?: 'lines' | 'blanks' | 'formulas';
}

/**
 * How records lie in a JSON source.
 *
 * - `records`: each value is a record, an array of them, or both in sequence.
 * - `pages`: records lie in arrays (or, at `singles`, alone) inside wrapper objects; their path names the stream.
 * - `envelopes`: each value names its stream and carries the record (Airbyte, Singer).
 * - `pairs`: each value is `[stream, record]`.
 */
export interface JsonShape {
  readonly unit: 'records' | 'pages' | 'envelopes' | 'pairs';
  /** Paths at which a wrapper holds one record instead of an array of them. */
  readonly singles: readonly string[];
}

/** How a source is to be read, settled by its first bytes. */
export interface SourceLayout {
  /** One of the ids of an input format. */
  readonly format: string;
  readonly encoding:
    | 'utf-8'
    | 'utf-16le'
    | 'utf-16be'
    | 'windows-1252'
    | 'cp850'
    | 'windows-1250'
    | 'windows-1251'
    | 'windows-1254'
    | 'iso-8859-2'
    | 'ibm866'
    | 'koi8-r'
    | 'windows-1253'
    | 'windows-1255'
    | 'windows-1256'
    | 'windows-874'
    | 'gb18030'
    | 'big5'
    | 'shift_jis'
    | 'euc-jp'
    | 'euc-kr';
  readonly compression: 'gzip' | null;
  readonly dialect: Dialect | null;
  /** Null or absent for CSV. */
  readonly shape?: JsonShape | null;
  /** What another format keeps for its own reader. */
  readonly detail?: unknown;
}

/** The first rows of one table, as text, for recognition. Column-major: `values[column][row]`, '' = missing. */
export interface TableSample {
  /** Stream or path of the nested array, null when the file is one table. Nested tables read `parent/child`. */
  readonly stream: string | null;
  /**
   * Column names as written, duplicates kept (Jira), a missing name as ''. JSON: dotted paths
   * (`satisfaction_rating.score`). A nested table has its parent's scalar id under the name `_parent.id`.
   */
  readonly columns: readonly string[];
  /** Further header rows, if any: `headerNotes[0][column]` is the second header row's cell. */
  readonly headerNotes: readonly (readonly string[])[];
  readonly values: readonly (readonly string[])[];
  readonly rows: number;
  /** True when the sample is the whole table. */
  readonly whole: boolean;
  /** CSV preamble lines and trailer lines that were not data (Chatwoot's period line), for facts they carry. */
  readonly asides: readonly string[];
}

export interface SourceSample {
  readonly source: Source;
  readonly layout: SourceLayout;
  readonly tables: readonly TableSample[];
  readonly problems: readonly Problem[];
}

/**
 * Where a reader pushes what it reads, cell by cell. Cells of one row come in column order, only wanted columns,
 * missing trailing cells not at all. Bytes are UTF-8, quotes removed, valid only during the call.
 * A JSON array of scalars comes as its elements joined with U+001F; null as an empty cell.
 */
export interface CellSink {
  cell(column: number, bytes: Uint8Array, start: number, end: number): void;
  /**
   * The row is whole. `line` is the 1-based line (CSV, NDJSON) or record number (JSON) at which it begins. A reason
   * says that the row cannot be used: the reader then hands it to `rejectRow` as it is written.
   */
  endRow(line: number): RejectReason | undefined;
  /** A row whose structure is broken; cells pushed since the last `endRow` are to be forgotten. */
  rejectRow(line: number, reason: RejectReason, raw: string): void;
  /**
   * Whole rows at once, as `cell` and `endRow` (and `rejectRow`) would bring them one by one; false when they are to
   * come that way after all, nothing having been taken.
   */
  takeRows?(batch: CellBatch): boolean;
}

/**
 * The cells of whole rows, column by column, valid only during the call. Cell `row` of column `columns[slot]` is number
 * `slot * room + row` of `starts` and `ends`: a stretch of `bytes`, or, where the numbers are negative, one of
 * `unescaped` from ~start to ~end. Empty stretches are missing cells.
 */
export interface CellBatch {
  /** Ascending. */
  readonly columns: readonly number[];
  readonly room: number;
  readonly rows: number;
  readonly bytes: Uint8Array;
  readonly unescaped: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Where each row begins, as in `endRow`. */
  readonly lines: Uint32Array;
  /** A row as it is written. */
  raw(row: number): string;
  /** Reads many of the cells in `bytes` at once; null or absent where the machine cannot or it does not pay. */
  readonly values?: CellValues | null;
}

/** Cells of a batch, from the one numbered `first` on, and a table of the values of their column. */
export interface ValueRun {
  readonly first: number;
  readonly count: number;
  readonly table: number;
  /** Takes codes, from `at` on. */
  readonly into: Uint32Array;
  readonly at: number;
}

/** Readings that need the bytes of a cell only, for many cells at once. Whoever uses them can do without them. */
export interface CellValues {
  /** A table for the values of a column, or −1 when there is none left. */
  openTable(): number;
  /**
   * Puts the codes of cells into a list, those that the table was told; 0 for empty cells. Null when that were all. Else
   * nothing was put, and what was found is handed over, valid until the next call: the code; below −1, −1 less the number
   * of a value in the table whose code is to be learnt; −1 where the table has no room.
   */
  codes(run: ValueRun): Int32Array | null;
  learn(value: { readonly table: number; readonly number: number; readonly code: number }): void;
}

export type RejectReason =
  | 'too_many_cells'
  | 'too_few_cells'
  | 'open_quote'
  | 'broken_json'
  | 'not_an_object'
  | 'created_at_missing'
  | 'created_at_unreadable'
  | 'needed_field_missing';

/** One table to be read: which columns, and where their cells go. */
export interface TableRequest {
  readonly stream: string | null;
  /** Indexes into the sample's columns, ascending. */
  readonly wanted: readonly number[];
  readonly sink: CellSink;
}

/** What a reader reports at the end of a source. */
export interface ReadResult {
  readonly problems: readonly Problem[];
  /** Rows per stream that reached `endRow`. */
  readonly rows: ReadonlyMap<string | null, number>;
}

/** Called now and then while reading; bytes as they lie on disk. */
export type OnProgress = (progress: { readonly bytes: number; readonly rows: number }) => void;

import type { Problem } from '../../../model/problem.ts';
import type { CellSink, Dialect, ReadResult, RejectReason, TableSample } from '../../../model/source.ts';
import { CsvReader } from '../csv/csv-reader.ts';
import { createIndex, sampleCsv, trailerProblem } from '../csv/csv-source.ts';
import type { FormatSample, ReadRequest, SampleRequest } from '../format.ts';
import { type Sheet, sheetsOf } from './workbook.ts';

const rowsLooked = 1000;

/** How the rows of each table lie in its sheet. */
type Dialects = ReadonlyMap<string | null, Dialect>;

/** The first rows of every sheet, its header found as that of a CSV file is: title rows above it are no data. */
export async function sampleSheets({ source, rows }: SampleRequest<true>): Promise<FormatSample> {
  const sheets = await sheetsOf(source);
  const tables: TableSample[] = [];
  const dialects = new Map<string | null, Dialect>();
  for (const sheet of sheets) {
    const { dialect, table } = await sampleCsv({
      text: sheet.text,
      isWhole: true,
      file: source.path,
      rows: rows ?? rowsLooked,
    });
    const stream = streamOf(sheet, sheets);
    dialects.set(stream, dialect);
    tables.push({ ...table, stream });
  }
  return { layout: { format: 'xlsx', dialect: null, detail: dialects }, tables, problems: [] };
}

/** A workbook of one sheet is one table; several are told apart by their names. */
const streamOf = ({ name }: Sheet, sheets: readonly Sheet[]): string | null =>
  sheets.length > 1 ? name : null;

/** Pushes the rows of the requested sheets. */
export async function readSheets({ sample, requests, options }: ReadRequest): Promise<ReadResult> {
  const { source, layout, tables } = sample;
  const dialects = layout.detail as Dialects;
  const sheets = await sheetsOf(source);
  const problems: Problem[] = [];
  const rows = new Map<string | null, number>();
  for (const { stream, wanted, sink } of requests) {
    const sheet = sheets.find((each) => streamOf(each, sheets) === stream);
    const dialect = dialects.get(stream);
    const table = tables.find((each) => each.stream === stream);
    if (!sheet || !dialect || !table) continue;
    const index = createIndex(dialect, 'plain');
    const reader = new CsvReader({
      dialect,
      columns: table.columns.length,
      wanted,
      sink: new SheetRows(sink, sheet.lines),
      file: source.path,
      index,
    });
    reader.push(sheet.text);
    reader.end();
    index?.release();
    problems.push(...reader.problems(), ...trailerProblem(source.path, reader.trailer));
    rows.set(stream, reader.rows);
    options.onProgress?.({ bytes: source.size, rows: [...rows.values()].reduce((sum, n) => sum + n, 0) });
  }
  return { problems, rows };
}

/** Names rows by their number in the sheet, which a cell of several lines does not move. */
class SheetRows implements CellSink {
  readonly #sink: CellSink;
  readonly #lines: Uint32Array;
  #row = 0;

  constructor(sink: CellSink, lines: Uint32Array) {
    this.#sink = sink;
    this.#lines = lines;
  }

  cell(column: number, bytes: Uint8Array, start: number, end: number): void {
    this.#sink.cell(column, bytes, start, end);
  }

  endRow(line: number): RejectReason | undefined {
    return this.#sink.endRow(this.#rowAt(line));
  }

  rejectRow(line: number, reason: RejectReason, raw: string): void {
    this.#sink.rejectRow(this.#rowAt(line), reason, raw);
  }

  /** Lines come in ascending order. */
  #rowAt(line: number): number {
    while (this.#row + 1 < this.#lines.length && this.#lines[this.#row + 1] <= line) this.#row++;
    return this.#row + 1;
  }
}

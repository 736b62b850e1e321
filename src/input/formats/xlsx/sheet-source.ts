import type { Problem } from '../../../model/problem.ts';
import type { CellSink, Dialect, ReadResult, RejectReason, TableSample } from '../../../model/source.ts';
import { CsvReader } from '../csv/csv-reader.ts';
import { createIndex, sampleCsv, trailerProblem } from '../csv/csv-source.ts';
import {
  commentStream,
  type PackedComments,
  packedComments,
  packedStream,
  peopleStream,
  Unpacker,
  unpackedSamples,
} from '../csv/packed-comments.ts';
import type { FormatSample, ReadRequest, SampleRequest } from '../format.ts';
import type { Sheet } from './sheet-text.ts';

const rowsLooked = 1000;

/** How the rows of each sheet's table lie in it, and what is packed into them. */
interface SheetLayout {
  readonly dialect: Dialect;
  readonly packed: PackedComments | null;
}
type Layouts = ReadonlyMap<string | null, SheetLayout>;

/** What a source of sheets is called, and its sheets. */
export interface Sheets {
  readonly format: string;
  readonly sheets: readonly Sheet[];
}

/** The first rows of every sheet, its header found as that of a CSV file is: title rows above it are no data. */
export async function sampleSheets(
  { source, rows }: Pick<SampleRequest<unknown>, 'source' | 'rows'>,
  { format, sheets }: Sheets,
): Promise<FormatSample> {
  const tables: TableSample[] = [];
  const layouts = new Map<string | null, SheetLayout>();
  const problems: Problem[] = [];
  for (const sheet of sheets) {
    const { dialect, table } = await sampleCsv({
      text: sheet.text,
      isWhole: true,
      file: source.path,
      rows: rows ?? rowsLooked,
    });
    const stream = streamOf(sheet, sheets);
    const packed = packedComments(table);
    layouts.set(stream, { dialect, packed });
    const own = { ...table, stream };
    tables.push(own, ...(packed ? unpackedSamples(own, packed) : []));
    if (!packed) continue;
    const where = { file: source.path, ...(stream === null ? {} : { table: stream }) };
    const args = { column: table.columns[packed.comments[0]] };
    problems.push({ code: 'comments_unpacked', severity: 'note', args, where });
  }
  return { layout: { format, dialect: null, detail: layouts }, tables, problems };
}

/** A workbook of one sheet is one table; several are told apart by their names. */
const streamOf = ({ name }: Sheet, sheets: readonly Sheet[]): string | null =>
  sheets.length > 1 ? name : null;

/** Pushes the rows of the requested sheets. */
export async function readSheets(
  { sample, requests, options }: ReadRequest,
  sheets: readonly Sheet[],
): Promise<ReadResult> {
  const { source, layout, tables } = sample;
  const layouts = layout.detail as Layouts;
  const problems: Problem[] = [];
  const rows = new Map<string | null, number>();
  for (const sheet of sheets) {
    const stream = streamOf(sheet, sheets);
    const { dialect, packed } = layouts.get(stream) ?? {};
    const table = tables.find((each) => each.stream === stream);
    const asked = requests.filter((each) => isOfSheet(each.stream, stream));
    if (!dialect || !table || asked.length === 0) continue;
    const unpacker = packed ? new Unpacker(packed, asked, stream) : null;
    const { wanted, sink } = unpacker ? { wanted: unpacker.wanted, sink: unpacker } : asked[0];
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
    for (const [part, count] of unpacker?.rows ?? []) rows.set(part, count);
    options.onProgress?.({ bytes: source.size, rows: [...rows.values()].reduce((sum, n) => sum + n, 0) });
  }
  return { problems, rows };
}

/** Whether a table is that of a sheet, or packed into it. */
const isOfSheet = (table: string | null, sheet: string | null): boolean =>
  table === sheet ||
  table === packedStream(commentStream, sheet) ||
  table === packedStream(peopleStream, sheet);

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

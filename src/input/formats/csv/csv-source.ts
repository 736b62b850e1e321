import type { Problem } from '../../../model/problem.ts';
import type { CellSink, Dialect, TableSample } from '../../../model/source.ts';
import { CsvReader } from './csv-reader.ts';
import { type CsvBeginning, sniffCsv } from './dialect.ts';
import { readingOf } from './reading.ts';
import { PlainRowIndex, type RowIndex } from './row-index.ts';
import { quoteByte } from './row-splitter.ts';
import { SimdRowIndex } from './simd-row-index.ts';

/** A sample is read in steps, so that little more of the text is looked at than its rows need. */
const stepBytes = 1 << 18;

/** The first rows of a CSV file, read exactly as the whole file will be. */
export async function sampleCsv(options: {
  text: Uint8Array;
  isWhole: boolean;
  rows: number;
  file: string;
}): Promise<{ dialect: Dialect; table: TableSample }> {
  const { text, isWhole, rows, file } = options;
  const beginning: CsvBeginning = await sniffCsv(text, isWhole);
  const { dialect, header } = beginning;
  const collector = new TextCollector(header.length);
  const reader = new CsvReader({
    dialect,
    columns: header.length,
    wanted: header.map((_, i) => i),
    sink: collector,
    file,
    index: createIndex(dialect, 'plain'),
    limit: rows,
  });
  for (let at = 0; at < text.length && !reader.isDone; at += stepBytes) {
    reader.push(text.subarray(at, at + stepBytes));
  }
  if (isWhole) reader.end();
  const table: TableSample = {
    stream: null,
    columns: header,
    headerNotes: beginning.headerNotes,
    values: collector.values,
    rows: collector.rows,
    whole: isWhole && !reader.isDone,
    asides: [...beginning.preamble, ...reader.trailer],
  };
  return { dialect, table };
}

/** The index for a dialect; null where every row has to be split by itself. */
export function createIndex(dialect: Dialect, kind: 'simd' | 'plain' | 'none'): RowIndex | null {
  if (dialect.quoting === 'backslash' || kind === 'none') return null;
  const { delimiter, newline } = readingOf(dialect);
  const bytes = { delimiter, newline, quote: dialect.quoting === 'none' ? -1 : quoteByte };
  return (kind === 'simd' ? SimdRowIndex.create(bytes) : null) ?? new PlainRowIndex(bytes);
}

/** Keeps the cells of a sample as text, column by column. */
export class TextCollector implements CellSink {
  readonly values: string[][];
  rows = 0;
  #row: string[] = [];

  constructor(columns: number) {
    this.values = Array.from({ length: columns }, () => []);
  }

  cell(column: number, bytes: Uint8Array, start: number, end: number): void {
    this.#row[column] = (bytes as Buffer).toString('utf8', start, end);
  }

  endRow(): undefined {
    this.values.forEach((column, i) => {
      column.push(this.#row[i] ?? '');
    });
    this.#row = [];
    this.rows++;
  }

  rejectRow(): void {
    this.#row = [];
  }
}

/** What is said about lines behind the data. */
export function trailerProblem(file: string, trailer: readonly string[]): Problem[] {
  if (trailer.length === 0) return [];
  const text = trailer
    .map((line) => (line.length > 60 ? `${line.slice(0, 60)}…` : line))
    .slice(0, 3)
    .join(' | ');
  return [
    { code: 'trailer_passed_over', severity: 'note', args: { text }, where: { file }, count: trailer.length },
  ];
}

import { Buffer } from 'node:buffer';
import type { ReadOptions } from '../../../../src/input/formats/format.ts';
import { readSource } from '../../../../src/input/formats/read-source.ts';
import { sampleSource } from '../../../../src/input/formats/sample-source.ts';
import type { Problem } from '../../../../src/model/problem.ts';
import type { CellSink, RejectReason, Source, SourceSample } from '../../../../src/model/source.ts';

/** A source whose bytes lie in memory and come in chunks of a chosen size. */
export function memorySource(bytes: Uint8Array | string, chunkBytes = 1 << 20): Source {
  const all = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  return {
    path: 'memory.csv',
    size: all.length,
    async *open() {
      // A chunk is valid only until the next one is asked for, so each lies in the same memory.
      const chunk = Buffer.alloc(Math.min(chunkBytes, all.length));
      for (let at = 0; at < all.length; at += chunkBytes) {
        const piece = all.subarray(at, at + chunkBytes);
        chunk.set(piece);
        yield chunk.subarray(0, piece.length);
        chunk.fill(0x3f);
      }
    },
  };
}

export interface ReadTable {
  readonly columns: readonly string[];
  /** One array a row, as many cells as the wanted columns; '' for cells that were not pushed. */
  readonly rows: string[][];
  readonly lines: number[];
  readonly rejects: { line: number; reason: RejectReason; raw: string }[];
}

/** Keeps everything that is pushed, checking the contract of the sink on the way. */
export class RecordingSink implements CellSink {
  readonly rows: string[][] = [];
  readonly lines: number[] = [];
  readonly rejects: { line: number; reason: RejectReason; raw: string }[] = [];
  readonly #wanted: readonly number[];
  #row: string[] = [];
  #last = -1;

  constructor(wanted: readonly number[]) {
    this.#wanted = wanted;
  }

  cell(column: number, bytes: Uint8Array, start: number, end: number): void {
    if (column <= this.#last) throw new Error(`column ${column} came after column ${this.#last}`);
    if (!this.#wanted.includes(column)) throw new Error(`column ${column} was not wanted`);
    if (start > end || end > bytes.length)
      throw new Error(`no such range: ${start}–${end} of ${bytes.length}`);
    this.#last = column;
    this.#row[this.#wanted.indexOf(column)] = Buffer.from(bytes.subarray(start, end)).toString('utf8');
  }

  endRow(line: number): undefined {
    this.rows.push(this.#wanted.map((_, i) => this.#row[i] ?? ''));
    this.lines.push(line);
    this.#forget();
  }

  rejectRow(line: number, reason: RejectReason, raw: string): void {
    this.rejects.push({ line, reason, raw });
    this.#forget();
  }

  #forget(): void {
    this.#row = [];
    this.#last = -1;
  }
}

export interface WholeReading {
  readonly sample: SourceSample;
  readonly tables: ReadonlyMap<string | null, ReadTable>;
  /** The only table, or the first one. */
  readonly table: ReadTable;
  readonly problems: readonly Problem[];
}

/** Samples a source and reads every column of every table in it. */
export async function readAll(
  bytes: Uint8Array | string | Source,
  options: ReadOptions & { chunkBytes?: number; wanted?: readonly string[] } = {},
): Promise<WholeReading> {
  const isSource = typeof bytes === 'object' && 'open' in bytes;
  const source = isSource ? bytes : memorySource(bytes, options.chunkBytes);
  const sample = await sampleSource(source);
  return { sample, ...(await readSample(sample, options)) };
}

export async function readSample(
  sample: SourceSample,
  options: ReadOptions & { wanted?: readonly string[] } = {},
): Promise<Omit<WholeReading, 'sample'>> {
  const requests = sample.tables.map((table) => {
    const every = table.columns.map((_, i) => i);
    const wanted = every.filter((i) => !options.wanted || options.wanted.includes(table.columns[i]));
    return { stream: table.stream, wanted, sink: new RecordingSink(wanted) };
  });
  const result = await readSource(sample, requests, options);
  const tables = new Map<string | null, ReadTable>();
  for (const [i, { stream, wanted, sink }] of requests.entries()) {
    const columns = wanted.map((column) => sample.tables[i].columns[column]);
    if (result.rows.get(stream) !== sink.rows.length) throw new Error(`rows of ${stream} miscounted`);
    tables.set(stream, { columns, rows: sink.rows, lines: sink.lines, rejects: sink.rejects });
  }
  const [table] = tables.values();
  return { tables, table, problems: result.problems };
}

/** A sample's rows, one array a row. */
export function sampleRows(sample: SourceSample, index = 0): string[][] {
  const { values, rows } = sample.tables[index];
  return Array.from({ length: rows }, (_, row) => values.map((column) => column[row]));
}

export const codesOf = (problems: readonly Problem[]): string[] => problems.map(({ code }) => code);

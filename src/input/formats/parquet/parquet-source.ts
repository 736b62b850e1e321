import { Buffer } from 'node:buffer';
import {
  type AsyncBuffer,
  type FileMetaData,
  type ParquetParsers,
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { DeskstatError } from '../../../model/problem.ts';
import { sentence } from '../../../model/sentence.ts';
import type { ReadResult, Source } from '../../../model/source.ts';
import { TextCollector } from '../csv/csv-source.ts';
import type { FormatSample, ReadRequest, SampleRequest } from '../format.ts';
import { type Leaf, leavesOf } from './leaves.ts';

const rowsLooked = 1000;

/** The first rows of the table; structures are columns of their own, named by their path. */
export async function sampleParquet({ source, rows }: SampleRequest<true>): Promise<FormatSample> {
  const table = await openTable(source);
  const wanted = table.leaves.map((_, column) => column);
  const collector = new TextCollector(wanted.length);
  const count = Math.min(Number(table.metadata.num_rows), rows ?? rowsLooked);
  await pushRows(table, { wanted, sink: collector, from: 0, to: count });
  return {
    layout: { format: 'parquet', dialect: null },
    tables: [
      {
        stream: null,
        columns: table.leaves.map(({ name }) => name),
        headerNotes: [],
        values: collector.values,
        rows: collector.rows,
        whole: count === Number(table.metadata.num_rows),
        asides: [],
      },
    ],
    problems: [],
  };
}

/** Pushes all rows, a row group at a time: no more than one lies in memory. */
export async function readParquet({ sample, requests, options }: ReadRequest): Promise<ReadResult> {
  const { source } = sample;
  const table = await openTable(source);
  const request = requests.find(({ stream }) => stream === null);
  let from = 0;
  if (!request) return { problems: [], rows: new Map([[null, 0]]) };
  for (const group of table.metadata.row_groups) {
    const to = from + Number(group.num_rows);
    await pushRows(table, { ...request, from, to });
    from = to;
    options.onProgress?.({ bytes: (source.size * to) / Number(table.metadata.num_rows), rows: to });
  }
  return { problems: [], rows: new Map([[null, from]]) };
}

interface ParquetTable {
  readonly source: Source;
  readonly file: AsyncBuffer;
  readonly metadata: FileMetaData;
  readonly leaves: readonly Leaf[];
}

async function openTable(source: Source): Promise<ParquetTable> {
  const file = await bufferOf(source);
  return unbroken(source, async () => {
    const metadata = await parquetMetadataAsync(file, { parsers });
    return { source, file, metadata, leaves: leavesOf(parquetSchema(metadata)) };
  });
}

/** Stretches of the file where it can be read from the middle, all of it else (an entry of an archive). */
async function bufferOf(source: Source): Promise<AsyncBuffer> {
  const { sections, size } = source;
  if (sections && !Number.isNaN(size))
    return {
      byteLength: size,
      slice: async (start, end = size) => {
        const [bytes] = await sections.call(source, [{ at: start, length: end - start }]);
        return arrayOf(bytes);
      },
    };
  const parts: Buffer[] = [];
  for await (const chunk of source.open()) parts.push(Buffer.from(chunk));
  const whole = arrayOf(Buffer.concat(parts));
  return { byteLength: whole.byteLength, slice: (start, end) => whole.slice(start, end) };
}

const arrayOf = (bytes: Uint8Array): ArrayBuffer =>
  bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;

const isoText = (ms: number): string => {
  const text = new Date(ms).toISOString();
  return text.endsWith('.000Z') ? `${text.slice(0, -5)}Z` : text;
};

/** Stamps as text, with a Z until the column's type says that they are local; documents as they are written. */
const parsers: Partial<ParquetParsers> = {
  timestampFromMilliseconds: (at) => isoText(Number(at)),
  timestampFromMicroseconds: (at) => isoText(Number(at / 1000n)),
  timestampFromNanoseconds: (at) => isoText(Number(at / 1_000_000n)),
  dateFromDays: (days) => new Date(days * 86_400_000).toISOString().slice(0, 10),
  jsonFromBytes: (bytes) => Buffer.from(bytes).toString('utf8'),
};

interface RowRange {
  /** Numbers of the columns whose cells are pushed, ascending. */
  readonly wanted: readonly number[];
  readonly sink: ReadRequest['requests'][number]['sink'];
  readonly from: number;
  readonly to: number;
}

async function pushRows(table: ParquetTable, { wanted, sink, from, to }: RowRange): Promise<void> {
  if (to <= from) return;
  const { source, file, metadata, leaves } = table;
  const columns = [...new Set(wanted.map((column) => leaves[column].top))];
  const records = await unbroken(source, () =>
    parquetReadObjects({ file, metadata, columns, rowStart: from, rowEnd: to, compressors, parsers }),
  );
  for (const [row, record] of records.entries()) {
    for (const column of wanted) {
      const text = leaves[column].textOf(record);
      if (text === '') continue;
      const bytes = Buffer.from(text);
      sink.cell(column, bytes, 0, bytes.length);
    }
    const line = from + row + 1;
    const reason = sink.endRow(line);
    if (reason) sink.rejectRow(line, reason, JSON.stringify(record, plain));
  }
}

const plain = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);

async function unbroken<T>(source: Source, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).split('\n', 1)[0];
    throw new DeskstatError(
      {
        code: 'contents_unreadable',
        args: { kind: sentence('kind.parquet'), reason },
        where: { file: source.path },
      },
      3,
    );
  }
}

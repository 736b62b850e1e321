import type { Problem } from '../../model/problem.ts';
import type {
  CellSink,
  OnProgress,
  ReadResult,
  SourceLayout,
  SourceSample,
  TableRequest,
} from '../../model/source.ts';
import { CsvReader } from './csv/csv-reader.ts';
import { createIndex, trailerProblem } from './csv/csv-source.ts';
import { JsonCursor } from './json/json-cursor.ts';
import { createDriver, type JsonLayout } from './json/json-source.ts';
import { RecordPusher } from './json/record-plan.ts';
import { StringMarks } from './json/string-marks.ts';
import { TextStream } from './text-stream.ts';

export interface ReadOptions {
  readonly onProgress?: OnProgress;
  /**
   * How rows of CSV and strings of JSON are found: by vector instructions where the machine has them, byte by byte,
   * or without any index. Results never differ. Left out: by vector instructions where there is more to read than
   * compiling them takes time.
   */
  readonly index?: 'simd' | 'plain' | 'none';
}

/** Sources from so many bytes on are read by vector instructions; their code takes about 4 ms to compile. */
const VECTOR_BYTES = 1 << 18;

function indexFor(
  { size }: SourceSample['source'],
  { index }: ReadOptions,
): NonNullable<ReadOptions['index']> {
  return index ?? (size < VECTOR_BYTES ? 'plain' : 'simd');
}

/** What chunks of text are poured into. */
interface Pourable {
  push(chunk: Uint8Array): void;
  end(): void;
  release(): void;
  problems(): Problem[];
  rows(): Map<string | null, number>;
}

/**
 * Reads a source from beginning to end in one pass and pushes the wanted cells of the requested tables, as UTF-8,
 * into their sinks. What is broken is rejected row by row and reported; nothing is pushed twice.
 *
 * @throws DeskstatError exit 3 for a row or record longer than 64 MiB.
 */
export async function readSource(
  sample: SourceSample,
  requests: readonly TableRequest[],
  options: ReadOptions = {},
): Promise<ReadResult> {
  const { source, layout } = sample;
  const stream = new TextStream(source, layout);
  const target =
    layout.format === 'csv' ? csvTarget(sample, requests, options) : jsonTarget(sample, requests, options);
  try {
    for await (const chunk of stream.chunks()) {
      target.push(chunk);
      if (options.onProgress) {
        let rows = 0;
        for (const count of target.rows().values()) rows += count;
        options.onProgress({ bytes: stream.bytesRead, rows });
      }
    }
    target.end();
  } finally {
    target.release();
  }
  return { problems: [...stream.problems(), ...target.problems()], rows: target.rows() };
}

/** Takes what nobody asked for. */
const nowhere: CellSink = { cell: () => {}, endRow: () => undefined, rejectRow: () => {} };

function csvTarget(sample: SourceSample, requests: readonly TableRequest[], options: ReadOptions): Pourable {
  const { source, layout, tables } = sample;
  const dialect = layout.dialect as NonNullable<SourceLayout['dialect']>;
  const request = requests.find(({ stream }) => stream === null);
  const index = createIndex(dialect, indexFor(source, options));
  const reader = new CsvReader({
    dialect,
    columns: tables[0].columns.length,
    wanted: request?.wanted ?? [],
    sink: request?.sink ?? nowhere,
    file: source.path,
    index,
  });
  return {
    push: (chunk) => reader.push(chunk),
    end: () => reader.end(),
    release: () => index?.release(),
    problems: () => [...reader.problems(), ...trailerProblem(source.path, reader.trailer)],
    rows: () => new Map([[null, reader.rows]]),
  };
}

function jsonTarget(sample: SourceSample, requests: readonly TableRequest[], options: ReadOptions): Pourable {
  const { source, layout, tables } = sample;
  const marks = indexFor(source, options) === 'simd' ? StringMarks.create() : null;
  const cursor = new JsonCursor(marks);
  const consumer = new RecordPusher({ cursor, tables, requests });
  const { format, shape } = layout as JsonLayout;
  const driver = createDriver({ format, shape }, { cursor, consumer, file: source.path });
  return {
    push: (chunk) => driver.push(chunk),
    end: () => driver.end(),
    release: () => marks?.release(),
    problems: () => driver.problems(),
    rows: () => consumer.rows,
  };
}

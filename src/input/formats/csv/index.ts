import type { Problem } from '../../../model/problem.ts';
import type { CellSink, Dialect, ReadResult } from '../../../model/source.ts';
import type { FormatSample, InputFormat, ReadRequest, SampleRequest, SourceHead } from '../format.ts';
import { indexFor, readText } from '../read-text.ts';
import { CsvReader } from './csv-reader.ts';
import { createIndex, sampleCsv, trailerProblem } from './csv-source.ts';
import { type PackedComments, packedComments, Unpacker, unpackedSamples } from './packed-comments.ts';

const rowsLooked = 1000;

/** Cells between separators, with or without quotes: any text that is nothing else. */
export const csv: InputFormat<Uint8Array> = {
  ids: ['csv'],
  endings: ['.csv', '.tsv', '.txt', '.log'],
  sniff: ({ text }: SourceHead) => text,
  sample: sampleText,
  read: readCsv,
};

async function sampleText({ source, head, found, rows }: SampleRequest<Uint8Array>): Promise<FormatSample> {
  const { dialect, table } = await sampleCsv({
    text: found,
    isWhole: head.whole,
    file: source.path,
    rows: rows ?? rowsLooked,
  });
  const where = { file: source.path };
  const problems: Problem[] =
    dialect.packing === 'lines' ? [{ code: 'lines_unwrapped', severity: 'note', args: {}, where }] : [];
  const packed = packedComments(table);
  if (packed) {
    const args = { column: table.columns[packed.comments[0]] };
    problems.push({ code: 'comments_unpacked', severity: 'note', args, where });
  }
  return {
    layout: { format: 'csv', dialect, shape: null, ...(packed ? { detail: packed } : {}) },
    tables: packed ? [table, ...unpackedSamples(table, packed)] : [table],
    problems,
  };
}

/** Takes what nobody asked for. */
const nowhere: CellSink = { cell: () => {}, endRow: () => undefined, rejectRow: () => {} };

function readCsv({ sample, requests, options }: ReadRequest): Promise<ReadResult> {
  const { source, layout, tables } = sample;
  const dialect = layout.dialect as Dialect;
  const packed = layout.detail ? new Unpacker(layout.detail as PackedComments, requests) : null;
  const request = requests.find(({ stream }) => stream === null);
  const index = createIndex(dialect, indexFor(source, options));
  const reader = new CsvReader({
    dialect,
    columns: tables[0].columns.length,
    wanted: packed?.wanted ?? request?.wanted ?? [],
    sink: packed ?? request?.sink ?? nowhere,
    file: source.path,
    index,
  });
  return readText(
    { sample, options },
    {
      push: (chunk) => reader.push(chunk),
      end: () => reader.end(),
      release: () => index?.release(),
      problems: () => [...reader.problems(), ...trailerProblem(source.path, reader.trailer)],
      rows: () => new Map<string | null, number>([[null, reader.rows], ...(packed?.rows ?? [])]),
    },
  );
}

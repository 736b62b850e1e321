import type { JsonShape, ReadResult } from '../../../model/source.ts';
import type { FormatSample, InputFormat, ReadRequest, SampleRequest, SourceHead } from '../format.ts';
import { indexFor, readText } from '../read-text.ts';
import { JsonCursor } from './json-cursor.ts';
import { createDriver, type JsonLayout, sampleJson, sniffJson } from './json-source.ts';
import { RecordPusher } from './record-plan.ts';
import { StringMarks } from './string-marks.ts';

const recordsLooked = 1000;

/** JSON documents (`json`), and one value a line (`ndjson`). */
export const json: InputFormat<JsonLayout> = {
  ids: ['json', 'ndjson'],
  endings: ['.json', '.jsonl', '.ndjson'],
  sniff: ({ text, whole }: SourceHead) => text && sniffJson(text, whole),
  sample: sampleRecords,
  read: readRecords,
};

async function sampleRecords(request: SampleRequest<JsonLayout>): Promise<FormatSample> {
  const { source, head, found, rows } = request;
  const tables = sampleJson({
    text: head.text ?? new Uint8Array(),
    isWhole: head.whole,
    file: source.path,
    rows: rows ?? recordsLooked,
    layout: found,
  });
  return { layout: { ...found, dialect: null }, tables, problems: [] };
}

function readRecords({ sample, requests, options }: ReadRequest): Promise<ReadResult> {
  const { source, layout, tables } = sample;
  const marks = indexFor(source, options) === 'simd' ? StringMarks.create() : null;
  const cursor = new JsonCursor(marks);
  const consumer = new RecordPusher({ cursor, tables, requests });
  const driver = createDriver(
    { format: layout.format, shape: layout.shape as JsonShape },
    { cursor, consumer, file: source.path },
  );
  return readText(
    { sample, options },
    {
      push: (chunk) => driver.push(chunk),
      end: () => driver.end(),
      release: () => marks?.release(),
      problems: () => driver.problems(),
      rows: () => consumer.rows,
    },
  );
}

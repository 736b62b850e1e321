import { DeskstatError, type Problem } from '../../model/problem.ts';
import type { Source, SourceLayout, SourceSample } from '../../model/source.ts';
import { sampleCsv } from './csv/csv-source.ts';
import { encodingNames } from './encoding.ts';
import { foreignKind } from './file-kind.ts';
import { sampleJson, sniffJson } from './json/json-source.ts';
import { readHead } from './text-stream.ts';

export interface SampleOptions {
  /** Rows of a CSV table, records of a JSON table; 1,000 by default. */
  readonly rows?: number;
}

/** Text looked at to settle how a source is written and to sample it. */
const headBytes = 1 << 21;
const csvRows = 1000;
const jsonRows = 1000;

/**
 * Settles how a source is to be read (compression, encoding, format, dialect), by its content and never by its name,
 * and shows the first rows of every table in it.
 *
 * @throws DeskstatError exit 3 for an empty file, and for one that is no text: it names what it is.
 */
export async function sampleSource(source: Source, options: SampleOptions = {}): Promise<SourceSample> {
  const head = await readHead(source, headBytes);
  const where = { file: source.path };
  if (head.raw.length === 0) throw new DeskstatError({ code: 'file_empty', args: {}, where }, 3);
  const foreign = foreignKind(head.raw);
  if (foreign) {
    throw new DeskstatError(
      { code: 'file_not_text', args: { kind: foreign.kind, try: foreign.try }, where },
      3,
    );
  }
  if (head.text.every((byte) => byte <= 0x20)) {
    throw new DeskstatError({ code: 'file_empty', args: {}, where }, 3);
  }
  const problems: Problem[] = [];
  if (head.guessed) {
    const encoding = encodingNames[head.encoding];
    problems.push({ code: 'encoding_guessed', severity: 'note', args: { encoding }, where });
  }
  const { encoding, compression } = head;
  const base = { text: head.text, isWhole: head.whole, file: source.path };
  const json = sniffJson(head.text, head.whole);
  if (json) {
    const layout: SourceLayout = { ...json, encoding, compression, dialect: null };
    const tables = sampleJson({ ...base, rows: options.rows ?? jsonRows, layout: json });
    return { source, layout, tables, problems };
  }
  const { dialect, table } = await sampleCsv({ ...base, rows: options.rows ?? csvRows });
  if (dialect.packing === 'lines')
    problems.push({ code: 'lines_unwrapped', severity: 'note', args: {}, where });
  const layout: SourceLayout = { format: 'csv', encoding, compression, dialect, shape: null };
  return { source, layout, tables: [table], problems };
}

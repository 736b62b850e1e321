import { DeskstatError, type Problem } from '../../model/problem.ts';
import { sentence } from '../../model/sentence.ts';
import type { Source, SourceSample } from '../../model/source.ts';
import { encodingNames } from '../readers/encoding.ts';
import { type Foreign, foreignKind } from '../readers/file-kind.ts';
import { readHead } from '../readers/text-stream.ts';
import type { FormatSample, InputFormat, SourceHead } from './format.ts';
import { formats } from './index.ts';

export interface SampleOptions {
  /** Rows or records of a table; each format has a number of its own otherwise. */
  readonly rows?: number;
}

/** Text looked at to settle how a source is written and to sample it. */
const headBytes = 1 << 21;

/**
 * Settles how a source is to be read (compression, encoding, format, dialect), by its content and never by its name,
 * and shows the first rows of every table in it.
 *
 * @throws DeskstatError exit 3 for an empty file, and for one that no format knows: it names what it is.
 */
export async function sampleSource(source: Source, options: SampleOptions = {}): Promise<SourceSample> {
  if (source.format !== undefined) return sampleNamed(source, source.format, options);
  const head = await readHead(source, headBytes);
  const where = { file: source.path };
  if (head.raw.length === 0) throw new DeskstatError({ code: 'file_empty', args: {}, where }, 3);
  const foreign = foreignKind(head.raw);
  if (!foreign && head.text.every((byte) => byte <= 0x20))
    throw new DeskstatError({ code: 'file_empty', args: {}, where }, 3);
  const told: SourceHead = { ...head, text: foreign ? null : head.text };
  for (const format of formats) {
    const sampled = await sampleAs(format, { source, head: told, rows: options.rows });
    if (!sampled) continue;
    const { encoding, compression } = head;
    return {
      source,
      layout: { ...sampled.layout, encoding: foreign ? 'utf-8' : encoding, compression },
      tables: sampled.tables,
      problems: [...(foreign ? [] : encodingProblems(head, where)), ...sampled.problems],
    };
  }
  const args = {
    kind: foreign?.kind ?? sentence('kind.binary'),
    try: foreign?.try ?? asDatabase(foreign, source),
  };
  throw new DeskstatError({ code: 'file_not_text', args, where }, 3);
}

/** How a database is named that was named as a file. */
const asDatabase = (foreign: Foreign | null, { path }: Source): string | undefined =>
  foreign?.scheme === undefined || path === '-' ? undefined : `${foreign.scheme}${path}`;

/** A source whose name says what it is has no first bytes to look at. */
async function sampleNamed(source: Source, name: string, { rows }: SampleOptions): Promise<SourceSample> {
  const format = formats.find(({ ids }) => ids.includes(name));
  if (!format) throw new Error(`nothing reads ${name}`);
  const { layout, tables, problems } = await format.sample({ source, head: noHead, found: name, rows });
  return { source, layout: { ...layout, encoding: 'utf-8', compression: null }, tables, problems };
}

const noHead: SourceHead = {
  raw: new Uint8Array(0),
  text: null,
  whole: false,
  encoding: 'utf-8',
  guessed: false,
  compression: null,
};

async function sampleAs<Found>(
  format: InputFormat<Found>,
  given: { readonly source: Source; readonly head: SourceHead; readonly rows?: number },
): Promise<FormatSample | null> {
  const found = format.sniff(given.head);
  return found === null ? null : format.sample({ ...given, found });
}

function encodingProblems(
  { guessed, encoding }: Pick<SourceHead, 'guessed' | 'encoding'>,
  where: { readonly file: string },
): Problem[] {
  if (!guessed) return [];
  const args = { encoding: encodingNames[encoding] };
  return [{ code: 'encoding_guessed', severity: 'note', args, where }];
}

import { DeskstatError } from '../../../model/problem.ts';
import { sentence } from '../../../model/sentence.ts';
import type { Source, SourceLayout } from '../../../model/source.ts';
import { TextStream } from '../../readers/text-stream.ts';
import { type Sheet, sheetText } from '../xlsx/sheet-text.ts';
import { gridRows } from './grid.ts';

/** Texts taken apart: a source is sampled before it is read. */
const known = new WeakMap<Source, Promise<readonly Sheet[]>>();

/**
 * The one table of a text in columns.
 *
 * @throws DeskstatError exit 3 where the text as a whole is in no columns
 */
export function sheetsOf(
  source: Source,
  layout: Pick<SourceLayout, 'encoding' | 'compression'>,
): Promise<readonly Sheet[]> {
  const there = known.get(source);
  if (there) return there;
  const sheets = readColumns(source, layout);
  known.set(source, sheets);
  return sheets;
}

async function readColumns(
  source: Source,
  layout: Pick<SourceLayout, 'encoding' | 'compression'>,
): Promise<readonly Sheet[]> {
  const decoder = new TextDecoder();
  const parts: string[] = [];
  for await (const chunk of new TextStream(source, layout).chunks())
    parts.push(decoder.decode(chunk, { stream: true }));
  const rows = gridRows(parts.join('').split(/\r?\n/));
  if (rows) return [sheetText('', rows)];
  throw new DeskstatError(
    {
      code: 'file_not_text',
      args: { kind: sentence('kind.text_in_columns'), try: sentence('hint.export_as_text') },
      where: { file: source.path },
    },
    3,
  );
}

import { Buffer } from 'node:buffer';
import readWorkbook from 'read-excel-file/node';
import { DeskstatError } from '../../../model/problem.ts';
import { sentence } from '../../../model/sentence.ts';
import type { Source } from '../../../model/source.ts';
import { type Cell, type Sheet, sheetText } from './sheet-text.ts';

/** Parsed workbooks: a source is sampled before it is read, and unpacking it twice would take twice as long. */
const known = new WeakMap<Source, Promise<readonly Sheet[]>>();

/**
 * The sheets of a workbook that hold anything.
 *
 * @throws DeskstatError exit 3 for a workbook that cannot be unpacked
 */
export function sheetsOf(source: Source): Promise<readonly Sheet[]> {
  const there = known.get(source);
  if (there) return there;
  const sheets = readSheets(source);
  known.set(source, sheets);
  return sheets;
}

async function readSheets(source: Source): Promise<readonly Sheet[]> {
  const parts: Buffer[] = [];
  for await (const chunk of source.open()) parts.push(Buffer.from(chunk));
  let found: readonly { readonly sheet: string; readonly data: readonly (readonly Cell[])[] }[];
  try {
    found = (await readWorkbook(Buffer.concat(parts), { trim: false })) as typeof found;
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).split('\n', 1)[0];
    throw new DeskstatError(
      {
        code: 'contents_unreadable',
        args: { kind: sentence('kind.excel'), reason },
        where: { file: source.path },
      },
      3,
    );
  }
  return found.map(({ sheet, data }) => sheetText(sheet, data)).filter(({ lines }) => lines.length > 0);
}

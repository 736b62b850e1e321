import { Parser } from 'htmlparser2';
import { DeskstatError } from '../../../model/problem.ts';
import { sentence } from '../../../model/sentence.ts';
import type { Source, SourceLayout } from '../../../model/source.ts';
import { TextStream } from '../../readers/text-stream.ts';
import { type Cell, type Sheet, sheetText } from '../xlsx/sheet-text.ts';
import type { GatheredTable, Markup } from './gathered-table.ts';
import { HtmlTables } from './html-tables.ts';
import { XmlSheets } from './xml-sheets.ts';

/** Parsed files: a source is sampled before it is read, and taking it apart twice would take twice as long. */
const known = new WeakMap<Source, Promise<readonly Sheet[]>>();

/**
 * The tables of a file in which more than one cell of a row is filled.
 *
 * @throws DeskstatError exit 3 for a page that holds no such table
 */
export function sheetsOf(
  source: Source,
  layout: Pick<SourceLayout, 'encoding' | 'compression'>,
  format: Markup,
): Promise<readonly Sheet[]> {
  const there = known.get(source);
  if (there) return there;
  const sheets = readTables(source, layout, format);
  known.set(source, sheets);
  return sheets;
}

async function readTables(
  source: Source,
  layout: Pick<SourceLayout, 'encoding' | 'compression'>,
  format: Markup,
): Promise<readonly Sheet[]> {
  const handler = format === 'html' ? new HtmlTables() : new XmlSheets();
  const parser = new Parser(handler, { xmlMode: format === 'excel_xml', decodeEntities: true });
  const decoder = new TextDecoder();
  for await (const chunk of new TextStream(source, layout).chunks())
    parser.write(decoder.decode(chunk, { stream: true }));
  parser.write(decoder.decode());
  parser.end();
  const tables = handler.tables.filter(({ rows }) => rows.some((cells) => cells.filter(isFilled).length > 1));
  if (tables.length === 0) throw noTable(source);
  return namedApart(tables).map(({ name, rows }) => sheetText(name, rows));
}

const isFilled = (cell: Cell): boolean => cell !== null && cell !== '';

/** Tables without a name of their own are called by their number. */
function namedApart(tables: readonly GatheredTable[]): GatheredTable[] {
  const taken = new Set<string>();
  return tables.map(({ name, rows }, i) => {
    const own = name === '' || taken.has(name) ? `${name} ${i + 1}`.trim() : name;
    taken.add(own);
    return { name: own, rows };
  });
}

const noTable = ({ path }: Source): DeskstatError =>
  new DeskstatError(
    {
      code: 'file_not_text',
      args: { kind: sentence('kind.web_page'), try: sentence('hint.check_download') },
      where: { file: path },
    },
    3,
  );

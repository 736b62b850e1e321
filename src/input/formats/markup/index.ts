import { Buffer } from 'node:buffer';
import type { ReadResult, SourceLayout } from '../../../model/source.ts';
import type { FormatSample, InputFormat, ReadRequest, SampleRequest, SourceHead } from '../format.ts';
import type { Markup } from './gathered-table.ts';

const load = () => Promise.all([import('../xlsx/sheet-source.ts'), import('./markup-sheets.ts')]);

/**
 * Tables in HTML, and Excel's XML of 2003: what many helpdesks hand out as an Excel file (`.xls`). Every table or sheet is
 * a table.
 */
export const markup: InputFormat<Markup> = {
  ids: ['html', 'excel_xml'],
  endings: [],
  sniff: ({ text }: SourceHead) => (text === null ? null : markupOf(text)),
  sample: async ({ source, rows, found, head }: SampleRequest<Markup>): Promise<FormatSample> => {
    const [{ sampleSheets }, { sheetsOf }] = await load();
    return sampleSheets({ source, rows }, { format: found, sheets: await sheetsOf(source, head, found) });
  },
  read: async (request: ReadRequest): Promise<ReadResult> => {
    const [{ readSheets }, { sheetsOf }] = await load();
    const { source, layout } = request.sample;
    return readSheets(request, await sheetsOf(source, layout, formatOf(layout)));
  },
};

const formatOf = ({ format }: SourceLayout): Markup => (format === 'html' ? 'html' : 'excel_xml');

const LESS_THAN = 60;
const beginning =
  /^\s*<(?:[!?]|(?:html|head|meta|style|body|table|div|center|font|form|p|b|h\d|(?:ss:)?workbook)\b)/i;

function markupOf(text: Uint8Array): Markup | null {
  const first = text.findIndex((byte) => byte > 0x20);
  if (text[first] !== LESS_THAN) return null;
  const head = Buffer.from(text.buffer, text.byteOffset, text.length).toString('latin1');
  if (!beginning.test(head)) return null;
  if (head.includes('urn:schemas-microsoft-com:office:spreadsheet') && /<(?:ss:)?row\b/i.test(head))
    return 'excel_xml';
  return /<table\b/i.test(head) && /<tr\b/i.test(head) ? 'html' : null;
}

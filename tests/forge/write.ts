import { gzipSync } from 'node:zlib';
import type { Column, Draft, ForgedFile } from './draft.ts';

type Row = readonly (string | null)[];

/** The files of an export, as its dialect writes them. */
export function writeFiles(draft: Draft): ForgedFile[] {
  const { columns, dialect } = draft;
  const rows = draft.rows.map((_, row) => columns.map(({ cells }): string | null => textOf(cells[row])));
  const ending = `${dialect.format}${dialect.gzip ? '.gz' : ''}`;
  const parts: readonly (readonly Row[])[] = dialect.overlap
    ? [rows.slice(0, Math.ceil(rows.length * 0.6)), rows.slice(Math.floor(rows.length * 0.4))]
    : [rows];
  const tickets = parts.map((part, i) => ({
    name: `${parts.length === 1 ? 'tickets' : `tickets-${i + 1}`}.${ending}`,
    bytes: encode(draft, textIn(columns, part, draft)),
  }));
  const further = draft.further.map((table) => ({
    name: `${table.name}.${ending}`,
    bytes: encode(draft, textIn(table.columns, rowsOf(table.columns), draft)),
  }));
  return [...tickets, ...further];
}

const rowsOf = (columns: readonly Column[]): Row[] =>
  (columns[0]?.cells ?? []).map((_, row) => columns.map(({ cells }) => textOf(cells[row])));

const textOf = (cell: number | string | null): string | null => (cell === null ? null : String(cell));

function textIn(columns: readonly Column[], rows: readonly Row[], { dialect }: Draft): string {
  if (dialect.format === 'csv') return csv(columns, rows, dialect);
  const records = rows.map((row) => Object.fromEntries(columns.map(({ header }, i) => [header, row[i]])));
  return dialect.format === 'json'
    ? JSON.stringify(records, null, 1)
    : `${records.map((record) => JSON.stringify(record)).join('\n')}\n`;
}

function csv(columns: readonly Column[], rows: readonly Row[], dialect: Draft['dialect']): string {
  const { delimiter, quoteAll, lineEnd, before, rubbishEvery } = dialect;
  const cell = (value: string | null): string => {
    const text = value ?? '';
    return quoteAll || text.includes(delimiter) || /["\n\r]/.test(text)
      ? `"${text.replaceAll('"', '""')}"`
      : text;
  };
  const line = (row: Row): string => row.map(cell).join(delimiter);
  const lines = [...before, line(columns.map(({ header }) => header))];
  rows.forEach((row, i) => {
    if (rubbishEvery > 0 && i > 0 && i % rubbishEvery === 0) lines.push(`broken line ${i}`);
    lines.push(line(row));
  });
  return `${lines.join(lineEnd)}${lineEnd}`;
}

function encode({ dialect }: Draft, text: string): Uint8Array {
  const { encoding, gzip } = dialect;
  const bytes =
    encoding === 'utf16'
      ? Buffer.from(`\ufeff${text}`, 'utf16le')
      : Buffer.from(encoding === 'bom' ? `\ufeff${text}` : text);
  return gzip ? gzipSync(bytes) : bytes;
}

import { gzipSync } from 'node:zlib';
import type { Column, Draft, ForgedFile } from './draft.ts';

type Row = readonly (string | null)[];

/** The files of an export, as its dialect writes them. */
export function writeFiles(draft: Draft): ForgedFile[] {
  const { columns, dialect } = draft;
  const rows = draft.rows.map((_, row) => columns.map(({ cells }): string | null => textOf(cells[row])));
  const ending = `${dialect.format}${dialect.gzip ? '.gz' : ''}`;
  const tickets = inParts(rows, dialect.overlap, dialect.parts).map((part, i, { length }) => ({
    name: `${length === 1 ? 'tickets' : `tickets-${i + 1}`}.${ending}`,
    bytes: encode(draft, textIn(columns, part, i < length - 1 ? plainly(draft) : draft)),
  }));
  const further = draft.further.flatMap((table) =>
    inParts(rowsOf(table.columns), dialect.overlapFurther, 1).map((part, i, { length }) => ({
      name: `${length === 1 ? table.name : `${table.name}-${i + 1}`}.${ending}`,
      bytes: encode(draft, textIn(table.columns, part, plainly(draft))),
    })),
  );
  return [...tickets, ...further];
}

/** Rows as they are, in two downloads that share some, or in several that share none. */
function inParts(rows: readonly Row[], overlap: boolean, parts: number): (readonly Row[])[] {
  if (overlap)
    return [rows.slice(0, Math.ceil(rows.length * 0.6)), rows.slice(Math.floor(rows.length * 0.4))];
  return Array.from({ length: parts }, (_, i) =>
    rows.filter((_row, at) => Math.floor((parts * at) / rows.length) === i),
  );
}

/** Further tables break off nowhere. */
const plainly = (draft: Draft): Draft => ({ ...draft, dialect: { ...draft.dialect, truncated: false } });

const rowsOf = (columns: readonly Column[]): Row[] =>
  (columns[0]?.cells ?? []).map((_, row) => columns.map(({ cells }) => textOf(cells[row])));

const textOf = (cell: number | string | null): string | null => (cell === null ? null : String(cell));

/** A record has each name once: the second one is told apart by a number. */
const distinct = (names: readonly string[]): string[] =>
  names.map((name, i) => (names.indexOf(name) < i ? `${name} ${i}` : name));

function textIn(columns: readonly Column[], rows: readonly Row[], draft: Draft): string {
  const { dialect } = draft;
  if (dialect.format === 'csv')
    return csv(columns, rows, columns === draft.columns ? dialect : { ...dialect, around: {} });
  const names = distinct(columns.map(({ header }) => header));
  const records = rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i]])));
  if (dialect.wrapped)
    return JSON.stringify({
      [columns === draft.columns ? 'tickets' : 'data']: records,
      count: records.length,
    });
  return dialect.format === 'json'
    ? JSON.stringify(records, null, 1)
    : `${records.map((record) => JSON.stringify(record)).join('\n')}\n`;
}

function csv(columns: readonly Column[], rows: readonly Row[], dialect: Draft['dialect']): string {
  const { delimiter, quoteAll, lineEnd, before, around, after, rubbishEvery, headerEvery, blankEvery } =
    dialect;
  const cell = (value: string | null): string => {
    const text = value ?? '';
    return quoteAll || text.includes(delimiter) || /["\n\r]/.test(text)
      ? `"${text.replaceAll('"', '""')}"`
      : text;
  };
  const line = (row: Row): string => row.map(cell).join(delimiter);
  const header = line(columns.map((each) => each.header));
  const { above = [], below = [], sums = [] } = around;
  const lines = [...before, ...above, header, ...below];
  const isDue = (i: number, every: number): boolean => every > 0 && i > 0 && i % every === 0;
  rows.forEach((row, i) => {
    if (isDue(i, headerEvery)) lines.push(header);
    if (isDue(i, blankEvery)) lines.push('');
    if (isDue(i, rubbishEvery)) lines.push(`broken line ${i}`);
    lines.push(line(row));
  });
  lines.push(...sums, ...after);
  const text = `${lines.join(lineEnd)}${lineEnd}`;
  return dialect.truncated ? text.slice(0, -Math.ceil((lines.at(-1)?.length ?? 0) / 2)) : text;
}

function encode({ dialect }: Draft, text: string): Uint8Array {
  const { encoding, gzip } = dialect;
  const bytes =
    encoding === 'utf16'
      ? Buffer.from(`\ufeff${text}`, 'utf16le')
      : encoding === 'cp1252'
        ? Buffer.from(
            text.replaceAll('–', '\u0096').replaceAll('’', '\u0092').replaceAll('\u202f', '\u00a0'),
            'latin1',
          )
        : Buffer.from(encoding === 'bom' ? `\ufeff${text}` : text);
  return gzip ? gzipSync(bytes) : bytes;
}

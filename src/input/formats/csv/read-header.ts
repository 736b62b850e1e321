import type { Buffer } from 'node:buffer';
import type { Dialect } from '../../../model/source.ts';
import { readingOf, splitHeader, splitterOf } from './reading.ts';

/** First byte of U+FEFF. */
const byteOrderMark = 0xef;

/** The cells of a header that begins at `start`, and those of the rows that belong to it. */
export async function readHeader(options: { text: Buffer; dialect: Dialect; start: number }): Promise<{
  header: string[];
  headerNotes: string[][];
}> {
  const { text, dialect } = options;
  const splitter = splitterOf(text);
  const base = readingOf(dialect);
  const found: string[][] = [];
  let start = options.start;
  for (let i = 0; i < dialect.headerRows && start < text.length; i++) {
    // A well-formed row means the same to everybody, and csv-parse takes long to load.
    const isWellFormed = splitter.split(start, base) === 'whole' && text[start] !== byteOrderMark;
    if (!isWellFormed) splitHeader(splitter, { start, base });
    const { next } = splitter;
    const cells = Array.from({ length: splitter.count }, (_, cell) => splitter.text(cell));
    found.push(
      isWellFormed ? cells : ((await headerCells(text.toString('utf8', start, next), dialect)) ?? cells),
    );
    start = next;
  }
  const [header = [], ...headerNotes] = found;
  const width = Math.max(header.length, ...headerNotes.map((note) => note.length));
  const padded = (cells: readonly string[]) => Array.from({ length: width }, (_, i) => cells[i] ?? '');
  return { header: padded(header), headerNotes: headerNotes.map(padded) };
}

/** The cells of a header row as csv-parse reads them; null where it takes the row for broken or for several. */
async function headerCells(row: string, { delimiter, quoting }: Dialect): Promise<string[] | null> {
  const { parse } = await import('csv-parse/sync');
  try {
    const rows: string[][] = parse(row, {
      delimiter,
      bom: true,
      quote: quoting === 'none' ? null : '"',
      escape: quoting === 'backslash' ? '\\' : '"',
      relax_column_count: true,
    });
    return rows.length === 1 ? rows[0] : null;
  } catch {
    return null;
  }
}

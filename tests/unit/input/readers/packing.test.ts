import { describe, expect, it } from 'vitest';
import { codesOf, memorySource, readAll } from './reading.ts';

const header = ['Ticket ID', 'Subject', 'Created at', 'Status'];
/** Rows with delimiters, doubled quotes and line breaks in their text. */
const rows = Array.from({ length: 400 }, (_, i) => [
  String(i + 1),
  ['plain', 'with, comma', 'says "no"', 'two\nlines', ' blanks , kept '][i % 5],
  `2026-03-02 10:${String(i % 60).padStart(2, '0')}:00`,
  i % 2 ? 'open' : 'solved',
]);
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const whereNeeded = (cell: string) => (/[",\n]/.test(cell) ? quoted(cell) : cell);
const line = (cells: readonly string[]) => cells.map(whereNeeded).join(',');

/** The same rows, however the text comes and whichever index finds them. */
async function expectRows(text: string, expected: readonly string[][] = rows) {
  for (const index of ['simd', 'plain', 'none'] as const) {
    for (const chunk of [1 << 20, 7]) {
      const { sample, table, problems } = await readAll(memorySource(text, chunk), { index });
      expect(sample.tables[0].columns).toEqual(header);
      expect(table.rows).toEqual(expected);
      expect(table.rejects).toEqual([]);
      expect(problems).toEqual([]);
    }
  }
}

describe('lines that are one quoted cell each', () => {
  const all = [header, ...rows];

  it('are read as the rows in them', async () => {
    await expectRows(all.map((cells) => quoted(line(cells))).join('\n'));
    await expectRows(
      `${all.map((cells) => quoted(line(cells))).join('\r\n')}\r\n`.replaceAll('two\nlines', 'two\nlines'),
    );
  });

  it('with delimiters of the spreadsheet behind them', async () => {
    await expectRows(all.map((cells) => `${quoted(line(cells))};;;`).join('\n'));
  });

  it('where the spreadsheet quoted only the lines that hold quotes', async () => {
    const text = all
      .map((cells) => (line(cells).includes('"') ? quoted(line(cells)) : line(cells)))
      .join('\n');
    await expectRows(text);
  });

  it('say so', async () => {
    const { sample } = await readAll(all.map((cells) => quoted(line(cells))).join('\n'));
    expect(sample.layout.dialect?.packing).toBe('lines');
    expect(codesOf(sample.problems)).toEqual(['lines_unwrapped']);
  });

  it('are rows behind a beginning without any', async () => {
    const plain = Array.from({ length: 1200 }, (_, i) => [String(i), 'plain', '2026-03-02 10:00:00', 'open']);
    const odd = ['1201', 'with, comma', '2026-03-02 10:00:00', 'open'];
    const text = [header, ...plain].map(line).join('\n');
    await expectRows(`${text}\n${quoted(line(odd))}\n`, [...plain, odd]);
  });

  it('are no rows where they are sentences', async () => {
    const text = 'comment\n"Thanks, all good"\n"Slow, rude, wrong"\n"Nice"\n"Well, well"\n';
    const { sample, table } = await readAll(text);
    expect(sample.tables[0].columns).toEqual(['comment']);
    expect(table.rows).toHaveLength(4);
  });
});

describe('blanks beside the quotes of cells', () => {
  const padded = (before: string, after: string, delimiter = ',') =>
    `${header.join(delimiter)}\n${rows.map((cells) => cells.map((cell) => before + quoted(cell) + after).join(delimiter)).join('\n')}\n`;

  it.each([
    ['behind', '', ' '],
    ['before', ' ', ''],
    ['on both sides', '  ', ' '],
    ['tabs', '\t', '\t\t'],
  ])('%s', async (_where, before, after) => {
    await expectRows(padded(before, after));
  });

  it('beside other delimiters', async () => {
    await expectRows(padded(' ', ' ', ';'));
    await expectRows(padded(' ', ' ', '\t'));
  });

  it('stay where a cell has no quotes', async () => {
    const { table } = await readAll('a,b\n 1 , x \n"2" ," y "\n');
    expect(table.rows).toEqual([
      [' 1 ', ' x '],
      ['2', ' y '],
    ]);
  });

  it('behind a beginning without any are mended row by row', async () => {
    const plain = Array.from({ length: 1200 }, (_, i) => `${i},"x",2026-03-02 10:00:00,open`);
    const { table } = await readAll(
      `${line(header)}\n${plain.join('\n')}\n"7" ,"a, b" ,"2026-03-02 10:00:00" ,"open" \n`,
    );
    expect(table.rows.at(-1)).toEqual(['7', 'a, b', '2026-03-02 10:00:00', 'open']);
  });
});

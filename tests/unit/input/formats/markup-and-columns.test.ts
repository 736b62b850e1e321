import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readAll } from '../readers/reading.ts';

const filled = (rows: readonly (readonly string[])[]) =>
  rows.filter((row) => row.some((cell) => cell !== ''));

describe('HTML tables', () => {
  const page = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8">
<style>td { mso-number-format:"\\@"; }</style><script>if (1 < 2) { "<td>" }</script></head><body><h1>Tickets</h1>
<table border="1">
<tr><th colspan="4">Tickets of R&amp;D</th></tr>
<tr><th>id</th><th>created&nbsp;at</th><th>status</th><th>subject</th></tr>
<tr><td>1<td>2026-03-02 09:00<td>open<td>Can&#39;t <b>log</b> in<br>  at all</tr>
<tr><td>2</td><td>2026-03-02 10:00</td><td>&nbsp;</td><td>"Refund", please</td></tr>
</table></body></html>`;

  it.each([
    ['as they are', page],
    ['compressed', gzipSync(page)],
    ['in UTF-16', Buffer.from(`\ufeff${page}`, 'utf16le')],
    ['cut off', page.slice(0, page.indexOf('</table>'))],
  ])('are read %s, with tags, entities and blanks left out', async (_, bytes) => {
    const { sample, table } = await readAll(bytes);
    expect(sample.layout.format).toBe('html');
    expect(table.columns).toEqual(['id', 'created at', 'status', 'subject']);
    expect(table.rows).toEqual([
      ['1', '2026-03-02 09:00', 'open', "Can't log in\nat all"],
      ['2', '2026-03-02 10:00', '', '"Refund", please'],
    ]);
  });

  it('say of every row what a cell spans', async () => {
    const { table } = await readAll(`<table><tr><th>team<th>id<th>created at</tr>
      <tr><td rowspan="2">Sales</td><td>1</td><td>2026-03-02 09:00</td></tr>
      <tr><td>2</td><td>2026-03-02 10:00</td></tr>
      <tr><td>Care</td><td>3</td><td>2026-03-02 11:00</td></tr></table>`);
    expect(table.rows.map(([team, id]) => [team, id])).toEqual([
      ['Sales', '1'],
      ['Sales', '2'],
      ['Care', '3'],
    ]);
  });

  it('are told apart, also within one that lays out the page', async () => {
    const list = (caption: string, id: number): string =>
      `<table><caption>${caption}</caption><tr><th>id<th>status</tr><tr><td>${id}<td>open</tr></table>`;
    const { sample } = await readAll(
      `<table><tr><td>${list('Open', 1)}</td><td>${list('Done', 2)}</td></tr></table>`,
    );
    expect(sample.tables.map(({ stream, columns }) => [stream, columns])).toEqual([
      ['Open', ['id', 'status']],
      ['Done', ['id', 'status']],
    ]);
  });

  it('are no pages without one, nor such as lay out a form', async () => {
    for (const body of ['<p>Sign in</p>', '<table><tr><td>Sign in</td></tr></table>'])
      await expect(readAll(`<!DOCTYPE html><html><body>${body}</body></html>`)).rejects.toMatchObject({
        problem: { code: 'file_not_text', args: { kind: { english: 'a web page' } } },
      });
  });
});

describe("Excel's XML of 2003", () => {
  const row = (...cells: readonly string[]): string => `<Row>${cells.join('')}</Row>`;
  const cell = (type: string, text: string, more = ''): string =>
    `<Cell${more}><Data ss:Type="${type}">${text}</Data></Cell>`;
  const sheet = (name: string, ...rows: readonly string[]): string =>
    `<Worksheet ss:Name="${name}"><Table>${rows.join('')}</Table></Worksheet>`;
  const book = (...sheets: readonly string[]): string =>
    `<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">${sheets.join('')}</Workbook>`;
  const heads = row(...['id', 'opened', 'day', 'took', 'status'].map((name) => cell('String', name)));

  it('has moments, days and lengths of time, and cells left out', async () => {
    const { sample, table } = await readAll(
      book(
        sheet(
          'Tickets',
          heads,
          row(
            cell('Number', '1'),
            cell('DateTime', '2026-03-02T09:05:00.000'),
            cell('DateTime', '2026-03-02T00:00:00.000'),
            cell('DateTime', '1899-12-31T02:05:00.000'),
            '<Cell><Comment><Data ss:Type="String">seen</Data></Comment><Data ss:Type="String">open &amp; new</Data></Cell>',
          ),
          row(
            cell('Number', '2'),
            cell('DateTime', '2026-03-03T10:00:00.000'),
            cell('String', 'done', ' ss:Index="5"'),
          ),
        ),
      ),
    );
    expect(sample.layout.format).toBe('excel_xml');
    expect(table.columns).toEqual(['id', 'opened', 'day', 'took', 'status']);
    expect(table.rows).toEqual([
      ['1', '2026-03-02 09:05:00', '2026-03-02', '2:05:00', 'open & new'],
      ['2', '2026-03-03 10:00:00', '', '', 'done'],
    ]);
  });

  it('has a table a sheet', async () => {
    const one = row(cell('Number', '1'), cell('String', 'x'));
    const { sample } = await readAll(book(sheet('A', heads, one), sheet('B', heads, one), sheet('Empty')));
    expect(sample.tables.map(({ stream }) => stream)).toEqual(['A', 'B']);
  });
});

describe('text in columns', () => {
  const expected = [
    ['1', '2026-03-02 09:00:00', 'solved', 'Cannot log in'],
    ['2', '2026-03-02 10:30:00', '', 'Refund please'],
  ];
  it.each([
    [
      'psql',
      ` id |     created_at      | status |    subject
----+---------------------+--------+---------------
  1 | 2026-03-02 09:00:00 | solved | Cannot log in
  2 | 2026-03-02 10:30:00 |        | Refund please
(2 rows)
`,
    ],
    [
      'MySQL',
      `+----+---------------------+--------+---------------+
| id | created_at          | status | subject       |
+----+---------------------+--------+---------------+
|  1 | 2026-03-02 09:00:00 | solved | Cannot log in |
|  2 | 2026-03-02 10:30:00 |        | Refund please |
+----+---------------------+--------+---------------+
2 rows in set (0.00 sec)
`,
    ],
    [
      'Markdown',
      `| id | created_at | status | subject |
|---:|:---|:---:|---|
| 1 | 2026-03-02 09:00:00 | solved | Cannot log in |
| 2 | 2026-03-02 10:30:00 | | Refund please |
`,
    ],
    [
      'boxes',
      `┌────┬─────────────────────┬────────┬───────────────┐
│ id │     created_at      │ status │    subject    │
├────┼─────────────────────┼────────┼───────────────┤
│  1 │ 2026-03-02 09:00:00 │ solved │ Cannot log in │
│  2 │ 2026-03-02 10:30:00 │        │ Refund please │
└────┴─────────────────────┴────────┴───────────────┘
`,
    ],
    [
      'sqlcmd, its head on every page',
      `id          created_at          status subject
----------- ------------------- ------ -------------
          1 2026-03-02 09:00:00 solved Cannot log in
id          created_at          status subject
----------- ------------------- ------ -------------
          2 2026-03-02 10:30:00        Refund please

(2 rows affected)
`,
    ],
    [
      'blanks alone',
      `id  created_at           status  subject
1   2026-03-02 09:00:00  solved  Cannot log in
2   2026-03-02 10:30:00          Refund please
`,
    ],
  ])('%s', async (_, text) => {
    const { sample, table } = await readAll(text);
    expect(sample.layout.format).toBe('columns');
    expect(table.columns).toEqual(['id', 'created_at', 'status', 'subject']);
    expect(filled(table.rows)).toEqual(expected);
  });

  it('is refused by name where the columns do not stand below each other', async () => {
    const text =
      'id  created_at        status\n1      2026-03-02 09:00  solved\n22  2026-03-02 10:30  open\n';
    await expect(readAll(text)).rejects.toMatchObject({
      exitCode: 3,
      problem: {
        code: 'file_not_text',
        args: { kind: { english: 'text in columns that do not stand below each other in every line' } },
      },
    });
  });

  it('leaves CSV alone, whatever stands in its cells', async () => {
    for (const text of [
      'id|status\n1|open\n2|--\n',
      'id;subject\n1;a  b  c\n2;--- ---\n',
      'Report\n------\nid,status\n1,open\n',
      'text\na  b  c\nd  e  f\n',
    ])
      expect((await readAll(text)).sample.layout.format).toBe('csv');
  });
});

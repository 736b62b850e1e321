import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { zipSync } from 'fflate';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { deskstat } from './cli.ts';

let home = '';
const at = (...parts: string[]): string => path.join(home, ...parts);

const isStamp = (cell: string): boolean => /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?$/.test(cell);
const isNumber = (cell: string): boolean => /^\d{1,9}$/.test(cell);

/** The tables of the sample desk, its cells typed as a spreadsheet and a data frame would have them. */
function tables(): { name: string; rows: string[][] }[] {
  return ['customers', 'surveys', 'tickets'].map((name) => ({
    name,
    rows: parse(readFileSync(at('csv', `${name}.csv`)), { relax_column_count: true }),
  }));
}

beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'deskstat-test-'));
  expect(deskstat(['demo', at('csv'), '--size', '1500']).code).toBe(0);
  rmSync(at('csv', 'deskstat.yaml'));
  for (const folder of ['xlsx', 'parquet', 'zip']) mkdirSync(at(folder));
  const sheets = tables().map(({ name, rows }) => ({
    sheet: name,
    data: rows.map((row, r) =>
      row.map((cell) => {
        if (cell === '') return null;
        if (r === 0) return { value: cell };
        if (isStamp(cell)) {
          const format = cell.length > 10 ? 'yyyy-mm-dd hh:mm:ss' : 'yyyy-mm-dd';
          return { value: new Date(cell), type: Date, format };
        }
        return isNumber(cell) ? { value: Number(cell), type: Number } : { value: cell, type: String };
      }),
    ),
  }));
  await writeWorkbook(sheets).toFile(at('xlsx', 'desk.xlsx'));
  for (const { name, rows } of tables()) {
    const columnData = rows[0].map((column, c) => {
      const cells = rows.slice(1).map((row) => row[c] || null);
      if (cells.every((cell) => cell === null || (isStamp(cell) && cell.length > 10)))
        return {
          name: column,
          type: 'TIMESTAMP' as const,
          data: cells.map((cell) => cell && new Date(cell)),
        };
      return { name: column, type: 'STRING' as const, data: cells };
    });
    writeFileSync(at('parquet', `${name}.parquet`), Buffer.from(parquetWriteBuffer({ columnData })));
  }
  const entries = Object.fromEntries(
    readdirSync(at('csv')).map((name) => [`export/${name}`, readFileSync(at('csv', name))]),
  );
  writeFileSync(at('zip', 'export.zip'), zipSync({ ...entries, '__MACOSX/x': Buffer.from('x') }));
}, 120_000);
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** A report of all that the sample desk holds; workbooks have no zones, so that one is named for all. */
const report = (folder: string) =>
  deskstat(['report', at(folder), '--full', '--no-issues', '--tz', 'Asia/Dhaka', '--source-tz', 'UTC']);

describe('the sample desk', () => {
  it.each(['xlsx', 'parquet', 'zip'])('gives the same report from %s as from CSV', (folder) => {
    const [csv, other] = [report('csv'), report(folder)];
    expect(csv.code).toBe(0);
    expect(csv.stdout).toContain('First response');
    const text = ({ stdout }: { stdout: string }): string => stdout.replace(/rows from \d files?/, 'rows');
    expect(text(other)).toBe(text(csv));
  });

  it('comes through a pipe as an archive and as a workbook', () => {
    const count = (input: Buffer) =>
      deskstat(['metrics', '-', '--metric', 'created', '--format', 'csv'], { input }).stdout;
    const expected = deskstat(['metrics', at('csv'), '--metric', 'created', '--format', 'csv']).stdout;
    expect(count(readFileSync(at('zip', 'export.zip')))).toBe(expected);
    expect(count(readFileSync(at('xlsx', 'desk.xlsx')))).toBe(expected);
  });
});

describe('a workbook', () => {
  it('has title rows above its header, days, lengths of time and rows numbered as in the sheet', async () => {
    const day = (text: string) => ({
      value: new Date(`${text}T00:00:00Z`),
      type: Date,
      format: 'dd/mm/yyyy',
    });
    const stamp = (text: string) => ({ value: new Date(text), type: Date, format: 'dd/mm/yyyy hh:mm' });
    const length = (hours: number) => ({
      value: new Date(Date.UTC(1899, 11, 30) + hours * 3_600_000),
      type: Date,
      format: '[h]:mm:ss',
    });
    const texts = (...cells: string[]) => cells.map((value) => ({ value }));
    const ticket = (id: number, created: object, hours: number, subject: string) => [
      { value: id },
      created,
      day('2026-01-09'),
      length(hours),
      ...texts('Open', subject),
    ];
    const rows = [
      texts('Tickets of the first week'),
      [],
      texts('Ticket ID', 'Created', 'Due date', 'First response time', 'Status', 'Subject'),
      ticket(1, stamp('2026-01-05T09:30:00Z'), 30, 'a\nb'),
      ticket(2, { value: 'soon' }, 2, 'c'),
      ticket(3, stamp('2026-01-05T23:59:59.999Z'), 4, 'd'),
      ...[4, 5, 6, 7, 8, 9, 10].map((id) => ticket(id, stamp(`2026-01-06T1${id % 10}:00:00Z`), 1, 'e')),
    ];
    await writeWorkbook([{ sheet: 'Week 1', data: rows }]).toFile(at('week.xlsx'));
    const inspected = JSON.parse(deskstat(['inspect', at('week.xlsx'), '--format', 'json']).stdout);
    expect(inspected.files[0].format).toBe('xlsx');
    const { stdout, stderr } = deskstat([
      ...['tickets', at('week.xlsx'), '--format', 'csv', '--max-rejected', '20%'],
      ...['--columns', 'id,created_at,column:Due date,column:First response time'],
    ]);
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      'id,created_at,column:Due date,column:First response time',
      '1,2026-01-05T09:30:00Z,2026-01-09,30:00:00',
      '3,2026-01-06T00:00:00Z,2026-01-09,4:00:00',
    ]);
    // The second ticket stands in row 5 of the sheet, although the cell above it has two lines.
    expect(stderr).toMatch(/week\.xlsx: 1 row left out.*\n {2}lines +5\n/);
  });

  it('that is broken, locked or a document of another kind is refused with its reason', () => {
    const whole = readFileSync(at('xlsx', 'desk.xlsx'));
    writeFileSync(at('cut.xlsx'), whole.subarray(0, 3000));
    writeFileSync(
      at('letter.docx'),
      zipSync({ '[Content_Types].xml': Buffer.from('<Types/>'), 'word/document.xml': Buffer.from('<w/>') }),
    );
    writeFileSync(at('locked.xlsx'), Buffer.from('d0cf11e0a1b11ae1'.padEnd(1200, '0'), 'hex'));
    for (const file of ['cut.xlsx', 'letter.docx', 'locked.xlsx']) {
      const run = deskstat(['metrics', at(file)]);
      expect(run.code, file).toBe(3);
      expect(run.stderr, file).toContain('try');
      expect(run.stderr, file).not.toContain('bug');
    }
  });
});

describe('a Parquet file', () => {
  it('keeps structures, lists, days, local stamps and big numbers', () => {
    const columnData = [
      { name: 'ticket_id', type: 'INT64' as const, data: [12345678901234567n, 2n] },
      {
        name: 'created_at',
        type: 'TIMESTAMP' as const,
        data: [new Date('2026-01-05T09:30:00Z'), new Date('2026-01-05T10:00:00.250Z')],
      },
      { name: 'solved_on', type: 'STRING' as const, data: ['2026-01-06', null] },
      { name: 'status', type: 'STRING' as const, data: ['solved', 'open'] },
      { name: 'vip', type: 'BOOLEAN' as const, data: [true, false] },
    ];
    writeFileSync(at('typed.parquet'), Buffer.from(parquetWriteBuffer({ columnData })));
    const run = deskstat([
      ...['tickets', at('typed.parquet'), '--format', 'csv'],
      ...['--columns', 'id,created_at,status,column:vip'],
    ]);
    expect(run.stdout).toBe(
      'id,created_at,status,column:vip\n12345678901234567,2026-01-05T09:30:00Z,solved,true\n2,2026-01-05T10:00:00.250Z,open,false\n',
    );
  });

  it('that is cut off is refused with its reason', () => {
    writeFileSync(at('cut.parquet'), readFileSync(at('parquet', 'tickets.parquet')).subarray(0, 5000));
    const run = deskstat(['metrics', at('cut.parquet')]);
    expect(run.code).toBe(3);
    expect(run.stderr).toContain('a Parquet file that cannot be read');
  });
});

describe('an archive', () => {
  const rows = Buffer.from('id,created_at,status\n1,2026-01-05 10:00,open\n');

  it('is not unpacked where it is a trap, broken, or holds no data', () => {
    writeFileSync(at('trap.zip'), zipSync({ 'tickets.csv': Buffer.alloc(100_000_000, '0') }));
    writeFileSync(at('empty.zip'), zipSync({ 'read.me': rows }));
    writeFileSync(at('cut.zip'), Buffer.from(zipSync({ 'tickets.csv': rows })).subarray(0, 60));
    const wrong = Buffer.from(zipSync({ 'tickets.csv': [rows, { level: 0 }] }));
    wrong[wrong.indexOf('open')] = 0x4f;
    writeFileSync(at('wrong.zip'), wrong);
    const said = (file: string) => {
      const { code, stderr } = deskstat(['metrics', at(file)]);
      expect(code, file).toBe(3);
      return stderr;
    };
    expect(said('trap.zip')).toContain('times its size');
    expect(said('empty.zip')).toContain('holds no data files');
    expect(said('cut.zip')).toContain('ZIP archive that is not unpacked');
    expect(said('wrong.zip')).toContain('check sum');
  });

  it('names its files by their place in it, and what it passed over', () => {
    writeFileSync(at('two.zip'), zipSync({ 'a/tickets.csv': rows, 'notes.md': Buffer.from('x') }));
    const run = deskstat(['metrics', at('two.zip'), '--metric', 'created', '--format', 'csv']);
    expect(run.code).toBe(0);
    expect(run.stderr).toContain('two.zip/a/tickets.csv');
    expect(run.stderr).toContain('notes.md');
  });

  it('may hold a workbook, whose own parts are not taken for those of the archive', () => {
    const workbook = readFileSync(at('xlsx', 'desk.xlsx'));
    writeFileSync(at('book.zip'), zipSync({ 'data/desk.xlsx': [workbook, { level: 0 }] }));
    const metrics = (file: string) =>
      deskstat(['metrics', at(file), '--metric', 'created,csat', '--format', 'csv', '--no-notes']);
    expect(metrics('book.zip')).toMatchObject({ code: 0, stdout: metrics('xlsx/desk.xlsx').stdout });
  });
});

import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type CliRun, cliPath, deskstatAsync } from './cli.ts';

vi.setConfig({ testTimeout: 120_000 });

// Bad input and wrong usage as a user meets them: a clear message, exit 2 or 3 (or 0 with a warning), never 1, never a
// stack trace, and nothing lost without a word.

const folder = mkdtempSync(path.join(tmpdir(), 'deskstat-hostile-'));
const header = 'Ticket ID,Created at,Solved at,Status,Group,Subject';
const row = (i: number, subject = `subject ${i}`): string => {
  const day = String((i % 27) + 1).padStart(2, '0');
  return `${i},2026-03-${day}T08:00:00Z,2026-03-${day}T10:00:00Z,Solved,${i % 2 ? 'A' : 'B'},${subject}`;
};
const rows = (n: number, from = 1): string[] => Array.from({ length: n }, (_, i) => row(i + from));
const csv = (...lines: string[]): string => `${[header, ...lines].join('\n')}\n`;

function put(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return name;
}

const run = (args: readonly string[], input: string | Uint8Array = ''): Promise<CliRun> =>
  deskstatAsync(args, { cwd: folder, input });

/** What holds for every run, whatever was wrong. */
function expectDecent({ code, stdout, stderr }: CliRun): void {
  expect([0, 2, 3], stderr).toContain(code);
  expect(stderr).not.toMatch(/\n\s+at .+:\d+:\d+|node:internal|bug in deskstat/);
  if (code !== 0) {
    expect(stderr).toMatch(/^error: /m);
    expect(stdout).toBe('');
  }
}

/** `created` of a run, and the run itself. */
async function created(args: readonly string[]): Promise<{ count: number | null; result: CliRun }> {
  const result = await run(['metrics', ...args, '--metric', 'created', '--format', 'json']);
  expectDecent(result);
  return { count: result.code === 0 ? JSON.parse(result.stdout).rows[0].value : null, result };
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('files that hold no tickets', () => {
  const cases: readonly [name: string, content: string | Uint8Array, code: number, says: RegExp][] = [
    ['empty.csv', '', 3, /empty\.csv: is empty/],
    ['blank.csv', '\n \n\t\n', 3, /blank\.csv.*(is empty|holds no|no column|nothing)/],
    ['bom-only.csv', '\uFEFF', 3, /bom-only\.csv.*(is empty|holds no)/],
    ['header-only.csv', `${header}\n`, 0, /a header and no rows/],
    ['empty.json', '[]', 3, /empty\.json|nothing to measure/],
    ['null.json', 'null', 3, /null\.json|nothing to measure/],
    ['words.csv', 'a,b\nhello,world\nbye,moon\n', 3, /nothing to measure|no column/],
    [
      'prose.txt',
      'Dear customer, this is a letter.\nIt has two lines.\n',
      3,
      /prose\.txt|nothing to measure/,
    ],
    [
      'picture.png',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
      3,
      /picture\.png: is .*not a text export/,
    ],
    [
      'sheet.xlsx',
      Buffer.from('504b0304140006000800', 'hex'),
      3,
      /sheet\.xlsx: is a ZIP archive that is not unpacked/,
    ],
    ['rows.parquet', 'PAR1 and nothing behind it', 3, /rows\.parquet: is a Parquet file that cannot be read/],
    ['report.pdf', '%PDF-1.7\n%\u00e2\u00e3\n', 3, /report\.pdf: is .*not a text export/],
    ['random.csv', Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919 + 13) % 256), 3, /random\.csv/],
    ['page.csv', '<!DOCTYPE html><html><body>Log in</body></html>', 3, /page\.csv/],
    ['broken.gz', Uint8Array.from([0x1f, 0x8b, 8, 0, 1, 2, 3]), 3, /broken\.gz/],
  ];

  it.each(cases)('%s', async (name, content, code, says) => {
    put(name, content);
    const result = await run(['metrics', name]);
    expectDecent(result);
    expect(result.stderr).toMatch(says);
    expect(result.code).toBe(code);
    const inspected = await run(['inspect', name]);
    expectDecent(inspected);
  });

  it('names a missing file, an unreadable one, an empty folder and no file at all', async () => {
    mkdirSync(path.join(folder, 'nothing'), { recursive: true });
    put('letters/cover.docx', 'PK');
    put('locked.csv', csv(...rows(3)));
    chmodSync(path.join(folder, 'locked.csv'), 0o000);
    const [missing, none, folderless, letters, locked] = await Promise.all([
      run(['metrics', 'missing.csv']),
      run(['metrics']),
      run(['metrics', 'nothing']),
      run(['metrics', 'letters']),
      run(['metrics', 'locked.csv']),
    ]);
    for (const each of [missing, none, folderless, letters]) expectDecent(each);
    expect([missing.code, missing.stderr]).toEqual([
      3,
      expect.stringContaining('missing.csv: no such file or folder'),
    ]);
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('no file was named')]);
    expect([folderless.code, folderless.stderr]).toEqual([
      3,
      expect.stringContaining('nothing: holds no data files'),
    ]);
    expect([letters.code, letters.stderr]).toEqual([3, expect.stringContaining('cover.docx')]);
    // Root may read everything.
    if (process.getuid?.() !== 0)
      expect([locked.code, locked.stderr]).toEqual([3, expect.stringContaining('cannot be read')]);
  });
});

describe('files cut short', () => {
  const many = rows(40);

  it('keeps the whole rows of a CSV that ends inside quotes, and says where', async () => {
    put('cut.csv', `${csv(...many)}41,2026-03-02T08:00:00Z,,Open,A,"it ends here\nand goes on`);
    const { count, result } = await created(['cut.csv', '--rejects', 'cut-rejects.csv']);
    expect(count).toBe(40);
    expect(result.stderr).toMatch(/ends in the middle of a row/);
    expect(result.stderr).toMatch(/lines +42|:42/);
    expect(readFileSync(path.join(folder, 'cut-rejects.csv'), 'utf8')).toContain('it ends here');
  });

  it('keeps the whole records of JSON and of JSON lines', async () => {
    const records = Array.from({ length: 40 }, (_, i) => ({
      id: i + 1,
      created_at: `2026-03-${String((i % 27) + 1).padStart(2, '0')}T08:00:00Z`,
      status: 'open',
    }));
    put('cut.json', JSON.stringify(records).slice(0, -30));
    put(
      'cut.ndjson',
      records
        .map((record) => JSON.stringify(record))
        .join('\n')
        .slice(0, -10),
    );
    const json = await created(['cut.json']);
    expect([json.count, json.result.stderr]).toEqual([
      39,
      expect.stringMatching(/whole records before it were kept|left out/),
    ]);
    const lines = await created(['cut.ndjson']);
    expect([lines.count, lines.result.stderr]).toEqual([
      39,
      expect.stringMatching(/whole records before it were kept|left out|middle/),
    ]);
  });

  it('keeps what a damaged gzip still gives', async () => {
    const packed = gzipSync(csv(...rows(4000)));
    put('cut.csv.gz', packed.subarray(0, Math.floor(packed.length * 0.7)));
    const { count, result } = await created(['cut.csv.gz']);
    expect(count).toBeGreaterThan(1000);
    expect(count).toBeLessThan(4000);
    expect(result.stderr).toContain('the compressed file is damaged');
  });
});

describe('odd files that can be read', () => {
  const cases: readonly [name: string, content: string | Uint8Array, count: number, says: RegExp | null][] = [
    ['one-row.csv', csv(row(1)), 1, null],
    ['no-newline.csv', csv(row(1)).trimEnd(), 1, null],
    ['cr-only.csv', csv(...rows(5)).replaceAll('\n', '\r'), 5, null],
    ['utf16.csv', Buffer.from(`\uFEFF${csv(...rows(5))}`, 'utf16le'), 5, null],
    [
      'latin1.csv',
      Buffer.from(csv(...rows(5), row(6, 'Grüße aus Köln')), 'latin1'),
      6,
      /not valid UTF-8: read as windows-1252/i,
    ],
    ['nul.csv', csv(...rows(5), row(6, 'a\0b\0')), 6, null],
    ['bidi.csv', csv(...rows(5), row(6, '\u202Egpj.exe\u202C')), 6, null],
    ['formulas.csv', csv(...rows(5), row(6, '"=HYPERLINK(""http://x"")"'), row(7, '@SUM(A1)')), 7, null],
    ['big-cell.csv', csv(...rows(5), row(6, `"${'long text, '.repeat(100_000)}"`)), 6, null],
    [
      'duplicate-headers.csv',
      `Ticket ID,Created at,Status,Comment,Comment,Comment\n1,2026-03-01T08:00:00Z,Open,a,b,c\n2,2026-03-02T08:00:00Z,Open,,,\n`,
      2,
      null,
    ],
    ['sep.csv', `sep=;\n${csv(...rows(5)).replaceAll(',', ';')}`, 5, null],
  ];

  it.concurrent.each(cases)('%s', async (name, content, count, says) => {
    put(name, content);
    const { count: found, result } = await created([name]);
    expect(result.code, result.stderr).toBe(0);
    expect(found).toBe(count);
    if (says) expect(result.stderr).toMatch(says);
  });

  it('a file name of 200 characters, with blanks, quotes and bidi marks', async () => {
    const name = put(`${'n'.repeat(180)} "x" \u202E.csv`, csv(...rows(3)));
    expect((await created([name])).count).toBe(3);
    const tooLong = await run(['metrics', `${'n'.repeat(300)}.csv`]);
    expectDecent(tooLong);
    expect(tooLong.code).toBe(3);
  });

  it('ten thousand columns', async () => {
    const names = Array.from({ length: 10_000 }, (_, i) => `field ${i}`);
    const cells = names.map((_, i) => (i % 50 === 0 ? 'x' : ''));
    const lines = Array.from({ length: 20 }, (_, i) => `${row(i + 1)},${cells.join(',')}`);
    put('wide.csv', `${header},${names.join(',')}\n${lines.join('\n')}\n`);
    expect((await created(['wide.csv'])).count).toBe(20);
    const run = await created(['wide.csv', '--by', 'column:field 9950']);
    expect(run.count).toBe(20);
  });

  it('ids that a spreadsheet has worn down are never merged, and said', async () => {
    put(
      'worn.csv',
      csv(...rows(5), row(6).replace(/^6/, '1.03006E+13'), row(7).replace(/^7/, '1.03006E+13')),
    );
    const { count, result } = await created(['worn.csv']);
    expect(count).toBe(7);
    expect(result.stderr).toContain('2 rows: "Ticket ID" lost digits');
  });

  it('cells that a spreadsheet would run are neutralised in CSV, numbers never', async () => {
    put(
      'run.csv',
      `Ticket ID,Created at,Status,Group\n1,2026-03-01T08:00:00Z,Open,=cmd|' /C calc'!A0\n2,2026-03-01T09:00:00Z,Open,-5\n`,
    );
    const { stdout } = await run(['tickets', 'run.csv', '--format', 'csv']);
    expect(stdout).not.toMatch(/[,"]=cmd/);
    expect(stdout).toContain("'=cmd");
  });
});

describe('rows that cannot be used', () => {
  it('rows + rejects = lines, and the rejects are written as they are, also when there are too many', async () => {
    const bad = ['x1,,,Open,A,no date', 'x2,soon,,Open,A,"not, a date"', `${row(50)},one,two`];
    put('bad.csv', csv(...rows(20), ...bad));
    const refused = await run(['metrics', 'bad.csv', '--rejects', 'bad-rejects.csv']);
    expectDecent(refused);
    expect([refused.code, refused.stderr]).toEqual([
      3,
      expect.stringContaining('3 of 23 rows cannot be used (13.0 %)'),
    ]);
    const kept = readFileSync(path.join(folder, 'bad-rejects.csv'), 'utf8');
    expect(kept.split('\n')[0]).toBe('file,line,reason,row');
    expect(kept).toContain('bad.csv,22,created_at_missing');
    expect(kept).toContain('"x2,soon,,Open,A,""not, a date"""');
    expect(kept).toContain('too_many_cells');
    const { count, result } = await created(['bad.csv', '--max-rejected', '20%']);
    expect(count).toBe(20);
    expect(JSON.parse(result.stdout).sources).toEqual([expect.objectContaining({ rows: 20, rejected: 3 })]);
    const strict = await run(['metrics', 'bad.csv', '--strict', '--max-rejected', '100%']);
    expect(strict.code).toBe(3);
    const inspected = await run(['inspect', 'bad.csv', '--strict']);
    expect([inspected.code, inspected.stdout.includes('3 left out')]).toEqual([3, true]);
  });

  it('one id for two tickets is an error that names the lines', async () => {
    put('twice.csv', csv(...rows(40), '3,2026-04-09T08:00:00Z,,Open,A,another'));
    const result = await run(['metrics', 'twice.csv']);
    expectDecent(result);
    expect([result.code, result.stderr]).toEqual([
      3,
      expect.stringContaining('lines 4 and 42 share the id 3'),
    ]);
  });

  it('one id in the files of two desks is an error that names the flag', async () => {
    put('east.csv', csv(...rows(5)));
    put('west.csv', csv(...rows(5).map((line) => line.replaceAll('2026-03', '2025-11'))));
    const result = await run(['metrics', 'east.csv', 'west.csv']);
    expectDecent(result);
    expect([result.code, result.stderr]).toEqual([3, expect.stringContaining('--source east.csv=east')]);
    const named = await created([
      'east.csv',
      'west.csv',
      '--source',
      'east.csv=east',
      '--source',
      'west.csv=west',
    ]);
    expect(named.count).toBe(10);
  });
});

describe('wrong usage', () => {
  beforeAll(() => {
    put('good.csv', csv(...rows(30)));
  });

  const cases: readonly [args: readonly string[], says: RegExp][] = [
    [['metrcs', 'good.csv'], /no command "metrcs"[\s\S]*metrics/],
    [['good.csv'], /no command "good\.csv"[\s\S]*report good\.csv/],
    [['metrics', 'good.csv', '--grop', 'x'], /--grop/],
    [['metrics', 'good.csv', '--metric', 'first_respons_time'], /no metric[\s\S]*first_response_time/],
    [['metrics', 'good.csv', '--metric', 'created.p90'], /created has no statistic "p90"/],
    [['metrics', 'good.csv', '--stat', 'p91'], /p91/],
    [['metrics', 'good.csv', '--by', 'grup'], /"grup" is no dimension[\s\S]*group/],
    [
      ['metrics', 'good.csv', '--tz', 'Europe/Belrin'],
      /no time zone is called "Europe\/Belrin"[\s\S]*Europe\/Berlin/,
    ],
    [['metrics', 'good.csv', '--source-tz', 'Mars/Base'], /Mars\/Base/],
    [['metrics', 'good.csv', '--period', 'last-wek'], /"last-wek"/],
    [['metrics', 'good.csv', '--period', '2026-W99'], /2026-W99/],
    [['metrics', 'good.csv', '--period', '2026-W10', '--week-starts', 'sunday'], /W10/],
    [
      ['metrics', 'good.csv', '--period', '2026-03', '--since', '2026-03-01'],
      /--period goes without --since/,
    ],
    [['metrics', 'good.csv', '--since', 'yesterdayish'], /yesterdayish/],
    [['metrics', 'good.csv', '--every', 'fortnight'], /--every can be day, week/],
    [['metrics', 'good.csv', '--compare', 'previous'], /--compare needs a period/],
    [['metrics', 'good.csv', '--top', '3'], /--top needs --by/],
    [['metrics', 'good.csv', '--totals'], /--totals needs --by/],
    [['metrics', 'good.csv', '--where', 'group ='], /column 8/],
    [['metrics', 'good.csv', '--where', 'group = A or or'], /column/],
    [['metrics', 'good.csv', '--where', 'grup = A'], /grup/],
    [['metrics', 'good.csv', '--where', 'created_at > tomorrow-ish'], /tomorrow-ish/],
    [['metrics', 'good.csv', '--where', 'a = 1', '--where', 'b = 2'], /--where was given twice/],
    [['metrics', 'good.csv', '--hours', 'Mon-Fri 9-25'], /9-25|hours/],
    [['metrics', 'good.csv', '--as-of', 'whenever'], /whenever/],
    [['metrics', 'good.csv', '--max-age', 'long'], /long/],
    [['metrics', 'good.csv', '--map', 'created_at=Nowhere'], /no file has a column "Nowhere"/],
    [['metrics', 'good.csv', '--map', 'create_at=Status'], /no field "create_at"/],
    [['metrics', 'good.csv', '--map', 'created_at'], /--map needs a name/],
    [['metrics', 'good.csv', '--value', 'status:Solved=sloved'], /no status "sloved"|sloved/],
    [['metrics', 'good.csv', '--preset', 'zendsk'], /no preset "zendsk"/],
    [['metrics', 'good.csv', '--scale', '5-1'], /5-1/],
    [['metrics', 'good.csv', '--max-rejected', '120%'], /--max-rejected needs a percentage/],
    [['metrics', 'good.csv', '--min-group', 'few', '--by', 'group'], /--min-group needs a whole number/],
    [['metrics', 'good.csv', '--coverage', 'all'], /--coverage can be created, touched, solved/],
    [['metrics', 'good.csv', '--format', 'yaml'], /--format can be/],
    [['metrics', 'good.csv', '--lang', 'klingon'], /--lang can be/],
    [['metrics', 'good.csv', '-o', 'out.docx'], /ending does not name a format/],
    [['metrics', 'good.csv', '-o', 'no/such/folder/out.csv'], /its folder does not exist/],
    [['metrics', 'good.csv', '-o', 'good.csv'], /being read and must not be written over/],
    [['metrics', '--tickets', 'good.csv', '-o', 'good.csv'], /must not be written over/],
    [['metrics', '.', '--tickets', 'good.csv', '--rejects', 'good.csv'], /must not be written over|./],
    [['metrics', 'good.csv', '--config', 'missing.yaml'], /missing\.yaml/],
    [['tickets', 'good.csv', '--in', 'nothing'], /"nothing" is no metric/],
    [['tickets', 'good.csv', '--every', 'week'], /--every/],
    [['explain'], /metric/],
    [['explain', 'first_respons_time'], /no metric/],
    [['explain', 'created.p90', 'good.csv'], /created has no statistic/],
    [['schema', 'nothing'], /nothing/],
  ];

  it.concurrent.each(cases)('%j', async (args, says) => {
    const result = await run(args);
    expectDecent(result);
    expect(result.stderr).toMatch(says);
    if (!args.includes('.')) expect(result.code).toBe(2);
    expect(readFileSync(path.join(folder, 'good.csv'), 'utf8')).toBe(csv(...rows(30)));
  });

  it('never writes over a file of a folder that is read', async () => {
    put('pack/tickets.csv', csv(...rows(5)));
    const result = await run(['metrics', 'pack', '-o', 'pack/tickets.csv']);
    expect([result.code, result.stderr]).toEqual([2, expect.stringContaining('must not be written over')]);
    expect(readFileSync(path.join(folder, 'pack/tickets.csv'), 'utf8')).toBe(csv(...rows(5)));
  });

  it('a field or a metric that the data lacks is exit 3 with what it has', async () => {
    const dimension = await run(['metrics', 'good.csv', '--by', 'channel']);
    expect([dimension.code, dimension.stderr]).toEqual([
      3,
      expect.stringMatching(/no "channel"[\s\S]*group/),
    ]);
    const column = await run(['metrics', 'good.csv', '--by', 'column:Nothing']);
    expect([column.code, column.stderr]).toEqual([3, expect.stringContaining('column:Nothing')]);
    const behind = await run(['tickets', 'good.csv', '--in', 'next_response_time']);
    expect([behind.code, behind.stderr]).toEqual([3, expect.stringContaining('no messages')]);
    const old = await run(['metrics', 'good.csv', '--max-age', '36h']);
    expect([old.code, old.stderr]).toEqual([3, expect.stringContaining('--max-age allows 36h')]);
  });

  it('a folder that nobody may write to', async () => {
    if (process.getuid?.() === 0) return;
    mkdirSync(path.join(folder, 'sealed'), { mode: 0o555 });
    const result = await run(['metrics', 'good.csv', '-o', 'sealed/out.csv']);
    expectDecent(result);
    expect([result.code, result.stderr]).toEqual([2, expect.stringContaining('no permission')]);
  });
});

describe('the machine gets in the way', () => {
  it('a reader that goes away ends it quietly', async () => {
    put('long.csv', csv(...rows(20_000)));
    const child = spawn(process.execPath, [cliPath, 'tickets', 'long.csv', '--format', 'csv'], {
      cwd: folder,
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, stderr]).toEqual([0, '']);
  });

  it('Ctrl-C while standard input is read ends the run at once and leaves nothing', async () => {
    const temporary = path.join(folder, 'tmp');
    mkdirSync(temporary);
    const child = spawn(process.execPath, [cliPath, 'metrics', '-'], {
      cwd: folder,
      env: { PATH: process.env.PATH ?? '', TMPDIR: temporary },
    });
    child.stdin.on('error', () => {});
    // More than a pipe holds: once it is taken the run is reading.
    await new Promise((resolve) => child.stdin.write(csv(...rows(20_000)), resolve));
    child.kill('SIGINT');
    const ended = await new Promise((resolve) =>
      child.on('close', (code, signal) => resolve([code, signal])),
    );
    expect(ended).toEqual([null, 'SIGINT']);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('standard input is read like a file, and leaves nothing behind', async () => {
    const temporary = path.join(folder, 'tmp2');
    mkdirSync(temporary);
    const result = await deskstatAsync(['metrics', '-', '--metric', 'created', '--format', 'csv'], {
      cwd: folder,
      env: { TMPDIR: temporary },
      input: csv(...rows(9)),
    });
    expect(result.stdout).toContain('tickets,9,9');
    expect(readdirSync(temporary)).toEqual([]);
    const nothing = await run(['metrics', '-']);
    expectDecent(nothing);
    expect(nothing.code).toBe(3);
  });

  it('leaves no half-written file beside the output', async () => {
    const result = await run(['metrics', 'long.csv', '-q', '-o', 'out.json', '-o', 'csv=out.txt']);
    expect([result.code, result.stdout]).toEqual([0, '']);
    expect(existsSync(path.join(folder, 'out.json')) && existsSync(path.join(folder, 'out.txt'))).toBe(true);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

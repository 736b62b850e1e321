import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { commandList } from '../src/cli/command-list.ts';
import { runCli } from '../src/cli/program.ts';
import { memoryIo } from './unit/cli/memory-io.ts';

// What fixes how a whole column is read may stand in the last rows of a long file, far behind those that are looked at
// first: there the same is found as where it stands at the beginning.

vi.setConfig({ testTimeout: 60_000 });

const root = mkdtempSync(path.join(tmpdir(), 'deskstat-all-cells-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let files = 0;

/** The same command on a file and on the file with its rows from last to first, under one name. */
async function bothWays(header: string, rows: readonly string[], args: readonly string[]): Promise<string[]> {
  const outputs: string[] = [];
  for (const lines of [rows, [...rows].reverse()]) {
    const file = path.join(root, `export-${++files}.csv`);
    writeFileSync(file, `${header}\n${lines.join('\n')}\n`);
    const io = memoryIo({ cwd: root });
    await runCli([args[0], file, ...args.slice(1)], io, commandList);
    const said = `${io.stdout.text()}\n${io.stderr.text()}`.replaceAll(/export-\d+/g, 'export');
    // Lines and digests are those of the file as it is written.
    outputs.push(said.replaceAll(/"lines": \[[^\]]*\]|"sha256": "\w+"|^ +lines .*$/gm, ''));
  }
  return outputs;
}

const pad = (value: number): string => String(value).padStart(2, '0');
const minutes = (at: number): string => `${pad(Math.floor(at / 60) % 24)}:${pad(at % 60)}`;

describe('the last cells of a long file decide as the first would', () => {
  it('the order of day and month', async () => {
    // 3,000 tickets on the first to twelfth of January to March 2026, written month first, each answered on its day
    // 30 minutes later; then five on days over 12, which alone show the order.
    const rows = Array.from({ length: 3000 }, (_, i) => {
      const date = `${pad((i % 3) + 1)}/${pad((i % 12) + 1)}/2026`;
      return `${i + 1},${date} ${minutes(i % 1000)},${date} ${minutes((i % 1000) + 30)},${date} ${minutes((i % 1000) + 60)},Solved`;
    });
    for (let i = 0; i < 5; i++)
      rows.push(`${4000 + i},03/${25 + i}/2026 10:00,03/${25 + i}/2026 10:30,03/${25 + i}/2026 11:00,Solved`);
    const header = 'Ticket ID,Created at,First response at,Solved at,Status';
    const args = [
      ...['metrics', '--metric', 'created', '--since', '2026-01-01', '--until', '2027-01-01'],
      ...['--every', 'month', '--format', 'csv'],
    ];
    const [forth, back] = await bothWays(header, rows, args);
    expect(forth).toBe(back);
    // Month first there are three months, 1,000 tickets each and five in March; day first there would be twelve.
    expect(forth).not.toMatch(/other way|swapped|order/);
    expect(forth).toMatch(/2026-03[^\n]*1005/);
    expect(forth).not.toMatch(/2026-04-01T00:00:00Z,2026-05/);
  });

  it('the unit of durations, by the stamps of all rows', async () => {
    // The first 2,000 tickets are not answered yet; of the others the time is a number of hours.
    const rows = Array.from({ length: 2000 }, (_, i) => `${i + 1},2026-03-02 08:${pad(i % 60)}:00,,,Open`);
    for (let i = 0; i < 300; i++)
      rows.push(
        `${3000 + i},2026-03-01 08:${pad(i % 60)}:00,2026-03-01 ${pad(9 + (i % 10))}:${pad(i % 60)}:00,${1 + (i % 10)},Solved`,
      );
    const header = 'Ticket ID,Created at,Solved at,Resolution time,Status';
    const [forth, back] = await bothWays(header, rows, [
      ...['metrics', '--metric', 'resolution_time', '--stat', 'p50', '--period', 'all', '--format', 'json'],
    ]);
    expect(forth).toBe(back);
    expect(forth).toMatch(/is read in hours/);
  });

  it('whether an age runs on', async () => {
    // Days since creation on April 1st, or until the ticket was closed: two days. 3,000 tickets from January on.
    const end = Date.UTC(2026, 3, 1);
    const ticket = (i: number, standsStill: boolean): string => {
      const at = Date.UTC(2026, 0, 1) + (i % 80) * 86_400_000;
      const days = standsStill ? 2 : (end - at) / 86_400_000;
      return `${i + 1},${new Date(at).toISOString().slice(0, 10)} 00:00:00,${standsStill ? 'Closed' : 'Open'},${days}`;
    };
    const header = 'Ticket,Opened,Status,Age (days)';
    const args = [
      'metrics',
      '--metric',
      'resolution_time',
      '--stat',
      'p50',
      '--period',
      'all',
      '--format',
      'json',
    ];
    // The first rows are closed, or open, alone; of all nine in ten are closed, so the age stands still at the close.
    const still = Array.from({ length: 3000 }, (_, i) => ticket(i, i < 2700));
    const [forth, back] = await bothWays(header, still, args);
    expect(forth).toBe(back);
    expect(forth).toMatch(/"value":\s*172800,/);
    expect(forth).not.toMatch(/counts to the same instant/);
    // And the other way about: of all but a few it runs on.
    const running = Array.from({ length: 3000 }, (_, i) => ticket(i, i < 100));
    const [first, last] = await bothWays(header, running, args);
    expect(first).toBe(last);
    expect(first).toMatch(/counts to the same instant/);
  });

  it('the format of stamps', async () => {
    // A thousand and some dates as a database writes them, then four times as many as a spreadsheet does.
    const rows = Array.from({ length: 1200 }, (_, i) => `${i + 1},2026-01-${pad((i % 28) + 1)} 10:00,Open`);
    for (let i = 0; i < 4800; i++) rows.push(`${2000 + i},${pad((i % 28) + 1)}.02.2026 10:00,Open`);
    const header = 'Ticket ID,Created at,Status';
    const args = [
      'metrics',
      '--metric',
      'created',
      '--period',
      'all',
      '--format',
      'json',
      '--max-rejected',
      '50%',
    ];
    const [forth, back] = await bothWays(header, rows, args);
    expect(forth).toBe(back);
    expect(forth).toMatch(/"value":6000/);
  });

  it('stamps without a zone behind those that carry one', async () => {
    const rows = Array.from(
      { length: 1500 },
      (_, i) => `${i + 1},2026-03-${pad((i % 28) + 1)}T10:00:00Z,Open`,
    );
    for (let i = 0; i < 100; i++) rows.push(`${2000 + i},2026-03-${pad((i % 28) + 1)} 23:30:00,Open`);
    const header = 'Ticket ID,Created at,Status';
    const args = ['inspect', '--tz', 'America/New_York'];
    const [forth, back] = await bothWays(header, rows, args);
    expect(forth).toBe(back);
    expect(forth).toMatch(/America\/New_York/);
  });

  it('words of ratings that the first rows do not hold', async () => {
    const words = ['Satisfied', 'Neutral', 'Dissatisfied'];
    const rows = Array.from(
      { length: 1500 },
      (_, i) => `${i + 1},2026-03-${pad((i % 28) + 1)},${words[i % 3]}`,
    );
    for (let i = 0; i < 500; i++) rows.push(`${2000 + i},2026-03-${pad((i % 28) + 1)},Very satisfied`);
    const header = 'Response ID,Answered at,How satisfied were you?';
    const args = ['metrics', '--metric', 'csat', '--period', 'all', '--format', 'json'];
    const [forth, back] = await bothWays(header, rows, args);
    expect(forth).toBe(back);
    // 500 satisfied and 500 very satisfied of 2,000 answers.
    expect(forth).toMatch(/"value":(?:0\.5|50),"n":2000/);
  });

  it('rows that cannot be used are told once, though the file is read twice', async () => {
    const rows = Array.from(
      { length: 1500 },
      (_, i) => `${i + 1},${pad((i % 12) + 1)}/${pad((i % 12) + 1)}/2026,Open`,
    );
    rows.push('9001,soon,Open', ...Array.from({ length: 9 }, (_, i) => `${9100 + i},03/${20 + i}/2026,Open`));
    const file = path.join(root, 'rejects.csv');
    writeFileSync(file, `Ticket ID,Created at,Status\n${rows.join('\n')}\n`);
    const io = memoryIo({ cwd: root });
    await runCli(['inspect', file, '--rejects', path.join(root, 'out.csv')], io, commandList);
    const told = readFileSync(path.join(root, 'out.csv'), 'utf8').trim().split('\n');
    expect(told).toHaveLength(2);
    expect(told[1]).toMatch(/soon/);
  });
});

describe('all rows of a long file decide whose they are', () => {
  // 20 minutes between tickets from 5 January 2026, 08:00 on.
  const at = (minute: number): string =>
    new Date(Date.UTC(2026, 0, 5, 8) + minute * 60_000).toISOString().slice(0, 19).replace('T', ' ');
  const life = (ticket: number): string => `${at(ticket * 20)},${at(ticket * 20 + 600)}`;
  const tickets = (count: number) => Array.from({ length: count }, (_, i) => i);
  const created = ['metrics', '--metric', 'created', '--period', 'all', '--format', 'json'];

  it('a case number that comes back only behind the first rows is the ticket', async () => {
    // 1,200 cases of one row and 800 of three, each row with an id of its own: 2,000 tickets in 3,600 rows.
    const rows = [
      ...tickets(1200).map((i) => `${70_000 + i * 3},C-${i},${life(i)},Closed`),
      ...tickets(2400).map((i) => `${80_000 + i * 3},C-${1200 + (i % 800)},${life(1200 + (i % 800))},Closed`),
    ];
    const [forth, back] = await bothWays('Record ID,Case Number,Opened,Closed,Status', rows, created);
    expect(forth).toBe(back);
    expect(forth).toMatch(/"value":2000,/);
    expect(forth).toMatch(/"Case Number" comes back/);
    // It is no riddle which of the two columns is meant.
    expect(forth).not.toMatch(/could each be/);
  });

  it('one case of many that was written otherwise once does not part the rows again', async () => {
    const rows = tickets(3000).map((i) => `${70_000 + i * 3},C-${i % 1500},${life(i % 1500)},Closed`);
    rows[2000] = `76000,C-500,${at(500 * 20)},${at(500 * 20 + 700)},Closed`;
    const [forth, back] = await bothWays('Record ID,Case Number,Opened,Closed,Status', rows, created);
    expect(forth).toBe(back);
    expect(forth).toMatch(/"value":1500,/);
  });

  it('numbers that begin anew in a second repository are joined with it', async () => {
    const rows = ['north', 'south'].flatMap((shop) =>
      tickets(1300).map(
        (i) => `${i + 1},${shop},${at(i * 20 + shop.length + (shop === 'south' ? 3 : 0))},,open`,
      ),
    );
    const [forth, back] = await bothWays('Number,Repository,Created at,Closed at,State', rows, created);
    expect(forth).toBe(back);
    expect(forth).toMatch(/"value":2600,/);
    expect(forth).toMatch(/told by "Repository" and "Number" together/);
  });

  it('a log whose tickets come back late is a log', async () => {
    // Every ticket is new before the first one is worked on: nothing comes back in the first 1,500 rows.
    const rows = ['New', 'In Progress', 'Resolved'].flatMap((status, step) =>
      tickets(1500).map((i) => `T${i + 1},${at(step * 8000 + i * 5)},${status}`),
    );
    const [forth, back] = await bothWays('Ticket ID,Timestamp,Status', rows, [
      ...['metrics', '--metric', 'created', '--metric', 'resolution_time', '--stat', 'max'],
      ...['--period', 'all', '--format', 'json'],
    ]);
    expect(forth).toBe(back);
    expect(forth).toMatch(/"metric":"created"[^}]*"value":1500,/);
    // 16,000 minutes from the first row of a ticket to its last.
    expect(forth).toMatch(/"metric":"resolution_time"[^}]*"value":960000,/);
  });

  it('orders whose customers come back late are what customers do', async () => {
    const rows = tickets(4500).map((i) => `C${(i % 1500) + 1},${at(i * 10)},order`);
    const [forth, back] = await bothWays('customer_id,order_date,type', rows, ['inspect']);
    expect(forth).toBe(back);
    expect(forth).toMatch(/activity, recognised by headers and values; 4,500 rows/);
  });

  it('numbers of rows in an order of their own are no ids', async () => {
    // 7 and 2,500 have no common factor: the numbers 1 to 2,500, each once, and no thousand of them in a row.
    const rows = tickets(2500).map(
      (i) => `${((i * 7) % 2500) + 1},R-${7000 + Math.floor(i / 2)},${life(Math.floor(i / 2))},Closed`,
    );
    const [forth, back] = await bothWays('S.No,Reference,Date received,Date closed,Status', rows, created);
    expect(forth).toBe(back);
    expect(forth).toMatch(/"value":1250,/);
  });
});

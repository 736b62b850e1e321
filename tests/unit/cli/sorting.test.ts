import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../../../src/cli/program.ts';
import { sorted, sortKeys } from '../../../src/questions/sorting.ts';
import { memoryIo } from './memory-io.ts';

describe('--sort', () => {
  const order = (values: readonly unknown[], sort: string, key = 'value'): readonly unknown[] =>
    sorted(
      values.map((value) => ({ [key]: value })),
      sortKeys([sort], [key]),
      (row, name) => row[name],
    ).map((row) => row[key]);

  it('goes by value, by time and by the order that values have of their own', () => {
    expect(order([10, 9, 100], 'value')).toEqual([9, 10, 100]);
    expect(order(['10', '9', '100', 'x'], '-value')).toEqual(['x', '100', '10', '9']);
    // 01:00 in Dhaka is before 20:00 of the day before in London.
    const [early, late] = ['2026-03-02T01:00:00+06:00', '2026-03-01T20:00:00+00:00'];
    expect(order([late, early], 'value')).toEqual([early, late]);
    expect(order(['normal', 'urgent', 'low'], '-priority', 'priority')).toEqual(['urgent', 'normal', 'low']);
    expect(order(['Sunday', 'Monday'], 'by_weekday', 'by_weekday')).toEqual(['Monday', 'Sunday']);
  });

  it('puts what has no value last, whichever end is first', () => {
    for (const sort of ['value', '-value'])
      expect(order([null, 1, Number.NaN, 2], sort).slice(2), sort).toEqual([null, Number.NaN]);
  });

  it('says what to type for a column that is not there, and for the words of databases', () => {
    const attempt = (text: string) => () => sortKeys([text], ['waiting_seconds', 'group']);
    const said = (text: string): unknown => {
      try {
        return attempt(text)();
      } catch (error) {
        return (error as { problem: { args: { try: string } } }).problem.args.try;
      }
    };
    expect(said('-waiting_second')).toBe('--sort -waiting_seconds');
    expect(said('group desc')).toBe('--sort -group');
    expect(said('waiting_seconds:ASC')).toBe('--sort waiting_seconds');
    expect(said('zzz')).toBe('--sort waiting_seconds|group');
  });
});

let folder = '';
// Group: four tickets in West (February), two in East and one in North (March). East solves fastest.
const tickets = `Ticket ID,Created at,First response at,Solved at,Status,Priority,Group,Agent,Plan
1,2026-02-02T09:00:00Z,2026-02-02T10:00:00Z,2026-02-02T11:00:00Z,Solved,Low,West,Ann,Pro
2,2026-02-03T09:00:00Z,2026-02-03T10:00:00Z,2026-02-03T11:00:00Z,Solved,Low,West,Ann,Free
3,2026-02-04T09:00:00Z,2026-02-04T10:00:00Z,2026-02-04T11:00:00Z,Solved,Low,West,Ann,Free
4,2026-02-05T09:00:00Z,2026-02-05T10:00:00Z,2026-02-05T11:00:00Z,Solved,Low,West,Bea,Free
5,2026-03-02T09:00:00Z,2026-03-02T09:10:00Z,2026-03-02T09:20:00Z,Solved,High,East,Bea,Pro
6,2026-03-03T09:00:00Z,2026-03-03T09:20:00Z,,Open,High,East,Bea,Free
10,2026-03-03T10:00:00Z,,,New,Urgent,North,,Pro
`;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'deskstat-sorting-'));
  writeFileSync(path.join(folder, 'tickets.csv'), tickets);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(command: string, ...args: string[]): Promise<string[]> {
  const io = memoryIo({ cwd: folder });
  expect(
    await runCli([command, path.join(folder, 'tickets.csv'), ...args, '--format', 'csv'], io),
    io.stderr.text(),
  ).toBe(0);
  return io.stdout.text().trimEnd().split('\n');
}

describe('rows in another order', () => {
  it('of tickets, by columns that are shown or not, also of the export', async () => {
    const ids = async (sort: string): Promise<string> =>
      (await run('tickets', '--columns', 'id', '--sort', sort)).slice(1).join(' ');
    expect(await ids('-id')).toBe('10 6 5 4 3 2 1');
    // Waits of 60, 60, 60, 60, 10 and 20 minutes; the last has none.
    expect(await ids('first_response_time_seconds,-created_at')).toBe('5 6 4 3 2 1 10');
    expect(await ids('-column:Plan,id')).toBe('1 5 10 2 3 4 6');
  });

  it('of figures, long and wide', async () => {
    const figures = ['--by', 'group', '--metric', 'created,resolution_time'];
    const long = await run('metrics', ...figures, '--sort', 'metric,-value');
    expect(long.slice(1, 4).map((line) => line.split(',').slice(2, 4).join(' '))).toEqual([
      'West created',
      'East created',
      'North created',
    ]);
    const wide = await run('metrics', ...figures, '--wide', '--sort', 'resolution_time.p50');
    expect(wide.map((line) => line.split(',')[2])).toEqual(['by_group', 'East', 'West', 'North']);
  });

  it('of who waits and of agents', async () => {
    const waiting = await run('waiting', '--sort', '-priority');
    expect(waiting.slice(1).map((line) => line.split(',')[0])).toEqual(['10', '6']);
    const agents = await run('agents', '--period', 'all', '--sort', 'first_response_time.p50');
    // Bea: 60, 10 and 20 minutes, the median 20; Ann: 60.
    expect([...new Set(agents.slice(1).map((line) => line.split(',')[0]))]).toEqual(['Bea', 'Ann']);
  });
});

describe('columns of tickets', () => {
  it('of the export are added to those that are always there; a list that names those is the whole list', async () => {
    const [usual] = await run('tickets');
    expect((await run('tickets', '--columns', 'column:Plan'))[0]).toBe(`${usual},column:Plan`);
    expect((await run('tickets', '--columns', 'id,column:Plan')).slice(0, 2)).toEqual([
      'id,column:Plan',
      '1,Pro',
    ]);
  });
});

describe('--top', () => {
  it('counts tickets of the period, largest first, and keeps as many as it says', async () => {
    const names = async (...args: string[]): Promise<string[]> =>
      (await run('metrics', '--by', 'group', '--metric', 'created', '--top', '2', ...args))
        .slice(1)
        .map((line) => line.split(',')[2]);
    expect(await names()).toEqual(['West', 'East', '(others)']);
    // In March West has none.
    expect(await names('--period', '2026-03')).toEqual(['East', 'North', '(others)']);
    expect(await names('--period', '2026-03', '--totals')).toEqual(['(total)', 'East', 'North', '(others)']);
  });

  it('keeps what it put together last, whatever rows go by', async () => {
    // Created: West 4, East 2 and, as others, North 1; with one kept West 4 and others 3.
    const asked = ['--by', 'group', '--metric', 'created,resolution_time', '--top'];
    const rows = async (top: string, ...args: string[]): Promise<string[]> =>
      (await run('metrics', ...asked, top, ...args))
        .slice(1)
        .map((line) => line.split(',').slice(2, 4).join(' '));
    expect(await rows('1', '--sort', 'metric,value')).toEqual([
      'West created',
      '(others) created',
      'West resolution_time',
      'West resolution_time',
      '(others) resolution_time',
      '(others) resolution_time',
    ]);
    expect((await rows('2', '--sort', 'value')).slice(-3).map((row) => row.split(' ')[0])).toEqual([
      ...['(others)', '(others)', '(others)'],
    ]);
    const wide = await run('metrics', ...asked, '2', '--wide', '--sort', 'created');
    expect(wide.slice(1).map((line) => line.split(',')[2])).toEqual(['East', 'West', '(others)']);
    // Each month has its own.
    const months = await run(
      'metrics',
      '--by',
      'group',
      '--metric',
      'created',
      '--top',
      '1',
      '--every',
      'month',
      '--sort',
      'period_start,value',
    );
    expect(months.slice(1).map((line) => [line.slice(0, 7), line.split(',')[2]].join(' '))).toEqual([
      '2026-02 West',
      '2026-02 (others)',
      '2026-03 West',
      '2026-03 (others)',
    ]);
  });

  it('holds in a report too, where a table of its own would show one more', async () => {
    const table = async (...args: string[]): Promise<string[]> => {
      const io = memoryIo({ cwd: folder });
      await runCli(
        ['report', path.join(folder, 'tickets.csv'), '--period', 'all', '--full', '--no-issues', ...args],
        io,
      );
      const lines = io.stdout.text().split('\n');
      const from = lines.findIndex((line) => /^ +Group {2,}/.test(line));
      return lines.slice(from + 2, lines.indexOf('', from)).map((line) => line.trim().split(/ {2,}/)[0]);
    };
    expect(await table()).toEqual(['West', 'East', 'North']);
    expect(await table('--top', '2')).toEqual(['West', 'East', '1 other']);
  });
});

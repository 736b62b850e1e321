import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../src/cli/program.ts';
import { writeObservedDesk } from './observed-desk.ts';
import { memoryIo } from './unit/cli/memory-io.ts';

// One question is one answer: in whatever format, by whatever command, whole or in parts.
let folder = '';
let files: readonly string[] = [];

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'deskstat-agree-'));
  files = writeObservedDesk(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Row {
  readonly period: { readonly start: string; readonly end: string } | null;
  readonly segment: Readonly<Record<string, string | null>>;
  readonly metric: string;
  readonly stat: string;
  readonly clock: string | null;
  readonly status: string;
  readonly value: number | null;
  readonly n: number;
}

async function said(...line: string[]): Promise<string> {
  const io = memoryIo({ cwd: folder });
  const code = await runCli([line[0], ...files, ...line.slice(1)], io);
  expect(code, io.stderr.text()).toBe(0);
  return io.stdout.text();
}
const json = async (...line: string[]) => JSON.parse(await said(...line, '--format', 'json'));
const figures = async (...line: string[]): Promise<readonly Row[]> => (await json('metrics', ...line)).rows;
const separated = (text: string, delimiter: string): readonly Record<string, string>[] =>
  Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true, delimiter }).data;
const cell = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

const counts = 'created,solved,backlog,unanswered,closed_unanswered';
const questions = [
  [],
  ['--by', 'group', '--every', 'month', '--totals'],
  ['--by', 'tags', '--period', '2026-02', '--tz', '+05:45'],
  ['--by', 'priority,group', '--top', '3', '--min-group', '5'],
  ['--clock', 'both', '--hours', 'Mon-Fri 09:00-17:00', '--every', 'week', '--censored'],
];

describe('one question', () => {
  it.each(questions)('has the same rows in every format of rows (%#)', async (...question) => {
    const rows = await figures(...question);
    const lines = (await said('metrics', ...question, '--format', 'ndjson')).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(rows);
    const csv = separated(await said('metrics', ...question, '--format', 'csv'), ',');
    expect(separated(await said('metrics', ...question, '--format', 'tsv'), '\t')).toEqual(csv);
    const key = ['metric', 'stat', 'clock', 'status', 'value', 'n'] as const;
    expect(csv.map((row) => key.map((name) => row[name]))).toEqual(
      rows.map((row) => key.map((name) => cell(row[name]))),
    );
  });

  it.each(['en', 'bn', 'hi'])('has a row for each figure of a page in %s', async (lang) => {
    const [html, table] = [
      await said('tickets', '--lang', lang, '--format', 'html'),
      await said('tickets', '--lang', lang, '--format', 'markdown'),
    ];
    const { rows } = await json('tickets');
    expect(html.match(/<tr/g)?.length).toBe(rows.length + 1);
    expect(table.split('\n').filter((line) => line.startsWith('|'))).toHaveLength(rows.length + 2);
  });

  it.each([
    ['2026-02', '2026-02-01', '2026-03-01'],
    ['2026-W07', '2026-02-09', '2026-02-16'],
    ['2026-Q1', '2026-01-01', '2026-04-01'],
  ])('is the same for %s and for its days', async (period, since, until) => {
    const options = ['--by', 'group', '--compare', 'previous', '--tz', 'America/New_York'];
    const unnamed = (rows: readonly Row[]) =>
      rows.map((row) => ({ ...row, period: row.period && [row.period.start, row.period.end] }));
    expect(unnamed(await figures(...options, '--since', since, '--until', until))).toEqual(
      unnamed(await figures(...options, '--period', period)),
    );
  });

  it.each(['2026-02', '2026-W07', 'all'])('has the figures of metrics in a report of %s', async (period) => {
    const asked = ['--period', period];
    const { blocks, tickets } = await json('report', ...asked, '--full', '--no-issues');
    const rows = await figures(...asked, '--stat', 'mean,p50,p90,share,score,count');
    const known = new Map(rows.map((row) => [`${row.metric}.${row.stat}`, row]));
    expect(known.get('created.count')?.value).toBe(tickets);
    const shown = (blocks as readonly { kind: string; items?: readonly Shown[] }[]).flatMap((block) =>
      block.kind === 'figures' ? (block.items ?? []) : [],
    );
    const compared = shown.flatMap(({ key, period: own, value }) => {
      const row = known.get(key) ?? rows.find(({ metric }) => metric === key);
      return row && own === null ? [[key, value.value, row.value]] : [];
    });
    expect(compared.length).toBeGreaterThan(5);
    for (const [key, here, there] of compared) expect(here, String(key)).toBe(there);
  });
});

interface Shown {
  readonly key: string;
  readonly period: unknown;
  readonly value: { readonly value: number | null };
}

describe('parts of one question', () => {
  it.each([
    ['--by', 'group'],
    ['--by', 'priority', '--top', '2'],
    ['--by', 'weekday'],
    ['--by', 'group,priority', '--top', '3', '--period', '2026-02'],
  ])('add up to the whole (%s %s %s %s)', async (...split) => {
    const whole = await figures(
      '--metric',
      counts,
      ...(split.includes('--period') ? ['--period', '2026-02'] : []),
    );
    const parts = await figures('--metric', counts, ...split);
    for (const { metric, value } of whole) {
      const sum = parts.reduce((all, row) => all + (row.metric === metric ? (row.value ?? 0) : 0), 0);
      expect(sum, metric).toBe(value);
    }
  });

  it.each(['priority = urgent', 'group = Billing', 'tags contains vip', 'created_at >= 2026-02-10'])(
    'of "%s" and of what is not so add up',
    async (filter) => {
      const [all, some, others] = [
        await figures('--metric', `${counts},first_response_time,resolution_time,reopen_rate`),
        await figures(
          '--metric',
          `${counts},first_response_time,resolution_time,reopen_rate`,
          '--where',
          filter,
        ),
        await figures(
          ...['--metric', `${counts},first_response_time,resolution_time,reopen_rate`],
          ...['--where', `not (${filter})`],
        ),
      ];
      for (const [i, { metric, n }] of all.entries()) expect(some[i].n + others[i].n, metric).toBe(n);
    },
  );
});

describe('the rows behind a figure', () => {
  it.each([[], ['--period', '2026-02'], ['--where', 'priority = urgent']])(
    'are its n (%#)',
    async (...options) => {
      const rows = await figures(
        ...options,
        '--metric',
        `${counts},first_response_time.p50,resolution_time.p50`,
      );
      expect((await json('tickets', ...options)).rows).toHaveLength(rows[0].n);
      for (const { metric, n } of rows)
        expect((await json('tickets', ...options, '--in', metric)).rows, metric).toHaveLength(n);
    },
  );

  it('are those who wait, and no more than the backlog', async () => {
    const waiting = await json('waiting');
    const known = new Map((await figures('--metric', counts)).map((row) => [row.metric, row.value]));
    const never = waiting.rows.filter((row: { reasons: string[] }) => row.reasons.includes('not_answered'));
    expect(never).toHaveLength(known.get('unanswered') ?? -1);
    expect(waiting.rows).toHaveLength(waiting.waiting);
    expect(waiting.waiting).toBeLessThanOrEqual(known.get('backlog') ?? 0);
  });
});

describe('two saved results', () => {
  it.each(['metrics', 'report'])('of one question of %s differ in nothing', async (command) => {
    const file = path.join(folder, `${command}.json`);
    await said(command, '--period', '2026-02', '--tz', '-03:00', '-o', file);
    const io = memoryIo({ cwd: folder });
    expect(await runCli(['diff', file, file, '--format', 'json'], io)).toBe(0);
    expect(JSON.parse(io.stdout.text()).rows).toEqual([]);
  });
});

describe('a period that no file covers', () => {
  it('is not said to be covered in part', async () => {
    const file = path.join(folder, 'gap.csv');
    const row = (id: number, at: string) =>
      `${id},${at}T08:00:00Z,${id % 2 ? `${at}T12:00:00Z` : ''},${id % 2 ? 'Solved' : 'Open'}`;
    const early = Array.from({ length: 40 }, (_, i) => row(i, `2025-0${(i % 3) + 1}-1${i % 9}`));
    writeFileSync(
      file,
      ['Ticket ID,Created at,Solved at,Status', ...early, row(99, '2026-06-20')].join('\n'),
    );
    const io = memoryIo({ cwd: folder });
    expect(await runCli(['report', file, '--period', '2024-05'], io)).toBe(0);
    expect(io.stdout.text().replace(/\s+/g, ' ')).toContain(
      'The files do not cover this period: how many tickets came in then cannot be known from them',
    );
    expect(io.stdout.text()).not.toContain('of a part of it');
  });
});

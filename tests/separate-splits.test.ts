import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../src/cli/program.ts';
import { computeMetrics, readTickets } from '../src/index.ts';
import { writeObservedDesk } from './observed-desk.ts';
import { memoryIo } from './unit/cli/memory-io.ts';

// `--separately` is several questions in one reading: each split gives the rows that asking for it alone gives.
let folder = '';
let files: readonly string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'deskstat-separately-'));
  files = writeObservedDesk(folder);
  const { code, error } = await run('observe', ...files, '-o', 'out');
  expect(code, error).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Row {
  readonly period: unknown;
  readonly segment: Readonly<Record<string, string | null>>;
  readonly status: string;
  readonly key: string;
  readonly reason: string | null;
}

async function run(...line: string[]): Promise<{ code: number; out: string; error: string }> {
  const io = memoryIo({ cwd: folder });
  const code = await runCli(line, io);
  return { code, out: io.stdout.text(), error: io.stderr.text() };
}

async function rowsOf(from: readonly string[], ...options: string[]): Promise<readonly Row[]> {
  const { code, out, error } = await run('metrics', ...from, ...options, '--format', 'json');
  expect(code, error).toBe(0);
  return JSON.parse(out).rows;
}

/** A figure that cannot be computed at all stands in no cell, and once. */
const isOfNoCell = ({ status, period, segment }: Row): boolean =>
  status === 'unavailable' && period === null && Object.keys(segment).length === 0;

const splits = [
  ['--by', 'group'],
  ['--by', 'priority'],
  ['--every', 'month'],
] as const;

/** The rows of each split asked for alone, under both dimensions. */
async function rowsAlone(from: readonly string[], ...options: string[]): Promise<readonly Row[]> {
  const apart: Row[] = [];
  for (const split of splits) apart.push(...(await rowsOf(from, ...split, ...options)));
  const said = new Set<string>();
  return apart.flatMap((row) => {
    if (!isOfNoCell(row)) {
      const { group = '(total)', priority = '(total)', ...others } = row.segment;
      return [{ ...row, segment: { ...others, group, priority } }];
    }
    const text = JSON.stringify(row);
    return said.size < said.add(text).size ? [row] : [];
  });
}

const together = ['--by', 'group,priority', '--every', 'month', '--separately'];

describe('--separately', () => {
  it.each([
    [],
    ['--stat', 'p50,p90,max'],
    ['--since', '2026-02-01', '--until', '2026-04-01', '--compare', 'previous'],
    ['--where', 'priority != urgent'],
    ['--censored', '--metric', 'resolution_time'],
  ])('gives the figures of each split asked for alone: %j', async (...options) => {
    const all = await rowsOf(files, ...together, ...options);
    expect(all.length).toBeGreaterThan(20);
    expect(all).toEqual(await rowsAlone(files, ...options));
  });

  it('keeps the largest of each dimension by itself', async () => {
    const options = ['--metric', 'created', '--top', '2'];
    const all = await rowsOf(files, '--by', 'group,priority', '--separately', ...options);
    const groups = await rowsOf(files, '--by', 'group', ...options);
    const priorities = await rowsOf(files, '--by', 'priority', ...options);
    expect(all.map(({ segment }) => [segment.group, segment.priority])).toEqual([
      ...groups.map(({ segment }) => [segment.group, '(total)']),
      ...priorities.map(({ segment }) => ['(total)', segment.priority]),
    ]);
  });

  it('says the totals over everything once', async () => {
    const all = await rowsOf(
      files,
      '--by',
      'group,priority',
      '--separately',
      '--totals',
      '--metric',
      'created',
    );
    const [total] = await rowsOf(files, '--metric', 'created');
    const totals = all.filter(({ segment }) => segment.group === '(total)' && segment.priority === '(total)');
    expect(totals).toEqual([{ ...total, segment: { group: '(total)', priority: '(total)' } }]);
    expect(all[0]).toEqual(totals[0]);
  });

  it('gives the same from observations as from files', async () => {
    const options = [...together, '--totals', '--stat', 'mean,p50,p90', '--metric'];
    const named = 'created,solved,first_response_time,resolution_time,csat,backlog';
    expect(await rowsOf(['--observations', 'out'], ...options, named)).toEqual(
      await rowsOf(files, ...options, named),
    );
  });

  it('gives a program the same', async () => {
    const desk = await readTickets([...files]);
    const asked = { metrics: ['created', 'first_response_time.p90', 'csat'], every: 'month' } as const;
    const rows = computeMetrics(desk, { ...asked, by: ['group', 'priority'], separately: true });
    const printed = await rowsOf(files, ...together, '--metric', asked.metrics.join(','));
    expect(JSON.parse(JSON.stringify(rows))).toEqual(printed);
  });

  it('is a row a cell with --wide, and in one table where rows are sorted', async () => {
    const options = [...together, '--metric', 'created,csat'];
    const { out } = await run('metrics', ...files, ...options, '--wide', '--format', 'csv');
    const [head, ...lines] = out.trim().split('\n');
    expect(head).toBe('period_start,period_end,by_group,by_priority,created,csat');
    const cells = (await rowsOf(files, ...options)).filter((row) => !isOfNoCell(row));
    expect(lines).toHaveLength(cells.length / 2);
    const tables = (text: string): number => text.match(/^─+$/gm)?.length ?? 0;
    expect(tables((await run('metrics', ...files, ...options)).out)).toBe(3);
    expect(tables((await run('metrics', ...files, ...options, '--sort', '-value')).out)).toBe(1);
  });

  it.each([
    ['--by', 'group'],
    ['--every', 'week'],
    ['--period', '2026-03'],
  ])('needs two ways to split: %j', async (...options) => {
    const { code, error } = await run('metrics', ...files, ...options, '--separately');
    expect(code).toBe(2);
    expect(error).toContain('--separately needs two ways to split');
  });
});

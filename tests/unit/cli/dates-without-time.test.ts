import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { comparePeriods } from '../../../src/analysis/comparison/compare.ts';
import { dailyValues } from '../../../src/analysis/comparison/daily-values.ts';
import { commandList } from '../../../src/cli/command-list.ts';
import { runCli } from '../../../src/cli/program.ts';
import { memoryIo } from './memory-io.ts';

const root = mkdtempSync(path.join(tmpdir(), 'deskstat-dates-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Sixty tickets, two a day, solved 0, 2 and 4 days after they came; only dates are known. */
const file = path.join(root, 'dates.csv');
const date = (n: number): string => new Date(Date.UTC(2026, 2, 2 + n)).toISOString().slice(0, 10);
writeFileSync(
  file,
  `id,created date,resolved date,status\n${Array.from(
    { length: 60 },
    (_, i) => `${i},${date(i >> 1)},${date((i >> 1) + (i % 3) * 2)},closed\n`,
  ).join('')}`,
);

async function said(command: string, ...args: readonly string[]): Promise<string> {
  const io = memoryIo({ cwd: root });
  const names = command === 'explain' ? ['resolution_time.p50', file] : [file];
  await runCli([command, ...names, ...args], io, commandList);
  return io.stdout.text();
}

describe('durations between dates without a time', () => {
  it('are told in days by tickets, explain and check, in three languages', async () => {
    expect(await said('tickets')).toMatch(/2 Mar 2026 {3,}closed +the same day\n/);
    expect(await said('explain', '--period', 'all')).toMatch(/the second day after/);
    const check = (lang: string): Promise<string> =>
      said('check', '--expect', 'resolution_time.p90 < 2d', '--lang', lang);
    expect(await check('en')).toMatch(/4 days after, 95% .* days after, limit 2 days/);
    expect(await check('bn')).toMatch(/৪ দিন পরে/);
    expect(await check('hi')).toMatch(/4 दिन बाद.*सीमा 2 दिन/);
  });

  it('are marked in rows for machines, whose dates have no time either', async () => {
    const [head, first] = (await said('tickets', '--format', 'csv')).split('\n');
    expect(head).toMatch(/,resolution_time_seconds,resolution_time_precision,/);
    expect(first).toMatch(/^0,2026-03-02,,,2026-03-02,,,,closed,.*,0,day,/);
  });

  it('are compared by quantiles that occur', () => {
    // Of 0 0 2 2 the median of type 1 is 0; halfway between 0 and 2 lies a day on which nothing happened.
    const values = dailyValues({
      from: 0,
      values: Float64Array.of(0, 0, 2, 2),
      starts: Uint32Array.of(0, 4),
    });
    const compared = { kind: 'duration', stat: 'p50', scale: { min: 0, max: 1 } } as const;
    const sides = { before: values, after: values };
    expect(comparePeriods({ ...compared, precision: 'day' }, sides)?.before).toBe(0);
    expect(comparePeriods(compared, sides)?.before).toBe(1);
  });
});

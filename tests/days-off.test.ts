import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../src/cli/program.ts';
import { memoryIo } from './unit/cli/memory-io.ts';

// Sixteen weeks from Monday 5 January 2026: thirty tickets on each day, answered after an hour of working time, which is
// the next morning. In the last week the desk is off from Monday to Thursday, and three tickets come in on each of those
// days; they are answered on Friday.
const DAY = 86_400_000;
const start = Date.UTC(2026, 0, 5);
const OFF = [15 * 7, 15 * 7 + 1, 15 * 7 + 2, 15 * 7 + 3];
const iso = (at: number): string => new Date(at).toISOString();
const dayOf = (day: number): string => iso(start + day * DAY).slice(0, 10);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'deskstat-days-off-'));
  const rows: string[] = [];
  for (let day = 0; day < 16 * 7; day++) {
    const isOff = OFF.includes(day);
    const next = isOff ? OFF[3] + 1 : OFF.includes(day + 1) ? OFF[3] + 1 : day + 1;
    for (let n = 0; n < (isOff ? 3 : 28 + (day % 5)); n++) {
      const created = start + day * DAY + 16 * 3_600_000 + 30 * 60_000 + n * 30_000;
      const answered = start + next * DAY + 9 * 3_600_000 + 30 * 60_000 + n * 30_000;
      rows.push(`${day}-${n},${iso(created)},${iso(answered)},${iso(answered + 60_000 * (n + 1))},Solved`);
    }
  }
  const header = 'Ticket ID,Created at,First response at,Solved at,Status';
  for (const name of ['with', 'without']) {
    mkdirSync(path.join(folder, name));
    writeFileSync(path.join(folder, name, 'tickets.csv'), `${header}\n${rows.join('\n')}\n`);
  }
  const holidays = `holidays: [${OFF.map(dayOf).join(', ')}]\n`;
  writeFileSync(path.join(folder, 'with/deskstat.yaml'), `hours: Mon-Sun 09:00-17:00\n${holidays}`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(command: string, place: string, ...line: string[]): Promise<string> {
  const io = memoryIo();
  const code = await runCli([command, path.join(folder, place, 'tickets.csv'), ...line], io);
  expect(code, io.stderr.text()).toBe(0);
  return io.stdout.text();
}

const week = ['--period', '2026-W17'];

describe('a week in which the desk was off', () => {
  it('opens with the days off, and calls neither them nor the nights they make longer unusual', async () => {
    const text = await run('report', 'with', ...week, '--no-issues');
    // Monday to Thursday 3 tickets each, Friday to Sunday 32, 28 and 29; the week before 7 × 28 + 17.
    expect(text).toContain('A week with 4 days off: 101 new tickets came in');
    expect(text).not.toMatch(/unusual|quiet|too few tickets or periods to compare/);
    expect(text).toMatch(/New tickets +101 +[▁-█]+ +was 213\n/);
    const compared = [...week, '--metric', 'created', '--compare', 'previous', '--format', 'json'];
    const { rows } = JSON.parse(await run('metrics', 'with', ...compared)) as { rows: unknown[] };
    expect(rows).toMatchObject([{ value: 101, before: 213, verdict: null }]);
  });

  it('is the quietest of all where no settings name the days off', async () => {
    const text = await run('report', 'without', ...week, '--no-issues');
    expect(text).toMatch(/fewer than in any usual period|was quiet/);
  });
});

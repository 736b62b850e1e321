import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../../../src/cli/program.ts';
import { memoryIo } from './memory-io.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'deskstat-clock-'));
  // Answered after 1 to 30 business hours; nothing says when on the calendar.
  const rows = Array.from(
    { length: 30 },
    (_, i) => `${i + 1},2026-03-${String(i + 1).padStart(2, '0')} 08:00:00,Closed,${i + 1}:00:00`,
  );
  const text = `Ticket ID,Created at,Status,First response time (business hours)\n${rows.join('\n')}\n`;
  writeFileSync(path.join(folder, 'tickets.csv'), text);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]) {
  const io = memoryIo({ cwd: folder });
  const code = await runCli(
    args.map((arg) => (arg === 'tickets.csv' ? path.join(folder, arg) : arg)),
    io,
  );
  return { code, stdout: io.stdout.text(), stderr: io.stderr.text() };
}

describe('a duration that an export has on the business clock only', () => {
  // Median of 1 … 30 hours: 15.5 hours.
  const median = 15.5 * 3600;

  it('is shown on it without a flag', async () => {
    const { stdout } = await run(
      'metrics',
      'tickets.csv',
      '--metric',
      'first_response_time.p50',
      '--format',
      'json',
    );
    const [row] = JSON.parse(stdout).rows;
    expect(row).toMatchObject({ value: median, n: 30, clock: 'business', clock_source: 'helpdesk' });
  });

  it('stays unavailable where the calendar clock is asked for', async () => {
    const args = [
      'metrics',
      'tickets.csv',
      '--metric',
      'first_response_time.p50',
      '--clock',
      'calendar',
      '--format',
      'json',
    ];
    const [row] = JSON.parse((await run(...args)).stdout).rows;
    expect(row).toMatchObject({ value: null, status: 'unavailable' });
  });

  it('is in the report, in explain and in the list of tickets, named as such', async () => {
    const report = await run('report', 'tickets.csv', '--period', 'all', '--no-issues');
    expect(report.stdout).toMatch(/First response[^\n]*15h 30m/);
    expect((await run('explain', 'first_response_time', 'tickets.csv')).stdout).toMatch(
      /business hours\)\s+15h 30m/,
    );
    expect((await run('tickets', 'tickets.csv')).stdout).toMatch(/business hours/);
  });

  it('is judged where the limit names that clock alone', async () => {
    const check = (expectation: string) => run('check', 'tickets.csv', '--expect', expectation);
    expect((await check('first_response_time.p50@business < 16h')).code).toBe(0);
    expect((await check('first_response_time.p50@business < 15h')).code).toBe(1);
    // 15½ hours of work are two days: a limit that says nothing of working hours is not kept by them.
    const { code, stdout } = await check('first_response_time.p50 < 16h');
    expect(code).toBe(3);
    expect(stdout).toContain('first_response_time.p90@business');
    expect((await check('first_response_time.p50 < 1d')).code).toBe(3);
  });
});

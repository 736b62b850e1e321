import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../../../src/cli/program.ts';
import { memoryIo } from './memory-io.ts';

let folder = '';
const tickets = [
  'Ticket ID,Created at,First response at,Solved at,Status',
  // Friday 16:00 to Monday 09:00.
  '1,2026-02-06T16:00:00Z,2026-02-09T09:00:00Z,2026-02-09T10:00:00Z,Solved',
  // The same weekday and times, in March.
  '2,2026-03-06T16:00:00Z,2026-03-09T09:00:00Z,2026-03-09T10:00:00Z,Solved',
  '',
].join('\n');

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'deskstat-hours-'));
  writeFileSync(path.join(folder, 'tickets.csv'), tickets);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function json(args: readonly string[], yaml: string) {
  const config = path.join(folder, 'settings.yaml');
  writeFileSync(config, yaml);
  const io = memoryIo({ cwd: folder });
  const [command, ...rest] = args;
  const code = await runCli(
    [command, path.join(folder, 'tickets.csv'), ...rest, '--format', 'json', '--config', config],
    io,
  );
  expect(code, io.stderr.text()).toBeLessThan(2);
  return JSON.parse(io.stdout.text());
}

describe('working hours that changed on a date', () => {
  it('count as they were on the day', async () => {
    const yaml = 'hours:\n  - Mon-Fri 09:00-18:00\n  - {from: 2026-03-01, hours: Mon-Fri 08:00-17:00}\n';
    const { rows } = await json(
      [
        'metrics',
        '--metric',
        'first_response_time',
        '--stat',
        'mean',
        '--clock',
        'business',
        '--every',
        'month',
      ],
      yaml,
    );
    // February: Friday 16–18 and Monday from 9: 2 h. March: Friday 16–17 and Monday 8–9: 2 h; not 1 + 0 or 2 + 0.
    expect(rows.map(({ value }: { value: number }) => value)).toEqual([7200, 7200]);
  });
});

describe('two clocks in one policy', () => {
  it('count each target on its own', async () => {
    const policy = (clock: string): string =>
      `hours: Mon-Fri 09:00-18:00\nsla:\n  - name: All\n    targets: {first_response: 3h, resolution: 48h}\n    clock: ${clock}\n`;
    const attained = async (clock: string) => {
      const { rows } = await json(
        ['metrics', '--metric', 'sla_first_response,sla_resolution'],
        policy(clock),
      );
      return rows.map(({ value }: { value: number }) => value);
    };
    // Answered after 2 business hours (65 calendar hours), solved after 3 business hours (66 calendar hours).
    expect(await attained('business')).toEqual([1, 1]);
    expect(await attained('calendar')).toEqual([0, 0]);
    expect(await attained('{first_response: business, resolution: calendar}')).toEqual([1, 0]);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli } from '../src/cli/program.ts';
import { memoryIo } from './unit/cli/memory-io.ts';

// Twelve days of March, a ticket a day but none on the fifth: nothing is known of November, and all of the fifth.
const folder = mkdtempSync(path.join(tmpdir(), 'deskstat-uncovered-'));
const file = path.join(folder, 'tickets.csv');
const days = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0')).filter(
  (day) => day !== '05',
);
writeFileSync(
  file,
  `Ticket ID,Created at,Solved at,Status,Subject,Assignee\n${days
    .map((day) => `${day},2026-03-${day}T08:00:00Z,2026-03-${day}T12:00:00Z,Solved,My parcel is late,Bo`)
    .join('\n')}\n`,
);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...line: string[]): Promise<{ readonly out: string; readonly all: string }> {
  const io = memoryIo({ cwd: folder });
  expect(await runCli(line, io), io.stderr.text()).toBe(0);
  return { out: io.stdout.text(), all: `${io.stdout.text()}${io.stderr.text()}` };
}

describe('a period of which the files hold nothing', () => {
  it.each(['table', 'markdown', 'html', 'json'])(
    'is not called one without tickets by report as %s',
    async (format) => {
      const { out } = await run('report', file, '--period', '2025-11', '--format', format);
      expect(out.replace(/\s+/g, ' ')).toContain('files do not cover this period');
      expect(out.match(/do not cover this period/g)?.length).toBe(1);
      expect(out).not.toMatch(/No tickets in this period|\b0 tickets/);
      const covered = await run('report', file, '--period', '2026-03-05', '--format', format);
      expect(covered.out).toMatch(/\b0 tickets|"tickets": 0/);
      expect(covered.out).not.toContain('do not cover');
    },
  );

  it.each([['agents'], ['tickets'], ['metrics', '--metric', 'created'], ['issues']])(
    'is told from an empty one by %s',
    async (command, ...more) => {
      const uncovered = await run(command, file, ...more, '--period', '2025-11');
      expect(uncovered.all).toContain('the files do not cover 2025-11');
      expect(uncovered.all).not.toContain('no ticket was created');
      expect(uncovered.all).not.toContain('No problem came back');
      const covered = await run(command, file, ...more, '--period', '2026-03-05');
      expect(covered.all).toContain('no ticket was created in 2026-03-05');
    },
  );
});

describe('retention of an export without a whole month', () => {
  it('does not say that nobody wrote in the last whole one', async () => {
    const short = path.join(folder, 'short.csv');
    writeFileSync(
      short,
      `Ticket ID,Created at,Solved at,Status,Requester\n${days
        .map((day) => `${day},2026-03-${day}T08:00:00Z,2026-03-${day}T12:00:00Z,Solved,c${Number(day) % 4}`)
        .join('\n')}\n`,
    );
    const { out } = await run('retention', short, '--kind', 'tickets');
    expect(out).toMatch(/Requesters in the last whole month +–/);
    const { out: json } = await run('retention', short, '--kind', 'tickets', '--format', 'json');
    expect(JSON.parse(json).active).toBeNull();
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli } from '../../../src/cli/program.ts';
import { memoryIo } from './memory-io.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'deskstat-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Four open tickets of an export that says nothing of answers, one of them on hold. */
const file = path.join(folder, 'tickets.csv');
writeFileSync(
  file,
  [
    'Ticket ID,Created at,Solved at,Status',
    '1,2026-03-01 09:00,,Open',
    '2,2026-03-02 09:00,,On hold',
    '3,2026-03-03 09:00,,Open',
    '4,2026-03-04 09:00,,Open',
    '5,2026-03-04 10:00,2026-03-05 09:00,Solved',
    '',
  ].join('\n'),
);

async function waiting(...more: string[]): Promise<string> {
  const io = memoryIo();
  await runCli(['waiting', file, ...more], io);
  return io.stdout.text();
}

describe('below the list of who waits', () => {
  it('stands who is not listed, and how many wait for which reason, all of them counted', async () => {
    const text = await waiting('--top', '1');
    expect(text.split('\n').slice(4)).toEqual([
      '1       4d 0h  not solved  –         –',
      '',
      '3 more wait and are not listed',
      '3 not solved: still open: answered, or nothing says whether',
      '1 parked: set aside (on hold), and the customer still waits',
      '',
    ]);
  });

  it('says the same on a page and in Markdown, and nothing to machines', async () => {
    expect(await waiting('--format', 'markdown')).toContain('- 1 parked: set aside');
    expect(await waiting('--format', 'html')).toContain('1 parked: set aside');
    expect(await waiting('--format', 'csv')).not.toContain('set aside');
  });
});

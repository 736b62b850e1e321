import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../../../src/cli/program.ts';
import { memoryIo } from './memory-io.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'deskstat-empty-'));
  writeFileSync(path.join(folder, 'tickets.csv'), 'Ticket ID,Created at,Status\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a header without rows', () => {
  it.each([['all'], ['last-week'], ['2026-10']])(
    'gives counts of 0 and nothing else, over %s',
    async (period) => {
      const io = memoryIo({ cwd: folder });
      const args = ['metrics', path.join(folder, 'tickets.csv'), '--period', period, '--format', 'json'];
      expect(await runCli(args, io), io.stderr.text()).toBe(0);
      const rows: { metric: string; value: number | null }[] = JSON.parse(io.stdout.text()).rows;
      for (const metric of ['created', 'solved', 'backlog'])
        expect(rows.find((row) => row.metric === metric)?.value).toBe(0);
      for (const metric of ['first_response_time', 'csat', 'backlog_days'])
        expect(rows.find((row) => row.metric === metric)?.value).toBeNull();
    },
  );

  it('is still no place for a misspelt period', async () => {
    const io = memoryIo({ cwd: folder });
    expect(await runCli(['metrics', path.join(folder, 'tickets.csv'), '--period', 'last-wek'], io)).toBe(2);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli } from '../../../src/cli/program.ts';
import { memoryIo } from './memory-io.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'deskstat-misplaced-'));
const file = path.join(folder, 'tickets.csv');
writeFileSync(
  file,
  'Ticket ID,Created at,Status\n1,2026-03-02T08:00:00Z,open\n2,2026-03-03T08:00:00Z,open\n',
);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function refused(...line: string[]): Promise<string> {
  const io = memoryIo({ cwd: folder });
  expect(await runCli(line, io)).toBeGreaterThan(1);
  return io.stderr.text();
}

describe('a file where a metric is wanted', () => {
  it.each([
    [['explain', 'tickets.csv'], 'deskstat explain first_response_time tickets.csv'],
    [['explain', 'in/tickets', 'more.csv'], 'deskstat explain first_response_time in/tickets more.csv'],
    [['explain', 'tickets.csv', 'csat'], 'deskstat explain csat tickets.csv'],
    [['explain', 'tickets.csv', 'frt', 'more.csv'], 'deskstat explain frt tickets.csv more.csv'],
    [['explain', 'csat,nps', 'tickets.csv'], 'deskstat explain csat tickets.csv'],
    [['explain', 'all', 'tickets.csv'], 'deskstat explain first_response_time tickets.csv'],
  ])('%j is answered with %s', async (line, meant) => {
    expect(await refused(...line)).toContain(`try         ${meant}\n`);
  });

  it('is called by its whole name, and is no command', async () => {
    const said = await refused('metrics', file, '--metric', 'tickets.csv');
    expect(said).toMatch(/"tickets\.csv" is no metric\n +try +deskstat metrics --list\n/);
  });
});

it('a metric where a file is wanted is told by its option', async () => {
  expect(await refused('metrics', 'frt', file)).toMatch(
    /no such file or folder\n +try +--metric first_response_time\n/,
  );
});

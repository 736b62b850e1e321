import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli } from '../src/cli/program.ts';
import { memoryIo } from './unit/cli/memory-io.ts';

// Ratings stand in the list of tickets; a survey beside it asks another question.
const folder = mkdtempSync(path.join(tmpdir(), 'deskstat-named-survey-'));
const days = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'));
const write = (name: string, head: string, row: (day: string, i: number) => string): string => {
  const file = path.join(folder, name);
  writeFileSync(file, `${head}\n${days.map(row).join('\n')}\n`);
  return file;
};
const stamps = (day: string): string => `${day},2026-03-${day}T08:00:00Z,2026-03-${day}T12:00:00Z,Solved`;
const rated = write('rated.csv', 'Ticket ID,Created at,Solved at,Status,Satisfaction Score', (day, i) =>
  [stamps(day), i % 3 === 0 ? 'Bad' : 'Good'].join(','),
);
const answers = write(
  'nps.csv',
  'Response ID,Submitted at,NPS',
  (day, i) => `${day},2026-03-${day},${i % 11}`,
);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function metrics(...line: string[]): Promise<{ readonly exit: number; readonly all: string }> {
  const io = memoryIo({ cwd: folder });
  const exit = await runCli(['metrics', ...line], io);
  return { exit, all: `${io.stdout.text()}${io.stderr.text()}` };
}

describe('--survey where ratings stand in the tickets', () => {
  it('takes the name of their column, in any case', async () => {
    const { exit, all } = await metrics(rated, '--metric', 'csat', '--survey', 'satisfaction score');
    expect([exit, all]).toEqual([0, expect.stringMatching(/CSAT +66\.7%/)]);
  });

  it('refuses another name with those there are', async () => {
    for (const files of [[rated], [rated, answers]]) {
      const { exit, all } = await metrics(...files, '--metric', 'csat', '--survey', 'Effort');
      expect([exit, all]).toEqual([
        2,
        expect.stringMatching(/no survey is called "Effort"[\s\S]*Satisfaction Score/),
      ]);
    }
  });

  it('leaves the surveys beside them out, where it names their column', async () => {
    const { exit, all } = await metrics(
      rated,
      answers,
      '--metric',
      'csat,nps',
      '--survey',
      'Satisfaction Score',
    );
    expect([exit, all]).toEqual([0, expect.stringMatching(/CSAT +66\.7%[\s\S]*not available: NPS/)]);
  });
});

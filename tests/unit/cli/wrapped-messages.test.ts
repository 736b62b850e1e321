import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli } from '../../../src/cli/program.ts';
import { displayWidth } from '../../../src/output/renderers/display-width.ts';
import { memoryIo } from './memory-io.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'deskstat-wrapped-'));
const file = path.join(folder, 'tickets.csv');
const days = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'));
const rows = days.map((day) => `${day},2026-03-${day}T08:00:00Z,2026-03-${day}T12:00:00Z,open`);
writeFileSync(file, `Ticket ID,Created at,Solved at,Status\n${rows.join('\n')}\n`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function said(columns: number | null, ...line: string[]): Promise<string> {
  const io = memoryIo({ cwd: folder, ...(columns === null ? {} : { terminal: { columns } }) });
  await runCli(line, io);
  return io.stderr.text();
}
const words = (text: string): string => text.replace(/\s+/g, ' ').trim();
const lines: readonly (readonly string[])[] = [
  ['metrics', file, '--metric', 'created', '--period', '2025-11'],
  ['metrics', file, '--metric', 'created', '--survey', 'Effort'],
  ['metrics', file, '--metric', 'created', '--where', 'hour = 25'],
  ['metrics', file, '--metric', 'created', '--where', 'hour = 25', '--lang', 'hi'],
  ['check', file, '--expect', 'backlog < 90', '--lang', 'bn'],
];

describe('messages on a terminal', () => {
  it.each(lines)('are broken between words at its width: %s %s %s %s %s %s', async (...line) => {
    const plain = await said(null, ...line);
    for (const columns of [44, 80]) {
      const wrapped = await said(columns, ...line);
      expect(words(wrapped)).toBe(words(plain));
      for (const each of wrapped.split('\n')) {
        // What is to be copied stays whole, however long.
        const isWhole = !words(each).includes(' ') || each.includes(file);
        expect(isWhole || displayWidth(each) <= columns, each).toBe(true);
      }
    }
  });

  it('stay a line each in a pipe', async () => {
    const plain = await said(null, ...lines[0]);
    expect(plain.trim().split('\n')).toHaveLength(1 + (plain.match(/\n(?:note|warning)/g)?.length ?? 0));
  });

  it('go on below where they began, and keep what is typed or pointed into whole', async () => {
    const wrapped = await said(40, ...lines[2]);
    expect(wrapped).toMatch(/^error: no hour is called "25"\n {2}expected {4}00, 01, [\d, ]+\n {14}\d\d, /);
    const pointed = await said(
      40,
      'metrics',
      file,
      '--where',
      'group = Billing and priority = high and created_at >',
    );
    expect(pointed).toMatch(/\n {2}in {10}group = Billing and priority = high and created_at >\n {14} +\^/);
    expect(await said(48, ...lines[0])).toMatch(/\n {2}.*--period 2026-03\n/);
  });
});

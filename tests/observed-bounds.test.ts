import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli } from '../src/cli/program.ts';
import { memoryIo } from './unit/cli/memory-io.ts';

// Whether a backlog is a lower bound all tickets decide. Those of Sales are solved within an hour; of Billing every
// fifth stays open for good, or until somebody touches it at the end.
const DAY = 86_400_000;
const folder = mkdtempSync(path.join(tmpdir(), 'deskstat-bounds-'));
const at = (day: number, hour: number): string =>
  new Date(Date.UTC(2026, 0, 1, hour) + day * DAY).toISOString().slice(0, 19);
const days = Array.from({ length: 90 }, (_, day) => day);
const head = 'Ticket ID,Created at,Solved at,Status,Group,Updated at';
const rows = (updated: (day: number) => string): string[] =>
  days.flatMap((day) => [
    `s${day},${at(day, 8)},${day === 89 ? '' : at(day, 9)},${day === 89 ? 'open' : 'solved'},Sales,${at(day, 9)}`,
    day % 5 === 0
      ? `b${day},${at(day, 10)},,open,Billing,${updated(day)}`
      : `b${day},${at(day, 10)},${at(day, 12)},solved,Billing,${at(day, 12)}`,
  ]);
function write(name: string, updated: (day: number) => string, more: readonly string[] = []): string {
  const file = path.join(folder, name);
  writeFileSync(file, `${head}\n${[...rows(updated), ...more].join('\n')}\n`);
  return file;
}
// Old ones that were touched in the same days: the export is cut by them, and nothing lies untouched in it.
const old = Array.from({ length: 40 }, (_, i) => `o${i},${at(-5 * i - 9, 8)},,open,Billing,${at(50 + i, 8)}`);
const files = [
  write('idle.csv', (day) => at(day, 12)),
  write('touched.csv', () => at(89, 12)),
  write('cut.csv', () => at(89, 12), old),
];
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...line: string[]): Promise<string> {
  const io = memoryIo({ cwd: folder });
  expect(await runCli(line, io), io.stderr.text()).toBe(0);
  return io.stdout.text();
}
const asked = ['--metric', 'backlog,backlog_age,backlog_days,unanswered'];
const rowsOf = (text: string): unknown => (JSON.parse(text) as { rows: unknown }).rows;

describe('a backlog of observations', () => {
  let folders = 0;
  for (const file of files)
    for (const cut of [[], ['--coverage', 'touched'], ['--coverage', 'created']])
      it.each([
        [[], []],
        [['--where', 'group = Sales'], []],
        [
          ['--where', 'group = Sales'],
          ['--every', 'month'],
        ],
        [
          ['--where', 'group = Billing'],
          ['--by', 'group'],
        ],
      ])(
        `of ${path.basename(file)} ${cut.join(' ')} is known as that of the files is: %j %j`,
        async (where, split) => {
          const out = path.join(folder, `out-${++folders}`);
          await run('observe', file, ...cut, ...where, ...asked, '-o', out);
          const wanted = rowsOf(
            await run('metrics', file, ...cut, ...where, ...asked, ...split, '--format', 'json'),
          );
          expect(
            rowsOf(await run('metrics', '--observations', out, ...split, '--format', 'json', ...asked)),
          ).toEqual(wanted);
        },
      );
});

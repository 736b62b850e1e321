import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { commandList } from '../src/cli/command-list.ts';
import { runCli } from '../src/cli/program.ts';
import { projectRoot } from './cli.ts';
import { memoryIo } from './unit/cli/memory-io.ts';

// A file that was named and from which nothing comes into the answer is always said: every fixture beside a list of
// tickets, for every command. Where the answer is the same with the file and without it, its name is in what is said.

vi.setConfig({ testTimeout: 240_000 });

const folder = mkdtempSync(path.join(tmpdir(), 'deskstat-unused-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const stamp = (day: number, hour: number) =>
  `2026-03-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00Z`;
const rows = Array.from(
  { length: 28 },
  (_, i) =>
    `B-${i + 1},${stamp(i + 1, 8)},${stamp(i + 1, 9 + (i % 5))},${stamp(i + 1, 20)},Solved,r${i % 9}@base.test,Ann,Parcel ${i % 3 ? 'is late again' : 'never arrived'}`,
);
writeFileSync(
  path.join(folder, 'base.csv'),
  `Ticket ID,Created at,First response at,Solved at,Status,Requester,Assignee,Subject\n${rows.join('\n')}\n`,
);
const put = (name: string, lines: readonly string[]): string => {
  writeFileSync(path.join(folder, name), `${lines.join('\n')}\n`);
  return path.join(folder, name);
};
const own = [
  put('junk.csv', ['a,b', '1,2', '3,4']),
  put('undated.csv', ['Ticket ID,Status,Priority', '1,Open,High', '2,Solved,Low', '3,Open,Low']),
  put('people.csv', ['id,name,email', 'u1,Cy,cy@x.test', 'u2,Di,di@x.test']),
  put('customers.csv', [
    'customer_id,start_date,churn_date',
    'C1,2025-01-01,',
    'C2,2025-02-01,2025-08-01',
    'C3,2025-03-01,',
  ]),
  put('orders.csv', [
    'order_id,customer_id,order_date',
    'O1,C1,2025-01-01',
    'O2,C1,2025-02-01',
    'O3,C2,2025-02-02',
    'O4,C2,2025-03-02',
  ]),
  put('answers.csv', [
    'response_id,customer,score (1-5),answered_at',
    'R1,z1@x.test,5,2026-03-02',
    'R2,z2@x.test,1,2026-03-04',
    'R3,z3@x.test,4,2026-03-05',
  ]),
];

const fixtures = readdirSync(path.join(projectRoot, 'fixtures'), { recursive: true, encoding: 'utf8' })
  .map((name) => path.join(projectRoot, 'fixtures', name))
  .filter(
    (file) => existsSync(file) && statSync(file).isFile() && /\.(?:csv|json|ndjson|jsonl|tsv)$/.test(file),
  );

const commands: Readonly<Record<string, readonly string[]>> = {
  metrics: ['--metric', 'created,first_response_time', '--format', 'csv'],
  check: ['--expect', 'created > 3'],
  report: ['--period', '2026-03', '--no-issues', '--format', 'csv'],
  tickets: ['--format', 'csv'],
  waiting: ['--format', 'csv'],
  agents: ['--format', 'csv'],
};

async function said(command: string, files: readonly string[]) {
  const io = memoryIo({ cwd: folder });
  await runCli([command, ...files, ...commands[command]], io, commandList);
  return { answer: io.stdout.text(), notes: io.stderr.text() };
}

const base = path.join(folder, 'base.csv');

/** Files that hold tickets are looked at by every question, though their tickets may be of another time, or done. */
let withTickets: ReadonlySet<string> = new Set();
beforeAll(async () => {
  const alone = await said('metrics', [base]);
  const found = new Set<string>();
  for (const file of [...own, ...fixtures])
    if ((await said('metrics', [base, file])).answer !== alone.answer) found.add(file);
  withTickets = found;
});

describe.each(Object.keys(commands))('%s', (command) => {
  it('names every file from which nothing comes into its answer', async () => {
    const alone = await said(command, [base]);
    const silent: string[] = [];
    for (const file of [...own, ...fixtures]) {
      if (withTickets.has(file)) continue;
      const both = await said(command, [base, file]);
      if (both.answer === alone.answer && !both.notes.includes(path.basename(file))) silent.push(file);
    }
    expect(silent).toEqual([]);
  });
});

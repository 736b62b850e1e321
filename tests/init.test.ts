import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { commandList } from '../src/cli/command-list.ts';
import { runCli } from '../src/cli/program.ts';
import { describeBeside, sharedPath } from './shared-data.ts';
import { memoryIo } from './unit/cli/memory-io.ts';

// What `init` writes pins what was understood and changes nothing of it: with and without its settings every ticket has
// the same measures, and every figure is the same.

vi.setConfig({ testTimeout: 240_000 });

const root = mkdtempSync(path.join(tmpdir(), 'deskstat-init-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

interface Said {
  readonly exit: number;
  readonly text: string;
  readonly errors: string;
}

async function run(folder: string, line: readonly string[]): Promise<Said> {
  const before = process.cwd();
  process.chdir(folder);
  try {
    const io = memoryIo({ cwd: folder });
    const exit = await runCli(line, io, commandList);
    return { exit, text: io.stdout.text(), errors: io.stderr.text() };
  } finally {
    process.chdir(before);
  }
}

/** Figures and tickets, without what was said of how they came about. The period that settings ask for is no reading. */
async function read(folder: string, line: readonly string[]): Promise<unknown> {
  const all = [...line, '--period', 'all'];
  const metrics = await run(folder, ['metrics', ...all, '--format', 'json']);
  if (metrics.exit !== 0) return { exit: metrics.exit };
  const tickets = await run(folder, ['tickets', ...all, '--format', 'csv']);
  const document = JSON.parse(metrics.text) as Record<string, unknown>;
  for (const key of ['arguments', 'settings', 'problems']) delete document[key];
  return { document, tickets: tickets.text };
}

let written = 0;

/** Reads files as they are and with the settings that `init` writes for them. */
async function bothReadings(folder: string, names: readonly string[]) {
  const init = await run(folder, ['init', ...names, '--to', '-']);
  if (init.exit !== 0) return null;
  const settings = path.join(root, `${++written}.yaml`);
  writeFileSync(settings, init.text);
  return {
    settings: init.text,
    before: await read(folder, names),
    after: await read(folder, [...names, '--config', settings]),
  };
}

async function expectSame(folder: string, names: readonly string[]): Promise<void> {
  const both = await bothReadings(folder, names);
  if (both) expect(both.after, both.settings).toEqual(both.before);
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(
      (each) =>
        each.isFile() &&
        each.name !== 'expect.json' &&
        /\.(?:csv|tsv|txt|json|ndjson|jsonl|gz)$/.test(each.name),
    )
    .map(({ name }) => name)
    .sort();

describe('reading after init', () => {
  const fixtures = path.join(import.meta.dirname, '../fixtures');
  for (const folder of readdirSync(fixtures)) {
    for (const name of filesIn(path.join(fixtures, folder)))
      it(`gives the desk of ${folder}/${name}`, () => expectSame(path.join(fixtures, folder), [name]));
  }
});

describeBeside('corpus', 'reading the shapes of real exports after init', () => {
  const shapes = sharedPath('corpus');
  for (const folder of existsSync(shapes) ? readdirSync(shapes) : [])
    if (statSync(path.join(shapes, folder)).isDirectory())
      it(`gives the desk of ${folder}`, () =>
        expectSame(path.join(shapes, folder), filesIn(path.join(shapes, folder))));
});

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { commandList } from '../src/cli/command-list.ts';
import { runCli } from '../src/cli/program.ts';
import { sampleSource } from '../src/input/formats/sample-source.ts';
import { FileSource } from '../src/input/readers/file-source.ts';
import { describeBeside, sharedPath } from './shared-data.ts';
import { memoryIo } from './unit/cli/memory-io.ts';

// In whatever order the rows of a file stand, every figure is the same, and so is what the file was taken for: tried on
// every fixture, and where they lie beside the checkout on the shapes of real exports, in this process.

vi.setConfig({ testTimeout: 240_000 });

const root = mkdtempSync(path.join(tmpdir(), 'deskstat-order-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A small generator with a fixed seed (Park & Miller). */
function shuffled<T>(values: readonly T[]): T[] {
  const mixed = [...values];
  let state = 20_261_128;
  for (let i = mixed.length - 1; i > 0; i--) {
    state = (state * 48_271) % 2_147_483_647;
    const j = state % (i + 1);
    [mixed[i], mixed[j]] = [mixed[j], mixed[i]];
  }
  return mixed;
}

/** Records of a CSV text, each with its line end; quotes may hold line ends. */
function recordsOf(text: string): string[] {
  const records: string[] = [];
  let from = 0;
  let isQuoted = false;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') isQuoted = !isQuoted;
    if (text[i] !== '\n' || isQuoted) continue;
    records.push(text.slice(from, i + 1));
    from = i + 1;
  }
  if (from < text.length) records.push(`${text.slice(from)}\n`);
  return records;
}

/** The bytes of a file with its rows in another order, or null where they cannot be told apart simply. */
async function mixedUp(file: string): Promise<string | null> {
  const sample = await sampleSource(new FileSource({ path: file, file, size: statSync(file).size }));
  const { layout, tables } = sample;
  if (layout.compression !== null || !['utf-8', 'windows-1252'].includes(layout.encoding)) return null;
  const bytes = readFileSync(file, 'latin1');
  // A record that breaks off says so where it stands.
  if (sample.problems.length > 0 || /broken|cut/.test(path.basename(file))) return null;
  if (layout.format === 'ndjson')
    return shuffled(bytes.split('\n').filter((line) => line.trim() !== '')).join('\n');
  if (layout.format === 'json') {
    const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? Buffer.from(JSON.stringify(shuffled(value))).toString('latin1') : null;
  }
  const { dialect } = layout;
  if (!dialect || dialect.quoting === 'backslash' || dialect.newline === 'cr') return null;
  if (tables[0].asides.length > 0) return null;
  const records = recordsOf(bytes);
  const head = dialect.headerLine - 1 + dialect.headerRows;
  return [
    ...records.slice(0, head),
    ...shuffled(records.slice(head).filter((row) => row.trim() !== '')),
  ].join('');
}

/** What a command says in JSON, without the lines that rows stand in. */
async function said(line: readonly string[]): Promise<unknown> {
  const io = memoryIo({ cwd: process.cwd() });
  const exit = await runCli([...line, '--format', 'json'], io, commandList);
  const text = io.stdout.text();
  if (text === '')
    return {
      exit,
      error: io.stderr
        .text()
        .replace(/^ +(?:found +)?/gm, '')
        .split('\n')
        .sort()
        .join('\n')
        .replace(/:\d+|lines? \d+( and \d+)?/g, ':n'),
    };
  return { exit, ...withoutLines(JSON.parse(text)) };
}

/** Rows that are shown as examples go with their lines; streams and columns of JSON stand in the order of their coming. */
const passedOver: ReadonlySet<string> = new Set(['lines', 'line', 'sha256', 'examples']);

const withoutLines = (value: object): object =>
  JSON.parse(
    JSON.stringify(value, (key, part: unknown) => {
      if (passedOver.has(key)) return undefined;
      if (key === 'unmapped' && Array.isArray(part)) return [...part].sort();
      if (key === 'tables' && Array.isArray(part))
        return [...part].sort((a, b) => (String(a.stream) < String(b.stream) ? -1 : 1));
      return typeof part === 'string' && key === 'message' ? part.replace(/:\d+(?=:)/, '') : part;
    }),
  );

/** The figures of some files, and what they were taken for, when they lie in a folder. */
async function figuresIn(folder: string, names: readonly string[]): Promise<unknown> {
  const before = process.cwd();
  process.chdir(folder);
  try {
    return [await said(['metrics', ...names]), await said(['inspect', ...names])];
  } finally {
    process.chdir(before);
  }
}

async function expectSameFigures(folder: string, names: readonly string[]): Promise<void> {
  const other = path.join(
    root,
    path.basename(path.dirname(folder)),
    path.basename(folder),
    names.join('+').slice(0, 80),
  );
  mkdirSync(other, { recursive: true });
  for (const name of names) {
    const source = path.join(folder, name);
    let text: string | null = null;
    try {
      text = await mixedUp(source);
    } catch {
      // What cannot be read at all says so whatever its order.
    }
    mkdirSync(path.dirname(path.join(other, name)), { recursive: true });
    writeFileSync(path.join(other, name), text ?? readFileSync(source, 'latin1'), 'latin1');
  }
  expect(await figuresIn(other, names)).toEqual(await figuresIn(folder, names));
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .filter((name) => !/^(?:mapping|expect|case)\.json$|\.(?:md|ya?ml|txt)$/.test(name))
    .sort();

const fixtures = path.join(import.meta.dirname, '../fixtures');

describe('rows of the fixtures in another order', () => {
  for (const helpdesk of readdirSync(fixtures).sort()) {
    // What is broken, cut or laid out in an odd way is so at a certain place.
    if (helpdesk === 'dialects') continue;
    it(`say the same: ${helpdesk}`, async () => {
      for (const name of filesIn(path.join(fixtures, helpdesk)))
        await expectSameFigures(path.join(fixtures, helpdesk), [name]);
    });
  }
});

describeBeside('corpus', 'rows of the shapes of real exports in another order', () => {
  const corpus = sharedPath('corpus');
  for (const shape of readdirSync(corpus).sort()) {
    if (!statSync(path.join(corpus, shape)).isDirectory()) continue;
    it(`say the same: ${shape}`, async () => {
      await expectSameFigures(path.join(corpus, shape), filesIn(path.join(corpus, shape)));
    });
  }
});

import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metrics } from '../src/analysis/metrics/index.ts';
import { commandList } from '../src/cli/command-list.ts';
import { runCli } from '../src/cli/program.ts';
import { presets } from '../src/input/presets/index.ts';
import type { Metric } from '../src/model/metric.ts';
import { deskstat, projectRoot } from './cli.ts';
import { tablesOfDesk, writeDuckdb } from './databases.ts';
import { memoryIo } from './unit/cli/memory-io.ts';

// Every command line in README and docs that begins with `deskstat` is run, in a folder that holds the sample desk; the
// ```text block that follows is what it prints. `# exit 1` behind a command says how it ends. UPDATE=1 rewrites the blocks.
const documents = [
  'README.md',
  ...readdirSync(path.join(projectRoot, 'docs'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];

interface Example {
  readonly commands: readonly string[];
  /** Position of the text block behind the commands, if there is one. */
  readonly output: { readonly start: number; readonly end: number; readonly text: string } | null;
}

function examplesIn(text: string): Example[] {
  const blocks = [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)];
  return blocks.flatMap((block, i) => {
    if (block[1] !== 'sh') return [];
    const commands = block[2]
      .replace(/\\\n\s*/g, '')
      .split('\n')
      .filter((line) => /^deskstat\b/.test(line));
    const next = blocks[i + 1];
    const between = next ? text.slice(block.index + block[0].length, next.index).trim() : 'x';
    const start = next && next[1] === 'text' && between === '' ? next.index + '```text\n'.length : -1;
    const output = start < 0 ? null : { start, end: start + next[2].length, text: next[2] };
    return commands.length === 0 ? [] : [{ commands, output }];
  });
}

let home = '';
beforeAll(() => {
  home = mkdtempSync(path.join(tmpdir(), 'deskstat-docs-'));
  writeFileSync(
    path.join(home, 'deskstat'),
    `#!/bin/sh\nexec "${process.execPath}" "${path.join(projectRoot, 'bin/deskstat.js')}" "$@"\n`,
  );
  chmodSync(path.join(home, 'deskstat'), 0o755);
  mkdirSync(path.join(home, 'words'));
  writeFileSync(path.join(home, 'words/deskstat'), `#!/bin/sh\nprintf '%s\\0' "$@"\n`);
  chmodSync(path.join(home, 'words/deskstat'), 0o755);
  const made = deskstat(['demo', path.join(home, 'desk')]);
  expect(made.code).toBe(0);
  // Conversations, which the sample desk has none of.
  cpSync(path.join(projectRoot, 'fixtures/conversations'), path.join(home, 'desk'), { recursive: true });
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

function inShell(command: string, { cwd, bin }: { readonly cwd: string; readonly bin: string }): Ran {
  return spawnSync('sh', ['-c', command], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { PATH: `${bin}:${process.env.PATH}` },
  });
}

/**
 * Runs a line as a shell would. A line that is one command runs in this process, which has long compiled the code: the shell
 * only says what its words are. Pipes, redirections and settings of the environment go through processes.
 */
async function runLine(line: string, cwd: string): Promise<Ran> {
  if (/[|<>;&$`]/.test(line.replace(/'[^']*'|"[^"$`]*"/g, ''))) return inShell(line, { cwd, bin: home });
  const words = inShell(line, { cwd, bin: path.join(home, 'words') });
  const args = words.stdout.split('\0').slice(0, -1);
  const io = memoryIo({ cwd, env: { PATH: process.env.PATH ?? '' } });
  const before = process.cwd();
  process.chdir(cwd);
  const status = await runCli(args, io, commandList).finally(() => process.chdir(before));
  return { stdout: io.stdout.text(), stderr: io.stderr.text(), status };
}

describe.each(documents)('%s', (file) => {
  it('shows commands that run, and what they print', { timeout: 240_000 }, async () => {
    const where = path.join(projectRoot, file);
    let text = readFileSync(where, 'utf8');
    const folder = path.join(home, file.replaceAll('/', '-'));
    cpSync(path.join(home, 'desk'), folder, { recursive: true });
    // Servers, and SQLite, are asked in "bash" blocks, which are not run here but in tests of their own.
    if (text.includes('duckdb:')) await writeDuckdb(path.join(folder, 'desk.duckdb'), tablesOfDesk(folder));
    const printed: { readonly output: NonNullable<Example['output']>; readonly stdout: string }[] = [];
    for (const { commands, output } of examplesIn(text)) {
      let stdout = '';
      for (const line of commands) {
        const [, command, exit] = /^(.*?)(?:\s+# exit (\d+))?$/.exec(line) as RegExpExecArray;
        const run = await runLine(command, folder);
        expect(run.status, `${file}: ${command}\n${run.stderr}`).toBe(Number(exit ?? 0));
        stdout += run.stdout;
      }
      if (output) printed.push({ output, stdout });
    }
    if (process.env.UPDATE) {
      for (const { output, stdout } of printed.reverse())
        text = text.slice(0, output.start) + stdout + text.slice(output.end);
      writeFileSync(where, text);
      return;
    }
    for (const { output, stdout } of printed) expect(output.text).toBe(stdout);
  });
});

/** The reference of metrics, from the registry. */
function metricsPage(): string {
  const all: readonly Metric[] = metrics;
  const rows = all.map(
    ({ id, name, kind, periodOf }) => `| [\`${id}\`](#${id}) | ${name} | ${kind} | ${periodOf} |`,
  );
  const sections = all.map((metric) => {
    const clocks =
      metric.kind === 'duration' ? (metric.hasBusinessClock ? 'calendar and business' : 'calendar') : '–';
    return [
      `## ${metric.id}`,
      '',
      `**${metric.name}.** ${metric.definition}`,
      '',
      `${metric.source}`,
      '',
      `Belongs to the period of: ${metric.periodOf}. Clocks: ${clocks}. Statistics printed unasked: ${metric.defaultStats.join(', ')}.`,
    ].join('\n');
  });
  return [
    '# Metrics',
    '',
    'What every figure means. This page is made from the code; `deskstat metrics --list` prints the same, and',
    '`deskstat explain METRIC FILES` says how many tickets of an export a figure rests on.',
    '',
    '| metric | name | kind | belongs to the period of |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    sections.join('\n\n'),
    '',
  ].join('\n');
}

/** The reference of helpdesks, from the registry. */
function helpdesksPage(): string {
  const rows = presets.map(({ id, name, tables }) => {
    // A shape that is written in several ways is one.
    const shapes = new Set(tables.map(({ what, evidence }) => `${what} (${evidence.replace('_', ' ')})`));
    return `| \`${id}\` | ${name} | ${[...shapes].join('; ')} |`;
  });
  return [
    '# Helpdesks',
    '',
    'Exports that are recognised by their columns. *Verified*: seen in a real export or on the vendor’s own page; *third',
    'party*: seen in somebody else’s code; *unverified*: a hint for names only. Any other export is recognised by its',
    'headers (English, French, German, Spanish, Portuguese, Italian, Dutch, Polish, Russian, Turkish, the Nordic',
    'languages, Czech, Hungarian, Arabic, Bengali, Hindi, Chinese, Japanese, Korean; not all words of each) and by what its',
    'values look like; `deskstat inspect` shows how, and `--map`, `--value` and `--preset` overrule it.',
    '',
    '| preset | tool | exports |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

describe('pages made from the code', () => {
  it.each([
    ['docs/metrics.md', metricsPage],
    ['docs/helpdesks.md', helpdesksPage],
  ])('%s is up to date', (file, make) => {
    const where = path.join(projectRoot, file);
    if (process.env.UPDATE) writeFileSync(where, make());
    expect(readFileSync(where, 'utf8')).toBe(make());
  });
});

import { execFile, spawn, spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
/** Another build may be tried: that of a packed install, say. */
const bin = process.env.DESKSTAT_BIN ?? path.join(root, 'bin/deskstat.js');

/** The executable that tests run. */
export const cliPath = bin;

/** What a run of the command line left behind. */
export interface CliRun {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

/** How a run is set up; the environment is that of a bare machine unless said otherwise. */
export interface CliOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string | Uint8Array;
}

/** The folder of the checkout, where fixtures lie. */
export const projectRoot = root;

/** Runs the built command line as a process, as a user does. */
export function deskstat(
  args: readonly string[],
  { cwd = root, env = {}, input = '' }: CliOptions = {},
): CliRun {
  const run = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    input,
    env: { PATH: process.env.PATH ?? '', ...env },
    maxBuffer: 1 << 28,
    encoding: 'utf8',
  });
  return { stdout: run.stdout, stderr: run.stderr, code: run.status };
}

/** The same without holding up the test, for many runs side by side. */
export function deskstatAsync(
  args: readonly string[],
  { cwd = root, env = {}, input = '' }: CliOptions = {},
): Promise<CliRun> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [bin, ...args], {
      cwd,
      env: { PATH: process.env.PATH ?? '', ...env },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('close', (code) => resolve({ stdout, stderr, code }));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/** Runs a script of Node as a process, in the checkout. */
export function runScript(script: string, args: readonly string[]): Promise<CliRun> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [script, ...args],
      { cwd: root, maxBuffer: 1 << 28, encoding: 'utf8' },
      (error, stdout, stderr) =>
        resolve({ stdout, stderr, code: typeof error?.code === 'number' ? error.code : error ? null : 0 }),
    );
  });
}

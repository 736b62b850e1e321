import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

// Other programs, bounded in time. Whatever way this process ends, none of them and no folder of theirs is left.

type Undo = () => void;
const undone: Undo[] = [];
const running = new Set<number>();
let isWatched = false;

function watch(): void {
  if (isWatched) return;
  isWatched = true;
  process.on('exit', () => {
    for (const pid of running) endGroup(pid);
    for (const each of undone.reverse()) each();
  });
}

/** What has to be taken back when this process ends, by a signal too; the latest first. */
export function atEnd(undo: Undo): void {
  watch();
  undone.push(undo);
}

/** A folder that is there as long as this process. Other users may look into it: a server is started as one. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `deskstat-${name}-`));
  atEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

export interface Ran {
  readonly ok: boolean;
  /** What it printed; where it failed, the end of what it said of that. */
  readonly text: string;
  readonly isTooSlow: boolean;
}

export interface RunOptions {
  readonly seconds: number;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The user to run it as, by number. */
  readonly user?: { readonly uid: number; readonly gid: number } | null;
}

/** When everything has to be done, by `performance.now()`. */
let deadline = Number.POSITIVE_INFINITY;

export function endWithin(seconds: number): void {
  deadline = performance.now() + 1000 * seconds;
}

/** Runs a program and what it starts; they are ended when the time is over. */
export function ran(command: string, args: readonly string[], options: RunOptions): Promise<Ran> {
  const { cwd, env, user } = options;
  const left = Math.max(0, Math.min(1000 * options.seconds, deadline - performance.now()));
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      // A group of its own, so that it can be ended with its children.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(user ?? {}),
    });
    const { pid } = child;
    watch();
    if (pid !== undefined) running.add(pid);
    const out: Buffer[] = [];
    const said: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => out.push(piece));
    child.stderr.on('data', (piece: Buffer) => said.push(piece));
    let isTooSlow = false;
    const timer = setTimeout(() => {
      isTooSlow = true;
      if (pid !== undefined) endGroup(pid);
    }, left);
    const done = (ok: boolean, failure: string): void => {
      clearTimeout(timer);
      if (pid !== undefined) running.delete(pid);
      const last = Buffer.concat(said).toString('utf8').trim().split('\n').slice(-3).join(' ');
      const slow = `${path.basename(command)} took more than ${Math.round(left / 1000)} seconds`;
      const text = ok ? Buffer.concat(out).toString('utf8') : isTooSlow ? slow : failure || last;
      resolve({ ok, text, isTooSlow });
    };
    child.on('error', ({ message }) => done(false, message));
    child.on('close', (code) => done(code === 0, ''));
  });
}

/** Runs a program while this process ends: nothing else goes on then. */
export function ranAtEnd(command: string, args: readonly string[], user: RunOptions['user']): void {
  spawnSync(command, args, { stdio: 'ignore', timeout: 20_000, ...(user ?? {}) });
}

const environments: Record<string, Promise<Ran>> = {};

/** A Python that has a package: the machine's own, or one of an environment that is made for it. */
export function pythonWith(name: string): Promise<Ran> {
  environments[name] ??= findPython(name);
  return environments[name];
}

async function findPython(name: string): Promise<Ran> {
  const home = process.env.DESKSTAT_PYTHON_HOME ?? path.resolve('.bench/python');
  const own = path.join(home, 'bin/python');
  for (const python of [own, 'python3'])
    if ((await ran(python, ['-c', `import ${name}`], { seconds: 60 })).ok)
      return { ok: true, text: python, isTooSlow: false };
  const made = await ran('python3', ['-m', 'venv', home], { seconds: 60 });
  if (!made.ok) return { ...made, text: `no Python environment can be made: ${made.text}` };
  const install = ['-m', 'pip', 'install', '--quiet', '--retries', '1', '--timeout', '15', name];
  const installed = await ran(own, install, { seconds: 600 });
  if (!installed.ok) return { ...installed, text: `pip cannot install ${name}: ${installed.text}` };
  return { ok: true, text: own, isTooSlow: false };
}

import { createCleanups } from '../../src/cli/cleanups.ts';
import type { Io, TextOutput } from '../../src/cli/io.ts';
import { runCli } from '../../src/cli/program.ts';
import type { Run } from './verdict.ts';

/** Runs the command line without a process: thousands of exports would wait for its start alone. */
export const runInProcess: Run = async (args, folder) => {
  const out: string[] = [];
  const err: string[] = [];
  const io: Io = {
    stdout: memory(out),
    stderr: memory(err),
    stdin: async function* () {},
    stdinIsTTY: true,
    env: { NO_COLOR: '1' },
    cwd: folder,
    now: () => 0,
    cleanups: createCleanups(() => {}),
  };
  const code = await runCli([...args], io);
  return { code, stdout: out.join(''), stderr: err.join('') };
};

function memory(into: string[]): TextOutput {
  const decoder = new TextDecoder();
  return {
    isTTY: false,
    columns: null,
    closed: false,
    write: async (chunk) => {
      into.push(typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }));
    },
  };
}

import { type Cleanups, createCleanups } from '../../../src/cli/cleanups.ts';
import type { Io, TextOutput } from '../../../src/cli/io.ts';

/** An output that keeps what was written. */
export interface MemoryOutput extends TextOutput {
  text(): string;
}

export function memoryOutput(
  given: { readonly isTTY?: boolean; readonly columns?: number | null } = {},
): MemoryOutput {
  const decoder = new TextDecoder();
  let text = '';
  return {
    isTTY: given.isTTY ?? false,
    columns: given.columns ?? null,
    closed: false,
    async write(chunk) {
      text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    },
    text: () => text,
  };
}

export interface MemoryIo extends Io {
  readonly stdout: MemoryOutput;
  readonly stderr: MemoryOutput;
  /** Moves the clock on. */
  tick(ms: number): void;
}

/** The outside world in memory: no terminal, an empty environment, a clock that moves when it is told to. */
export function memoryIo(
  given: {
    readonly cwd?: string;
    readonly env?: Record<string, string>;
    readonly stdin?: string;
    readonly terminal?: { readonly columns: number };
    readonly cleanups?: Cleanups;
  } = {},
): MemoryIo {
  let clock = Date.UTC(2026, 10, 16, 9, 0, 0);
  const output = () =>
    memoryOutput({ isTTY: given.terminal !== undefined, columns: given.terminal?.columns });
  return {
    stdout: output(),
    stderr: output(),
    async *stdin() {
      yield new TextEncoder().encode(given.stdin ?? '');
    },
    stdinIsTTY: given.terminal !== undefined,
    env: given.env ?? {},
    cwd: given.cwd ?? process.cwd(),
    now: () => clock,
    cleanups: given.cleanups ?? createCleanups(),
    tick(ms) {
      clock += ms;
    },
  };
}

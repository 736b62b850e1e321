import { fstatSync, writeSync } from 'node:fs';
import type { Passwords } from '../model/database-address.ts';
import type { Cleanups } from './cleanups.ts';
import { showInPager } from './pager.ts';

/** Where text goes: a terminal, a pipe, a file, or a test's memory. */
export interface TextOutput {
  readonly isTTY: boolean;
  /** Width of the terminal; null off a terminal. */
  readonly columns: number | null;
  /** True once the reader has gone away (`| head`); what is written then is dropped. */
  readonly closed: boolean;
  /** Resolves when more may be written, at once when the reader has gone away. */
  write(chunk: string | Uint8Array): Promise<void>;
}

/** All of the outside world that a command may touch, handed in so that tests can run commands in their process. */
export interface Io {
  readonly stdout: TextOutput;
  readonly stderr: TextOutput;
  /** Opened when first asked for: a process that never reads its input must not wait for it. */
  stdin(): AsyncIterable<Uint8Array>;
  readonly stdinIsTTY: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** The clock, epoch milliseconds: for progress, `--as-of now` and `--max-age`, never for a figure. */
  now(): number;
  /** Shows a text in the reader's pager; false where it fits the terminal or there is no pager. Left out off a terminal. */
  page?(text: string): Promise<boolean>;
  /** False: notes about the data are not said on stderr. */
  readonly notes?: boolean;
  /** What servers ask for that are named on the command line, by their addresses, which no longer hold it. */
  readonly passwords?: Passwords;
  /** Temporary files to be removed whatever happens. */
  readonly cleanups: Cleanups;
}

/** The width text is laid out for: the terminal's, else 80. */
export function widthOf(output: TextOutput): number {
  return output.isTTY && output.columns !== null && output.columns >= 20 ? output.columns : 80;
}

/** The io of this process. */
export function processIo(cleanups: Cleanups): Io {
  const stdout = outputOf(1, () => process.stdout);
  return {
    stdout,
    stderr: outputOf(2, () => process.stderr),
    stdin: () => process.stdin,
    get stdinIsTTY() {
      return process.stdin.isTTY === true;
    },
    env: process.env,
    cwd: process.cwd(),
    now: () => Date.now(),
    cleanups,
    ...(stdout.isTTY ? { page: (text) => showInPager(text, process.stdout.rows ?? 0) } : {}),
  };
}

const outputOf = (descriptor: number, open: () => NodeJS.WriteStream): TextOutput =>
  isPlain(descriptor) ? plainOutput(descriptor, open) : streamOutput(open());

/** True for a file, a pipe or a socket. */
function isPlain(descriptor: number): boolean {
  try {
    const stats = fstatSync(descriptor);
    return stats.isFile() || stats.isFIFO() || stats.isSocket();
  } catch {
    return false;
  }
}

/**
 * Written to at once, as Node's own stream does on such outputs; but making that one takes a fifteenth of a small run. It is
 * made all the same where an output is not ready, which alone it can wait for.
 */
function plainOutput(descriptor: number, open: () => NodeJS.WriteStream): TextOutput {
  let stream: TextOutput | null = null;
  let closed = false;
  let failure: Error | null = null;
  return {
    isTTY: false,
    columns: null,
    get closed() {
      return closed || stream?.closed === true;
    },
    write: async (chunk) => {
      if (failure) throw failure;
      if (stream) return stream.write(chunk);
      if (closed) return;
      let rest = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      try {
        while (rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
      } catch (error) {
        const failed = error as NodeJS.ErrnoException;
        if (failed.code === 'EAGAIN') {
          stream = streamOutput(open());
          return stream.write(rest);
        }
        closed = true;
        if (readerGone(failed)) return;
        failure = failed;
        throw failed;
      }
    },
  };
}

function streamOutput(stream: NodeJS.WriteStream): TextOutput {
  let closed = false;
  let failure: Error | null = null;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    closed = true;
    if (!readerGone(error)) failure = error;
  });
  return {
    isTTY: stream.isTTY === true,
    get columns() {
      return stream.columns ?? null;
    },
    get closed() {
      return closed;
    },
    write: (chunk) =>
      new Promise((resolve, reject) => {
        if (failure) return reject(failure);
        if (closed || chunk.length === 0) return resolve();
        stream.write(chunk, (error) => {
          if (error && !readerGone(error)) reject(error);
          else resolve();
        });
      }),
  };
}

const readerGone = (error: NodeJS.ErrnoException): boolean =>
  ['EPIPE', 'ECONNRESET', 'EOF', 'ERR_STREAM_DESTROYED'].includes(error.code ?? '');

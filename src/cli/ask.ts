import type { ProgressEvent } from '../questions/progress-event.ts';
import { createCleanups } from './cleanups.ts';
import { commandList } from './command-list.ts';
import type { Io, TextOutput } from './io.ts';
import { runCli } from './program.ts';

/** What can be asked: the commands that answer in JSON. */
export const questions = [
  'report',
  'metrics',
  'agents',
  'tickets',
  'explain',
  'waiting',
  'check',
  'diff',
  'retention',
  'issues',
  'inspect',
] as const;
export type Question = (typeof questions)[number];

/** A value of an option: its text, a flag, or several of either. */
type OptionValue = string | number | boolean | readonly string[] | undefined;

export interface AskOptions {
  /**
   * Options of the command by their long names, in camel case: `{ period: 'last-week', by: ['group'], issues: false }`.
   * Settings are those of `deskstat.yaml`, found as on the command line, or named by `config`.
   */
  readonly options?: Readonly<Record<string, OptionValue>>;
  /** Told now and then how far the work is. */
  readonly onProgress?: (event: ProgressEvent) => void;
  /** Ends the work, at the next moment at which progress would be told, with the signal's reason. */
  readonly signal?: AbortSignal;
  /** What `DESKSTAT_SALT` is in; nothing of the process's environment is looked at. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** An answer: what the command prints with `--format json`; `deskstat schema <command>` describes it. */
export type Answer = Readonly<Record<string, unknown>> & { readonly schema: string };

/**
 * Asks a question of files as the command of that name does, with all that its options and the settings can say, and
 * returns its JSON as a value. A check that failed is an answer like any other: `passed` is false.
 *
 * @throws DeskstatError (2) for a mistake in options or settings, (3) for files that cannot be used
 * @throws the reason of `signal`
 */
export async function ask(
  question: Question,
  paths: readonly string[],
  { options = {}, onProgress, signal, env = {} }: AskOptions = {},
): Promise<Answer> {
  signal?.throwIfAborted();
  const out = collected();
  const failures: unknown[] = [];
  const cleanups = createCleanups();
  const io: Io = {
    stdout: out,
    stderr: collected(),
    // What comes through a pipe of the calling program is its own affair.
    stdin: () => (async function* () {})(),
    stdinIsTTY: true,
    env,
    cwd: process.cwd(),
    now: () => Date.now(),
    cleanups,
    onProgress: (event) => {
      signal?.throwIfAborted();
      onProgress?.(event);
    },
  };
  const argv = [question, ...words({ ...options, format: 'json' }), '--', ...paths];
  await runCli(argv, io, commandList, (error) => failures.push(error));
  cleanups.run();
  signal?.throwIfAborted();
  if (failures.length > 0) throw failures[0];
  return JSON.parse(out.text()) as Answer;
}

/** Options as they would be typed. */
function words(options: Readonly<Record<string, OptionValue>>): string[] {
  return Object.entries(options).flatMap(([name, value]) => {
    const flag = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    if (value === undefined) return [];
    if (value === true) return [`--${flag}`];
    if (value === false) return [`--no-${flag}`];
    const values = typeof value === 'object' ? value : [String(value)];
    return values.flatMap((each) => [`--${flag}`, each]);
  });
}

function collected(): TextOutput & { text(): string } {
  const pieces: string[] = [];
  const decoder = new TextDecoder();
  return {
    isTTY: false,
    columns: null,
    closed: false,
    async write(chunk) {
      pieces.push(typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }));
    },
    text: () => pieces.join(''),
  };
}

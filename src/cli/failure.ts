import type { CommanderError } from 'commander';
import { type DeskstatError, type Problem, problemBlock } from '../model/problem.ts';
import { type Sentence, sentence } from '../model/sentence.ts';
import { nearest } from '../model/suggest.ts';
import { usageError } from '../settings/option-values.ts';
import type { CommandSpec } from './command-list.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import type { RunOptions } from './failure-words.ts';
import type { Io } from './io.ts';

interface Circumstances {
  readonly io: Io;
  /** `--debug`: stack traces are shown. */
  readonly debug: boolean;
  readonly commands?: readonly CommandSpec[];
  /** What was typed: the help that is pointed at is that of its command. */
  readonly argv?: readonly string[];
  /** What was typed, from the moment it has been understood: its language is the one of the failure. */
  readonly options?: RunOptions | null;
}

/** Says on stderr what went wrong, and returns the code to end with. The only place that words a failure. */
export async function reportFailure(error: unknown, circumstances: Circumstances): Promise<ExitCode> {
  const { io, debug, options } = circumstances;
  if (isDone(error)) return exitCodes.done;
  const known = isCommanderError(error) ? fromCommander(error, circumstances) : error;
  const [problem, code] = toldOf(known);
  const lines = [await worded(problem, { io, options })];
  if (debug && known instanceof Error && known.stack) lines.push('', known.stack);
  // A stderr that cannot be written to is no reason to end with another code.
  await io.stderr.write(`${lines.join('\n')}\n`).catch(() => {});
  return code;
}

/** Help and version, which end as a failure that is none. */
const isDone = (error: unknown): boolean => isCommanderError(error) && error.exitCode === 0;

const toldOf = (known: unknown): readonly [Problem, ExitCode] =>
  isExpected(known) ? [known.problem, known.exitCode] : [bugOf(known), exitCodes.bug];

/** What went wrong, and the code to end with; null where nothing did. */
export function failureOf(
  error: unknown,
  typed: Pick<Circumstances, 'commands' | 'argv'>,
): { readonly problem: Problem; readonly code: ExitCode } | null {
  if (isDone(error)) return null;
  const [problem, code] = toldOf(isCommanderError(error) ? fromCommander(error, typed) : error);
  return { problem, code };
}

async function worded(
  problem: Problem,
  { io, options }: Pick<Circumstances, 'io' | 'options'>,
): Promise<string> {
  if (!options) return problemBlock(problem);
  const { failureWords } = await import('./failure-words.ts');
  const words = await failureWords(options, io);
  return words ? words(problem) : problemBlock(problem);
}

function bugOf(thrown: unknown): Problem {
  const text = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return { code: 'bug', severity: 'error', args: { found: text.split('\n', 1)[0] } };
}

// Not instanceof: the class would have to be loaded with every failure that has nothing to do with it.
const isCommanderError = (error: unknown): error is CommanderError =>
  error instanceof Error &&
  'code' in error &&
  String(error.code).startsWith('commander.') &&
  'exitCode' in error;

// Not instanceof: in the bundle the frame and the commands may each carry their own copy of the class.
const isExpected = (error: unknown): error is DeskstatError =>
  error instanceof Error && error.name === 'DeskstatError' && 'problem' in error;

function fromCommander(
  error: CommanderError,
  { commands = [], argv = [] }: Pick<Circumstances, 'commands' | 'argv'>,
): DeskstatError {
  const [first, suggestion] = error.message.replace(/^error: /, '').split('\n');
  const meant = /^\(Did you mean (?:one of )?(.+)\?\)$/.exec(suggestion ?? '')?.[1];
  if (error.code === 'commander.unknownCommand') {
    const typed = /'(.*)'/s.exec(first)?.[1] ?? '';
    return usageError(
      sentence('mistake.unknown_command', { name: typed }),
      hintForCommand({ typed, meant, commands }),
    );
  }
  const typed = error.code === 'commander.unknownOption' ? (/'(.*)'/s.exec(first)?.[1] ?? '') : '';
  const hint = otherFlags[typed.replace(/=.*$/s, '')] ?? meantFlag(typed, meant);
  return usageError(
    sentence('word.as_said', { text: first.replaceAll("'", '"').replace(/\.$/, '') }),
    hint ?? helpOf(argv, commands),
  );
}

/** The help of the command that was typed; that of all where none was. */
function helpOf(argv: readonly string[], commands: readonly CommandSpec[]): string {
  const command = argv.find((word) => !word.startsWith('-'));
  return commands.some(({ name }) => name === command) ? `deskstat ${command} --help` : 'deskstat --help';
}

/** What other tools call options that are here by another name. */
const otherFlags: Readonly<Record<string, string | undefined>> = {
  '--limit': '--top',
  '--head': '--top',
  '--timezone': '--tz',
  '--time-zone': '--tz',
  '--zone': '--tz',
  '--from': '--since',
  '--start': '--since',
  '--end': '--until',
  '--json': '--format json',
  '--csv': '--format csv',
  '--html': '-o report.html',
  '--out': '-o',
  '--filter': '--where',
  '--group-by': '--by',
  '--groupby': '--by',
  '--split': '--by',
  '--silent': '-q',
  '--settings': '--config',
  '--business-hours': '--hours',
  '--language': '--lang',
  '--locale': '--lang',
  '--anonymize': '--pseudonyms',
  '--threshold': '--expect',
  '--metrics': '--metric',
};

/** A likeness of fewer than half of the letters (`--limit`, `--list`) is no suggestion. */
function meantFlag(typed: string, meant: string | undefined): string | undefined {
  if (meant === undefined || typed === '') return meant;
  const first = meant.split(', ')[0];
  const near = nearest(typed.replace(/^-+/, ''), [first.replace(/^-+/, '')]);
  return near === null ? undefined : first;
}

function hintForCommand(given: {
  typed: string;
  meant?: string;
  commands: readonly CommandSpec[];
}): Sentence | string {
  const { typed, meant, commands } = given;
  if (meant) return `deskstat ${meant}`;
  if (/[./\\]|^-$/.test(typed)) return `deskstat report ${typed}`;
  return sentence('hint.one_of', { names: commands.map((command) => command.name).join(', ') });
}

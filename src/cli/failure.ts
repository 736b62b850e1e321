import type { CommanderError } from 'commander';
import { type DeskstatError, type Problem, problemBlock } from '../model/problem.ts';
import { asIs, type Fit } from '../model/problem-words.ts';
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

/** The language of a command line that could not be understood, as it was typed; null where none was. */
export function languageIn(argv: readonly string[]): RunOptions | null {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  if (at < 0) return null;
  const lang = argv[at] === '--lang' ? argv[at + 1] : argv[at].slice('--lang='.length);
  return { lang: lang ?? 'en' };
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
  const fit = await fitOfTerminal(io);
  if (!options) return problemBlock(problem, fit);
  const { failureWords } = await import('./failure-words.ts');
  const words = await failureWords(options, io);
  return words ? words(problem, fit) : problemBlock(problem, fit);
}

/** Loaded for a terminal alone: whoever reads a pipe must not pay for it. */
const fitOfTerminal = async ({ stderr }: Pick<Io, 'stderr'>): Promise<Fit> =>
  stderr.isTTY ? (await import('./terminal-fit.ts')).fitOf(stderr) : asIs;

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
  const typed = /'(.*)'/s.exec(first)?.[1] ?? '';
  const meant = /^\(Did you mean (?:one of )?(.+)\?\)$/.exec(suggestion ?? '')?.[1];
  if (error.code === 'commander.unknownCommand') {
    return usageError(
      sentence('mistake.unknown_command', { name: typed }),
      hintForCommand({ typed, meant, commands }),
    );
  }
  const option = error.code === 'commander.unknownOption' ? typed : '';
  const hint = otherFlags[option.replace(/=.*$/s, '')] ?? meantFlag(option, meant);
  return usageError(mistakeIn(error.code, { typed, first }), hint ?? helpOf(argv, commands));
}

/** What commander found wrong with a command line, in words of ours: its own are English alone. */
function mistakeIn(
  code: string,
  { typed, first }: { readonly typed: string; readonly first: string },
): Sentence {
  switch (code) {
    case 'commander.unknownOption':
      return sentence('mistake.unknown_option', { option: typed });
    case 'commander.missingArgument':
      return sentence('mistake.missing_argument', { name: typed });
    case 'commander.optionMissingArgument':
      return sentence('mistake.option_without_value', { option: typed });
    case 'commander.excessArguments': {
      const [most, found] = (first.match(/\d+/g) ?? []).slice(-2).map(Number);
      return sentence('mistake.too_many_arguments', { most, found });
    }
    default:
      return sentence('word.as_said', { text: first.replaceAll("'", '"').replace(/\.$/, '') });
  }
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

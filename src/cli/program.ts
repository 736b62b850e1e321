import { Command, Option } from 'commander';
import { takePasswords } from '../model/database-address.ts';
import { sentence } from '../model/sentence.ts';
import { nearest } from '../model/suggest.ts';
import type { TypedOption } from '../settings/option-types.ts';
import { usageError } from '../settings/option-values.ts';
import { commonGroup, inputGroup, type OptionGroup } from '../settings/options.ts';
import { usesColor } from './color.ts';
import { type CommandSpec, commandGroups, commandList, commonOptionsOf } from './command-list.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { failureOf, languageIn, reportFailure } from './failure.ts';
import type { RunOptions } from './failure-words.ts';
import { type Io, widthOf } from './io.ts';

declare const DESKSTAT_VERSION: string;

const introduction =
  `How is support doing? Reads ticket and survey exports of any helpdesk and says how fast customers
are answered, how fast problems end, how satisfied customers are, whether they stay, and which
problems keep coming back.`.replaceAll('\n', ' ');

const closing = `
Examples:
  deskstat report tickets.csv surveys.csv
      how support did last week, in plain words, from exports as downloaded
  deskstat check tickets.csv --expect 'first_response_time.p90 < 4h'
      exit code 1 when customers wait longer, for CI and cron

"deskstat <command> -h" shows the options of a command, "--help" all of them.
"deskstat help <topic>" explains expectations, filters, periods, hours,
settings, metrics.
Exit codes: 0 done, 1 an expectation failed, 2 wrong usage, 3 unusable input,
4 an expectation had no data.
`;

/**
 * Runs one command line and says with which code the process is to end. Never throws; `onFailure` is handed what went
 * wrong, for those who ask as a program.
 */
export async function runCli(
  typed: readonly string[],
  outside: Io,
  commands: readonly CommandSpec[] = commandList,
  onFailure?: (error: unknown) => void,
): Promise<ExitCode> {
  const { words: argv, passwords } = takePasswords(typed);
  const io: Io = passwords.size === 0 ? outside : Object.create(outside, { passwords: { value: passwords } });
  const debug = argv.includes('--debug');
  const written: Promise<void>[] = [];
  let code: ExitCode = exitCodes.done;
  let options: RunOptions | null = null;
  const program = buildProgram({
    isShort: asksShort(argv),
    io,
    commands,
    understood: (typed) => {
      options = typed;
    },
    write: (text) => written.push(io.stdout.write(text)),
    finish: (result) => {
      code = result;
    },
  });
  try {
    if (argv.length === 0) {
      await io.stderr.write(program.helpInformation({ error: true }) + closing);
      return exitCodes.usage;
    }
    // `help report` is `report --help`, as commander's own help command would show a command not yet filled in.
    const [first, second] = argv;
    const line = first === 'help' && second !== undefined ? [second, '--help'] : argv;
    if (line !== argv) {
      const topic = await topicOf(second, commands);
      if (topic !== null) {
        await io.stdout.write(topic);
        return exitCodes.done;
      }
    }
    await program.parseAsync(line, { from: 'user' });
  } catch (error) {
    onFailure?.(error);
    code = await reportFailure(error, { io, debug, commands, argv, options: options ?? languageIn(argv) });
    if (argv[0] === 'check') await documentFailure(error, { argv, io, commands });
  }
  await Promise.all(written);
  return code;
}

/**
 * What `help` says of a word that is no command: the page of a topic; null for a command.
 *
 * @throws DeskstatError (2) with the nearest of both
 */
async function topicOf(word: string, commands: readonly CommandSpec[]): Promise<string | null> {
  const names = commands.map(({ name }) => name);
  if (names.includes(word) && word !== 'metrics') return null;
  const { helpPage, helpTopics } = await import('./help-topics.ts');
  const topic = helpTopics.find((each) => each === word);
  if (topic) return helpPage(topic);
  const known = [...new Set([...names, ...helpTopics])];
  const near = nearest(word, known);
  throw usageError(
    sentence('mistake.no_command_or_topic', { name: word }),
    near ? `deskstat help ${near}` : sentence('hint.help_with_one_of', { names: known.join(', ') }),
  );
}

/** A check that came to no verdict says so in every format that was asked for. */
async function documentFailure(
  error: unknown,
  { argv, io, commands }: Pick<Frame, 'io' | 'commands'> & { readonly argv: readonly string[] },
): Promise<void> {
  const failure = failureOf(error, { commands, argv });
  if (!failure) return;
  const { writeFailedCheck } = await import('./failed-check.ts');
  await writeFailedCheck(failure.problem, { argv, code: failure.code, io });
}

/** `-h` shows what a command is about; `--help` all that it takes. */
function asksShort(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  const typed = end < 0 ? argv : argv.slice(0, end);
  return typed.includes('-h') && !typed.includes('--help');
}

interface Frame {
  /** Options that every command has are left out of help. */
  readonly isShort: boolean;
  readonly io: Io;
  readonly commands: readonly CommandSpec[];
  readonly write: (text: string) => void;
  /** The options of a command that is about to run. */
  readonly understood: (options: RunOptions) => void;
  readonly finish: (code: ExitCode) => void;
}

function buildProgram({ isShort, io, commands, write, understood, finish }: Frame): Command {
  const width = Math.min(widthOf(io.stdout), 100);
  const color = usesColor({ env: io.env, output: io.stdout });
  const program = new Command('deskstat')
    .description(introduction)
    .usage('<command> [files...] [options]')
    .optionsGroup(commonGroup.heading)
    .addHelpOption(new Option('-h, --help', 'show help').helpGroup(commonGroup.heading))
    .version(DESKSTAT_VERSION, '-V, --version', 'show the version')
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: write,
      // Failures are worded and printed in one place: failure.ts.
      writeErr: () => {},
      getOutHelpWidth: () => width,
      getErrHelpWidth: () => width,
      getOutHasColors: () => color,
      getErrHasColors: () => false,
    })
    .configureHelp({ styleTitle: (title) => `\u001b[1m${title}\u001b[22m` })
    .addHelpText('after', closing);
  for (const group of commandGroups) {
    for (const spec of commands) if (spec.group === group) program.addCommand(shellOf(spec, program));
  }
  const help = new Command('help').argument('[command]').summary('show help of a command').helpOption(false);
  program.addHelpCommand(help.helpGroup('Set up:'));
  program.hook('preSubcommand', (_, command) => {
    const spec = commands.find((each) => each.name === command.name());
    if (spec) fill({ command, spec, isShort, io, understood, finish });
  });
  return program;
}

/** A command with what the list of commands shows; the rest is filled in when it is the one that was typed. */
function shellOf(spec: CommandSpec, program: Command): Command {
  return program
    .createCommand(spec.name)
    .copyInheritedSettings(program)
    .helpGroup(spec.group)
    .summary(spec.summary)
    .usage([...spec.args.map((arg) => arg.usage), '[options]'].join(' '));
}

function fill(
  given: Pick<Frame, 'isShort' | 'io' | 'understood' | 'finish'> & { command: Command; spec: CommandSpec },
): void {
  const { command, spec, isShort, io, understood, finish } = given;
  command.description(spec.description);
  for (const arg of spec.args) command.argument(arg.usage, arg.help);
  for (const group of spec.options) addGroup(command, group, isShort && group === inputGroup);
  addGroup(command, commonOptionsOf(spec), isShort);
  command.addHelpText(
    'after',
    isShort ? `${examplesText(spec)}\n--help shows the options of reading files too.\n` : examplesText(spec),
  );
  const typed: TypedOption[] = [];
  for (const option of command.options) {
    const flag = option.long ?? option.flags;
    command.on(`option:${option.name()}`, (text?: string | null) => typed.push({ flag, text: text ?? null }));
  }
  command.action(async (...received: unknown[]) => {
    understood(command.opts());
    const { run } = await spec.load();
    const args = received.slice(0, spec.args.length).flat() as (string | undefined)[];
    const present = args.filter((arg) => arg !== undefined);
    const told = command.opts().notes === false ? withoutNotes(io) : io;
    finish(await run(present, { ...(command.opts() as object), typed } as never, told));
  });
}

/** `--no-notes`: warnings and errors are still said. */
const withoutNotes = (io: Io): Io => Object.create(io, { notes: { value: false } });

function addGroup(command: Command, group: OptionGroup, isHidden: boolean): void {
  for (const spec of group.options) {
    const option = new Option(spec.flags, spec.help).helpGroup(group.heading);
    if (spec.read) option.argParser(spec.read as (text: string, previous: unknown) => unknown);
    command.addOption(isHidden ? option.hideHelp() : option);
  }
}

function examplesText(spec: CommandSpec): string {
  const examples = spec.examples.map(([command, answers]) => `  ${command}\n      ${answers}`);
  return `\nExamples:\n${examples.join('\n')}\n`;
}

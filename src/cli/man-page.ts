import { commonGroup, inputGroup, type OptionGroup } from '../settings/options.ts';
import { type Setting, settings } from '../settings/table.ts';
import { type CommandSpec, commandGroups } from './command-list.ts';
import { exitCodes } from './exit-codes.ts';
import { helpPage, helpTopics } from './help-topics.ts';

/** What each exit code means. */
const meanings: Readonly<Record<keyof typeof exitCodes, string>> = {
  done: 'done; every expectation holds',
  expectationFailed: 'an expectation failed, or is undecided; nothing else ever exits 1',
  usage: 'wrong usage: a mistake in the command line or in deskstat.yaml',
  unusableInput: 'the files cannot be used, or an expectation is on a metric that they cannot give',
  noData: 'an expectation had no data',
  bug: 'a bug of deskstat',
  interrupted: 'interrupted',
  terminated: 'terminated',
};

/**
 * The page of `man deskstat`, in the man macros, from what `--help`, the table of settings and `help TOPIC` are made of.
 * @see https://man7.org/linux/man-pages/man7/groff_man.7.html
 */
export async function manPage(commands: readonly CommandSpec[], version: string): Promise<string> {
  const topics = await Promise.all(
    helpTopics
      .filter((topic) => topic !== 'settings' && topic !== 'metrics')
      .map(async (topic) => [section(topic), ...literal(await helpPage(topic))]),
  );
  const parts: readonly (readonly string[])[] = [
    [`.TH DESKSTAT 1 "" "deskstat ${version}" "User Commands"`],
    [section('name'), 'deskstat \\- support metrics from helpdesk exports'],
    [section('synopsis'), '.B deskstat', '.I command', '[\\fIfiles\\fR...] [\\fIoptions\\fR]'],
    [
      section('description'),
      text('Reads ticket and survey exports as they were downloaded, and says how support is doing.'),
      text('"Now" is the newest stamp in the files, never the clock of the machine.'),
    ],
    [section('commands'), ...commandGroups.flatMap((group) => groupOf(group, commands))],
    [section('options')],
    optionsOf(inputGroup),
    optionsOf(commonGroup),
    ...topics,
    [
      section('files'),
      '.TP',
      '.B deskstat.yaml',
      text(
        'Settings: named by --config, else looked for here, above up to the root of the repository, and beside the first input. Flags overrule it.',
      ),
      ...Object.values(settings).flatMap(settingOf),
    ],
    [
      section('exit status'),
      ...Object.entries(exitCodes).flatMap(([name, code]) => [
        '.TP',
        `.B ${code}`,
        text(meanings[name as keyof typeof exitCodes]),
      ]),
    ],
    [
      section('environment'),
      ...['.TP', '.B NO_COLOR, FORCE_COLOR', 'no colour, or colour even off a terminal'],
      ...['.TP', '.B DESKSTAT_SALT', text('salt of --pseudonyms')],
    ],
  ];
  return `${parts.flat().join('\n')}\n`;
}

const section = (name: string): string => `.SH ${name.toUpperCase()}`;

/** Text as it is: no control line, no hyphen that a terminal would print as another character. */
function text(plain: string): string {
  const escaped = plain.replace(/\\/g, '\\e').replace(/-/g, '\\-');
  return /^[.']/.test(escaped) ? `\\&${escaped}` : escaped;
}

/** Lines that stay lines. */
const literal = (page: string): string[] => ['.nf', ...page.trimEnd().split('\n').map(text), '.fi'];

function groupOf(group: CommandSpec['group'], commands: readonly CommandSpec[]): string[] {
  const members = commands.filter((each) => each.group === group);
  return [`.SS ${group.replace(/:$/, '')}`, ...members.flatMap(commandOf)];
}

/** A command with the options of its own; those of reading files stand once, under OPTIONS. */
function commandOf({ name, args, description, options, examples }: CommandSpec): string[] {
  const usage = args.map((arg) => text(arg.usage)).join(' ');
  return [
    '.TP',
    `.B deskstat ${name} ${usage}`.trimEnd(),
    text(description),
    '.RS',
    ...options.filter((group) => group !== inputGroup).flatMap(({ options: own }) => own.flatMap(optionOf)),
    ...examples.flatMap(([line, answers]) => ['.PP', text(`${answers}:`), ...literal(`    ${line}`)]),
    '.RE',
  ];
}

const optionsOf = ({ heading, options }: OptionGroup): string[] => [
  `.SS ${text(heading.replace(/\s*\(.*|:$/g, ''))}`,
  ...options.flatMap(optionOf),
];

const optionOf = ({ flags, help }: OptionGroup['options'][number]): string[] => [
  '.TP',
  `.B ${text(flags)}`,
  text(help),
];

function settingOf({ yaml, about, flag }: Setting): string[] {
  const place = yaml.replace('.', ': ');
  const beside = flag === null ? '' : ` (${/--[a-z-]+/.exec(flag)?.[0]})`;
  return ['.TP', `.B ${text(place)}:`, text(`${about}${beside}`)];
}

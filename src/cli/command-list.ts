import type { ExitCode } from './exit-codes.ts';
import type { Io } from './io.ts';
import { inputGroup, metricGroup, type OptionGroup, outputGroup, segmentGroup, timeGroup } from './options.ts';

/** What a command's file exports. It is loaded when the command is run, never to show help. */
export interface CommandModule {
  run(args: readonly string[], options: never, io: Io): Promise<ExitCode>;
}

/** A command as data: all that its help shows, and where its action lies. */
export interface CommandSpec {
  readonly name: string;
  /** Heading it stands under in `deskstat --help`. */
  readonly group: CommandGroup;
  /** One line, for the list of commands. */
  readonly summary: string;
  /** What it does and what it prints, for its own help. */
  readonly description: string;
  /** Commander's notation: `<metric>` needed, `[files...]` any number. */
  readonly args: readonly { readonly usage: string; readonly help: string }[];
  readonly options: readonly OptionGroup[];
  /** At least two command lines that really run, each with what it answers. */
  readonly examples: readonly (readonly [command: string, answers: string])[];
  readonly load: () => Promise<CommandModule>;
}

export const commandGroups = [
  'Look:',
  'Check and pass on:',
  'Recurring issues and customers:',
  'Set up:',
] as const;
export type CommandGroup = (typeof commandGroups)[number];

/** The files that most commands read. */
export const filesArgument = {
  usage: '[files...]',
  help: 'exports as downloaded: CSV or JSON, also gzipped; folders; "-" for standard input',
} as const;

/** Every command, in the order of `deskstat --help`. A new one is a file in `commands/` and an entry here. */
export const commandList: readonly CommandSpec[] = [
  {
    name: 'metrics',
    group: 'Look:',
    summary: 'tidy figures, one a row, for spreadsheets and programs',
    description:
      'Computes metrics for segments and periods and prints one figure a row, with its n, its interval and what is to be known about it. Durations are in seconds in CSV and JSON, in words in the table.',
    args: [filesArgument],
    options: [metricGroup, segmentGroup, timeGroup, inputGroup, outputGroup(['table', 'csv', 'json', 'ndjson', 'markdown'])],
    examples: [
      [
        'deskstat metrics tickets.csv --by group --every week --format csv',
        'every metric for each group and week, for a spreadsheet',
      ],
      [
        'deskstat metrics tickets.csv --metric first_response_time --stat p50,p90 --by channel',
        'how long each channel takes to answer: the middle ticket, and nine of ten',
      ],
    ],
    load: () => import('./commands/metrics.ts'),
  },
  {
    name: 'schema',
    group: 'Set up:',
    summary: 'JSON Schema of an output, or of deskstat.yaml',
    description:
      'Prints the JSON Schema of what a command writes with --format json, or of deskstat.yaml ("config"), for editors and for programs that read the output.',
    args: [{ usage: '<command>', help: 'the command whose output it describes, or "config"' }],
    options: [],
    examples: [
      [
        'deskstat schema config > deskstat.schema.json',
        'so that an editor completes and checks deskstat.yaml',
      ],
      ['deskstat schema config | grep description', 'every setting with what it does'],
    ],
    load: () => import('./commands/schema.ts'),
  },
];

import {
  demoGroup,
  initGroup,
  observeGroup,
  periodGroup,
  queryGroup,
  splitGroup,
  sqlGroup,
} from '../settings/command-options.ts';
import { clockGroup, commonGroup, inputGroup, type OptionGroup } from '../settings/options.ts';
import { questionOptions } from '../settings/question-options.ts';
import type { ExitCode } from './exit-codes.ts';
import type { Io } from './io.ts';

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
  /** It reads no deskstat.yaml, so that `--config` is a mistake. */
  readonly isWithoutSettings?: true;
  /** At least two command lines that really run, each with what it answers. */
  readonly examples: readonly (readonly [command: string, answers: string])[];
  readonly load: () => Promise<CommandModule>;
}

export const commandGroups = [
  'Look:',
  'Check and pass on:',
  'Recurring issues and customers:',
  'Beyond one machine:',
  'Set up:',
] as const;
export type CommandGroup = (typeof commandGroups)[number];

/** What a command takes besides options of its own. */
export const commonOptionsOf = ({
  isWithoutSettings,
}: Pick<CommandSpec, 'isWithoutSettings'>): OptionGroup =>
  isWithoutSettings
    ? { ...commonGroup, options: commonGroup.options.filter(({ flags }) => !flags.startsWith('--config ')) }
    : commonGroup;

/** The files that most commands read. */
export const filesArgument = {
  usage: '[files...]',
  help: 'exports as downloaded: CSV, JSON, Excel, Parquet, also gzipped or zipped; folders; databases (duckdb:FILE, sqlite:FILE, postgres://…); "-" for standard input',
} as const;

/** Every command, in the order of `deskstat --help`. A new one is a file in `commands/` and an entry here. */
export const commandList: readonly CommandSpec[] = [
  {
    name: 'report',
    group: 'Look:',
    summary: 'the whole picture: what changed, where, and what to look at',
    description:
      'Says how support is doing: what changed and why, headline figures beside the period before, the segments that stand out, volume, speed, satisfaction, who waits, and how good the data is. Covers the last whole week unless told otherwise. Nobody is named in it.',
    args: [filesArgument],
    options: questionOptions.report,
    examples: [
      ['deskstat report tickets.csv surveys.csv', 'last week in the terminal'],
      [
        'deskstat report exports/ --period last-month --by agent -o report.html',
        'last month by agent as well, and as a page to forward',
      ],
    ],
    load: () => import('./commands/report.ts'),
  },
  {
    name: 'metrics',
    group: 'Look:',
    summary: 'tidy figures, one a row, for spreadsheets and programs',
    description:
      'Computes metrics for segments and periods and prints one figure a row, with its n, its interval and what is to be known about it. Durations are in seconds in CSV and JSON, in words in the table.',
    args: [filesArgument],
    options: questionOptions.metrics,
    examples: [
      [
        'deskstat metrics tickets.csv --by group --every week --format csv',
        'every metric for each group and week, for a spreadsheet',
      ],
      [
        'deskstat metrics tickets.csv --metric first_response_time --by channel',
        'how long customers wait for an answer on each channel',
      ],
    ],
    load: () => import('./commands/metrics.ts'),
  },
  {
    name: 'agents',
    group: 'Look:',
    summary: 'per agent: volume, speed, quality against the same mix elsewhere',
    description:
      'Holds each agent against what the same mix of tickets (group, priority, channel) takes others on the desk: 50 is as usual, lower is quicker. Only who stands out beyond chance is named as such; there is no rank, and "Unassigned" is nobody. Covers the last whole week unless told otherwise.',
    args: [filesArgument],
    options: questionOptions.agents,
    examples: [
      ['deskstat agents tickets.csv --period last-month', 'last month, everybody beside each other'],
      ["deskstat agents tickets.csv --where 'group = Billing' --format csv", 'one group, for a spreadsheet'],
    ],
    load: () => import('./commands/agents.ts'),
  },
  {
    name: 'tickets',
    group: 'Look:',
    summary: 'one row a ticket, with every measure',
    description:
      'Prints every ticket with its fields and its measures (durations in seconds), by creation and id. With --in, only the tickets behind a figure.',
    args: [filesArgument],
    options: questionOptions.tickets,
    examples: [
      [
        'deskstat tickets tickets.csv --format csv > measured.csv',
        'every ticket with its times, for a spreadsheet',
      ],
      [
        'deskstat tickets tickets.csv --in first_response_time --period last-week',
        'the rows behind a figure of the weekly report',
      ],
    ],
    load: () => import('./commands/tickets.ts'),
  },
  {
    name: 'explain',
    group: 'Look:',
    summary: 'the receipt of a figure: definition, method, what was left out',
    description:
      'Says exactly what a metric means, where helpdesks differ, and, for the given files, how many tickets were used and how many left out for which reason.',
    args: [{ usage: '<metric>', help: 'as listed by "deskstat metrics --list"' }, filesArgument],
    options: questionOptions.explain,
    examples: [
      ['deskstat explain first_response_time', 'what the figure means, before arguing about it'],
      [
        'deskstat explain resolution_time tickets.csv --period last-month',
        'which tickets of an export it rests on',
      ],
    ],
    load: () => import('./commands/explain.ts'),
  },
  {
    name: 'waiting',
    group: 'Look:',
    summary: 'who still waits, how long, and why',
    description:
      'Lists open tickets in which the desk owes the customer something at as-of, the longest wait first, on the calendar and in working time, and why: nobody owns it, its owner is silent, it is parked or reopened, only a bot answered. Subjects are masked.',
    args: [filesArgument],
    options: questionOptions.waiting,
    examples: [
      ['deskstat waiting tickets.csv', 'everybody who waits, the longest wait first'],
      [
        "deskstat waiting tickets.csv --hours 'Mon-Fri 09:00-18:00'",
        'the same, with the wait in working time beside it',
      ],
    ],
    load: () => import('./commands/waiting.ts'),
  },
  {
    name: 'check',
    group: 'Check and pass on:',
    summary: 'expectations that end in an exit code, for CI and cron',
    description:
      'Holds expectations, from --expect or from "checks:" in deskstat.yaml, against the last whole week unless they say otherwise. Exits 0 when all hold, 1 when one fails, 3 when a metric is unavailable, 4 when there is no data to judge by.',
    args: [filesArgument],
    options: questionOptions.check,
    examples: [
      [
        "deskstat check tickets.csv --expect 'first_response_time.p90 < 30h'",
        'exit code 1 when one customer in ten waits longer',
      ],
      [
        "deskstat check tickets.csv --try 'first_response 2h by group'",
        'what share of tickets a target of two hours would have met',
      ],
    ],
    load: () => import('./commands/check.ts'),
  },
  {
    name: 'diff',
    group: 'Check and pass on:',
    summary: 'two saved results: new data apart from restated history',
    description:
      'Compares two saved JSON results of "report" or of "metrics": what is new or was still running then, apart from figures of the past that are others now, with the old and the new value and what differs between the two runs (input, settings, options, version, as-of). Exits 0 whatever it finds.',
    args: [
      { usage: '<old>', help: 'the earlier result, written with --format json' },
      { usage: '<new>', help: 'the later one, of the same command' },
    ],
    options: questionOptions.diff,
    examples: [
      ['deskstat diff last-week.json this-week.json', 'whether figures of the past still hold'],
      ['deskstat diff old.json new.json --format csv', 'every difference, one a row'],
    ],
    load: () => import('./commands/diff.ts'),
  },
  {
    name: 'retention',
    group: 'Recurring issues and customers:',
    summary: 'who stays: cohorts, churn, and what goes with leaving',
    description:
      'From a list of customers with start and end: who stays, by cohort and month, how long customers stay, and whether those who waited or were unhappy left more often. From orders or logins: who comes back. From tickets alone: who writes again, which says nothing about loyalty.',
    args: [filesArgument],
    options: questionOptions.retention,
    examples: [
      ['deskstat retention customers.csv tickets.csv surveys.csv', 'who stays, and what goes with leaving'],
      [
        'deskstat retention tickets.csv --kind tickets --every week --format csv',
        'who writes again, by week, for a spreadsheet',
      ],
    ],
    load: () => import('./commands/retention.ts'),
  },
  {
    name: 'issues',
    group: 'Recurring issues and customers:',
    summary: 'problems that keep coming back, from what customers write',
    description:
      'Groups tickets about the same problem by subject and description, in any language, and shows size, trend, speed, satisfaction and cost of each recurring issue. With --book, issues keep their ids and names from week to week.',
    args: [filesArgument],
    options: questionOptions.issues,
    examples: [
      ['deskstat issues tickets.csv', 'the problems that come back most, with typical tickets'],
      ['deskstat issues tickets.csv --book issues.yaml', 'the same, under the names you gave them last week'],
    ],
    load: () => import('./commands/issues.ts'),
  },
  {
    name: 'inspect',
    group: 'Set up:',
    summary: 'what each file is, how it is read, what is wrong with it',
    description:
      'Reads the files to their end and says what each table in them is, which column feeds which field and how sure that is (a "?" marks a guess), which rows cannot be used, and how the export was cut.',
    args: [filesArgument],
    options: questionOptions.inspect,
    examples: [
      ['deskstat inspect tickets.csv', 'how deskstat understands an export, before trusting its figures'],
      [
        "deskstat inspect tickets.csv --map created_at='Created' --format json",
        'the same for a program, with one column pinned',
      ],
    ],
    load: () => import('./commands/inspect.ts'),
  },
  {
    name: 'observe',
    group: 'Beyond one machine:',
    summary: 'what figures are made of, as Parquet for an engine',
    description:
      'Writes a folder of Parquet files, one a metric: a row an observation (ticket, instant, value, state, reason) with its dimensions, stocks as intervals. Engines aggregate them with the query of "deskstat sql"; "deskstat metrics --observations" does it here.',
    args: [filesArgument],
    options: [observeGroup, clockGroup, inputGroup],
    examples: [
      ['deskstat observe tickets.csv surveys.csv -o observations/', 'everything that can be measured'],
      ['deskstat observe tickets.csv --metric created,csat -o observations/', 'two metrics alone'],
    ],
    load: () => import('./commands/observe.ts'),
  },
  {
    name: 'sql',
    group: 'Beyond one machine:',
    summary: 'the query that makes the rows of "metrics" on an engine',
    description:
      'Prints one query for DuckDB, Apache Spark, PostgreSQL, BigQuery, Snowflake or Trino that turns observations into the rows of "deskstat metrics": the same value, n, interval and status. What it was written for (period, segments, statistics) is part of it.',
    args: [],
    options: [sqlGroup, queryGroup, splitGroup, periodGroup],
    examples: [
      ['deskstat sql --observations observations/ --by group > figures.sql', 'for DuckDB'],
      [
        'deskstat sql --observations observations/ --engine postgres --table seen',
        'for tables that the files were loaded into',
      ],
    ],
    load: () => import('./commands/sql.ts'),
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
    isWithoutSettings: true,
    load: () => import('./commands/schema.ts'),
  },
  {
    name: 'init',
    group: 'Set up:',
    summary: 'write a commented deskstat.yaml from what the files hold',
    description:
      'Writes deskstat.yaml into this folder: how the given files are read, with how sure each guess is, and examples of hours, SLA policies and checks to be uncommented. Asks nothing; a file that is there stays.',
    args: [filesArgument],
    options: [initGroup, inputGroup],
    examples: [
      ['deskstat init tickets.csv surveys.csv --to -', 'shows what it would write for these two'],
      [
        'deskstat init tickets.csv --tz Asia/Dhaka --force',
        'writes deskstat.yaml anew, with the zone pinned',
      ],
    ],
    load: () => import('./commands/init.ts'),
  },
  {
    name: 'completion',
    group: 'Set up:',
    summary: 'completion of commands, options and values for your shell',
    description:
      'Prints a script for bash, zsh or fish that completes commands, options, metrics, dimensions and periods.',
    args: [{ usage: '<shell>', help: 'bash, zsh or fish' }],
    options: [],
    examples: [
      ['deskstat completion bash > deskstat.bash', 'to be sourced from ~/.bashrc'],
      ['deskstat completion fish > deskstat.fish', 'to be put into ~/.config/fish/completions'],
    ],
    isWithoutSettings: true,
    load: () => import('./commands/completion.ts'),
  },
  {
    name: 'demo',
    group: 'Set up:',
    summary: 'write a sample desk to try everything on',
    description:
      'Writes a year of an invented support desk into a folder (./deskstat-demo): tickets, surveys, customers and settings, in English, Bengali and Hindi, with an outage, a holiday, a team that gets better and a backlog that grows. The same seed writes the same bytes.',
    args: [{ usage: '[folder]', help: 'where to write (default deskstat-demo)' }],
    options: [demoGroup],
    examples: [
      ['deskstat demo', 'writes ./deskstat-demo'],
      ['deskstat demo /tmp/desk --size 1000 --seed 7', 'a smaller and different one'],
    ],
    isWithoutSettings: true,
    load: () => import('./commands/demo.ts'),
  },
];

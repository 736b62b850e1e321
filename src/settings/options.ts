import { cuts } from '../model/coverage.ts';
import type { CoveragePin, OutputPin } from './option-types.ts';
import {
  choice,
  commaList,
  eachTime,
  onlyOnce,
  pairs,
  perFile,
  readShard,
  share,
  usageError,
  valuePins,
  wholeNumber,
} from './option-values.ts';
import { flagOf, type Setting, type SettingKey, settings } from './table.ts';
import { choices } from './types.ts';

/** One option as data: what `--help` prints, and how its text becomes a value. */
export interface OptionSpec {
  readonly flags: string;
  readonly help: string;
  // Commander hands over the value so far; what it is depends on the option.
  readonly read?: (text: string, previous: never) => unknown;
}

/** Options under one heading of a command's help. */
export interface OptionGroup {
  readonly heading: string;
  readonly options: readonly OptionSpec[];
}

type AnyReader = NonNullable<OptionSpec['read']>;

/** How the text behind a flag of a setting is read, by the type of the setting or of the flag. */
const flagReaders: Readonly<Record<string, (flag: string, example: string) => AnyReader | undefined>> = {
  eachTime: () => eachTime,
  perFile,
  pairs,
  valuePins: () => valuePins,
  coverage: () => readCoverage,
  share,
  wholeNumber: (flag, example) => wholeNumber(flag, 1, Number(example)),
  ...Object.fromEntries(
    Object.entries(choices).map(([type, words]) => [type, (flag: string) => choice(flag, words)]),
  ),
};

/** The option of a setting, as the table of settings has it. */
function option(key: SettingKey, help?: string): OptionSpec {
  const setting: Setting = settings[key];
  const read = flagReaders[setting.flagType ?? setting.type]?.(flagOf(key), setting.flagExample ?? '');
  return { flags: setting.flag ?? '', help: help ?? setting.help ?? '', ...(read ? { read } : {}) };
}

/** The option that takes back what the file says. */
function negative(key: SettingKey): OptionSpec {
  const setting: Setting = settings[key];
  return { flags: flagOf(key).replace('--', '--no-'), help: setting.negative ?? '' };
}

const kindOption = (kind: string, what: string): OptionSpec => ({
  flags: `--${kind} <file>`,
  help: `read this file as ${what} (repeatable)`,
  read: eachTime,
});

export const inputGroup: OptionGroup = {
  heading: 'Reading (guessed unless given; "deskstat inspect" shows the guesses):',
  options: [
    option('map'),
    option('value'),
    option('preset'),
    option('source'),
    option('sourceTz'),
    option('dateOrder'),
    option('scale'),
    option('cesLowIsEasy'),
    negative('cesLowIsEasy'),
    option('answers'),
    option('survey'),
    option('coverage'),
    option('complete'),
    { flags: '--no-guess', help: 'make every uncertain guess an error (for CI)' },
    option('kind'),
    kindOption('surveys', 'survey answers'),
    kindOption('messages', 'messages of tickets'),
    kindOption('events', 'status changes of tickets'),
    kindOption('customers', 'customers with start and end'),
    kindOption('activity', 'orders, logins… of customers'),
    option('maxRejected'),
    { flags: '--strict', help: 'one unusable row is an error' },
    { flags: '--rejects <file>', help: 'write unusable rows there, as they are, with the reason' },
  ],
};

const clockOptions: readonly OptionSpec[] = [
  option('tz'),
  option('hours'),
  { flags: '--as-of <when>', help: 'the moment to look from (default: the newest stamp in the data)' },
  option('maxAge'),
];

/** Zone and as-of, for what needs neither periods nor working hours. */
export const momentGroup: OptionGroup = {
  heading: 'Time:',
  options: clockOptions.filter(({ flags }) => !flags.startsWith('--hours ')),
};

/** Zone, working hours and as-of, for commands that look at everything. */
export const clockGroup: OptionGroup = { heading: 'Time:', options: clockOptions };

/** The same with periods. */
export const timeGroup: OptionGroup = {
  heading: 'Time:',
  options: [
    option('period'),
    { flags: '--since <when>', help: 'from this day or instant on' },
    { flags: '--until <when>', help: 'up to this day or instant, itself left out' },
    {
      flags: '--every <step>',
      help: 'one figure for each day, week, month or quarter',
      read: choice('--every', ['day', 'week', 'month', 'quarter']),
    },
    option('weekStarts'),
    option('compare'),
    ...clockOptions,
  ],
};

/** One stretch of time, for commands without a series and a comparison of their own. */
export const rangeGroup: OptionGroup = {
  heading: 'Time:',
  options: timeGroup.options.filter(({ flags }) => !/^--(every|compare) /.test(flags)),
};

/** What is expected, and how strictly. */
export const checkGroup: OptionGroup = {
  heading: 'Expectations:',
  options: [
    option('checks'),
    { flags: '--baseline <file>', help: 'saved "metrics --format json" that "baseline" stands for' },
    { flags: '--fail-on-too-few', help: 'too few tickets to judge is a failure' },
    { flags: '--allow-no-data', help: 'an expectation without data is no failure' },
    { flags: '--allow-truncated', help: 'check a file that is cut short all the same' },
    {
      flags: '--try <target>',
      help: "what a target would have met on past data: 'first_response 2h' (repeatable)",
      read: eachTime,
    },
    { flags: '--soon <duration>', help: 'list SLA targets that fall due within this time: 4h' },
    { flags: '--show-agents', help: 'name agents; else people are masked' },
  ],
};

/** Where the settings are written, and what is pinned in them. */
export const initGroup: OptionGroup = {
  heading: 'Settings:',
  options: [
    { flags: '--to <file>', help: 'another file than deskstat.yaml; "-" prints it' },
    {
      flags: '--force',
      help: 'write "files:" of a file that is there anew; hours, sla and checks in it stay',
    },
    option('tz', 'time zone to be pinned'),
    option('lang', 'language to be pinned: en, bn, hi'),
  ],
};

/** What `inspect` tells besides the mapping. */
export const inspectGroup: OptionGroup = {
  heading: 'Evidence:',
  options: [
    {
      flags: '--why',
      help: 'what spoke for each kind and field, and what came second (evidence in English)',
    },
  ],
};

const sortOption: OptionSpec = {
  flags: '--sort <columns>',
  help: 'rows in the order of these columns, named as in CSV; "-" before one: largest first',
  read: commaList,
};

/** What `waiting` shows. */
export const waitingGroup: OptionGroup = {
  heading: 'Rows:',
  options: [
    { flags: '--soon <duration>', help: 'mark SLA targets that fall due within this time (default 4h)' },
    { flags: '--show-agents', help: 'name agents; else people are masked' },
    { flags: '--top <n>', help: 'list only the first n', read: wholeNumber('--top', 1, 20) },
    sortOption,
    option('ticketUrl'),
  ],
};

/** In which order `agents` stand. */
export const agentsGroup: OptionGroup = {
  heading: 'Rows:',
  options: [
    {
      ...sortOption,
      help: 'order of agents: agent, tickets, first_response_time.p50, csat…; "-" before one: largest first',
    },
  ],
};

const whereOption: OptionSpec = {
  flags: '--where <filter>',
  help: "only these tickets: 'priority = urgent and channel != chat'",
  read: onlyOnce('--where', "join the filters: --where '(priority = urgent) and (channel = chat)'"),
};

/** Only the filter, for commands that list tickets. */
export const filterGroup: OptionGroup = { heading: 'Which tickets:', options: [whereOption] };

export const segmentGroup: OptionGroup = {
  heading: 'Which tickets, split how:',
  options: [
    {
      flags: '--by <dimensions>',
      help: "split by group,priority,channel… or column:'Product area'",
      read: commaList,
    },
    { flags: '--totals', help: 'add the totals over the split' },
    {
      flags: '--top <n>',
      help: 'keep the n segments with most tickets in the period, largest first, the rest as "others"',
      read: wholeNumber('--top', 1, 10),
    },
    option('minGroup'),
    whereOption,
  ],
};

/** Which metrics and statistics, on which clock. */
export const metricGroup: OptionGroup = {
  heading: 'Which figures:',
  options: [
    {
      flags: '--metric <ids>',
      help: 'metrics, as first_response_time,csat or first_response_time.p90 (default all)',
      read: commaList,
    },
    {
      flags: '--stat <stats>',
      help: 'statistics of durations: mean,p50,p75,p90,p95,p99,min,max',
      read: commaList,
    },
    {
      flags: '--clock <clock>',
      help: 'calendar, business (needs --hours) or both',
      read: choice('--clock', ['calendar', 'business', 'both']),
    },
    { flags: '--censored', help: 'count tickets still open too: km_p50, km_p90, solved_within_1d…' },
    { flags: '--wide', help: 'a row a period and segment, a column a figure: first_response_time.p90' },
    sortOption,
    { flags: '--list', help: 'list every metric with its definition' },
  ],
};

/** Where figures come from in place of files. */
export const observedGroup: OptionGroup = {
  heading: 'In place of files:',
  options: [{ flags: '--observations <folder>', help: 'folder that "deskstat observe" wrote' }],
};

const metricOptions = metricGroup.options.filter(({ flags }) => /^--(metric|stat|clock) /.test(flags));

/** What `observe` writes, and where. */
export const observeGroup: OptionGroup = {
  heading: 'Observations:',
  options: [
    { flags: '-o, --output <folder>', help: 'folder that they are written to, a folder a metric' },
    ...metricOptions.filter(({ flags }) => flags.startsWith('--metric ')),
    {
      flags: '--by <dimensions>',
      help: 'dimensions that go along (default: those that name nobody)',
      read: commaList,
    },
    whereOption,
    {
      flags: '--shard <n/of>',
      help: 'take one part of the tickets, 3/16; other processes take the others into the same folder',
      read: readShard,
    },
    option('pseudonyms'),
    option('lang', 'language of what is said on the way: en, bn, hi'),
  ],
};

/** From which observations, for which engine. */
export const sqlGroup: OptionGroup = {
  heading: 'Query:',
  options: [
    { flags: '--engine <engine>', help: 'engine that runs it (default duckdb); an unknown one names all' },
    ...observedGroup.options,
    {
      flags: '--table <name>',
      help: 'table that they were loaded into; critical values lie in <name>_critical',
    },
  ],
};

/** The figures that a query can give. */
export const queryGroup: OptionGroup = { heading: metricGroup.heading, options: metricOptions };

/** Segments of figures that are made from observations: the filter was theirs. */
export const splitGroup: OptionGroup = {
  heading: segmentGroup.heading,
  options: segmentGroup.options.filter((each) => each !== whereOption),
};

/** Periods without a clock or a comparison. */
export const periodGroup: OptionGroup = {
  heading: 'Time:',
  options: timeGroup.options.filter(({ flags }) =>
    /^--(period|since|until|every|week-starts|tz) /.test(flags),
  ),
};

/** What `issues` looks for and keeps. */
export const issuesGroup: OptionGroup = {
  heading: 'Recurring issues:',
  options: [
    option('book'),
    { flags: '--assign <file>', help: 'write ticket_id,issue_id,label for every ticket' },
    {
      flags: '--fixed <issue=date>',
      help: 'did this issue really end on that day (repeatable)',
      read: pairs('--fixed', 'I7=2026-09-01'),
    },
    { flags: '--top <n>', help: 'show only the n largest', read: wholeNumber('--top', 1, 20) },
    sortOption,
    whereOption,
  ],
};

/** Which tickets `tickets` lists. */
export const ticketsGroup: OptionGroup = {
  heading: 'Which tickets:',
  options: [
    { flags: '--in <metric>', help: 'only the tickets that a figure is made of: first_response_time' },
    whereOption,
    { flags: '--with-text', help: 'subjects, descriptions and comments too' },
    {
      flags: '--columns <columns>',
      help: "add columns of the export (column:'Product area'), or name all there are to be: id,group,column:Plan",
      read: commaList,
    },
    sortOption,
    { flags: '--issues', help: 'the recurring issue of each ticket too: issue_id and issue' },
    option('book', 'issue book that ids and names come from; means --issues'),
    option('ticketUrl'),
  ],
};

/** Which tickets and which clock `explain` looks at. */
export const explainGroup: OptionGroup = {
  heading: 'Which tickets:',
  options: [
    whereOption,
    {
      flags: '--clock <clock>',
      help: 'calendar, business (needs --hours) or both',
      read: choice('--clock', ['calendar', 'business', 'both']),
    },
  ],
};

/** Parts that a report can do with or without. */
export const reportGroup: OptionGroup = {
  heading: 'Which parts:',
  options: [
    { flags: '--issues', help: 'find recurring issues however many tickets there are' },
    { flags: '--no-issues', help: 'leave recurring issues out' },
    { flags: '--full', help: 'everything in the terminal, not the first screen alone' },
    option('title'),
    option('ticketUrl'),
  ],
};

/** What staying is measured by. */
export const retentionGroup: OptionGroup = {
  heading: 'What is looked at:',
  options: [
    {
      flags: '--kind <kind>',
      help: 'customers (start and end), activity (orders, logins) or tickets (who writes again); default: the first there is',
      read: choice('--kind', ['customers', 'activity', 'tickets']),
    },
    {
      flags: '--every <step>',
      help: 'by week, month or quarter (default month, wider where people do something rarely)',
      read: choice('--every', ['week', 'month', 'quarter']),
    },
    {
      flags: '--by <columns>',
      help: "tell customers apart by columns of their list: column:'Plan'",
      read: commaList,
    },
    { flags: '--issues', help: 'look for repeated problems however many tickets there are' },
    {
      flags: '--no-issues',
      help: 'leave repeated problems out: nothing is looked for in what customers write',
    },
  ],
};

/** Output options of a command that can print these formats. */
export function outputGroup(formats: readonly string[], defaultFormat = formats[0]): OptionGroup {
  return {
    heading: 'Output:',
    options: [
      {
        flags: '--format <format>',
        help: `what stdout gets: ${formats.join(', ')} (default ${defaultFormat})`,
        read: choice('--format', formats),
      },
      {
        flags: '-o, --output <[format=]file>',
        help: 'write a file as well; its ending decides the format (repeatable); folder/ takes a file a table',
        read: readOutputPin,
      },
      { flags: '-q, --quiet', help: 'nothing on stdout; in check, only what did not pass' },
      ...(formats.includes('csv') ? [{ flags: '--excel', help: 'begin CSV with the mark Excel needs' }] : []),
      option('lang'),
      option('pseudonyms'),
    ],
  };
}

/** Output options of a command that names nobody. */
export function namelessOutputGroup(formats: readonly string[]): OptionGroup {
  const { heading, options } = outputGroup(formats);
  return { heading, options: options.filter(({ flags }) => !/^--pseudonyms\b/.test(flags)) };
}

/** What every command takes. */
export const commonGroup: OptionGroup = {
  heading: 'Always:',
  options: [
    { flags: '--color', help: 'colour even off a terminal (NO_COLOR and FORCE_COLOR are heeded)' },
    { flags: '--no-color', help: 'no colour' },
    {
      flags: '--config <file>',
      help: 'settings file (default deskstat.yaml here, above or beside the data)',
    },
    { flags: '--no-notes', help: 'no notes about the data on stderr (warnings stay)' },
    { flags: '--debug', help: 'print the stack trace of a failure' },
  ],
};

function readOutputPin(text: string, previous: readonly OutputPin[] = []): readonly OutputPin[] {
  const pin = /^([a-z]+)=(.*)$/s.exec(text);
  const file = pin ? pin[2] : text;
  if (file.trim() === '') throw usageError('-o needs a file name', '-o report.html or -o json=report.txt');
  return [...previous, { format: pin ? pin[1] : null, file }];
}

function readCoverage(text: string, previous?: CoveragePin): CoveragePin {
  const before: CoveragePin = previous ?? { cut: null, from: null, to: null };
  const word = text.trim();
  const cut = cuts.find((each) => each === word);
  if (cut) return { ...before, cut };
  const range = /^(.*)\.\.(.*)$/.exec(word);
  const from = range?.[1].trim() || null;
  const to = range?.[2].trim() || null;
  if (from === null && to === null) {
    throw usageError(
      `--coverage can be created, touched, solved, open or FROM..TO, and got "${text}"`,
      '--coverage touched, or --coverage 2026-01-01..2026-07-01',
    );
  }
  return { ...before, from, to };
}

/** What the sample desk is to look like. */
export const demoGroup: OptionGroup = {
  heading: 'Sample desk:',
  options: [
    { flags: '--force', help: 'write over files that are there' },
    {
      flags: '--size <tickets>',
      help: 'how many tickets (default 12000)',
      read: wholeNumber('--size', 100, 12_000),
    },
    { flags: '--seed <n>', help: 'another desk of the same kind', read: wholeNumber('--seed', 0, 7) },
  ],
};

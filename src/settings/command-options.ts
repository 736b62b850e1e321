import { retentionKinds } from '../model/retention.ts';
import { choice, commaList, eachTime, onlyOnce, pairs, readShard, wholeNumber } from './option-values.ts';
import { type OptionGroup, type OptionSpec, option, timeGroup } from './options.ts';

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
    {
      flags: '--top <n>',
      help: 'keep the n segments with most tickets in the period, largest first, the rest as "others"',
      read: wholeNumber('--top', 1, 10),
    },
    option('minGroup'),
    whereOption,
  ],
};

const clockOption: OptionSpec = {
  flags: '--clock <clock>',
  help: 'calendar, business (needs --hours) or both',
  read: choice('--clock', ['calendar', 'business', 'both']),
};

const totalsOption = { flags: '--totals', help: 'add the totals over the split' };

/** The same where several splits may come of one reading, and rows of totals stand beside them. */
export const severalSplitsGroup: OptionGroup = {
  ...segmentGroup,
  options: segmentGroup.options.toSpliced(
    1,
    0,
    { flags: '--separately', help: 'by each of them, and by --every, on its own instead of crossed' },
    totalsOption,
  ),
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
    clockOption,
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
  options: segmentGroup.options.toSpliced(1, 0, totalsOption).filter((each) => each !== whereOption),
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
  options: [whereOption, clockOption],
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
      read: choice('--kind', retentionKinds),
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

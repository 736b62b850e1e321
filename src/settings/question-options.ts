import {
  agentsGroup,
  checkGroup,
  explainGroup,
  filterGroup,
  inspectGroup,
  issuesGroup,
  metricGroup,
  observedGroup,
  reportGroup,
  retentionGroup,
  segmentGroup,
  severalSplitsGroup,
  ticketsGroup,
  waitingGroup,
} from './command-options.ts';
import {
  clockGroup,
  inputGroup,
  momentGroup,
  namelessOutputGroup,
  type OptionGroup,
  outputGroup,
  rangeGroup,
  timeGroup,
} from './options.ts';

/** What a command that lists rows can write; the first is what a terminal gets. */
export const rowOutputs = [
  'table',
  'csv',
  'tsv',
  'parquet',
  'json',
  'ndjson',
  'markdown',
  'html',
  'xlsx',
] as const;

/** The options of each question, in the groups of its help; a command and a program have the same. */
export const questionOptions = {
  report: [
    timeGroup,
    segmentGroup,
    reportGroup,
    inputGroup,
    outputGroup(['table', 'markdown', 'html', 'xlsx', 'json', 'csv', 'ndjson']),
  ],
  metrics: [metricGroup, severalSplitsGroup, timeGroup, observedGroup, inputGroup, outputGroup(rowOutputs)],
  agents: [rangeGroup, filterGroup, agentsGroup, inputGroup, outputGroup(rowOutputs)],
  tickets: [ticketsGroup, rangeGroup, inputGroup, outputGroup(rowOutputs)],
  explain: [explainGroup, rangeGroup, inputGroup, outputGroup(['table', 'json'])],
  waiting: [waitingGroup, filterGroup, clockGroup, inputGroup, outputGroup(rowOutputs)],
  check: [
    checkGroup,
    filterGroup,
    rangeGroup,
    inputGroup,
    outputGroup(['table', 'json', 'junit', 'github', 'markdown']),
  ],
  diff: [namelessOutputGroup(['table', 'json', 'ndjson', 'csv', 'markdown', 'html', 'xlsx'])],
  retention: [retentionGroup, clockGroup, inputGroup, outputGroup(rowOutputs)],
  issues: [issuesGroup, rangeGroup, inputGroup, outputGroup(rowOutputs)],
  inspect: [inspectGroup, inputGroup, momentGroup, namelessOutputGroup(['table', 'json'])],
} as const satisfies Readonly<Record<string, readonly OptionGroup[]>>;

/** What can be asked: the commands that answer in JSON. */
export type QuestionName = keyof typeof questionOptions;

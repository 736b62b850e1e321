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

/** The options of each question, in the groups of its help; a command and a program have the same. */
export const questionOptions = {
  report: [timeGroup, segmentGroup, reportGroup, inputGroup, outputGroup('report')],
  metrics: [metricGroup, severalSplitsGroup, timeGroup, observedGroup, inputGroup, outputGroup('rows')],
  agents: [rangeGroup, filterGroup, agentsGroup, inputGroup, outputGroup('rows')],
  tickets: [ticketsGroup, rangeGroup, inputGroup, outputGroup('rows')],
  explain: [explainGroup, rangeGroup, inputGroup, outputGroup('document')],
  waiting: [waitingGroup, filterGroup, clockGroup, inputGroup, outputGroup('rows')],
  check: [checkGroup, filterGroup, rangeGroup, inputGroup, outputGroup('verdicts')],
  diff: [namelessOutputGroup('report')],
  retention: [retentionGroup, clockGroup, inputGroup, outputGroup('rows')],
  issues: [issuesGroup, rangeGroup, inputGroup, outputGroup('rows')],
  inspect: [inspectGroup, inputGroup, momentGroup, namelessOutputGroup('document')],
} as const satisfies Readonly<Record<string, readonly OptionGroup[]>>;

/** What can be asked: the commands that answer in JSON. */
export type QuestionName = keyof typeof questionOptions;

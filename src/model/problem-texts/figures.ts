import { sentence } from '../sentence.ts';
import { list, tryThis, type Wording } from './words.ts';

/** What was asked and cannot be told, or only with a word beside it. */
export const figureTexts = {
  unknown_metric: (a) => ({
    what: `"${a.id}" is no metric`,
    details: tryThis(a.near === undefined ? 'deskstat metrics --list' : a.near),
  }),
  metric_unavailable: (a) => ({ what: `${a.id} is not available: ${a.reason}` }),
  unknown_stat: (a) => ({
    what: `${a.id} has no statistic "${a.stat}"`,
    details: [['known', list(a.known)]],
  }),

  unknown_clock: (a) => ({
    what: `${a.id} has no clock "${a.clock}"`,
    details: a.known === undefined ? tryThis(a.id) : [['known', list(a.known)]],
  }),

  waiting_unavailable: (a) => ({ what: `nobody can tell who waits: ${a.reason}` }),
  baseline_missing: (a) => ({
    what: `"${a.expect}" needs a baseline`,
    details: [['try', sentence('hint.baseline')]],
  }),
  baseline_unusable: (a) => ({
    what: `cannot be a baseline: ${a.reason}`,
    details: [['try', 'deskstat metrics tickets.csv --period last-week --format json > last-week.json']],
  }),
  baseline_mismatch: (a) => ({
    what: `cannot be compared with this run: ${a.reason}`,
    details: [['try', sentence('hint.same_options')]],
  }),
  saved_unusable: (a) => ({
    what: `cannot be compared: ${a.reason}`,
    details: [['try', 'deskstat metrics tickets.csv --every week --format json > old.json']],
  }),
  saved_mismatch: (a) => ({
    what: `cannot be compared: ${a.reason}`,
    details: [['try', sentence('hint.same_command')]],
  }),
  sla_pauses_unknown: (a) => ({
    what: `SLA ${list(a.policies)}: the export does not say when tickets were ${list(a.states).replaceAll('_', ' ').replace(', ', ' or ')}, so that time counts`,
    details: [['try', sentence('hint.status_changes')]],
  }),
  no_policies: (a) => ({
    what: `--soon ${a.soon} finds nothing: no SLA policy says when a target falls due`,
    details: [['try', sentence('hint.sla_policies')]],
  }),
  data_too_old: (a) => ({
    what: `the newest stamp of the data is ${a.asOf}, ${a.age} ago, and --max-age allows ${a.limit}`,
    details: [['try', sentence('hint.newer_export')]],
  }),
  age_not_checked: (a) => ({
    what: `data up to ${a.asOf}; its age was not checked`,
    details: [['try', sentence('hint.max_age')]],
  }),
  truncated_refused: () => ({
    what: 'the file is cut short, and what is missing could change any verdict',
    details: [['try', sentence('hint.allow_truncated')]],
  }),
  settings_twice: (a) => ({
    what: `a second settings file lies beside it: ${a.other}`,
    details: [['try', sentence('hint.one_config')]],
  }),
  settings_unused: (a) => ({
    what: `not used, as ${a.used} is`,
    details: [['try', sentence('hint.this_config')]],
  }),
  file_not_used: (a) => ({
    what: `not used: ${a.reason === '' ? 'nothing in it is understood' : a.reason}`,
    details: [['try', 'deskstat inspect --why FILE']],
  }),
  files_not_used: (a, n) => ({
    what: `${n} files not used, as nothing in them is understood: ${list(a.files)}`,
    details: [['try', 'deskstat inspect --why FILE']],
  }),
  file_not_asked: (a) => ({
    what: `not used: this question asks nothing of ${list(a.kinds)}`,
  }),
  list_names_nobody: () => ({
    what: 'not used: no id of this list stands in the other files',
  }),
  pattern_unused: (a) => ({ what: `no file of this run is called "${a.pattern}"` }),
  pattern_misspelt: (a) => ({
    what: `no file of this run is called "${a.pattern}"`,
    details: [['try', String(a.try)]],
  }),
  filter_value_unknown: (a) => ({
    what: `no ${a.field} is called "${a.value}"`,
    details: [...(a.has === undefined ? [] : [['expected', list(a.has)] as const]), ...tryThis(a.try)],
  }),
  bad_book: (a) => ({ what: String(a.message) }),
  no_text: () => ({
    what: 'the data has no subjects or descriptions to find recurring issues in',
    details: [['try', sentence('hint.map_subject')]],
  }),
  too_many_rows_for_a_sheet: (a) => ({
    what: `a sheet of a workbook holds 1,048,575 rows, and these are ${a.rows}`,
    details: [['try', sentence('hint.fewer_rows')]],
  }),
  unknown_issue: (a) => ({ what: `there is no issue ${a.id}`, details: [['known', list(a.known)]] }),

  unknown_dimension: (a) => ({
    what: `"${a.name}" is no dimension`,
    details: [
      ['known', `${list(a.known)}, column:NAME`],
      ...tryThis(
        a.near === undefined ? sentence('hint.column_of_name', { name: String(a.name) }) : String(a.near),
      ),
    ],
  }),
  dimension_lacking: (a) => ({
    what: `the data has no "${a.name}"`,
    details: [['found', list(a.has)]],
  }),
} satisfies Record<string, Wording>;

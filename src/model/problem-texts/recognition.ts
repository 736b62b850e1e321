import { sentence } from '../sentence.ts';
import { labelled, list, tickets, tryThis, type Wording } from './words.ts';

/** How files and columns were understood, and where they could not be. */
export const recognitionTexts = {
  no_created_at: (a) => ({
    what: 'no column for the time a ticket was created',
    details: [['looked for', list(a.lookedFor)], ['found', list(a.found)], ...tryThis(a.try)],
  }),
  dates_too_coarse: (a) => ({
    what: `"${a.column}" holds ${a.what} ("${a.example}"), and ${a.field} needs the day`,
    details: [
      ...(a.found === undefined ? [] : [['found', list(a.found)] as const]),
      ['try', sentence('hint.whole_dates', { field: String(a.field) })],
    ],
  }),
  undated_messages: (a) => ({
    what: 'the messages of these conversations have no dates, so nothing can be timed',
    details: [
      ['found', list(a.found)],
      ['try', sentence('hint.undated_messages')],
    ],
  }),

  unknown_field: (a) => ({
    what: `there is no field "${a.field}"`,
    details: a.nearest === undefined ? [['looked for', list(a.known)]] : [['try', String(a.nearest)]],
  }),
  unknown_value: (a) => ({
    what: `--value ${a.field}:'${a.raw}': there is no ${a.field} "${a.value}"`,
    details: [['looked for', list(a.known)], ...tryThis(a.nearest)],
  }),
  unknown_column: (a) => ({
    what: `--map ${a.field}: no file has a column "${a.column}"`,
    details: [['found', list(a.found)], ...tryThis(a.try)],
  }),
  values_unused: (a) => ({
    what: `--value ${a.field}: not used, as no column was read as ${a.field}`,
    details: [['try', a.twin === undefined ? `--map ${a.field}=COLUMN` : `--value ${a.twin}:…`]],
  }),
  unknown_preset: (a) => ({
    what: `there is no preset "${a.preset}"`,
    details: [['looked for', list(a.known)], ...tryThis(a.nearest)],
  }),
  preset_does_not_fit: (a) => ({
    what: `the columns are not those of any ${a.preset} export`,
    details: [['found', list(a.found)], ...tryThis(a.try)],
  }),
  unknown_scale: (a) => ({
    what: `there is no rating scale "${a.scale}"`,
    details: [['looked for', list(a.known)]],
  }),
  field_ambiguous: (a) => ({
    what: `${list(a.candidates)} could each be ${a.field}`,
    details: [
      ['looked for', sentence('word.one_column', { field: String(a.field) })],
      ['found', list(a.found)],
      ...tryThis(a.try),
    ],
  }),
  field_missing: (a) => ({
    what: `no column for ${a.field}, without which a table of ${a.kind} cannot be used`,
    details: [['found', list(a.found)], ...tryThis(a.try)],
  }),
  kind_guessed: (a) => ({
    what: `read as ${a.kind}`,
    details: tryThis(a.try),
  }),
  field_guessed: (a) => ({
    what: `"${a.column}" is read as ${a.field} (confidence ${a.confidence})`,
    details: tryThis(a.try),
  }),
  field_uncertain: (a) => ({
    what: `"${a.column}" is read as ${a.field}, which is not certain${list(a.others) === '' ? '' : `; it could also be ${list(a.others)}`}`,
    details: tryThis(a.try),
  }),
  zone_guessed: (a) => ({
    what: `stamps carry no zone; read in ${a.zone}${a.because === undefined ? '' : `, ${a.because}`}`,
    details: tryThis(a.try),
  }),
  date_order_guessed: (a) => ({
    what: `dates such as ${a.example} read ${a.order === 'day_first' ? 'day first' : 'month first'}, ${a.because}`,
    details: tryThis(a.try),
  }),
  date_orders_mixed: (a) => ({
    what: `"${a.column}" holds dates with the day first and dates with the month first; ${a.order !== undefined ? 'those that could be either are read as the flag says' : a.either === undefined ? 'each is read as it must be' : `${a.either} that could be either ${a.either === 1 ? 'is' : 'are'} left out`}`,
    details: a.either === undefined ? [] : [['try', sentence('hint.date_order')]],
  }),
  zone_ambiguous: (a) => ({
    what: `${a.letters} of "${a.column}" is the zone of several places (${list(a.zones)}); read in ${a.zone}`,
    details: tryThis(a.try),
  }),
  dates_swapped: (a) => ({
    what: `days and months of ${list(a.columns)} were swapped wherever the day is 12 or less, as a spreadsheet does${a.undone === undefined ? '' : '; they are read changed back'}`,
    details: [['try', sentence('hint.not_opened_in_spreadsheet')]],
  }),
  statuses_unknown: (a) => ({
    what: `unknown status ${list(a.values)}`,
    details: tryThis(a.try),
  }),
  source_without_ends: (_a, n) => ({
    what: `has neither statuses nor end stamps: nobody knows which of its ${tickets(n)} are finished, and figures that ask for it leave them out`,
  }),
  source_without_answers: (_a, n) => ({
    what: `does not say whether its ${tickets(n)} were answered; figures that ask for it leave them out`,
  }),
  source_without_ratings: (_a, n) => ({
    what: `has no ratings; figures of satisfaction leave its ${tickets(n)} out`,
  }),
  source_without_requesters: (_a, n) => ({
    what: `does not say who asked; figures of requesters leave its ${tickets(n)} out`,
  }),
  activities_unmapped: (a) => ({
    what: `no activity in "${a.column}" is known to mean solved`,
    details: [['found', list(a.values)], ...tryThis(a.try)],
  }),
  duration_unit_unknown: (a) => ({
    what: `"${a.column}" has no unit and does not match the stamps; left out`,
    details: tryThis(a.try),
  }),
  age_runs_on: (a) => ({
    what: `"${a.column}" counts to the same instant in every row: how old tickets were then, not how long they took; left out`,
    details: tryThis(`--map ${a.field}='${a.column}'`),
  }),
  clock_guessed: (a) => ({
    what: `times such as ${a.example} of "${a.column}" are read as ${a.read}${a.because === undefined ? '' : `: ${a.because}`}`,
    details: tryThis(a.try),
  }),
  duration_unit_guessed: (a) => ({
    what: `"${a.column}" is read in ${a.unit}: ${a.because}`,
  }),
  coverage_unsettled: (a) => ({
    what: `how ${list(a.files)} was cut is not said in the settings, or otherwise than of other files; it is taken from the data`,
    details: [['try', sentence('hint.coverage')]],
  }),
  answers_among_tickets: (a) => ({
    what: `answers in "${a.column}" stand in a list of tickets and are not measured with it`,
    details: tryThis(a.try),
  }),
  acknowledged_only: (a) => ({
    what: `"${a.column}" says when somebody took note of a ticket, which is no answer: not read as first response unless ${a.try} says so`,
  }),
  low_is_good: (a) => ({
    what: `the low end of "${a.column}" is the good one, by what is asked or its numbers are called: low scores are satisfied`,
  }),
  scale_guessed: (a) => ({
    what: `ratings in "${a.column}" are read on the scale ${a.scale}`,
    details: tryThis(a.try),
  }),
  ticket_scales_differ: (a) => ({
    what: `tickets are rated on several scales (${list(a.found)}), which are never pooled; ask each file alone`,
  }),
  effort_direction_unknown: (a) => ({
    what: `"${a.column}" does not say whether a low effort score is good`,
    details: tryThis(a.try),
  }),

  nothing_to_measure: (a) => ({
    what: 'nothing to measure: no table of tickets, events, messages, surveys or customers',
    details: [...labelled('found', a.found), ...labelled('columns', a.columns), ...tryThis(a.try)],
  }),
} satisfies Record<string, Wording>;

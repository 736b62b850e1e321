import { sentence } from '../sentence.ts';
import { labelled, list, reasonOf, rows, tickets, tryThis, type Wording } from './words.ts';

/** What is said of tickets, their stamps, events and messages. */
export const ticketTexts = {
  cell_unreadable: (a, n) => ({
    what: `${n} ${n === 1 ? 'cell' : 'cells'} of "${a.column}" cannot be read as ${a.field} and ${n === 1 ? 'counts' : 'count'} as missing`,
    details: tryThis(a.try),
  }),
  ids_lost_digits: (a, n) => ({
    what: `${rows(n)}: "${a.column}" lost digits in a spreadsheet (1.03006E+13), so these tickets have no id`,
    details: [['try', sentence('hint.not_saved_from_spreadsheet')]],
  }),
  local_time_repeated: (a, n) => ({
    what: `${n} ${n === 1 ? 'stamp' : 'stamps'} of "${a.column}" fall into an hour that the clock repeated; read as the earlier one`,
  }),
  local_time_skipped: (a, n) => ({
    what: `${n} ${n === 1 ? 'stamp' : 'stamps'} of "${a.column}" fall into an hour that the clock skipped; read one gap later`,
  }),
  date_order_contradicted: (a, n) => ({
    what: `${n} ${n === 1 ? 'date' : 'dates'} of "${a.column}" fit only the other order of day and month`,
    details: [['try', sentence('hint.date_order')]],
  }),
  rows_not_data: (a, n) => ({
    what: `${rows(n)} left out: ${a.kind === 'messages' ? 'drafts, messages that failed or were deleted' : 'previews or tests, not answers'}`,
  }),
  ticket_repeated: (_a, n) => ({
    what: `${rows(n)} ${n === 1 ? 'repeats' : 'repeat'} a ticket of the same file; each ticket counts once`,
  }),
  ticket_in_several_files: (_a, n) => ({
    what: `${tickets(n)} stand in several files; the newest version of each counts`,
  }),
  tickets_without_ids_alike: (_a, n) => ({
    what: `${tickets(n)} without an id ${n === 1 ? 'stands' : 'stand'} in another file too, with the same creation, person and text; each counts once`,
  }),
  tickets_look_alike: (_a, n) => ({
    what: `${tickets(n)} without an id ${n === 1 ? 'looks' : 'look'} like one of another file; no column names a person, so each counts`,
    details: [['try', sentence('hint.map_requester_or_id')]],
  }),
  row_numbers: (a) => ({
    what:
      a.id === undefined
        ? `"${a.column}" counts the rows and is no id`
        : `"${a.column}" counts the rows; the id is "${a.id}"`,
    details: [['try', sentence('hint.map_as_id', { column: String(a.column) })]],
  }),
  key_found: (a) => ({
    what: `"${a.column}" comes back and decides when each row's ticket began and ended: its rows are one ticket`,
    details: [['try', sentence('hint.rows_without_id')]],
  }),
  merged_began_earlier: (_a, n) => ({
    what: `${tickets(n)} ${n === 1 ? 'begins' : 'begin'} with an earlier one that was merged into ${n === 1 ? 'it' : 'them'}`,
  }),
  ids_joined: (a) => ({
    what: `ids in "${a.column}" repeat; a ticket is told by "${a.within}" and "${a.column}" together`,
    details: [['try', sentence('hint.map_as_id', { column: String(a.column) })]],
  }),
  rows_not_told_apart: (a) => ({
    what: `"${a.column}" lost digits in a spreadsheet (1.03006E+13) and several rows are of one ticket, which "${a.within}" does not tell from others: nobody knows how many tickets these are`,
    details: [['try', sentence('hint.not_saved_from_spreadsheet')]],
  }),
  rows_repeat_tickets: () => ({
    what: 'rows say the creation, person and subject of others again, and no column tells which are of one ticket: nobody knows how many tickets these are',
    details: [
      ['try', sentence('hint.map_id')],
      ['try', sentence('hint.rows_without_id')],
    ],
  }),
  no_ids: () => ({
    what: 'no column tells tickets apart: each row counts as a ticket, and nothing of another file can be joined to it',
    details: [['try', sentence('hint.map_id')]],
  }),
  own_columns: (a) => ({
    what: `each row repeats what the ticket says of itself (${list(a.columns)}); the ticket has what its last row says`,
  }),
  status_never_changes: (a) => ({
    what: `no ticket changes its "${a.column}" from row to row: it is the status that the ticket has now, and no history`,
  }),
  rows_in_several_files: (_a, n) => ({
    what: `${rows(n)} ${n === 1 ? 'stands' : 'stand'} in another file too; each counts once, as the newer file has it`,
  }),
  same_id_other_ticket: (a) => ({
    what: `lines ${a.first} and ${a.second} share the id ${a.id} but were created at different times`,
    details: [
      ['try', sentence('hint.map_id')],
      ['', sentence('hint.events_file')],
    ],
  }),
  same_id_other_desk: (a) => ({
    what: `${a.first} and ${a.second} share the id ${a.id} but were created at different times`,
    details: [['try', sentence('hint.sources')]],
  }),
  period_empty: (a, n) => ({
    what: `no ticket was created in ${a.period}; the files hold ${tickets(n)}, created ${a.from} to ${a.to}: try --period ${a.nearest}`,
  }),
  period_not_covered: (a, n) => ({
    what: `the files do not cover ${a.period}; they hold ${tickets(n)}, created ${a.from} to ${a.to}: try --period ${a.nearest}`,
  }),
  fixed_without_tickets: (a) => ({
    what: `no ticket of ${a.issue} is in the files: whether it ended cannot be told from them`,
  }),
  filter_empty: (a) => ({ what: `no ticket fits the filter: ${a.filter}` }),
  status_of_later: (_a, n) => ({
    what: `${tickets(n)} changed after the as-of that was asked for; the status of each is as the export has it now`,
  }),
  events_without_ticket: (_a, n) => ({
    what: `${n} ${n === 1 ? 'event belongs' : 'events belong'} to no ticket of the export`,
  }),
  messages_without_ticket: (_a, n) => ({
    what: `${n} ${n === 1 ? 'message belongs' : 'messages belong'} to no ticket of the export`,
  }),
  automatic_answers: (_a, n) => ({
    what: `${n} ${n === 1 ? 'answer' : 'answers'} with the same text within 60 s count as automatic`,
  }),
  bots_answer: (_a, n) => ({
    what: `${n} ${n === 1 ? 'answer' : 'answers'} of bots ${n === 1 ? 'ends' : 'end'} a wait like those of people, as "answers: bots" says`,
  }),
  no_bot_answers: () => ({
    what: '"answers: bots" changes nothing: no message here is a bot’s answer',
    details: [['try', "--value author_role:'Assistant'=bot"]],
  }),
  zeros_not_yet: (a, n) => ({
    what: `${n} ${n === 1 ? 'zero' : 'zeros'} of ${a.field} where nothing has happened yet; read as missing`,
  }),
  zeros_unknown: (a, n) => ({
    what: `${n} ${n === 1 ? 'zero' : 'zeros'} of ${a.field}: nothing says whether it happened at once or has not happened yet; left out`,
    details: [['try', sentence('hint.stamp_or_replies')]],
  }),
  tickets_removed_by_column: (a, n) => ({
    what: `"${a.column}" says that ${tickets(n)} ${n === 1 ? 'is' : 'are'} ${reasonOf(a.reason)}; left out of every figure`,
  }),
  messages_by_machines: (a, n) => ({
    what: `"${a.column}" says that ${n} ${n === 1 ? 'message is' : 'messages are'} a machine’s: no ${n === 1 ? 'answer of a person' : 'answers of people'}`,
  }),
  tickets_begun_by_desk: (a, n) => ({
    what: `"${a.column}" says that the desk began ${n === 1 ? '1 conversation' : `${n} conversations`}: ${n === 1 ? 'it has' : 'they have'} no first response`,
  }),
  answers_without_time: (_a, n) => ({
    what: `${tickets(n)} ${n === 1 ? 'has' : 'have'} replies and no time of the first one: answered at an unknown time, so neither unanswered nor in first response times`,
  }),
  calls_not_answered: (a, n) => ({
    what: `"${a.column}" says that nobody answered ${n === 1 ? '1 call' : `${n} calls`}: ${n === 1 ? 'it has' : 'they have'} no first response, however long the ${n === 1 ? 'caller' : 'callers'} waited`,
  }),
  question_at_creation: (_a, n) => ({
    what: `${n} ${n === 1 ? 'conversation lacks its' : 'conversations lack their'} opening message: the clock starts when the ticket was created`,
  }),
  question_by_ticket: (_a, n) => ({
    what: `some of ${n} conversations hold their opening message, others do not: the clock starts at a customer message within a minute of creation, else at creation`,
  }),
  messages_not_recorded: (_a, n) => ({
    what: `${tickets(n)} without messages are not covered by the messages that were read; their replies are not recorded`,
    details: [['try', sentence('hint.complete')]],
  }),
  tickets_without_messages: (_a, n) => ({
    what: `nobody can tell whether ${tickets(n)} without messages went unanswered or are not recorded`,
    details: [['try', sentence('hint.complete')]],
  }),
  nobody_wrote: (_a, n) => ({ what: `${tickets(n)} without messages: nobody wrote in them` }),
  messages_without_author: (_a, n) => ({
    what: `${n} ${n === 1 ? 'message names nobody who wrote it' : 'messages name nobody who wrote them'}; nobody’s answer`,
  }),
  messages_other_clock: (a, n) => ({
    what: `most of ${n} conversations begin ${a.hours} h before their tickets: the files are not read in one zone, and how long answers took is unknown`,
    details: [['try', sentence('hint.source_tz_of_file')]],
  }),
  authors_unknown: (_a, n) => ({
    what: `${n} ${n === 1 ? 'message does' : 'messages do'} not say who wrote; what people answered when is unknown`,
    details: [['try', sentence('hint.map_author')]],
  }),
  none_open: (_a, n) => ({
    what: `none of ${tickets(n)} is open: so it is where all were worked off, and in an export of solved tickets alone, which holds neither the backlog nor who is unanswered`,
    details: [['try', sentence('hint.coverage_solved')]],
  }),
  list_begins_later: () => ({
    what: 'begins later than the other tickets: periods before it and after are not held against each other',
    details: [['try', sentence('hint.complete_list')]],
  }),
  list_ends_earlier: () => ({
    what: 'ends earlier than the other tickets: periods before its end and after are not held against each other',
    details: [['try', sentence('hint.complete_list')]],
  }),
  open_again: (_a, n) => ({ what: `${tickets(n)} open again after a solve; they count as open` }),
  sides_disagree: (a, n) => ({
    what: `${a.left} and ${a.right} differ on ${n} of ${a.compared} ${a.compared === 1 ? 'ticket' : 'tickets'}; figures use ${a.used}`,
    details: [
      ...labelled('found', a.examples),
      ...(a.pattern === 'factor'
        ? [['found', sentence('hint.other_unit', { factor: String(a.factor) })] as const]
        : []),
      ...(a.pattern === 'right_smaller'
        ? [
            ['found', sentence('hint.working_hours', { field: String(a.right) })] as const,
            ['try', sentence('hint.map_working_hours', { field: String(a.business) })] as const,
          ]
        : []),
    ],
  }),
  no_tickets: () => ({ what: 'no ticket can be used' }),
  tickets_undated: (_a, n) => ({ what: `${tickets(n)} left out: their creation date is far past the rest` }),
  dates_without_time: (a) => ({
    what: `${list(a.columns)}: dates without a time; what is measured from them is known to the day`,
  }),
  as_of_stands_alone: (a) => ({
    what: `this row alone makes the data end on ${a.at}; all other stamps end on ${a.before}`,
    details: tryThis(a.try),
  }),
  value_void: (a, n) => ({
    what: `${tickets(n)}: ${a.field} left out, ${reasonOf(a.reason)}`,
  }),

  pseudonyms_unsalted: () => ({
    what: 'pseudonyms are made without a secret of yours: whoever knows a name can find its pseudonym',
    details: [['try', sentence('hint.salt')]],
  }),
} satisfies Record<string, Wording>;

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandList } from '../src/cli/command-list.ts';
import { runCli } from '../src/cli/program.ts';
import { type ProblemCode, problemTexts } from '../src/model/problem-texts.ts';
import { memoryIo } from './unit/cli/memory-io.ts';

interface Case {
  readonly line: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  readonly exit: number;
  /** Part of what is printed on stderr. */
  readonly says: string;
}

const days = (n: number): string[] => Array.from({ length: n }, (_, i) => String(i + 1).padStart(2, '0'));
const tickets = `Ticket ID,Created at,Solved at,Status\n${days(12)
  .map((day) => `${day},2026-03-${day}T08:00:00Z,2026-03-${day}T12:00:00Z,Solved`)
  .join('\n')}\n`;
/** A ticket a day, from a day of the year up to another. */
function listFrom(head: string, from: number, until = 80): string {
  const at = (day: number, hour: number): string => new Date(Date.UTC(2026, 0, day, hour)).toISOString();
  const rows = Array.from({ length: until - from }, (_, i) => from + i).map(
    (day) => `${head[0]}${day},${at(day, 9)},${at(day, 11)},Solved`,
  );
  return `${head}\n${rows.join('\n')}\n`;
}
const withTickets = { 't.csv': tickets };
const metrics = (...more: string[]): string[] => ['metrics', 't.csv', '--metric', 'created', ...more];

const messageHead = 'Ticket ID,Sent at,Author,Author role,Text\n';
const answered = (day: string): string => `${day},2026-03-${day}T09:00:00Z,Bo,agent,Please try step ${day}\n`;
const asked = (day: string): string =>
  `${day},2026-03-${day}T08:00:00Z,Ann ${day},customer,Question ${day}\n`;
/** Tickets with a file of messages, made day by day. */
const withMessages = (of: (day: string, i: number) => string, head = messageHead) => ({
  't.csv': tickets,
  'm.csv': `${head}${days(12).map(of).join('')}`,
});
const responses = ['metrics', 't.csv', 'm.csv', '--metric', 'first_response_time'];

/** What people meet, by the code that JSON carries: the least input that brings it about, and how it is worded. */
const cases: Readonly<Record<string, Case>> = {
  bad_syntax: { line: metrics('--where', 'status ='), files: withTickets, exit: 2, says: 'filter, column 9' },
  age_runs_on: {
    line: metrics(),
    files: {
      't.csv': `Ticket ID,Created at,Status,Age (days)\n${days(12)
        .map((day) => `${day},2026-03-${day}T08:00:00Z,Solved,${40 - Number(day)}`)
        .join('\n')}\n`,
    },
    exit: 0,
    says: '"Age (days)" counts to the same instant in every row',
  },
  period_empty: {
    line: metrics('--period', '2026-03-05'),
    files: { 't.csv': tickets.replace(/^05,.*\n/m, '') },
    exit: 0,
    says: 'no ticket was created in 2026-03-05; the files hold 11 tickets, created 2026-03-01 to 2026-03-12: try --period 2026-03-',
  },
  period_not_covered: {
    line: metrics('--period', '2025-11'),
    files: withTickets,
    exit: 0,
    says: 'the files do not cover 2025-11; they hold 12 tickets, created 2026-03-01 to 2026-03-12: try --period 2026-03',
  },
  no_policies: {
    line: ['check', 't.csv', '--soon', '4h'],
    files: withTickets,
    exit: 0,
    says: '--soon 4h finds nothing: no SLA policy says when a target falls due',
  },
  fixed_without_tickets: {
    line: ['issues', 't.csv', '--book', 'b.yaml', '--fixed', 'I1=2026-03-05'],
    files: {
      't.csv': `Ticket ID,Created at,Subject\n${days(12)
        .map((day) => `${day},2026-03-${day}T08:00:00Z,My parcel is late`)
        .join('\n')}\n`,
      'b.yaml':
        'version: 1\nissues:\n  - id: I1\n    name: Printer\n    prototype: {size: 9, words: {printer: 100, jam: 100}, texts: []}\n',
    },
    exit: 0,
    says: 'no ticket of I1 Printer is in the files: whether it ended cannot be told from them',
  },
  filter_empty: {
    line: metrics('--where', 'group = Logistics'),
    files: {
      't.csv': `Ticket ID,Created at,Status,Group\n${days(12)
        .map((day) => `${day},2026-03-${day}T08:00:00Z,Solved,Billing`)
        .join('\n')}\n`,
    },
    exit: 0,
    says: 'no ticket fits the filter: group = Logistics',
  },
  no_rows: {
    line: metrics(),
    files: { 't.csv': 'Ticket ID,Created at,Status\n' },
    exit: 0,
    says: 'a header and no rows: nothing to measure',
  },
  list_begins_later: {
    line: ['metrics', 't.csv', 'calls.csv', '--metric', 'created'],
    files: {
      't.csv': listFrom('Ticket ID,Created at,Solved at,Status', 1),
      'calls.csv': listFrom('Case,Opened,Closed,State', 40),
    },
    exit: 0,
    says: 'calls.csv: begins later than the other tickets',
  },
  list_ends_earlier: {
    line: ['metrics', 't.csv', 'calls.csv', '--metric', 'created'],
    files: {
      't.csv': listFrom('Ticket ID,Created at,Solved at,Status', 1),
      'calls.csv': listFrom('Case,Opened,Closed,State', 1, 40),
    },
    exit: 0,
    says: 'calls.csv: ends earlier than the other tickets',
  },
  messages_not_recorded: {
    line: responses,
    files: withMessages((day, i) => (i < 6 ? asked(day) + answered(day) : '')),
    exit: 0,
    says: '6 tickets without messages are not covered by the messages that were read',
  },
  nobody_wrote: {
    line: responses,
    files: withMessages((day, i) => (i === 5 ? '' : answered(day))),
    exit: 0,
    says: '1 ticket without messages: nobody wrote in them',
  },
  question_by_ticket: {
    line: responses,
    files: withMessages((day, i) => (i % 2 ? asked(day) : '') + answered(day)),
    exit: 0,
    says: 'some of 12 conversations hold their opening message, others do not',
  },
  messages_without_author: {
    line: responses,
    files: withMessages(
      (day, i) => asked(day) + (i === 3 ? answered(day).replace('Bo,agent', ',') : answered(day)),
    ),
    exit: 0,
    says: '1 message names nobody who wrote it',
  },
  authors_unknown: {
    line: responses,
    files: withMessages(
      (day) =>
        `${day},2026-03-${day}T08:00:00Z,,Question ${day}\n${day},2026-03-${day}T09:00:00Z,,Please try step ${day}\n`,
      'Ticket ID,Sent at,Author,Text\n',
    ),
    exit: 0,
    says: '24 messages do not say who wrote',
  },
  zeros_not_yet: {
    line: ['metrics', 't.csv', '--metric', 'first_response_time'],
    files: {
      't.csv': `Ticket ID,Created at,First response at,First response time (minutes),Status\n${days(12)
        .map((day, i) => {
          const created = `2026-03-${day}T08:00:00Z`;
          return i < 3 ? `${day},${created},,0,Open` : `${day},${created},2026-03-${day}T09:00:00Z,60,Open`;
        })
        .join('\n')}\n`,
    },
    exit: 0,
    says: '3 zeros of reported_first_response_time_seconds where nothing has happened yet',
  },
  answers_apart: {
    line: ['metrics', 's.csv', '--metric', 'nps'],
    files: { 's.csv': 'Response ID,Submitted at,Score\n1,2026-03-02,9\n2,2026-03-03,10\n3,2026-03-04,1\n' },
    exit: 0,
    says: 'so they may be CSAT or NPS',
  },
  age_not_checked: {
    line: ['check', 't.csv', '--expect', 'created >= 0', '--period', 'all'],
    files: withTickets,
    exit: 0,
    says: 'its age was not checked',
  },
  truncated_refused: {
    line: ['check', 't.csv', '--expect', 'created >= 0', '--period', 'all'],
    files: {
      't.csv': `${tickets}${tickets.slice(tickets.indexOf('\n') + 1).replace(/^(?=\d)/gm, '1')}99,2026-03-20T08`,
    },
    exit: 3,
    says: 'or --allow-truncated',
  },
  settings_twice: {
    line: metrics(),
    files: { ...withTickets, 'deskstat.yaml': 'tz: UTC\n', 'deskstat.yml': 'tz: UTC\n' },
    exit: 2,
    says: 'a second settings file lies beside it: deskstat.yml',
  },
  settings_unused: {
    line: ['metrics', 'data/t.csv', '--metric', 'created'],
    files: {
      'data/t.csv': withTickets['t.csv'],
      'data/deskstat.yaml': 'tz: UTC\n',
      'deskstat.yaml': 'tz: UTC\n',
    },
    exit: 0,
    says: 'not used, as deskstat.yaml is',
  },
  pattern_unused: {
    line: metrics(),
    files: { ...withTickets, 'deskstat.yaml': 'files: [{match: surveys.csv}]\n' },
    exit: 0,
    says: 'no file of this run is called "surveys.csv"',
  },
  pattern_misspelt: {
    line: ['metrics', 'tickets.csv', '--metric', 'created'],
    files: { 'tickets.csv': withTickets['t.csv'], 'deskstat.yaml': 'files: [{match: ticket.csv}]\n' },
    exit: 2,
    says: 'match: tickets.csv',
  },
  filter_value_unknown: {
    line: ['metrics', 't.csv', '--metric', 'created', '--where', 'weekday = Mondy'],
    files: withTickets,
    exit: 2,
    says: 'weekday = Monday',
  },
  answers_undated: {
    line: ['metrics', 's.csv', '--metric', 'nps'],
    files: { 's.csv': 'Response ID,Submitted at,NPS\n1,2026-03-02,9\n2,,10\n' },
    exit: 0,
    says: '1 of 2 answers has no date',
  },
  ids_written_otherwise: {
    line: ['metrics', 't.csv', 's.csv', '--metric', 'csat'],
    files: {
      ...withTickets,
      's.csv': 'Response ID,Ticket ID,Submitted at,CSAT (1-5)\n1,T-02,2026-03-20,5\n2,T-03,2026-03-20,4\n',
    },
    exit: 0,
    says: '"T-02" here is "02" there',
  },
  survey_questions: {
    line: ['metrics', 's.csv', '--metric', 'csat,nps'],
    files: {
      's.csv':
        'Timestamp,Email,How satisfied are you? (1-5),How likely are you to recommend us? (0-10)\n2026-03-02,a@example.com,5,10\n2026-03-03,b@example.com,2,4\n',
    },
    exit: 0,
    says: 'CSAT "How satisfied are you? (1-5)"',
  },
  survey_dimension: {
    line: ['tickets', 't.csv', '--where', "survey = 'CSAT'"],
    files: withTickets,
    exit: 3,
    says: 'the files hold no surveys',
  },
  no_surveys: {
    line: metrics('--survey', 'Effort'),
    files: withTickets,
    exit: 0,
    says: 'the files hold no ratings: --survey "Effort" chooses none',
  },
  unknown_survey: {
    line: ['metrics', 's.csv', '--metric', 'nps', '--survey', 'Effort'],
    files: { 's.csv': 'Response ID,Submitted at,NPS\n1,2026-03-02,9\n' },
    exit: 2,
    says: 'no survey is called "Effort"',
  },
  values_unused: {
    line: metrics('--value', 'csat:Maybe=bad'),
    files: withTickets,
    exit: 0,
    says: '--value csat: not used, as no column was read as csat',
  },
  preset_does_not_fit: {
    line: metrics('--preset', 'zendesk'),
    files: { 't.csv': 'a,b\n1,2\n' },
    exit: 2,
    says: 'the columns are not those of any zendesk export',
  },
  nothing_to_measure: {
    line: metrics(),
    files: { 't.csv': 'colour,size\nred,1\nblue,2\n' },
    exit: 3,
    says: 'nothing to measure: no table of tickets, events, messages, surveys or customers',
  },
  undated_messages: {
    line: metrics(),
    files: {
      't.csv': `conversation_id,role,text\n${days(9)
        .map((day) => `${day},user,my parcel ${day} has not come\n${day},agent,we look into it at once`)
        .join('\n')}\n`,
    },
    exit: 3,
    says: 'deskstat issues to find recurring issues in what customers wrote',
  },
  activities_unmapped: {
    line: metrics(),
    files: {
      't.csv': `case id,activity,timestamp\n${days(9)
        .flatMap((day) => [`${day},Alpha,2026-03-${day}T08:00:00Z`, `${day},Beta,2026-03-${day}T09:00:00Z`])
        .join('\n')}\n`,
    },
    exit: 0,
    says: 'no activity in "activity" is known to mean solved',
  },
  scale_guessed: {
    line: ['metrics', 's.csv', '--metric', 'csat', '--no-guess', '--surveys', 's.csv'],
    files: {
      's.csv': `ticket_id,score,answered_at\n${days(9)
        .map((day, i) => `${day},${1 + (i % 5)},2026-03-${day}T08:00:00Z`)
        .join('\n')}\n`,
    },
    exit: 3,
    says: 'ratings in "score" are read on the scale',
  },
  waiting_unavailable: {
    line: ['waiting', 't.csv'],
    files: {
      't.csv': 'Ticket ID,Created at,First response at\n1,2026-03-02T08:00:00Z,2026-03-02T09:00:00Z\n',
    },
    exit: 3,
    says: 'nobody can tell who waits: the export has neither',
  },
  baseline_missing: {
    line: ['check', 't.csv', '--expect', 'created <= baseline + 10%'],
    files: withTickets,
    exit: 2,
    says: '"created <= baseline + 10%" needs a baseline',
  },
  baseline_unusable: {
    line: ['check', 't.csv', '--expect', 'created <= baseline + 10%', '--baseline', 'b.json'],
    files: { ...withTickets, 'b.json': '{"rows":' },
    exit: 2,
    says: 'b.json: cannot be a baseline:',
  },
  baseline_mismatch: {
    line: ['check', 't.csv', '--expect', 'created <= baseline + 10%', '--baseline', 'b.json'],
    files: {
      ...withTickets,
      'b.json':
        '{"schema":"deskstat.metrics/1","timezone":"Asia/Dhaka","definitions":1,"hours":null,"rows":[]}',
    },
    exit: 2,
    says: 'cannot be compared with this run:',
  },
  saved_unusable: {
    line: ['diff', 'a.json', 'b.json'],
    files: { 'a.json': '[]', 'b.json': '[]' },
    exit: 2,
    says: 'a.json: cannot be compared:',
  },
  bad_book: {
    line: ['issues', 't.csv', '--book', 'book.yaml'],
    files: { ...withTickets, 'book.yaml': 'issues: 7\n' },
    exit: 2,
    says: 'book.yaml',
  },
  no_text: {
    line: ['issues', 't.csv'],
    files: withTickets,
    exit: 3,
    says: 'the data has no subjects or descriptions to find recurring issues in',
  },
  unknown_issue: {
    line: ['issues', 't.csv', '--fixed', '99=2026-03-05'],
    files: {
      't.csv': `Ticket ID,Created at,Status,Subject\n${days(9)
        .map((day) => `${day},2026-03-${day}T08:00:00Z,Open,the printer is jammed`)
        .join('\n')}\n`,
    },
    exit: 2,
    says: 'there is no issue 99',
  },
  dimension_lacking: {
    line: metrics('--by', 'group'),
    files: withTickets,
    exit: 3,
    says: 'the data has no "group"',
  },
  customer_column_lacking: {
    line: ['retention', 'c.csv', '--by', 'column:Plan'],
    files: {
      'c.csv': `customer,started_at,ended_at\n${days(9)
        .map((day) => `c${day},2026-03-${day},`)
        .join('\n')}\n`,
    },
    exit: 3,
    says: 'the list of customers has no column "Plan"',
  },
  cell_unreadable: {
    line: metrics(),
    files: { 't.csv': tickets.replace('2026-03-05T12:00:00Z', 'soon') },
    exit: 0,
    says: '1 cell of "Solved at" cannot be read as solved_at',
  },
  local_time_repeated: {
    line: metrics('--source-tz', 'America/New_York'),
    files: {
      't.csv': 'Ticket ID,Created at,Status\n1,2026-11-01 01:30:00,Open\n2,2026-11-02 01:30:00,Open\n',
    },
    exit: 0,
    says: '1 stamp of "Created at" fall into an hour that the clock repeated',
  },
  local_time_skipped: {
    line: metrics('--source-tz', 'America/New_York'),
    files: {
      't.csv': 'Ticket ID,Created at,Status\n1,2026-03-08 02:30:00,Open\n2,2026-03-09 02:30:00,Open\n',
    },
    exit: 0,
    says: '1 stamp of "Created at" fall into an hour that the clock skipped',
  },
  date_order_contradicted: {
    line: metrics('--date-order', 'day'),
    files: {
      't.csv': `Ticket ID,Created at,Solved at,Status\n${days(12)
        .map((day) => `${day},2026-03-${day}T08:00:00Z,${day}/03/2026 18:00,Solved`)
        .join('\n')}\n13,2026-03-13T08:00:00Z,03/25/2026 08:00,Solved\n`,
    },
    exit: 0,
    says: '1 date of "Solved at" fit only the other order of day and month',
  },
  kind_guessed: {
    line: ['issues', 't.csv', '--no-guess'],
    files: {
      't.csv': `Text\n${days(9)
        .map((day) => `the printer on floor ${day} is jammed once more`)
        .join('\n')}\n`,
    },
    exit: 3,
    says: 't.csv: read as tickets',
  },
  acknowledged_only: {
    line: metrics(),
    files: {
      't.csv': `Ticket ID,Created at,Solved at,Status,mins_to_ack\n${days(12)
        .map((day, i) => `${i},2026-03-${day}T08:00:00Z,2026-03-${day}T09:00:00Z,Closed,${3 + (i % 5)}`)
        .join('\n')}\n`,
    },
    exit: 0,
    says: '"mins_to_ack" says when somebody took note of a ticket, which is no answer: not read as first response',
  },
  answers_among_tickets: {
    line: metrics(),
    files: {
      't.csv': `Ticket ID,Created at,Solved at,Status,NPS\n${days(12)
        .map((day, i) => `${i},2026-03-${day}T08:00:00Z,2026-03-${day}T09:00:00Z,Closed,${i % 11}`)
        .join('\n')}\n`,
    },
    exit: 0,
    says: 'answers in "NPS" stand in a list of tickets',
  },
  effort_direction_unknown: {
    line: ['metrics', 's.csv', '--metric', 'ces', '--surveys', 's.csv'],
    files: {
      's.csv': `Answered at,CES score\n${days(12)
        .map((day, i) => `2026-03-${day}T08:00:00Z,${1 + (i % 7)}`)
        .join('\n')}\n`,
    },
    exit: 0,
    says: 'does not say whether a low effort score is good',
  },
  saved_mismatch: {
    line: ['diff', 'a.json', 'b.json'],
    files: {
      'a.json':
        '{"schema":"deskstat.metrics/1","as_of":"2026-03-01T00:00:00Z","timezone":"UTC","definitions":1,"hours":null,"rows":[]}',
      'b.json':
        '{"schema":"deskstat.metrics/1","as_of":"2026-03-08T00:00:00Z","timezone":"Asia/Dhaka","definitions":1,"hours":null,"rows":[]}',
    },
    exit: 2,
    says: 'b.json: cannot be compared: its days are cut in Asia/Dhaka, and those of a.json in UTC',
  },
  open_again: {
    line: metrics(),
    files: { 't.csv': tickets.replace('2026-03-05T12:00:00Z,Solved', '2026-03-05T12:00:00Z,Open') },
    exit: 0,
    says: '1 ticket open again after a solve; they count as open',
  },
  sides_disagree: {
    line: ['metrics', 't.csv', '--metric', 'resolution_time'],
    files: {
      't.csv': `Ticket ID,Created at,Solved at,Full resolution time in minutes,Status\n${days(12)
        .map((day, i) => `${i},2026-03-${day}T08:00:00Z,2026-03-${day}T10:00:00Z,${i < 2 ? 90 : 120},Solved`)
        .join('\n')}\n`,
    },
    exit: 0,
    says: 'solved_at and reported_resolution_time_seconds differ on 2 of 12 tickets; figures use solved_at',
  },
  totals_passed_over: {
    line: metrics(),
    files: {
      't.csv': `${tickets}Total,12,,
Average,"1,5",-,
`,
    },
    exit: 0,
    says: '2 lines of totals passed over: Total 12 | Average 1 5 -',
  },
  trailer_passed_over: {
    line: metrics(),
    files: { 't.csv': `${tickets}\nGenerated by the helpdesk on 1 April\n` },
    exit: 0,
    says: '1 line after the data passed over: Generated by the helpdesk on 1 April',
  },
  tickets_undated: {
    line: metrics(),
    files: {
      't.csv': `Ticket ID,Created at,Status\n${days(28)
        .flatMap((day) => [`a${day},2026-02-${day}T08:00:00Z,Open`, `b${day},2026-03-${day}T08:00:00Z,Open`])
        .join('\n')}\nlate,2062-03-01T08:00:00Z,Open\n`,
    },
    exit: 0,
    says: '1 ticket left out: their creation date is far past the rest',
  },
  ticket_repeated: {
    line: metrics(),
    files: { 't.csv': `${tickets}12,2026-03-12T08:00:00Z,2026-03-12T12:00:00Z,Solved\n` },
    exit: 0,
    says: '1 row repeats a ticket of the same file; each ticket counts once',
  },
  policy_unreached: {
    line: ['metrics', 't.csv', '--metric', 'sla_resolution'],
    files: {
      ...withTickets,
      'deskstat.yaml':
        'sla:\n  - name: answering\n    targets: {first_response: 1h}\n  - name: mending\n    targets: {resolution: 8h}\n',
    },
    exit: 0,
    says: 'the SLA policy "mending" can never hold: "answering" before it takes every ticket',
  },
  holidays_passed_over: {
    line: metrics(),
    files: {
      ...withTickets,
      'deskstat.yaml': 'hours: Mon-Fri 09:00-17:00\nholidays: [days.ics]\n',
      'days.ics':
        'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260302T100000\nDTEND:20260302T110000\nSUMMARY:Stand-up\nEND:VEVENT\nEND:VCALENDAR\n',
    },
    exit: 0,
    says: '1 event passed over, so these days count as usual: Stand-up',
  },
  customers_endless: {
    line: ['retention', 'c.csv', 'o.csv', '--every', 'month'],
    files: {
      'c.csv': 'customer_id,company,signup_date\nK1,A,2026-01-05\nK2,B,2026-01-06\n',
      'o.csv':
        'order_id,customer_id,order_date\n1,K1,2026-01-07\n2,K2,2026-01-08\n3,K1,2026-02-07\n4,K1,2026-03-07\n',
    },
    exit: 0,
    says: 'who stays is not taken from the list of customers: the customer list has no end column',
  },
  config_invalid: {
    line: metrics(),
    files: { ...withTickets, 'deskstat.yaml': 'min_group: many\n' },
    exit: 2,
    says: 'deskstat.yaml:1:12: "min_group":',
  },
  config_missing: {
    line: metrics(),
    files: { ...withTickets, 'deskstat.yaml': 'sla:\n  - name: Urgent\n' },
    exit: 2,
    says: 'deskstat.yaml:2:5: "sla[0].targets" is missing',
  },
  data_too_old: {
    // The clock of the test stands at 16 November 2026, 09:00; the newest stamp is 12 March, 12:00.
    line: metrics('--max-age', '36h'),
    files: withTickets,
    exit: 3,
    says: 'the newest stamp of the data is 2026-03-12T12:00Z, 248d 21h ago, and --max-age allows 36h',
  },
  archive_refused: {
    line: ['metrics', 'z.zip', '--metric', 'created'],
    files: { 'z.zip': 'PK\u0003\u0004 and no more' },
    exit: 3,
    says: 'z.zip: is a ZIP archive that is not unpacked: ',
  },
  contents_unreadable: {
    line: ['metrics', 'w.xlsx', '--metric', 'created'],
    // The head of an archive's first entry, whose name has 19 letters.
    files: { 'w.xlsx': `PK\u0003\u0004${'\0'.repeat(22)}\u0013\0\0\0[Content_Types].xml and no more` },
    exit: 3,
    says: 'w.xlsx: is an Excel workbook that cannot be read: ',
  },
  file_not_asked: {
    line: metrics('c.csv'),
    files: {
      ...withTickets,
      'c.csv': 'customer_id,start_date,churn_date\nC1,2025-01-01,\nC2,2025-02-01,2025-08-01\n',
    },
    exit: 0,
    says: 'c.csv: not used: this question asks nothing of customers',
  },
  customers_called_gone: {
    line: ['retention', 'c.csv'],
    files: {
      'c.csv':
        'Customer ID,Customer since,Cancelled on,Status\nC1,2025-01-05,2025-06-10,Churned\nC2,2025-02-05,,Active\nC3,2025-03-05,,Active\n',
    },
    exit: 0,
    says: '"Status" calls 1 customer gone and 2 still there',
  },
  list_names_nobody: {
    line: metrics('p.csv'),
    files: { ...withTickets, 'p.csv': 'id,name,email\nu1,Cy,cy@x.test\nu2,Di,di@x.test\n' },
    exit: 0,
    says: 'p.csv: not used: no id of this list stands in the other files',
  },
  metric_unavailable: {
    line: ['tickets', 't.csv', '--in', 'nps'],
    files: withTickets,
    exit: 3,
    says: 'nps is not available: the export has no ratings',
  },
};

/** Parts of surveys that came apart: seen in exports that fixtures of a few rows do not rebuild. */
const unreached = ['answers_without_response'];

it('there is a test for every message', () => {
  const here = path.join(import.meta.dirname, 'problem-codes.test.ts');
  const tests = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(import.meta.dirname, file))
    .filter((file) => file !== here && /\.(?:test\.ts|json)$|[\\/](?:stdout|stderr)$/.test(file));
  const text = tests.map((file) => readFileSync(file, 'utf8')).join('\n');
  // Elsewhere a message is tested by its code, or by its words: any stretch of them of twelve characters without a gap.
  const isWorded = (code: ProblemCode): boolean =>
    String(problemTexts[code])
      .split(/\$\{[^}]*\}|[`'"]/)
      .some((part) => part.trim().length >= 12 && / /.test(part.trim()) && text.includes(part.trim()));
  const untested = (Object.keys(problemTexts) as ProblemCode[]).filter(
    (code) => !(code in cases) && !text.includes(code) && !isWorded(code),
  );
  expect(untested.sort()).toEqual(unreached);
});

describe('what people are told', () => {
  it.each(Object.entries(cases))('%s', async (_code, { line, files = {}, exit, says }) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'deskstat-codes-'));
    const before = process.cwd();
    try {
      mkdirSync(folder, { recursive: true });
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
        writeFileSync(path.join(folder, name), text);
      }
      // Files are named as a user would, beside the settings that are looked for in the working folder.
      process.chdir(folder);
      const io = memoryIo({ cwd: folder });
      const code = await runCli(line, io, commandList);
      expect([io.stderr.text(), code]).toEqual([expect.stringContaining(says), exit]);
    } finally {
      process.chdir(before);
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

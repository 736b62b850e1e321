import type { ProblemArgs, ProblemText } from './problem-words.ts';

/**
 * Every message of deskstat, worded in one place. The key is the code that JSON output carries.
 * A text says what is wrong in one sentence; its details say what was looked for, what was found and what to type.
 */
type Wording = (args: ProblemArgs, count: number) => ProblemText;

const list = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value ?? ''));
const tickets = (count: number): string => `${count} ${count === 1 ? 'ticket' : 'tickets'}`;
const rows = (count: number): string => `${count} ${count === 1 ? 'row' : 'rows'}`;
/** One detail a line, the label at the first. */
const labelled = (label: string, texts: unknown): readonly (readonly [string, string])[] =>
  Array.isArray(texts) ? texts.map((text, i) => [i === 0 ? label : '', String(text)] as const) : [];
const tryThis = (text: unknown): readonly (readonly [string, string])[] =>
  text === undefined ? [] : [['try', String(text)] as const];

const voidReasons: Readonly<Record<string, string>> = {
  far_in_the_future: 'it lies far past every other stamp',
  after_last_update: 'it lies more than a day after the last update of its own row',
  after_export: 'it lies after the export was made',
  before_created: 'it lies before the ticket was created',
  negative: 'it is negative',
  off_scale: 'it is off the rating scale',
  fraction: 'it is a fraction that nobody can answer: an average, or a slip',
};

const rejectReasons: Readonly<Record<string, string>> = {
  too_many_cells: 'more cells than the header has',
  too_few_cells: 'fewer cells than the header has',
  open_quote: 'a quote is opened and never closed',
  broken_json: 'broken JSON',
  not_an_object: 'not a JSON object',
  created_at_missing: 'no creation date',
  created_at_unreadable: 'the creation date cannot be read',
  needed_field_missing: 'no date, or nothing to tie the row to',
};

/** What another column than the status says of tickets that are left out. */
const markReasons: Readonly<Record<string, string>> = {
  merged: 'merged into another ticket',
  spam: 'spam',
  deleted: 'deleted',
};

/** Why a row or a value was left out, by the codes that the arguments carry. */
export const reasonTexts: Readonly<Record<string, string>> = {
  ...voidReasons,
  ...rejectReasons,
  ...markReasons,
};

/** How ids of two files differ. */
const wayWords: Readonly<Record<string, string>> = {
  address: 'a name beside the address',
  salesforce: '15 and 18 characters',
  case: 'upper and lower case',
  thousands: 'a thousands separator',
  decimal: 'decimals',
  zeros: 'leading zeros',
  prefix: 'a prefix',
};
const ways = (value: unknown): string =>
  (Array.isArray(value) ? value : [value]).map((way) => wayWords[String(way)] ?? way).join(', ');

/** Why answers enter no figure, and what settles it. */
const apartReasons: Readonly<Record<string, readonly [string, string]>> = {
  undecided: [
    'numbers up to 10 whose header says neither satisfaction nor recommendation, so they may be CSAT or NPS',
    '--scale nps, --scale csat_0-10',
  ],
  averages: ['more than 2 % of them are fractions: averages, not answers', ''],
  results: ['most or many are below 0 or off the scale: results of surveys, not answers', ''],
  other_survey: ['another kind of survey or question than CSAT, NPS and CES', 'one file a kind of survey'],
  no_such_scale: [
    'this question has no score on a scale of {range} (NPS is asked on 0–10, CES on 1–5 or 1–7)',
    '--scale nps, --scale csat_0-10',
  ],
};

export const problemTexts = {
  // --- usage -----------------------------------------------------------------------------------------------
  usage: (a) => ({ what: String(a.message), details: tryThis(a.try) }),
  no_input: () => ({
    what: 'no file was named',
    details: [['try', 'deskstat report tickets.csv, or "-" for standard input, or deskstat demo']],
  }),

  unknown_zone: (a) => ({
    what: `no time zone is called "${a.zone}"`,
    details: tryThis(
      a.suggestion ?? 'an IANA name such as Asia/Dhaka or America/New_York, UTC, or an offset such as +06:00',
    ),
  }),
  bad_syntax: (a) => ({
    what: `${a.language}, column ${a.column}: ${a.message}`,
    details: [
      ['in', String(a.text)],
      ['', `${' '.repeat(Math.max(0, Number(a.column) - 1))}^`],
      ...(a.expected === undefined ? [] : [['expected', String(a.expected)] as const]),
      ...tryThis(a.try),
    ],
  }),

  bug: (a) => ({
    what: 'this is a bug in deskstat, not in your data',
    details: [
      ['found', String(a.found)],
      ['try', 'the same command with --debug, and report what it prints'],
    ],
  }),

  // --- sources ---------------------------------------------------------------------------------------------
  file_not_found: (a) => ({ what: 'no such file or folder', details: tryThis(a.try) }),
  file_unreadable: (a) => ({ what: `cannot be read (${a.reason})` }),
  file_empty: () => ({ what: 'is empty' }),
  file_not_text: (a) => ({
    what: `is ${a.kind}, not a text export`,
    details: tryThis(a.try ?? 'export it as CSV or JSON and name that file'),
  }),
  contents_unreadable: (a) => ({
    what: `is ${a.kind} that cannot be read: ${a.reason}`,
    details: tryThis('export it as CSV or JSON and name that file'),
  }),
  archive_refused: (a) => ({
    what: `is a ZIP archive that is not unpacked: ${a.reason}`,
    details: tryThis('unpack it first, and name the files'),
  }),
  pdf_needs_browser: () => ({
    what: 'PDF is printed by Chromium, Chrome or Edge, and none was found',
    details: tryThis('-o report.html, open it and print it to a file; or set CHROME_PATH to such a browser'),
  }),
  pdf_failed: (a) => ({
    what: `${a.browser} did not print the page: ${a.reason}`,
    details: tryThis('-o report.html, open it and print it to a file'),
  }),
  bad_ticket_url: (a) => ({
    what: `"${a.address}" is no address of a ticket: it begins with https:// and has ${a.place} where the number goes`,
    details: tryThis("--ticket-url 'https://acme.zendesk.com/agent/tickets/{id}'"),
  }),
  no_data_files: (a) => ({
    what: 'holds no data files',
    details: [
      ['looked for', list(a.endings)],
      ...(Array.isArray(a.found) && a.found.length > 0 ? [['found', list(a.found)] as const] : []),
    ],
  }),
  files_passed_over: (a, n) => ({
    what: `${n} ${n === 1 ? 'file' : 'files'} passed over, not data by the ending: ${list(a.files)}`,
  }),
  same_file_twice: () => ({ what: 'named more than once; read once' }),
  encoding_guessed: (a) => ({ what: `not valid UTF-8: read as ${a.encoding}` }),
  bytes_not_utf8: (a, n) => ({
    what: `${n} ${n === 1 ? 'byte is' : 'bytes are'} not valid UTF-8, read as ${a.encoding}`,
  }),
  bytes_no_character: (a, n) => ({
    what: `${n} ${n === 1 ? 'byte is' : 'bytes are'} no character of ${a.encoding}, which the file was taken for`,
  }),
  lines_unwrapped: () => ({ what: 'lines are one quoted cell each: read as the rows that lie in them' }),
  gzip_cut: (a) => ({ what: `the compressed file is damaged (${a.reason}); what came before was kept` }),
  file_cut: (a) => ({
    what: `the file ends in the middle of a row (${a.reason}); the whole rows before it were kept`,
  }),
  json_cut: (a) => ({
    what: `the JSON ends or breaks at record ${a.record}; the ${a.rows} whole records before it were kept`,
  }),
  quotes_repaired: (_, n) => ({ what: `${rows(n)} with stray quotes, read as well as they can be` }),
  quote_lost: (_, n) => ({
    what: `${rows(n)} with a quote that is never closed; ${n === 1 ? 'that line was' : 'those lines were'} read with quotes as plain characters`,
  }),
  headers_repeated: (_, n) => ({
    what: `the header is repeated inside the data${n === 1 ? '' : ` (${n} times)`}; passed over`,
  }),
  conflict_markers: (_, n) => ({
    what: `${n} git conflict ${n === 1 ? 'marker' : 'markers'} passed over; both sides of the conflict were read`,
    details: [['try', 'resolve the conflict, then run again']],
  }),
  trailer_passed_over: (a, n) => ({
    what: `${n} ${n === 1 ? 'line' : 'lines'} after the data passed over: ${a.text}`,
  }),
  row_too_long: (a) => ({
    what: `one row is longer than ${a.limit}; no closing quote or line end was found`,
    details: [['try', 'check that this is a CSV or JSON export and that its quotes are closed']],
  }),
  records_not_json: (_, n) => ({ what: `${n} ${n === 1 ? 'line' : 'lines'} around the records passed over` }),

  no_rows: () => ({
    what: 'a header and no rows: nothing to measure',
    details: [['try', 'export again, with a wider period or without a filter']],
  }),

  // --- rows ------------------------------------------------------------------------------------------------
  row_rejected: (a, n) => ({ what: `${rows(n)} left out: ${rejectReasons[String(a.reason)] ?? a.reason}` }),
  too_many_rejected: (a, n) => ({
    what: `${n} of ${a.rows} rows cannot be used (${a.percent} %), more than --max-rejected allows (${a.limit} %)`,
    details: [
      ['reason', rejectReasons[String(a.reason)] ?? String(a.reason)],
      ...(a.columns === undefined ? [] : [['columns', list(a.columns)] as const]),
      ...(a.columns === undefined
        ? []
        : [
            [
              'try',
              `--map ${a.field}=Column for another column, --rejects rejects.csv to see the rows`,
            ] as const,
          ]),
      ['try', '--rejects rejects.csv to see them, --max-rejected 100% to go on without them'],
    ],
  }),

  // --- surveys and customers -----------------------------------------------------------------------------
  answers_joined: (a) => {
    const of = Number(a.answers) - Number(a.lost);
    const ways = [
      Number(a.byId) > 0 ? `${a.byId} by ticket id` : '',
      Number(a.byCustomer) > 0 ? `${a.byCustomer} by customer and time` : '',
    ].filter((way) => way !== '');
    const lost =
      Number(a.lost) === 0
        ? ''
        : `; ${a.lost} ${Number(a.lost) === 1 ? 'has' : 'have'} none and ${Number(a.lost) === 1 ? 'counts' : 'count'} under no group, agent or channel`;
    return {
      what: `${of} of ${a.answers} answers belong to a ticket here${ways.length > 0 ? ` (${ways.join(', ')})` : ''}${lost}`,
      details: [
        ...(Number(a.strangers) > 0
          ? [['found', `${a.strangers} that name a ticket which is not in these files`] as const]
          : []),
        ...(Array.isArray(a.names)
          ? [['found', `customers are ${a.names[0]} here and ${a.names[1]} in the tickets`] as const]
          : []),
        ...(Number(a.lost) > 0
          ? [['try', "the tickets of the same time, or --map ticket_id='…' and --map customer='…'"] as const]
          : []),
      ],
    };
  },
  answers_repeated: (_a, n) => ({
    what: `${n} ${n === 1 ? 'answer stands' : 'answers stand'} in another file too; each counts once`,
  }),
  answers_without_response: (_a, n) => ({
    what: `${rows(n)} left out: answers of responses that are not here`,
  }),
  ticket_answered_again: (_a, n) => ({
    what: `${tickets(n)} with several answers: all count as answers, the last one is the ticket's own rating`,
  }),
  ids_written_otherwise: (a, n) => ({
    what: `${n} ticket ${n === 1 ? 'id is' : 'ids are'} written otherwise in the tickets (${ways(a.ways)}): "${a.here}" here is "${a.there}" there; joined, as each pairs with one`,
  }),
  people_written_otherwise: (a, n) => ({
    what: `${n} ${n === 1 ? 'customer or author is' : 'customers or authors are'} written otherwise than in the other files (${ways(a.ways)})${a.here === undefined ? '' : `: "${a.here}" here is "${a.there}" there`}; joined, as each pairs with one`,
  }),
  answers_apart: (a, n) => {
    const [why, hint] = apartReasons[String(a.reason)] ?? apartReasons.other_survey;
    return {
      what: `${n} ${n === 1 ? 'answer' : 'answers'} to ${list(a.surveys)} set apart: ${why.replace('{range}', String(a.range))}`,
      details: hint === '' ? [] : tryThis(hint),
    };
  },
  survey_questions: (a) => ({
    what: `several surveys, each measured by itself: ${list(a.surveys)}`,
    details: (Array.isArray(a.more) ? a.more : []).map((more) => ['try', `--survey '${more}'`] as const),
  }),
  answers_undated: (a, n) => ({
    what: `${n} of ${a.all} answers ${n === 1 ? 'has' : 'have'} no date: counted in the whole, left out of every split by time`,
    details: tryThis("--map answered_at='…'"),
  }),
  unknown_survey: (a) => ({
    what: `no survey is called "${a.survey}"`,
    details: [...labelled('found', a.known)],
  }),
  half_points: (_a, n) => ({
    what: `${n} NPS ${n === 1 ? 'answer is' : 'answers are'} in half points: below 7 counts as detractor, below 9 as passive`,
  }),
  survey_dimension: (a) => ({
    what:
      Array.isArray(a.known) && a.known.length > 0
        ? 'tickets cannot be told apart by survey: only answers belong to one'
        : 'the files hold no surveys',
    details: [...labelled('found', a.known), ['try', '--metric csat,nps,ces --by survey']],
  }),
  no_retention: (a) => ({
    what: a.kind === undefined ? 'nothing here tells who stays' : `nothing here tells who stays by ${a.kind}`,
    details: [
      [
        'looked for',
        'customers with a start (and an end), orders or logins with a date, tickets with a requester',
      ],
      ...(Array.isArray(a.has) && a.has.length > 0 ? [['found', list(a.has)] as const] : []),
      ...(a.because === undefined ? [] : [['found', String(a.because)] as const]),
      ['try', '--customers FILE, --activity FILE, or --map requester=… for tickets'],
    ],
  }),
  customers_endless: (a) => ({ what: `who stays is not taken from the list of customers: ${a.because}` }),
  customers_not_pooled: (a) => ({
    what: `left out: its customers are told by "${a.key}", those of ${a.other} by "${a.otherKey}", and no value is the same`,
    details: [['try', "--map 'customer=…' with the column that both have, or one file at a time"]],
  }),
  policy_unreached: (a) => ({
    what:
      a.before === undefined
        ? `no ticket is under the SLA policy "${a.policy}"`
        : `the SLA policy "${a.policy}" can never hold: "${a.before}" before it takes every ticket`,
    details:
      a.before === undefined ? [] : [['try', `a "when:" for "${a.before}", or "${a.policy}" before it`]],
  }),
  holidays_passed_over: (a, n) => ({
    what: `${n} ${n === 1 ? 'event' : 'events'} passed over, so these days count as usual: ${list(a.names)}${n > (Array.isArray(a.names) ? a.names.length : 0) ? ', …' : ''}`,
    details: [['try', 'holidays: with the dates, for events that close a day']],
  }),
  customer_column_lacking: (a) => ({
    what: `the list of customers has no column "${a.column}"`,
    details: [['try', 'deskstat inspect, which lists the columns of every file']],
  }),

  // --- recognition -----------------------------------------------------------------------------------------
  no_created_at: (a) => ({
    what: 'no column for the time a ticket was created',
    details: [['looked for', list(a.lookedFor)], ['found', list(a.found)], ...tryThis(a.try)],
  }),
  dates_too_coarse: (a) => ({
    what: `"${a.column}" holds ${a.what} ("${a.example}"), and ${a.field} needs the day`,
    details: [
      ...(a.found === undefined ? [] : [['found', list(a.found)] as const]),
      ['try', `an export with whole dates, or --map ${a.field}=Column for another column`],
    ],
  }),
  undated_messages: (a) => ({
    what: 'the messages of these conversations have no dates, so nothing can be timed',
    details: [
      ['found', list(a.found)],
      [
        'try',
        'deskstat issues to find recurring issues in what customers wrote, --map sent_at=Column if a column holds dates',
      ],
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
    details: [['looked for', `one column for ${a.field}`], ['found', list(a.found)], ...tryThis(a.try)],
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
  dates_swapped: (a) => ({
    what: `days and months of ${list(a.columns)} were swapped wherever the day is 12 or less, as a spreadsheet does`,
    details: [['try', 'export again and do not open the file in a spreadsheet before']],
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
  duration_unit_guessed: (a) => ({
    what: `"${a.column}" is read in ${a.unit}, as it then equals the time between the stamps`,
  }),
  coverage_unsettled: (a) => ({
    what: `how ${list(a.files)} was cut is not said in the settings, or otherwise than of other files; it is taken from the data`,
    details: [['try', '--coverage created, or "coverage" of these files in deskstat.yaml']],
  }),
  scale_guessed: (a) => ({
    what: `ratings in "${a.column}" are read on the scale ${a.scale}`,
    details: tryThis(a.try),
  }),
  effort_direction_unknown: (a) => ({
    what: `"${a.column}" does not say whether a low effort score is good`,
    details: tryThis(a.try),
  }),

  nothing_to_measure: (a) => ({
    what: 'nothing to measure: no table of tickets, events, messages, surveys or customers',
    details: [
      ...labelled('found', a.found),
      ...labelled('columns', a.columns),
      ['try', `${a.try} where each row is a ticket; deskstat inspect shows what each file is`],
    ],
  }),
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
    details: [['try', '--baseline last-week.json, a saved "deskstat metrics --format json"']],
  }),
  baseline_unusable: (a) => ({
    what: `cannot be a baseline: ${a.reason}`,
    details: [['try', 'deskstat metrics tickets.csv --period last-week --format json > last-week.json']],
  }),
  baseline_mismatch: (a) => ({
    what: `cannot be compared with this run: ${a.reason}`,
    details: [['try', 'the same options for both, or a new baseline']],
  }),
  saved_unusable: (a) => ({
    what: `cannot be compared: ${a.reason}`,
    details: [['try', 'deskstat metrics tickets.csv --every week --format json > old.json']],
  }),
  saved_mismatch: (a) => ({
    what: `cannot be compared: ${a.reason}`,
    details: [['try', 'make both with the same command, zone and version']],
  }),
  sla_pauses_unknown: (a) => ({
    what: `SLA ${list(a.policies)}: the export does not say when tickets were ${list(a.states).replaceAll('_', ' ').replace(', ', ' or ')}, so that time counts`,
    details: [['try', 'add an export of status changes (events), or leave pause_on out']],
  }),
  data_too_old: (a) => ({
    what: `the newest stamp of the data is ${a.asOf}, ${a.age} ago, and --max-age allows ${a.limit}`,
    details: [['try', 'a newer export']],
  }),
  age_not_checked: (a) => ({
    what: `data up to ${a.asOf}; its age was not checked`,
    details: [['try', '--max-age 36h, or max_age: 36h in deskstat.yaml']],
  }),
  truncated_refused: () => ({
    what: 'the file is cut short, and what is missing could change any verdict',
    details: [['try', 'a whole export, or --allow-truncated']],
  }),
  settings_twice: (a) => ({
    what: `a second settings file lies beside it: ${a.other}`,
    details: [['try', '--config with the one that is meant, or remove the other']],
  }),
  settings_unused: (a) => ({
    what: `not used, as ${a.used} is`,
    details: [['try', '--config with this file']],
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
    details: [['try', '--map subject=Column, or an export with subjects']],
  }),
  too_many_rows_for_a_sheet: (a) => ({
    what: `a sheet of a workbook holds 1,048,575 rows, and these are ${a.rows}`,
    details: [['try', '-o rows.csv, or fewer rows with --where or --period']],
  }),
  unknown_issue: (a) => ({ what: `there is no issue ${a.id}`, details: [['known', list(a.known)]] }),
  // --- segments --------------------------------------------------------------------------------------------
  unknown_dimension: (a) => ({
    what: `"${a.name}" is no dimension`,
    details: [
      ['known', `${list(a.known)}, column:NAME`],
      ...tryThis(a.near === undefined ? `column:"${a.name}" for a column of that name` : String(a.near)),
    ],
  }),
  dimension_lacking: (a) => ({
    what: `the data has no "${a.name}"`,
    details: [['found', list(a.has)]],
  }),

  // --- values ----------------------------------------------------------------------------------------------
  cell_unreadable: (a, n) => ({
    what: `${n} ${n === 1 ? 'cell' : 'cells'} of "${a.column}" cannot be read as ${a.field} and ${n === 1 ? 'counts' : 'count'} as missing`,
  }),
  ids_lost_digits: (a, n) => ({
    what: `${rows(n)}: "${a.column}" lost digits in a spreadsheet (1.03006E+13), so these tickets have no id`,
    details: [['try', 'export again and do not save the file from a spreadsheet']],
  }),
  local_time_repeated: (a, n) => ({
    what: `${n} ${n === 1 ? 'stamp' : 'stamps'} of "${a.column}" fall into an hour that the clock repeated; read as the earlier one`,
  }),
  local_time_skipped: (a, n) => ({
    what: `${n} ${n === 1 ? 'stamp' : 'stamps'} of "${a.column}" fall into an hour that the clock skipped; read one gap later`,
  }),
  date_order_contradicted: (a, n) => ({
    what: `${n} ${n === 1 ? 'date' : 'dates'} of "${a.column}" fit only the other order of day and month`,
    details: [['try', '--date-order day or --date-order month']],
  }),
  rows_not_data: (_a, n) => ({ what: `${rows(n)} left out: previews or tests, not answers` }),
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
    details: [['try', '--map requester=Column or --map id=Column']],
  }),
  row_numbers: (a) => ({
    what:
      a.id === undefined
        ? `"${a.column}" counts the rows and is no id`
        : `"${a.column}" counts the rows; the id is "${a.id}"`,
    details: [['try', `--map id='${a.column}' where it is the id`]],
  }),
  key_found: (a) => ({
    what: `"${a.column}" comes back and decides when each row's ticket began and ended: its rows are one ticket`,
    details: [['try', '--map id=- where each row is a ticket']],
  }),
  ids_joined: (a) => ({
    what: `ids in "${a.column}" repeat; a ticket is told by "${a.within}" and "${a.column}" together`,
    details: [['try', `--map id='${a.column}' where it is the id`]],
  }),
  no_ids: () => ({
    what: 'no column tells tickets apart: each row counts as a ticket, and nothing of another file can be joined to it',
    details: [['try', '--map id=Column to name the column that tells tickets apart']],
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
      ['try', '--map id=Column to name the column that tells tickets apart'],
      ['', '--events FILE where a row is one change of a ticket'],
    ],
  }),
  same_id_other_desk: (a) => ({
    what: `${a.first} and ${a.second} share the id ${a.id} but were created at different times`,
    details: [['try', '--source east.csv=east --source west.csv=west where they come from different desks']],
  }),
  period_empty: (a, n) => ({
    what: `no ticket was created in ${a.period}; the files hold ${tickets(n)}, created ${a.from} to ${a.to}: try --period ${a.nearest}`,
  }),
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
    details: [['try', 'an export with the stamp of the event, or with a count of replies']],
  }),
  tickets_removed_by_column: (a, n) => ({
    what: `"${a.column}" says that ${tickets(n)} ${n === 1 ? 'is' : 'are'} ${markReasons[String(a.reason)] ?? a.reason}; left out of every figure`,
  }),
  messages_by_machines: (a, n) => ({
    what: `"${a.column}" says that ${n} ${n === 1 ? 'message is' : 'messages are'} a machine’s: no ${n === 1 ? 'answer of a person' : 'answers of people'}`,
  }),
  tickets_begun_by_desk: (a, n) => ({
    what: `"${a.column}" says that the desk began ${n === 1 ? '1 conversation' : `${n} conversations`}: ${n === 1 ? 'it has' : 'they have'} no first response`,
  }),
  question_at_creation: (_a, n) => ({
    what: `${n} ${n === 1 ? 'conversation lacks its' : 'conversations lack their'} opening message: the clock starts when the ticket was created`,
  }),
  question_by_ticket: (_a, n) => ({
    what: `some of ${n} conversations hold their opening message, others do not: the clock starts at a customer message within a minute of creation, else at creation`,
  }),
  messages_not_recorded: (_a, n) => ({
    what: `${tickets(n)} without messages are not covered by the messages that were read; their replies are not recorded`,
    details: [['try', '--complete if nobody wrote in them']],
  }),
  tickets_without_messages: (_a, n) => ({
    what: `nobody can tell whether ${tickets(n)} without messages went unanswered or are not recorded`,
    details: [['try', '--complete if nobody wrote in them']],
  }),
  nobody_wrote: (_a, n) => ({ what: `${tickets(n)} without messages: nobody wrote in them` }),
  messages_without_author: (_a, n) => ({
    what: `${n} ${n === 1 ? 'message names nobody who wrote it' : 'messages name nobody who wrote them'}; nobody’s answer`,
  }),
  authors_unknown: (_a, n) => ({
    what: `${n} ${n === 1 ? 'message does' : 'messages do'} not say who wrote; what people answered when is unknown`,
    details: [['try', '--map author=COLUMN or --map author_role=COLUMN']],
  }),
  none_open: (_a, n) => ({
    what: `none of ${tickets(n)} is open: so it is where all were worked off, and in an export of solved tickets alone, which holds neither the backlog nor who is unanswered`,
    details: [['try', '--coverage solved if it holds solved tickets only']],
  }),
  open_again: (_a, n) => ({ what: `${tickets(n)} open again after a solve; they count as open` }),
  sides_disagree: (a, n) => ({
    what: `${a.left} and ${a.right} differ on ${n} of ${a.compared} ${a.compared === 1 ? 'ticket' : 'tickets'}; figures use ${a.used}`,
    details: [
      ...labelled('found', a.examples),
      ...(a.pattern === 'factor'
        ? [['found', `one is ${a.factor} times the other: another unit?`] as const]
        : []),
      ...(a.pattern === 'right_smaller'
        ? [
            ['found', `${a.right} is nearly always the smaller one: measured in working hours?`] as const,
            ['try', `--map ${a.business}=… for a column of working hours`] as const,
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
    what: `${tickets(n)}: ${a.field} left out, ${voidReasons[String(a.reason)] ?? a.reason}`,
  }),

  pseudonyms_unsalted: () => ({
    what: 'pseudonyms are made without a secret of yours: whoever knows a name can find its pseudonym',
    details: [['try', 'DESKSTAT_SALT, or pseudonym_salt in deskstat.yaml, with a long random text']],
  }),

  // --- written files ---------------------------------------------------------------------------------------
  output_is_input: () => ({
    what: 'this file is being read and must not be written over',
    details: [['try', '-o with another name']],
  }),
  output_exists: (a) => ({ what: 'already there, and not written over', details: tryThis(a.try) }),
  output_unwritable: (a) => ({
    what: `cannot be written: ${a.reason}`,
    details: [['try', '-o with a file in a folder you may write to']],
  }),

  // --- observations ----------------------------------------------------------------------------------------
  observations_broken: (a) => ({ what: `these observations cannot be used: ${a.reason}` }),
  observations_lack: (a) => ({
    what: `there are no observations of ${a.what}${a.reason ? `: ${a.reason}` : ''}`,
    details: [
      ['found', list(a.has)],
      ['try', `deskstat observe with ${a.option} ${a.what}`],
    ],
  }),
  not_sharded: (a) => ({
    what: `a shard has no ${list(a.metrics)}: ${a.reason}`,
    details: [['try', 'observe it without --shard']],
  }),
  sql_cannot: (a) => ({
    what: `a query cannot compute ${a.what}`,
    details: [['try', 'deskstat metrics --observations, or with the files']],
  }),

  // --- config ----------------------------------------------------------------------------------------------
  config_syntax: (a) => ({ what: `not valid YAML: ${a.reason}`, details: tryThis(a.try) }),
  config_unknown_key: (a) => ({
    what: `unknown setting "${a.key}"${a.inside ? ` in "${a.inside}"` : ''}`,
    details: [['looked for', list(a.known)], ...tryThis(a.try)],
  }),
  config_invalid: (a) => ({
    what: `"${a.path}": ${a.reason}`,
    details: [...(a.found === undefined ? [] : [['found', String(a.found)] as const]), ...tryThis(a.try)],
  }),
  config_missing: (a) => ({ what: `"${a.path}" is missing`, details: tryThis(a.try) }),
} satisfies Record<string, Wording>;

export type ProblemCode = keyof typeof problemTexts;

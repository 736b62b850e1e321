import { list, rejectReasons, rows, tryThis, type Wording } from './words.ts';

/** What is wrong with files, and with their rows. */
export const sourceTexts = {
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
} satisfies Record<string, Wording>;

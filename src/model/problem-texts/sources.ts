import { sentence } from '../sentence.ts';
import { list, reasonOf, rows, tryThis, type Wording } from './words.ts';

/** What is wrong with files, and with their rows. */
export const sourceTexts = {
  file_not_found: (a) => ({ what: 'no such file or folder', details: tryThis(a.try) }),
  file_unreadable: (a) => ({ what: `cannot be read (${a.reason})` }),
  file_empty: () => ({ what: 'is empty' }),
  file_not_text: (a) => ({
    what: `is ${a.kind}, not a text export`,
    details: tryThis(a.try ?? sentence('hint.export_as_text')),
  }),
  contents_unreadable: (a) => ({
    what: `is ${a.kind} that cannot be read: ${a.reason}`,
    details: tryThis(sentence('hint.export_as_text')),
  }),
  archive_refused: (a) => ({
    what: `is a ZIP archive that is not unpacked: ${a.reason}`,
    details: tryThis(sentence('hint.unpack_and_name')),
  }),
  pdf_needs_browser: () => ({
    what: 'PDF is printed by Chromium, Chrome or Edge, and none was found',
    details: tryThis(sentence('hint.print_or_browser')),
  }),
  pdf_failed: (a) => ({
    what: `${a.browser} did not print the page: ${a.reason}`,
    details: tryThis(sentence('hint.print_it')),
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
  own_results_left_out: (a, n) => ({
    what: `${n} ${n === 1 ? 'file' : 'files'} left out, as deskstat wrote ${n === 1 ? 'it' : 'them'}: ${list(a.files)}`,
  }),
  same_file_twice: () => ({ what: 'named more than once; read once' }),
  encoding_guessed: (a) => ({ what: `not valid UTF-8: read as ${a.encoding}` }),
  bytes_not_utf8: (a, n) => ({
    what: `${n} ${n === 1 ? 'byte is' : 'bytes are'} not valid UTF-8, read as ${a.encoding}`,
  }),
  bytes_no_character: (a, n) => ({
    what: `${n} ${n === 1 ? 'byte is' : 'bytes are'} no character of ${a.encoding}, which the file was taken for`,
  }),
  comments_unpacked: (a) => ({
    what: `"${a.column}" holds comments (date;author;text): read as messages. The export does not say which of them are internal notes, so all count as public`,
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
    details: [['try', sentence('hint.resolve_conflict')]],
  }),
  trailer_passed_over: (a, n) => ({
    what: `${n} ${n === 1 ? 'line' : 'lines'} after the data passed over: ${a.text}`,
  }),
  totals_passed_over: (a, n) => ({
    what: `${n} ${n === 1 ? 'line' : 'lines'} of totals passed over: ${a.text}`,
  }),
  row_too_long: (a) => ({
    what: `one row is longer than ${a.limit}; no closing quote or line end was found`,
    details: [['try', sentence('hint.check_quotes')]],
  }),
  records_not_json: (_, n) => ({ what: `${n} ${n === 1 ? 'line' : 'lines'} around the records passed over` }),

  no_rows: () => ({
    what: 'a header and no rows: nothing to measure',
    details: [['try', sentence('hint.wider_export')]],
  }),

  row_rejected: (a, n) => ({ what: `${rows(n)} left out: ${reasonOf(a.reason)}` }),
  too_many_rejected: (a, n) => ({
    what: `${n} of ${a.rows} rows cannot be used (${a.percent} %), more than ${a.option} allows (${a.limit} %)`,
    details: [
      ['reason', reasonOf(a.reason)],
      ...(a.columns === undefined ? [] : [['columns', list(a.columns)] as const]),
      ...(a.columns === undefined
        ? []
        : [['try', sentence('hint.map_other', { field: String(a.field) })] as const]),
      ...(a.order === undefined ? [] : [['try', sentence('hint.date_order')] as const]),
      ['try', sentence(a.option === '--strict' ? 'hint.rejects_strict' : 'hint.rejects')],
    ],
  }),
} satisfies Record<string, Wording>;

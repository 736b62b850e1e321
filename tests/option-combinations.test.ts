import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Papa from 'papaparse';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli } from '../src/cli/program.ts';
import { type QuestionName, questionOptions } from '../src/settings/question-options.ts';
import { projectRoot } from './cli.ts';
import { hintedLines } from './hints.ts';
import { memoryIo } from './unit/cli/memory-io.ts';

// Options are tried in combinations that nobody thought of: each run ends in an answer that can be read, or in a message
// that says what is wrong. DESKSTAT_COMBINATIONS=2000 tries that many of each command.
const times = Number(process.env.DESKSTAT_COMBINATIONS ?? 25);

const folder = mkdtempSync(path.join(tmpdir(), 'deskstat-combinations-'));
const put = (name: string, lines: readonly string[]): string => {
  writeFileSync(path.join(folder, name), `${lines.join('\n')}\n`);
  return path.join(folder, name);
};
const customers = put('customers.csv', [
  'customer_id,start_date,churn_date,plan',
  ...Array.from({ length: 40 }, (_, i) => {
    const month = String((i % 9) + 1).padStart(2, '0');
    return `c${i},2025-${month}-10,${i % 4 === 0 ? `2025-1${i % 3}-05` : ''},${i % 2 ? 'Pro' : 'Basic'}`;
  }),
]);
const header = put('header.csv', ['Ticket ID,Created at,Solved at,Status,Group,Subject']);
const one = put('one.csv', ['Ticket ID,Created at,Status,Group', '1,2026-03-02T08:00:00Z,Open,Billing']);
const empty = put('empty.csv', []);
const nothing = put('nothing.json', ['[]']);
const asked = put('messages.csv', ['Ticket ID,Author role,Sent at,Body']);
const many = put('many.csv', [
  'Ticket ID,Created at,First reply at,Solved at,Status,Group,Priority,Channel,Assignee,Requester,Subject,Tags,CSAT (1-5)',
  ...Array.from({ length: 240 }, (_, i) => {
    const at = (hours: number): string => new Date(Date.UTC(2026, 0, 5) + hours * 3_600_000).toISOString();
    const hour = i * 9;
    const isOpen = i % 11 === 0;
    const cells = [
      ...[
        i + 1,
        at(hour),
        i % 13 === 0 ? '' : at(hour + 1 + (i % 7)),
        isOpen ? '' : at(hour + 20 + (i % 50)),
      ],
      ...[isOpen ? 'Open' : 'Solved', ['Billing', 'Technical', ''][i % 3], ['low', 'high', 'urgent'][i % 3]],
      ...[['email', 'chat', 'phone'][i % 3], `Agent ${i % 5}`, `c${i % 60}@example.com`],
      ...[
        ['Refund not received', 'Cannot log in', 'Late delivery'][i % 3],
        i % 2 ? 'vip urgent' : '',
        (i % 5) + 1,
      ],
    ];
    return cells.join(',');
  }),
]);
const at = (hours: number): string => new Date(Date.UTC(2026, 0, 5) + hours * 3_600_000).toISOString();
const few = ['Ticket ID', 'Created at', 'Solved at', 'Status', 'Group', 'Requester', 'Subject'];
const cellsOf = (i: number): readonly string[] => [
  ...[String(i), at(i * 9), i % 5 ? at(i * 9 + 20) : '', i % 5 ? 'Solved' : 'Flurb'],
  ...[['Billing', ''][i % 2], `c${i % 40}`, 'Refund not received'],
];
const records = Array.from({ length: 60 }, (_, i) =>
  JSON.stringify(Object.fromEntries(cellsOf(i).map((cell, column) => [few[column], cell]))),
);
const lines = put('lines.ndjson', records);
const nested = put('nested.json', [`{"tickets":[${records.join(',')}]}`]);
const messages = put('threads.csv', [
  'Ticket ID,Author role,Sent at,Body',
  ...Array.from({ length: 160 }, (_, i) => {
    const ticket = Math.floor(i / 2) + 1;
    return `${ticket},${i % 2 ? 'agent' : 'customer'},${at(ticket * 9 + (i % 2) * 2)},word ${i}`;
  }),
]);
const events = put('events.csv', [
  'Ticket ID,At,Field,Old value,New value',
  ...Array.from(
    { length: 200 },
    (_, i) => `${i + 1},${at(i * 9 + 5)},status,open,${i % 3 ? 'solved' : 'pending'}`,
  ),
]);
const orders = put('orders.csv', [
  'customer,ordered_at',
  ...Array.from({ length: 200 }, (_, i) => `c${i % 40},${at(i * 20)}`),
]);
const unusable = put('unusable.csv', [
  few.join(','),
  ...Array.from({ length: 40 }, (_, i) => (i < 34 ? cellsOf(i).join(',') : `${i},whenever,,Open,,,`)),
]);
const days2 = put('days.csv', [
  'Ticket,Opened,Closed,State',
  ...Array.from({ length: 40 }, (_, i) => `T${i},0${(i % 9) + 1}/0${(i % 7) + 1}/2026,,Open`),
]);
const inputs: readonly (readonly string[])[] = [
  [many],
  [many],
  [many, customers],
  [one],
  [header],
  [customers],
  [empty],
  [nothing],
  [asked],
  [many, header],
  [lines],
  [nested, orders, customers],
  [many, messages],
  [many, events],
  [unusable],
  [days2],
  ['no-such-file.csv'],
  ['fixtures/zendesk/minutes-and-offered-surveys.csv'],
  ['fixtures/conversations'],
  ['fixtures/event-log'],
];
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const periods = [
  'last-week',
  'this-month',
  '2026-W06',
  '2026-02',
  '2026-Q1',
  '2019',
  'all',
  'last-30-days',
  'nonsense',
];
/** Settings beside the data; each line is one, and a run takes some of them. */
const settingLines = [
  ...['tz: +05:30', 'lang: hi', 'title: Acme', 'ticket_url: https://x.example/{id}', 'week_starts: sunday'],
  ...['period: last-month', 'max_age: 36h', 'compare: year-ago', 'max_rejected: 50%', 'min_group: 4'],
  ...['pseudonyms: true', 'pseudonym_salt: abc', 'hours: Mon-Fri 09:00-18:00', 'holidays: [2026-02-05]'],
  ...[
    'calendars: {late: {hours: Mon-Fri 12:00-20:00}}',
    'checks: [first_response_time.p90 < 30h, created >= 1]',
  ],
  'sla: [{name: All, targets: {first_response: 4h, resolution: 2d}, clock: calendar}]',
  ...[
    'expect_segments: {group: [Billing, Nobody]}',
    'answers: bots',
    'csat_boxes: {1-5: 5}',
    'book: issues.yaml',
  ],
  ...['agents: {Boss: [Agent 1, Agent 2]}', 'groups: {Money: [Billing]}', 'dimensions: {plan: CSAT (1-5)}'],
  'files: [{match: many.csv, kind: tickets, coverage: touched, source_tz: Asia/Dhaka, scale: 1-5}]',
];

const days = ['2026-02-01', '2026-01-20T10:00', '2030-01-01', '2001-01-01'];
/** What options are given; one that stands nowhere here is a flag, or is not tried. */
const values: Readonly<Record<string, readonly string[]>> = {
  '--metric': [
    'created',
    'first_response_time,csat',
    'backlog,resolution_time.p90',
    'retention_rate',
    'no_metric',
  ],
  '--stat': ['p50,p90', 'mean', 'km_p50', 'max'],
  '--clock': ['calendar', 'business', 'both'],
  '--sort': ['-value', 'by_group', 'n', 'created_at', '-tickets', 'since'],
  '--by': [
    'group',
    'group,priority',
    'tags',
    'weekday,hour',
    'column:CSAT (1-5)',
    'issue',
    'assignee',
    'nothing',
  ],
  '--top': ['1', '3', '0'],
  '--min-group': ['2', '500'],
  '--where': [
    'priority = urgent',
    'group != Billing and not channel = chat',
    'created_at >= 2026-02-01',
    'assignee contains 3',
    'weekday = Mon',
    'priority = urgnt',
    '(',
  ],
  '--period': periods,
  '--since': days,
  '--until': days,
  '--every': ['day', 'week', 'month', 'quarter'],
  '--week-starts': ['sunday', 'saturday'],
  '--compare': ['previous', 'year-ago', 'none'],
  '--tz': ['Asia/Kathmandu', 'America/New_York', 'Nowhere/At_All', '+05:30', 'UTC-3'],
  '--hours': ['Mon-Fri 09:00-18:00', 'Sat-Sun 22:00-24:00'],
  '--as-of': ['2026-02-14', '2001-01-01', '2027-01-01'],
  '--max-age': ['1h', '9999d'],
  '--coverage': ['created', 'touched', 'solved', 'open', '2026-01-10..2026-02-10'],
  '--scale': ['1-5', '0-10'],
  '--answers': ['people', 'bots'],
  '--date-order': ['day', 'month'],
  '--lang': ['bn', 'hi', 'en'],
  '--in': ['resolution_time', 'csat', 'backlog'],
  '--columns': ['id', 'id,group,column:CSAT (1-5)', 'resolution_time_seconds'],
  '--soon': ['1h', '30d'],
  '--expect': [
    'created >= 1',
    'csat >= 80% by group min 2',
    'first_response_time.p90 < 4h over last-month',
    'backlog < 3 in most weeks',
  ],
  '--try': ['first_response_time < 4h', 'resolution_time <= 2d'],
  '--kind': ['tickets', 'customers', 'repeat'],
  '--fixed': ['1=2026-02-01', 'login=2026-01-20'],
  '--title': ['A week'],
  '--ticket-url': ['https://desk.example/{id}'],
  '--max-rejected': ['0%', '50%'],
  '--map': ['csat=CSAT (1-5)', 'group=Nowhere', 'nothing=Group', 'id=-'],
  '--value': ['status:Flurb=pending', 'status:Open=nothing'],
  '--source': ['west', 'many.csv=west', 'mny.csv=west'],
  '--source-tz': ['Asia/Dhaka', 'many.csv=America/Denver', 'nowhere.csv=UTC'],
  '--survey': ['CSAT (1-5)', 'nothing'],
  '--preset': ['zendesk', 'nothing'],
  '--tickets': [many, customers],
  '--messages': [messages],
  '--events': [events],
  '--customers': [customers],
  '--activity': [orders],
  '--baseline': [many, 'no-such-file.json'],
  '--book': [path.join(folder, 'book.yaml')],
  '--assign': [path.join(folder, 'assigned.csv')],
  '--rejects': [path.join(folder, 'rejects.csv')],
};
const flags: ReadonlySet<string> = new Set([
  ...[
    '--censored',
    '--wide',
    '--separately',
    '--totals',
    '--complete',
    '--no-guess',
    '--strict',
    '--excel',
    '--full',
  ],
  ...[
    '--issues',
    '--no-issues',
    '--pseudonyms',
    '--no-notes',
    '--show-agents',
    '--with-text',
    '--fail-on-too-few',
  ],
  ...['--allow-no-data', '--allow-truncated', '--ces-low-is-easy', '--why'],
]);

/** Numbers of a seed, the same everywhere. */
function numbersOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const formats = ['table', 'csv', 'json', 'ndjson', 'markdown', 'html', 'tsv', 'xlsx', 'parquet'];

function lineOf(command: QuestionName, seed: number): readonly string[] {
  const below = numbersOf(seed);
  const any = <T>(list: readonly T[]): T => list[below(list.length)];
  const known = questionOptions[command].flatMap(({ options }) =>
    options.map((option) => /--[a-z-]+/.exec(option.flags)?.[0] ?? ''),
  );
  const tried = known.filter((flag) => flag in values || flags.has(flag));
  const given = Array.from({ length: below(6) }, () => any(tried)).flatMap((flag) =>
    flag in values ? [flag, any(values[flag])] : [flag],
  );
  const named: Readonly<Partial<Record<QuestionName, readonly string[]>>> = {
    check: ['--expect', any(values['--expect'])],
    explain: [any(['csat', 'first_response_time.p90', 'backlog'])],
  };
  const format = any(formats);
  const isFile = format === 'xlsx' || format === 'parquet';
  const written = isFile ? ['-o', path.join(folder, `out.${format}`)] : ['--format', format];
  const settings = below(3) === 0 ? settingsOf(below) : [];
  return [command, ...(named[command] ?? []), ...any(inputs), ...given, ...settings, ...written];
}

function settingsOf(below: (limit: number) => number): readonly string[] {
  const some = settingLines.filter(() => below(6) === 0);
  return ['--config', put('settings.yaml', some)];
}

/** Nothing of the kind is ever data of these files. */
const broken = /\bNaN\b|Infinity|\bundefined\b|\[object |Invalid Date/;

const commands: readonly QuestionName[] = [
  ...([
    'metrics',
    'report',
    'agents',
    'tickets',
    'explain',
    'waiting',
    'check',
    'issues',
    'retention',
  ] as const),
  'inspect',
];

/** What is wrong with what a run printed; null where nothing is. */
function faultOf({ line, code, out, error }: Run): string | null {
  const [command] = line;
  if (![0, 1, 2, 3, 4].includes(code)) return `exit ${code}`;
  if (broken.test(error)) return 'a broken message';
  // A gate says what is wrong in its own format too, and what was recognised is shown before what is missing.
  if (code > 1 && out !== '')
    return ['check', 'inspect'].includes(command) ? null : 'a result beside an error';
  if (code > 1) return /^(?:error|ত্রুটি|त्रुटि): /m.test(error) ? null : 'no message';
  return broken.exec(out)?.[0] ?? unreadable(out, line.at(-1) ?? '');
}

function unreadable(out: string, format: string): string | null {
  const texts = format === 'json' ? [out] : format === 'ndjson' ? out.split('\n').filter(Boolean) : [];
  try {
    for (const text of texts) JSON.parse(text);
  } catch {
    return 'no JSON';
  }
  if (format !== 'csv' && format !== 'tsv') return null;
  const { data } = Papa.parse<string[]>(out, {
    skipEmptyLines: true,
    delimiter: format === 'csv' ? ',' : '\t',
  });
  return new Set(data.map((row) => row.length)).size > 1 ? 'rows of several widths' : null;
}

interface Run {
  readonly line: readonly string[];
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

describe('any combination of options', () => {
  it.each(commands)('%s answers, or says what is wrong', { timeout: 600_000 }, async (command) => {
    const faults: string[] = [];
    let answered = 0;
    for (let seed = 1; seed <= times; seed++) {
      const line = lineOf(command, seed * 7919);
      const io = memoryIo({ cwd: projectRoot });
      const code = await runCli(line, io);
      const [out, error] = [io.stdout.text(), io.stderr.text()];
      if (code <= 1) answered++;
      const fault = faultOf({ line, code, out, error });
      const typed = line.map((word) => (/[^\w./=-]/.test(word) ? `'${word}'` : word)).join(' ');
      if (fault) faults.push(`${fault}: deskstat ${typed}\n${error.slice(0, 400)}`);
      for (const hinted of hintedLines(line, error)) {
        const again = memoryIo({ cwd: projectRoot });
        await runCli(hinted.line, again);
        if (again.stderr.text().split('\n').includes(hinted.mistake))
          faults.push(`a hint that does not help: deskstat ${hinted.line.join(' ')}\n${error.slice(0, 400)}`);
      }
    }
    expect(faults).toEqual([]);
    expect(answered).toBeGreaterThan(times / 25);
  });
});

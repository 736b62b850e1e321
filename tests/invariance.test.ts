import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type CliOptions, deskstatAsync } from './cli.ts';

// What figures may not depend on, tried on processes: nothing of the machine, nothing of how rows and files are laid
// out, nothing of what else was asked for.

// Many processes, on machines that do other work meanwhile.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

/** A small generator with a fixed seed (Park & Miller): the desk below is the same on every machine. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const iso = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z');

interface Ticket {
  readonly id: number;
  readonly created_at: string;
  readonly first_response_at: string;
  readonly solved_at: string;
  readonly updated_at: string;
  readonly status: string;
  readonly priority: string;
  readonly group: string;
  readonly requester: string;
  readonly assignee: string;
  readonly csat: string;
  readonly reopens: number;
  readonly tags: string;
}

/** Ninety days of a desk, across both changes of the clock in the north. */
function deskOf(shift = 0): { tickets: Ticket[]; messages: Record<string, string | number>[] } {
  const draw = numbers(20_260_311);
  const tickets: Ticket[] = [];
  const messages: Record<string, string | number>[] = [];
  for (let i = 0; i < 240; i++) {
    const created = Date.UTC(2026, 1, 1) + shift + draw(90 * 1440) * MINUTE;
    const answered = created + draw(600) * MINUTE + 61_000;
    const solved = answered + draw(9 * 1440) * MINUTE;
    const isAnswered = draw(10) > 0;
    const isSolved = isAnswered && draw(6) > 0;
    const isClosed = !isAnswered && draw(2) === 0;
    const requester = `customer${draw(70)}@example.com`;
    const assignee = ['Ann Ode', 'Bö Ærland', 'চন্দনা', '=Cy'][draw(4)];
    const id = 1000 + i;
    tickets.push({
      id,
      created_at: iso(created),
      first_response_at: isAnswered ? iso(answered) : '',
      solved_at: isSolved ? iso(solved) : '',
      updated_at: iso(isSolved ? solved : isAnswered ? answered : created),
      status: isSolved
        ? ['Solved', 'Closed'][draw(2)]
        : isClosed
          ? 'Closed'
          : ['Open', 'Pending', 'On-hold'][draw(3)],
      priority: ['Low', 'Normal', 'High', 'Urgent', ''][draw(5)],
      group: ['Billing', 'Technical', 'Éclair', ''][draw(4)],
      requester,
      assignee,
      csat: isSolved && draw(3) === 0 ? String(1 + draw(5)) : '',
      reopens: isSolved ? (draw(8) === 0 ? 1 : 0) : 0,
      tags: ['vip', 'vip, refund', 'refund', ''][draw(4)],
    });
    messages.push({
      ticket_id: id,
      created_at: iso(created),
      author: requester,
      author_role: 'customer',
      public: 'true',
      body: `question ${i}`,
    });
    if (isAnswered)
      messages.push({
        ticket_id: id,
        created_at: iso(answered),
        author: assignee,
        author_role: 'agent',
        public: 'true',
        body: `answer ${i}`,
      });
  }
  return { tickets, messages };
}

const headers = {
  id: 'Ticket ID',
  created_at: 'Created at',
  first_response_at: 'First response at',
  solved_at: 'Solved at',
  updated_at: 'Updated at',
  status: 'Status',
  priority: 'Priority',
  group: 'Group',
  requester: 'Requester',
  assignee: 'Assignee',
  csat: 'Satisfaction rating (1-5)',
  reopens: 'Reopens',
  tags: 'Tags',
} as const;

const quoted = (value: string | number): string =>
  /[",\n]/.test(String(value)) ? `"${value}"` : String(value);

function csvOf(rows: readonly object[], names: Readonly<Record<string, string>>): string {
  const keys = Object.keys(names);
  const lines = rows.map((row) => keys.map((key) => quoted((row as Record<string, string>)[key])).join(','));
  return `${Object.values(names).join(',')}\n${lines.join('\n')}\n`;
}

const messageNames = {
  ticket_id: 'ticket_id',
  created_at: 'created_at',
  author: 'author',
  author_role: 'author_role',
  public: 'public',
  body: 'body',
};

const folder = mkdtempSync(path.join(tmpdir(), 'deskstat-invariance-'));
const inFolder = (name: string): string => path.join(folder, name);

beforeAll(() => {
  const { tickets, messages } = deskOf();
  const draw = numbers(7);
  const shuffled = <T>(rows: readonly T[]): T[] =>
    rows
      .map((row) => ({ row, key: draw(1 << 30) }))
      .sort((a, b) => a.key - b.key)
      .map(({ row }) => row);
  const write = (name: string, rows: { tickets: readonly Ticket[]; messages: readonly object[] }): void => {
    mkdirSync(inFolder(name), { recursive: true });
    writeFileSync(path.join(inFolder(name), 'tickets.csv'), csvOf(rows.tickets, headers));
    writeFileSync(path.join(inFolder(name), 'messages.csv'), csvOf(rows.messages, messageNames));
  };
  write('plain', { tickets, messages });
  write('shuffled', { tickets: shuffled(tickets), messages: shuffled(messages) });
  write('moved', deskOf(21 * DAY));
  mkdirSync(inFolder('json'));
  const records = tickets.map((ticket) =>
    Object.fromEntries(
      Object.entries(ticket).map(([key, value]) => [
        headers[key as keyof Ticket],
        value === '' ? null : key === 'csat' ? Number(value) : value,
      ]),
    ),
  );
  writeFileSync(path.join(inFolder('json'), 'tickets.json'), JSON.stringify(records, null, 1));
  writeFileSync(
    path.join(inFolder('json'), 'tickets.ndjson'),
    records.map((record) => `${JSON.stringify(record)}\n`).join(''),
  );
  mkdirSync(inFolder('elsewhere/deeper'), { recursive: true });
  cpSync(inFolder('plain'), inFolder('elsewhere/deeper'), { recursive: true });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const files = ['tickets.csv', 'messages.csv'];
const commands: readonly (readonly string[])[] = [
  ['metrics', ...files, '--by', 'group,priority', '--totals', '--format', 'csv'],
  [
    'metrics',
    ...files,
    '--every',
    'week',
    '--compare',
    'previous',
    '--format',
    'json',
    '--tz',
    'Europe/Berlin',
  ],
  [
    'metrics',
    'tickets.csv',
    '--by',
    'tags',
    '--hours',
    'Mon-Fri 09:00-18:00',
    '--tz',
    'America/New_York',
    '--top',
    '2',
  ],
  [
    'metrics',
    ...files,
    '--by',
    'weekday,hour',
    '--metric',
    'created,first_response_time',
    '--format',
    'ndjson',
  ],
  ['tickets', ...files, '--format', 'csv'],
  ['tickets', 'tickets.csv', '--in', 'repeat_contact_rate', '--period', '2026-02', '--format', 'json'],
  ['explain', 'first_response_time', ...files],
  ['explain', 'repeat_contact_rate.share', 'tickets.csv', '--format', 'json', '--lang', 'bn'],
  ['inspect', ...files],
  ['inspect', 'tickets.csv', '--format', 'json'],
];

interface Output {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

/** Runs commands two at a time, as the machine is shared. */
async function runAll(argLists: readonly (readonly string[])[], options: CliOptions): Promise<Output[]> {
  const outputs: Output[] = [];
  for (let i = 0; i < argLists.length; i += 2) {
    const pair = argLists.slice(i, i + 2).map((args) => deskstatAsync(args, options));
    outputs.push(...(await Promise.all(pair)));
  }
  return outputs;
}

let plain: Output[] = [];

describe('what no byte of an output depends on', () => {
  beforeAll(async () => {
    plain = await runAll(commands, { cwd: inFolder('plain') });
  });

  it('has outputs to compare', () => {
    for (const [index, { code, stdout, stderr }] of plain.entries()) {
      expect(code, `${commands[index].join(' ')}: ${stderr}`).toBe(0);
      expect(stdout.length).toBeGreaterThan(200);
    }
  });

  it('the order of rows', async () => {
    // What names the bytes of a file has to change with them.
    const anyBytes = (each: Output): Output => ({
      ...each,
      stdout: each.stdout.replace(/"sha256": "\w+"/g, '"sha256": ""'),
    });
    const outputs = await runAll(commands, { cwd: inFolder('shuffled') });
    expect(outputs.map(anyBytes)).toEqual(plain.map(anyBytes));
  });

  it.each([
    ['zone of the machine', { TZ: 'Pacific/Kiritimati' }],
    ['locale and width', { LANG: 'bn_BD.UTF-8', LC_ALL: 'tr_TR.UTF-8', LANGUAGE: 'hi', COLUMNS: '200' }],
  ])('the %s', async (_, env) => {
    expect(await runAll(commands, { cwd: inFolder('plain'), env })).toEqual(plain);
  });

  it('the working directory', async () => {
    const deeper = commands.map((args) =>
      args.map((arg) => (files.includes(arg) ? path.join('deeper', arg) : arg)),
    );
    const outputs = await runAll(deeper, { cwd: inFolder('elsewhere') });
    // A longer path breaks lines elsewhere.
    const asBefore = (text: string): string => text.replaceAll('deeper/', '').replace(/\s+/g, ' ');
    const folded = (all: typeof outputs) =>
      all.map((each) => ({ ...each, stdout: asBefore(each.stdout), stderr: asBefore(each.stderr) }));
    expect(folded(outputs)).toEqual(folded(plain));
  });

  it('the order of files on the command line', async () => {
    const both = commands.filter(
      (args) => args.includes('messages.csv') && !args.includes('json') && args[0] !== 'inspect',
    );
    const swapped = both.map((args) =>
      args.map((arg) => (arg === files[0] ? files[1] : arg === files[1] ? files[0] : arg)),
    );
    const outputs = await runAll(swapped, { cwd: inFolder('plain') });
    expect(outputs.map(({ stdout }) => stdout)).toEqual(
      both.map((args) => plain[commands.indexOf(args)].stdout),
    );
  });
});

interface Row {
  readonly period: { readonly start: string; readonly end: string; readonly label: string } | null;
  readonly segment: Readonly<Record<string, string | null>>;
  readonly metric: string;
  readonly stat: string;
  readonly value: number | null;
  readonly n: number;
  readonly open: number | null;
  readonly status: string;
}

async function rowsOf(args: readonly string[], cwd = inFolder('plain')): Promise<Row[]> {
  const run = await deskstatAsync(['metrics', ...args, '--format', 'json'], { cwd });
  expect(run.code, run.stderr).toBe(0);
  return JSON.parse(run.stdout).rows;
}

describe('what figures do not depend on', () => {
  it('which other metric was asked for', async () => {
    const all = await rowsOf([...files, '--by', 'group']);
    // These look for recurring issues, which is done only for those who ask.
    const needIssues = ['channel_hops', 'first_contact_resolution_same_issue'];
    const ids = [...new Set(all.map(({ metric }) => metric))].filter((id) => !needIssues.includes(id));
    expect(ids.length).toBeGreaterThan(25);
    const alone: Row[][] = [];
    for (let i = 0; i < ids.length; i += 2) {
      const pair = ids.slice(i, i + 2).map((id) => rowsOf([...files, '--by', 'group', '--metric', id]));
      alone.push(...(await Promise.all(pair)));
    }
    for (const [index, id] of ids.entries()) {
      expect(alone[index], id).toEqual(all.filter(({ metric }) => metric === id));
    }
  });

  it('the same from messages alone, where tickets are rebuilt', async () => {
    const all = await rowsOf(['messages.csv']);
    for (const id of [
      'created',
      'repeat_contact_rate',
      'first_response_time',
      'unanswered',
      'acknowledgement_time',
    ]) {
      expect(await rowsOf(['messages.csv', '--metric', id]), id).toEqual(
        all.filter(({ metric }) => metric === id),
      );
    }
  });

  it('the export being CSV, JSON or JSON lines', async () => {
    const csv = await rowsOf(['tickets.csv', '--by', 'group', '--every', 'month']);
    expect(await rowsOf(['tickets.json', '--by', 'group', '--every', 'month'], inFolder('json'))).toEqual(
      csv,
    );
    expect(await rowsOf(['tickets.ndjson', '--by', 'group', '--every', 'month'], inFolder('json'))).toEqual(
      csv,
    );
  });

  it('all instants being moved by whole weeks: durations, shares and counts stay', async () => {
    const still = await rowsOf(files);
    const moved = await rowsOf(files, inFolder('moved'));
    expect(moved).toEqual(still);
    const weeks = await rowsOf([...files, '--every', 'week', '--by', 'group']);
    const movedWeeks = await rowsOf([...files, '--every', 'week', '--by', 'group'], inFolder('moved'));
    expect(movedWeeks.map(({ period, ...row }) => row)).toEqual(weeks.map(({ period, ...row }) => row));
  });
});

describe('sums', () => {
  it('counts over single-valued segments and over weeks add up to the whole', async () => {
    const whole = new Map((await rowsOf([...files])).map((row) => [`${row.metric}.${row.stat}`, row]));
    const counts = ['created', 'solved', 'backlog', 'unanswered', 'closed_unanswered', 'closed_unsolved'];
    for (const by of [
      'group',
      'priority',
      'group,priority',
      'requester',
      'agent',
      'weekday',
      'column:Tags',
    ]) {
      const rows = await rowsOf([...files, '--by', by]);
      for (const row of whole.values()) {
        if (row.status === 'unavailable') continue;
        const parts = rows.filter(({ metric, stat }) => metric === row.metric && stat === row.stat);
        const sum = (of: (part: Row) => number): number => parts.reduce((total, part) => total + of(part), 0);
        // A requester counts once a segment, so these are more than once over the whole.
        if (row.metric !== 'repeat_contact_rate')
          expect(
            sum(({ n }) => n),
            `${by} ${row.metric}`,
          ).toBe(row.n);
        if (row.open !== null)
          expect(
            sum(({ open }) => open ?? 0),
            `${by} ${row.metric}`,
          ).toBe(row.open);
        if (counts.includes(row.metric)) expect(sum(({ value }) => value ?? 0)).toBe(row.value);
      }
    }
    const weeks = await rowsOf([
      ...files,
      '--every',
      'week',
      '--metric',
      'created,solved,csat,first_response_time',
    ]);
    for (const [id, stat] of [
      ['created', 'count'],
      ['solved', 'count'],
      ['csat', 'share'],
      ['first_response_time', 'p50'],
    ]) {
      const total = weeks
        .filter(({ metric, stat: of }) => metric === id && of === stat)
        .reduce((sum, { n }) => sum + n, 0);
      expect(total, id).toBe(whole.get(`${id}.${stat}`)?.n);
    }
  });

  it('used + open + left out = tickets, for every metric with one entry a ticket', async () => {
    const list = await deskstatAsync(['metrics', '--list', '--format', 'json']);
    const severalATicket = [
      'next_response_time',
      'sla_next_response',
      'csat',
      'csat_mean',
      'nps',
      'ces',
      'ces_mean',
    ];
    // Not of tickets, or of recurring issues, which this desk has no texts for.
    const others = ['retention_rate', 'churn_rate', 'channel_hops', 'first_contact_resolution_same_issue'];
    const stocks = ['backlog', 'backlog_age', 'backlog_days', 'unanswered'];
    const ids = (JSON.parse(list.stdout).rows as { metric: string }[])
      .map(({ metric }) => metric)
      .filter((id) => ![...severalATicket, ...others, ...stocks].includes(id));
    let checked = 0;
    for (let i = 0; i < ids.length; i += 2) {
      const runs = ids
        .slice(i, i + 2)
        .map((id) =>
          deskstatAsync(['explain', id, ...files, '--format', 'json'], { cwd: inFolder('plain') }),
        );
      for (const run of await Promise.all(runs)) {
        expect(run.code, run.stderr).toBe(0);
        const { metric, receipt } = JSON.parse(run.stdout);
        if (receipt.figures[0].status === 'unavailable') continue;
        const leftOut = Object.values(receipt.left_out as Record<string, number>).reduce(
          (sum, n) => sum + n,
          0,
        );
        expect(receipt.used + leftOut, metric).toBe(receipt.tickets);
        checked++;
      }
    }
    expect(checked).toBeGreaterThan(14);
  });

  it('the rows behind a figure are as many as its n', async () => {
    const asked = [
      'first_response_time',
      'resolution_time',
      'repeat_contact_rate',
      'reopen_rate',
      'backlog',
      'unanswered',
      'created',
    ];
    const rows = await rowsOf([
      ...files,
      '--metric',
      asked.join(','),
      '--period',
      '2026-03',
      '--where',
      'group = Billing',
    ]);
    for (const id of asked) {
      const run = await deskstatAsync(
        [
          'tickets',
          ...files,
          '--in',
          id,
          '--period',
          '2026-03',
          '--where',
          'group = Billing',
          '--format',
          'json',
        ],
        { cwd: inFolder('plain') },
      );
      expect(JSON.parse(run.stdout).rows.length, id).toBe(rows.find(({ metric }) => metric === id)?.n);
    }
  });

  it('the table, CSV and JSON of one run show the same numbers', async () => {
    const args = ['metrics', ...files, '--by', 'group', '--metric', 'created,first_response_time.p90'];
    const csv = await deskstatAsync([...args, '--format', 'csv'], { cwd: inFolder('plain') });
    const json = await rowsOf(args.slice(1));
    const lines = csv.stdout.trim().split('\n');
    const names = lines[0].split(',');
    expect(lines.slice(1).map((line) => line.split(',')[names.indexOf('value')])).toEqual(
      json.map(({ value }) => String(value ?? '')),
    );
    expect(readFileSync(path.join(inFolder('plain'), 'tickets.csv'), 'utf8')).toBe(
      csvOf(deskOf().tickets, headers),
    );
  });
});

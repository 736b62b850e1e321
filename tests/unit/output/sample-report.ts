import type { Block, Phrase, Report, Value } from '../../../src/model/report.ts';

/** A believable weekly report, with every kind of block and every awkward value, to be looked at in each format. */

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const say = (data: string): Phrase => ({ data });
const text = (data: string): Value => ({ type: 'text', value: { data } });
const count = (value: number | null): Value => ({ type: 'count', value });
const share = (value: number | null, n?: number): Value => ({ type: 'share', value, n });
const time = (value: number | null, n?: number): Value => ({ type: 'duration', value, n, clock: 'calendar' });

/** A course that looks like data and is the same on every machine. */
export function wave(length: number, { base = 100, swing = 20, seed = 1 }): number[] {
  return Array.from({ length }, (_, index) => {
    const noise = Math.sin(seed * 12.9898 + index * 78.233) * 43758.5453;
    const weekend = index % 7 >= 5 ? 0.45 : 1;
    return Math.round(
      (base + swing * Math.sin(index / 9) + (noise - Math.floor(noise) - 0.5) * swing) * weekend,
    );
  });
}

export const dates = (length: number): string[] =>
  Array.from({ length }, (_, index) =>
    new Date(Date.UTC(2026, 8, 7) + index * day).toISOString().slice(0, 10),
  );

const weeks = Array.from({ length: 10 }, (_, index) => `2026-W${String(37 + index)}`);

const figures: Block = {
  kind: 'figures',
  items: [
    {
      metric: 'created',
      label: say('Tickets created'),
      value: { type: 'count', value: 1204 },
      before: { type: 'count', value: 1075 },
      change: { type: 'change', of: 'count', before: 1075, now: 1204, lowerIsBetter: null, verdict: 'real' },
      spark: [980, 1010, 1100, 990, 1040, 1075, 1204],
      receipt: [
        say('Tickets whose created_at lies in the week.'),
        say('1,204 used, 12 left out: 9 spam, 3 merged.'),
      ],
    },
    {
      metric: 'first_response_time',
      label: say('First response time, median'),
      value: { type: 'duration', value: 2 * hour + 5 * minute, n: 1188, clock: 'calendar' },
      before: { type: 'duration', value: 2 * hour + 31 * minute, n: 1051, clock: 'calendar' },
      change: {
        type: 'change',
        of: 'duration',
        before: 151 * minute,
        now: 125 * minute,
        lowerIsBetter: true,
        verdict: 'real',
      },
      low: 118 * minute,
      high: 133 * minute,
      spark: [170, 165, 180, 160, 155, 151, 125],
      note: say('Automatic answers under 60 s are not counted; 16 tickets have no answer yet.'),
      receipt: [
        say('Created → first public answer by a human agent.'),
        say('n = 1,188; left out: 16 without an answer yet, 0 opened by an agent.'),
      ],
    },
    {
      metric: 'resolution_time',
      label: say('Full resolution time, 90th percentile'),
      value: { type: 'duration', value: day + 4 * hour, n: 1102, clock: 'calendar' },
      before: { type: 'duration', value: 23 * hour + 20 * minute, n: 998, clock: 'calendar' },
      change: {
        type: 'change',
        of: 'duration',
        before: 1400 * minute,
        now: 1680 * minute,
        lowerIsBetter: true,
        verdict: 'small',
      },
      low: 25 * hour,
      high: 31 * hour,
      spark: [20, 22, null, 21, 24, 23, 28],
      receipt: [say('Created → last solve.')],
    },
    {
      metric: 'csat',
      label: say('CSAT'),
      value: { type: 'share', value: 0.913, n: 412 },
      before: { type: 'share', value: 0.902, n: 388 },
      change: {
        type: 'change',
        of: 'share',
        before: 0.902,
        now: 0.913,
        lowerIsBetter: false,
        verdict: 'noise',
      },
      low: 0.882,
      high: 0.937,
      spark: [0.9, 0.91, 0.89, 0.9, 0.92, 0.902, 0.913],
    },
    {
      metric: 'nps',
      label: say('NPS'),
      value: { type: 'points', value: 34, n: 3, status: 'too_few' },
      change: { type: 'change', of: 'points', before: 31, now: 34, lowerIsBetter: false, verdict: 'too_few' },
    },
    {
      metric: 'sla_first_response',
      label: say('SLA, first response'),
      value: { type: 'share', value: null, status: 'unavailable' },
    },
  ],
};

const groups: Block = {
  kind: 'table',
  id: 'groups',
  caption: say('By group, this week'),
  columns: [
    { key: 'group', label: say('Group'), type: 'text' },
    { key: 'created', label: say('Tickets'), type: 'count' },
    { key: 'frt', label: say('First response, median'), type: 'duration' },
    { key: 'frt_change', label: say('Change'), type: 'change', priority: 2 },
    { key: 'rt', label: say('Resolution, 90th percentile'), type: 'duration', priority: 3 },
    { key: 'csat', label: say('CSAT'), type: 'share', priority: 2 },
    { key: 'score', label: say('Mean rating'), type: 'score', priority: 5 },
    { key: 'last', label: say('Last ticket'), type: 'instant', priority: 4 },
  ],
  rows: [
    ['Billing', 512, 95, 120, 14.5, 0.931],
    ['Technical support, second line (EMEA)', 301, 290, 250, 61, 0.872],
    ['বিলিং ও পেমেন্ট', 188, 61, 70, 9.25, 0.955],
    ['तकनीकी सहायता', 120, 150, 149, 30, 0.9],
    ['配送サポート', 60, 44, 80, 5, null],
  ].map(([name, created, frt, before, rt, csat]) => [
    text(String(name)),
    count(Number(created)),
    time(Number(frt) * minute),
    {
      type: 'change' as const,
      of: 'duration' as const,
      before: Number(before) * minute,
      now: Number(frt) * minute,
      lowerIsBetter: true,
      verdict: 'real' as const,
    },
    time(Number(rt) * hour),
    csat === null ? share(null) : share(Number(csat), 40),
    { type: 'score' as const, value: csat === null ? null : Number(csat) * 5, outOf: 5 },
    {
      type: 'instant' as const,
      value: Date.UTC(2026, 10, 15, 9, 30),
      zone: 'Asia/Dhaka',
      precision: 'minute' as const,
    },
  ]),
  totals: [
    [
      text('Total'),
      count(1204),
      time(125 * minute),
      {
        type: 'change',
        of: 'duration',
        before: 151 * minute,
        now: 125 * minute,
        lowerIsBetter: true,
        verdict: 'real',
      },
      time(28 * hour),
      share(0.913, 412),
      { type: 'score', value: 4.61, outOf: 5 },
      { type: 'instant', value: null, zone: 'Asia/Dhaka', precision: 'minute' },
    ],
  ],
};

const heat = Array.from({ length: 7 }, (_, weekday) =>
  Array.from({ length: 24 }, (_, at) => {
    const working = at >= 8 && at <= 18 ? 1 : 0.12;
    return Math.round((weekday >= 5 ? 4 : 14) * working * (1 + 0.5 * Math.sin((at - 6) / 3)));
  }),
);

const cohorts = Array.from({ length: 8 }, (_, cohort) =>
  Array.from({ length: 8 }, (_, month) =>
    cohort + month < 8 ? 0.55 * 0.82 ** month + 0.45 - cohort * 0.01 : null,
  ),
);

const created = wave(70, { base: 170, swing: 30, seed: 3 });
const solved = wave(70, { base: 165, swing: 28, seed: 7 });
let stock = 180;
const backlog = created.map((value, index) => {
  stock += value - (solved[index] ?? 0);
  return stock;
});

export const sampleReport: Report = {
  title: say('Support report: Northwind Traders'),
  subtitle: say(
    'Week 46, 2026 (9–15 Nov), compared with week 45 · times in Asia/Dhaka · data up to 15 Nov 2026, 23:58',
  ),
  blocks: [
    {
      kind: 'list',
      items: [
        say(
          'First response got 17% faster (2h 31m → 2h 05m): Billing answered 312 more tickets within the hour.',
        ),
        say(
          'Resolution of the slowest tenth got 20% slower, nearly all of it in Technical support, second line.',
        ),
        say('“Refund not received” rose to 84 tickets (7% of all), three times its usual week.'),
      ],
    },
    figures,
    { kind: 'heading', level: 2, text: say('Where it happened') },
    groups,
    { kind: 'heading', level: 2, text: say('Volume and backlog') },
    {
      kind: 'series',
      id: 'volume',
      caption: say('Tickets created and solved a day'),
      style: 'lines',
      x: dates(70),
      unit: 'count',
      lines: [
        { label: say('Created'), values: created },
        { label: say('Solved'), values: solved },
      ],
    },
    {
      kind: 'series',
      id: 'backlog',
      caption: say('Backlog at the end of each day'),
      style: 'bars',
      x: dates(70),
      unit: 'count',
      lines: [{ label: say('Backlog'), values: backlog }],
      target: 240,
    },
    {
      kind: 'series',
      id: 'channels',
      caption: say('Tickets by channel'),
      style: 'stacked',
      x: weeks,
      unit: 'count',
      lines: ['E-mail', 'Chat', 'Web form', 'Phone'].map((label, index) => ({
        label: say(label),
        values: weeks.map((_, week) => 80 + index * 45 + ((week * (index + 3) * 17) % 60)),
      })),
    },
    {
      kind: 'series',
      id: 'responses',
      caption: say('First response time: how many tickets were answered after how long'),
      style: 'histogram',
      x: ['< 15m', '15–30m', '30m–1h', '1–2h', '2–4h', '4–8h', '8–24h', '> 1d'],
      edges: [0, 15, 30, 60, 120, 240, 480, 1440, Number.POSITIVE_INFINITY].map((edge) => edge * minute),
      unit: 'count',
      lines: [{ label: say('Tickets'), values: [88, 140, 205, 260, 231, 150, 92, 22] }],
      target: 4 * hour,
    },
    { kind: 'heading', level: 2, text: say('Recurring issues') },
    {
      kind: 'table',
      id: 'issues',
      columns: [
        { key: 'issue', label: say('Issue'), type: 'text' },
        { key: 'size', label: say('Tickets'), type: 'count' },
        { key: 'weeks', label: say('Last 10 weeks'), type: 'spark', priority: 2 },
        { key: 'trend', label: say('Trend'), type: 'text', priority: 2 },
        { key: 'csat', label: say('CSAT'), type: 'share', priority: 3 },
      ],
      rows: [
        ['“Refund not received”', [20, 22, 19, 25, 24, 28, 26, 27, 29, 84], 'spike', 0.71],
        ['Cannot log in after password reset', [60, 58, 61, 55, 52, 50, 48, 47, 46, 44], 'falling', 0.9],
        ['ইনভয়েসে ভুল নাম', [5, null, 7, 6, 5, 6, 7, 6, 6, 7], 'steady', null],
      ].map(([name, values, trend, csat]) => [
        text(String(name)),
        count((values as number[]).reduce((sum, value) => sum + value, 0)),
        { type: 'spark' as const, values: values as (number | null)[] },
        text(String(trend)),
        share(csat as number | null, 60),
      ]),
    },
    { kind: 'heading', level: 2, text: say('Satisfaction') },
    {
      kind: 'series',
      id: 'csat',
      caption: say('CSAT with its 95% interval'),
      style: 'lines',
      x: weeks,
      unit: 'share',
      target: 0.9,
      lines: [
        {
          label: say('CSAT'),
          values: [0.9, 0.91, 0.89, null, 0.9, 0.92, 0.915, 0.902, 0.9, 0.913],
          low: [0.86, 0.87, 0.85, null, 0.86, 0.88, 0.875, 0.862, 0.86, 0.882],
          high: [0.93, 0.94, 0.92, null, 0.93, 0.95, 0.945, 0.932, 0.93, 0.937],
        },
      ],
    },
    { kind: 'heading', level: 2, text: say('When tickets arrive') },
    {
      kind: 'matrix',
      id: 'hours',
      caption: say('Tickets created by weekday and hour'),
      rowLabels: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map(say),
      columnLabels: Array.from({ length: 24 }, (_, at) => say(String(at).padStart(2, '0'))),
      values: heat,
      unit: 'count',
    },
    {
      kind: 'matrix',
      id: 'cohorts',
      caption: say('Customers still active, by month of start'),
      rowLabels: Array.from({ length: 8 }, (_, month) => say(`2026-0${month + 1}`)),
      columnLabels: Array.from({ length: 8 }, (_, month) => say(`+${month}`)),
      values: cohorts,
      unit: 'share',
    },
    { kind: 'heading', level: 2, text: say('Data quality') },
    {
      kind: 'note',
      severity: 'warning',
      text: say('tickets.csv: 14 rows left out (unreadable created_at), 0.1% of the file.'),
    },
    {
      kind: 'note',
      severity: 'info',
      text: say(
        'Stamps without a zone were read as Asia/Dhaka, because the header says so. Surveys cover the same weeks as the tickets.',
      ),
    },
  ],
};

/** Values that try to leave their place. */
export const hostileTexts: readonly string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "=cmd|'/c calc'!A1",
  '+1+1',
  '-2',
  '@SUM(A1)',
  '\tTab',
  '\u001b[31mred\u001b[0m\u0007',
  '\u009b31m',
  'abc\u202Egpj.exe',
  '\u2066isolated\u2069',
  'a|b|c\nd\r\ne',
  '`code` **bold** [link](javascript:alert(1)) ![x](y)',
  'https://evil.example/ @someone #1',
  '</style></script><!--',
  '{{constructor}} $& $1',
  '\ud800 lone',
  'x'.repeat(10_000),
  'দীর্ঘ '.repeat(2_000),
  '\u0000nul',
  '👩‍👩‍👧‍👦 family',
  'שלום עולם',
];

export const hostileReport: Report = {
  title: say(hostileTexts[0] ?? ''),
  subtitle: say(hostileTexts[1] ?? ''),
  blocks: [
    { kind: 'heading', level: 2, text: say('</h2><script>alert(2)</script>') },
    {
      kind: 'figures',
      items: hostileTexts.map((value, index) => ({
        metric: `m${index}`,
        label: say(value),
        value: { type: 'text', value: say(value) },
        note: say(value),
        receipt: [say(value)],
      })),
    },
    {
      kind: 'table',
      id: 'x"><script>alert(3)</script>',
      caption: say('<b>caption</b>'),
      columns: [
        { key: 'name', label: say('<th>|name'), type: 'text' },
        { key: 'n', label: say('n'), type: 'count' },
      ],
      rows: hostileTexts.map((value, index) => [text(value), count(index)]),
    },
    {
      kind: 'series',
      id: '"onload="x',
      caption: say('</title><script>'),
      style: 'lines',
      x: ['<x>', '"y"', '&z'],
      unit: 'count',
      lines: [{ label: say('<svg onload=alert(1)>'), values: [1, 2, 3] }],
    },
    {
      kind: 'matrix',
      id: '../../etc/passwd',
      caption: say('m'),
      rowLabels: [say('<r>')],
      columnLabels: [say('<c>')],
      values: [[1]],
      unit: 'count',
    },
    { kind: 'list', items: hostileTexts.map(say) },
    { kind: 'note', severity: 'warning', text: say(hostileTexts[7] ?? '') },
  ],
};

import { describe, expect, it } from 'vitest';
import { metrics } from '../../../../src/analysis/metrics/index.ts';
import type { Finding } from '../../../../src/model/finding.ts';
import { formatsOf } from '../../../../src/model/output-formats.ts';
import type { HeadlineFigure, Overview, ReportInput } from '../../../../src/model/overview.ts';
import type { Block, Phrase } from '../../../../src/model/report.ts';
import { sentence } from '../../../../src/model/sentence.ts';
import { englishLocale, languageIds, loadLocale } from '../../../../src/output/locales/index.ts';
import { renderReport } from '../../../../src/output/renderers/index.ts';
import { buildReport } from '../../../../src/output/report/build-report.ts';
import { newsOf } from '../../../../src/output/report/news.ts';
import { countOf, csat, headline, quietOverview, reading, responseTime } from '../../../sample-overview.ts';

const noEnds = sentence('word.as_said', { text: 'the export has no ends' });

const HOUR = 3_600_000;
const english = Object.fromEntries(
  metrics.flatMap(({ id, name, definition }) => [
    [`metric.${id}`, name],
    [`metric.${id}.definition`, definition],
  ]),
);
const input = (more: Partial<Overview> = {}, rest: Partial<ReportInput> = {}): ReportInput => ({
  overview: { ...quietOverview, ...more },
  findings: [],
  problems: [],
  ...rest,
});
const strict = englishLocale({ english, strict: true });
const say = (phrase: Phrase): string => strict.phrase(phrase);
const block = <K extends Block['kind']>(made: ReportInput, kind: K, id?: string) =>
  buildReport(made).blocks.find(
    (each) => each.kind === kind && (id === undefined || ('id' in each && each.id === id)),
  ) as Extract<Block, { kind: K }>;

const response = headline(
  responseTime,
  { before: HOUR, now: 2 * HOUR },
  { verdict: 'real', leftOut: [['opened_by_agent', 3]], notes: ['measured_by_helpdesk'] },
);
const business = { ...response, clock: 'business' as const };
const created = headline(
  countOf('created'),
  { before: 180, now: 200 },
  { verdict: 'noise', limits: { low: 149.2, high: 249.9 } },
);

const resolution = {
  ...responseTime,
  metric: 'resolution_time',
};
const solvedOnly = (more: Partial<HeadlineFigure> = {}): HeadlineFigure =>
  headline(resolution, { before: 20 * HOUR, now: 25 * HOUR }, { verdict: 'noise', ...more });
/** Half of the new tickets are solved within 2 d 4 h; 214 are still open. */
const counted = {
  value: 52 * HOUR,
  low: 48 * HOUR,
  high: 60 * HOUR,
  n: 900,
  status: 'ok',
  open: 214,
} as const;

/** Every section has something to show. */
const rich = input(
  {
    headlines: [
      created,
      business,
      response,
      headline(
        csat,
        { before: 0.8, now: 0.9 },
        { verdict: 'too_few', course: [0.7, 0.8, 0.9].map((value) => reading(value)) },
      ),
    ],
    unavailable: [
      { metric: 'backlog', reason: noEnds },
      { metric: 'solved', reason: noEnds },
    ],
    segments: [
      {
        dimension: 'group',
        overlaps: true,
        columns: [responseTime, csat],
        others: 2,
        rows: [
          {
            label: { data: 'Billing' },
            kind: 'value',
            tickets: 120,
            readings: [reading(3 * HOUR, 110), reading(null, 0)],
            contrasts: [{ with: reading(HOUR), verdict: 'real' }, null],
            changes: [{ with: reading(2 * HOUR), verdict: 'noise' }, null],
          },
          {
            label: { code: 'ui.others_count', args: { count: 2 } },
            kind: 'others',
            tickets: 80,
            readings: [reading(HOUR, 70), reading(null, 0)],
            contrasts: [{ with: reading(3 * HOUR), verdict: 'real' }, null],
            changes: [null, null],
          },
        ],
      },
    ],
    volume: {
      every: 'day',
      periods: quietOverview.course,
      created: quietOverview.course.map((_, i) => i),
      solved: quietOverview.course.map((_, i) => i),
      backlog: quietOverview.course.map(() => 5),
    },
    spreads: [{ ...responseTime, edges: [0, HOUR, Number.POSITIVE_INFINITY], counts: [120, 80] }],
    arrivals: {
      from: 0,
      to: 56 * 86_400_000,
      counts: Array.from({ length: 7 }, () => new Array<number>(24).fill(1)),
    },
    waiting: {
      total: 12,
      waits: new Float64Array(12).fill(9 * HOUR),
      oldest: [
        {
          id: '4711',
          since: 0,
          waited: 9 * HOUR,
          group: { data: 'Billing' },
          priority: { code: 'priority.high' },
          channel: null,
        },
      ],
    },
    quality: { ...quietOverview.quality, removed: [['spam', 9]] },
  },
  {
    findings: [
      {
        code: 'finding.running_period',
        severity: 'info',
        args: { as_of: { type: 'instant', value: 0, zone: 'UTC', precision: 'minute' } },
      },
    ],
    problems: [{ code: 'row_rejected', severity: 'warning', args: { reason: 'no date' }, count: 3 }],
    issues: {
      tickets: 200,
      clustered: 90,
      weeks: 12,
      issues: [
        {
          id: 'i1',
          label: 'refund',
          example: '17',
          size: 40,
          share: 0.2,
          trend: 'rising',
          usual: 4,
          course: [],
          response: reading(HOUR),
          resolution: null,
          csat: reading(0.8),
        },
      ],
    },
  },
);

describe('a report', () => {
  it('has every word it uses, in every language and format', async () => {
    for (const id of languageIds) {
      const locale = await loadLocale(id, { english, strict: true });
      for (const format of formatsOf('report')) {
        const out = await renderReport(buildReport(rich), format, {
          locale,
          machineLocale: strict,
          full: true,
        });
        expect(out.length).toBeGreaterThan(100);
      }
    }
  });

  it('prints its period, the one before, n and as-of under the title', () => {
    expect(say(buildReport(rich).subtitle)).toBe(
      '26 Oct 2026 – 1 Nov 2026 · 200 tickets · compared with 19 Oct 2026 – 25 Oct 2026 · durations in business hours · data up to 2 Nov 2026, 01:00 · times in UTC',
    );
    const alone = input({ before: null, period: null, filter: 'group = Billing' });
    expect(say(buildReport(alone).subtitle)).toMatch(
      /^all the data, .* · 200 tickets · only group = Billing · data up to/,
    );
  });

  it('leaves out every section that has nothing to show, but for the summary and data quality', () => {
    expect(buildReport(input()).blocks.map(({ kind }) => kind)).toEqual(['list', 'heading', 'note']);
  });

  it('calls a period normal only where something was compared, and says where it could not be', () => {
    const codes = (more: Partial<Overview>) =>
      block(input(more), 'list').items.map((item) => ('code' in item ? item.code : ''));
    const speed = headline(responseTime, { before: HOUR, now: HOUR }, { verdict: 'noise' });
    expect(codes({ headlines: [speed] })).toEqual(['screen.normal.created', 'screen.speed.response']);
    expect(codes({ headlines: [speed], before: null })).toEqual([
      'screen.flow.created',
      'screen.speed.response',
      'screen.alone',
    ]);
    const few = headline(countOf('created'), { before: 11, now: 9 }, { verdict: 'too_few' });
    expect(codes({ headlines: [few] })).toEqual(['summary.too_few', 'screen.flow.created']);
    // Under eight weeks nobody knows how many tickets are usual here.
    expect(codes({ headlines: [few, speed] })).toEqual([
      'screen.normal.young',
      'screen.flow.created',
      'screen.speed.response',
    ]);
    // Solved tickets only: what came in is not known, and no week is called normal for what its solves say.
    const created = headline(countOf('created'), { before: 11, now: 9 }, { verdict: null });
    const part = { ...created, now: { ...created.now, status: 'edge' as const }, notes: ['edge_solved'] };
    const solved = headline(countOf('solved'), { before: 11, now: 9 }, { verdict: 'too_few' });
    const coverage = { ...quietOverview.coverage, cut: 'solved' as const };
    expect(codes({ coverage, headlines: [part, solved, speed] })).toEqual([
      'screen.normal.partly',
      'screen.flow.solved',
      'screen.speed.response',
    ]);
    expect(codes({ tickets: 0 })).toEqual(['summary.no_tickets']);
    const backlog = headline(countOf('backlog'), { before: 39, now: 39 }, { verdict: 'noise' });
    expect(codes({ tickets: 0, headlines: [backlog] })).toEqual(['summary.no_tickets']);
    // What the files do not cover is not known: that no ticket came is not said.
    const none = { ...created.now, value: null, n: 0, status: 'edge' as const };
    expect(codes({ tickets: 0, headlines: [{ ...created, now: none }, backlog] })).toEqual([
      'screen.none_covered',
    ]);
  });

  it('says once who waits, with its moment and what is a part of it', () => {
    const made = input({
      waiting: rich.overview.waiting,
      signs: { ...quietOverview.signs, overdue: { tickets: 3, limit: HOUR, oldest: 9 * HOUR } },
    });
    const said = block(made, 'list').items.map(say);
    expect(said.at(-1)).toBe(
      '12 tickets wait for a first answer on 2 Nov 2026, 01:00: 3 of them longer than 9 in 10 usually do (1h 00m), the longest for 9h 00m',
    );
    expect(said.filter((text) => text.includes('wait')).length).toBe(1);
  });

  it('says that the limit of those who wait is the calendar’s, beside figures in business hours', () => {
    const made = input({
      waiting: rich.overview.waiting,
      headlines: [business],
      signs: { ...quietOverview.signs, overdue: { tickets: 3, limit: 16 * HOUR, oldest: 9 * HOUR } },
    });
    expect(say(block(made, 'list').items.at(-1) as Phrase)).toContain('(16h 00m by the calendar)');
    const oldest = rich.overview.waiting?.oldest ?? [];
    const one = { ...made.overview, waiting: { total: 1, waits: Float64Array.of(9 * HOUR), oldest } };
    expect(say(block({ ...made, overview: one }, 'list').items.at(-1) as Phrase)).toBe(
      '1 ticket waits for a first answer on 2 Nov 2026, 01:00, longer than 9 in 10 usually do (16h 00m by the calendar): 9h 00m',
    );
  });
});

describe('news', () => {
  const finding = (code: string, severity: Finding['severity']): Finding => ({ code, severity, args: {} });

  it('is what happened in the period, not what is so in every one', () => {
    const all = ['finding.segment_worse', 'finding.closed_unanswered', 'finding.edge', 'finding.worse'].map(
      (code) => finding(code, 'warning'),
    );
    expect(newsOf(all).map(([{ code }]) => code)).toEqual(['finding.worse']);
  });

  it('comes weightiest first, what came in before what it did, one of every sort before two of one', () => {
    const all = [
      finding('finding.better', 'good'),
      finding('finding.worse', 'warning'),
      finding('finding.by_segments', 'info'),
      finding('finding.worse', 'warning'),
      finding('finding.spike_day', 'warning'),
    ];
    expect(newsOf(all).map((parts) => parts.map((each) => all.indexOf(each)))).toEqual([
      [4],
      [1, 2],
      [3],
      [0],
    ]);
  });
});

describe('headline figures', () => {
  it('say how they were counted', () => {
    const [volume, speed] = block(rich, 'figures').items;
    expect(speed.receipt?.map(say)).toEqual([
      english['metric.first_response_time.definition'],
      'Rests on 200, 26 Oct 2026 – 1 Nov 2026.',
      'Left out: 3 opened by an agent.',
      'Measured by the helpdesk itself.',
    ]);
    expect(volume.receipt?.map(say).at(-1)).toBe('The periods before let 150 to 249 be expected.');
  });

  it('stand by working hours first and once more by the calendar, each under its own name', () => {
    const groups = buildReport(rich).blocks.filter((each) => each.kind === 'figures');
    expect(groups.map(({ items }) => items.map(({ metric }) => metric))).toEqual([
      ['created', 'first_response_time.p50@business', 'csat'],
      ['first_response_time.p50'],
    ]);
  });

  it('carry the period they are of where it is another one', () => {
    const late = { ...response, period: quietOverview.course[5] };
    const [item] = block(input({ headlines: [late] }), 'figures').items;
    expect(item.note && say(item.note)).toBe(
      'Of 7 Sept 2026 – 13 Sept 2026: later ones cannot be judged yet.',
    );
  });

  it('show no change without a verdict on it', () => {
    const [item] = block(input({ headlines: [{ ...response, verdict: null }] }), 'figures').items;
    expect(item.change).toBeUndefined();
    expect(item.before).toBeDefined();
  });
});

describe('segment tables', () => {
  it('mark what is really different, never the others, and leave out columns without figures', () => {
    const table = block(rich, 'table', 'by-group');
    expect(table.columns.map(({ key }) => key)).toEqual([
      'group',
      'tickets',
      'first_response_time.p50',
      'first_response_time.p50.change',
      'stands_out',
    ]);
    expect(table.rows.map((row) => row.at(-1))).toEqual([
      {
        type: 'text',
        value: { code: 'contrast.list', args: { marks: [{ code: 'contrast.first_response_time.worse' }] } },
      },
      { type: 'text', value: { data: '' } },
    ]);
  });
});

describe('recurring issues', () => {
  const keysOf = (issue: object): readonly string[] => {
    const found = { ...rich.issues, issues: [{ ...rich.issues?.issues[0], ...issue }] };
    const table = block({ ...rich, issues: found as ReportInput['issues'] }, 'table', 'issues');
    expect(table.rows[0]).toHaveLength(table.columns.length);
    return table.columns.map(({ key }) => key);
  };

  it('have no column in which nothing stands', () => {
    expect(keysOf({})).toEqual([
      'issue',
      'tickets',
      'share',
      'trend',
      'usual',
      'first_response_time_p50',
      'csat',
      'example',
    ]);
    expect(keysOf({ trend: null, usual: null, response: null, csat: null, example: null })).toEqual([
      'issue',
      'tickets',
      'share',
    ]);
    expect(keysOf({ resolution: reading(HOUR), csat: { ...reading(0.5), status: 'too_few' } })).toEqual([
      'issue',
      'tickets',
      'share',
      'trend',
      'usual',
      'first_response_time_p50',
      'resolution_time_p50',
      'csat',
      'example',
    ]);
  });
});

describe('how long it takes', () => {
  const labels = (clock: 'calendar' | 'business') => {
    const edges = [0, HOUR, 48 * HOUR, Number.POSITIVE_INFINITY];
    const made = input({ spreads: [{ ...responseTime, clock, edges, counts: [120, 80, 10] }] });
    return block(made, 'series', 'spread-first_response_time').x;
  };

  it('names days by the calendar only: in business hours nobody knows how long one is', () => {
    expect(labels('calendar')).toEqual(['< 1h', '1h–2d', '> 2d']);
    expect(labels('business')).toEqual(['< 1h', '1h–48h', '> 48h']);
  });
});

describe('data quality', () => {
  it('says what the figures rest on, what is wrong, and in one line what cannot be told', () => {
    const notes = buildReport(rich).blocks.filter((each) => each.kind === 'note');
    expect(notes.map(({ severity, text }) => [severity, say(text)])).toEqual([
      ['warning', expect.stringContaining('no date')],
      ['info', '200 rows from 1 file. In no figure: 9 spam.'],
      ['info', 'Not available: Backlog and Solved tickets (because the export has no ends).'],
    ]);
  });

  it('names a file without its folders, which may name people', () => {
    const at = (file: string): string => {
      const warned = input(
        {},
        { problems: [{ code: 'file_cut', severity: 'warning', args: {}, where: { file, line: 9 } }] },
      );
      const [note] = buildReport(warned).blocks.filter((each) => each.kind === 'note');
      return note ? say(note.text) : '';
    };
    expect(at('/home/rahul.verma/exports/tickets.csv')).toMatch(/^tickets\.csv:9: /);
    expect(at('C:\\Users\\rahul\\tickets.csv')).toMatch(/^tickets\.csv:9: /);
    expect(at('tickets.csv')).toMatch(/^tickets\.csv:9: /);
    expect(at('-')).toMatch(/^-:9: /);
  });

  it('is said in the language of the report, with its digits', async () => {
    const bad = input(
      { unavailable: [{ metric: 'replies', reason: sentence('because.no_replies') }] },
      {
        problems: [
          {
            code: 'row_rejected',
            severity: 'warning',
            args: { reason: 'created_at_missing' },
            where: { file: 'tickets.csv' },
            count: 12,
          },
        ],
      },
    );
    const texts = async (id: 'en' | 'bn' | 'hi') => {
      const locale = await loadLocale(id, { english });
      return buildReport(bad).blocks.flatMap((each) =>
        each.kind === 'note' ? [locale.phrase(each.text)] : [],
      );
    };
    expect((await texts('en'))[0]).toBe('tickets.csv: 12 rows left out: no creation date');
    expect(await texts('bn')).toEqual([
      'tickets.csv: ১২টি সারি বাদ: তৈরির তারিখ নেই',
      '১টি ফাইল থেকে ২০০টি সারি।',
      'পাওয়া যায়নি: টিকিটপ্রতি উত্তর (কারণ এক্সপোর্টে উত্তরের সংখ্যা নেই, মেসেজও নেই)।',
    ]);
    expect((await texts('hi'))[0]).toBe('tickets.csv: 12 पंक्तियाँ छोड़ी गईं: बनने की तारीख़ नहीं है');
  });
});

describe('a median of solved tickets', () => {
  const noteOf = (figure: HeadlineFigure): string | null => {
    const [item] = block(input({ headlines: [figure] }), 'figures').items;
    return item.note ? say(item.note) : null;
  };

  it('has one line on the tickets that it leaves out', () => {
    expect(noteOf(solvedOnly({ withOpen: counted }))).toBe(
      'With the 214 still open counted in, half of the new tickets are solved within 2d 4h.',
    );
    expect(noteOf(solvedOnly({ withOpen: { ...counted, value: null, high: null } }))).toBe(
      'With the 214 still open counted in, not even half of the new tickets are solved so far.',
    );
    expect(noteOf(solvedOnly())).toBeNull();
  });

  it('says so of first responses only where it matters', () => {
    const answered = (value: number | null): string | null =>
      noteOf({ ...response, withOpen: { ...counted, value } });
    // Two hours of the answered ones: five minutes more are none worth a line, a quarter of an hour is.
    expect(answered(2 * HOUR + HOUR / 12)).toBeNull();
    expect(answered(2 * HOUR + HOUR / 4)).toBe(
      'With the 214 still waiting counted in, half of the new tickets are answered within 2h 15m.',
    );
    expect(answered(null)).toMatch(/not even half of the new tickets are answered so far/);
  });

  it('carries that median with its interval in machine formats', async () => {
    const report = buildReport(input({ headlines: [solvedOnly({ withOpen: counted })] }));
    const [{ items }] = JSON.parse(
      await renderReport(report, 'json', { locale: strict }).then(String),
    ).blocks.filter(({ kind }: { kind: string }) => kind === 'figures');
    expect(items[0].with_open).toEqual({
      metric: 'resolution_time.km_p50',
      key: 'resolution_time.km_p50',
      value: { type: 'duration', unit: 'seconds', value: 187_200, n: 900, status: 'ok', clock: 'calendar' },
      low: 172_800,
      high: 216_000,
      open: 214,
    });
    const csv = String(await renderReport(report, 'csv', { locale: strict }));
    expect(csv).toMatch(/^figures,resolution_time\.p50,value,seconds,90000,72000,/m);
    expect(csv).toMatch(/^figures,resolution_time\.km_p50,value,seconds,187200,,172800,216000,900,ok,,$/m);
  });

  it.each(languageIds)('says it in %s, in the terminal, Markdown, HTML and XLSX', async (id) => {
    const locale = await loadLocale(id, { english, strict: true });
    for (const withOpen of [counted, { ...counted, value: null }]) {
      const report = buildReport(input({ headlines: [solvedOnly({ withOpen })] }));
      for (const format of ['table', 'markdown', 'html'] as const) {
        const text = String(await renderReport(report, format, { locale, width: 300, full: true })).replace(
          /\s+/g,
          ' ',
        );
        expect(text, format).toContain(id === 'bn' ? '২১৪' : '214');
        expect(text).not.toMatch(/note\.with_open/);
      }
      expect((await renderReport(report, 'xlsx', { locale })).length).toBeGreaterThan(1000);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Report } from '../../../../src/model/report.ts';
import { englishLocale } from '../../../../src/output/locales/index.ts';
import { displayWidth } from '../../../../src/output/renderers/display-width.ts';
import { bar, shade, sparkline } from '../../../../src/output/renderers/sparks.ts';
import { renderTerminal } from '../../../../src/output/renderers/terminal.ts';
import { hostileReport, sampleReport } from '../sample-report.ts';

const locale = englishLocale({ strict: true });
const say = (data: string) => ({ data });
const report = (...blocks: Block[]): Report => ({ title: say('T'), subtitle: say('S'), blocks });
const lines = (rendered: Report, width = 80) => renderTerminal(rendered, { locale, width }).split('\n');

describe('renderTerminal', () => {
  it('says the interval of the latest value beside a line with intervals, else the range of all', () => {
    const values = [0.5, 0.9, 0.75];
    const series = (more: object): Block => ({
      ...{ kind: 'series', id: 's', caption: say('CSAT'), style: 'lines', x: ['1', '2', '3'], unit: 'share' },
      lines: [{ label: say('CSAT'), values, ...more }],
    });
    const withInterval = lines(report(series({ low: [0.4, 0.8, 0.7], high: [0.6, 1, 0.8] }))).join('\n');
    expect(withInterval).toContain('95% interval 70.0% to 80.0%');
    expect(withInterval).not.toContain('from 50.0%');
    expect(lines(report(series({}))).join('\n')).toContain('from 50.0% to 90.0%');
  });
  it('shows headline figures with change, course, what it was and n', () => {
    const items = [
      {
        metric: 'first_response_time',
        label: say('First response time'),
        value: { type: 'duration', value: 7_500_000, n: 1188 },
        before: { type: 'duration', value: 9_060_000, n: 1051 },
        change: {
          type: 'change',
          of: 'duration',
          before: 9_060_000,
          now: 7_500_000,
          lowerIsBetter: true,
          verdict: 'real',
        },
        spark: [3, 2, 1],
        note: say('Automatic answers do not count.'),
      },
      {
        metric: 'csat',
        label: say('CSAT'),
        value: { type: 'share', value: 0.9, n: 412 },
        before: { type: 'share', value: 0.91 },
        change: {
          type: 'change',
          of: 'share',
          before: 0.91,
          now: 0.9,
          lowerIsBetter: false,
          verdict: 'noise',
        },
      },
      { metric: 'nps', label: say('NPS'), value: { type: 'points', value: 34, n: 3, status: 'too_few' } },
    ] as const;
    expect(lines(report({ kind: 'figures', items }))).toEqual([
      'T',
      'S',
      '',
      '  First response time  2h 05m  ▼ −17%     █▅▁  was 2h 31m · n=1,188',
      '    Automatic answers do not count.',
      '  CSAT                  90.0%  ≈ −1.0 pt       was 91.0% · n=412',
      '  NPS                       –                  too few (n=3)',
      '  ≈ within the usual noise',
      '',
    ]);
  });

  it('drops the least important columns, then shortens words, never figures', () => {
    const table: Block = {
      kind: 'table',
      id: 't',
      columns: [
        { key: 'group', label: say('Group'), type: 'text' },
        { key: 'n', label: say('Tickets'), type: 'count' },
        { key: 'frt', label: say('First response'), type: 'duration', priority: 2 },
        { key: 'csat', label: say('CSAT'), type: 'share', priority: 3 },
      ],
      rows: [
        [
          { type: 'text', value: say('Technical support, second line') },
          { type: 'count', value: 1200 },
          { type: 'duration', value: 5_700_000 },
          { type: 'share', value: 0.872 },
        ],
      ],
      totals: [
        [
          { type: 'text', value: say('Total') },
          { type: 'count', value: 1200 },
          { type: 'duration', value: 5_700_000 },
          { type: 'share', value: null },
        ],
      ],
    };
    expect(lines(report(table), 62).slice(3)).toEqual([
      '                                                First',
      '  Group                           Tickets    response   CSAT',
      '  ──────────────────────────────────────────────────────────',
      '  Technical support, second line    1,200      1h 35m  87.2%',
      '  ──────────────────────────────────────────────────────────',
      '  Total                             1,200      1h 35m      –',
      '',
    ]);
    expect(lines(report(table), 40).slice(3)).toEqual([
      '                                   First',
      '  Group              Tickets    response',
      '  ──────────────────────────────────────',
      '  Technical suppor…    1,200      1h 35m',
      '  ──────────────────────────────────────',
      '  Total                1,200      1h 35m',
      '  not shown at this width: CSAT',
      '',
    ]);
  });

  it('keeps columns under each other in Bengali, Hindi and Japanese', () => {
    const rows = ['Billing', 'বিলিং ও পেমেন্ট', 'तकनीकी सहायता', '配送サポート', '👩‍👩‍👧‍👦'].map(
      (name, index) => [
        { type: 'text', value: say(name) } as const,
        { type: 'count', value: index } as const,
      ],
    );
    const columns = [
      { key: 'group', label: say('Group'), type: 'text' },
      { key: 'n', label: say('n'), type: 'count' },
    ] as const;
    const table = lines(report({ kind: 'table', id: 't', columns, rows })).slice(3, -1);
    expect(new Set(table.map(displayWidth)).size).toBe(1);
  });

  it('draws bars, targets and gaps', () => {
    const bars: Block = {
      kind: 'series',
      id: 's',
      caption: say('Answers'),
      style: 'histogram',
      x: ['< 1h', '1–4h', '> 4h'],
      unit: 'count',
      lines: [{ label: say('Tickets'), values: [8, 4, null] }],
      edges: [0, 3_600_000, 14_400_000, Number.POSITIVE_INFINITY],
      target: 14_400_000,
    };
    expect(lines(report(bars)).slice(3)).toEqual([
      'Answers',
      `   < 1h  8  ${'█'.repeat(40)}`,
      `  1h–4h  4  ${'█'.repeat(20)}`,
      '   > 4h  –',
      '  target 4h 00m',
      '',
    ]);
  });

  it('puts notes and headings where they belong', () => {
    const blocks: Block[] = [
      { kind: 'heading', level: 2, text: say('Data') },
      { kind: 'note', severity: 'warning', text: say('14 rows left out') },
      { kind: 'note', severity: 'info', text: say('Read as UTC') },
      { kind: 'list', items: [say('one two three four five six seven'), say('b')] },
    ];
    expect(lines(report(...blocks), 30).slice(2)).toEqual([
      '',
      'Data',
      '  ! 14 rows left out',
      '  Read as UTC',
      '',
      '  • one two three four five',
      '    six seven',
      '  • b',
      '',
    ]);
  });

  it.each([30, 45, 80, 120])('keeps to %i cells, without trailing spaces, on everything', (width) => {
    for (const each of [sampleReport, hostileReport]) {
      for (const line of lines(each, width)) {
        expect(displayWidth(line)).toBeLessThanOrEqual(width);
        expect(line).toBe(line.trimEnd());
      }
    }
  });

  it('colours only when told, and the words are the same', () => {
    const plain = renderTerminal(sampleReport, { locale });
    const coloured = renderTerminal(sampleReport, { locale, color: true });
    expect(plain).not.toContain('\u001b');
    expect(coloured).toContain('\u001b[32m▼ −17%\u001b[39m');
    expect(coloured).toContain('\u001b[31m▲ +20%\u001b[39m');
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(plain);
    expect(coloured).not.toMatch(/ +(\u001b\[\d+m)*\n/);
  });

  it('lets no control of the data through', () => {
    expect(renderTerminal(hostileReport, { locale })).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/,
    );
  });
});

describe('sparks', () => {
  it('goes from the lowest to the highest value', () => {
    expect(sparkline([0, 1, 2, 3, 4, 5, 6, 7])).toBe('▁▂▃▄▅▆▇█');
    expect(sparkline([5, null, Number.NaN, 9])).toBe('▁··█');
    expect(sparkline([5, 5])).toBe('▄▄');
    expect(sparkline([null, null])).toBe('··');
    expect(sparkline([0, 0, 10, 10], 2)).toBe('▁█');
    // The newest is never averaged into its neighbours: 0 and 2 by themselves, 8 to 8 before.
    expect(sparkline([0, 8, 8, 0], 2)).toBe('█▁');
  });

  it('draws bars in eighths and shows anything above nothing', () => {
    expect(bar(1, 4)).toBe('████');
    expect(bar(0.5, 1)).toBe('▌');
    expect(bar(0.0001, 4)).toBe('▏');
    expect(bar(0, 4)).toBe('');
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 60 }),
        (share, width) => {
          expect(displayWidth(bar(share, width))).toBeLessThanOrEqual(width);
        },
      ),
    );
  });

  it('shades in five steps', () => {
    expect([0, 0.01, 0.25, 0.26, 0.75, 1].map(shade).join('')).toBe(' ░░▒▓█');
  });
});

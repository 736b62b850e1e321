import { describe, expect, it } from 'vitest';
import type { FigureChange } from '../../../../src/model/figure-change.ts';
import type { Figure } from '../../../../src/model/metric.ts';
import { sentence } from '../../../../src/model/sentence.ts';
import { englishLocale, loadLocale } from '../../../../src/output/locales/index.ts';
import { changeLegend, metricTableColumns } from '../../../../src/output/renderers/metric-rows.ts';
import { renderRows } from '../../../../src/output/renderers/row-report.ts';
import { writeRows } from '../../../../src/output/renderers/rows.ts';
import {
  changeCells,
  changeKeys,
  metricColumns,
  metricRow,
} from '../../../../src/output/report/metric-rows.ts';

const figure: Figure = {
  period: { start: 0, end: 604_800_000, label: '2026-W46', complete: true },
  segment: { group: 'Billing' },
  metric: 'first_response_time',
  kind: 'duration',
  stat: 'p90',
  clock: 'calendar',
  value: 14_400_000,
  n: 312,
  low: 13_000_500,
  high: null,
  open: 12,
  status: 'ok',
  reason: null,
  clockSource: 'own',
};
const iso = (at: number): string => new Date(at).toISOString().replace('.000Z', '+00:00');

describe('metricRow', () => {
  it('turns milliseconds into seconds without rounding', () => {
    expect(metricRow(figure, iso)).toEqual({
      period: {
        start: '1970-01-01T00:00:00+00:00',
        end: '1970-01-08T00:00:00+00:00',
        label: '2026-W46',
        complete: true,
      },
      segment: { group: 'Billing' },
      metric: 'first_response_time',
      stat: 'p90',
      clock: 'calendar',
      unit: 'seconds',
      value: 14400,
      n: 312,
      low: 13000.5,
      high: null,
      open: 12,
      status: 'ok',
      reason: null,
      clock_source: 'own',
      precision: 'second',
      key: 'first_response_time.p90',
    });
  });

  it('keeps shares, scores, points and counts as they are, and NaN as null', () => {
    const row = metricRow(
      { ...figure, kind: 'share', value: 1 / 3, low: Number.NaN, period: null, clockSource: undefined },
      iso,
    );
    expect(row).toMatchObject({ unit: 'share', value: 1 / 3, low: null, period: null, clock_source: null });
    expect(metricRow({ ...figure, kind: 'count', value: 3 }, iso)).toMatchObject({
      unit: 'tickets',
      value: 3,
    });
  });
});

describe('columns', () => {
  it('are those of the contract, in CSV', () => {
    const rows = [
      metricRow(figure, iso),
      metricRow(
        {
          ...figure,
          period: null,
          segment: {},
          value: null,
          status: 'unavailable',
          reason: sentence('word.as_said', { text: 'no, "really"' }),
        },
        iso,
      ),
    ];
    expect([...writeRows(rows, 'csv', { columns: metricColumns(['group']) })].join('')).toBe(
      [
        'period_start,period_end,by_group,metric,stat,clock,unit,value,n,low,high,open,status,reason,clock_source,precision,key',
        '1970-01-01T00:00:00+00:00,1970-01-08T00:00:00+00:00,Billing,first_response_time,p90,calendar,seconds,14400,312,13000.5,,12,ok,,own,second,first_response_time.p90',
        ',,,first_response_time,p90,calendar,seconds,,312,13000.5,,12,unavailable,"no, ""really""",own,,first_response_time.p90',
        '',
      ].join('\n'),
    );
  });

  it('read as words in a table', async () => {
    const columns = metricTableColumns(['group'], englishLocale({ strict: true }), {
      periods: true,
      notes: true,
    });
    const table = [
      ...writeRows(
        [
          metricRow(figure, iso),
          metricRow({ ...figure, n: 3, status: 'too_few', clock: 'business', low: null }, iso),
        ],
        'table',
        { columns },
      ),
    ].join('');
    expect(table).toBe(
      [
        'Period         Group    Figure                                         Value  95% interval    n  Note',
        '─────────────────────────────────────────────────────────────────────────────────────────────────────',
        'week 46, 2026  Billing  First response, 90th pct                      4h 00m   3h 37m to –  312',
        'week 46, 2026  Billing  First response, 90th pct (business)  too few: 4h 00m                  3',
        '',
      ].join('\n'),
    );
    const bengali = metricTableColumns([], await loadLocale('bn', { strict: true }), {
      periods: false,
      notes: false,
    });
    const words = [...writeRows([metricRow(figure, iso)], 'table', { columns: bengali })].join('');
    expect(words).toContain('প্রথম উত্তর, ১০টির ৯টি');
    expect(words).toContain('৪\u00a0ঘ ০০\u00a0মি');
  });
});

describe('what --compare adds', () => {
  const change = {
    before: 10_800_000,
    beforeN: 300,
    change: 3_600_000,
    low: -60_000,
    high: 7_200_000,
    verdict: 'noise',
    limits: { low: 1000, high: 2000 },
    effect: 0.625,
  } as const;

  it('stands in the unit of the row, and is null where nothing is known', () => {
    expect(changeCells({ kind: 'duration' }, change)).toEqual({
      before: 10_800,
      before_n: 300,
      change: 3600,
      change_low: -60,
      change_high: 7200,
      verdict: 'noise',
      expected_low: 1,
      expected_high: 2,
      effect_size: 0.625,
    });
    expect(changeCells({ kind: 'count' }, { ...change, limits: null })).toMatchObject({
      change: 3_600_000,
      expected_low: null,
    });
    const nothing = changeCells({ kind: 'share' }, undefined);
    expect(Object.keys(nothing)).toEqual([...changeKeys]);
    expect(new Set(Object.values(nothing))).toEqual(new Set([null]));
  });

  it('is marked in a table only where a verdict says what it is', () => {
    const locale = englishLocale({ strict: true });
    const columns = metricTableColumns([], locale, {
      periods: false,
      notes: false,
      compared: true,
    });
    const row = (verdict: FigureChange['verdict']) => ({
      ...metricRow(figure, iso),
      ...changeCells(figure, { ...change, verdict }),
    });
    const rows = [row('noise'), row('real'), row(null)];
    const [, , ...lines] = [...writeRows(rows, 'table', { columns })].join('').split('\n');
    expect(lines.slice(0, 3).map((line) => /3h 00m +(.*?) +312/.exec(line)?.[1])).toEqual([
      '≈ +33%',
      '▲ +33%',
      '+33%',
    ]);
    expect(changeLegend(rows, locale)).toEqual(['≈ within the usual noise']);
  });

  it('is words on a page too, beside figures of the types that their units say', async () => {
    const locale = englishLocale({ strict: true });
    const columns = metricTableColumns([], locale, {
      ...{ periods: false, names: {}, notes: false, compared: true },
    });
    const row = {
      ...metricRow(figure, iso),
      ...changeCells(figure, { ...change, verdict: 'real' as const }),
    };
    const score = { ...row, unit: 'score', value: 4.35, before: 4, change: null };
    const about = { title: { data: 'Rows' }, subtitle: { data: '' }, zone: 'UTC', locale };
    const page = [...(await renderRows([row, score], 'html', { ...about, columns }))].join('');
    expect(page).toContain('▲ +33%');
    for (const shown of ['4h 00m', '3h 00m', '4.35', '4.00']) expect(page).toContain(`>${shown}<`);
  });
});

describe.each(['table', 'markdown', 'html'] as const)(
  'a figure that is not the whole one, as %s',
  (format) => {
    const count = { ...figure, metric: 'backlog', kind: 'count', stat: 'count', clock: null } as const;
    const whole = { value: 34, n: 34, low: null, status: 'ok' } as const;
    const told = async (row: Figure): Promise<string> => {
      const locale = englishLocale({ strict: true });
      const columns = metricTableColumns([], locale, { periods: false, notes: false });
      const about = { columns, title: { data: 'x' }, subtitle: { data: 'y' }, locale, zone: 'UTC' };
      const text = [...(await renderRows([metricRow(row, iso)], format, about))].join('');
      return text.replace(/<(?:style|script)[\s\S]*?<\/(?:style|script)>/g, '').replace(/<[^>]*>/g, ' ');
    };

    it.each([
      [{ ...count, ...whole }, /(?<!at least )34/],
      [{ ...count, ...whole, isLowerBound: true, reason: sentence('why.lower_bound') }, /at least 34/],
      [{ ...count, ...whole, reason: sentence('why.answers_not_recorded', { n: 3 }) }, /at least 34/],
      [{ ...count, ...whole, status: 'edge' }, /at least 34/],
      [{ ...figure, status: 'edge' }, /4h 00m \(incomplete\)/],
      [{ ...figure, n: 3, status: 'too_few' }, /too few: 4h 00m/],
    ] satisfies readonly (readonly [Figure, RegExp])[])('says so: %#', async (row, words) => {
      expect(await told(row)).toMatch(words);
    });
  },
);

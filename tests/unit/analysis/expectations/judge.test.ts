import { describe, expect, it } from 'vitest';
import { readBaseline } from '../../../../src/analysis/expectations/baseline.ts';
import { countingOpen, judgeExpectation } from '../../../../src/analysis/expectations/judge.ts';
import { outcomeOf, worstFirst } from '../../../../src/analysis/expectations/outcome.ts';
import type { CheckResult } from '../../../../src/model/check.ts';
import type { Figure } from '../../../../src/model/metric.ts';
import { DeskstatError } from '../../../../src/model/problem.ts';
import { type Sentence, sentence } from '../../../../src/model/sentence.ts';
import { parseExpectation } from '../../../../src/query/expectation.ts';
import { metricInfos } from '../../../../src/questions/metric-requests.ts';
import { HOUR } from '../../../desk.ts';

const period = { start: 0, end: 1, label: '2026-W45', complete: true };

const figure = (more: Partial<Figure> = {}): Figure => ({
  period,
  segment: {},
  metric: 'first_response_time',
  kind: 'duration',
  stat: 'p90',
  clock: 'calendar',
  value: 5 * HOUR,
  n: 100,
  low: 4.5 * HOUR,
  high: 6 * HOUR,
  open: 0,
  status: 'ok',
  reason: null,
  ...more,
});

interface Given {
  readonly figures?: readonly Figure[];
  readonly by?: readonly string[];
  readonly expected?: Readonly<Record<string, readonly string[]>>;
  readonly noData?: Sentence;
  readonly baseline?: ReturnType<typeof readBaseline>;
}

const judge = (text: string, given: Given = {}): CheckResult[] =>
  judgeExpectation({
    expectation: parseExpectation(text, { metrics: metricInfos() }),
    name: null,
    figures: given.figures ?? [figure()],
    clock: 'calendar',
    period,
    by: given.by ?? [],
    expectedSegments: new Map(Object.entries(given.expected ?? {})),
    baseline: given.baseline ?? null,
    noData: given.noData ?? null,
  });

const verdicts = (results: readonly CheckResult[]): string[] => results.map(({ verdict }) => verdict);

describe('one figure', () => {
  it('passes or fails, with its value, limit, n and interval beside it', () => {
    expect(judge('first_response_time.p90 < 4h')).toEqual([
      {
        expect: 'first_response_time.p90 < 4h',
        name: null,
        verdict: 'fail',
        metric: 'first_response_time',
        stat: 'p90',
        kind: 'duration',
        clock: 'calendar',
        operator: '<',
        period,
        segment: {},
        value: 5 * HOUR,
        limit: 4 * HOUR,
        n: 100,
        low: 4.5 * HOUR,
        high: 6 * HOUR,
        rule: 'all_beyond',
        reason: null,
      },
    ]);
    expect(verdicts(judge('first_response_time.p90 < 6h'))).toEqual(['pass']);
  });

  it('is compared unrounded', () => {
    const value = 4 * HOUR + 0.4;
    expect(verdicts(judge('first_response_time.p90 <= 4h', { figures: [figure({ value })] }))).toEqual([
      'fail',
    ]);
  });

  it('with too few tickets is neither, unless the expectation says how many are enough', () => {
    const figures = [figure({ n: 12, status: 'too_few' })];
    expect(verdicts(judge('first_response_time.p90 < 4h', { figures }))).toEqual(['too_few']);
    expect(verdicts(judge('first_response_time.p90 < 4h min 13', { figures }))).toEqual(['too_few']);
    expect(verdicts(judge('first_response_time.p90 < 4h min 12', { figures }))).toEqual(['fail']);
    expect(verdicts(judge('first_response_time.p90 < 4h min 101'))).toEqual(['too_few']);
  });

  it('without a sample has no data, whatever the threshold', () => {
    const figures = [figure({ value: null, n: 0, status: 'too_few' })];
    for (const text of [
      'first_response_time.p90 < 4h',
      'first_response_time.p90 > 0s',
      'first_response_time.p90 < 4h min 5',
    ]) {
      expect(verdicts(judge(text, { figures }))).toEqual(['no_data']);
    }
  });

  it('that is incomplete enters no check', () => {
    const edge = figure({
      status: 'edge',
      reason: sentence('word.as_said', { text: 'the export begins too late' }),
    });
    expect(judge('first_response_time.p90 < 9h', { figures: [edge] })).toMatchObject([
      { verdict: 'no_data', reason: sentence('word.as_said', { text: 'the export begins too late' }) },
    ]);
    expect(
      verdicts(
        judge('first_response_time.p90 < 9h', { figures: [figure({ status: 'window_open', value: null })] }),
      ),
    ).toEqual(['no_data']);
  });

  it('that is not reached fails an upper bound', () => {
    const figures = [
      figure({
        value: null,
        isNotReached: true,
        high: null,
        reason: sentence('word.as_said', { text: 'not reached' }),
      }),
    ];
    expect(judge('first_response_time.p90 < 1000h', { figures })).toMatchObject([
      {
        verdict: 'fail',
        value: Number.POSITIVE_INFINITY,
        reason: sentence('word.as_said', { text: 'not reached' }),
      },
    ]);
  });

  it('of an unavailable metric is unavailable before anything else', () => {
    const figures = [
      figure({
        status: 'unavailable',
        value: null,
        n: 0,
        reason: sentence('word.as_said', { text: 'no stamps' }),
      }),
    ];
    expect(
      judge('first_response_time.p90 < 4h', {
        figures,
        noData: sentence('word.as_said', { text: 'nothing of this period' }),
      }),
    ).toMatchObject([{ verdict: 'unavailable', reason: { english: 'no stamps' }, segment: {} }]);
  });

  it('says why nothing can be said', () => {
    expect(
      judge('first_response_time.p90 < 9h', {
        noData: sentence('word.as_said', { text: 'nothing of this period' }),
      }),
    ).toMatchObject([
      { verdict: 'no_data', reason: sentence('word.as_said', { text: 'nothing of this period' }) },
    ]);
    expect(verdicts(judge('first_response_time.p90 < 9h', { figures: [] }))).toEqual(['no_data']);
  });

  it('keeps the figure’s own remark beside the verdict’s', () => {
    const figures = [figure({ reason: sentence('why.open_counted', { open: 3 }) })];
    expect(judge('first_response_time.p90 < 5.5h confidently', { figures })[0].reason?.english).toBe(
      'undecided, needs about 400; 3 still open counted',
    );
  });
});

describe('segments', () => {
  const billing = figure({ segment: { group: 'Billing' } });
  const empty = figure({ segment: { group: 'Old' }, n: 0, value: null, status: 'too_few' });
  const missing = figure({ segment: { group: null }, value: HOUR });

  it('are judged one by one; those without tickets are left out unless they are expected', () => {
    const figures = [billing, empty, missing];
    const results = judge('first_response_time.p90 < 4h by group', { figures, by: ['group'] });
    expect(results.map(({ segment, verdict }) => [segment.group, verdict])).toEqual([
      ['Billing', 'fail'],
      [null, 'pass'],
    ]);
    const expected = { group: ['Billing', 'Old', 'New'] };
    expect(
      judge('first_response_time.p90 < 4h by group', { figures, by: ['group'], expected }).map(
        ({ segment, verdict }) => [segment.group, verdict],
      ),
    ).toEqual([
      ['Billing', 'fail'],
      ['Old', 'no_data'],
      [null, 'pass'],
      ['New', 'no_data'],
    ]);
  });

  it('that are all empty are no pass', () => {
    expect(
      verdicts(judge('first_response_time.p90 < 4h by group', { figures: [empty], by: ['group'] })),
    ).toEqual(['no_data']);
  });

  it('of another dimension than the expected ones are not asked for', () => {
    expect(verdicts(judge('first_response_time.p90 < 4h', { expected: { group: ['New'] } }))).toEqual([
      'fail',
    ]);
  });
});

describe('figures in which open tickets count', () => {
  const whole = figure({ n: 140, open: 30, value: 9 * HOUR });

  it('replace the plain ones where there are any, and say so', () => {
    expect(countingOpen([figure()], [whole])).toEqual([
      {
        ...whole,
        reason: sentence('why.open_and_finished_counted', { open: 30, finished: 10 }),
        plain: { stat: 'p90', value: figure().value, n: 100 },
      },
    ]);
    expect(countingOpen([figure()], [{ ...whole, n: 130 }])[0].reason?.english).toBe('30 still open counted');
    expect(
      countingOpen(
        [figure()],
        [{ ...whole, n: 101, open: 0, reason: sentence('word.as_said', { text: 'x' }) }],
      )[0].reason?.english,
    ).toBe('x; 1 finished without it counted');
  });

  it('leave the plain ones where everything has ended or nothing better is known', () => {
    const plain = figure();
    expect(countingOpen([plain], [figure({ n: 100, value: 7 })])[0]).toBe(plain);
    expect(countingOpen([plain], [figure({ n: 0, status: 'unavailable' })])[0]).toBe(plain);
    expect(countingOpen([plain], [])[0]).toBe(plain);
  });
});

const saved = (more: object = {}, rows: readonly object[] = []): string =>
  JSON.stringify({
    schema: 'deskstat.metrics/1',
    timezone: 'UTC',
    definitions: 1,
    hours: null,
    rows: [
      {
        period: null,
        segment: {},
        metric: 'first_response_time',
        stat: 'p90',
        clock: 'calendar',
        unit: 'seconds',
        value: 14400,
      },
      {
        period: null,
        segment: { group: 'Billing', priority: 'high' },
        metric: 'csat',
        stat: 'share',
        clock: null,
        unit: 'share',
        value: 0.9,
      },
      ...rows,
    ],
    ...more,
  });
const terms = { timezone: 'UTC', definitions: 1, hours: null };
const baselineFrom = (text: string) => readBaseline(text, { file: 'last.json', terms });

describe('a baseline', () => {
  it('gives the limit: relative, absolute, or as it is', () => {
    const baseline = baselineFrom(saved());
    const limit = (text: string): number | null => judge(text, { baseline })[0].limit;
    expect(limit('first_response_time.p90 <= baseline')).toBe(4 * HOUR);
    expect(limit('first_response_time.p90 <= baseline + 10%')).toBeCloseTo(4.4 * HOUR, 3);
    expect(limit('first_response_time.p90 <= baseline - 30m')).toBe(3.5 * HOUR);
    expect(verdicts(judge('first_response_time.p90 <= baseline + 1h', { baseline }))).toEqual(['pass']);
    const shares = figure({
      kind: 'share',
      metric: 'csat',
      stat: 'share',
      clock: null,
      value: 0.87,
      segment: { priority: 'high', group: 'Billing' },
    });
    const [result] = judge('csat >= baseline - 2pt by group,priority', {
      baseline,
      figures: [shares],
      by: ['group', 'priority'],
    });
    expect(result.limit).toBeCloseTo(0.88, 12);
    expect(result.verdict).toBe('fail');
  });

  it('of several periods is the latest whole one', () => {
    const row = (start: string, value: number, complete = true) => ({
      period: { start, complete },
      segment: {},
      metric: 'created',
      stat: 'count',
      clock: null,
      unit: 'tickets',
      value,
    });
    const find = (rows: readonly object[]) =>
      baselineFrom(saved({}, rows)).find({ metric: 'created', stat: 'count', clock: null, segment: {} });
    expect(find([row('2026-10-26', 7), row('2026-11-02', 8), row('2026-11-09', 3, false)])).toBe(8);
    expect(find([row('2026-11-02', 8), row('2026-10-26', 7)])).toBe(8);
    expect(find([row('2026-11-09', 3, false)])).toBe(3);
  });

  it('that lacks the figure or its segment gives no data', () => {
    const baseline = baselineFrom(
      saved({}, [
        {
          period: null,
          segment: {},
          metric: 'created',
          stat: 'count',
          clock: null,
          unit: 'tickets',
          value: null,
        },
      ]),
    );
    expect(
      judge('first_response_time.p50 <= baseline', { baseline, figures: [figure({ stat: 'p50' })] }),
    ).toMatchObject([
      { verdict: 'no_data', reason: { english: 'the baseline has no such figure' }, limit: null },
    ]);
    expect(baseline.find({ metric: 'created', stat: 'count', clock: null, segment: {} })).toBeNull();
    expect(
      baseline.find({
        metric: 'first_response_time',
        stat: 'p90',
        clock: 'calendar',
        segment: { group: 'New' },
      }),
    ).toBeNull();
  });

  const refused = (text: string): DeskstatError => {
    try {
      baselineFrom(text);
    } catch (error) {
      if (error instanceof DeskstatError) return error;
    }
    throw new Error('was not refused');
  };

  it.each([
    ['not json', '{', 'not JSON'],
    ['null', 'null', 'no saved'],
    ['another output', JSON.stringify({ schema: 'deskstat.report/1', rows: [] }), 'no saved'],
    ['no rows', JSON.stringify({ schema: 'deskstat.metrics/1', timezone: 'UTC' }), 'no saved'],
    ['another zone', saved({ timezone: 'Asia/Dhaka' }), 'Asia/Dhaka'],
    ['another definition', saved({ definitions: 2 }), 'version 2'],
    ['other working hours', saved({ hours: 'Mon-Fri 09:00-18:00' }), 'Mon-Fri 09:00-18:00'],
  ])('is refused as wrong usage: %s', (_, text, word) => {
    const error = refused(text);
    expect(error.exitCode).toBe(2);
    expect(error.message).toContain('last.json');
    expect(error.message).toContain(word);
  });

  it('without terms of its own (an older file) is taken', () => {
    expect(baselineFrom(saved({ definitions: undefined, hours: undefined })).file).toBe('last.json');
  });

  it('on another clock is refused, and so is an expectation on none', () => {
    const onBusiness = (): unknown =>
      judge('first_response_time.p90 <= baseline', {
        baseline: baselineFrom(saved()),
        figures: [figure({ clock: 'business' })],
      });
    expect(onBusiness).toThrow(/calendar clock.*business/);
    expect(() => judge('first_response_time.p90 <= baseline')).toThrow(/needs a baseline/);
  });
});

describe('the outcome of a run', () => {
  const outcome = (
    list: readonly CheckResult['verdict'][],
    options: { failOnTooFew?: boolean; allowNoData?: boolean } = {},
  ) =>
    outcomeOf(
      list.map((verdict) => ({ verdict })),
      { failOnTooFew: false, allowNoData: false, ...options },
    );

  it('is the gravest verdict: unavailable, fail, no data', () => {
    expect(outcome(['pass', 'too_few'])).toBe('passed');
    expect(outcome(['pass', 'no_data'])).toBe('no_data');
    expect(outcome(['fail', 'no_data'])).toBe('failed');
    expect(outcome(['fail', 'unavailable', 'no_data'])).toBe('unavailable');
  });

  it('can be made stricter or milder, but nothing silences unavailable', () => {
    expect(outcome(['pass', 'too_few'], { failOnTooFew: true })).toBe('failed');
    expect(outcome(['pass', 'no_data'], { allowNoData: true })).toBe('passed');
    expect(outcome(['fail', 'no_data'], { allowNoData: true })).toBe('failed');
    expect(outcome(['unavailable'], { allowNoData: true })).toBe('unavailable');
  });

  it('puts the worst first: failures by how far they are off, the others by gravity, in their order', () => {
    const [base] = judge('first_response_time.p90 < 4h');
    const make = (name: string, more: Partial<CheckResult>): CheckResult => ({ ...base, name, ...more });
    const list = [
      make('pass', { verdict: 'pass' }),
      make('too few', { verdict: 'too_few' }),
      make('a little', { value: 110, limit: 100 }),
      make('no data', { verdict: 'no_data', value: null }),
      make('never', { value: Number.POSITIVE_INFINITY, limit: 100 }),
      make('far', { value: 10, limit: 100 }),
      make('also a little', { value: 90, limit: 100 }),
      make('gone', { verdict: 'unavailable', value: null, limit: null }),
    ];
    expect(worstFirst(list).map(({ name }) => name)).toEqual([
      'never',
      'far',
      'a little',
      'also a little',
      'gone',
      'no data',
      'too few',
      'pass',
    ]);
    expect(list[0].name).toBe('pass');
  });
});

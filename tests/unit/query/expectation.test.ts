import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { censoredStats, durationStats } from '../../../src/model/metric.ts';
import { DeskstatError, problemBlock } from '../../../src/model/problem.ts';
import { type MetricInfo, parseExpectation, parseTriedTarget } from '../../../src/query/expectation.ts';
import { DAY, HOUR, MINUTE } from '../../../src/time/civil.ts';

const metrics: readonly MetricInfo[] = [
  { id: 'csat', kind: 'share', stats: ['share'], hasBusinessClock: false },
  { id: 'csat_mean', kind: 'score', stats: ['mean'], hasBusinessClock: false },
  { id: 'nps', kind: 'points', stats: ['score'], hasBusinessClock: false },
  { id: 'backlog', kind: 'count', stats: ['count'], hasBusinessClock: false },
  {
    id: 'first_response_time',
    kind: 'duration',
    stats: [...durationStats, ...censoredStats],
    hasBusinessClock: true,
  },
  { id: 'resolution_time', kind: 'duration', stats: [...durationStats], hasBusinessClock: true },
];
const options = { metrics, fields: ['priority', 'channel'], dimensions: ['group', 'priority'] };
const parse = (text: string) => parseExpectation(text, options);

describe('parseExpectation', () => {
  it('reads the least there can be', () => {
    expect(parse(' backlog<=200 ')).toEqual({
      text: 'backlog<=200',
      metric: 'backlog',
      stat: 'count',
      kind: 'count',
      clock: null,
      operator: '<=',
      limit: { kind: 'value', value: 200, text: '200', column: 10 },
      strictness: 'point',
      over: null,
      by: [],
      where: null,
      min: null,
    });
  });

  it('reads everything there can be', () => {
    const text =
      "First_Response_Time.P90@Business < 4h 30m confidently over last-month by group,column:'A b' where priority in (urgent, high) and not channel = chat min 5";
    expect(parse(text)).toMatchObject({
      metric: 'first_response_time',
      stat: 'p90',
      clock: 'business',
      limit: { value: 4.5 * HOUR, text: '4h 30m' },
      strictness: 'confidently',
      over: { text: 'last-month' },
      by: [{ name: 'group' }, { kind: 'column', name: 'A b' }],
      where: { kind: 'and' },
      min: 5,
    });
  });

  it.each([
    ['csat >= 90%', 0.9],
    ['csat >= 90 %', 0.9],
    ['csat >= 0.9', 0.9],
    ['csat >= 1', 1],
    ['csat_mean >= 4.2', 4.2],
    ['nps >= -10', -10],
    ['backlog != 0', 0],
    ['first_response_time.p90 < 4h', 4 * HOUR],
    ['first_response_time.median < 30m', 30 * MINUTE],
    ['resolution_time.mean <= 1d 12h', 1.5 * DAY],
    ['resolution_time.p90@calendar < 2d', 2 * DAY],
    ['resolution_time.p90@business < 16h', 16 * HOUR],
    ['first_response_time.solved_within_1h >= 80%', 0.8],
  ])('%s compares with %d', (text, value) => {
    expect(parse(text).limit).toMatchObject({ kind: 'value', value });
  });

  it.each([
    ['first_response_time.p50 <= baseline', 'relative', 0],
    ['first_response_time.p50 <= baseline + 10% clearly', 'relative', 0.1],
    ['first_response_time.p50 <= baseline - 10%', 'relative', -0.1],
    ['first_response_time.p50 <= baseline+30m', 'absolute', 30 * MINUTE],
    ['csat >= baseline - 2pt', 'absolute', -0.02],
    ['csat >= baseline - 2 pt', 'absolute', -0.02],
    ['csat >= baseline - 5%', 'relative', -0.05],
    ['nps >= baseline - 5pt', 'absolute', -5],
    ['backlog <= baseline + 20', 'absolute', 20],
    ['csat_mean >= BASELINE − 0.2', 'absolute', -0.2],
  ])('%s', (text, kind, amount) => {
    expect(parse(text).limit).toMatchObject({ kind: 'baseline', change: { kind, amount } });
  });

  it('takes every period that could be meant', () => {
    const over = (text: string) => parse(`csat >= 90% over ${text}`).over;
    expect(over('2026-W46')).toEqual({ text: '2026-W46', column: 18 });
    expect(over('Last-30-Days')?.text).toBe('Last-30-Days');
    expect(over('all')?.text).toBe('all');
  });

  it('reads the words for how an interval decides', () => {
    expect(parse('csat >= 90% confidently').strictness).toBe('confidently');
    expect(parse('csat >= 90% Clearly by group').strictness).toBe('clearly');
  });

  it('leaves min to the filter when it is a value there', () => {
    expect(parse('csat >= 90% where priority = min min 3')).toMatchObject({
      where: { value: { text: 'min' } },
      min: 3,
    });
  });

  it.each([
    ['', 1, /a metric must stand here/],
    ['> 3', 1, /a metric must stand here/],
    ['nonsense > 3', 1, /no metric is called "nonsense"/],
    ['first_respose_time.p90 < 4h', 1, /no metric is called "first_respose_time"/],
    ['first_response_time < 4h', 1, /needs a statistic/],
    ['first_response_time.p120 < 4h', 21, /between 0 and 100/],
    ['first_response_time.p-5 < 4h', 21, /between 0 and 100/],
    ['first_response_time.p33 < 4h', 21, /no statistic "p33"/],
    ['first_response_time. < 4h', 21, /no statistic ""/],
    ['csat.p90 > 4', 6, /csat has no statistic "p90"/],
    ['first_response_time.p90@bussiness < 4h', 25, /no clock is called "bussiness"/],
    ['csat@business > 5%', 6, /does not exist on the business clock/],
    ['first_response_time.p90 < 4', 27, /"4" has no unit/],
    ['first_response_time.p90 < soon', 27, /"soon" is no duration/],
    ['first_response_time.p90@business < 1d', 36, /no fixed length/],
    ['first_response_time.p90@business < baseline + 1d', 47, /no fixed length/],
    ['first_response_time.p90 < 90%', 27, /no duration/],
    ['first_response_time.p90 < baseline + 2pt', 38, /points of a percentage/],
    ['first_response_time.p90 < baseline + 2', 38, /has no unit/],
    ['first_response_time.p90 < baseline * 2', 27, /"baseline \* 2" is no duration/],
    ['csat >= 90', 9, /has no %/],
    ['csat >= 101%', 9, /between 0% and 100%/],
    ['csat >= -0.5', 9, /between 0% and 100%/],
    ['csat >= 4h', 9, /"4h" is no percentage/],
    ['csat >= baseline - 2', 20, /does not say by how much/],
    ['csat_mean >= 90%', 14, /is a percentage/],
    ['nps >= 135', 8, /between -100 and 100/],
    ['backlog <= 20%', 12, /is a percentage/],
    ['backlog <= -1', 12, /never negative/],
    ['backlog <= 2x', 12, /no value that backlog can have/],
    ['backlog <= baseline + x', 23, /cannot be added/],
    ['csat', 5, /a comparison must follow csat/],
    ['csat 90%', 6, /not "90%"/],
    ['csat >=', 8, /a value must follow/],
    ['csat >= by group', 9, /a value must follow/],
    ["csat >= '90%'", 9, /a value must follow/],
    ['csat >= 90% over lastweek', 18, /"lastweek" is no period/],
    ['csat >= 90% over', 17, /a period must follow/],
    ['csat >= 90% by', 15, /name of a dimension/],
    ['csat >= 90% by grup', 16, /no dimension is called "grup"/],
    ['csat >= 90% where', 18, /a field must stand here/],
    ['csat >= 90% where prio = x', 19, /no field is called "prio"/],
    ['csat >= 90% min', 16, /whole number of tickets/],
    ['csat >= 90% min 0', 17, /whole number of tickets/],
    ['csat >= 90% min 2.5', 17, /whole number of tickets/],
    ['csat >= 90% min 20 by group', 20, /stands too late/],
    ['csat >= 90% by group over last-week', 22, /stands too late/],
    ['csat >= 90% clearly confidently', 21, /stands too late/],
    ['csat >= 90% by group nonsense', 22, /cannot stand here/],
    ['csat >= 90% and backlog < 3', 9, /no percentage/],
  ])('points into %j at column %d', (text, column, message) => {
    try {
      parse(text);
      expect.fail('accepted');
    } catch (error) {
      if (!(error instanceof DeskstatError)) throw error;
      expect(error.exitCode).toBe(2);
      expect(String(error.problem.args.message)).toMatch(message);
      expect(error.problem.args.column).toBe(column);
    }
  });

  it('shows the place and what to type', () => {
    try {
      parse('first_respose_time.p90 < 4h');
    } catch (error) {
      if (!(error instanceof DeskstatError)) throw error;
      expect(problemBlock(error.problem)).toBe(
        [
          'error: expectation, column 1: no metric is called "first_respose_time"',
          '  in          first_respose_time.p90 < 4h',
          '              ^',
          '  try         first_response_time.p90',
        ].join('\n'),
      );
    }
    expect.assertions(1);
  });

  it('either parses or throws a DeskstatError', () => {
    const words = fc.constantFrom(
      ...[
        'csat',
        'first_response_time.p90',
        '>=',
        '<',
        '90%',
        '4h',
        'baseline',
        '+',
        '10%',
        'clearly',
        'over',
        'last-week',
      ],
      ...['by', 'group', ',', 'where', 'priority', '=', 'urgent', 'min', '5', '@', '.', "'"],
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words).map((list) => list.join(' ')),
        ),
        (text) => {
          try {
            parse(text);
          } catch (error) {
            if (!(error instanceof DeskstatError)) throw error;
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('parseTriedTarget', () => {
  const targets = ['first_response', 'next_response', 'resolution'];
  const tried = (text: string) => parseTriedTarget(text, { ...options, targets });

  it('reads a target, its clock and what it is tried on', () => {
    expect(tried('first_response 2h')).toEqual({
      text: 'first_response 2h',
      target: 'first_response',
      clock: null,
      limit: 2 * HOUR,
      over: null,
      by: [],
      where: null,
    });
    expect(
      tried('resolution_time@business < 16h over 2026-10 by priority where channel = email'),
    ).toMatchObject({
      target: 'resolution',
      clock: 'business',
      limit: 16 * HOUR,
      over: { text: '2026-10' },
      by: [{ name: 'priority' }],
      where: { kind: 'compare' },
    });
  });

  it('suggests the nearest target, else the first', () => {
    const hint = (text: string) => {
      try {
        tried(text);
      } catch (error) {
        if (error instanceof DeskstatError) return error.problem.args.try;
      }
      return null;
    };
    expect(hint('resolutoin 2h')).toBe('resolution 2h');
    expect(hint('csat 2h')).toBe('first_response 2h');
  });

  it.each([
    ['', 1, /no target is called the end/],
    ['first_respond 2h', 1, /no target is called "first_respond"/],
    ['first_response', 15, /a duration must stand here/],
    ['first_response 2', 16, /no unit/],
    ['first_response@business 1d', 25, /no fixed length/],
    ['first_response@lunar 1h', 16, /no clock/],
    ['first_response 2h min 3', 16, /"2h min 3" is no duration/],
    ['first_response 2h by group min 3', 28, /stands too late/],
  ])('points into %j at column %d', (text, column, message) => {
    try {
      tried(text);
      expect.fail('accepted');
    } catch (error) {
      if (!(error instanceof DeskstatError)) throw error;
      expect(String(error.problem.args.message)).toMatch(message);
      expect(error.problem.args.column).toBe(column);
    }
  });
});

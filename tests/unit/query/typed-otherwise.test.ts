import { describe, expect, it } from 'vitest';
import { DeskstatError } from '../../../src/model/problem.ts';
import { parseExpectation } from '../../../src/query/expectation.ts';
import { metricInfos } from '../../../src/questions/metric-requests.ts';

const parse = (text: string) => parseExpectation(text, { metrics: metricInfos() });

describe('an expectation as people type it', () => {
  it.each([
    ['first_response.p90 < 4h', { metric: 'first_response_time', stat: 'p90' }],
    ['frt.median < 4h', { metric: 'first_response_time', stat: 'p50' }],
    ['ttr.avg < 4h', { metric: 'resolution_time', stat: 'mean' }],
    ['backlog =< 5', { operator: '<=' }],
    ['csat => 90%', { operator: '>=' }],
    ['created <= 5 over last month', { over: { text: 'last-month' } }],
    ['created <= 5 over this Week', { over: { text: 'this-week' } }],
  ])('%s', (text, expected) => {
    expect(parse(text)).toMatchObject(expected);
  });

  it.each([
    ['sla >= 90%', 'sla_first_response'],
    ['backlog <= 5,000', '5000'],
    ['created < 1,250,000', '1250000'],
    ['csat > 4.2', 'csat_mean > 4.2'],
    ['csat > 90', '90%'],
    ['creatd <= 5', 'created'],
    ['resolution_tim.p50 < 4h', 'resolution_time.p50'],
    ['resolution_time.p9O < 4h', 'resolution_time.p90'],
    ['resolution_time < 4h', 'resolution_time.p90'],
  ])('%s: try %s', (text, hint) => {
    let problem: DeskstatError['problem'] | null = null;
    try {
      parse(text);
    } catch (error) {
      if (error instanceof DeskstatError) problem = error.problem;
    }
    expect(problem?.args.try).toBe(hint);
  });
});

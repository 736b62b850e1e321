import { describe, expect, it } from 'vitest';
import { metrics } from '../../../src/analysis/metrics/index.ts';
import { figureKey, type Metric } from '../../../src/model/metric.ts';
import { clocksOfMetric, parseMetricRequests, statsOf } from '../../../src/questions/metric-requests.ts';

describe('metrics as they are named', () => {
  it('takes every figure by the key that it is printed under', () => {
    const all: readonly Metric[] = metrics;
    for (const metric of all) {
      const clocks = clocksOfMetric(metric);
      for (const clock of clocks.length > 0 ? clocks : [null])
        for (const stat of statsOf(metric)) {
          const key = figureKey({ metric: metric.id, kind: metric.kind, stat, clock });
          const [request] = parseMetricRequests([key], []);
          expect(request.metric.id, key).toBe(metric.id);
          if (key.includes('.')) expect(request.stats, key).toEqual([stat]);
          expect(request.clock, key).toBe(clock === 'business' ? 'business' : null);
        }
    }
  });

  it('takes a clock without a statistic, and the calendar by its name', () => {
    const [request] = parseMetricRequests(['resolution_time@calendar'], []);
    expect([request.stats, request.clock]).toEqual([request.metric.defaultStats, 'calendar']);
  });

  it('takes the short names that expectations take, once each', () => {
    const asked = ['FRT.median', 'first_response_time.p50', 'ttr.avg@business', 'csat'];
    const found = parseMetricRequests(asked, ['Average']);
    expect(found.map(({ metric, stats, clock }) => [metric.id, stats, clock])).toEqual([
      ['first_response_time', ['p50'], null],
      ['resolution_time', ['mean'], 'business'],
      ['csat', ['share'], null],
    ]);
  });

  it('names the metric that was most probably meant', () => {
    expect(() => parseMetricRequests(['sla'], [])).toThrow(
      expect.objectContaining({
        problem: expect.objectContaining({ args: { id: 'sla', near: 'sla_first_response' } }),
      }),
    );
  });

  it.each([
    ['first_response_time.p50@lunar', 'unknown_clock', ['calendar', 'business']],
    ['csat@business', 'unknown_clock', undefined],
    ['csat.p50@business', 'unknown_stat', ['share']],
    ['@business', 'unknown_metric', undefined],
  ])('refuses %s', (name, code, known) => {
    const refused = (): unknown => {
      try {
        return parseMetricRequests([name], []);
      } catch (error) {
        return (error as { problem: unknown }).problem;
      }
    };
    expect(refused()).toMatchObject({ code, args: known === undefined ? {} : { known } });
  });
});

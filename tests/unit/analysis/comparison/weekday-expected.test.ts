import { describe, expect, it } from 'vitest';
import { type ObservedMetric, observeMetric } from '../../../../src/analysis/comparison/observed.ts';
import { expectedByWeekday } from '../../../../src/analysis/comparison/weekday-expected.ts';
import { metricOf } from '../../../../src/analysis/metrics/index.ts';
import { groupTickets } from '../../../../src/analysis/segments/grouping.ts';
import type { Metric } from '../../../../src/model/metric.ts';
import { daysOff } from '../../../../src/time/holiday.ts';
import { utc } from '../../../../src/time/zone.ts';
import { DAY, frameOf, HOUR, readFiles } from '../../../desk.ts';

const whole = (rows: number) => groupTickets({ dimensions: [], rows, mask: null, totals: false, top: null });
const period = (start: number, end: number) => ({ start, end, label: '', complete: true });

async function expectedOf(
  perDay: (day: number) => number,
  metric = 'created',
  isDayOff?: (day: number) => boolean,
) {
  const january = Date.UTC(2026, 0, 1);
  const rows = Array.from({ length: 59 }, (_, day) =>
    Array.from({ length: perDay(january + day * DAY) }, (_, i) => {
      const at = january + day * DAY + (i + 1) * HOUR;
      return `${day}-${i},${new Date(at).toISOString()},${new Date(at + HOUR).toISOString()},solved`;
    }),
  ).flat();
  const { desk } = await readFiles({ 't.csv': `id,created_at,solved_at,status\n${rows.join('\n')}\n` });
  const observed = observeMetric({
    desk,
    metric: metricOf(metric) as Metric,
    clock: null,
    frame: frameOf(desk),
    window: { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY },
  }) as ObservedMetric;
  const february = Date.UTC(2026, 1, 1);
  const before = period(january, february);
  return expectedByWeekday({
    observed,
    grouping: whole(desk.tickets.rows),
    behind: [{ period: before, knownUntil: Number.POSITIVE_INFINITY }],
    period: period(february, Date.UTC(2026, 2, 1)),
    zone: utc,
    isDayOff,
  });
}

describe('what a month lets expect of a shorter one', () => {
  it('is as many a day', async () => {
    expect(await expectedOf(() => 2)).toEqual([[56]]);
  });

  it('goes by weekday: January 2026 has five Thursdays to Saturdays, February four of each day', async () => {
    // Five on weekdays, none at weekends: January 22 weekdays = 110, February 20 = 100.
    const isWeekend = (at: number): boolean => [0, 6].includes(new Date(at).getUTCDay());
    expect(await expectedOf((at) => (isWeekend(at) ? 0 : 5))).toEqual([[100]]);
  });

  it('goes by days off too: what came on them says nothing of other days', async () => {
    const off = daysOff(
      [
        { from: '2026-01-01', to: '2026-01-01' },
        { from: '2026-02-16', to: '2026-02-16' },
      ].map((day) => ({ ...day, yearly: false })),
    );
    const isOff = (at: number): boolean => off(at / DAY);
    // Four a day and one on the 1st of January; of February 27 days and one day off.
    expect(await expectedOf((at) => (isOff(at) ? 1 : 4), 'created', off)).toEqual([[27 * 4 + 1]]);
    // January without its day off cannot tell what February's will bring.
    const later = (day: number): boolean => day * DAY === Date.UTC(2026, 1, 16);
    expect(await expectedOf(() => 4, 'created', later)).toEqual([[null]]);
  });

  it('is nothing of a stock, which has no length', async () => {
    expect(await expectedOf(() => 2, 'backlog')).toBeNull();
  });
});

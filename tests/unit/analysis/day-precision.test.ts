import { describe, expect, it } from 'vitest';
import { decideInDays } from '../../../src/analysis/expectations/day-precision.ts';
import { loadLocale } from '../../../src/output/locales/index.ts';
import { ask, readFiles } from '../../desk.ts';

const DAY = 86_400_000;

/** Nine tickets, resolved 0, 2 and 4 days after they came, three each; only dates are known. */
const dates = `id,created date,resolved date,status
${Array.from({ length: 9 }, (_, i) => {
  const day = (n: number): string => `2026-03-${String(n).padStart(2, '0')}`;
  return `${i},${day(2 + i)},${day(2 + i + (i % 3) * 2)},closed`;
}).join('\n')}
`;

describe('durations between dates without a time', () => {
  it('are differences of calendar days, with quantiles that occur', async () => {
    const { desk } = await readFiles({ 't.csv': dates });
    const figures = ask(desk, 'resolution_time.p50,resolution_time.p75,resolution_time.p90');
    // 0 0 0 2 2 2 4 4 4: ranks ⌈4.5⌉, ⌈6.75⌉ and ⌈8.1⌉.
    expect(figures.map(({ value, precision }) => [Number(value) / DAY, precision])).toEqual([
      [2, 'day'],
      [4, 'day'],
      [4, 'day'],
    ]);
    expect(desk.problems.map(({ code }) => code)).toContain('dates_without_time');
  });

  it('are never half a day', async () => {
    const { desk } = await readFiles({
      't.csv':
        'id,created date,resolved date,status\n1,2026-03-02,2026-03-02,closed\n2,2026-03-02,2026-03-03,closed\n',
    });
    expect(ask(desk, 'resolution_time.p50')[0].value).toBe(0);
  });

  it('give way to hours that the helpdesk measured itself', async () => {
    const { desk } = await readFiles({
      't.csv': `ticket_id,opened,closed,status,resolution_time_hours
1,2026-03-02,2026-03-02,closed,3.5
2,2026-03-02,2026-03-03,closed,20
3,2026-03-03,2026-03-03,closed,5
`,
    });
    const [figure] = ask(desk, 'resolution_time.p50');
    expect([figure.value, figure.precision]).toEqual([5 * 3_600_000, 'second']);
  });

  it('come after a stamp of their day, and are counted as solved', async () => {
    const { desk } = await readFiles({
      't.csv': `id,created_at,closed_on,status
1,2026-03-02 08:15:00,2026-03-02,closed
2,2026-03-03 23:30:00,2026-03-04,closed
3,2026-03-04 10:00:00,2026-03-04,closed
`,
    });
    expect(ask(desk, 'solved')[0].value).toBe(3);
    expect(ask(desk, 'resolution_time.max')[0].value).toBe(DAY);
    expect(desk.problems.some(({ code }) => code === 'value_void')).toBe(false);
    // A date alone moves as-of to the end of its day only where no stamp with a time lies on it.
    expect(new Date(desk.asOf).toISOString()).toBe('2026-03-04T10:00:00.000Z');
  });

  it('leave out a few of many that have a time', async () => {
    const rows = Array.from(
      { length: 40 },
      (_, i) => `${i},2026-03-02 08:00,2026-03-02 ${10 + (i % 8)}:00,closed`,
    );
    rows[0] = '0,2026-03-02 08:00,2026-03-02,closed';
    const { desk } = await readFiles({ 't.csv': `id,created_at,closed_at,status\n${rows.join('\n')}\n` });
    const [figure] = ask(desk, 'resolution_time.p50');
    expect([figure.n, figure.precision]).toEqual([39, 'minute']);
  });

  it('read as days in words', async () => {
    const words = async (id: 'en' | 'bn' | 'hi') => {
      const locale = await loadLocale(id);
      return [0, 1, 2, 5].map((n) =>
        locale.formatValue({ type: 'duration', value: n * DAY, precision: 'day' }),
      );
    };
    expect(await words('en')).toEqual([
      'the same day',
      'the next day',
      'the second day after',
      '5 days after',
    ]);
    expect(await words('bn')).toEqual(['একই দিন', 'পরের দিন', 'দুই দিন পরে', '৫ দিন পরে']);
    expect(await words('hi')).toEqual(['उसी दिन', 'अगले दिन', 'दो दिन बाद', '5 दिन बाद']);
  });
});

describe('a gate on days', () => {
  const verdict = (
    days: number,
    operator: '<' | '<=' | '>' | '>=' | '=',
    limit: number,
    isInWholeDays = false,
  ) => decideInDays({ operator, value: days * DAY, limit: limit * DAY, isInWholeDays }).verdict;

  it('is decided where a day more or less does not matter', () => {
    // Two days after is more than one day and less than three.
    expect(verdict(2, '<', 0.5)).toBe('fail');
    expect(verdict(2, '<', 1)).toBe('fail');
    expect(verdict(2, '<', 3)).toBe('pass');
    expect(verdict(2, '<', 2.5)).toBe('unavailable');
    expect(verdict(0, '<', 1 / 24)).toBe('unavailable');
    expect(verdict(0, '<', 1)).toBe('pass');
    expect(verdict(2, '>', 0.5)).toBe('pass');
    expect(verdict(2, '>=', 3.5)).toBe('fail');
    expect(verdict(2, '=', 4)).toBe('fail');
  });

  it('in whole days is held against calendar days', () => {
    expect(verdict(2, '<=', 2, true)).toBe('pass');
    expect(verdict(2, '<', 2, true)).toBe('fail');
    expect(verdict(0, '<', 1, true)).toBe('pass');
  });
});

import { describe, expect, it } from 'vitest';
import { tenuresOf } from '../../../../src/analysis/metrics/customer-tenures.ts';
import { retentionOf } from '../../../../src/analysis/retention/index.ts';
import { utc } from '../../../../src/time/zone.ts';
import { ask, readFiles } from '../../../desk.ts';

const DAY = 86_400_000;
const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);
const date = (at: number): string => new Date(at).toISOString().slice(0, 10);
const csv = (...lines: string[]): string => `${lines.join('\n')}\n`;

/**
 * A list of 60 customers of 2024; from 2025 on one of them leaves every 15th day, up to `until`. Of 24 days a year and a
 * silence of half a year: (1/1.5)^(24 − 1) is under 0.1 %, and longer than the 15 days between two ends.
 */
function list(until: string): string {
  const rows = Array.from({ length: 60 }, (_, i) => {
    const end = day('2025-01-01') + 15 * i * DAY;
    return `C${i},2024-01-${String(1 + (i % 20)).padStart(2, '0')},${end <= day(until) ? date(end) : ''}`;
  });
  return csv('customer_id,signed_up,cancelled_on', ...rows);
}

const options = { kind: null, every: 'month', zone: utc, weekStarts: 1 } as const;
const asOf = '2026-07-01T00:00:00Z';

describe('a list of customers that is older than the other files', () => {
  it('tells nothing of the time behind its last change', async () => {
    const { desk } = await readFiles({ 'customers.csv': list('2025-12-20') }, { asOf });
    // The last end is the 24th, 345 days behind the first: 12 December. Three more would be expected by 26 January.
    expect(tenuresOf(desk)?.endsKnownTo).toBe(day('2025-12-12') + 45 * DAY);
    expect(ask(desk, 'retention_rate', { period: '2026-04' })[0]).toMatchObject({
      value: null,
      status: 'edge',
    });
    expect(ask(desk, 'retention_rate', { period: '2025-Q4' })[0]).toMatchObject({ status: 'ok' });
    expect(ask(desk, 'churn_rate', { period: '2026-Q1' })[0]).toMatchObject({ status: 'edge' });
    expect(ask(desk, 'churn_rate', { period: '2026-Q2' })[0]).toMatchObject({ value: null, n: 0 });
  });

  it('is followed for a year up to its own end where no period is asked for', async () => {
    const { desk } = await readFiles({ 'customers.csv': list('2025-12-20') }, { asOf });
    const [row] = ask(desk, 'retention_rate');
    // A year back from 26 January 2026: 26 January 2025, when those of 1 and 16 January had left; 22 more left since.
    expect(row).toMatchObject({ n: 58, value: 36 / 58, status: 'ok' });
    expect(row.reason?.english).toContain('before the customer file ends');
  });

  it('has no periods behind its end', async () => {
    const { desk } = await readFiles({ 'customers.csv': list('2025-12-20') }, { asOf });
    const retention = retentionOf(desk, options);
    expect(retention?.periods.at(-1)?.period.label).toBe('2025-12');
    expect(retention?.knownTo).toBe(day('2026-01-26'));
  });

  it('is current while its silence is one that it had before', async () => {
    const { desk } = await readFiles({ 'customers.csv': list('2026-06-20') }, { asOf });
    expect(tenuresOf(desk)?.endsKnownTo).toBe(Number.POSITIVE_INFINITY);
    // Everybody leaves in January: from February to November nobody is due.
    const season = ['2023', '2024', '2025', '2026'].flatMap((year, y) =>
      Array.from({ length: 10 }, (_, i) => `S${y}${i},2022-0${1 + (i % 9)}-01,${year}-01-${10 + i}`),
    );
    const stay = Array.from({ length: 40 }, (_, i) => `T${i},2022-01-01,`);
    const yearly = csv('customer_id,signed_up,cancelled_on', ...season, ...stay);
    const { desk: renewing } = await readFiles({ 'c.csv': yearly }, { asOf: '2026-12-01T00:00:00Z' });
    expect(tenuresOf(renewing)?.endsKnownTo).toBe(Number.POSITIVE_INFINITY);
  });

  it('goes on where it names an end soon behind the other files', async () => {
    // The next one of these ends is nearer than they are to each other; the other one is of a contract of years.
    for (const [next, isCurrent] of [
      ['2026-07-04', true],
      ['2027-07-04', false],
    ] as const) {
      const { desk } = await readFiles(
        { 'customers.csv': `${list('2025-12-20')}C60,2024-01-01,${next}\n` },
        { asOf },
      );
      expect(tenuresOf(desk)?.endsKnownTo === Number.POSITIVE_INFINITY).toBe(isCurrent);
    }
  });

  it('is believed where it is said to be complete', async () => {
    const { desk } = await readFiles({ 'customers.csv': list('2025-12-20') }, { asOf, complete: true });
    expect(tenuresOf(desk)?.endsKnownTo).toBe(Number.POSITIVE_INFINITY);
  });
});

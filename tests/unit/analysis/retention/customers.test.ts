import { describe, expect, it } from 'vitest';
import { tenuresOf } from '../../../../src/analysis/metrics/customer-tenures.ts';
import { retentionOf } from '../../../../src/analysis/retention/index.ts';
import type { Retention } from '../../../../src/model/retention.ts';
import { utc } from '../../../../src/time/zone.ts';
import { ask, DAY, readFiles } from '../../../desk.ts';

const head = 'Customer email,Plan,Started at,Ended at';
const customers = [
  head,
  'c1@example.org,Pro,2026-01-10T00:00:00Z,',
  'c2@example.org,Pro,2026-01-20T00:00:00Z,2026-03-15T00:00:00Z',
  'c3@example.org,Free,2026-02-01T00:00:00Z,2026-02-20T00:00:00Z',
  'c4@example.org,Free,2026-02-10T00:00:00Z,',
  'c5@example.org,Pro,2026-03-05T00:00:00Z,2026-06-30T00:00:00Z',
  'c6@example.org,Free,2026-04-01T00:00:00Z,2026-08-01T00:00:00Z',
  'c7@example.org,Pro,2026-01-31T00:00:00Z,2026-04-01T00:00:00Z',
];
const asOf = '2026-07-01T00:00:00Z';
const options = { kind: null, every: 'month', zone: utc, weekStarts: 1 } as const;

async function retention(
  lines: readonly string[],
  more: { asOf?: string; by?: string[] } = {},
): Promise<Retention> {
  const { desk } = await readFiles(
    { 'customers.csv': `${lines.join('\n')}\n` },
    { asOf: more.asOf ?? asOf, columns: more.by ?? [] },
  );
  const found = retentionOf(desk, { ...options, by: more.by });
  if (!found) throw new Error('no retention');
  return found;
}

describe('retention of customers', () => {
  it('counts who of those at a period’s start is still there at its end', async () => {
    const { periods, kind, active, people } = await retention(customers);
    expect(kind).toBe('customers');
    expect(people).toBe(7);
    // c1, c4, and c6, whose end lies after as-of.
    expect(active).toBe(3);
    expect(periods.map(({ period, n, kept, joined }) => [period.label, n, kept, joined])).toEqual([
      ['2026-01', 0, 0, 3],
      // c1 c2 c7; c3 begins with the month itself and is new in it.
      ['2026-02', 3, 3, 2],
      // c1 c2 c4 c7; c2 leaves. c7 ends with the first instant of April, so it was there all March.
      ['2026-03', 4, 3, 1],
      ['2026-04', 4, 3, 1],
      ['2026-05', 4, 4, 0],
      // c5 leaves on the 30th. July has not ended by as-of.
      ['2026-06', 4, 3, 0],
    ]);
    // Wilson for 3 of 4: R: prop.test(3, 4, correct = FALSE)$conf.int.
    expect(periods[2]).toMatchObject({ value: 0.75, status: 'too_few' });
    expect(periods[2].low).toBeCloseTo(0.3006, 4);
    expect(periods[2].high).toBeCloseTo(0.9544, 4);
  });

  it('follows cohorts as far as months have ended', async () => {
    const { cohorts, before } = await retention(customers);
    expect(before).toBe(0);
    expect(
      cohorts.map(({ period, size, cells }) => [period.label, size, cells.map(({ kept }) => kept)]),
    ).toEqual([
      ['2026-01', 3, [3, 3, 2, 1, 1, 1]],
      ['2026-02', 2, [1, 1, 1, 1, 1]],
      ['2026-03', 1, [1, 1, 1, 0]],
      ['2026-04', 1, [1, 1, 1]],
    ]);
  });

  it('draws the survival curve of R', async () => {
    const { survival } = await retention(customers);
    // R 4.2.2, survival 3.5-3: f <- survfit(Surv(c(172,54,19,141,117,91,60), c(0,1,1,0,1,0,1)) ~ 1, conf.type = "log-log");
    // summary(f, times = 365.25 / 12 * 0:5); quantile(f, .5). At two months only four are at risk: the course ends.
    expect(survival?.points.map(({ months, atRisk }) => [months, atRisk])).toEqual([
      [0, 7],
      [1, 6],
    ]);
    expect(survival?.points[1].value).toBeCloseTo(0.85714286, 8);
    expect(survival?.points[1].low).toBeCloseTo(0.334053879, 8);
    expect(survival?.points[1].high).toBeCloseTo(0.97856106, 8);
    expect(survival?.median).toEqual({ value: 117 * DAY, low: 19 * DAY, high: null });
  });

  it('tells customers apart by a column of their list', async () => {
    const { segments } = await retention(customers, { by: ['Plan'] });
    // Customer months at risk and kept, by hand. Pro: c1 5 of 5, c2 2 1, c5 3 2, c7 3 2. Free: c4 4 4, c6 2 2.
    expect(segments).toHaveLength(1);
    expect(segments[0].rows.map(({ name, n, kept, active }) => [name, n, kept, active])).toEqual([
      ['Pro', 13, 10, 1],
      ['Free', 6, 6, 2],
    ]);
  });

  it('is the same in any order of rows', async () => {
    const [first, ...rest] = customers;
    expect(await retention([first, ...rest.reverse()])).toEqual(await retention(customers));
  });

  it('joins stretches that follow each other, and knows customers who came back', async () => {
    const { desk } = await readFiles(
      {
        'customers.csv': [
          head,
          'a@example.org,Free,2026-01-01T00:00:00Z,2026-02-01T00:00:00Z',
          'a@example.org,Pro,2026-02-01T12:00:00Z,',
          'b@example.org,Pro,2026-01-01T00:00:00Z,2026-02-10T00:00:00Z',
          'b@example.org,Pro,2026-04-10T00:00:00Z,2026-05-05T00:00:00Z',
          'd@example.org,Pro,2026-05-01T00:00:00Z,2026-04-01T00:00:00Z',
          'e@example.org,Pro,2026-09-01T00:00:00Z,',
          '',
        ].join('\n'),
      },
      { asOf },
    );
    const tenures = tenuresOf(desk);
    expect(tenures?.size).toBe(2);
    expect([...(tenures?.offsets ?? [])]).toEqual([0, 1, 3]);
    expect([...(tenures?.endedAt ?? [])]).toEqual([
      Number.POSITIVE_INFINITY,
      Date.parse('2026-05-05T00:00:00Z'),
    ]);
    expect(tenures?.leftOut).toEqual(
      new Map([
        ['ended_before_start', 1],
        ['started_after_as_of', 1],
      ]),
    );
    const found = retentionOf(desk, options);
    // February: both were there, b left. March: a alone. May: a and b, b left again.
    expect(found?.periods.map(({ n, kept }) => [n, kept])).toEqual([
      [0, 0],
      [2, 1],
      [1, 1],
      [1, 1],
      [2, 1],
      [1, 1],
    ]);
  });

  it('says that ends are missing where nobody seems to have left for years', async () => {
    const lines = [head];
    // Forty customers since 2022, one of whom leaves each month of 2026: none can have left before, none is in a cohort.
    for (let i = 0; i < 40; i++) {
      const start = new Date(Date.UTC(2022, i, 5)).toISOString();
      const end = i < 6 ? new Date(Date.UTC(2026, i, 10)).toISOString() : '';
      lines.push(`x${i}@example.org,Pro,${start},${end}`);
    }
    lines.push('new@example.org,Pro,2026-02-02T00:00:00Z,');
    const { knownFrom, before, cohorts, survival } = await retention(lines);
    expect(knownFrom).toBe(Date.UTC(2026, 0, 10));
    expect(before).toBe(40);
    expect(cohorts.map(({ period }) => period.label)).toEqual(['2026-02']);
    // The first end dates the beginning and is nobody's event: 41 rows less that one.
    expect(survival).toMatchObject({ customers: 40, ended: 5 });
  });

  it('takes as-of from the newest start where there are no tickets, never from an end in the future', async () => {
    const { desk } = await readFiles({ 'customers.csv': `${customers.join('\n')}\n` });
    expect(desk.asOf).toBe(Date.parse('2026-04-01T00:00:00Z'));
  });
});

describe('retention_rate and churn_rate', () => {
  it('are complements, by period, for whole periods only', async () => {
    const { desk } = await readFiles({ 'customers.csv': `${customers.join('\n')}\n` }, { asOf });
    const months = ask(desk, 'retention_rate,churn_rate', { every: 'month' });
    const of = (metric: string) => months.filter((figure) => figure.metric === metric);
    expect(of('retention_rate').map(({ value }) => value)).toEqual([null, 1, 0.75, 0.75, 1, 0.75, null]);
    expect(of('churn_rate').map(({ value }) => value)).toEqual([null, 0, 0.25, 0.25, 0, 0.25, null]);
    expect(of('churn_rate').at(-1)).toMatchObject({
      status: 'window_open',
      reason: { english: 'the period is not over yet' },
    });
  });

  it('are unavailable where tickets are split or filtered', async () => {
    const { desk } = await readFiles(
      {
        'customers.csv': `${customers.join('\n')}\n`,
        'tickets.csv':
          'Ticket ID,Created at,Solved at,Status,Group,Requester\n1,2026-05-01T00:00:00Z,2026-05-02T00:00:00Z,solved,A,c1@example.org\n',
      },
      { asOf },
    );
    for (const asked of [{ by: ['group'] }, { where: 'group = A' }]) {
      const [figure] = ask(desk, 'churn_rate', asked);
      expect(figure).toMatchObject({ value: null, status: 'unavailable' });
      expect(figure.reason?.english).toMatch(/deskstat retention/);
    }
    const [whole] = ask(desk, 'retention_rate');
    // A year back nobody was a customer.
    expect(whole).toMatchObject({ value: null, n: 0 });
  });

  it('say what they need', async () => {
    const { desk } = await readFiles({
      'tickets.csv': 'Ticket ID,Created at,Status\n1,2026-05-01T00:00:00Z,open\n',
    });
    expect(ask(desk, 'retention_rate')[0]).toMatchObject({
      status: 'unavailable',
      reason: { english: expect.stringMatching(/--customers/) },
    });
  });
});

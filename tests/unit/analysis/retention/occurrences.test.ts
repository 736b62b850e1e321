import { describe, expect, it } from 'vitest';
import { retentionOf } from '../../../../src/analysis/retention/index.ts';
import { utc } from '../../../../src/time/zone.ts';
import { readFiles } from '../../../desk.ts';

const options = { kind: null, every: null, zone: utc, weekStarts: 1 } as const;

/** One row an order, every person's days given in short: month-day of 2026. */
function activity(days: Readonly<Record<string, readonly string[]>>): string {
  const rows = Object.entries(days).flatMap(([who, list]) =>
    list.map((day) => `${who}@example.org,2026-${day}T09:00:00Z,order`),
  );
  return ['Customer email,Ordered at,Kind', ...rows, ''].join('\n');
}

describe('retention by activity', () => {
  const orders = activity({
    // First seen in January, the first covered month: before.
    a: ['01-05', '01-20', '02-10', '03-03'],
    b: ['02-02', '02-09', '03-09', '04-28'],
    c: ['02-20', '04-02'],
    d: ['03-01', '03-15'],
    e: ['04-04', '04-30'],
  });

  it('makes classic cohorts, without those who were there in the first month', async () => {
    const { desk } = await readFiles(
      { 'orders.csv': orders },
      { kinds: { 'orders.csv': 'activity' }, asOf: '2026-05-01T00:00:00Z' },
    );
    const found = retentionOf(desk, { ...options, every: 'month' });
    expect(found).toMatchObject({
      kind: 'activity',
      every: 'month',
      people: 5,
      before: 1,
      active: 3,
      survival: null,
    });
    expect(
      found?.cohorts.map(({ period, size, cells }) => [period.label, size, cells.map(({ kept }) => kept)]),
    ).toEqual([
      ['2026-02', 2, [2, 1, 2]],
      ['2026-03', 1, [1, 0]],
      ['2026-04', 1, [1]],
    ]);
    // Of those active the month before: January a → February a; February a b c → March a b; March a b d → April b.
    expect(found?.periods.map(({ period, n, kept, joined }) => [period.label, n, kept, joined])).toEqual([
      ['2026-02', 1, 1, 2],
      ['2026-03', 3, 2, 1],
      ['2026-04', 3, 1, 1],
    ]);
  });

  it('takes wider periods where people come more rarely than every twenty days', async () => {
    const rare = activity({ a: ['01-01', '02-10', '03-22'], b: ['01-05', '02-14', '05-05'] });
    const { desk } = await readFiles({ 'orders.csv': rare }, { kinds: { 'orders.csv': 'activity' } });
    const found = retentionOf(desk, options);
    // Gaps of 40, 40, 40 and 80 days: the median is 40.
    expect(found).toMatchObject({ every: 'quarter', medianGap: 40 * 86_400_000 });
    expect(retentionOf(desk, { ...options, every: 'month' })?.every).toBe('month');
  });

  it('leaves out what nobody did, what has no date, and what lies after as-of', async () => {
    const text = `${orders},2026-03-03T00:00:00Z,order\nz@example.org,2026-06-01T00:00:00Z,order\n`;
    const { desk, rejects } = await readFiles(
      { 'orders.csv': text },
      { kinds: { 'orders.csv': 'activity' }, asOf: '2026-05-01T00:00:00Z', maxRejected: 0.5 },
    );
    expect(rejects).toHaveLength(1);
    expect(retentionOf(desk, options)?.leftOut).toEqual([['after_as_of', 1]]);
  });
});

describe('retention by tickets', () => {
  it('is about returning requesters, without integrations', async () => {
    const rows = ['Ticket ID,Created at,Status,Requester'];
    let id = 0;
    const add = (who: string, day: string): void =>
      void rows.push(`${++id},${day}T00:00:00Z,open,${who}@example.org`);
    for (const day of ['2026-01-02', '2026-02-03']) add('a', day);
    for (const day of ['2026-02-10', '2026-02-11', '2026-04-01']) add('b', day);
    for (const day of ['2026-03-05']) add('c', day);
    // Thirty tickets in seventeen weeks.
    for (let i = 0; i < 30; i++)
      add('monitor', new Date(Date.UTC(2026, 0, 1 + i * 4)).toISOString().slice(0, 10));
    const { desk } = await readFiles(
      { 'tickets.csv': `${rows.join('\n')}\n` },
      { asOf: '2026-05-01T00:00:00Z' },
    );
    const found = retentionOf(desk, { ...options, every: 'month' });
    expect(found).toMatchObject({
      kind: 'tickets',
      people: 3,
      before: 1,
      leftOut: [['frequent_requester', 1]],
    });
    expect(found?.cohorts.map(({ period, cells }) => [period.label, cells.map(({ kept }) => kept)])).toEqual([
      ['2026-02', [1, 0, 1]],
      ['2026-03', [1, 0]],
    ]);
    expect(found?.experience).toBeNull();
    expect(found?.survival).toBeNull();
  });
});

describe('the kind of retention', () => {
  it('is what is asked for, and nothing else', async () => {
    const { desk } = await readFiles({
      'customers.csv':
        'Customer email,Started at,Ended at\na@example.org,2026-01-01,\nb@example.org,2026-01-03,2026-02-01\n',
      'tickets.csv': 'Ticket ID,Created at,Status,Requester\n1,2026-03-01T00:00:00Z,open,a@example.org\n',
    });
    expect(retentionOf(desk, options)?.kind).toBe('customers');
    expect(retentionOf(desk, { ...options, kind: 'tickets' })?.kind).toBe('tickets');
    expect(retentionOf(desk, { ...options, kind: 'activity' })).toBeNull();
  });
});

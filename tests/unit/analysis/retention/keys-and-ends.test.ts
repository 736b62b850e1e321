import { describe, expect, it } from 'vitest';
import { tenuresOf } from '../../../../src/analysis/metrics/customer-tenures.ts';
import { retentionKindsOf, retentionOf } from '../../../../src/analysis/retention/index.ts';
import { utc } from '../../../../src/time/zone.ts';
import { ask, readFiles } from '../../../desk.ts';

const day = (text: string) => Date.parse(`${text}T00:00:00Z`);
const csv = (...lines: string[]): string => `${lines.join('\n')}\n`;
const options = { kind: null, every: 'month', zone: utc, weekStarts: 1 } as const;

describe('customers of whom nobody says that they left', () => {
  const noEnds = csv(
    'Kundennummer;Firma;Kunde seit',
    ...[1, 2, 3, 4, 5, 6].map((n) => `K${n};F${n};2025-0${n}-05`),
  );

  it('have no retention where the list has no end column', async () => {
    const { desk } = await readFiles({ 'kunden.csv': noEnds }, { asOf: '2026-01-01T00:00:00Z' });
    expect(tenuresOf(desk)?.endless).toBe('no_ends');
    expect(retentionKindsOf(desk)).not.toContain('customers');
    for (const metric of ['retention_rate', 'churn_rate'] as const)
      expect(ask(desk, metric, { period: '2025-06' })[0]).toMatchObject({
        value: null,
        status: 'unavailable',
      });
  });

  it('have none where an end column stays empty over twenty customer-years, and have some before that', async () => {
    // 11 customers for 2 years are 22 customer-years; for one year 11.
    const list = csv(
      'customer_id,start_date,end_date',
      ...Array.from({ length: 11 }, (_, i) => `C${i},2024-01-01,`),
    );
    const late = await readFiles({ 'customers.csv': list }, { asOf: '2026-01-01T00:00:00Z' });
    expect(tenuresOf(late.desk)?.endless).toBe('ends_not_recorded');
    const [row] = ask(late.desk, 'retention_rate', { period: '2025-06' });
    expect(row.reason?.english).toContain('none of 11 customers in 22 customer-years');
    const early = await readFiles({ 'customers.csv': list }, { asOf: '2025-01-01T00:00:00Z' });
    expect(tenuresOf(early.desk)?.endless).toBeNull();
  });

  it('leave what they ordered to tell who came back', async () => {
    const orders = csv(
      'order_id,customer_id,order_date',
      ...['2025-06', '2025-07', '2025-08'].flatMap((month, m) =>
        [1, 2, 3].map((n) => `${m}${n},K${n},${month}-1${n}`),
      ),
    );
    const list = csv('customer_id,company,signup_date', ...[1, 2, 3].map((n) => `K${n},F${n},2025-01-05`));
    const { desk } = await readFiles({ 'customers.csv': list, 'orders.csv': orders });
    expect(retentionOf(desk, options)?.kind).toBe('activity');
  });

  it('are left out where another list knows its ends', async () => {
    const withEnds = csv(
      'customer_id,start_date,end_date',
      'A1,2025-01-01,2025-06-15',
      'A2,2025-01-01,',
      'A3,2025-02-01,',
    );
    const without = csv('customer_id,start_date,plan', 'B1,2025-01-01,Pro', 'B2,2025-01-01,Pro');
    const { desk } = await readFiles(
      { 'a.csv': withEnds, 'b.csv': without },
      { asOf: '2026-01-01T00:00:00Z' },
    );
    const tenures = tenuresOf(desk);
    expect(tenures?.size).toBe(3);
    expect(tenures?.leftOut.get('list_without_ends')).toBe(2);
  });
});

describe('when a list of customers ends', () => {
  it.each([
    'Cancelled at',
    'churn_date',
    'Gekündigt am',
    'Fecha de baja',
    'Date de résiliation',
    'বাতিলের তারিখ',
  ])('counts "%s" into as-of: it has happened', async (header) => {
    const list = csv(
      `customer_id,start_date,${header}`,
      'C1,2025-01-01,2025-09-10',
      'C2,2025-02-01,',
      'C3,2025-03-01,',
    );
    const { desk } = await readFiles({ 'customers.csv': list });
    expect(desk.asOf).toBeGreaterThanOrEqual(day('2025-09-10'));
  });

  it.each(['contract_end_date', 'end_date'])('does not count "%s": it may lie ahead', async (header) => {
    const list = csv(
      `customer_id,start_date,${header}`,
      'C1,2025-01-01,2027-01-01',
      'C2,2025-02-01,',
      'C3,2025-03-01,',
    );
    const { desk } = await readFiles({ 'customers.csv': list });
    expect(desk.asOf).toBeLessThan(day('2025-03-03'));
    expect(tenuresOf(desk)?.endedAt.every((end) => end === Number.POSITIVE_INFINITY)).toBe(true);
  });

  it('says nothing of the time before, where nobody left before the newest two months', async () => {
    const rows = Array.from(
      { length: 8 },
      (_, i) => `C${i},2023-0${i + 1}-01,${i === 0 ? '2025-11-20' : ''}`,
    );
    const { desk } = await readFiles(
      { 'customers.csv': csv('customer_id,start_date,churn_date', ...rows) },
      { asOf: '2026-01-01T00:00:00Z' },
    );
    // The newest two months of 1 January begin 62 days before it, on 31 October.
    expect(tenuresOf(desk)?.endsKnownFrom).toBe(day('2025-10-31'));
    expect(ask(desk, 'retention_rate', { period: '2025-06' })[0]).toMatchObject({
      value: null,
      status: 'edge',
    });
    // November is whole: of eight customers one left.
    expect(ask(desk, 'retention_rate', { period: '2025-11' })[0]).toMatchObject({ value: 0.875, n: 8 });
  });

  it('takes all who left on one day as one event', async () => {
    // Twenty customers of two years; six left in one clean-up four months before the list was written. Six ends on six
    // days would make the time before them unlikely ((1/6)^5); one day says nothing about it.
    const rows = Array.from({ length: 20 }, (_, i) => `C${i},2024-01-01,${i < 6 ? '2025-08-31' : ''}`);
    const { desk } = await readFiles(
      { 'customers.csv': csv('customer_id,start_date,churn_date', ...rows) },
      { asOf: '2026-01-01T00:00:00Z' },
    );
    expect(tenuresOf(desk)?.endsKnownFrom).toBe(Number.NEGATIVE_INFINITY);
    expect(ask(desk, 'retention_rate', { period: '2025-08' })[0]).toMatchObject({ value: 0.7, n: 20 });
  });
});

describe('the key of a customer', () => {
  it('is the account that repeats, not the row’s own subscription; a change of plan is no loss', async () => {
    const list = csv(
      'abo_id,kundennummer,tarif,beginn,ende',
      ...[1, 2, 3, 4].flatMap((n) => [
        `S${n}a,K${n},Basis,2025-0${n}-01,2025-0${n + 4}-01`,
        `S${n}b,K${n},Pro,2025-0${n + 4}-01,`,
      ]),
    );
    const { desk } = await readFiles({ 'abos.csv': list }, { asOf: '2025-12-31T00:00:00Z' });
    expect(tenuresOf(desk)?.size).toBe(4);
    expect(ask(desk, 'churn_rate', { period: '2025-07' })[0]).toMatchObject({ value: 0, n: 4 });
  });

  it('is the one that the tickets carry', async () => {
    const list = csv(
      'email,client_no,client id,signup_date,churn_date',
      ...[1, 2, 3, 4].map(
        (n) => `p${n}@example.com,${n},C-00${n},2025-0${n}-01,${n === 4 ? '2025-09-01' : ''}`,
      ),
    );
    const tickets = csv(
      'ticket_id,client id,created_at,resolved_at,status',
      ...[1, 2, 3].map((n) => `${n},C-00${n},2025-07-0${n} 09:00,2025-07-0${n} 12:00,resolved`),
    );
    const { desk } = await readFiles({ 'customers.csv': list, 'tickets.csv': tickets });
    expect(retentionOf(desk, options)?.matched).toMatchObject({ tickets: 3, of: 3 });
  });

  it('is a column of the tickets that stands beside their requester, too', async () => {
    const list = csv(
      'account_id,signup_date,churn_date',
      ...[1, 2, 3, 4].map((n) => `A-00${n},2025-0${n}-01,${n === 4 ? '2025-09-01' : ''}`),
    );
    const tickets = csv(
      'ticket_id,requester_email,account_id,created_at,resolved_at,status',
      ...[1, 2, 3].map(
        (n) => `${n},u${n}@example.com,A-00${n},2025-07-0${n} 09:00,2025-07-0${n} 12:00,resolved`,
      ),
    );
    const { desk } = await readFiles({ 'customers.csv': list, 'tickets.csv': tickets });
    expect(retentionOf(desk, options)?.matched).toMatchObject({ tickets: 3, of: 3 });
  });

  it('is no number that every row has of its own: totals a day are no activity', async () => {
    const totals = csv(
      'id,order_date,orders',
      ...[1, 2, 3, 4, 5, 6].map((n) => `r${n},2026-01-0${n},${n * 3}`),
    );
    await expect(readFiles({ 'orders.csv': totals })).rejects.toThrow();
  });

  it('is never put together from two kinds of ids', async () => {
    const a = csv(
      'customer_id,start_date,end_date',
      ...[1, 2, 3, 4].map((n) => `C${n},2025-0${n}-01,${n === 1 ? '2025-08-01' : ''}`),
    );
    const b = csv('email,start_date,end_date', ...[1, 2, 3].map((n) => `p${n}@example.com,2025-0${n}-01,`));
    const { desk } = await readFiles({ 'a.csv': a, 'b.csv': b }, { asOf: '2026-01-01T00:00:00Z' });
    expect(tenuresOf(desk)?.size).toBe(4);
    expect(desk.problems.map(({ code }) => code)).toContain('customers_not_pooled');
  });

  it('has one stretch where two downloads tell it: the newer one is believed, in any order', async () => {
    const old = csv('customer_id,start_date,end_date', ...[1, 2, 3, 4].map((n) => `C${n},2025-01-0${n},`));
    const now = csv(
      'customer_id,start_date,end_date',
      ...[1, 2, 3, 4].map((n) => `C${n},2025-01-0${n},${n < 3 ? '2025-06-15' : ''}`),
      'C9,2025-12-01,',
    );
    for (const files of [
      { 'a.csv': old, 'b.csv': now },
      { 'a.csv': now, 'b.csv': old },
    ]) {
      const { desk } = await readFiles(files, { asOf: '2026-01-10T00:00:00Z' });
      expect(ask(desk, 'retention_rate', { period: '2025-06' })[0]).toMatchObject({ value: 0.5, n: 4 });
    }
  });

  it('has the account as its key where each row has a subscription of its own, without asking', async () => {
    const list = csv(
      'subscription_id,account_id,start_date,end_date',
      'S1,A1,2025-01-01,2025-03-01',
      'S2,A1,2025-03-01,',
      'S3,A2,2025-01-01,2025-04-10',
      'S4,A3,2025-02-01,',
    );
    const { desk } = await readFiles({ 'subscriptions.csv': list }, { asOf: '2025-12-01T00:00:00Z' });
    expect(tenuresOf(desk)?.size).toBe(3);
    expect(desk.problems.map(({ code }) => code)).not.toContain('field_ambiguous');
  });
});

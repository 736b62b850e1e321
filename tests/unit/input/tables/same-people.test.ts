import { describe, expect, it } from 'vitest';
import { tenuresOf } from '../../../../src/analysis/metrics/customer-tenures.ts';
import { retentionOf } from '../../../../src/analysis/retention/index.ts';
import { customersOfTickets } from '../../../../src/analysis/retention/match.ts';
import { utc } from '../../../../src/time/zone.ts';
import { ask, HOUR, readFiles } from '../../../desk.ts';

const two = (n: number) => String(n).padStart(2, '0');
const ten = Array.from({ length: 10 }, (_, index) => index + 1);
const csv = (head: string, rows: readonly string[]): string => `${head}\n${rows.join('\n')}\n`;

/** Ten customers with one ticket each; the first five have left at the end of June. */
const files = (here: (n: number) => string, there: (n: number) => string) => ({
  'customers.csv': csv(
    'customer_id,start_date,churn_date',
    ten.map((n) => `${here(n)},2025-01-${two(n)},${n <= 5 ? '2025-06-30' : ''}`),
  ),
  'tickets.csv': csv(
    'ticket_id,customer_id,created_at,status,solved_at',
    ten.map((n) => `${n},${there(n)},2025-03-${two(n)}T08:00:00Z,solved,2025-03-${two(n)}T12:00:00Z`),
  ),
});

describe('customers that two files write differently', () => {
  it.each([
    ['letter case', (n: number) => `cust-${n}a`, (n: number) => `CUST-${n}A`],
    ['leading zeros', (n: number) => String(n).padStart(6, '0'), (n: number) => String(n)],
    ['a constant prefix', (n: number) => `CUST-${1000 + n}`, (n: number) => String(1000 + n)],
    ['a thousands separator', (n: number) => `"1,0${two(n)}"`, (n: number) => `10${two(n)}`],
    ['decimals', (n: number) => `${n}.0`, (n: number) => `${n}`],
    [
      'Salesforce’s check letters',
      (n: number) => `0015g00000${'ABCDEFGHIJ'[n - 1]}xyzA`,
      (n: number) => `0015g00000${'ABCDEFGHIJ'[n - 1]}xyzAAAQ`,
    ],
    [
      'a name around the address',
      (n: number) => `c${n}@example.com`,
      (n: number) => `"Firm ${n} <C${n}@Example.com>"`,
    ],
  ])('are one by %s, and it is said', async (_, here, there) => {
    const { desk } = await readFiles(files(here, there));
    const tenures = tenuresOf(desk);
    expect(tenures && customersOfTickets(desk, tenures)?.matched).toMatchObject({ tickets: 10, of: 10 });
    expect(desk.problems.find(({ code }) => code === 'people_written_otherwise')).toMatchObject({
      count: 10,
    });
  });

  it('show no address of a person where it is said', async () => {
    const { desk } = await readFiles(
      files(
        (n) => `c${n}@example.com`,
        (n) => `C${n}@Example.com`,
      ),
    );
    const said = desk.problems.find(({ code }) => code === 'people_written_otherwise');
    expect(JSON.stringify(said?.args)).not.toContain('@');
  });

  it('stay two where a key could mean two', async () => {
    const { desk } = await readFiles(
      files(
        (n) => `A-${n}`,
        (n) => (n % 2 ? `a-${n}` : `A-${n - 1}`),
      ),
    );
    // … stand in both files; a-1, a-3 … are others.
    const tenures = tenuresOf(desk);
    expect(tenures && customersOfTickets(desk, tenures)?.matched.tickets).toBe(5);
  });

  it('came back, whichever of two files of orders and logins tells it', async () => {
    const orders = csv(
      'order_id,customer_id,order_date',
      ten.map((n) => `O${n}x,CUST-00${two(n)},2025-05-${two(n)}`),
    );
    const logins = csv(
      'login_id,customer_id,login_date',
      ten.slice(0, 6).map((n) => `L${n}x,${n},2025-06-${two(n)}`),
    );
    const { desk } = await readFiles(
      { 'orders.csv': orders, 'logins.csv': logins },
      { asOf: '2025-07-01T00:00:00Z' },
    );
    const options = { kind: null, every: 'month', zone: utc, weekStarts: 1 } as const;
    // Ten active in May, six of them in June too.
    const retention = retentionOf(desk, options);
    expect(retention?.people).toBe(10);
    expect(retention?.periods.at(-1)).toMatchObject({ n: 10, kept: 6 });
  });
});

it('takes a message from the requester’s address in other letters for the requester’s', async () => {
  const tickets = csv(
    'id,created_at,requester,status,solved_at',
    ten.map(
      (n) =>
        `${n},2026-04-${two(n)}T08:00:00Z,Person ${n} <P${n}@Example.com>,solved,2026-04-${two(n)}T18:00:00Z`,
    ),
  );
  const messages = csv(
    'ticket_id,sent_at,author',
    ten.flatMap((n) => [
      `${n},2026-04-${two(n)}T08:00:00Z,p${n}@example.com`,
      `${n},2026-04-${two(n)}T09:00:00Z,p${n}@example.com`,
      `${n},2026-04-${two(n)}T11:00:00Z,ana@desk.test`,
    ]),
  );
  const { desk } = await readFiles(
    { 'tickets.csv': tickets, 'messages.csv': messages },
    { kinds: { 'tickets.csv': 'tickets', 'messages.csv': 'messages' } },
  );
  // Asked at 08:00, chased at 09:00, answered at 11:00: the chaser is no answer.
  expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ value: 3 * HOUR, n: 10 });
});

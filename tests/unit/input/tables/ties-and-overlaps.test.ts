import { describe, expect, it } from 'vitest';
import { ask, readFiles } from '../../../desk.ts';

const two = (n: number) => String(n).padStart(2, '0');
const days = Array.from({ length: 12 }, (_, k) => k + 1);
const file = (head: string, rows: readonly string[]): string => `${[head, ...rows].join('\n')}\n`;
const at = (day: number, hour: number): string => `2026-05-${two(day)}T${two(hour)}:00:00Z`;

/** What a desk says under several metrics, of everything in its files. */
async function figuresOf(
  files: Readonly<Record<string, string>>,
  metrics: readonly string[],
  asOf = '2026-06-01T00:00:00Z',
): Promise<unknown> {
  const { desk } = await readFiles(files, { asOf });
  return metrics.map((metric) =>
    // Who stays is asked of a month, everything else of all that is there.
    ask(desk, metric, metric === 'retention_rate' ? { period: '2026-03' } : {}).map(({ value, n }) => [
      metric,
      value,
      n,
    ]),
  );
}

interface Kind {
  readonly head: string;
  readonly rows: readonly string[];
  readonly metrics: readonly string[];
  /** Beside them: the list that they belong to. */
  readonly beside?: Readonly<Record<string, string>>;
}

const listed = {
  'tickets.csv': file(
    'Ticket ID,Created at,Solved at,Status',
    days.map((k) => `${k},${at(k, 8)},${at(k, 20)},Solved`),
  ),
};

/** Rows of each kind in which two of one ticket or customer bear the same stamp, and differ in all that decides. */
const tied: Readonly<Record<string, Kind>> = {
  tickets: {
    head: 'Ticket ID,Created at,Updated at,Solved at,Status',
    rows: days.flatMap((k) => [
      `${k},${at(k, 8)},${at(k, 12)},,Open`,
      `${k},${at(k, 8)},${at(k, 12)},${at(k, 12)},Solved`,
    ]),
    metrics: ['created', 'solved', 'backlog'],
  },
  messages: {
    head: 'ticket_id,sent_at,author_role,author,text',
    rows: days.flatMap((k) => [
      `${k},${at(k, 8)},customer,Mira ${k},where is my parcel number ${k}`,
      `${k},${at(k, 10)},agent,Ben,it was sent to you again today ${k}`,
      `${k},${at(k, 10)},customer,Mira ${k},it has still not arrived here ${k}`,
      `${k},${at(k, 13)},agent,Ben,then we will look for it now ${k}`,
    ]),
    metrics: ['first_response_time.p50', 'next_response_time.p50', 'replies.mean'],
    beside: listed,
  },
  events: {
    head: 'ticket_id,at,status,actor,group',
    rows: days.flatMap((k) => [
      `${k},${at(k, 8)},New,Mira,Sales`,
      `${k},${at(k, 10)},Solved,Ben,Sales`,
      `${k},${at(k, 10)},Open,Ana,Billing`,
      `${k},${at(k, 14)},Solved,Ana,Billing`,
    ]),
    metrics: ['resolution_time.p50', 'reopen_rate', 'reassignments.mean', 'backlog'],
  },
  surveys: {
    head: 'Ticket ID,Answered at,Satisfaction (1-5)',
    rows: days.flatMap((k) => [`${k},${at(k, 21)},5`, `${k},${at(k, 21)},${(k % 2) + 1}`]),
    metrics: ['csat.share', 'csat_mean'],
    beside: listed,
  },
  customers: {
    head: 'customer_id,started_at,ended_at',
    rows: days.flatMap((k) => [`K${k},2026-01-${two(k)},`, `K${k},2026-01-${two(k)},2026-03-${two(k)}`]),
    metrics: ['retention_rate'],
  },
};

describe.each(Object.entries(tied))('%s whose stamps tie', (_, { head, rows, metrics, beside = {} }) => {
  it('say the same in any order of the rows', async () => {
    const said = await figuresOf({ ...beside, 'rows.csv': file(head, rows) }, metrics);
    expect(JSON.stringify(said)).not.toContain('null');
    const pairs = rows.flatMap((row, i) => (i % 2 === 0 ? [rows[i + 1], row] : []));
    for (const order of [rows.toReversed(), pairs])
      expect(await figuresOf({ ...beside, 'rows.csv': file(head, order) }, metrics)).toEqual(said);
  });
});

/** Rows of each kind without ties, as one download has them. */
const plain: Readonly<Record<string, Kind>> = {
  tickets: {
    head: 'Ticket ID,Created at,Solved at,Status',
    rows: days.map((k) => `${k},${at(k, 8)},${at(k, 20)},Solved`),
    metrics: ['created', 'solved', 'resolution_time.p50'],
  },
  messages: { ...tied.messages, rows: tied.messages.rows.filter((_, i) => i % 4 !== 2) },
  events: { ...tied.events, rows: tied.events.rows.filter((_, i) => i % 4 !== 2) },
  surveys: { ...tied.surveys, rows: tied.surveys.rows.filter((_, i) => i % 2 === 0) },
  customers: { ...tied.customers, rows: tied.customers.rows.filter((_, i) => i % 2 === 1) },
};

describe.each(Object.entries(plain))(
  '%s in two downloads that overlap',
  (_, { head, rows, metrics, beside = {} }) => {
    it('say what one download of all says, whichever is named first', async () => {
      const all = await figuresOf({ ...beside, 'all.csv': file(head, rows) }, metrics);
      const per = rows.length / days.length;
      const [older, newer] = [file(head, rows.slice(0, 8 * per)), file(head, rows.slice(4 * per))];
      expect(await figuresOf({ ...beside, 'a.csv': older, 'b.csv': newer }, metrics)).toEqual(all);
      expect(await figuresOf({ ...beside, 'a.csv': newer, 'b.csv': older }, metrics)).toEqual(all);
    });
  },
);

import { describe, expect, it } from 'vitest';
import { ask, readFiles } from '../../../desk.ts';

/**
 * One desk, each of whose files is cut in two, by time and by every second row: no figure may change. Forty tickets, two a
 * day; every fifth is open, every seventh was never answered, every fourth that was solved is rated, a few were reopened.
 */
const HOUR = 3_600_000;
const iso = (at: number): string => new Date(at).toISOString();
const desk = Array.from({ length: 40 }, (_, i) => {
  const created = Date.UTC(2026, 0, 5, 9) + i * 12 * HOUR;
  const answered = i % 7 === 6 ? null : created + (20 + ((i * 37) % 200)) * 60_000;
  const solved = i % 5 === 4 ? null : created + (5 + (i % 11)) * HOUR;
  return { id: i + 1, created, answered, solved, rating: solved && i % 4 === 0 ? 1 + (i % 5) : null };
});
const tickets = desk.map(
  ({ id, created, solved }) =>
    `${id},${iso(created)},${solved ? iso(solved) : ''},${solved ? 'Solved' : 'Open'},c${id % 9}@x.test`,
);
const rated = desk.flatMap(({ id, solved, rating }) =>
  rating && solved ? [`${900 + id},${id},${iso(solved + HOUR)},${rating}`] : [],
);
const messages = desk.flatMap(({ id, created, answered }) => [
  `${id}0,${id},${iso(created)},c${id % 9}@x.test,customer,question ${id}`,
  ...(answered ? [`${id}1,${id},${iso(answered)},ann,agent,answer ${id}`] : []),
]);
const changes = desk
  .flatMap(({ id, created, solved }) => [
    [created, `${id},${iso(created)},status,,new`] as const,
    ...(solved ? [[solved, `${id},${iso(solved)},status,new,solved`] as const] : []),
    ...(solved && id % 6 === 0
      ? [[solved + HOUR, `${id},${iso(solved + HOUR)},status,solved,open`] as const]
      : []),
  ])
  .sort(([a], [b]) => a - b)
  .map(([, row]) => row);
const customers = desk.map(
  ({ id }) => `K${id},2025-0${1 + (id % 8)}-03,${id % 3 === 0 ? `2025-1${id % 3}-10` : ''}`,
);

interface Kind {
  readonly head: string;
  readonly rows: readonly string[];
  readonly metrics: readonly string[];
  /** Files that lie beside it, uncut. */
  readonly beside?: Readonly<Record<string, string>>;
}
const heads = {
  tickets: 'Ticket ID,Created at,Solved at,Status,Requester',
  surveys: 'Response ID,Ticket ID,Submitted at,CSAT (1-5)',
  messages: 'Message ID,Ticket ID,Sent at,Author,Author role,Text',
  events: 'Ticket ID,Timestamp,Field,Old value,New value',
  customers: 'Customer ID,Start,Cancelled on',
} as const;
const csv = (head: string, rows: readonly string[]): string => `${[head, ...rows].join('\n')}\n`;
const list = { 'tickets.csv': csv(heads.tickets, tickets) };
const kinds: Readonly<Record<string, Kind>> = {
  tickets: {
    head: heads.tickets,
    rows: tickets,
    metrics: ['created', 'solved', 'backlog', 'resolution_time', 'csat_response_rate', 'repeat_contact_rate'],
    beside: { 'surveys.csv': csv(heads.surveys, rated) },
  },
  surveys: {
    head: heads.surveys,
    rows: rated,
    metrics: ['csat', 'csat_mean', 'csat_response_rate'],
    beside: list,
  },
  messages: {
    head: heads.messages,
    rows: messages,
    metrics: ['first_response_time', 'unanswered', 'closed_unanswered', 'replies', 'next_response_time'],
    beside: list,
  },
  events: {
    head: heads.events,
    rows: changes,
    metrics: ['reopen_rate', 'resolution_time', 'backlog'],
    beside: list,
  },
  customers: { head: heads.customers, rows: customers, metrics: ['retention_rate', 'churn_rate'] },
};

describe('a file that was cut in two', () => {
  it.each(Object.keys(kinds))('gives the same figures as the whole: %s', async (name) => {
    const { head, rows, metrics, beside = {} } = kinds[name];
    const figures = async (parts: readonly (readonly string[])[]) => {
      const files = Object.fromEntries(parts.map((part, i) => [`${name}${i}.csv`, csv(head, part)]));
      const { desk: read } = await readFiles({ ...beside, ...files });
      return metrics.map((metric) => ask(read, metric as Parameters<typeof ask>[1]));
    };
    const whole = await figures([rows]);
    const half = Math.floor(rows.length / 2);
    expect(await figures([rows.slice(0, half), rows.slice(half)])).toEqual(whole);
    const isEven = (_: string, i: number): boolean => i % 2 === 0;
    expect(await figures([rows.filter(isEven), rows.filter((row, i) => !isEven(row, i))])).toEqual(whole);
    expect(whole.flat().some(({ n }) => (n ?? 0) > 0)).toBe(true);
  });
});

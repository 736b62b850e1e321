import { describe, expect, it } from 'vitest';
import { ask, readFiles } from '../../../desk.ts';

const HOUR = 3_600_000;
const base = Date.UTC(2026, 2, 2, 9);
const at = (row: number, hours: number): number => base + row * 24 * HOUR + hours * HOUR;
const iso = (row: number, hours: number): string => new Date(at(row, hours)).toISOString();
const rows = [0, 1, 2, 3, 4, 5];
const dmy = (row: number, hours: number): string => {
  const [, year, month, day, time] = /^(\d+)-(\d+)-(\d+)T([\d:]+)/.exec(iso(row, hours)) as RegExpExecArray;
  return `${day}-${month}-${year} ${time} +0000`;
};

describe('subscriptions', () => {
  it('of a bill are customers, though they have a status and were created', async () => {
    const data = rows.map((row) => ({
      id: `sub_${row}`,
      object: 'subscription',
      customer: `cus_${row}`,
      status: row < 2 ? 'canceled' : 'active',
      created: at(row, 0) / 1000,
      start_date: at(row, 0) / 1000,
      canceled_at: row < 2 ? at(row, 40 * 24) / 1000 : null,
      current_period_end: at(row, 90 * 24) / 1000,
    }));
    const { desk } = await readFiles({ 'subs.json': JSON.stringify({ object: 'list', data }) });
    expect([desk.tickets.rows, desk.customers?.rows]).toEqual([0, 6]);
  });

  it('of accounts with a beginning and an end are more than names', async () => {
    const lines = rows.map((row) => `A${row},Firm ${row},2025-0${row + 1}-01,2027-0${row + 1}-01,1000`);
    const { desk } = await readFiles({
      'accounts.csv': `Account ID,Account Name,Contract Start,Contract End,ARR\n${lines.join('\n')}\n`,
    });
    expect(desk.customers?.rows).toBe(6);
  });

  it('are no tickets’ own: what has a subject and somebody it was given to stays a ticket', async () => {
    const lines = rows.map(
      (row) => `${row},c${row},${iso(row, 0)},${iso(row, 0)},,open,plan ${row} does not load,Ann`,
    );
    const { desk } = await readFiles({
      't.csv': `id,customer,created,start_date,canceled_at,status,subject,assignee\n${lines.join('\n')}\n`,
    });
    expect(desk.tickets.rows).toBe(6);
  });
});

describe('changes', () => {
  it('nested in a case that is numbered, not called by an id, are that case’s', async () => {
    const cases = rows.map((row) => ({
      case_no: `C${row}`,
      opened: iso(row, 0),
      history: [
        { when: iso(row, 1), from: 'new', to: 'open' },
        { when: iso(row, row + 2), from: 'open', to: 'resolved' },
      ],
    }));
    const { desk } = await readFiles({ 'cases.json': JSON.stringify({ cases }) });
    // After 2 to 7 hours.
    expect([ask(desk, 'resolution_time.p50')[0].n, ask(desk, 'resolution_time.p50')[0].value]).toEqual([
      6,
      4.5 * HOUR,
    ]);
  });

  it('are told by a stream of activities that names tickets', async () => {
    const activities_data = rows.flatMap((row) => [
      {
        performed_at: dmy(row, 0),
        ticket_id: row,
        performer: { id: 9 },
        activity: { new_ticket: true, status: 'Open' },
      },
      {
        performed_at: dmy(row, row + 2),
        ticket_id: row,
        performer: { id: 5 },
        activity: { status: 'Resolved' },
      },
    ]);
    const { desk } = await readFiles({ 'a.json': JSON.stringify({ activities_data }) });
    expect(ask(desk, 'resolution_time.p50')[0].value).toBe(4.5 * HOUR);
  });
});

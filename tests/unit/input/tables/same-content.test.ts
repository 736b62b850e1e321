import { describe, expect, it } from 'vitest';
import { HOUR, readFiles, value } from '../../../desk.ts';

const head = 'Created at,Solved at,Status,Requester,Subject';
const csv = (rows: readonly string[], header = head): string => `${[header, ...rows].join('\n')}\n`;
const told = (desk: Awaited<ReturnType<typeof readFiles>>['desk'], code: string) =>
  desk.problems.find((problem) => problem.code === code)?.count;

const parcel = '2026-01-05T09:00:00Z,,open,ann@example.com,Where is my parcel';
const parcelSolved = '2026-01-05T09:00:00Z,2026-01-06T09:00:00Z,solved,ann@example.com,Where is my parcel';
const invoice = '2026-01-06T10:00:00Z,2026-01-06T11:00:00Z,solved,bob@example.com,Wrong invoice';
const login = '2026-01-07T10:00:00Z,2026-01-07T11:00:00Z,solved,eve@example.com,Cannot log in';

describe('tickets without ids in overlapping downloads', () => {
  it('count once, as the newer download has them, whichever is named first', async () => {
    for (const [first, second] of [
      ['old.csv', 'young.csv'],
      ['young.csv', 'old.csv'],
    ]) {
      const files = { 'old.csv': csv([parcel, invoice]), 'young.csv': csv([login, parcelSolved, invoice]) };
      const { desk } = await readFiles({
        [first]: files[first as keyof typeof files],
        [second]: files[second as keyof typeof files],
      });
      expect(desk.tickets.rows).toBe(3);
      // A day for the parcel, which is open in the older file.
      expect(value(desk, 'resolution_time.max')).toBe(24 * HOUR);
      expect(value(desk, 'backlog')).toBe(0);
      expect(told(desk, 'tickets_without_ids_alike')).toBe(2);
    }
  });

  it('are as many as stand in one file: rows of one file are never the same ticket', async () => {
    const { desk } = await readFiles({ 'a.csv': csv([invoice, invoice, login]), 'b.csv': csv([invoice]) });
    // Two of the invoice and one of the log-in.
    expect(desk.tickets.rows).toBe(3);
    expect(told(desk, 'tickets_without_ids_alike')).toBe(1);
  });

  it('are two where the person, the text or the time differs', async () => {
    const { desk } = await readFiles({
      'a.csv': csv([invoice]),
      'b.csv': csv([
        invoice.replace('bob', 'kim'),
        invoice.replace('Wrong', 'Late'),
        invoice.replace('10:00:00', '10:00:01'),
      ]),
    });
    expect(desk.tickets.rows).toBe(4);
    expect(told(desk, 'tickets_without_ids_alike')).toBeUndefined();
  });

  it('stand for rows of a file that has ids', async () => {
    const { desk } = await readFiles({
      'a.csv': csv([`41,${invoice}`, `42,${login}`], `Ticket ID,${head}`),
      'b.csv': csv([invoice, parcel]),
    });
    expect(desk.tickets.rows).toBe(3);
    expect(told(desk, 'tickets_without_ids_alike')).toBe(1);
  });

  it('are known by whom they are assigned to where no requester is named', async () => {
    const header = 'Created at,Solved at,Status,Assignee,Subject';
    const { desk } = await readFiles({
      'a.csv': csv([invoice], header),
      'b.csv': csv([invoice, login], header),
    });
    expect(desk.tickets.rows).toBe(2);
  });

  it('each count where a day and a person are all that is known', async () => {
    const header = 'Date opened,Date closed,Status,Requester';
    const row = '2026-01-05,2026-01-06,closed,ann@example.com';
    const { desk } = await readFiles({ 'a.csv': csv([row], header), 'b.csv': csv([row], header) });
    expect(desk.tickets.rows).toBe(2);
  });

  it('each count where nobody is named, and that is said', async () => {
    const header = 'Created at,Solved at,Status,Subject';
    const rows = [parcelSolved, invoice, login].map((row) => row.replace(/[a-z]+@example.com,/, ''));
    const { desk } = await readFiles({ 'a.csv': csv(rows, header), 'b.csv': csv(rows.slice(1), header) });
    expect(desk.tickets.rows).toBe(5);
    expect(told(desk, 'tickets_look_alike')).toBe(2);
  });
});

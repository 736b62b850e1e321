import { describe, expect, it } from 'vitest';
import { ask, readFiles } from '../../../desk.ts';

const tickets = [
  'Ticket ID,Created at,Solved at,Status',
  '1,2026-03-02T09:00:00Z,2026-03-02T12:00:00Z,Solved',
  '2,2026-03-03T09:00:00Z,,Open',
  '3,2026-03-04T09:00:00Z,2026-03-04T12:00:00Z,Solved',
].join('\n');
const messages = 'ticket_id,sent_at,author,author_role,public,text\n';

describe('a header without rows', () => {
  it.each([
    ['customers', 'Customer ID,Start date,Cancelled at,Plan'],
    ['customers', 'Kundennummer,Kunde seit,Gekündigt am,Tarif'],
    ['customers', 'customer_id,start_date,churn_date'],
    ['events', 'ticket_id,changed_at,old_status,new_status,actor'],
    ['events', 'Ticket,Zeitpunkt,Alter Status,Neuer Status'],
  ])('is an empty export of %s: %s', async (kind, header) => {
    const { desk } = await readFiles({ 't.csv': tickets, 'list.csv': `${header}\n` });
    expect(desk.sources.find(({ path }) => path.endsWith('list.csv'))?.kinds).toEqual([kind]);
    expect(desk.tickets.rows).toBe(3);
  });

  it('of messages says nothing of answers, and never that they are of other tickets', async () => {
    const { desk } = await readFiles({ 't.csv': tickets, 'm.csv': messages });
    const [first] = ask(desk, 'first_response_time.p50');
    expect([first.value, JSON.stringify(first.reason)]).toEqual([
      null,
      expect.stringContaining('the list of messages holds no rows'),
    ]);
    expect(ask(desk, 'resolution_time.p50')[0].n).toBe(2);
  });

  it('of messages of which none is missing says that nobody wrote', async () => {
    const { desk } = await readFiles({ 't.csv': tickets, 'm.csv': messages }, { complete: true });
    expect(ask(desk, 'unanswered')[0].value).toBe(1);
    expect(ask(desk, 'closed_unanswered')[0].value).toBe(2);
    expect(ask(desk, 'first_response_time.p50')[0].n).toBe(0);
  });

  it('of messages of other tickets is still told as such', async () => {
    const other = `${messages}77,2026-03-02T10:00:00Z,ann,agent,true,we look at it\n78,2026-03-02T10:00:00Z,cora,customer,true,my parcel is late\n`;
    const { desk } = await readFiles({ 't.csv': tickets, 'm.csv': other });
    expect(JSON.stringify(ask(desk, 'first_response_time.p50')[0].reason)).toContain(
      'belong to none of the tickets',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { listWaiting } from '../../../../src/analysis/metrics/who-waits.ts';
import type { Desk } from '../../../../src/model/desk.ts';
import { businessDuration } from '../../../../src/time/calendar.ts';
import { HOUR } from '../../../desk.ts';
import { deskOf, hours } from '../sla/sla-desk.ts';

function waiting(desk: Desk, businessTime: Parameters<typeof listWaiting>[1]['businessTime'] = null) {
  const found = listWaiting(desk, { businessTime });
  if ('unavailable' in found) throw new Error(found.unavailable.english);
  const { id } = desk.tickets.columns;
  return found.map(({ ticket, waited, workingTime, reasons }) => ({
    id: id?.type === 'code' ? id.names.name(id.codes[ticket]) : '',
    waited: waited / HOUR,
    worked: workingTime === null ? null : workingTime / HOUR,
    why: reasons[0],
    reasons,
  }));
}

describe('who waits, from a ticket export', () => {
  const tickets = `id,created_at,first_response_at,solved_at,status,assignee,reopens\n${[
    '1,2026-11-02T09:00:00Z,,,new,,0',
    '2,2026-11-02T10:00:00Z,,,open,Ben,0',
    '3,2026-11-02T11:00:00Z,2026-11-02T12:00:00Z,,on_hold,Ben,0',
    '4,2026-11-02T08:00:00Z,2026-11-02T12:00:00Z,,open,Ben,2',
    '5,2026-11-02T07:00:00Z,2026-11-02T12:00:00Z,,pending,Ben,0',
    '6,2026-11-02T07:00:00Z,2026-11-02T12:00:00Z,2026-11-02T13:00:00Z,solved,Ben,0',
  ].join('\n')}\n`;

  it('lists open tickets in which the desk has to act, the longest first, with every reason', async () => {
    const desk = await deskOf({ tickets }, '2026-11-02T19:00:00Z');
    expect(waiting(desk)).toEqual([
      {
        id: '4',
        waited: 11,
        worked: null,
        why: 'reopened',
        // It was answered once: whether its owner has written since, a ticket export does not say.
        reasons: ['reopened', 'not_solved'],
      },
      { id: '1', waited: 10, worked: null, why: 'no_owner', reasons: ['no_owner', 'not_answered'] },
      { id: '2', waited: 9, worked: null, why: 'owner_silent', reasons: ['owner_silent', 'not_answered'] },
      { id: '3', waited: 8, worked: null, why: 'parked', reasons: ['parked', 'not_solved'] },
    ]);
  });

  it('measures both clocks, sorts by working time, and keeps a mask', async () => {
    const desk = await deskOf({ tickets }, '2026-11-02T19:00:00Z');
    const calendar = hours('Mon-Fri 10:00-18:00');
    // Tickets 1 and 4 both began before the desk opened: the one that waits longer by the calendar comes first.
    expect(
      waiting(desk, (from, to) => businessDuration(calendar, from, to)).map(({ id, waited, worked }) => [
        id,
        waited,
        worked,
      ]),
    ).toEqual([
      ['4', 11, 8],
      ['1', 10, 8],
      ['2', 9, 8],
      ['3', 8, 7],
    ]);
    const masked = listWaiting(desk, { businessTime: null, mask: Uint8Array.of(1, 0, 0, 0, 0, 0) });
    expect(masked).toHaveLength(1);
  });

  it('waits for no first answer where an agent opened the ticket', async () => {
    const opened = `id,created_at,first_response_at,solved_at,status,assignee,outbound\n${[
      '1,2026-11-02T09:00:00Z,,,open,,true',
      '2,2026-11-02T10:00:00Z,,,open,,false',
      '3,2026-11-02T10:30:00Z,2026-11-02T11:00:00Z,2026-11-02T12:00:00Z,solved,Ben,false',
    ].join('\n')}\n`;
    const desk = await deskOf({ tickets: opened }, '2026-11-02T19:00:00Z');
    expect(waiting(desk).map(({ id, reasons }) => [id, reasons])).toEqual([
      ['1', ['no_owner', 'not_solved']],
      ['2', ['no_owner', 'not_answered']],
    ]);
  });

  it('breaks ties by id, whatever the order of rows', async () => {
    const rows = ['b,2026-11-02T09:00:00Z,open', 'a,2026-11-02T09:00:00Z,open'];
    const order = async (list: readonly string[]) =>
      waiting(
        await deskOf({ tickets: `id,created_at,status\n${list.join('\n')}\n` }, '2026-11-02T19:00:00Z'),
      ).map(({ id }) => id);
    expect(await order(rows)).toEqual(['a', 'b']);
    expect(await order([...rows].reverse())).toEqual(['a', 'b']);
  });

  it('cannot be told from an export of solved tickets, or without any sign of an end', async () => {
    const desk = await deskOf({ tickets }, '2026-11-02T19:00:00Z');
    expect(
      listWaiting({ ...desk, coverage: { ...desk.coverage, cut: 'solved' } }, { businessTime: null }),
    ).toHaveProperty('unavailable');
    const bare = await deskOf(
      { tickets: 'id,created_at,first_response_at\n1,2026-11-02T09:00:00Z,2026-11-02T10:00:00Z\n' },
      '2026-11-02T19:00:00Z',
    );
    expect(listWaiting(bare, { businessTime: null })).toHaveProperty('unavailable');
  });
});

describe('who waits, from status changes', () => {
  it('counts from when the desk last had to act', async () => {
    const tickets =
      'id,created_at,status\n1,2026-11-02T09:00:00Z,open\n2,2026-11-02T09:00:00Z,pending\n3,2026-11-02T09:00:00Z,open\n';
    const events = `ticket_id,at,status\n${[
      '1,2026-11-02T09:00:00Z,new',
      '1,2026-11-02T10:00:00Z,pending',
      '1,2026-11-02T14:00:00Z,open',
      '1,2026-11-02T15:00:00Z,on_hold',
      '1,2026-11-02T16:00:00Z,open',
      '2,2026-11-02T09:00:00Z,new',
      '2,2026-11-02T10:00:00Z,pending',
      '3,2026-11-02T09:00:00Z,new',
      '3,2026-11-02T10:00:00Z,solved',
      '3,2026-11-02T18:00:00Z,open',
    ].join('\n')}\n`;
    const desk = await deskOf({ tickets, events }, '2026-11-02T19:00:00Z');
    expect(waiting(desk).map(({ id, waited, why }) => [id, waited, why])).toEqual([
      ['1', 5, 'not_solved'],
      ['3', 1, 'reopened'],
    ]);
  });
});

describe('who waits, from messages', () => {
  it('counts from the oldest unanswered message, and sees that only a bot answered', async () => {
    const tickets =
      'id,created_at,status,requester,assignee\n1,2026-11-02T09:00:00Z,open,ana@example.com,Ben\n2,2026-11-02T09:00:00Z,open,cy@example.com,Ben\n3,2026-11-02T09:00:00Z,open,di@example.com,Ben\n';
    const messages = `ticket_id,sent_at,author,author_role,public,text\n${[
      '1,2026-11-02T09:00:00Z,ana@example.com,customer,true,a',
      '1,2026-11-02T09:00:05Z,Robot,bot,true,We have received your message',
      '2,2026-11-02T09:00:00Z,cy@example.com,customer,true,b',
      '2,2026-11-02T10:00:00Z,Ben,agent,true,c',
      '2,2026-11-02T12:00:00Z,cy@example.com,customer,true,d',
      '2,2026-11-02T13:00:00Z,cy@example.com,customer,true,e',
      '3,2026-11-02T09:00:00Z,di@example.com,customer,true,f',
      '3,2026-11-02T10:00:00Z,Ben,agent,true,g',
    ].join('\n')}\n`;
    const desk = await deskOf({ tickets, messages }, '2026-11-02T19:00:00Z');
    expect(waiting(desk).map(({ id, waited, why }) => [id, waited, why])).toEqual([
      ['1', 10, 'only_bot'],
      ['2', 7, 'owner_silent'],
    ]);
  });
});

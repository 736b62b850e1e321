import { describe, expect, it } from 'vitest';
import { ask, HOUR, MINUTE, readFiles, value } from '../../../desk.ts';

describe('conversations rebuilt from messages', () => {
  const header = 'tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id';
  const day = (time: string) => `Tue Oct 31 ${time} +0000 2017`;
  const rows = [
    `1,ann,True,${day('10:00:00')},my phone is dead,2,`,
    `2,Desk,False,${day('10:20:00')},sorry to hear - which model?,3,1`,
    `3,ann,True,${day('11:00:00')},model 5,4,2`,
    `4,ann,True,${day('11:30:00')},are you there?,5,3`,
    `5,Desk,False,${day('12:00:00')},send it in,,4`,
    `10,bob,True,${day('13:00:00')},no signal since noon,,`,
    `20,Desk,False,${day('09:00:00')},we are hiring!,21,`,
    `21,cid,True,${day('09:30:00')},and your service?,,20`,
  ];

  it('follows reply ids, starts at the customer, and counts agent-opened threads apart', async () => {
    const { desk } = await readFiles({ 'twcs.csv': `${header}\n${rows.join('\n')}\n` });
    expect(desk.tickets.rows).toBe(3);
    const [response] = ask(desk, 'first_response_time.max');
    expect(response).toMatchObject({ value: 20 * MINUTE, n: 1, open: 1 }); // bob waits; the third was opened by the desk
    // Waits: ann 10:00 → 10:20 and 11:00 → 12:00 (from the oldest unanswered message).
    const next = ask(desk, 'next_response_time.min,next_response_time.max');
    expect(next.map((figure) => figure.value)).toEqual([20 * MINUTE, HOUR]);
    expect(value(desk, 'unanswered')).toBe(1);
  });

  it('does not depend on the order of rows', async () => {
    const { desk } = await readFiles({ 'twcs.csv': `${header}\n${[...rows].reverse().join('\n')}\n` });
    expect(value(desk, 'next_response_time.max')).toBe(HOUR);
    expect(value(desk, 'created')).toBe(3);
  });
});

describe('messages of a ticket export', () => {
  const tickets = `id,created_at,solved_at,status,requester
1,2026-03-01T08:00:00Z,2026-03-01T12:00:00Z,solved,ann
2,2026-03-01T09:00:00Z,,open,bob
`;
  const messages = (auto: string) => `ticket_id,created_at,author,author_role,public,body
1,2026-03-01T08:00:00Z,ann,customer,true,help
1,2026-03-01T08:00:05Z,Desk,${auto},true,We got your message and will be in touch.
1,2026-03-01T08:30:00Z,Kim,agent,false,looks like the router
1,2026-03-01T09:00:00Z,Kim,agent,true,restart the router please
2,2026-03-01T09:00:00Z,bob,customer,true,broken too
2,2026-03-01T09:00:03Z,Desk,${auto},true,We got your message and will be in touch.
`;

  it('skips bots and internal notes for the first response, and counts bots as acknowledgement', async () => {
    const { desk } = await readFiles({ 'tickets.csv': tickets, 'messages.csv': messages('bot') });
    expect(ask(desk, 'first_response_time.max')[0]).toMatchObject({ value: HOUR, n: 1, open: 1 });
    expect(value(desk, 'acknowledgement_time.max')).toBe(5000);
    expect(value(desk, 'one_touch_rate')).toBe(1);
    expect(value(desk, 'requester_wait_time.max')).toBe(HOUR);
    expect(value(desk, 'unanswered')).toBe(1);
  });

  it('takes the same quick text on many tickets for automatic', async () => {
    const many = Array.from({ length: 12 }, (_, i) => i + 1);
    const ticketRows = many.map((i) => `${i},2026-03-${String(i).padStart(2, '0')}T08:00:00Z,open,c${i}`);
    const messageRows = many.flatMap((i) => {
      const at = `2026-03-${String(i).padStart(2, '0')}T08`;
      return [
        `${i},${at}:00:00Z,c${i},customer,true,question ${i}`,
        `${i},${at}:00:10Z,Desk,agent,true,Thank you for writing to us.`,
        `${i},${at}:40:00Z,Kim,agent,true,answer ${i}`,
      ];
    });
    const { desk } = await readFiles({
      'tickets.csv': `id,created_at,status,requester\n${ticketRows.join('\n')}\n`,
      'messages.csv': `ticket_id,created_at,author,author_role,public,body\n${messageRows.join('\n')}\n`,
    });
    expect(value(desk, 'first_response_time.p50')).toBe(40 * MINUTE);
    expect(value(desk, 'acknowledgement_time.p50')).toBe(10_000);
    expect(desk.problems.find(({ code }) => code === 'automatic_answers')?.count).toBe(12);
  });
});

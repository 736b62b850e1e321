import { describe, expect, it } from 'vitest';
import { DeskstatError } from '../../../../src/model/problem.ts';
import { ask, readFiles } from '../../../desk.ts';

const day = (n: number): string => `2026-03-${String(n).padStart(2, '0')}`;

describe('two downloads of tickets without ids', () => {
  const row = (n: number): string => `Refund ${n},c${n % 4}@example.com,${day(n)} 09:12,Open`;
  const file = (from: number, to: number): string =>
    `Subject,Requester,Created at,Status\n${Array.from({ length: to - from }, (_, i) => row(from + i)).join('\n')}\n`;

  it('count once what stands in both', async () => {
    const { desk } = await readFiles({ 'one.csv': file(1, 13), 'two.csv': file(9, 21) });
    expect(ask(desk, 'created')[0].value).toBe(20);
    expect(desk.problems.find(({ code }) => code === 'tickets_without_ids_alike')?.count).toBe(4);
  });

  it('count twice what one file holds twice', async () => {
    const { desk } = await readFiles({ 'one.csv': `${file(1, 6)}${row(5)}\n`, 'two.csv': file(5, 8) });
    // 1 2 3 4, 5 twice, 6, 7.
    expect(ask(desk, 'created')[0].value).toBe(8);
  });
});

describe('messages that belong to none of the tickets', () => {
  it('tell nothing of who was not answered', async () => {
    const { desk } = await readFiles({
      'tickets.csv': `Code,Subject,Created at,Solved at,Status\nx,Hi,${day(2)} 09:00,${day(3)} 09:00,Solved\ny,Ho,${day(4)} 09:00,,Open\n`,
      'messages.csv': `Ticket ID,Sent at,Author role,Text\n71,${day(2)} 10:00,agent,Hello\n72,${day(4)} 10:00,agent,Hello\n`,
    });
    const [unanswered, wait] = ask(desk, 'unanswered,first_response_time.p50');
    expect([unanswered.value, wait.value]).toEqual([null, null]);
    expect(unanswered.reason?.english).toContain('--map id=COLUMN');
  });
});

describe('a list of tickets with two columns that could be their creation', () => {
  const list = `Ticket ID,Created at,Created on,Status\n1,${day(2)} 09:00,${day(5)} 09:00,Open\n2,${day(3)} 09:00,${day(3)} 12:00,Open\n3,${day(4)} 09:00,${day(9)} 09:00,Solved\n`;
  const messages = `Ticket ID,Sent at,Author role,Text\n1,${day(2)} 09:00,customer,Hi\n`;

  it('is asked about, also beside messages from which tickets could be made', async () => {
    await expect(readFiles({ 'tickets.csv': list })).rejects.toThrow(DeskstatError);
    await expect(readFiles({ 'tickets.csv': list, 'messages.csv': messages })).rejects.toThrow(DeskstatError);
  });

  it('is not, where the one differs between rows of a ticket: it is when the rows were written', async () => {
    const rows = [1, 2, 3].flatMap((id) =>
      [20, 21].map((written) => `${id},${day(id)} 09:00,${day(written)} 07:00,Open`),
    );
    const { desk } = await readFiles({
      'tickets.csv': `Ticket ID,Date opened,Report date,Status\n${rows.join('\n')}\n`,
    });
    expect(ask(desk, 'created')[0].value).toBe(3);
    expect(desk.coverage.to).toBe(Date.UTC(2026, 2, 3, 9));
  });
});

describe('states that nobody understands beside times to the end', () => {
  it('leave the backlog unknown where they are those of all that may be open', async () => {
    const rows = Array.from(
      { length: 30 },
      (_, i) => `${i + 1},${day(1 + (i % 28))} 09:00,${i % 5 === 0 ? '2,' : '5,600'}`,
    );
    const { desk } = await readFiles({
      't.csv': `Ticket ID,Created at,State,Resolution time (minutes)\n${rows.join('\n')}\n`,
    });
    expect(ask(desk, 'backlog')[0].value).toBeNull();
  });
});

describe('zeros that may be an answer at once or none yet', () => {
  it('leave unknown who was not answered', async () => {
    const rows = Array.from(
      { length: 30 },
      (_, i) => `${i + 1},${day(1 + (i % 28))} 09:00,${i % 10 === 0 ? 'Open,0' : 'Solved,55'}`,
    );
    const { desk } = await readFiles({
      't.csv': `Ticket ID,Created at,Status,First response time (minutes)\n${rows.join('\n')}\n`,
    });
    expect(ask(desk, 'unanswered')[0].value).toBeNull();
    expect(ask(desk, 'first_response_time.p50')[0].value).toBe(55 * 60_000);
  });
});

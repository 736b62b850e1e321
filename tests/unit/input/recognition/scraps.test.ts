import { describe, expect, it } from 'vitest';
import { ask, readFiles } from '../../../desk.ts';

describe('broken lines among rows', () => {
  it('do not make a column that counts the rows the id', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => {
      const day = String(1 + (i % 28)).padStart(2, '0');
      return `${i + 1},HD-${7000 + i * 3},2026-03-${day} 09:00,Open`;
    });
    rows.splice(20, 0, 'broken line 20');
    rows.splice(41, 0, 'broken line 40');
    const messages = rows
      .filter((row) => row.includes(','))
      .map((row) => `${row.split(',')[1]},${row.split(',')[2].replace('09:', '11:')},agent,Hello`);
    const { desk } = await readFiles({
      'tickets.csv': `#,Ticket number,Created at,Status\n${rows.join('\n')}\n`,
      'messages.csv': `Ticket ID,Sent at,Author role,Text\n${messages.join('\n')}\n`,
    });
    const [created, wait] = ask(desk, 'created,first_response_time.p50');
    expect([created.value, wait.n, wait.value]).toEqual([60, 60, 2 * 3_600_000]);
  });
});

describe('states that nobody understands, beside messages', () => {
  it('leave the backlog unknown: having messages is no state', async () => {
    const rows = Array.from(
      { length: 30 },
      (_, i) => `${i + 1},2026-03-02 09:${String(i).padStart(2, '0')},${1 + (i % 4)}`,
    );
    const messages = rows.map((row) => `${row.split(',')[0]},2026-03-02 11:00,agent,Hello`);
    const { desk } = await readFiles({
      'tickets.csv': `Ticket ID,Created at,State\n${rows.join('\n')}\n`,
      'messages.csv': `Ticket ID,Sent at,Author role,Text\n${messages.join('\n')}\n`,
    });
    expect(ask(desk, 'backlog')[0].value).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { ask, readFiles } from '../../../desk.ts';

const header = 'Ticket ID,Created at,Solved at,Status';
/** Three tickets, solved the day after, as a database writes dates. */
const rows = [1, 2, 3].map((day) => `${day},2026-03-0${day} 00:00:00,2026-03-0${day + 1} 00:00:00,Solved`);

describe('files of the same columns are one list', () => {
  it('whose midnights are dates, though no file holds enough of them to tell', async () => {
    const { desk } = await readFiles({
      'a.csv': `${header}\n${rows[0]}\n`,
      'b.csv': `${header}\n${rows[1]}\n`,
      'c.csv': `${header}\n${rows[2]}\n`,
    });
    const whole = await readFiles({ 'all.csv': `${header}\n${rows.join('\n')}\n` });
    const [figure] = ask(desk, 'resolution_time.p50');
    expect(figure).toEqual(ask(whole.desk, 'resolution_time.p50')[0]);
    expect(figure).toMatchObject({ n: 3, precision: 'day' });
  });

  it('whose empty cells say "not yet", so that a nought within working hours is one, in whichever file it stands', async () => {
    const measured = 'Ticket ID,Created at,Status,First response time in business minutes';
    const { desk } = await readFiles({
      'a.csv': `${measured}\n1,2026-03-02 09:00,Open,\n2,2026-03-02 10:00,Solved,30\n`,
      'b.csv': `${measured}\n3,2026-03-03 21:00,Solved,0\n4,2026-03-03 10:00,Solved,30\n`,
    });
    const [figure] = ask(desk, 'first_response_time.p50', { clocks: ['business'] });
    // 0, 30 and 30 minutes.
    expect(figure).toMatchObject({ n: 3, value: 30 * 60_000 });
  });
});

it('counts nothing, month by month, of a desk whose first ticket came later', async () => {
  const { desk } = await readFiles({ 't.csv': `${header}\n${rows.join('\n')}\n` }, { asOf: '2026-02-01' });
  expect(ask(desk, 'backlog', { every: 'month' })).toEqual([]);
});

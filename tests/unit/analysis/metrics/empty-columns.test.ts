import { describe, expect, it } from 'vitest';
import { ask, readFiles } from '../../../desk.ts';

/** So many solved tickets with columns that hold nothing, answered where `answered` says so. */
function tickets(count: number, { answered = false } = {}): string {
  const rows = Array.from({ length: count }, (_, i) => {
    const day = `2026-03-${String(2 + (i % 20)).padStart(2, '0')}`;
    return `${i + 1},${day} 08:00:00,${answered ? `${day} 09:00:00` : ''},${day} 12:00:00,solved,r${i},,,`;
  });
  return `id,created_at,first_response_at,solved_at,status,requester,reopens,replies,csat\n${rows.join('\n')}\n`;
}

const read = async (text: string) => (await readFiles({ 't.csv': text })).desk;

describe('a column that is there and empty', () => {
  it('says that nothing has happened yet while fewer than 20 tickets are finished', async () => {
    const desk = await read(tickets(19));
    expect(ask(desk, 'reopen_rate')[0]).toMatchObject({ value: 0, n: 19 });
    expect(ask(desk, 'one_touch_rate')[0]).toMatchObject({ value: 0, n: 19 });
    expect(ask(desk, 'csat')[0]).toMatchObject({ value: null, n: 0 });
    expect(ask(desk, 'csat')[0].status).not.toBe('unavailable');
  });

  it('is not recorded from 20 finished tickets on, and says both counts', async () => {
    const desk = await read(tickets(20));
    for (const [metric, field] of [
      ['reopen_rate', 'reopens'],
      ['one_touch_rate', 'replies'],
      ['first_contact_resolution', 'replies'],
      ['csat', 'csat'],
      ['csat_response_rate', 'csat'],
      ['unanswered', 'first_response_at'],
    ])
      expect(ask(desk, metric)[0], metric).toMatchObject({
        status: 'unavailable',
        value: null,
        reason: {
          english: `"${field}" is empty on all 20 tickets, 20 of which are finished or answered: it is not recorded`,
        },
      });
  });

  it('is not recorded where another column shows that it must have happened', async () => {
    const desk = await read(tickets(5, { answered: true }));
    expect(ask(desk, 'one_touch_rate')[0]).toMatchObject({ status: 'unavailable' });
    expect(ask(desk, 'first_response_time.p50')[0].value).toBe(3_600_000);
  });

  it('leaves the tickets open where the only end is a closing stamp that nobody has yet', async () => {
    const desk = await read(
      `ticket_id,subject,priority,created_at,closed_at
1,Printer,high,2026-03-02 08:00:00,
2,Invoice,low,2026-03-03 08:00:00,
3,Login,high,2026-03-04 08:00:00,
`,
    );
    expect(ask(desk, 'backlog')[0].value).toBe(3);
  });
});

describe('a first response of nought', () => {
  it('is one where replies were sent, and none yet where not', async () => {
    const desk = await read(
      `id,created_at,first response time (hrs),first responded at,agent interactions,status
1,2026-03-02 08:00:00,0:00:00,,2,open
2,2026-03-02 09:00:00,0:00:00,,0,open
3,2026-03-02 10:00:00,1:00:00,2026-03-02 11:00:00,1,open
`,
    );
    // Of 0 and 60 minutes the median is 30.
    expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ value: 1_800_000, n: 2 });
    expect(ask(desk, 'unanswered')[0].value).toBe(1);
  });
});

it('counts no tickets where their list had to be left out whole', async () => {
  // Ids that a spreadsheet rounded, and several rows a ticket: nobody knows how many there are.
  const rows = Array.from(
    { length: 30 },
    (_, i) => `1.03E+10,Topic ${i % 6},2026-03-0${(i % 9) + 1},Open,v${i}`,
  );
  const { desk } = await readFiles({
    't.csv': `Ticket ID,Subject,Created at,Status,Version\n${rows.join('\n')}\n`,
    'm.csv':
      'Ticket ID,Sent at,Author role,Text\n1.03E+10,2026-03-01 09:00,customer,Help\n1.03E+10,2026-03-01 10:00,agent,Done\n',
  });
  expect(desk.problems.map(({ code }) => code)).toContain('file_not_used');
  expect(ask(desk, 'created')[0]).toMatchObject({ value: null, status: 'unavailable' });
});

it('tells tickets with one rounded id and one creation by who asked', async () => {
  // Two hundred tickets with two rows each, all of one rounded id; the last two came in the same minute.
  const rows = Array.from({ length: 200 }, (_, i) => {
    const at = new Date(Date.UTC(2026, 2, 2, 9) + Math.min(i, 198) * 47 * 60_000).toISOString();
    return [1, 2].map((k) => `1.03E+10,Topic ${i},${at.slice(0, 16)},ann${i}@example.com,Open,entry ${k}`);
  }).flat();
  const text = `Ticket ID,Subject,Created at,Requester,Status,Work log\n${rows.join('\n')}\n`;
  expect(ask((await readFiles({ 't.csv': text })).desk, 'created')[0].value).toBe(200);
});

it('counts no tickets where many lists of them had to be left out', async () => {
  const lost = Array.from(
    { length: 30 },
    (_, i) => `1.03E+10,Topic ${i % 6},2026-03-0${(i % 9) + 1},Open,v${i}`,
  );
  const list = `Ticket ID,Subject,Created at,Status,Version\n${lost.join('\n')}\n`;
  const { desk } = await readFiles({
    ...Object.fromEntries([1, 2, 3, 4].map((k) => [`t${k}.csv`, list])),
    'customers.csv':
      'Customer email,Signed up at,Cancelled at\na@example.com,2025-01-01,\nb@example.com,2025-02-01,2026-01-01\n',
  });
  expect(desk.problems.map(({ code }) => code)).toContain('files_not_used');
  expect(ask(desk, 'created')[0]).toMatchObject({ value: null, status: 'unavailable' });
});

import { describe, expect, it } from 'vitest';
import { commonPrefix, withoutPrefix } from '../../../../src/input/recognition/common-prefix.ts';
import { readFiles } from '../../../desk.ts';

const two = (n: number): string => String(n).padStart(2, '0');

describe('what nearly all headers begin with', () => {
  it('is found in every spelling, and only where it names tickets', () => {
    expect(commonPrefix(['Ticket - ID', 'Ticket - Status', 'Ticket - Created', 'Ticket - Solved'])).toBe(
      'ticket',
    );
    expect(commonPrefix(['case_id', 'case_status', 'case_created', 'team'])).toBeNull();
    expect(commonPrefix(['incidentId', 'incidentState', 'incidentOpened', 'incidentPriority'])).toBe(
      'incident',
    );
    expect(commonPrefix(['customer_id', 'customer_name', 'customer_since', 'customer_plan'])).toBeNull();
  });

  it('is taken off, but not from a header of which nothing would be left', () => {
    expect(withoutPrefix('Ticket - First response at', 'ticket')).toBe('First response at');
    expect(withoutPrefix('incidentOpenedAt', 'incident')).toBe('OpenedAt');
    expect(withoutPrefix('Ticket - ID', 'ticket')).toBe('Ticket - ID');
    expect(withoutPrefix('Team', 'ticket')).toBe('Team');
  });

  it('does not make a log of a list that repeats its tickets', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => {
      const t = Math.floor(i / 2);
      return `T${100 + t},Open,A${t % 3},2026-03-${two(t + 1)} 08:00:00,2026-03-${two(t + 1)} 0${1 + (t % 7) + 1}:00:00,${i % 2 ? 'vip' : 'bug'}`;
    });
    const head =
      'Ticket - ID,Ticket - Status,Ticket - Assigned to,Ticket - Created,Ticket - First response at,Ticket - Tag';
    const { desk } = await readFiles({ 't.csv': `${head}\n${rows.join('\n')}\n` });
    expect(desk.tickets.rows).toBe(20);
  });
});

describe('ids of two downloads', () => {
  const ticket = (n: number): string =>
    `${4000 + 7 * n},2026-03-${two(n)} 08:00:00,${n % 3 ? 'Open' : 'Solved'},${n % 2 ? 'high' : 'low'}`;
  const download = (from: number, to: number, head: string): string => {
    const rows = Array.from({ length: to - from + 1 }, (_, i) => `${from + i},${ticket(from + i)}`);
    return `${head}\n${rows.join('\n')}\n`;
  };

  it.each(['#,Ticket ID,Created at,Status,Priority', 'No,ID,Created at,Status,Priority'])(
    'are not the line numbers (%s)',
    async (head) => {
      // Lines are counted on through both files: 1–20 and 11–28; tickets 11–20 stand in both.
      const { desk } = await readFiles({ 'a.csv': download(1, 20, head), 'b.csv': download(11, 28, head) });
      expect(desk.tickets.rows).toBe(28);
    },
  );

  it('are not the line numbers in a section of tickets', async () => {
    const head = 'Case - No,Case - Request ID,Case - Created at,Case - Status,Case - Priority';
    // Without a column that names tickets more clearly, the number may be theirs.
    const { desk } = await readFiles({ 'a.csv': download(1, 20, head), 'b.csv': download(11, 28, head) });
    expect(desk.tickets.rows).toBe(28);
    const further = await readFiles({
      'b.csv': download(47, 70, head),
      'm.csv':
        'Ticket ID,Sent at,Author type,Text\n4329,2026-04-02 10:00:00,Agent,Good day to you\n4336,2026-04-02 11:00:00,Agent,Good day to you too\n',
    });
    expect(further.desk.messages?.sentAt.length).toBe(2);
  });

  it.each(['Vorgangsnummer', 'Meldingnummer', 'Fallnummer', 'Folienummer'])(
    'are found by what they are called (%s)',
    async (name) => {
      const file = (from: number, to: number): string =>
        `${name},Created at,Status,Priority\n${Array.from({ length: to - from + 1 }, (_, i) => ticket(from + i)).join('\n')}\n`;
      const { desk } = await readFiles({ 'a.csv': file(1, 20), 'b.csv': file(11, 28) });
      expect(desk.tickets.rows).toBe(28);
    },
  );
});

it('is taken off where a letter or a blank of it is wrong before one header', () => {
  for (const name of [
    'Ticke details: First reply',
    'Ticket details:First reply',
    'Ticket deatils: First reply',
  ])
    expect(withoutPrefix(name, 'Ticket details: ')).toBe('First reply');
  for (const name of ['Cas – Status', 'Case –Status', 'Csae – Status'])
    expect([withoutPrefix(name, 'case'), withoutPrefix(name, 'Case – ')]).toEqual(['Status', 'Status']);
  expect(withoutPrefix('Tickets closed', 'ticket')).toBe('Tickets closed');
});

it('leaves whose a bare word is that a section of tickets stands before', () => {
  expect(withoutPrefix('Ticket details: ID', 'Ticket details: ')).toBe('ticket ID');
  expect(withoutPrefix('Ticket details: Group', 'Ticket details: ')).toBe('Group');
});

describe('headers of two hands', () => {
  const names = ['Owner', 'created (UTC)', 'Ticket priority', 'State'];
  const inSection = ['ID', 'Tag', 'Origin', 'Reopen count'].map((name) => `Conversation – ${name}`);

  it('lose the section of tickets where several stand in one, beside others that do not', () => {
    const prefix = commonPrefix([...names, ...inSection]);
    expect(prefix).toBe('Conversation – ');
    expect(withoutPrefix('Conversation – Tag', prefix)).toBe('Tag');
    expect(withoutPrefix('Conversation – ID', prefix)).toBe('conversation ID');
    expect(withoutPrefix('Owner', prefix)).toBe('Owner');
    expect(commonPrefix([...names, ...inSection.slice(1)])).toBeNull();
    expect(
      commonPrefix([...names, ...inSection.map((name) => name.replace('Conversation', 'Client'))]),
    ).toBeNull();
  });

  it('do not make a log of a list that has a row for each tag', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => {
      const t = Math.floor(i / 2);
      return `A${t % 3},2026-03-${two(t + 1)} 08:00:00,low,In progress,${100 + t},${i % 2 ? 'vip' : 'bug'},email,0`;
    });
    const { desk } = await readFiles({
      't.csv': `${[...names, ...inSection].join(',')}\n${rows.join('\n')}\n`,
    });
    expect(desk.tickets.rows).toBe(20);
  });
});

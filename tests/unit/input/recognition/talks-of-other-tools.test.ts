import { describe, expect, it } from 'vitest';
import { ask, readFiles, value } from '../../../desk.ts';

/**
 * Six conversations, answered after 10, 20, 5, 30, 15 and 10 minutes: the median is 750 s. Each has a note of the desk
 * after a minute and a machine's greeting after two seconds, neither of which is an answer.
 */
const SECOND = 1000;
const minutes = [10, 20, 5, 30, 15, 10];
const base = Date.UTC(2026, 2, 2, 9);
interface Line {
  readonly talk: number;
  readonly at: number;
  readonly part: 'customer' | 'bot' | 'note' | 'agent';
  readonly who: string;
  readonly text: string;
}
const lines: readonly Line[] = minutes.flatMap((after, talk) => {
  const start = base + talk * 86_400_000;
  const line = (part: Line['part'], who: string, [seconds, text]: readonly [number, string]): Line => ({
    talk: talk + 1,
    at: start + seconds * 1000,
    part,
    who,
    text,
  });
  return [
    line('customer', `Cora ${talk}`, [0, `Where is my order ${talk}, please?`]),
    line('bot', 'HelperBot', [2, `Have you seen article ${'abcdef'[talk]} of ours?`]),
    line('note', 'Ana Ruiz', [60, `ask the store about this one, ${'uvwxyz'[talk]}`]),
    line('agent', talk % 2 === 0 ? 'Ana Ruiz' : 'Ben Otto', [after * 60, `It left us on day ${talk}.`]),
  ];
});
const iso = (at: number): string => new Date(at).toISOString();
const table = (
  head: string,
  of: (line: Line, row: number) => readonly (string | number | boolean)[],
): string => `${head}\n${lines.map((line, row) => of(line, row).join(',')).join('\n')}\n`;
const median = async (file: string, content: string): Promise<number | null> => {
  const { desk } = await readFiles({ [file]: content });
  const [figure] = ask(desk, 'first_response_time.p50');
  expect(figure.n).toBe(6);
  return (figure.value ?? Number.NaN) / SECOND;
};

describe('who wrote', () => {
  it('is an agent where users stand beside contacts, and a customer where they stand beside agents', async () => {
    const words = (user: string, other: string) =>
      table('Conversation ID,Sent at,Author type,Message type,Author,Text', (line, row) => [
        line.talk,
        iso(line.at + row),
        line.part === 'customer' ? other : user,
        line.part === 'note' ? 'private_note' : 'chat',
        line.who,
        `"${line.text}"`,
      ]);
    expect(await median('drift.csv', words('user', 'contact'))).toBeCloseTo(750, 0);
    expect(await median('intercom.csv', words('admin', 'user'))).toBeCloseTo(750, 0);
    expect(await median('es.csv', words('usuario', 'cliente'))).toBeCloseTo(750, 0);
  });

  it('is told by a column named like a person, where it holds roles and another one the names', async () => {
    const articles = table('id,ticket_id,sender,type,internal,created_by,created_at,body', (line, row) => [
      row + 1,
      line.talk,
      { customer: 'Customer', agent: 'Agent', note: 'Agent', bot: 'System' }[line.part],
      line.part === 'note' ? 'note' : 'email',
      line.part === 'note',
      line.who,
      iso(line.at),
      `"${line.text}"`,
    ]);
    expect(await median('ticket_articles.csv', articles)).toBe(750);
  });

  it('is told by what somebody is to the project, where every person is a User', async () => {
    // Besides each issue's author and a member there is a passer-by, who says "same here" on every issue.
    const issues = minutes.map((after, talk) => ({
      number: talk + 1,
      title: 'x',
      state: 'open',
      created_at: iso(base + talk * 86_400_000),
      closed_at: null,
      user: { login: `asker${talk}`, type: 'User' },
      author_association: 'NONE',
      comments_list: [
        { at: 5, login: 'triage[bot]', type: 'Bot', author_association: 'NONE', body: 'Thank you!' },
        { at: 90, login: 'passer', type: 'User', author_association: 'NONE', body: 'same here' },
        {
          at: after * 60,
          login: 'ana',
          type: 'User',
          author_association: 'MEMBER',
          body: `Update to ${talk}.`,
        },
      ].map(({ at, login, type, ...more }, row) => ({
        id: talk * 10 + row,
        created_at: iso(base + talk * 86_400_000 + at * 1000),
        user: { login, type },
        ...more,
      })),
    }));
    expect(await median('issues.json', JSON.stringify(issues))).toBe(750);
  });

  it('is a machine where one word says so (HelperBot) or the tool’s name for it (Lyro)', async () => {
    const chats = (author: (line: Line) => string) =>
      table('Chat-Nr.,Zeitpunkt,Absendertyp,Absender,Intern,Nachricht', (line) => [
        line.talk,
        iso(line.at),
        line.part === 'customer' ? 'Besucher' : line.part === 'bot' ? author(line) : 'Mitarbeiter',
        line.part === 'bot' ? 'Hilfe' : line.who,
        line.part === 'note' ? 'ja' : 'nein',
        `"${line.text}"`,
      ]);
    expect(
      await median(
        'chat.csv',
        chats(() => 'Lyro'),
      ),
    ).toBe(750);
    expect(
      await median(
        'chat.csv',
        chats(() => 'Automatisch'),
      ),
    ).toBe(750);
    const unnamed = table('Conversation ID,Date,From type,From,Private,Message', (line) => [
      line.talk,
      iso(line.at),
      line.part === 'customer' ? 'visitor' : 'operator',
      line.who,
      line.part === 'note',
      `"${line.text}"`,
    ]);
    expect(await median('widget.csv', unnamed)).toBe(750);
  });
});

describe('which conversation a message belongs to', () => {
  it('is the id that comes back, where each message has an id that could be it too', async () => {
    const threads = table(
      'thread_id,conversation_id,type,created_by_type,created_by,created_at,body',
      (line, row) => [
        900 + row,
        line.talk,
        { customer: 'customer', agent: 'message', note: 'note', bot: 'message' }[line.part],
        line.part === 'customer' ? 'customer' : 'user',
        line.who,
        iso(line.at),
        `"${line.text}"`,
      ],
    );
    const { desk } = await readFiles({ 'threads.csv': threads });
    expect(value(desk, 'created')).toBe(6);
    expect(value(desk, 'first_response_time.p50')).toBe(750 * SECOND);
  });

  it('is told in the way of JSON:API', async () => {
    const data = lines
      .filter(({ part }) => part !== 'note')
      .map((line, row) => ({
        type: 'message',
        id: `m${row}`,
        attributes: {
          direction: line.part === 'customer' ? 'in' : 'out',
          sentAt: iso(line.at),
          preview: line.text,
          auto: line.part === 'bot',
        },
        relationships: {
          conversation: { data: { type: 'conversation', id: `c${line.talk}` } },
          customer: { data: { type: 'customer', id: `p${line.talk}` } },
        },
      }));
    expect(await median('messages.json', JSON.stringify({ data }))).toBe(750);
  });

  it('is the stamp of the thread in an export of Slack', async () => {
    const messages = lines
      .filter(({ part }) => part !== 'note')
      .map((line) => ({
        type: 'message',
        ts: `${line.at / 1000}.000100`,
        thread_ts: `${(base + (line.talk - 1) * 86_400_000) / 1000}.000100`,
        user: line.who,
        text: line.text,
      }));
    expect(await median('support.json', JSON.stringify(messages))).toBe(750);
  });

  it('is the issue that holds it, by whichever of its ids the issue goes', async () => {
    const issues = minutes.map((_, talk) => ({
      id: 8000 + talk,
      iid: talk + 1,
      project_id: 7,
      title: 'x',
      state: 'opened',
      created_at: iso(base + talk * 86_400_000),
      closed_at: null,
      author: { id: 100 + talk, username: `Cora ${talk}` },
      assignees: [],
      notes: lines
        .filter((line) => line.talk === talk + 1 && line.part !== 'customer')
        .map((line, row) => ({
          id: talk * 100 + row,
          body: line.text,
          author: { username: line.who },
          created_at: iso(line.at),
          system: line.part === 'bot',
          internal: line.part === 'note',
        })),
    }));
    expect(await median('issues.json', JSON.stringify(issues))).toBe(750);
  });
});

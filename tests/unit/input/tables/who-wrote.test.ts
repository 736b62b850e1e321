import { describe, expect, it } from 'vitest';
import { ask, HOUR, MINUTE, readFiles, value } from '../../../desk.ts';

const kinds = { 'tickets.csv': 'tickets', 'comments.csv': 'messages', 'users.csv': 'reference' } as const;
const head = 'ticket_id,sent_at,author,public,text';
const at = (day: number, time: string) => `2026-04-${String(day).padStart(2, '0')}T${time}Z`;
const tickets = (rows: readonly string[]) =>
  `id,created_at,solved_at,status,requester,assignee\n${rows.join('\n')}\n`;

describe('where the question stands', () => {
  // Twelve comments of issues whose text is the ticket's own: created 08:00, chased 10:00, answered 11:00.
  const issues = Array.from({ length: 12 }, (_, k) => k + 1);
  const lists = tickets(issues.map((k) => `${k},${at(k, '08:00:00')},${at(k, '18:00:00')},solved,c${k},ana`));
  const chased = (k: number) => [
    `${k},${at(k, '10:00:00')},c${k},true,any news`,
    `${k},${at(k, '11:00:00')},ana,true,done`,
  ];

  it('starts the clock at creation where threads lack their opening; chasers move nothing', async () => {
    const comments = `${head}\n${issues.flatMap(chased).join('\n')}\n`;
    const { desk } = await readFiles({ 'tickets.csv': lists, 'comments.csv': comments }, { kinds });
    expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ value: 3 * HOUR, n: 12 });
    expect(ask(desk, 'next_response_time.max')[0]).toMatchObject({ value: 3 * HOUR, n: 12 });
    expect(desk.problems.map(({ code }) => code)).toContain('question_at_creation');
  });

  it('starts it at the first message where threads hold their opening, however late the ticket was made', async () => {
    const opened = (k: number) => [
      `${k},${at(k, '07:58:00')},c${k},true,it is broken`,
      `${k},${at(k, '08:30:00')},ana,true,done`,
    ];
    const comments = `${head}\n${issues.flatMap(opened).join('\n')}\n`;
    const { desk } = await readFiles({ 'tickets.csv': lists, 'comments.csv': comments }, { kinds });
    expect(value(desk, 'first_response_time.p50')).toBe(32 * MINUTE);
  });

  it('asks every ticket by itself where some threads do and some do not', async () => {
    const mixed = (k: number) =>
      k % 2 === 0 ? chased(k) : [`${k},${at(k, '08:00:30')},c${k},true,help`, ...chased(k).slice(1)];
    const comments = `${head}\n${issues.flatMap(mixed).join('\n')}\n`;
    const { desk } = await readFiles({ 'tickets.csv': lists, 'comments.csv': comments }, { kinds });
    const [low, high] = ask(desk, 'first_response_time.min,first_response_time.max');
    expect([low.value, high.value]).toEqual([3 * HOUR - 30_000, 3 * HOUR]);
  });

  it('takes a ticket without comments for unanswered inside of what they cover, for not recorded outside', async () => {
    const some = issues.filter((k) => k > 3 && k !== 7);
    const comments = `${head}\n${some.flatMap(chased).join('\n')}\n`;
    const { desk } = await readFiles({ 'tickets.csv': lists, 'comments.csv': comments }, { kinds });
    expect(value(desk, 'closed_unanswered')).toBe(1); // 7; 1, 2 and 3 are older than the comments
    expect(ask(desk, 'replies')[0]).toMatchObject({ n: 9 });
    const { desk: whole } = await readFiles(
      { 'tickets.csv': lists, 'comments.csv': comments },
      { kinds, complete: true },
    );
    expect(value(whole, 'closed_unanswered')).toBe(4);
  });

  it('cannot tell where only some threads hold their opening', async () => {
    const mixed = (k: number) =>
      k % 2 === 0 ? chased(k) : [`${k},${at(k, '08:00:30')},c${k},true,help`, ...chased(k).slice(1)];
    const comments = `${head}\n${issues
      .filter((k) => k !== 5)
      .flatMap(mixed)
      .join('\n')}\n`;
    const { desk } = await readFiles({ 'tickets.csv': lists, 'comments.csv': comments }, { kinds });
    expect(ask(desk, 'closed_unanswered')[0]).toMatchObject({ value: null, status: 'unavailable' });
  });
});

describe('who wrote', () => {
  const one = tickets([
    `1,${at(1, '08:00:00')},${at(2, '08:00:00')},solved,mia@shop.example.com,`,
    `2,${at(3, '08:00:00')},,open,leo@shop.example.com,`,
  ]);
  const thread = (rows: readonly string[]) => `${head}\n${rows.join('\n')}\n`;

  it('keeps a leaver an agent, whatever the list of users says today', async () => {
    const list = tickets([`1,${at(1, '08:00:00')},${at(2, '08:00:00')},solved,mia,old`]);
    const comments = thread([`1,${at(1, '08:00:00')},mia,true,hi`, `1,${at(1, '09:00:00')},old,true,done`]);
    const users = 'id,name,email,role\nmia,Mia,mia@example.com,end-user\nold,Olga,old@example.com,end-user\n';
    const { desk } = await readFiles(
      { 'tickets.csv': list, 'comments.csv': comments, 'users.csv': users },
      { kinds },
    );
    expect(value(desk, 'first_response_time.max')).toBe(HOUR);
  });

  it('takes a colleague of the requester for a customer, and whoever answers several for an agent', async () => {
    const { desk } = await readFiles(
      {
        'tickets.csv': one,
        'comments.csv': thread([
          `1,${at(1, '08:00:00')},mia@shop.example.com,true,help`,
          `1,${at(1, '09:00:00')},boss@shop.example.com,true,please hurry`,
          `1,${at(1, '12:00:00')},kim@desk.example.com,true,done`,
          `2,${at(3, '08:00:00')},leo@shop.example.com,true,help`,
          `2,${at(3, '09:00:00')},kim@desk.example.com,true,done`,
        ]),
      },
      { kinds },
    );
    expect(ask(desk, 'first_response_time.max')[0]).toMatchObject({ value: 4 * HOUR, n: 2 });
  });

  it('knows machines by their names, and messages without an author as nobody’s', async () => {
    const { desk } = await readFiles(
      {
        'tickets.csv': one,
        'comments.csv': thread([
          `1,${at(1, '08:00:00')},mia@shop.example.com,true,help`,
          `1,${at(1, '08:00:10')},triage[bot],true,thank you`,
          `1,${at(1, '08:30:00')},,true,we see`,
          `1,${at(1, '10:00:00')},kim@desk.example.com,true,done`,
          `2,${at(3, '08:00:00')},leo@shop.example.com,true,help`,
          `2,${at(3, '08:10:00')},no-reply@desk.example.com,true,thank you`,
        ]),
      },
      { kinds },
    );
    expect(ask(desk, 'first_response_time.max')[0]).toMatchObject({ value: 2 * HOUR, n: 1, open: 1 });
    expect(value(desk, 'acknowledgement_time.min')).toBe(10_000);
  });

  it('says that nobody knows who answered where no message says who wrote it', async () => {
    const comments = `ticket_id,sent_at,text\n1,${at(1, '08:00:00')},help\n1,${at(1, '09:00:00')},done\n2,${at(3, '08:00:00')},help\n`;
    const { desk } = await readFiles({ 'tickets.csv': one, 'comments.csv': comments }, { kinds });
    for (const metric of [
      'first_response_time.p50',
      'unanswered',
      'closed_unanswered',
      'next_response_time.p50',
    ])
      expect(ask(desk, metric)[0]).toMatchObject({ value: null, status: 'unavailable' });
  });

  it('takes a member’s comment for an answer, a passer-by’s and the author’s own for none', async () => {
    const issue = (number: number, comments: readonly object[]) => ({
      number,
      title: `issue ${number}`,
      createdAt: at(number, '08:00:00'),
      closedAt: null,
      updatedAt: at(number, '20:00:00'),
      state: 'OPEN',
      author: { login: `asks${number}` },
      comments,
    });
    const comment = (login: string, authorAssociation: string, time: string) => ({
      id: `${login}${time}`,
      author: { login },
      authorAssociation,
      body: 'text',
      createdAt: time,
    });
    const issues = [
      issue(1, [
        comment('passes', 'NONE', at(1, '09:00:00')),
        comment('passes', 'CONTRIBUTOR', at(1, '09:30:00')),
        comment('owns', 'OWNER', at(1, '12:00:00')),
      ]),
      issue(2, [comment('asks2', 'MEMBER', at(2, '09:00:00'))]),
    ];
    const { desk } = await readFiles({ 'issues.json': JSON.stringify(issues) });
    expect(ask(desk, 'first_response_time.max')[0]).toMatchObject({ value: 4 * HOUR, n: 1, open: 1 });
  });
});

describe('automatic replies', () => {
  it('are one text with other numbers, names and addresses in them, also where threads lack their opening', async () => {
    const days = Array.from({ length: 20 }, (_, k) => k + 1);
    const name = (k: number) => ['Anna', 'Björn', 'Chloé', 'Dmitri'][k % 4] + 'abcdefghijklmnopqrst'[k - 1];
    const list = tickets(days.map((k) => `${k},${at(k, '08:00:00')},,open,${name(k)},`));
    const rows = days.flatMap((k) => [
      `${k},${at(k, '08:00:04')},Desk,true,"Hallo ${name(k)}, wir haben Ihre Anfrage #${4711 + k} erhalten und melden uns bald."`,
      `${k},${at(k, '08:00:40')},Kim,true,${['Ja', 'Nein', 'Bitte', 'Gern'][k % 4]} ${'abcdefghijklmnopqrst'[k - 1].repeat(3)} ${k}x`,
    ]);
    const { desk } = await readFiles(
      { 'tickets.csv': list, 'comments.csv': `${head}\n${rows.join('\n')}\n` },
      { kinds },
    );
    expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ value: 40_000, n: 20 });
  });
});

describe('waits', () => {
  it('end at a solve; thanks are no debt', async () => {
    const list = tickets([
      `1,${at(1, '08:00:00')},${at(1, '12:00:00')},solved,mia,kim`,
      `2,${at(2, '08:00:00')},${at(2, '12:00:00')},solved,leo,kim`,
    ]);
    const rows = [
      `1,${at(1, '08:00:00')},mia,true,help`,
      `1,${at(1, '09:00:00')},kim,true,done`,
      `1,${at(1, '10:00:00')},mia,true,"Vielen Dank, Kim!"`,
      `2,${at(2, '08:00:00')},leo,true,help`,
      `2,${at(2, '09:00:00')},kim,true,done`,
      `2,${at(2, '10:00:00')},leo,true,it fails again`,
    ];
    const { desk } = await readFiles(
      { 'tickets.csv': list, 'comments.csv': `${head}\n${rows.join('\n')}\n` },
      { kinds },
    );
    expect(ask(desk, 'next_response_time.max')[0]).toMatchObject({ value: HOUR, n: 2 });
    const waited = ask(desk, 'requester_wait_time.min,requester_wait_time.max').map((figure) => figure.value);
    expect(waited).toEqual([HOUR, 3 * HOUR]); // 2 also from 10:00 to its solve at 12:00
  });
});

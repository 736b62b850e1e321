import { describe, expect, it } from 'vitest';
import { deskstat } from '../../../cli.ts';
import { ask, readFiles } from '../../../desk.ts';

const MINUTE = 60_000;
const base = Date.UTC(2026, 2, 2, 9);
const at = (talk: number, minutes: number): string =>
  new Date(base + talk * 24 * 60 * MINUTE + minutes * MINUTE).toISOString();
const csv = (header: string, rows: readonly (readonly unknown[])[]): string =>
  `${header}\n${rows.map((row) => row.join(',')).join('\n')}\n`;
const talks = [0, 1, 2, 3, 4, 5, 6];

describe('messages whose flags and codes are told by who wrote', () => {
  /** Answered after 10 to 70 minutes; the second has a note after five. */
  const turns = (asks: unknown, answers: unknown, seen: unknown, note: unknown) =>
    talks.flatMap((talk) => [
      [talk + 1, at(talk, 0), asks, seen, `where is parcel ${talk} now`],
      ...(talk === 1 ? [[talk + 1, at(talk, 5), answers, note, 'look in the store first']] : []),
      [talk + 1, at(talk, 10 * (talk + 1)), answers, seen, `it comes on day ${talk}`],
    ]);

  it.each([
    ['a number of visibility that stands beside all that customers wrote', 0, 1],
    ['the same the other way round', 1, 0],
  ])('hide notes, never what customers wrote: %s', async (_, seen, note) => {
    const header = 'ticket_id,created_at,author_type,visibility,message';
    const { desk } = await readFiles({ 'm.csv': csv(header, turns('customer', 'agent', seen, note)) });
    const [first] = ask(desk, 'first_response_time.p50');
    expect([first.n, first.value]).toEqual([7, 40 * MINUTE]);
  });

  it('go in and out by one letter', async () => {
    const rows = turns('I', 'O', '', '').filter((row) => row[4] !== 'look in the store first');
    const { desk } = await readFiles({
      'm.csv': csv(
        'case_no,msg_date,dir,msg',
        rows.map(([ticket, when, dir, , text]) => [ticket, when, dir, text]),
      ),
    });
    expect(ask(desk, 'first_response_time.p50')[0].value).toBe(40 * MINUTE);
  });
});

describe('who wrote, told by where a message lies or whose team sent it', () => {
  const turns = (asks: string, answers: string) =>
    talks.flatMap((talk) => [
      [talk + 1, at(talk, 0), asks, `where is parcel ${talk} now`],
      [talk + 1, at(talk, 10 * (talk + 1)), answers, `it comes on day ${talk}`],
    ]);

  it.each([
    ['ConversationId,DateTime,Folder,Body', 'Inbox', 'Sent Items'],
    ['conversation,delivered_at,is_from_team,preview', 'FALSE', 'TRUE'],
    ['ticket_href,created_at,agent_response,plain_text_body', 'false', 'true'],
  ])('%s', async (header, asks, answers) => {
    const { desk } = await readFiles({ 'm.csv': csv(header, turns(asks, answers)) });
    expect(ask(desk, 'first_response_time.p50')[0].value).toBe(40 * MINUTE);
  });

  it('is no rating, though a flag for notes is called as a mark in school is', async () => {
    const header = 'ticket_href,created_at,agent_response,note,plain_text_body';
    const rows = turns('false', 'true').map(([ticket, when, role, text]) => [
      ticket,
      when,
      role,
      'false',
      text,
    ]);
    const { desk } = await readFiles({ 'm.csv': csv(header, rows) });
    expect(desk.surveys).toEqual([]);
    expect(ask(desk, 'first_response_time.p50')[0].value).toBe(40 * MINUTE);
  });
});

describe('scores beside a flag each for promoters, passives and detractors', () => {
  it('are NPS', async () => {
    const scores = [10, 9, 9, 8, 7, 6, 10, 3, 9, 10, 0, 9];
    const rows = scores.map((score, i) => [
      at(i, 0),
      i,
      score,
      Number(score > 8),
      Number(score > 6 && score < 9),
      Number(score < 7),
    ]);
    const { desk } = await readFiles({
      'n.csv': csv('Date,Customer,Score,Promoter,Passive,Detractor', rows),
    });
    expect(Math.round(Number(ask(desk, 'nps.score')[0].value))).toBe(33);
  });
});

describe('a log of when and what', () => {
  it('is read by what happened', async () => {
    const rows = talks.flatMap((talk) => [
      [talk, at(talk, 0), 'Ticket created'],
      [talk, at(talk, 20 + talk), 'First reply sent'],
      [talk, at(talk, 100 + 10 * talk), 'Ticket resolved'],
    ]);
    const { desk } = await readFiles({ 'log.csv': csv('ticket,when,what', rows) });
    expect(ask(desk, 'first_response_time.p50')[0].value).toBe(23 * MINUTE);
    expect(ask(desk, 'resolution_time.p50')[0].value).toBe(130 * MINUTE);
  });
});

describe('ends of a scale in a header of underscores', () => {
  it('are its ends: 0 is off it', async () => {
    const rows = [5, 4, 5, 5, 3, 2, 5, 4, 1, 5, 5, 4, 0, 0, 0, 0, 0].map((score, i) => [i, at(i, 0), score]);
    const { desk } = await readFiles({ 's.csv': csv('ticket_id,rated_at,csat_rating_1_to_5', rows) });
    const [csat] = ask(desk, 'csat.share');
    expect([csat.n, csat.value]).toEqual([12, 0.75]);
  });
});

describe('customers who asked to leave', () => {
  const day = (n: number): string =>
    new Date(Date.UTC(2025, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
  const asked = { asOf: '2025-12-31', complete: true };
  const quarter = async (files: Record<string, string>) => {
    const { desk } = await readFiles(files, asked);
    return { ended: desk.customers?.columns.ended_at, desk };
  };

  it('have left when it ended, not when they asked', async () => {
    const rows = Array.from({ length: 12 }, (_, i) => [
      `s${i}`,
      `c${i}`,
      day(i),
      i < 6 ? day(100 + i) : '',
      i < 3 ? day(130 + i) : '',
      i < 3 ? 'canceled' : 'active',
    ]);
    const { ended } = await quarter({
      'subscriptions.csv': csv('id,customer_id,started_at,canceled_at,ended_at,status', rows),
    });
    if (ended?.type !== 'instant') throw new Error('no ends');
    expect([...ended.values].filter((end) => !Number.isNaN(end))).toHaveLength(3);
  });

  it('are there still where the list calls others gone and them not', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => [
      `c${i}`,
      day(i),
      i < 12 ? day(200 + i) : '',
      i < 8 ? 'cancelled' : 'active',
    ]);
    const list = csv('customer_id,started_at,cancelled_at,status', rows);
    const run = deskstat(
      [
        'metrics',
        '-',
        '--customers',
        '-',
        '--metric',
        'retention_rate',
        '--period',
        '2025-Q3',
        '--as-of',
        '2025-12-31',
        '--format',
        'json',
      ],
      { input: list },
    );
    const [rate] = JSON.parse(run.stdout).rows;
    expect([rate.n, rate.value]).toEqual([40, 0.8]);
  });
});

describe('groups of NPS', () => {
  it('are answers where no column has the scores', async () => {
    const groups = [
      'Promoter',
      'Passive',
      'Detractor',
      'Promoter',
      'Promoter',
      'Detractor',
      'Promoter',
      'Passive',
    ];
    const rows = groups.map((group, i) => [`person ${i}`, at(i, 0), group]);
    const { desk } = await readFiles({ 'n.csv': csv('contact,responded,NPS group', rows) });
    expect(ask(desk, 'nps.score')[0].value).toBe(25);
  });
});

describe('a log of changed fields that never names a status', () => {
  it.each([
    [6, 6],
    [40, null],
  ])(
    'says of a few tickets that nobody has moved them, of many that it does not record it: %i',
    async (tickets, backlog) => {
      const rows = Array.from({ length: tickets }, (_, i) => [i, at(0, 60 * i), 'assignee', '', 'Mia']);
      const { desk } = await readFiles({
        'log.csv': csv('ticket_id,changed_at,field,old_value,new_value', rows),
      });
      expect(ask(desk, 'backlog')[0].value).toBe(backlog);
    },
  );
});

it('takes stamps in milliseconds for stamps in a short list with technical names below its header', async () => {
  const rows = talks.map((talk) => [
    talk + 1,
    base + talk * 24 * 60 * MINUTE,
    base + (talk * 24 + 2) * 60 * MINUTE,
  ]);
  const { desk } = await readFiles({
    't.csv': csv('Ticket ID,Date opened,Resolved', [['id', 'created', 'solved'], ...rows]),
  });
  expect(ask(desk, 'resolution_time.p50')[0]).toMatchObject({ value: 120 * MINUTE, n: 7 });
});

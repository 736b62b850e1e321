import { describe, expect, it } from 'vitest';
import { ask, MINUTE, readFiles, value } from '../../../desk.ts';

const stamp = (day: number, time: string) => `2026-04-${String(day).padStart(2, '0')}T${time}Z`;

interface Said {
  readonly bot: Record<string, unknown>;
  readonly person: Record<string, unknown>;
  readonly customer: Record<string, unknown>;
}

/**
 * Twelve conversations: asked at 08:00, greeted by a machine 5 s later, answered by it after 2 minutes in words of their
 * own; the third, sixth, ninth and twelfth answered by Ana after 90 minutes.
 */
function conversations({ bot, person, customer }: Said): string {
  const all = Array.from({ length: 12 }, (_, index) => {
    const k = index + 1;
    const at = (time: string) => stamp(k, time);
    return {
      id: k,
      created_at: at('08:00:00'),
      closed_at: at('12:00:00'),
      status: 'closed',
      messages: [
        {
          id: k * 10,
          created_at: at('08:00:00'),
          ...customer,
          author: { email: `u${k}@example.com`, ...(customer.author ?? {}) },
          body: `where is parcel ${k}`,
        },
        { id: k * 10 + 1, created_at: at('08:00:05'), ...bot, body: 'Hello, let me have a look at this' },
        {
          id: k * 10 + 2,
          created_at: at('08:02:00'),
          ...bot,
          body: `It is ${'abcdefghijkl'[index].repeat(4)} now`,
        },
        ...(k % 3 === 0
          ? [{ id: k * 10 + 3, created_at: at('09:30:00'), ...person, body: `sent again ${k}` }]
          : []),
      ],
    };
  });
  return JSON.stringify({ conversations: all });
}

const nested: Said = {
  customer: { author: { type: 'user', is_bot: false } },
  bot: { author: { email: 'aria@desk.example.com', type: 'staff', is_bot: true } },
  person: { author: { email: 'ana@desk.example.com', type: 'staff', is_bot: false } },
};

describe('messages that a machine wrote', () => {
  it('are no answers where a nested flag says so beside the role', async () => {
    const { desk } = await readFiles({ 'chats.json': conversations(nested) });
    expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ value: 90 * MINUTE, n: 4 });
    expect(value(desk, 'closed_unanswered')).toBe(8);
    expect(desk.problems.find(({ code }) => code === 'messages_by_machines')).toMatchObject({
      count: 24,
      args: { column: 'author.is_bot' },
    });
  });

  it.each([
    ['is_bot', 'true', 'false'],
    ['Sent by bot', 'yes', 'no'],
    ['Automatisch', 'ja', 'nein'],
    ['réponse automatique', 'oui', 'non'],
    ['respuesta_automatica', 'sí', 'no'],
    ['স্বয়ংক্রিয়', 'হ্যাঁ', 'না'],
    ['स्वचालित', 'हाँ', 'नहीं'],
    ['ai_generated', '1', '0'],
    ['is_human', 'false', 'true'],
    ['sender_kind', 'Bot', 'Human'],
    ['via', 'rule', 'web'],
  ])('are known by a column "%s" of a plain file', async (header, machine, people) => {
    const rows = Array.from({ length: 12 }, (_, index) => index + 1).flatMap((k) => [
      `${k},${stamp(k, '08:00:00')},u${k}@example.com,${people},where is parcel ${k}`,
      `${k},${stamp(k, '08:02:00')},aria@desk.example.com,${machine},it is ${k}`,
      `${k},${stamp(k, '09:30:00')},ana@desk.example.com,${people},sent again ${k}`,
    ]);
    const { desk } = await readFiles(
      { 'messages.csv': `ticket_id,sent_at,author,${header},text\n${rows.join('\n')}\n` },
      { kinds: { 'messages.csv': 'messages' } },
    );
    expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ value: 90 * MINUTE, n: 12 });
  });

  it('stay the customer’s where their own mail answers automatically', async () => {
    const rows = Array.from({ length: 12 }, (_, index) => index + 1).flatMap((k) => [
      `${k},${stamp(k, '08:00:00')},u${k}@example.com,customer,${k % 6 === 0},where is parcel ${k}`,
      `${k},${stamp(k, '09:30:00')},ana@desk.example.com,agent,false,sent again ${k}`,
    ]);
    const { desk } = await readFiles(
      { 'messages.csv': `ticket_id,sent_at,author,role,auto_reply,text\n${rows.join('\n')}\n` },
      { kinds: { 'messages.csv': 'messages' } },
    );
    expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ value: 90 * MINUTE, n: 12 });
  });
});

describe('"answers: bots"', () => {
  it('lets a bot’s answer end a wait, and no greeting that everybody gets', async () => {
    const { desk } = await readFiles({ 'chats.json': conversations(nested) }, { answers: 'bots' });
    expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ value: 2 * MINUTE, n: 12 });
    expect(ask(desk, 'next_response_time.max')[0]).toMatchObject({ value: 2 * MINUTE, n: 12 });
    expect(value(desk, 'closed_unanswered')).toBe(0);
    expect(desk.problems.find(({ code }) => code === 'bots_answer')).toMatchObject({ count: 12 });
  });

  it('leaves to people what they did: their replies, and who is named', async () => {
    const { desk } = await readFiles({ 'chats.json': conversations(nested) }, { answers: 'bots' });
    expect(ask(desk, 'replies.max')[0].value).toBe(1);
    const agents = ask(desk, 'created', { by: ['agent'] }).map(({ segment }) => segment.agent);
    expect(agents).not.toContain('aria@desk.example.com');
  });

  it('counts no automatic reply in a person’s name', async () => {
    const rows = Array.from({ length: 12 }, (_, index) => index + 1).flatMap((k) => [
      `${k},${stamp(k, '08:00:00')},u${k}@example.com,customer,where is parcel ${k}`,
      `${k},${stamp(k, '08:00:10')},ana@desk.example.com,agent,Thank you for writing we received request #${k}`,
      `${k},${stamp(k, '09:30:00')},ana@desk.example.com,agent,sent again ${'abcdefghijkl'[k - 1].repeat(3)}`,
    ]);
    const { desk } = await readFiles(
      { 'messages.csv': `ticket_id,sent_at,author,role,text\n${rows.join('\n')}\n` },
      { kinds: { 'messages.csv': 'messages' }, answers: 'bots' },
    );
    expect(value(desk, 'first_response_time.p50')).toBe(90 * MINUTE);
    expect(desk.problems.map(({ code }) => code)).toContain('no_bot_answers');
  });
});

describe('a receipt in few conversations', () => {
  const files = (told: string) => {
    const days = [1, 2, 3];
    return {
      'tickets.csv': [
        'Ticket ID,Created at,Requester,First response at',
        ...days.map((k) => `${k},${stamp(k, '08:00:00')},u${k}@example.com,${stamp(k, told)}`),
        '',
      ].join('\n'),
      'messages.csv': [
        'Ticket ID,Sent at,Author,Author type,Text',
        ...days.flatMap((k) => [
          `${k},${stamp(k, '08:00:05')},Support,Agent,We have received your request ${k} and will look at it`,
          `${k},${stamp(k, '09:30:00')},Ana,Agent,Please restart machine number ${k} now`,
        ]),
        '',
      ].join('\n'),
    };
  };

  it('is no answer where the helpdesk counts a later one as the first', async () => {
    const { desk } = await readFiles(files('09:30:00'));
    expect(ask(desk, 'first_response_time.p50')[0].value).toBe(90 * MINUTE);
  });

  it('is one where the helpdesk counts it', async () => {
    const { desk } = await readFiles(files('08:00:05'));
    expect(ask(desk, 'first_response_time.p50')[0].value).toBe(5000);
  });
});

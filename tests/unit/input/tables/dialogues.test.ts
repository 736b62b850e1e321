import { describe, expect, it } from 'vitest';
import type { Desk } from '../../../../src/model/desk.ts';
import { DeskstatError } from '../../../../src/model/problem.ts';
import { readFiles } from '../../../desk.ts';

interface Turn {
  readonly role: string;
  readonly content: string;
}
const user = (content: string): Turn => ({ role: 'user', content });
const bot = (content: string): Turn => ({ role: 'assistant', content });

/** 44, 22 and 41 characters; the second alone says too little, so the one after it counts too. */
const parcel = 'where is my parcel? it was due on Friday yet';
const short = 'my card does not work.';
const more = 'it is refused in every shop since Monday.';
const conversations: readonly (readonly Turn[])[] = [
  [user(`${parcel}, and nobody answers`), bot('let me look into that'), user('thank you')],
  [
    user('hi'),
    bot('hello, what is it about?'),
    user(short),
    bot('since when?'),
    user(more),
    user('and now?'),
  ],
  [bot('hello, how can we help you today?'), user('please cancel my order of yesterday, the red shoes')],
  [bot('are you still there? this chat will end')],
];
/** Worked out by hand: the first is 66 long; "hi" + 22 < 60, with the third past it; the third goes to its end. */
const openings = [
  `${parcel}, and nobody answers`,
  `hi\n${short}\n${more}`,
  'please cancel my order of yesterday, the red shoes',
  '',
];

function textsOf({ tickets }: Desk): string[] {
  const { description } = tickets.columns;
  if (description?.type !== 'code') return [];
  return Array.from(description.codes, (code) => description.names.name(code));
}

function idsOf({ tickets }: Desk): string[] | null {
  const { id } = tickets.columns;
  return id?.type === 'code' ? Array.from(id.codes, (code) => id.names.name(code)) : null;
}

const lines = (records: readonly object[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');
const read = async (name: string, text: string): Promise<Desk> =>
  (await readFiles({ [name]: text }, { datesOptional: true })).desk;

describe('conversations without dates', () => {
  it('are one text each: what the customer opens with, until 60 characters are said', async () => {
    const desk = await read(
      'talks.jsonl',
      lines(conversations.map((turns, index) => ({ id: `c${index}`, turns }))),
    );
    expect(idsOf(desk)).toEqual(['c0', 'c1', 'c2', 'c3']);
    expect(textsOf(desk)).toEqual(openings);
    expect(desk.messages).toBeNull();
    expect(desk.asOf).toBeNaN();
  });

  it('are told apart by their place where they have no id', async () => {
    const records = conversations.map((messages) => ({ messages }));
    const expected = { lines: [1, 2, 3, 4], ids: null, texts: openings };
    for (const [name, text] of [
      ['lines.jsonl', lines(records)],
      ['array.json', JSON.stringify(records)],
    ]) {
      const desk = await read(name, text);
      expect({ lines: [...desk.tickets.line], ids: idsOf(desk), texts: textsOf(desk) }).toEqual(expected);
    }
  });

  it('are found below other names, with the id of a dialogue', async () => {
    const records = conversations.map((turns, index) => ({
      dialogue_id: `PMUL${index}.json`,
      services: ['shop'],
      turns: turns.map(({ role, content }) => ({
        speaker: role === 'user' ? 'USER' : 'SYSTEM',
        utterance: content,
      })),
    }));
    const desk = await read('dialogues_001.json', JSON.stringify(records));
    expect(idsOf(desk)).toEqual(['PMUL0.json', 'PMUL1.json', 'PMUL2.json', 'PMUL3.json']);
    expect(textsOf(desk)).toEqual(openings);
  });

  it('may lie in a CSV, one turn a row', async () => {
    const rows = conversations.flatMap((turns, index) =>
      turns.map(({ role, content }) => `${index + 1},${role},"${content}"`),
    );
    const desk = await read('talks.csv', `conversation_id,role,text\n${rows.join('\n')}\n`);
    expect(idsOf(desk)).toEqual(['1', '2', '3', '4']);
    expect(textsOf(desk)).toEqual(openings);
  });

  it('describe the tickets that they lie in, whose dates stay', async () => {
    const records = conversations.map((turns, index) => ({
      id: `T-${index}`,
      created_at: `2026-03-0${index + 1}T08:00:00Z`,
      status: 'open',
      priority: 'high',
      turns,
    }));
    const desk = await read('tickets.json', JSON.stringify(records));
    expect(desk.tickets.rows).toBe(4);
    expect(textsOf(desk)).toEqual(openings);
    expect(desk.asOf).toBe(Date.parse('2026-03-04T08:00:00Z'));
  });

  it('are counted where their ticket is in no file', async () => {
    const tickets =
      'Ticket ID,Created at,Status\nc1,2026-03-01T08:00:00Z,Open\nx,2026-03-02T08:00:00Z,Open\n';
    const talks = lines(conversations.map((turns, index) => ({ id: `c${index}`, turns })));
    const { desk } = await readFiles({ 't.csv': tickets, 'talks.jsonl': talks }, { datesOptional: true });
    expect(textsOf(desk)).toEqual([openings[1], '']);
    // 3 turns of c0, 2 of c2 and 1 of c3.
    expect(desk.problems.find(({ code }) => code === 'messages_without_ticket')?.count).toBe(6);
  });

  it('are refused, with what is missing, where figures need dates', async () => {
    const text = lines(conversations.map((turns, index) => ({ id: `c${index}`, turns })));
    const refused = await readFiles({ 'talks.jsonl': text }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(DeskstatError);
    expect((refused as DeskstatError).problem).toMatchObject({
      code: 'undated_messages',
      args: { found: ['_parent.id', 'role', 'content'] },
    });
  });

  it('are no pages of an API, whose messages have ids of their own', async () => {
    const page = {
      messages: [1, 2, 3].map((id) => ({
        id,
        ticket_id: id < 3 ? 7 : 8,
        role: 'user',
        content: 'my parcel has not come yet',
        created_at: `2026-03-0${id}T08:00:00Z`,
      })),
    };
    const desk = await read('page.json', JSON.stringify(page));
    expect(idsOf(desk)).toEqual(['7', '8']);
    expect(desk.messages?.offsets[2]).toBe(3);
  });
});

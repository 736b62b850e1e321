import { describe, expect, it } from 'vitest';
import { ask, readFiles } from '../../../desk.ts';

const HOUR = 3_600_000;
const base = Date.UTC(2026, 2, 2, 9);
const at = (hours: number): string => new Date(base + hours * HOUR).toISOString();

let id = 0;
const audit = (ticket: number, hours: number, author: number, events: readonly object[]) => ({
  id: ++id,
  ticket_id: ticket,
  created_at: at(hours),
  author_id: author,
  via: { channel: 'web' },
  events: events.map((event) => ({ id: ++id, ...event })),
});
const comment = (author: number | null, body: string, isPublic = true) => ({
  type: 'Comment',
  body,
  public: isPublic,
  ...(author === null ? {} : { author_id: author }),
});
const create = (field: string, value: string) => ({ type: 'Create', field_name: field, value });
const change = (field: string, from: string | null, to: string) => ({
  type: 'Change',
  field_name: field,
  previous_value: from,
  value: to,
});
const notice = { type: 'Notification', subject: 'update', body: 'we wrote to you', recipients: [900] };

/** Ticket 1: note after 1 hour, answer after 2, solved then. Ticket 2: answers after 4 and after 6 for what was written after 5. */
const audits = [
  audit(1, 0, 900, [comment(900, 'where is it'), create('status', 'new'), create('requester_id', '900')]),
  audit(1, 1, 7, [comment(7, 'seems lost', false), change('status', 'new', 'open'), notice]),
  audit(1, 2, 7, [comment(null, 'a new one comes'), change('status', 'open', 'solved'), notice]),
  audit(2, 0, 901, [comment(901, 'no log in'), create('status', 'new'), create('requester_id', '901')]),
  audit(2, 4, 8, [
    comment(8, 'reset it'),
    change('assignee_id', null, '8'),
    change('status', 'new', 'pending'),
  ]),
  audit(2, 5, 901, [comment(901, 'did not help'), change('status', 'pending', 'open')]),
  audit(2, 6, 8, [comment(8, 'now it will'), change('status', 'open', 'solved')]),
  // The desk wrote first: nobody waits for its first answer.
  audit(3, 0, 8, [
    comment(8, 'your order is late'),
    create('requester_id', '902'),
    create('status', 'pending'),
  ]),
];
const json = JSON.stringify({ audits, next_page: null, count: audits.length });

describe('messages among the changes of a log', () => {
  it('are read beside the changes, notes and notices apart', async () => {
    const { desk } = await readFiles({ 'audits.json': json });
    const [first] = ask(desk, 'first_response_time.p50');
    expect([first.n, first.value]).toEqual([2, 3 * HOUR]);
    expect(ask(desk, 'resolution_time.p50')[0].value).toBe(4 * HOUR);
    // One wait of ticket 1 (2 h), two of ticket 2 (4 h, 1 h).
    const [next] = ask(desk, 'next_response_time.p50');
    expect([next.n, next.value]).toEqual([3, 2 * HOUR]);
    expect(ask(desk, 'replies.mean')[0].value).toBe(1.5);
  });

  it('tell who asked and who has the ticket by what the log says of it, not by who acted last', async () => {
    const { desk } = await readFiles({ 'audits.json': json });
    const { requester, assignee, opened_by_agent } = desk.tickets.columns;
    if (requester?.type !== 'code' || assignee?.type !== 'code' || opened_by_agent?.type !== 'number')
      throw new Error('no people');
    expect([...requester.codes].map((code) => requester.names.name(code))).toEqual(['900', '901', '902']);
    expect([...assignee.codes].map((code) => (code ? assignee.names.name(code) : ''))).toEqual(['', '8', '']);
    expect([...opened_by_agent.values]).toEqual([0, 0, 1]);
  });

  it('are counted once where the comments stand in a file of their own too', async () => {
    const comments = audits.flatMap(({ ticket_id, created_at, author_id, events }) =>
      events
        .filter((event) => 'type' in event && event.type === 'Comment')
        .map((event) => ({ author_id, ...event, ticket_id, created_at })),
    );
    const { desk } = await readFiles({
      'audits.json': json,
      'ticket_comments.json': JSON.stringify({ comments }),
    });
    expect(ask(desk, 'replies.mean')[0].value).toBe(1.5);
    expect(ask(desk, 'first_response_time.p50')[0].value).toBe(3 * HOUR);
  });

  it('are read where each audit is a line, and no audit is a ticket', async () => {
    const lines = audits.map((each) => JSON.stringify(each)).join('\n');
    const { desk } = await readFiles({ 'ticket_audits.ndjson': lines });
    expect(desk.tickets.rows).toBe(3);
    expect(ask(desk, 'first_response_time.p50')[0].value).toBe(3 * HOUR);
  });
});

import { describe, expect, it } from 'vitest';
import { ask, type DeskOptions, HOUR, MINUTE, readFiles, value } from '../../../desk.ts';

const DAY = 24 * HOUR;
const at = (ticket: number, minutes = 0): string =>
  new Date(Date.UTC(2026, 2, 2, 9) + ticket * DAY + minutes * MINUTE).toISOString();
const table = (head: string, rows: readonly (readonly (string | number)[])[]): string =>
  `${[head, ...rows.map((row) => row.join(','))].join('\n')}\n`;
const six = [0, 1, 2, 3, 4, 5];
/** Answers after 10, 20, … 60 minutes: the median is 35 minutes. */
const MEDIAN = 35 * MINUTE;

async function firstResponse(files: Record<string, string>, options: DeskOptions = {}) {
  const { desk } = await readFiles(files, options);
  const [figure] = ask(desk, 'first_response_time.p50');
  return { value: figure.value, n: figure.n, codes: desk.problems.map(({ code }) => code) };
}

describe('tickets that other files name by another column', () => {
  it('are joined by the column that holds those ids, and that is said', async () => {
    const key = (ticket: number): string => `9f3c${String(ticket).padStart(28, '0')}`;
    const found = await firstResponse({
      'tickets.csv': table(
        'number,uid,created_at,status,requester',
        six.map((i) => [`REQ${100 + i}`, key(i), at(i), 'closed', `c${i}@example.com`]),
      ),
      'messages.csv': table(
        'ticket_id,sent_at,author,body',
        six.flatMap((i) => [
          [key(i), at(i), `c${i}@example.com`, `question number ${i}`],
          [key(i), at(i, 10 * (i + 1)), 'ines@desk.example', `an answer of its own ${i}`],
        ]),
      ),
    });
    expect(found).toMatchObject({ value: MEDIAN, n: 6 });
    expect(found.codes).toContain('ids_in_other_column');
  });

  it('are joined where messages write ids in other letters, with zeros or marks', async () => {
    for (const written of [
      (i: number) => `hd-${i + 1}`,
      (i: number) => `HD 000${i + 1}`,
      (i: number) => `HD_${i + 1}`,
      (i: number) => String(i + 1),
    ]) {
      const found = await firstResponse({
        'tickets.csv': table(
          'ticket id,created at,status,requester',
          six.map((i) => [`HD-${i + 1}`, at(i), 'closed', `c${i}@example.com`]),
        ),
        'messages.csv': table(
          'ticket id,sent at,author,body',
          six.flatMap((i) => [
            [written(i), at(i), `c${i}@example.com`, `question number ${i}`],
            [written(i), at(i, 10 * (i + 1)), 'ines@desk.example', `an answer of its own ${i}`],
          ]),
        ),
      });
      expect(found, written(0)).toMatchObject({ value: MEDIAN, n: 6 });
    }
  });

  it('are joined in an event log too', async () => {
    const { desk } = await readFiles({
      'tickets.csv': table(
        'ticket id,created at,status',
        six.map((i) => [`T-${i + 1}`, at(i), 'solved']),
      ),
      'events.csv': table(
        'ticket id,changed at,field,old value,new value',
        six.flatMap((i) => [
          [`t${i + 1}`, at(i, 30), 'status', 'new', 'open'],
          [`t${i + 1}`, at(i, 120), 'status', 'open', 'solved'],
        ]),
      ),
    });
    expect(value(desk, 'first_resolution_time.p50')).toBe(2 * HOUR);
  });
});

describe('authors of messages', () => {
  // The customer writes once more after 40 minutes: no answer, if it is known who that is.
  const threads = (author: (who: 'customer' | 'desk', ticket: number) => string) =>
    six.flatMap((i) => [
      [i + 1, at(i), author('customer', i), `question number ${i}`],
      [i + 1, at(i, 4), author('customer', i), `one thing more ${i}`],
      [i + 1, at(i, 10 * (i + 1)), author('desk', i), `an answer of its own ${i}`],
    ]);

  it('go by the column that the tickets know people by', async () => {
    const found = await firstResponse({
      'tickets.csv': table(
        'id,created_at,status,requester',
        six.map((i) => [i + 1, at(i), 'closed', `customer${i}`]),
      ),
      'messages.csv': table(
        'ticket_id,created_at,author.id,body,author.username',
        threads((who, i) => (who === 'desk' ? '5' : String(100 + i))).map((row, index) => [
          ...row,
          index % 3 === 2 ? 'ines' : `customer${Math.floor(index / 3)}`,
        ]),
      ),
    });
    expect(found).toMatchObject({ value: MEDIAN, n: 6 });
  });

  it('are known by another column of the tickets', async () => {
    const found = await firstResponse({
      'tickets.csv': table(
        'id,created_at,status,requester,requester_id',
        six.map((i) => [i + 1, at(i), 'closed', `Customer ${'ABCDEF'[i]}`, 700 + i]),
      ),
      'messages.csv': table(
        'ticket_id,created_at,author_id,body',
        threads((who, i) => (who === 'desk' ? '5' : String(700 + i))),
      ),
    });
    expect(found).toMatchObject({ value: MEDIAN, n: 6 });
  });

  it('are known by a list of users that has their addresses', async () => {
    const found = await firstResponse({
      'tickets.csv': table(
        'id,created_at,status,requester',
        six.map((i) => [i + 1, at(i), 'closed', `c${i}@example.com`]),
      ),
      'messages.csv': table(
        'ticket_id,created_at,author_id,body',
        threads((who, i) => (who === 'desk' ? '5' : String(700 + i))),
      ),
      'users.csv': table('id,name,email', [
        ...six.map((i) => [700 + i, `Customer ${'ABCDEF'[i]}`, `c${i}@example.com`]),
        [5, 'Ines', 'ines@desk.example'],
      ]),
    });
    expect(found).toMatchObject({ value: MEDIAN, n: 6 });
  });

  it('of another kind of key than the requesters are told by who wrote first', async () => {
    const found = await firstResponse({
      'tickets.csv': table(
        'id,created_at,status,requester_email',
        six.map((i) => [i + 1, at(i), 'closed', `c${i}@example.com`]),
      ),
      'messages.csv': table(
        'ticket_id,created_at,author_name,body',
        threads((who, i) => (who === 'desk' ? 'Ines Jung' : `Customer ${'ABCDEF'[i]}`)),
      ),
    });
    expect(found).toMatchObject({ value: MEDIAN, n: 6 });
  });

  it('are told by the first response that a ticket has, where the thread lacks its question and another has the ticket', async () => {
    const files = {
      'tickets.csv': table(
        'id,created_at,first_response_at,solved_at,status,requester_email,assignee',
        six.map((i) => [i + 1, at(i), at(i, 30), at(i, 90), 'closed', `c${i}@example.com`, 'Ines Jung']),
      ),
      'messages.csv': table(
        'ticket_id,created_at,author_name,body',
        // The last ticket was answered by somebody who has none of them.
        six.map((i) => [i + 1, at(i, 30), i === 5 ? 'Bo Lind' : 'Ines Jung', `answer ${i}`]),
      ),
    };
    const { desk } = await readFiles(files);
    expect(ask(desk, 'closed_unanswered')[0].value).toBe(0);
    expect(ask(desk, 'replies.mean')[0]).toMatchObject({ value: 1, n: 6 });
  });
});

it('dates messages by the stamp that all of them have, where two agree', async () => {
  const found = await firstResponse({
    'messages.csv': table(
      'ticket_id,created_at,sent_at,author_type,is_private,body',
      six.flatMap((i) => [
        [i + 1, at(i), at(i), 'customer', 'false', `question number ${i}`],
        [i + 1, at(i, 2), '', 'agent', 'true', `a note ${i}`],
        [i + 1, at(i, 10 * (i + 1)), at(i, 10 * (i + 1)), 'agent', 'false', `an answer of its own ${i}`],
      ]),
    ),
  });
  expect(found).toMatchObject({ value: MEDIAN, n: 6 });
});

import type { CodeColumn } from '../../model/columns.ts';
import { fieldOfPersonKey } from './people-keys.ts';
import { codesIn, type Stack } from './stack.ts';

/**
 * Calls the authors of messages as the tickets call their people, where another column of the tickets holds the keys by
 * which messages name them (`Requester id` beside `Requester`). A key that goes with two people names nobody.
 */
export function callAuthors(messages: Stack, tickets: Stack): void {
  const author = codesIn(messages.columns, 'author');
  if (!author) return;
  const people = peopleByKey(tickets);
  if (people.size === 0) return;
  const { names } = author;
  const called = new Map<number, number>();
  for (const code of new Set(author.codes)) {
    const person = code === 0 ? null : people.get(names.name(code));
    if (person) called.set(code, names.internText(person));
  }
  if (called.size === 0) return;
  const column: CodeColumn = { ...author, codes: author.codes.map((code) => called.get(code) ?? code) };
  messages.columns.author = column;
}

/** The people of the tickets by their other keys; null for a key of two. */
function peopleByKey(tickets: Stack): ReadonlyMap<string, string | null> {
  const people = new Map<string, string | null>();
  for (const [kept, keys] of tickets.extra) {
    const field = fieldOfPersonKey(kept);
    const column = field && codesIn(tickets.columns, field);
    if (!column || keys.type !== 'code') continue;
    for (let row = 0; row < tickets.rows; row++) {
      if (keys.codes[row] === 0 || column.codes[row] === 0) continue;
      const key = keys.names.name(keys.codes[row]);
      const person = column.names.name(column.codes[row]);
      const before = people.get(key);
      people.set(key, before === undefined || before === person ? person : null);
    }
  }
  return people;
}

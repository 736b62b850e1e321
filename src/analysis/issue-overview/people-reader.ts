import type { CodeColumn, ListColumn } from '../../model/columns.ts';
import { codesOf, type Desk } from '../../model/desk.ts';

/** Who wrote or handles each ticket, as its columns and messages name them. */
export function peopleReader(desk: Desk): (t: number) => readonly string[] {
  const columns = columnsOf(desk);
  return (t) =>
    columns.flatMap((column) => {
      const [from, to] = placesOf(column, t);
      return Array.from(column.codes.subarray(from, to), (code) => nameOf(column, code));
    });
}

/** Everybody whom some tickets name, each once. */
export function everybodyOf(desk: Desk, tickets: Uint32Array): Iterable<string> {
  const found = new Set<string>();
  for (const column of columnsOf(desk)) {
    const isNamed = new Uint8Array(column.names.size + 1);
    for (const t of tickets) {
      const [from, to] = placesOf(column, t);
      for (let i = from; i < to; i++) isNamed[column.codes[i]] = 1;
    }
    isNamed.forEach((named, code) => {
      if (named === 1) found.add(nameOf(column, code));
    });
  }
  return found;
}

/** Every column that names people; of messages, who wrote them. */
function columnsOf({ tickets, messages }: Desk): (CodeColumn | ListColumn)[] {
  const fields = [codesOf(tickets, 'requester'), codesOf(tickets, 'assignee')];
  const authors: ListColumn[] = messages
    ? [
        {
          type: 'list',
          offsets: messages.offsets,
          codes: messages.author.codes,
          names: messages.author.names,
        },
      ]
    : [];
  return [...fields.flatMap((column) => column ?? []), ...(tickets.people ?? []), ...authors];
}

const placesOf = (column: CodeColumn | ListColumn, t: number): readonly [from: number, to: number] =>
  column.type === 'list' ? [column.offsets[t], column.offsets[t + 1]] : [t, t + 1];

const nameOf = ({ names }: CodeColumn | ListColumn, code: number): string =>
  names.name(code).split('\u0000').at(-1) ?? '';

import { codesOf, type Desk } from '../../model/desk.ts';

/** Who wrote or handles each ticket, as its columns and messages name them. */
export function peopleReader(desk: Desk): (t: number) => readonly string[] {
  const { tickets, messages } = desk;
  const fields = [codesOf(tickets, 'requester'), codesOf(tickets, 'assignee')];
  const columns = [...fields, ...(tickets.people ?? [])].flatMap((column) => column ?? []);
  const nameOf = (name: string): string => name.split('\u0000').at(-1) ?? '';
  return (t) => {
    const found: string[] = [];
    for (const column of columns) {
      const [from, to] = column.type === 'list' ? [column.offsets[t], column.offsets[t + 1]] : [t, t + 1];
      for (let i = from; i < to; i++) found.push(nameOf(column.names.name(column.codes[i])));
    }
    if (messages)
      for (let m = messages.offsets[t]; m < messages.offsets[t + 1]; m++)
        found.push(nameOf(messages.author.names.name(messages.author.codes[m])));
    return found;
  };
}

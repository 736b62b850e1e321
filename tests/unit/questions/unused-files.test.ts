import { describe, expect, it } from 'vitest';
import { readFiles } from '../../desk.ts';

const tickets = {
  't.csv': 'Ticket ID,Created at,Solved at,Status\n1,2026-03-02T08:00:00Z,2026-03-02T09:00:00Z,Solved\n',
};
const junk = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, k) => [`junk${k}.csv`, 'a,b\n1,2\n3,4\n']));
const codes = async (count: number) =>
  (await readFiles({ ...tickets, ...junk(count) })).desk.problems.map(({ code }) => code);

describe('files from which nothing comes', () => {
  it('are named one by one where they are few, and in one line where they are many', async () => {
    expect((await codes(1)).filter((code) => code.endsWith('not_used'))).toEqual(['file_not_used']);
    expect((await codes(12)).filter((code) => code.endsWith('not_used'))).toEqual(['files_not_used']);
  });
});

import { describe, expect, it } from 'vitest';
import { ask, readFiles } from '../../desk.ts';

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

  it('are no list of tickets, however many are left out, and say what is wrong with them', async () => {
    // Nobody knows how many tickets these are: the ids are rounded, and a day tells none from others.
    const rows = Array.from(
      { length: 8 },
      (_, k) => `1.04E+10,2026-03-0${1 + (k >> 2)},Closed,ann${k >> 1}@x.de`,
    );
    const list = `Ticket ID,Created on,Status,Requester\n${rows.flatMap((row) => [`${row},vip`, `${row},refund`]).join('\n')}\n`;
    const files = Object.fromEntries(
      [1, 2, 3, 4, 5].map((part) => [`t${part}.csv`, list.replace('Requester', 'Requester,Tag')]),
    );
    const survey = 'Ticket ID,Answered at,CSAT\n1,2026-03-02T09:00:00Z,5\n2,2026-03-03T09:00:00Z,4\n';
    for (const some of [files, { 't1.csv': files['t1.csv'] }]) {
      const { desk } = await readFiles({ ...some, 'csat-survey.csv': survey });
      expect(ask(desk, 'created')[0].value).toBeNull();
      expect(desk.problems.some(({ code }) => code === 'rows_not_told_apart')).toBe(true);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { readFiles } from '../../../desk.ts';

const tickets = 'Ticket ID,Created at,Solved at,Status\n1,2026-03-02 09:00,2026-03-02 15:00,Solved\n';
const answers = 'Response ID,Submitted at,CSAT\n1,2026-03-02,good\n2,2026-03-03,bad\n';
const log = 'Ticket ID,Changed at,New status\n1,2026-03-02 09:00,New\n1,2026-03-02 15:00,Done\n';

/** Fields of `--value` that nobody heeds, and what is suggested in the place of each. */
async function unused(files: Readonly<Record<string, string>>, ...fields: string[]) {
  const value = Object.fromEntries(
    fields.map((field) => [field, { Maybe: field === 'status' ? 'open' : 'bad' }]),
  );
  const { desk } = await readFiles(files, { value });
  return desk.problems.flatMap(({ code, args }) =>
    code === 'values_unused' ? [[args.field, args.twin]] : [],
  );
}

describe('--value for a field that no column was read as', () => {
  it('is said, once for all files', async () => {
    const files = { 'a.csv': tickets, 'b.csv': tickets.replace('\n1,', '\n2,') };
    expect(await unused(files, 'csat', 'status')).toEqual([['csat', undefined]]);
  });
  it('is not said where one file of several has it', async () => {
    expect(await unused({ 'a.csv': tickets, 'b.csv': answers }, 'score')).toEqual([]);
  });
  it('names the field that answers have in the place of tickets', async () => {
    expect(await unused({ 'b.csv': answers }, 'csat')).toEqual([['csat', 'score']]);
  });
  it('is not said of states, which changes of them heed too', async () => {
    expect(await unused({ 'c.csv': log }, 'status')).toEqual([]);
  });
});

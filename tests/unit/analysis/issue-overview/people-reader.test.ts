import { describe, expect, it } from 'vitest';
import { everybodyOf, peopleReader } from '../../../../src/analysis/issue-overview/people-reader.ts';
import { issueNeeds } from '../../../../src/questions/issues.ts';
import { readFiles } from '../../../desk.ts';

const tickets = `id,created_at,requester,assignee,approver,subject
1,2026-01-05T10:00:00Z,Casimir Throckmorton,Odile Vanterpool,Ines Quartermain,Printer jammed
2,2026-01-06T10:00:00Z,Casimir Throckmorton,,,Printer jammed again
3,2026-01-07T10:00:00Z,Barnaby Featherstone,Odile Vanterpool,,No toner
`;
const messages = `ticket_id,sent_at,author,author_role,text
1,2026-01-05T11:00:00Z,Wilhelmina Ashgrove,agent,Please restart it
3,2026-01-07T11:00:00Z,Ottoline Marchbanks,agent,On its way
`;

describe('everybodyOf', () => {
  it('names whom some tickets name, row by row or all at once', async () => {
    const { desk } = await readFiles({ 'tickets.csv': tickets, 'messages.csv': messages }, issueNeeds(null));
    const people = peopleReader(desk);
    for (const chosen of [[0, 1, 2], [0], [1, 2], []]) {
      const rowByRow = new Set(chosen.flatMap((t) => people(t)));
      expect(new Set(everybodyOf(desk, Uint32Array.from(chosen)))).toEqual(rowByRow);
    }
    const all = [...everybodyOf(desk, Uint32Array.of(0, 1, 2))];
    expect(all).toEqual(
      expect.arrayContaining(['Odile Vanterpool', 'Wilhelmina Ashgrove', 'Barnaby Featherstone']),
    );
    expect([...everybodyOf(desk, Uint32Array.of(1))]).not.toContain('Odile Vanterpool');
  });
});

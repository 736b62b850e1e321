import { expect, it } from 'vitest';
import { numbersOf } from '../../../src/model/desk.ts';
import { readFiles } from '../../desk.ts';

it('reads a column in the zone in which the product writes it, whatever that of the others is', async () => {
  // 9:00 in New York in June is 13:00 UTC; the charting field is in UTC: answered after 30 and 35 minutes.
  const { desk } = await readFiles(
    {
      'jira.csv': `Summary,Issue key,Issue id,Issue Type,Status,Priority,Assignee,Reporter,Created,Updated,Resolved,Custom field ([CHART] Date of First Response)
a,D-1,1,Incident,Done,Medium,Ann,Bea,01/Jun/26 9:00 AM,01/Jun/26 3:00 PM,01/Jun/26 3:00 PM,2026-06-01 13:30:00.154
b,D-2,2,Incident,Done,Medium,Ann,Cid,02/Jun/26 9:00 AM,02/Jun/26 3:00 PM,02/Jun/26 3:00 PM,2026-06-02 13:35:00.154
`,
    },
    { sourceZone: 'America/New_York' },
  );
  const created = numbersOf(desk.tickets, 'created_at') ?? [];
  const answered = numbersOf(desk.tickets, 'first_response_at') ?? [];
  expect([...answered].map((at, t) => Math.round((at - created[t]) / 60_000))).toEqual([30, 35]);
});

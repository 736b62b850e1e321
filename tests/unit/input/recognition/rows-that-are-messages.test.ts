import { describe, expect, it } from 'vitest';
import { ask, readFiles } from '../../../desk.ts';

const kindOf = async (text: string) => (await readFiles({ 'rows.csv': text })).desk.sources[0].kinds;

describe('rows of a ticket each', () => {
  it('are messages where they have ids of their own and say who wrote and who saw them, however few belong together', async () => {
    const text =
      'id,ticket_id,sent_at,author_role,public\n1,10,2026-03-02 09:00,customer,true\n2,11,2026-03-02 09:30,customer,true\n3,12,2026-03-02 10:00,customer,true\n';
    expect(await kindOf(text)).toEqual(['messages']);
    const { desk } = await readFiles({
      'tickets.csv':
        'id,created_at,status\n10,2026-03-02 09:00,open\n11,2026-03-02 09:30,open\n12,2026-03-02 10:00,open\n',
      'rows.csv': text,
    });
    expect(ask(desk, 'unanswered')[0].value).toBe(3);
  });

  it.each(['score,comment,ticket,created_date,from', 'rating,comment,ticket_id,created_at,author'])(
    'are answers where each has a rating and a comment: %s',
    async (header) => {
      const rows = [5, 4, 1, 5, 2].map(
        (score, i) => `${score},it went so ${i},10${i},2026-03-0${i + 1} 09:00,p${i}@example.com`,
      );
      expect(await kindOf(`${header}\n${rows.join('\n')}\n`)).toEqual(['surveys']);
    },
  );

  it('that no column binds to a conversation are refused with the flag that does', async () => {
    const turns = [0, 1, 2, 3].map(
      (i) => `${i},2026-03-02 0${i + 1}:00,${i % 2 ? 'agent' : 'customer'},the printer does not work ${i}`,
    );
    const refused = await readFiles({
      'rows.csv': `message_id,created_at,role,body\n${turns.join('\n')}\n`,
    }).catch((error: unknown) => error);
    const { try: hint } = (refused as { problem: { args: { try: { english: string } } } }).problem.args;
    expect(hint.english).toMatch(/^--messages \S*rows\.csv --map ticket_id="Column"/);
  });
});

describe('an effort score that says no direction', () => {
  const answers = [5, 6, 2, 7, 4, 6, 1, 7, 6, 5]
    .map((score, i) => `${i},2026-03-0${(i % 9) + 1},${score}`)
    .join('\n');

  it('has no share at the good end, but a mean', async () => {
    const { desk } = await readFiles({ 'ces.csv': `response_id,answered_at,CES\n${answers}\n` });
    expect(ask(desk, 'ces.share')[0].status).toBe('unavailable');
    expect(ask(desk, 'ces_mean.mean')[0].value).toBe(4.9);
  });

  it('has one where the question says it', async () => {
    const header = 'response_id,answered_at,How easy was it to get help? (1-7)';
    const { desk } = await readFiles({ 'ces.csv': `${header}\n${answers}\n` });
    expect(ask(desk, 'ces.share')[0].value).toBe(0.7);
  });
});

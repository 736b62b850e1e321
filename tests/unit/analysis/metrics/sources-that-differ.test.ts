import { describe, expect, it } from 'vitest';
import { listWaiting } from '../../../../src/analysis/metrics/who-waits.ts';
import { type DeskOptions, measure, readFiles } from '../../../desk.ts';

const day = (n: number) => `2026-03-${String(n).padStart(2, '0')}T09:00:00Z`;
const csv = (header: string, rows: readonly string[]) => `${header}\n${rows.join('\n')}\n`;

/** Twelve tickets, every third open, the others solved a day later and answered after an hour. */
const told = csv(
  'Ticket ID,Created at,First response at,Status,Solved at,Requester,Satisfaction rating',
  Array.from({ length: 12 }, (_, i) =>
    i % 3 === 0
      ? `n${i},${day(i + 1)},,open,,a@example.com,`
      : `n${i},${day(i + 1)},2026-03-${String(i + 1).padStart(2, '0')}T10:00:00Z,solved,${day(i + 2)},b@example.com,${i % 2 ? 'good' : ''}`,
  ),
);
/** Fifteen older tickets of which nothing is told but when they came. */
const untold = csv(
  'Ticket ID,Created at,Category',
  Array.from({ length: 15 }, (_, i) => `h${i},2026-02-${String(i + 1).padStart(2, '0')}T09:00:00Z,Billing`),
);

async function figuresOf(files: Record<string, string>, metrics: string, options: DeskOptions = {}) {
  const { desk } = await readFiles(files, options);
  return { desk, problems: desk.problems, figures: measure(desk, metrics) };
}

describe('a source that lacks what another one tells', () => {
  const files = { 'new.csv': told, 'old.csv': untold };

  it('adds nothing to the backlog, the unanswered and those who wait', async () => {
    for (const order of [files, { 'old.csv': untold, 'new.csv': told }]) {
      const { desk, figures } = await figuresOf(order, 'backlog,unanswered');
      expect(figures.map(({ figures: [figure] }) => figure.value)).toEqual([4, 4]);
      expect(figures[0].leftOut.get('not_recorded')).toBe(15);
      expect(listWaiting(desk, { businessTime: null })).toHaveLength(4);
    }
  });

  it('is left out of first response and resolution with its reason, not taken for open', async () => {
    const { figures } = await figuresOf(
      files,
      'first_response_time.p50,resolution_time.p50,closed_unanswered',
    );
    const [response, resolution, unanswered] = figures;
    expect(response.figures[0]).toMatchObject({ n: 8, open: 4 });
    expect(response.leftOut.get('not_recorded')).toBe(15);
    expect(resolution.figures[0]).toMatchObject({ n: 8 });
    expect(resolution.leftOut.get('not_recorded')).toBe(15);
    expect(unanswered.figures[0].value).toBe(0);
  });

  it('is named once for each thing that it does not tell', async () => {
    const { problems } = await figuresOf(files, 'created');
    const untoldOf = problems.filter(({ code }) => code.startsWith('source_without'));
    expect(untoldOf.map(({ code, count }) => [code, count])).toEqual([
      ['source_without_ends', 15],
      ['source_without_answers', 15],
      ['source_without_ratings', 15],
      ['source_without_requesters', 15],
    ]);
    expect(untoldOf.every(({ where }) => where?.file?.endsWith('old.csv'))).toBe(true);
  });

  it('says nothing where one source is all there is', async () => {
    const { problems, figures } = await figuresOf({ 'new.csv': told }, 'backlog');
    expect(problems.some(({ code }) => code.startsWith('source_without'))).toBe(false);
    expect(figures[0].figures[0].value).toBe(4);
  });
});

describe('statuses that nobody understands', () => {
  const list = (word: string, share: number) =>
    csv(
      'Ticket ID,Created at,Status',
      Array.from(
        { length: 10 },
        (_, i) => `${i},${day(i + 1)},${i < share ? word : i % 2 ? 'open' : 'closed'}`,
      ),
    );

  it('make the backlog unavailable where most tickets have one', async () => {
    const { figures } = await figuresOf({ 't.csv': list('Zorblax', 6) }, 'backlog');
    const [figure] = figures[0].figures;
    expect(figure).toMatchObject({ value: null, status: 'unavailable' });
    expect(figure.reason?.english).toContain('--value status:');
  });

  it('leave their tickets out where few have one, and none once the word is explained', async () => {
    // Of tickets 2 to 9 those with odd numbers are open: 4.
    const few = await figuresOf({ 't.csv': list('Zorblax', 2) }, 'backlog');
    expect(few.figures[0].figures[0].value).toBe(4);
    const value = { status: { Zorblax: 'pending' } };
    const explained = await figuresOf({ 't.csv': list('Zorblax', 6) }, 'backlog', { value });
    // Six pending; 7 and 9 are open.
    expect(explained.figures[0].figures[0].value).toBe(8);
  });
});

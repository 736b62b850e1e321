import { describe, expect, it } from 'vitest';
import { DeskstatError } from '../../../../src/model/problem.ts';
import { readFiles } from '../../../desk.ts';

/** Why a list of two tickets with these creations is refused, or null where it is read. */
async function refusal(header: string, cells: readonly [string, string]): Promise<DeskstatError | null> {
  const text = `Ticket ID;${header};Status\n1;${cells[0]};Open\n2;${cells[1]};Closed\n`;
  try {
    await readFiles({ 't.csv': text });
    return null;
  } catch (error) {
    if (error instanceof DeskstatError) return error;
    throw error;
  }
}

describe('periods where a date is looked for', () => {
  it.each([
    ['Created', '2026-01', '2026-02', 'months'],
    ['Created', '01/2026', '02/2026', 'months'],
    ['Created', '202601', '202602', 'months'],
    ['Opened', 'Jan 2026', 'Feb 2026', 'months'],
    ['Opened', 'January 2026', 'February 2026', 'months'],
    ['Opened', 'Jan-26', 'Feb-26', 'months'],
    ['Erstellt am', 'Januar 2026', 'März 2026', 'months'],
    ['Date de création', 'janv. 2026', 'févr. 2026', 'months'],
    ['Fecha de creación', 'enero de 2026', 'marzo de 2026', 'months'],
    ['Data de abertura', 'janeiro de 2026', 'março de 2026', 'months'],
    ['তৈরির তারিখ', 'জানুয়ারি ২০২৬', 'মার্চ ২০২৬', 'months'],
    ['创建时间', '2026年1月', '2026年2月', 'months'],
    ['Created', 'Q1 2026', 'Q2 2026', 'quarters'],
    ['Created', '2026-W05', '2026-W06', 'weeks'],
    ['Created', '2025', '2026', 'years'],
    ['Created Month', '2026-01', '2026-02', 'months'],
  ])('%s: %s is refused by name, and never read as a first day', async (header, a, b, what) => {
    const error = await refusal(header, [a, b]);
    expect(error?.problem.code).toBe('dates_too_coarse');
    expect(error?.problem.args).toMatchObject({ column: header, what });
    expect(error?.exitCode).toBe(3);
  });

  it('beside a creation with days takes only its own field away, and says so', async () => {
    const { desk } = await readFiles({
      't.csv':
        'Ticket ID,Created,Closed,Status\n1,2026-01-05,2026-01,Closed\n2,2026-01-06,2026-02,Closed\n3,2026-01-07,,Open\n',
    });
    expect(desk.tickets.columns.closed_at).toBeUndefined();
    expect(desk.problems.find(({ code }) => code === 'dates_too_coarse')?.args).toMatchObject({
      column: 'Closed',
      field: 'closed_at',
    });
  });

  it('beside the creation that they repeat are a dimension and no problem', async () => {
    const { desk } = await readFiles({
      't.csv':
        'Ticket ID,Created,Created Month,Status\n1,2026-01-05,2026-01,Closed\n2,2026-02-06,2026-02,Open\n',
    });
    expect(desk.problems.some(({ code }) => code === 'dates_too_coarse')).toBe(false);
  });

  it('are refused by name where a flag names them', async () => {
    const read = readFiles(
      { 't.csv': 'Ticket ID,When,Status\n1,2026-01,Closed\n2,2026-02,Open\n' },
      {
        map: { created_at: 'When' },
      },
    );
    await expect(read).rejects.toMatchObject({ problem: { code: 'dates_too_coarse' } });
  });

  it('of customers are refused as the time that they came', async () => {
    const read = readFiles({
      'c.csv': 'Customer ID,Plan,Start Month,Churn Month\nC1,Pro,Jan 2026,\nC2,Pro,Feb 2026,Mar 2026\n',
    });
    await expect(read).rejects.toMatchObject({
      problem: { code: 'dates_too_coarse', args: { field: 'started_at', column: 'Start Month' } },
    });
  });
});

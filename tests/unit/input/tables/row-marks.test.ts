import { describe, expect, it } from 'vitest';
import { readFiles } from '../../../desk.ts';

const csv = (header: string, rows: readonly string[]): Record<string, string> => ({
  'tickets.csv': `${header}\n${rows.join('\n')}\n`,
});
const base = 'Ticket ID,Created at,First response at,Solved at,Status';
/** Four tickets, all solved; the last cell of each row is what the column under test says. */
const four = (cells: readonly string[]): string[] =>
  cells.map(
    (cell, i) =>
      `${i + 1},2026-03-0${i + 2} 09:00,2026-03-0${i + 2} 10:00,2026-03-0${i + 2} 11:00,Solved,${cell}`,
  );

describe('tickets that a column takes out', () => {
  it.each([
    ['Merged', ['No', 'Yes', 'No', 'No'], 'merged'],
    ['Ticket Merged', ['0', '1', '0', '0'], 'merged'],
    ['is_merged', ['0', '1.0', '0', '0'], 'merged'],
    ['merged_into_id', ['', '1', '', ''], 'merged'],
    ['merged_at', ['', '2026-03-04 09:00', '', ''], 'merged'],
    ['Zusammengeführt', ['nein', 'ja', 'nein', 'nein'], 'merged'],
    ['Fusionné avec', ['', '1', '', ''], 'merged'],
    ['Duplicate of', ['', '1', '', ''], 'merged'],
    ['Resolution', ['Fixed', 'Duplicate', 'Fixed', 'Done'], 'merged'],
    ['Close reason', ['Answered', 'Fusionado', 'Answered', 'Other'], 'merged'],
    ['Tags', ['"billing,vip"', '"vip,closed_by_merge"', 'billing', ''], 'merged'],
    ['Tags', ['message payment', 'payment SPAM', 'samples', ''], 'spam'],
    ['Tags', ['billing', '"vip,Zusammengeführt"', 'zebra', ''], 'merged'],
    ['is_spam', ['false', 'true', 'false', 'false'], 'spam'],
    ['Tags', ['billing', 'spam', 'billing', 'vip'], 'spam'],
    ['deleted_at', ['', '2026-03-04 09:00', '', ''], 'deleted'],
    ['Gelöscht', ['nein', 'ja', 'nein', 'nein'], 'deleted'],
  ])('%s', async (column, cells, reason) => {
    const { desk } = await readFiles(csv(`${base},${column}`, four(cells)));
    expect(desk.tickets.rows).toBe(3);
    expect([...desk.removed]).toEqual([[reason, 1]]);
    expect(desk.problems.some(({ code }) => code === 'tickets_removed_by_column')).toBe(true);
  });

  it.each([
    // A tag of this word tells what the question is about.
    ['Tags', ['duplicate', 'billing', 'duplicate charge', 'merger']],
    ['Merged', ['No', 'No', 'No', 'No']],
    // What all of them have tells none from another.
    ['deleted_at', ['2026-04-01', '2026-04-01', '2026-04-01', '2026-04-01']],
    ['Resolution', ['Fixed', 'Done', 'Spam filter adjusted', 'Done']],
  ])('%s: %s takes none out', async (column, cells) => {
    const { desk } = await readFiles(csv(`${base},${column}`, four(cells)));
    expect(desk.tickets.rows).toBe(4);
  });
});

describe('conversations that the desk began', () => {
  it.each([
    ['direction', ['inbound', 'outbound', 'inbound', 'inbound']],
    ['Conversation direction', ['Incoming', 'Outgoing', 'Incoming', 'Incoming']],
    ['Call direction', ['Inbound', 'Internal', 'Inbound', 'Inbound']],
    ['Richtung', ['eingehend', 'ausgehend', 'eingehend', 'eingehend']],
    ['Sens', ['entrant', 'sortant', 'entrant', 'entrant']],
    ['Dirección', ['entrante', 'saliente', 'entrante', 'entrante']],
    ['Direção', ['entrada', 'saída', 'entrada', 'entrada']],
    ['दिशा', ['इनकमिंग', 'आउटगोइंग', 'इनकमिंग', 'इनकमिंग']],
    ['Started by', ['Customer', 'Agent', 'Customer', 'Customer']],
    ['initiated_by', ['user', 'bot', 'user', 'user']],
    ['Source', ['Email', 'Outbound Email', 'Portal', 'Phone']],
    ['is_outbound', ['False', 'True', 'False', 'False']],
    ['inbound', ['1', '0', '1', '1']],
    ['delivered_as', ['customer_initiated', 'operator_initiated', 'customer_initiated', 'automated']],
  ])('%s', async (column, cells) => {
    const { desk } = await readFiles(csv(`${base},${column}`, four(cells)));
    const begun = desk.tickets.columns.opened_by_agent;
    expect(begun?.type).toBe('number');
    const values = begun?.type === 'number' ? [...begun.values] : [];
    expect(values.slice(0, 3).map((value) => value === 1)).toEqual([false, true, false]);
  });
});

describe('tickets that were called off', () => {
  it('are finished, and nobody solved them', async () => {
    const { desk } = await readFiles(
      csv('id,createdAt,completedAt,canceledAt,title', [
        '1,2026-02-01T09:00:00Z,2026-02-03T09:00:00Z,,a',
        '2,2026-02-01T09:00:00Z,,2026-02-02T09:00:00Z,b',
        '3,2026-02-01T09:00:00Z,,,c',
      ]),
    );
    const closed = desk.tickets.columns.closed_at;
    expect(closed?.type === 'instant' && closed.values[1]).toBe(Date.UTC(2026, 1, 2, 9));
    const solved = desk.tickets.columns.solved_at;
    expect(solved?.type === 'instant' && [...solved.values].map(Number.isNaN)).toEqual([false, true, true]);
  });
});

it.each(['Ticket - Merged into', 'Ticket: Merged into'])(
  'leave also where all headers begin with what the table is of: %s',
  async (header) => {
    const prefix = header.replace('Merged into', '');
    const head = ['ID', 'Created at', 'Subject', 'Priority', 'Merged into'].map((name) => `${prefix}${name}`);
    const rows = [1, 2, 3, 4, 5].map((n) => `${n},2026-03-0${n} 09:00,Printer ${n},low,${n === 4 ? 2 : ''}`);
    const { desk } = await readFiles({ 't.csv': `${head.join(',')}\n${rows.join('\n')}\n` });
    expect(desk.tickets.rows).toBe(4);
  },
);

describe('pull requests among issues', () => {
  const row = (number: number, more: object = {}): object => ({
    ...{ number, id: 900 + number, title: 'Crash', state: 'open', user: { login: 'nia' }, labels: [] },
    ...{ created_at: '2026-01-01T10:00:00Z', updated_at: '2026-01-09T10:00:00Z', closed_at: null },
    ...more,
  });
  const url = 'https://api.github.com/repos/o/r/pulls';
  const issues = JSON.stringify([
    row(1),
    row(2, { state: 'closed', closed_at: '2026-01-03T10:00:00Z' }),
    row(3, { pull_request: { url: `${url}/3`, merged_at: null } }),
    row(4, {
      ...{ state: 'closed', closed_at: '2026-01-09T10:00:00Z' },
      pull_request: { url: `${url}/4`, merged_at: '2026-01-09T10:00:00Z' },
    }),
  ]);

  it('are no tickets, merged or not, now or in a look into the past', async () => {
    for (const asOf of [undefined, '2026-01-05T00:00:00Z']) {
      const { desk } = await readFiles({ 'issues.json': issues }, { asOf });
      expect(desk.tickets.rows).toBe(2);
      expect([...desk.removed]).toEqual([['pull_request', 2]]);
      expect(desk.problems.filter(({ code }) => code === 'tickets_removed_by_column')).toMatchObject([
        { args: { column: 'pull_request.url', reason: 'pull_request' }, count: 2 },
      ]);
    }
  });
});

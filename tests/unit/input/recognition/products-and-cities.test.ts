import { describe, expect, it } from 'vitest';
import { ask, HOUR, readFiles, value } from '../../../desk.ts';

const columns = ['id', 'created', 'answered', 'solved', 'status', 'group', 'agent', 'person'] as const;
type Column = (typeof columns)[number];
type Row = Readonly<Record<Column, string>>;

/** Thirty tickets, five hours apart, answered after two hours and solved after six; every fifth is open. */
const rows: readonly Row[] = Array.from({ length: 30 }, (_, i) => {
  const at = (hours: number): string =>
    new Date(Date.UTC(2026, 2, 2, 8) + (i * 5 + hours) * 3_600_000)
      .toISOString()
      .slice(0, 19)
      .replace('T', ' ');
  const isOpen = i % 5 === 4;
  return {
    id: `${1000 + i}`,
    created: at(0),
    answered: at(2),
    solved: isOpen ? '' : at(6),
    status: isOpen ? 'In Progress' : 'Closed',
    group: ['Billing', 'Technical', 'Sales'][i % 3],
    agent: ['Ana Silva', 'Tom Berg', 'Lena Fox'][i % 3],
    person: `user${i % 11}@example.com`,
  };
});

const file = (heads: readonly (readonly [string, Column | ((row: Row) => string)])[]): string =>
  [
    heads.map(([head]) => head).join(','),
    ...rows.map((row) => heads.map(([, of]) => (typeof of === 'function' ? of(row) : row[of])).join(',')),
  ].join('\n');

const read = async (heads: Parameters<typeof file>[0]) =>
  (await readFiles({ 'export.csv': file(heads) })).desk;
const groups = (desk: Awaited<ReturnType<typeof read>>): unknown[] =>
  ask(desk, 'created', { by: ['group'] }).map(({ segment }) => segment.group);

describe('lists of products and cities', () => {
  it('have no tickets in a column of their types, numbers or none beside it', async () => {
    const type = ['Service Request Type', (row: Row) => (row.group === 'Sales' ? 'Bin' : 'Road')] as const;
    for (const id of [[], [['Service Request Number', 'id']]] as const)
      expect(
        value(await read([...id, ['Creation Date', 'created'], ['Status', 'status'], type]), 'created'),
      ).toBe(30);
  });

  it.each(['OwnerTeam', 'OwnedByTeam', 'owner_grp', 'Owning Group'])(
    'are handled by the %s, not the service',
    async (head) => {
      const desk = await read([
        ['IncidentNumber', 'id'],
        ['CreatedDateTime', 'created'],
        ['Status', 'status'],
        ['Service', () => 'E-mail'],
        [head, 'group'],
      ]);
      expect(groups(desk)).toEqual(['Billing', 'Sales', 'Technical']);
    },
  );

  it.each(['OwnedBy', 'owners', 'Prim Resp', 'Primary Resource', 'Tech', 'Agent->Full name'])(
    'name in %s who has it',
    async (head) => {
      const desk = await read([
        ['Ticket ID', 'id'],
        ['Created', 'created'],
        ['Status', 'status'],
        [head, 'agent'],
      ]);
      expect(ask(desk, 'created', { by: ['assignee'] })).toHaveLength(3);
    },
  );

  it.each(['cf_last_resolved', 'Fault Cleared Date', 'Datum afgemeld', 'Actual end date'])(
    'end by %s',
    async (head) => {
      const desk = await read([
        ['Ticket', 'id'],
        ['Opened', 'created'],
        [head, 'solved'],
        ['Status', 'status'],
      ]);
      expect(value(desk, 'resolution_time.p50')).toBe(6 * HOUR);
    },
  );

  it('do not end when they should at the latest', async () => {
    const desk = await read([
      ['Ticket', 'id'],
      ['Opened', 'created'],
      ['Max. resolution date', 'answered'],
      ['Status', 'status'],
    ]);
    expect(ask(desk, 'resolution_time.p50')[0].status).toBe('unavailable');
  });

  it('are answered at the first attendance', async () => {
    const desk = await read([
      ['Chamado', 'id'],
      ['Aberto em', 'created'],
      ['Primeiro atendimento', 'answered'],
      ['Status', 'status'],
    ]);
    expect(value(desk, 'first_response_time.p50')).toBe(2 * HOUR);
  });

  it('have marks for what is not set', async () => {
    const desk = await read([
      ['id', 'id'],
      ['Created', 'created'],
      ['Resolved', (row) => row.solved || 'Not set'],
      ['Status', 'status'],
    ]);
    expect(value(desk, 'resolution_time.p50')).toBe(6 * HOUR);
    expect(value(desk, 'backlog')).toBe(6);
  });

  it('take no age that runs on for a time to the end, and one that stands still at the close for one', async () => {
    const days = (row: Row, end: number): string =>
      ((end - Date.parse(`${row.created}Z`)) / 86_400_000).toFixed(2);
    const aged = (age: (row: Row) => string) =>
      read([
        ['Ticket', 'id'],
        ['Opened', 'created'],
        ['Status', 'status'],
        ['Age (days)', age],
      ]);
    const running = await aged((row) => days(row, Date.UTC(2026, 3, 1)));
    expect(ask(running, 'resolution_time.p50')[0].status).toBe('unavailable');
    expect(running.problems.map(({ code }) => code)).toContain('age_runs_on');
    const still = await aged((row) =>
      days(row, row.solved ? Date.parse(`${row.solved}Z`) : Date.UTC(2026, 3, 1)),
    );
    expect(value(still, 'resolution_time.p50')).toBe(6 * HOUR);
  });

  it('begin when a form was sent, which is no end of theirs', async () => {
    const desk = await read([
      ['ID', 'id'],
      ['Start time', 'created'],
      ['Completion time', 'answered'],
      ['Email', 'person'],
      ['Name', () => 'Mia Wong'],
      ['What is your issue?', () => 'Cannot log in'],
      ['Handled by', 'agent'],
      ['Resolved date', 'solved'],
    ]);
    expect(value(desk, 'resolution_time.p50')).toBe(4 * HOUR);
    expect(value(desk, 'backlog')).toBe(6);
  });

  it('count a return from its opening, not from what came to the depot', async () => {
    const desk = await read([
      ['RMA #', 'id'],
      ['RMA Opened', 'created'],
      ['Received at depot', 'answered'],
      ['RMA Closed', 'solved'],
      ['RMA Status', 'status'],
    ]);
    expect(value(desk, 'resolution_time.p50')).toBe(6 * HOUR);
  });

  it('are none where rows are hours that somebody worked', async () => {
    const text = file([
      ['Entry ID', 'id'],
      ['Date', 'created'],
      ['Employee', 'agent'],
      ['Ticket', (row) => `T${Number(row.id) % 7}`],
      ['Hours', () => '1.5'],
      ['Billable', () => 'Yes'],
      ['Notes', () => 'Cannot log in'],
    ]);
    await expect(readFiles({ 'time.csv': text })).rejects.toMatchObject({
      problem: { code: 'nothing_to_measure' },
    });
  });
});

describe('ratings among tickets that are no answers', () => {
  const rated = async (cell: (i: number) => string) => {
    let next = 0;
    return read([
      ['Ticket', 'id'],
      ['Created', 'created'],
      ['Solved', 'solved'],
      ['Status', 'status'],
      ['CUST_SATISFY', () => cell(next++)],
    ]);
  };

  it('are set apart where all are 0, with the flag', async () => {
    const desk = await rated((i) => (i % 3 === 0 ? 'NULL' : '0'));
    expect(ask(desk, 'csat')[0]).toMatchObject({ status: 'unavailable', value: null });
    expect(desk.problems).toContainEqual(
      expect.objectContaining({
        code: 'answers_apart',
        args: expect.objectContaining({ reason: 'zeros' }),
        count: 20,
      }),
    );
  });

  it('are set apart where they are averages', async () => {
    const desk = await rated((i) => (3 + (i % 7) / 4.1).toFixed(2));
    expect(ask(desk, 'csat')[0].status).toBe('unavailable');
    expect(desk.problems.map(({ code }) => code)).toContain('answers_apart');
  });

  it('are answers where some are 1', async () => {
    expect(ask(await rated((i) => String(i % 2)), 'csat')[0]).toMatchObject({ value: 0.5, n: 30 });
  });
});

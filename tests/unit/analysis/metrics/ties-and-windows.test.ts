import { describe, expect, it } from 'vitest';
import { ask, DAY, readFiles, value } from '../../../desk.ts';

describe('figures from a log of changes', () => {
  const tickets = `Número,Creado,Estado,Solicitante
A-1,2026-04-01T08:00:00Z,open,eva
A-2,2026-04-02T08:00:00Z,solved,leo
A-3,2026-04-03T08:00:00Z,closed,mia
`;
  const changes = `ticket id,changed at,field,old value,new value,changed by
A-1,2026-04-03T08:00:00Z,status,pending,open,max
A-1,2026-04-04T08:00:00Z,status,open,solved,max
A-1,2026-04-05T08:00:00Z,owner,,Ana,max
A-1,2026-04-05T09:00:00Z,owner,Ana,Ben,sue
A-1,2026-04-05T09:00:00Z,subject,a,b,tom
A-1,2026-04-06T08:00:00Z,status,solved,open,eva
A-2,2026-04-04T08:00:00Z,status,open,solved,sue
`;
  const files = { 'tickets.csv': tickets, 'changes.csv': changes };
  const kinds = { 'tickets.csv': 'tickets', 'changes.csv': 'events' } as const;
  const map = { created_at: 'Creado', id: 'Número', status: 'Estado', requester: 'Solicitante' };

  it('counts the time before the first change in the state that this change left', async () => {
    const { desk } = await readFiles(
      {
        'tickets.csv': tickets.replace('open,eva', 'solved,eva'),
        'changes.csv': `${changes}A-1,2026-04-07T08:00:00Z,status,open,solved,max\n`,
      },
      { kinds, map },
    );
    // pending 1 → 3 April; A-2: open from creation, never pending.
    expect(value(desk, 'pending_time.max')).toBe(2 * DAY);
    expect(value(desk, 'requester_wait_time.max')).toBe(2 * DAY); // A-1 3 → 4 and 6 → 7 April; A-2 2 → 4 April
  });

  it('knows the age of a reopened ticket since its creation, and hands by who has the ticket', async () => {
    const { desk } = await readFiles(files, { kinds, map });
    expect(ask(desk, 'backlog_age.max')[0]).toMatchObject({ value: 5 * DAY, n: 1 }); // 1 → 6 April
    expect(value(desk, 'reassignments')).toBe(0); // of A-2, the only one solved; four people acted on A-1
    const { values } = desk.tickets.columns.reassignments as { values: Float64Array };
    expect([...values]).toEqual([1, 0, Number.NaN]);
  });

  it('leaves out what has no event, where it asks what happened after the solve', async () => {
    const { desk } = await readFiles(
      {
        'tickets.csv': `id,created_at,solved_at,status\n1,2026-04-01,2026-04-02,solved\n2,2026-04-01,2026-04-02,solved\n3,2026-05-30,,open\n`,
        'changes.csv': `ticket_id,changed_at,field,old_value,new_value\n2,2026-04-02,status,open,solved\n2,2026-04-03,status,solved,open\n2,2026-04-04,status,open,solved\n`,
      },
      { kinds },
    );
    expect(ask(desk, 'reopen_rate')[0]).toMatchObject({ value: 1, n: 1 });
  });

  it('lets the ticket end when it says so, where its log ends before', async () => {
    const { desk } = await readFiles(
      {
        'tickets.csv': `id,created_at,solved_at,status\n1,2026-04-01,2026-04-05,solved\n2,2026-04-01,,solved\n3,2026-04-01,,open\n`,
        'changes.csv': `ticket_id,changed_at,field,old_value,new_value\n1,2026-04-02,status,new,open\n2,2026-04-02,status,new,open\n3,2026-04-02,status,new,open\n`,
      },
      { kinds },
    );
    expect(value(desk, 'backlog')).toBe(1);
  });
});

describe('orders and windows', () => {
  const rows = [
    '1,2026-05-01T09:00:00Z,2026-05-20T09:00:00Z,low,ana',
    '2,2026-05-02T09:00:00Z,2026-05-03T09:00:00Z,urgent,ana',
    '10,2026-05-02T09:00:00Z,2026-05-03T09:00:00Z,normal,ana',
    '4,2026-08-01T09:00:00Z,2026-08-02T09:00:00Z,high,bo',
  ];
  const csv = (lines: readonly string[]) => ({
    't.csv': `id,created_at,solved_at,priority,requester\n${lines.join('\n')}\n`,
  });

  it('compares priorities in their own order, and refuses values without one', async () => {
    const { desk } = await readFiles(csv(rows));
    expect(value(desk, 'created', { where: 'priority > normal' })).toBe(2);
    expect(value(desk, 'created', { where: 'priority <= normal' })).toBe(2);
    expect(() => value(desk, 'created', { where: 'priority >= tall' })).toThrow(/low, normal, high, urgent/);
    expect(() => value(desk, 'created', { where: 'requester > ana' })).toThrow(/no place in an order/);
  });

  it('asks only what came after the solve', async () => {
    const { desk } = await readFiles(csv(rows));
    // 1 was solved after its sisters came; 2 and 10 were solved on 3 May, and nothing came after.
    expect(ask(desk, 'no_repeat_rate')[0]).toMatchObject({ value: 1, n: 3 });
  });

  it('takes the lower id first where two tickets came at once, in any order of rows', async () => {
    const twins = rows.slice(1);
    for (const lines of [twins, [...twins].reverse()]) {
      const { desk } = await readFiles(csv(lines));
      const figures = ask(desk, 'repeat_contact_rate', { by: ['priority'] });
      expect(figures.find(({ segment }) => segment.priority === 'urgent')).toMatchObject({ n: 1 });
      expect(figures.find(({ segment }) => segment.priority === 'normal')?.n ?? 0).toBe(0);
    }
  });
});

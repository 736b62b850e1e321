import { describe, expect, it } from 'vitest';
import { ask, HOUR, readFiles, value } from '../../../desk.ts';

const csv = (rows: readonly string[]): string => `${rows.join('\n')}\n`;
const said = (desk: Awaited<ReturnType<typeof readFiles>>['desk']) => desk.problems.map(({ code }) => code);

describe('a log of snapshots', () => {
  const head = 'ticket_id,state,changed_at,caller,opened_at,resolved_at,made_sla';
  // Opened 30 minutes before the first row; resolved 4 and 6 h after, which only the later rows know.
  const rows = ['1', '2', '3', '4'].flatMap((id, i) => {
    const day = `2026-02-0${i + 2}`;
    const opened = `${day} 08:00:00`;
    const resolved = `${day} ${i % 2 === 0 ? '12' : '14'}:00:00`;
    const sla = i === 3 ? 'false' : 'true';
    return [
      `${id},New,${day} 08:30:00,Caller ${i},${opened},,${sla}`,
      `${id},In progress,${day} 10:00:00,Caller ${i},${opened},,${sla}`,
      `${id},Resolved,${day} 14:05:00,Caller ${i},${opened},${resolved},${sla}`,
      `${id},Closed,${day} 20:00:00,Caller ${i},${opened},${resolved},${sla}`,
    ];
  });

  it('has tickets that begin, end and met their target as their own columns say, in any order of rows', async () => {
    for (const order of [rows, [...rows].reverse()]) {
      const { desk } = await readFiles({ 'log.csv': csv([head, ...order]) });
      expect(desk.tickets.rows).toBe(4);
      expect(ask(desk, 'resolution_time.p50')[0]).toMatchObject({ value: 5 * HOUR, n: 4 });
      expect(value(desk, 'sla_recorded')).toBe(3 / 4);
      expect(desk.tickets.columns.requester).toBeDefined();
      expect(desk.problems.find(({ code }) => code === 'own_columns')?.args.columns).toEqual([
        '"caller"',
        '"made_sla"',
        '"opened_at"',
        '"resolved_at"',
      ]);
    }
  });
});

describe('a log of work', () => {
  const head = 'Ticket,Status,Start date,End date,Completion date';
  const rows = ['7', '8', '9'].flatMap((id, i) => {
    const day = 2 + 3 * i;
    const done = `2026-03-0${day + 1} ${10 + i}:00`;
    return [
      `${id},Closed,2026-03-0${day} 09:00,2026-03-0${day} 09:20,${done}`,
      `${id},Closed,2026-03-0${day} 15:00,2026-03-0${day} 15:20,${done}`,
    ];
  });

  it('in which no status ever changes tells no history: tickets end at their own end', async () => {
    for (const order of [rows, [...rows].reverse()]) {
      const { desk } = await readFiles({ 'log.csv': csv([head, ...order]) });
      // From the first start: 25, 26 and 27 h.
      expect(ask(desk, 'resolution_time.p50')[0]).toMatchObject({ value: 26 * HOUR, n: 3 });
      expect(value(desk, 'backlog')).toBe(0);
      expect(said(desk)).toContain('status_never_changes');
    }
  });

  it('keeps its history where statuses change', async () => {
    const { desk } = await readFiles({
      'log.csv': csv([
        'ticket_id,status,timestamp',
        ...['1', '2', '3'].flatMap((id) => [
          `${id},open,2026-03-0${id}T08:00:00Z`,
          `${id},solved,2026-03-0${id}T11:00:00Z`,
        ]),
      ]),
    });
    expect(value(desk, 'resolution_time.max')).toBe(3 * HOUR);
    expect(said(desk)).not.toContain('status_never_changes');
  });
});

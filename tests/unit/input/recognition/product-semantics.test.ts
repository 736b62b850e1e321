import { describe, expect, it } from 'vitest';
import { codesOf, numbersOf } from '../../../../src/model/desk.ts';
import { ask, readFiles } from '../../../desk.ts';

const at = (day: number, hour: number): number => Date.UTC(2026, 2, day, hour);
const statusesOf = ({ desk }: Awaited<ReturnType<typeof readFiles>>): (string | null)[] => {
  const column = codesOf(desk.tickets, 'status');
  return column ? [...column.codes].map((code) => (code === 0 ? null : column.names.name(code))) : [];
};

describe('Freshdesk', () => {
  it('is known by ids of who asked and who answers, without its escalation stamps', async () => {
    const record = (id: number, status: number, source = 1) => ({
      id,
      status,
      source,
      priority: 1,
      requester_id: 9,
      responder_id: 8,
      group_id: 7,
      due_by: '2026-03-05T08:00:00Z',
      created_at: '2026-03-02T08:00:00Z',
      updated_at: '2026-03-03T08:00:00Z',
    });
    const read = await readFiles({
      't.json': JSON.stringify([record(1, 2), record(2, 3), record(3, 4), record(4, 5, 10)]),
    });
    expect(statusesOf(read)).toEqual(['open', 'pending', 'solved', 'closed']);
    expect(numbersOf(read.desk.tickets, 'opened_by_agent')?.[3]).toBe(1);
  });
});

describe('ServiceNow', () => {
  it('counts a ticket in progress as open, whatever closing stamp was left on it', async () => {
    const read = await readFiles({
      't.csv':
        'number,opened_at,resolved_at,closed_at,sys_updated_on,state,assignment_group,caller_id\n' +
        'A,2026-03-02 08:00:00,2026-03-02 10:00:00,2026-03-02 11:00:00,2026-03-02 11:00:00,7,Desk,x\n' +
        'B,2026-03-02 08:00:00,,2026-03-02 11:00:00,2026-03-04 11:00:00,2,Desk,y\n' +
        'C,2026-03-02 08:00:00,,,2026-03-04 11:00:00,1,Desk,z\n',
    });
    expect(statusesOf(read)).toEqual(['closed', 'open', 'new']);
    expect(Number.isNaN(numbersOf(read.desk.tickets, 'closed_at')?.[1])).toBe(true);
  });
});

describe('Zammad', () => {
  it('keeps the first close and the last', async () => {
    const read = await readFiles({
      't.json': JSON.stringify([
        {
          ...{ id: 1, number: '1', title: 'A', group_id: 1, state_id: 4, customer_id: 5 },
          created_at: '2026-03-02T10:00:00Z',
          first_response_at: '2026-03-02T11:00:00Z',
          close_at: '2026-03-02T12:00:00Z',
          last_close_at: '2026-03-06T10:00:00Z',
          updated_at: '2026-03-06T10:00:00Z',
        },
      ]),
    });
    expect(numbersOf(read.desk.tickets, 'first_solved_at')?.[0]).toBe(at(2, 12));
    expect(numbersOf(read.desk.tickets, 'solved_at')?.[0]).toBe(at(6, 10));
  });
});

describe('Chatwoot', () => {
  it('takes a nought in a column of stamps for none', async () => {
    const record = (id: number, reply: number) => ({
      id,
      inbox_id: 1,
      status: 'open',
      created_at: 1772445600,
      waiting_since: 0,
      first_reply_created_at: reply,
    });
    const read = await readFiles({
      'conversations.json': JSON.stringify([record(1, 1772445900), record(2, 0)]),
    });
    const answers = numbersOf(read.desk.tickets, 'first_response_at');
    expect(answers?.[0]).toBe(1772445900_000);
    expect(Number.isNaN(answers?.[1])).toBe(true);
  });
});

describe('osTicket', () => {
  it('has no verdict in a flag that is cleared on closing', async () => {
    const read = await readFiles({
      't.csv':
        'Ticket Number,Date Created,Subject,From,Current Status,Due Date,Overdue,Closed Date\n' +
        '1,2026-03-02 09:00,a,Ann,Closed,2026-03-02 10:00,0,2026-03-04 09:00\n' +
        '2,2026-03-02 09:00,b,Bob,Open,2026-03-02 10:00,1,\n',
    });
    expect(numbersOf(read.desk.tickets, 'sla_recorded')).toBeNull();
  });
});

describe('GLPI', () => {
  it.each([
    [
      'ID;Titre;Statut;Dernière modification;Date d’ouverture;Demandeur - Demandeur;Date de résolution;Statistiques - Temps de résolution',
      'Clos',
    ],
    [
      'ID;Título;Estado;Última actualización;Fecha de apertura;Solicitante - Solicitante;Fecha de solución;Estadísticas - Tiempo de solución',
      'Cerrado',
    ],
    [
      'ID;Título;Status;Última atualização;Data de abertura;Requerente - Requerente;Data da solução;Estatísticas - Tempo de solução',
      'Fechado',
    ],
  ])('%s', async (header, closed) => {
    const read = await readFiles({
      'glpi.csv': `${header}\n1;a;${closed};2026-03-03 12:00;2026-03-02 08:00;Ana;2026-03-02 14:00;1 h\n`,
    });
    const { tickets } = read.desk;
    expect(statusesOf(read)).toEqual(['closed']);
    expect(numbersOf(tickets, 'solved_at')?.[0]).toBe(at(2, 14));
    // Net of closed hours and waiting: on no account calendar time.
    expect(numbersOf(tickets, 'reported_resolution_time_seconds')).toBeNull();
    expect(numbersOf(tickets, 'reported_resolution_time_business_seconds')?.[0]).toBe(3_600_000);
    expect(codesOf(tickets, 'requester')?.codes[0]).toBeGreaterThan(0);
  });
});

describe('stars kept as fifths', () => {
  it('are stars, and a nought is no answer', async () => {
    const rows = ['0.8', '1', '0.2', '0', '0.4'].map(
      (stars, i) => `${i},2026-03-02,Closed,2026-03-03,${stars}`,
    );
    const read = await readFiles({
      't.csv': `id,created_at,status,resolved_at,Rating\n${rows.join('\n')}\n`,
    });
    expect([...(numbersOf(read.desk.tickets, 'csat') ?? [])]).toEqual([4, 5, 1, Number.NaN, 2]);
  });
});

describe('numbers for states', () => {
  const rows = (cells: (k: number) => string) => Array.from({ length: 10 }, (_, k) => cells(k)).join('\n');
  const day = (k: number) => `2026-03-${String(k + 2).padStart(2, '0')}T08:00:00Z`;

  it('are those of Freshdesk where a few of its columns stand', async () => {
    const { desk } = await readFiles({
      't.csv': `id,subject,status,priority,created_at,responder_id,requester_id\n${rows((k) => `${k},Printer ${k},${[2, 3, 4, 5][k % 4]},1,${day(k)},77,${k}`)}\n`,
    });
    // 2 and 3 are open, 4 and 5 are not: k = 0, 1, 4, 5, 8 and 9.
    expect(ask(desk, 'backlog')[0]).toMatchObject({ value: 6 });
  });

  it('are nobody’s elsewhere', async () => {
    const { desk } = await readFiles({
      't.csv': `id,subject,status,created_at,owner\n${rows((k) => `${k},Printer ${k},${[2, 3, 4, 5][k % 4]},${day(k)},77`)}\n`,
    });
    expect(ask(desk, 'backlog')[0]).toMatchObject({ value: null });
  });
});

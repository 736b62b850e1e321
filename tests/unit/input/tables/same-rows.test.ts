import { describe, expect, it } from 'vitest';
import { DeskstatError } from '../../../../src/model/problem.ts';
import { ask, HOUR, readFiles } from '../../../desk.ts';

const csv = (rows: readonly string[], delimiter = ','): string =>
  `${rows.join('\n').replaceAll(',', delimiter)}\n`;
type Desk = Awaited<ReturnType<typeof readFiles>>['desk'];
const problem = (desk: Desk, code: string) => desk.problems.find((each) => each.code === code);
/** Reads one file in its order and in the other. */
async function inBothOrders(head: string, rows: readonly string[], use: (desk: Desk) => void): Promise<void> {
  for (const order of [rows, [...rows].reverse()])
    use((await readFiles({ 't.csv': csv([head, ...order]) })).desk);
}

describe('rows that repeat a ticket', () => {
  const head = 'Ticket ID,Created at,Solved at,Status,Tags,Team';
  const rows = [
    '1,2026-04-01 09:00:00,2026-04-01 10:00:00,Solved,refund,East',
    '2,2026-04-02 09:00:00,2026-04-02 12:00:00,Solved,refund,East',
    '2,2026-04-02 09:00:00,2026-04-02 12:00:00,Solved,vip,West',
    '3,2026-04-03 09:00:00,2026-04-03 14:00:00,Solved,vip,West',
  ];

  it('are one ticket with all of its tags, in any order', async () => {
    await inBothOrders(head, rows, (desk) => {
      expect(ask(desk, 'resolution_time.p50')[0]).toMatchObject({ value: 3 * HOUR, n: 3 });
      const tags = desk.tickets.columns.tags as { offsets: Uint32Array };
      // One tag, two tags, one tag.
      expect(tags.offsets[3]).toBe(4);
      expect(problem(desk, 'ticket_repeated')?.count).toBe(1);
    });
  });

  it('keep a value that differs in capitals alone', async () => {
    const spelled = [rows[0], rows[1], rows[1].replace('East', 'EAST').replace('refund', 'vip'), rows[3]];
    await inBothOrders(head, spelled, (desk) => {
      const group = desk.tickets.columns.group as { codes: Uint32Array };
      expect([...group.codes].filter((code) => code === 0)).toHaveLength(0);
    });
  });

  it('are refused where they say a person, a creation and a subject again and no column tells tickets apart', async () => {
    const lines = Array.from({ length: 12 }, (_, i) => {
      const k = i >> 1;
      return `2026-04-0${k + 1} 09:00:00,u${k}@example.com,Help ${k},Open,${i % 2 ? 'vip' : 'refund'}`;
    });
    const text = csv(['Created at,Requester,Subject,Status,Tag', ...lines]);
    // rows_repeat_tickets
    await expect(readFiles({ 't.csv': text })).rejects.toThrow(/no column tells which are of one ticket/);
    const { desk } = await readFiles({ 't.csv': text }, { map: { id: '-' } });
    expect(ask(desk, 'created')[0].value).toBe(12);
  });

  it('have no single value of a field in which they differ', async () => {
    await inBothOrders(head, rows, (desk) => {
      const group = desk.tickets.columns.group as { codes: Uint32Array };
      expect([...group.codes].filter((code) => code === 0)).toHaveLength(1);
    });
  });

  it('keep every value of a column that feeds no field', async () => {
    const { desk } = await readFiles(
      { 't.csv': csv([head.replace('Team', 'Colour'), ...rows]) },
      { columns: ['Colour'] },
    );
    expect(desk.tickets.extra.get('Colour')).toMatchObject({ type: 'list' });
    expect(desk.tickets.extra.get('Colour')?.codes).toHaveLength(4);
  });
});

describe('a column that decides when tickets began and ended', () => {
  const rows = ['70', '71', '72', '73'].flatMap((id, i) =>
    Array.from(
      { length: 1 + i },
      (_, k) => `${id},Client ${i},2026-05-0${i + 1} 09:00,2026-05-0${i + 1} ${11 + i}:00,note ${k}`,
    ),
  );

  it('is the ticket, whatever it is called', async () => {
    await inBothOrders('Chamado,Cliente,Aberto em,Resolvido em,Anotação', rows, (desk) => {
      // 2, 3, 4 and 5 hours.
      expect(ask(desk, 'resolution_time.p50')[0]).toMatchObject({ value: 3.5 * HOUR, n: 4 });
      expect(problem(desk, 'key_found')?.args.column).toBe('Chamado');
    });
    await inBothOrders('Meldung,Kunde,Erstellt am,Gelöst am,Notiz', rows, (desk) => {
      expect(ask(desk, 'created')[0].value).toBe(4);
    });
  });
});

describe('tickets as they stood on several days, under a number with a letter wrong', () => {
  // Of each ticket three rows; 1 and 2 are solved after the first, 3 after the second, 4 not yet.
  const snapshots = ['2026-05-10', '2026-05-17', '2026-05-24'].flatMap((day, i) =>
    [1, 2, 3, 4].map((k) => {
      const isSolved = i >= k - 1 && k < 4;
      return `90${k},2026-05-0${k} 09:00,${isSolved ? `2026-05-0${k} ${10 + k}:00,Risolto` : ',Aperto'},${day}`;
    }),
  );

  it('are one ticket a number, in any order', async () => {
    await inBothOrders('Numero tcket,Data di creazione,Data risoluzione,Stato,Data', snapshots, (desk) => {
      expect(ask(desk, 'created')[0].value).toBe(4);
      // 2, 3 and 4 hours.
      expect(ask(desk, 'resolution_time.p50')[0]).toMatchObject({ value: 3 * HOUR, n: 3 });
      expect(ask(desk, 'backlog')[0].value).toBe(1);
    });
  });
});

describe('--map id=-', () => {
  it('makes each row a ticket of its own', async () => {
    const text = csv([
      'Ticket ID,Created at,Status,Tags',
      '1,2026-04-01 09:00:00,Open,refund',
      '1,2026-04-01 09:00:00,Open,vip',
      '2,2026-04-02 09:00:00,Open,vip',
    ]);
    expect((await readFiles({ 't.csv': text })).desk.tickets.rows).toBe(2);
    expect((await readFiles({ 't.csv': text }, { map: { id: '-' } })).desk.tickets.rows).toBe(3);
  });
});

describe('a column that counts the rows', () => {
  const week = (from: number): string[] =>
    ['1', '2', '3', '4'].map(
      (line, i) => `${line},${from + i},2026-05-0${i + 1} 0${from % 10}:00,2026-05-0${i + 1} 1${i}:00,Closed`,
    );

  it('is no id beside a ticket number, so that two lists hold the tickets of both', async () => {
    for (const header of ['S.No', '#', 'Número', '']) {
      const head = `${header},Ticket Number,Opened,Closed,Status`;
      const { desk } = await readFiles({
        'a.csv': csv([head, ...week(9001)]),
        'b.csv': csv([head, ...week(9105)]),
      });
      expect(desk.tickets.rows).toBe(8);
      if (header === 'Número') expect(problem(desk, 'row_numbers')?.args.id).toBe('Ticket Number');
    }
  });

  it('is no id in a short list of which sums fill some lines', async () => {
    const head = 'No,Ticket Number,Opened,Closed,Status';
    const sums = ['Average,,,,', 'Maximum,,,,'];
    const { desk } = await readFiles({
      'a.csv': csv([head, ...week(9001).slice(0, 3), ...sums]),
      'b.csv': csv([head, ...week(9105).slice(0, 3), ...sums]),
    });
    expect(desk.tickets.rows).toBe(6);
  });

  it('stands beside the hour of closing, which is a stamp and no number of hours', async () => {
    const { desk } = await readFiles({
      'a.csv': csv(['Número,Ticket#,Criado,Hora de Fechamento,Estado', ...week(9001)]),
    });
    // Opened at one o'clock, closed at 10, 11, 12 and 13.
    expect(ask(desk, 'resolution_time.p50')[0]).toMatchObject({ value: 10.5 * HOUR, n: 4 });
  });

  it('is said to be none where nothing else tells tickets apart', async () => {
    const rows = week(9001).map((row) => row.replace(/,\d+/, ''));
    const { desk } = await readFiles({ 'a.csv': csv(['S.No,Opened,Closed,Status', ...rows]) });
    expect(desk.tickets.columns.id).toBeUndefined();
    expect(problem(desk, 'no_ids')).toBeDefined();
  });

  it('may be an id where it is called so', async () => {
    const { desk } = await readFiles({
      'a.csv': csv(['Ticket ID,Code,Opened,Closed,Status', ...week(9001)]),
    });
    const id = desk.tickets.columns.id as { codes: Uint32Array; names: { name(code: number): string } };
    expect(id.names.name(id.codes[0])).toBe('1');
  });
});

describe('ids that are numbered anew in each project', () => {
  const head = 'Project,Number,Created at,Closed at,State';
  const rows = [
    'shop,1,2026-03-01 08:00:00,2026-03-01 10:00:00,closed',
    'shop,2,2026-03-02 08:00:00,2026-03-02 11:00:00,closed',
    'app,1,2026-03-03 08:00:00,2026-03-03 12:00:00,closed',
    'app,2,2026-03-04 08:00:00,2026-03-04 13:00:00,closed',
  ];

  it('are joined with it', async () => {
    await inBothOrders(head, rows, (desk) => {
      expect(desk.tickets.rows).toBe(4);
      expect(problem(desk, 'ids_joined')?.args).toMatchObject({ column: 'Number', within: 'Project' });
      const id = desk.tickets.columns.id as { codes: Uint32Array; names: { name(code: number): string } };
      expect([...id.codes].map((code) => id.names.name(code)).sort()).toEqual([
        'app#1',
        'app#2',
        'shop#1',
        'shop#2',
      ]);
    });
  });

  it('join messages that name both', async () => {
    const { desk } = await readFiles({
      'tickets.csv': csv([head, ...rows]),
      'messages.csv': csv([
        'Project,Ticket ID,Sent at,Author,Author role,Body',
        'app,2,2026-03-04 09:00:00,zed,agent,this is an answer to your question',
        'shop,2,2026-03-02 08:30:00,zed,agent,this is another answer to a question',
      ]),
    });
    expect(desk.messages?.sentAt).toHaveLength(2);
  });

  it('are an error where no column explains them', async () => {
    const bare = rows.map((row) => row.replace(/^[a-z]+,/, ''));
    const read = readFiles({ 't.csv': csv([head.replace('Project,', ''), ...bare]) });
    await expect(read).rejects.toBeInstanceOf(DeskstatError);
    await expect(read).rejects.toMatchObject({ problem: { code: 'same_id_other_ticket' } });
  });
});

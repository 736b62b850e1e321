import { describe, expect, it } from 'vitest';
import { ask, readFiles } from '../../../desk.ts';

const HOUR = 3_600_000;
const base = Date.UTC(2026, 2, 2, 9);
const at = (talk: number, hours: number): string =>
  new Date(base + talk * 24 * HOUR + hours * HOUR).toISOString();

/** Six talks: asked, answered after an hour, closed after 2 to 7 hours (median 4.5); the first is opened again and closed after 10. */
const parts = (words: {
  readonly close: string;
  readonly open: string;
  readonly message: string;
  readonly given: string;
}) =>
  [0, 1, 2, 3, 4, 5].flatMap((talk) => [
    [talk + 1, at(talk, 0), 'user', `u${talk}`, words.message, `where is parcel ${talk} now`],
    [talk + 1, at(talk, 0.1), 'admin', 'a1', words.given, ''],
    [talk + 1, at(talk, 1), 'admin', 'a1', words.message, `it comes on day ${talk}`],
    [talk + 1, at(talk, talk + 2), 'admin', 'a1', words.close, ''],
    ...(talk === 0
      ? [
          [1, at(0, 9), 'user', 'u0', words.open, 'it did not come'],
          [1, at(0, 10), 'admin', 'a1', words.close, ''],
        ]
      : []),
  ]);
const csv = (header: string, rows: readonly (readonly unknown[])[]): string =>
  `${header}\n${rows.map((row) => row.join(',')).join('\n')}\n`;

describe('changes among messages', () => {
  const vendor = { close: 'close', open: 'open', message: 'comment', given: 'assignment' };

  it.each([
    ['conversation_id,created_at,author_type,author_id,part_type,body', vendor],
    [
      'Chat ID,Time,Role,Name,Event,Message',
      { close: 'Chat closed', open: 'Chat reopened', message: 'message', given: 'assigned' },
    ],
    [
      'Nº de chat,Fecha,Rol,Autor,Tipo,Mensaje',
      { close: 'cerrado', open: 'reopened', message: 'mensaje', given: 'asignado' },
    ],
  ])('end and reopen conversations, and answer nobody: %s', async (header, words) => {
    const rows = parts(words).map((row) =>
      row.map((cell) =>
        header.startsWith('Nº')
          ? (({ user: 'cliente', admin: 'agente' } as Record<string, string>)[String(cell)] ?? cell)
          : cell,
      ),
    );
    const { desk } = await readFiles({ 'parts.csv': csv(header, rows) });
    const figure = (name: string) => ask(desk, name)[0];
    expect(figure('first_response_time.p50').value).toBe(HOUR);
    // Last solves after 10, 3, 4, 5, 6 and 7 hours: between 5 and 6.
    expect([figure('resolution_time.p50').n, figure('resolution_time.p50').value]).toEqual([6, 5.5 * HOUR]);
    expect(figure('first_resolution_time.p50').value).toBe(4.5 * HOUR);
    expect(figure('backlog').value).toBe(0);
  });

  it('give way to the ends that the tickets tell', async () => {
    const tickets = [0, 1, 2, 3, 4, 5].map((talk) => [talk + 1, at(talk, 0), at(talk, 20), 'closed']);
    const { desk } = await readFiles({
      'tickets.csv': csv('Ticket ID,Created at,Solved at,Status', tickets),
      'parts.csv': csv('ticket_id,created_at,author_type,author_id,part_type,body', parts(vendor)),
    });
    expect(ask(desk, 'resolution_time.p50')[0].value).toBe(20 * HOUR);
  });

  it('are reopenings too where a customer writes after the end, unless it is no more than thanks', async () => {
    const rows = [0, 1, 2, 3, 4, 5].flatMap((talk) => [
      [talk + 1, at(talk, 0), 'user', `u${talk}`, 'comment', `where is parcel ${talk} now`],
      [talk + 1, at(talk, 1), 'admin', 'a1', 'comment', `it comes on day ${talk}`],
      [talk + 1, at(talk, 2), 'admin', 'a1', 'close', ''],
      ...(talk === 0
        ? [
            [1, at(0, 9), 'user', 'u0', 'comment', 'it did not come at all'],
            [1, at(0, 10), 'admin', 'a1', 'comment', 'we send another'],
            [1, at(0, 11), 'admin', 'a1', 'close', ''],
          ]
        : []),
      ...(talk === 1 ? [[2, at(1, 5), 'user', 'u1', 'comment', 'thank you very much']] : []),
      ...(talk === 2 ? [[3, at(2, 6), 'user', 'u2', 'comment', 'and where is the other one']] : []),
    ]);
    const header = 'conversation_id,created_at,author_type,author_id,part_type,body';
    const late = { asOf: '2026-04-20T00:00:00Z' };
    for (const order of [rows, [...rows].reverse()]) {
      const { desk } = await readFiles({ 'parts.csv': csv(header, order) }, late);
      const [rate] = ask(desk, 'reopen_rate.share');
      // The first and the third of six; the third is open still.
      expect([rate.n, Math.round(6 * Number(rate.value))]).toEqual([6, 2]);
      expect(ask(desk, 'backlog')[0].value).toBe(1);
      expect(ask(desk, 'resolution_time.p50')[0].n).toBe(5);
    }
  });
});

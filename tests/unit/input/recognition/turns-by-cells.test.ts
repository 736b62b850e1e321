import { describe, expect, it } from 'vitest';
import { DeskstatError } from '../../../../src/model/problem.ts';
import { ask, readFiles } from '../../../desk.ts';

/** Eight talks, answered after 30, 45, 60, 90, 20, 120, 75 and 50 minutes: the median is 55. */
const minutes = [30, 45, 60, 90, 20, 120, 75, 50];
const base = Date.UTC(2026, 2, 2, 9);
const at = (talk: number, after: number): string =>
  new Date(base + talk * 86_400_000 + after * 60_000).toISOString();
const asked = 'abcdefgh'.split('').map((letter) => `the printer ${letter} jams again`);
const answered = 'stuvwxyz'.split('').map((letter) => `please open the cover ${letter}`);

interface Words {
  readonly header: string;
  readonly customer: string;
  readonly desk: string;
  readonly notes?: readonly [open: string, hidden: string];
}

/** A question, where there are notes one of these after four minutes, and the answer. */
const talks = ({ header, customer, desk, notes }: Words): string => {
  const rows = minutes.flatMap((after, talk) => {
    const row = (minute: number, side: string, [seen, text]: readonly [number, string]): string =>
      [
        4000 + talk,
        at(talk, minute),
        side === customer ? `P${talk}` : 'Ann',
        side,
        ...(notes ? [notes[seen]] : []),
        text,
      ].join(',');
    return [
      row(0, customer, [0, asked[talk]]),
      ...(notes ? [row(4, desk, [1, 'who knows this printer'])] : []),
      row(after, desk, [0, answered[talk]]),
    ];
  });
  return `${header}\n${rows.join('\n')}\n`;
};

async function medianOf(content: string, file = 'export.csv') {
  const { desk } = await readFiles({ [file]: content });
  const [figure] = ask(desk, 'first_response_time.p50');
  return { n: figure.n, minutes: (figure.value ?? Number.NaN) / 60_000 };
}

/** Why a file is refused, with the arguments of the reason. */
async function refusal(content: string): Promise<string> {
  const error: unknown = await readFiles({ 'chat.csv': content }).catch((reason: unknown) => reason);
  return error instanceof DeskstatError ? JSON.stringify(error.problem) : 'not refused';
}

describe('turns of talk', () => {
  it('are messages by their cells, whatever their headers say', async () => {
    const known = { n: 8, minutes: 55 };
    expect(
      await medianOf(talks({ header: 'conv,when,who,side,said', customer: 'client', desk: 'staff' })),
    ).toEqual(known);
    expect(
      await medianOf(
        talks({
          header: 'Talep No,Gönderim Zamanı,Gönderen,Rol,Mesaj',
          customer: 'Müşteri',
          desk: 'Temsilci',
        }),
      ),
    ).toEqual(known);
    expect(
      await medianOf(
        talks({ header: 'id_caso,fecha_hora,remitente,rol,mensaje', customer: 'cliente', desk: 'agente' }),
      ),
    ).toEqual(known);
  });

  it('hide notes where a column says public and internal, whatever it is called', async () => {
    const known = { n: 8, minutes: 55 };
    const header = (visibility: string): string =>
      `Vorgangsnummer,Gesendet am,Absender,Rolle,${visibility},Nachricht`;
    const german = { customer: 'Kunde', desk: 'Mitarbeiter', notes: ['öffentlich', 'intern'] } as const;
    expect(await medianOf(talks({ header: header('Sichtbarkeit'), ...german }))).toEqual(known);
    expect(await medianOf(talks({ header: header('Empfänger'), ...german }))).toEqual(known);
    const flag = { customer: 'клиент', desk: 'оператор', notes: ['нет', 'да'] } as const;
    expect(
      await medianOf(
        talks({ header: 'Номер заявки,Дата отправки,Отправитель,Роль,Внутренняя заметка,Текст', ...flag }),
      ),
    ).toEqual(known);
    const posts = { customer: 'client', desk: 'staff', notes: ['0', '1'] } as const;
    expect(
      await medianOf(talks({ header: 'ticketid,dateline,fullname,creator,isprivate,contents', ...posts })),
    ).toEqual(known);
  });

  it('of a person are one conversation only where a flag says so', async () => {
    const header = 'Timestamp,Contact,Direction,Message';
    const rows = minutes.flatMap((after, talk) => {
      const contact = `+8801700000${talk % 2}99`;
      return [
        [at(talk, 0), contact, 'in', asked[talk]],
        [at(talk, after), contact, 'out', answered[talk]],
      ].map((row) => row.join(','));
    });
    const chat = `${header}\n${rows.join('\n')}\n`;
    expect(await refusal(chat)).toContain('--messages FILE with --map ticket_id=\\"Contact\\"');
    // Two contacts, who wrote first on the days of 30 and 45 minutes; each further question waited too.
    const { desk } = await readFiles({ 'chat.csv': chat }, { map: { ticket_id: 'Contact' } });
    const [first, next] = ['first_response_time.p50', 'next_response_time.p50'].map(
      (name) => ask(desk, name)[0],
    );
    expect([first.n, first.value]).toEqual([2, 37.5 * 60_000]);
    expect([next.n, next.value]).toEqual([8, 55 * 60_000]);
  });

  it('of a chat of a few names, which nothing numbers, are no tickets', async () => {
    const rows = minutes.flatMap((after, talk) => [
      [at(talk, 0), 'Mira', asked[talk]],
      [at(talk, after), 'Shop Desk', answered[talk]],
    ]);
    const chat = `Date,Sender,Message\n${rows.map((row) => row.join(',')).join('\n')}\n`;
    expect(await refusal(chat)).toContain('each row is a message, and no column says of which conversation');
    const { desk } = await readFiles({ 'chat.csv': chat }, { kinds: { 'chat.csv': 'tickets' } });
    expect(desk.tickets.rows).toBe(16);
  });

  it('leave lists of tickets alone, whose rows have numbers of their own or states', async () => {
    const rows = minutes.map((_, talk) =>
      [talk + 1, at(talk, 0), talk % 2 === 0 ? 'inbound' : 'outbound', 'Open', asked[talk]].join(','),
    );
    const { desk } = await readFiles({
      't.csv': `Ticket ID,Created at,Direction,Status,Message\n${rows.join('\n')}\n`,
    });
    expect(desk.tickets.rows).toBe(8);
  });

  it('stand below a case as its posts, and in osTicket’s entries by their letter', async () => {
    const data = minutes.map((after, talk) => ({
      id: talk + 1,
      subject: asked[talk],
      status: 'CLOSED',
      created_at: at(talk, 0),
      posts: [
        {
          id: talk * 2,
          creator: { type: 'CUSTOMER', id: 60 + talk },
          contents: asked[talk],
          created_at: at(talk, 0),
        },
        {
          id: talk * 2 + 1,
          creator: { type: 'AGENT', id: 4 },
          contents: answered[talk],
          created_at: at(talk, after),
        },
      ],
    }));
    expect(await medianOf(JSON.stringify({ data }), 'cases.json')).toEqual({ n: 8, minutes: 55 });
    const entries = minutes.flatMap((after, talk) => [
      [talk * 3, talk + 1, 'M', `P${talk}`, 0, 50 + talk, asked[talk], at(talk, 0)],
      [talk * 3 + 1, talk + 1, 'N', 'Ann', 2, 0, 'look at this', at(talk, 4)],
      [talk * 3 + 2, talk + 1, 'R', 'Ann', 2, 0, answered[talk], at(talk, after)],
    ]);
    const header = 'id,ticket_id,type,poster,staff_id,user_id,body,created';
    const thread = `${header}\n${entries.map((row) => row.join(',')).join('\n')}\n`;
    expect(await medianOf(thread)).toEqual({ n: 8, minutes: 55 });
  });

  it('are mails without their texts, by who wrote to whom', async () => {
    const mails = minutes.flatMap((after, talk) => [
      [`k${talk}`, at(talk, 0), `p${talk}@kunde${talk}.example`, 'help@desk.example', asked[talk]],
      [
        `k${talk}`,
        at(talk, after),
        'help@desk.example',
        `p${talk}@kunde${talk}.example`,
        `Re: ${asked[talk]}`,
      ],
    ]);
    const list = `conversation,date,from,to,subject\n${mails.map((row) => row.join(',')).join('\n')}\n`;
    expect(await medianOf(list)).toEqual({ n: 8, minutes: 55 });
  });

  it('are the comments of numbered cases, where two of the desk write them all', async () => {
    const lines = minutes.map((after, talk) => [
      [`F-${talk}`, at(talk, 4), talk % 2 ? 'Ann' : 'Bo', 'nur für uns gedacht', 'ja'].join(','),
      [`F-${talk}`, at(talk, after), talk % 2 ? 'Ann' : 'Bo', answered[talk], 'nein'].join(','),
    ]);
    const tickets = minutes.map(
      (_, talk) => `F-${talk},${at(talk, 0)},Offen,P${talk},${talk % 2 ? 'Ann' : 'Bo'}`,
    );
    const { desk } = await readFiles(
      {
        'faelle.csv': `Sachnr,Erstellt am,Status,Kunde,Bearbeiter\n${tickets.join('\n')}\n`,
        'kommentare.csv': `Sachnr,Datum,Verfasser,Kommentar,Intern\n${lines.flat().join('\n')}\n`,
      },
      { map: { id: 'Sachnr' } },
    );
    expect(ask(desk, 'first_response_time.p50')[0].value).toBe(55 * 60_000);
  });
});

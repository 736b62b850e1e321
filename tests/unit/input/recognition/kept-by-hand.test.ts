import { describe, expect, it } from 'vitest';
import { ask, DAY, HOUR, MINUTE, readFiles } from '../../../desk.ts';

const two = (n: number) => String(n).padStart(2, '0');
const at = (k: number) => Date.UTC(2026, 2, 2 + k, 8);
const iso = (time: number) => new Date(time).toISOString().slice(0, 16).replace('T', ' ');
const twenty = Array.from({ length: 20 }, (_, k) => k);
/** Twenty tickets a day apart, answered after 30 minutes, the first sixteen solved after five hours. */
const list = (header: string, row: (k: number) => string): Record<string, string> => ({
  't.csv': `${header}\n${twenty.map(row).join('\n')}\n`,
});
const answered = (k: number) => at(k) + 30 * MINUTE;
const solved = (k: number) => (k < 16 ? at(k) + 5 * HOUR : null);
const cell = (time: number | null) => (time === null ? '' : iso(time));

describe('lines of totals', () => {
  it.each([
    ['Total,20,,', 'Average,,,"300,5"'],
    ['Summe,20,,', 'Durchschnitt,,,300'],
    ['Grand total (20),,,', 'Moyenne,-,-,5 h 00'],
  ])('are no tickets that went wrong: %s', async (sum, mean) => {
    const files = list(
      'Opened,Caller,Fixed,Minutes',
      (k) => `${iso(at(k))},c${k % 7},${cell(solved(k))},300`,
    );
    const { desk, rejects } = await readFiles({ 't.csv': `${files['t.csv']}${sum}\n${mean}\n` });
    expect(desk.tickets.rows).toBe(20);
    expect(rejects).toEqual([]);
    expect(desk.problems.find(({ code }) => code === 'totals_passed_over')).toMatchObject({ count: 2 });
  });

  it.each([
    ['are told once, and not by their cells too', 'Average,,0:30,5 h,3.1 of 5,1/2', 'totals_passed_over'],
    ['nor are remarks', 'Report by,Ann Lee,,,,', 'trailer_passed_over'],
    ['nor rows that are left out', 'Fifty,,soon,later,fine,few', 'rows_left_out'],
  ])('%s', async (_, line, told) => {
    const rows = twenty.map(
      (k) => `${k},${iso(at(k))},${iso(answered(k))},${cell(solved(k))},${1 + (k % 5)},2`,
    );
    // A cell of a row that counts is told all the same, before and behind such lines.
    const odd = `50,${iso(at(20))},odd,,4,2`;
    const read = async (lines: readonly string[]) => {
      const text = ['Ticket ID,Created at,First response at,Solved at,Rating,Replies', ...lines].join('\n');
      const { desk, rejects } = await readFiles({ 't.csv': `${text}\n` });
      const codes = desk.problems.map(({ code, count }) => `${code} ${count}`);
      const cells = codes.filter((code) => code.startsWith('cell_unreadable'));
      return { cells, isTold: codes.includes(`${told} 1`) || rejects.length === 1 };
    };
    expect(await read([...rows, line])).toEqual({ cells: [], isTold: true });
    expect(await read([odd, ...rows, line])).toEqual({ cells: ['cell_unreadable 1'], isTold: true });
    expect((await read([...rows, line, odd])).cells).toEqual(['cell_unreadable 1']);
  });

  it('are not what words stand beside', async () => {
    const files = list('Subject,Opened,Status', (k) => `Question ${k},${iso(at(k))},Open`);
    const { desk, rejects } = await readFiles({ 't.csv': `${files['t.csv']}Total,,Total loss of the van\n` });
    expect(desk.tickets.rows).toBe(20);
    expect(rejects).toHaveLength(1);
  });
});

describe('headers of two rows', () => {
  const days = (time: number | null) =>
    time === null ? ',' : `${two(new Date(time).getUTCDate())}/03/2026,${iso(time).slice(11)}`;
  it.each([
    ['Ticket No,Status,Created,,Closed,,Agent\n,,Date,Time,Date,Time,\n'],
    ['Ticket,,Opened,,Resolved,,People\nNumber,State,Date,Time,Date,Time,Agent\n'],
  ])('are joined where the first groups the second: %s', async (header) => {
    const rows = twenty.map(
      (k) => `T${k + 500},${k < 16 ? 'Closed' : 'Open'},${days(at(k))},${days(solved(k))},Ann`,
    );
    const { desk } = await readFiles({ 't.csv': `${header}${rows.join('\n')}\n` });
    expect(desk.tickets.rows).toBe(20);
    expect(ask(desk, 'resolution_time.p50')[0]).toMatchObject({ value: 5 * HOUR, n: 16 });
    expect(ask(desk, 'backlog')[0]).toMatchObject({ value: 4 });
  });

  it('are not seen in types below names, where the column of line numbers has none', async () => {
    const rows = twenty.map((k) => `${k + 1},T${k + 500},Open,${iso(at(k))},${k < 3 ? 'T501' : ''}`);
    const head = ',Ticket ID,Status,Created at,Merged into';
    const { desk } = await readFiles({
      't.csv': `${head}\n[text],[text],[text],[date],[text]\n${rows.join('\n')}\n`,
    });
    expect(ask(desk, 'created')[0]).toMatchObject({ value: 17 });
  });
});

describe('numbers of spreadsheets', () => {
  it('are days also with decimal commas', async () => {
    const serial = (time: number | null) =>
      time === null ? '' : (time / DAY + 25_569).toFixed(8).replace('.', ',');
    const { desk } = await readFiles(
      list('Ticketnummer;Eingang;Erledigt am', (k) => `T${k};${serial(at(k))};${serial(solved(k))}`),
    );
    expect(ask(desk, 'resolution_time.p50')[0].value).toBeCloseTo(5 * HOUR, -4);
  });
});

describe('units of measured times', () => {
  it.each([
    ['First reply time business minutes', 30],
    ['first_reply_business_seconds', 1800],
    ['Temps de première réponse en minutes ouvrées', 30],
  ])('stand beside the clock: %s', async (header, value) => {
    const { desk } = await readFiles(
      list(
        `Ticket ID,Created at,Solved at,${header}`,
        (k) => `${k},${iso(at(k))},${cell(solved(k))},${value}`,
      ),
    );
    expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ value: 30 * MINUTE, clock: 'business' });
  });

  it('are hours on a clock of hours, where no ticket lasted less', async () => {
    const head = 'Ticket ID,Created at,Solved at,Resolution time (business hours)';
    const of = (hours: number) =>
      list(head, (k) => `${k},${iso(at(k))},${cell(solved(k))},${k < 16 ? hours : ''}`);
    const { desk } = await readFiles(of(2.5));
    expect(ask(desk, 'resolution_time.p50', { clocks: ['business'] })[0]).toMatchObject({
      value: 2.5 * HOUR,
      n: 16,
    });
    const longer = await readFiles(of(150));
    expect(longer.desk.problems.some(({ code }) => code === 'duration_unit_unknown')).toBe(true);
  });

  it('are those of the other times that name none', async () => {
    const { desk } = await readFiles(
      list(
        'Ticket ID,Created,Resolved,First response time,Resolution time',
        (k) => `${k},${iso(at(k))},${cell(solved(k))},30,${k < 16 ? 300 : ''}`,
      ),
    );
    expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ value: 30 * MINUTE, n: 20 });
  });
});

describe('ends and flags', () => {
  it.each(['Cancelado', 'Fecha de cancelación', 'Annulé le', 'Cancelled', 'Storniert am', 'Rejected on'])(
    'are callings off under %s',
    async (header) => {
      const { desk } = await readFiles(
        list(
          `ID,Created,Resolved,${header}`,
          (k) => `${k},${iso(at(k))},${k < 10 ? cell(solved(k)) : ''},${k < 10 ? '' : cell(solved(k))}`,
        ),
      );
      expect(ask(desk, 'backlog')[0]).toMatchObject({ value: 4 });
      expect(ask(desk, 'resolution_time.p50')[0]).toMatchObject({ value: 5 * HOUR, n: 10 });
    },
  );

  it('are late where stamps alone tell what is finished', async () => {
    const { desk } = await readFiles(
      list('Ticket,Created,Completed,Late?', (k) =>
        [k, iso(at(k)), cell(solved(k)), k < 16 ? (k % 4 === 0 ? 'Yes' : 'No') : ''].join(','),
      ),
    );
    expect(ask(desk, 'sla_recorded')[0]).toMatchObject({ value: 0.75, n: 16 });
  });

  it('are the one end beside a product’s other columns', async () => {
    const { desk } = await readFiles(
      list('#,Title,State,Group,Owner,Customer,Created at,First response,Closing time', (k) =>
        [
          k,
          'Help',
          k < 16 ? 'closed' : 'open',
          'A',
          'Bo',
          'c@example.com',
          iso(at(k)),
          iso(answered(k)),
          cell(solved(k)),
        ].join(','),
      ),
    );
    expect(ask(desk, 'resolution_time.p50')[0]).toMatchObject({ value: 5 * HOUR, n: 16 });
  });
});

describe('logs and records', () => {
  it.each(['issue', 'Request', 'Anfrage', 'Solicitud', 'заявка'])(
    'are of the tickets below %s',
    async (noun) => {
      const rows = twenty.flatMap((k) => [
        `${900 + k},${iso(at(k))},Created,New,Ann`,
        ...(k < 16 ? [`${900 + k},${iso(at(k) + 5 * HOUR)},Status change,Resolved,Ann`] : []),
      ]);
      const { desk } = await readFiles({
        'h.csv': `${noun},timestamp,action,status,user\n${rows.join('\n')}\n`,
      });
      expect(desk.tickets.rows).toBe(20);
      expect(ask(desk, 'resolution_time.p50')[0]).toMatchObject({ value: 5 * HOUR, n: 16 });
    },
  );

  it('are values in MongoDB’s wrapping', async () => {
    const records = twenty.map((k) => ({
      _id: { $oid: `65f0${two(k)}` },
      createdAt: { $date: new Date(at(k)).toISOString() },
      resolvedAt: k < 16 ? { $date: new Date(at(k) + 5 * HOUR).toISOString() } : null,
      status: k < 16 ? 'solved' : 'open',
      rating: k < 16 ? { $numberInt: k % 4 === 0 ? '1' : '5' } : null,
    }));
    const { desk } = await readFiles({ 't.json': records.map((one) => JSON.stringify(one)).join('\n') });
    expect(ask(desk, 'csat')[0]).toMatchObject({ value: 0.75, n: 16 });
  });
});

describe('boxes that are ticked or left', () => {
  it.each([
    ['When,Who,What,Replied,Done', 'x', ''],
    ['Datum,Wer,Was,Antwort am,Erledigt', '✓', ''],
    ['When,Who,What,Replied,Solved', 'X', '-'],
  ])('say which tickets are finished: %s', async (header, yes, no) => {
    const { desk } = await readFiles(
      list(header, (k) => `${iso(at(k))},c${k % 7},Help,${iso(answered(k))},${k < 16 ? yes : no}`),
    );
    expect(desk.tickets.rows).toBe(20);
    expect(ask(desk, 'backlog')[0]).toMatchObject({ value: 4 });
    expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ value: 30 * MINUTE, n: 20 });
    // Nobody knows when.
    expect(ask(desk, 'resolution_time.p50')[0].status).toBe('unavailable');
  });

  it('make tickets of rows that some people rated', async () => {
    const { desk } = await readFiles(
      list('When,Who,What,Replied,Done,Stars', (k) =>
        [iso(at(k)), `c${k % 7}`, 'Help', iso(answered(k)), k < 16 ? 'x' : '', k % 4 === 0 ? '5' : ''].join(
          ',',
        ),
      ),
    );
    expect(ask(desk, 'created')[0]).toMatchObject({ value: 20 });
    expect(ask(desk, 'csat')[0]).toMatchObject({ value: 1, n: 5 });
  });
});

describe('words and numbers as they are found', () => {
  it('are states of two words', async () => {
    const { desk } = await readFiles(
      list('Number,Subject,Status,Date Created', (k) =>
        [
          k + 1,
          `Help ${k}`,
          k < 16
            ? 'Closed_Closed'
            : ['Open_New', 'Open_Assigned', 'Open_Pending Input', 'Open - On hold'][k - 16],
          iso(at(k)),
        ].join(','),
      ),
    );
    expect(ask(desk, 'backlog')[0]).toMatchObject({ value: 4 });
    expect(desk.problems.find(({ code }) => code === 'statuses_unknown')).toBeUndefined();
  });

  it('are thousands in measured times', async () => {
    const { desk } = await readFiles(
      list(
        'Ref,Logged,Minutes to resolution,State',
        (k) => `${k + 1},${iso(at(k))},${k < 16 ? '"1,440.0"' : '"1,500.5"'},closed`,
      ),
    );
    expect(ask(desk, 'resolution_time.p50')[0]).toMatchObject({ value: DAY, n: 20 });
  });

  it('are stamps of digits alone, as a program writes numbers with gaps', async () => {
    const digits = (time: number | null) => (time === null ? '' : `${iso(time).replace(/\D/g, '')}00.0`);
    const { desk } = await readFiles(
      list(
        'ticket_no,open_time,resolve_time,state',
        (k) => `${k + 1},${digits(at(k))},${digits(solved(k))},${k < 16 ? 'closed' : 'open'}`,
      ),
    );
    expect(ask(desk, 'resolution_time.p50')[0]).toMatchObject({ value: 5 * HOUR, n: 16 });
  });

  it('are Tuesdays before dates in numbers', async () => {
    const days = ['dim', 'lun', 'mar', 'mer', 'jeu', 'ven', 'sam'];
    const written = (time: number | null) => {
      if (time === null) return '';
      const d = new Date(time);
      return `${days[d.getUTCDay()]}. ${two(d.getUTCDate())}/${two(d.getUTCMonth() + 1)}/2026 ${iso(time).slice(11)}`;
    };
    const { desk } = await readFiles(
      list('N° ticket;Ouvert le;Résolu le;Statut', (k) =>
        [k + 1, written(at(k)), written(solved(k)), k < 16 ? 'Résolu' : 'Ouvert'].join(';'),
      ),
    );
    expect(ask(desk, 'resolution_time.p50')[0]).toMatchObject({ value: 5 * HOUR, n: 16 });
  });
});

describe('logs under other names', () => {
  const solvedLog = (header: string, row: (k: number, time: number, state: string) => string) => ({
    'h.csv': `${header}\n${twenty
      .flatMap((k) => [row(k, at(k), 'New'), ...(k < 16 ? [row(k, at(k) + 5 * HOUR, 'Resolved')] : [])])
      .join('\n')}\n`,
  });
  it.each([
    [
      'Request No,Changed on,Changed to,Changed by',
      (k: number, time: number, state: string) => `${900 + k},${iso(time)},${state},Ann`,
    ],
    [
      'Complaint ref,Status,Entered At,Left At',
      (k: number, time: number, state: string) =>
        `${900 + k},${state},${iso(time)},${state === 'New' && k < 16 ? iso(time + 5 * HOUR) : ''}`,
    ],
  ])('are of the tickets that they number: %s', async (header, row) => {
    const { desk } = await readFiles(solvedLog(header, row));
    expect(desk.tickets.rows).toBe(20);
    expect(ask(desk, 'resolution_time.p50')[0]).toMatchObject({ value: 5 * HOUR, n: 16 });
    expect(ask(desk, 'backlog')[0]).toMatchObject({ value: 4 });
  });

  it('hold an end that only the last snapshot of a ticket has, to the minute', async () => {
    const day = (time: number) => iso(time).slice(0, 10);
    const rows = twenty.flatMap((k) =>
      [0, 1, 2].map((d) => {
        const isDone = d === 2 && k < 16;
        return `${day(at(k) + d * DAY)},N${k},${iso(at(k))},${isDone ? iso(at(k) + 50 * HOUR) : ''},${isDone ? 'Resolved' : 'Open'}`;
      }),
    );
    const { desk } = await readFiles({
      'daily.csv': `Snapshot date,Ticket,Opened at,Resolved at,Status\n${rows.join('\n')}\n`,
    });
    // Two days later by the days of the snapshots, 50 hours by the ticket's own stamp.
    expect(ask(desk, 'resolution_time.p50')[0]).toMatchObject({ value: 50 * HOUR, n: 16 });
  });
});

describe('one date and several times of day', () => {
  const clock = (time: number) => iso(time).slice(11);
  const day = (time: number) => iso(time).slice(0, 10);
  const row = (k: number) =>
    `${day(at(k))},${clock(at(k))},${clock(answered(k))},${k < 16 ? clock(at(k) + 5 * HOUR) : ''},c${k % 7},Help`;
  it.each([
    ['Date,Time received,Time answered,Time closed,Caller,Problem'],
    ['Datum,Uhrzeit Eingang,Uhrzeit Antwort,Uhrzeit erledigt,Anrufer,Problem'],
    ['Fecha,Hora de recepción,Hora de respuesta,Hora de cierre,Cliente,Asunto'],
    ['Date,Time,Time answered,Time closed,Caller,Problem'],
    ['Date,Time in,Time answered,Time out,Caller,Problem'],
  ])('are stamps of that date, not lengths of time: %s', async (header) => {
    const { desk } = await readFiles(list(header, row));
    expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ value: 30 * MINUTE, n: 20 });
    expect(ask(desk, 'resolution_time.p50')[0]).toMatchObject({ value: 5 * HOUR, n: 16 });
    // Without its time of day a ticket is not closed on its own date.
    expect(ask(desk, 'backlog')[0]).toMatchObject({ value: 4 });
  });

  it('can be pinned', async () => {
    const { desk } = await readFiles(
      list('Day,In,Out,Caller', (k) => {
        const [date, from, , to, who] = row(k).split(',');
        return [date, from, to, who].join(',');
      }),
      { map: { created_at: 'Day+In', solved_at: 'Day+Out' } },
    );
    expect(ask(desk, 'resolution_time.p50')[0]).toMatchObject({ value: 5 * HOUR, n: 16 });
  });

  it('are lengths of time where they do not follow the time of day', async () => {
    const { desk } = await readFiles(
      list('Ticket,Date,Time,Response time,Resolution time', (k) =>
        [`T${k}`, day(at(k)), clock(at(k)), '00:30', '05:00'].join(','),
      ),
    );
    expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ value: 30 * MINUTE, n: 20 });
    expect(ask(desk, 'resolution_time.p50')[0]).toMatchObject({ value: 5 * HOUR, n: 20 });
  });

  it.each(['Time answered,Time closed', 'Response time,Resolution time'])(
    'are stamps of the day of a whole stamp before them: %s',
    async (ends) => {
      const { desk } = await readFiles(
        list(`Ticket,Received,${ends}`, (k) => {
          const [, , answer, end] = row(k).split(',');
          return [`T${k}`, iso(at(k)), answer, end].join(',');
        }),
      );
      expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ value: 30 * MINUTE, n: 20 });
      expect(ask(desk, 'resolution_time.p50')[0]).toMatchObject({ value: 5 * HOUR, n: 16 });
    },
  );
});

describe('ends that are only foreseen', () => {
  it.each([
    'Planned closing date',
    'Expected resolution',
    'Voraussichtlich gelöst am',
    'Fecha prevista de cierre',
  ])('are none: %s', async (header) => {
    const { desk } = await readFiles(
      list(
        `Ticket,Created,${header},Status`,
        (k) => `T${k},${iso(at(k))},${iso(at(k) + 5 * DAY)},${k < 16 ? 'Resolved' : 'Open'}`,
      ),
    );
    expect(ask(desk, 'resolution_time.p50')[0].status).toBe('unavailable');
    expect(ask(desk, 'backlog')[0]).toMatchObject({ value: 4 });
  });
});

describe('headers that say what was measured', () => {
  it('are days that a ticket took', async () => {
    const { desk } = await readFiles(
      list('Ticket,Created,SLA days,Days taken,Status', (k) =>
        [`T${k}`, iso(at(k)), 5, k < 16 ? 3 : '', k < 16 ? 'Closed' : 'Open'].join(','),
      ),
    );
    expect(ask(desk, 'resolution_time.p50')[0]).toMatchObject({ value: 3 * DAY, n: 16 });
    expect(ask(desk, 'sla_recorded')[0].status).toBe('unavailable');
  });

  it('are no verdict where they tell the time that is left', async () => {
    const { desk } = await readFiles(
      list('Ticket,Created,Solved,Status,Time to SLA breach', (k) =>
        [`T${k}`, iso(at(k)), cell(solved(k)), k < 16 ? 'Closed' : 'Open', '-01:30'].join(','),
      ),
    );
    expect(ask(desk, 'sla_recorded')[0].status).toBe('unavailable');
  });

  it('are calls where a wait stands beside what became of it', async () => {
    const { desk } = await readFiles(
      list('Fecha;Hora;Agente;Estado;Tiempo de espera;Duración', (k) =>
        [
          iso(at(k)).slice(0, 10),
          iso(at(k)).slice(11),
          'Ana',
          k % 4 === 0 ? 'Perdida' : 'Atendida',
          '00:00:20',
          '00:03:00',
        ].join(';'),
      ),
    );
    expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ value: 20_000, n: 15 });
  });
});

describe('letters for a zone', () => {
  it.each([
    ['CET', 1],
    ['EST', -5],
    ['JST', 9],
  ])('in a header are where its clock stands: %s', async (letters, hours) => {
    const { desk } = await readFiles(
      list(
        `Ticket,Created (${letters}),Solved (UTC),Status`,
        (k) => `T${k},${iso(at(k % 5) + hours * HOUR)},${iso(at(k % 5) + 5 * HOUR)},Closed`,
      ),
    );
    expect(ask(desk, 'resolution_time.p50')[0]).toMatchObject({ value: 5 * HOUR, n: 20 });
  });
});

describe('chats', () => {
  it('are answered after the wait, but for those that were missed', async () => {
    const { desk } = await readFiles(
      list('Chat ID,Chat started,Chat ended,Wait time (s),Chat duration (s),Missed,Agent', (k) =>
        [`C${k}`, iso(at(k)), iso(at(k) + HOUR), 20, 3600, k % 4 === 0 ? 'Yes' : 'No', 'Ann'].join(','),
      ),
    );
    expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ value: 20_000, n: 15 });
  });
});

import { describe, expect, it } from 'vitest';
import { ask, HOUR, readFiles } from '../../../desk.ts';

const start = Date.UTC(2026, 2, 2, 8, 10);
/** Thirty tickets, one every five hours, answered after 90 minutes and solved after a day and a half. */
const tickets = Array.from({ length: 30 }, (_, i) => {
  const created = start + i * 5 * HOUR;
  return { id: 400 + 7 * i, created, answered: created + 1.5 * HOUR, solved: created + 36 * HOUR };
});
const iso = (at: number): string => new Date(at).toISOString();
const day = (at: number): string => iso(at).slice(0, 10);
const clock = (at: number): string => iso(at).slice(11, 19);
const csv = (header: string, row: (ticket: (typeof tickets)[number]) => string): string =>
  [header, ...tickets.map(row), ''].join('\n');
const figureOf = async (files: Record<string, string>, metrics: string, stat = 'p50') => {
  const { desk } = await readFiles(files);
  return ask(desk, metrics).find((row) => row.stat === stat || row.stat === 'count')?.value;
};

describe('a header with a letter wrong', () => {
  it.each([
    ['Created Date,Created Time,First response Date,First ersponse Time'],
    ['Createdd Date,Created Time,First response Date,First response Tmie'],
    ['Datec réation,Heure création,Date première réponse,Heure premère réponse'],
    ['Created aDte,Created Time,First response Date,First responseT ime'],
    ['created_date_gmt,created_time_gmt,first_response_dte_gmt,first_response_time_gmt'],
    ['date_ouverture,heure_ouverture,date_remière_réponse,heure_première_réponse'],
  ])('still joins a date with its time: %s', async (names) => {
    const text = csv(
      `Ticket ID,Status,${names}`,
      ({ id, created, answered }) =>
        `${id},Open,${day(created)},${clock(created)},${day(answered)},${clock(answered)}`,
    );
    expect(await figureOf({ 't.csv': text }, 'first_response_time')).toBe(1.5 * HOUR);
  });

  it.each([
    'Time to resolutin (minutes)',
    'Resolution time (mintues)',
    'Resolution time m(inutes)',
    'Lösungszeit (Minutn)',
    'Oplostijd (minuetn)',
  ])('still measures in its unit: %s', async (name) => {
    const text = csv(
      `Ticket ID,Status,Created at,${name}`,
      ({ id, created }) => `${id},Solved,${day(created)},2160`,
    );
    expect(await figureOf({ 't.csv': text }, 'resolution_time')).toBe(36 * HOUR);
  });

  it('still is read where a blank or a capital stands beside its place', async () => {
    const text = csv(
      'Ticket ID,CaseS tatus,Created aDte,Solveda t',
      ({ id, created, solved }) =>
        `${id},${id % 3 === 0 ? 'Deleted' : 'Solved'},${iso(created)},${iso(solved)}`,
    );
    // Every third id, 7 apart, can be divided by three.
    expect(await figureOf({ 't.csv': text }, 'created')).toBe(20);
    expect(await figureOf({ 't.csv': text }, 'resolution_time')).toBe(36 * HOUR);
  });

  it('joins a date whose first letter is missing with the end that its time names, not with a later one', async () => {
    const text = csv(
      'n°_demande,date_ouverture,heure_ouverture,date_ésolu,heure_résolu,date_fermeture,heure_fermeture',
      ({ id, created, solved }) =>
        [id, ...[created, solved, solved + 96 * HOUR].flatMap((at) => [day(at), clock(at)])].join(','),
    );
    expect(await figureOf({ 't.csv': text }, 'resolution_time')).toBe(36 * HOUR);
  });

  it.each([
    'Numero tcket',
    'id do tikcet',
    'numéro_de_ticlet',
    'Tikcet number',
    'conversaton id',
    'Numérode ticket',
    'Númerodo chamado',
  ])('still joins a history by the number of a ticket: %s', async (name) => {
    const list = csv(`${name},Status,Created at`, ({ id, created }) => `${id},Solved,${iso(created)}`);
    const history = csv(
      'Ticket ID,Changed at,Old status,New status',
      ({ id, solved }) => `${id},${iso(solved)},Open,Solved`,
    );
    expect(await figureOf({ 't.csv': list, 'history.csv': history }, 'resolution_time')).toBe(36 * HOUR);
  });

  it.each(['reslvedAtGmt', 'resolvedAtUtc', 'reslved_at_utc'])(
    'still ends tickets beside a close, with the zone at its end: %s',
    async (name) => {
      const text = csv(
        `Ticket ID,Status,createdAtUtc,${name},Closed at`,
        ({ id, created, solved }) =>
          `${id},Closed,${day(created)} ${clock(created)},${day(solved)} ${clock(solved)},${iso(solved + 96 * HOUR)}`,
      );
      expect(await figureOf({ 't.csv': text }, 'resolution_time')).toBe(36 * HOUR);
    },
  );

  it.each(['firs_reply_time', 'Fist response date', 'Date of initial respones', 'Erste Antwrot am'])(
    'still tells when tickets were answered: %s',
    async (name) => {
      const text = csv(
        `Ticket ID,Status,Created at,${name}`,
        ({ id, created, answered }) => `${id},Open,${iso(created)},${iso(answered)}`,
      );
      expect(await figureOf({ 't.csv': text }, 'first_response_time')).toBe(1.5 * HOUR);
    },
  );

  it('still tells when tickets were solved where the first letter is missing, in a section', async () => {
    const text = csv(
      'Ticket details - ID,Ticket details - Status,Ticket details - Created at,Ticket details - esolved at',
      ({ id, created, solved }) => `${id},Solved,${iso(created)},${iso(solved)}`,
    );
    expect(await figureOf({ 't.csv': text }, 'resolution_time')).toBe(36 * HOUR);
  });

  it('still tells when tickets were solved where a word in camel case lost its first letter', async () => {
    const text = csv(
      'númeroDoChamado,status,abertoEm,dataDaolução',
      ({ id, created, solved }) => `${id},Resolvido,${iso(created)},${iso(solved)}`,
    );
    expect(await figureOf({ 't.csv': text }, 'resolution_time')).toBe(36 * HOUR);
  });

  it('still tells tickets apart by their addresses where each has a row a tag', async () => {
    const text = csv(
      'Ticket details: Tickte-ID,Ticket details: Status,Ticket details: Created at,Ticket details: Tag',
      ({ id, created }) =>
        ['vip', 'bug']
          .map((tag) => `https://desk.example.com/agent/tickets/${id},Open,${iso(created)},${tag}`)
          .join('\n'),
    );
    expect(await figureOf({ 't.csv': text }, 'created')).toBe(30);
  });

  it.each(['Ticektnummer', 'ticket nubmer'])(
    'still tells tickets apart where each stands there as it was each week: %s',
    async (name) => {
      const weeks = [start + 80 * HOUR, start + 248 * HOUR].flatMap((at) =>
        tickets.map(({ id, created, solved }) =>
          [id, iso(created), solved <= at ? iso(solved) : '', iso(at), 'Billing'].join(','),
        ),
      );
      const text = [`${name},Created at,Solved at,Report date,Team`, ...weeks, ''].join('\n');
      expect(await figureOf({ 't.csv': text }, 'created')).toBe(30);
    },
  );

  it('still tells tickets apart where some rows stand there twice', async () => {
    const text = csv('Requst ID,Status,Created at,Solved at', ({ id, created, solved }) => {
      const row = `${id},Solved,${iso(created)},${iso(solved)}`;
      return id % 5 === 0 ? `${row}\n${row}` : row;
    });
    expect(await figureOf({ 't.csv': text }, 'created')).toBe(30);
  });

  it('still tells tickets apart where a row stands there twice with its state in two languages', async () => {
    const text = csv('Cas number,Status,Created at,Solved at', ({ id, created, solved }) =>
      (id % 5 === 0 ? ['Closed', 'Gesloten'] : ['Closed'])
        .map((state) => `${id}.0,${state},${iso(created)},${iso(solved)}`)
        .join('\n'),
    );
    expect(await figureOf({ 't.csv': text }, 'created')).toBe(30);
  });

  it('names days with a time of day, as spreadsheets count them', async () => {
    const serial = (at: number): string => (at / 86_400_000 + 25_569).toFixed(8);
    const text = csv(
      'Ticket ID,Status,Submited on,Solved at',
      ({ id, created, solved }) => `${id},Solved,${serial(created)},${serial(solved)}`,
    );
    expect(await figureOf({ 't.csv': text }, 'resolution_time')).toBeCloseTo(36 * HOUR, 0);
  });
});

describe('columns that look like others', () => {
  it('takes a measured time for no time of day beside seconds since 1970', async () => {
    const text = csv(
      'caseNumber,state,openedAt,first_response_at,firstResponseTime,resolvedAt,timeToResolve',
      ({ id, created, answered, solved }) =>
        `${id},Closed,${created},${answered},"0 days, 1:30:00",${solved},"0 days, 12:00:00"`,
    );
    expect(await figureOf({ 't.csv': text }, 'first_response_time')).toBe(1.5 * HOUR);
  });

  it('takes the number of a row in a section for no id', async () => {
    let row = 0;
    const list = csv(
      'Ticket details - No,Ticket details - Ticket ID,Ticket details - Created at',
      ({ id, created }) => `${++row},${id},${iso(created)}`,
    );
    const messages = csv(
      'Ticket ID,Sent at,Author role,Text',
      ({ id, answered }) => `${id},${iso(answered)},agent,About ${id}`,
    );
    expect(await figureOf({ 't.csv': list, 'm.csv': messages }, 'first_response_time')).toBe(1.5 * HOUR);
  });

  it('takes a first row that begins empty for no second header beside a column without a name', async () => {
    let row = 0;
    const text = csv(
      'Solved at,Ticket ID,Created at,Requester,',
      ({ id, created, solved }) =>
        `${++row === 1 ? '' : iso(solved)},${id},${iso(created)},c${id}@example.com,${row}`,
    );
    expect(await figureOf({ 't.csv': text }, 'created')).toBe(30);
  });

  it('takes the last of several rows where the days on which they were taken have a zone behind them', async () => {
    const rows = tickets.flatMap(({ id, created }) => [
      `${id},${iso(created)},09:00:00,${iso(start + 200 * HOUR)}`,
      `${id},${iso(created)},36:00:00,${iso(start + 300 * HOUR)}`,
    ]);
    const text = ['case_number,submitted_on_utc,full_resolution_time,as_of_utc', ...rows, ''].join('\n');
    expect(await figureOf({ 't.csv': text }, 'resolution_time')).toBe(36 * HOUR);
  });

  it('reads the state where it stands, not in an empty column of a known export', async () => {
    const text = csv(
      'ID,Status,Subject,Case status,Priority,Group,Assignee,Requester,Created at,Solved at',
      ({ id, created, solved }) =>
        `${id},,Help,${id % 3 === 0 ? 'Spam' : 'Solved'},low,Billing,Ana,c@example.com,${iso(created)},${iso(solved)}`,
    );
    expect(await figureOf({ 't.csv': text }, 'created')).toBe(20);
  });

  it('takes a close for no solve beside one, whatever a known export has', async () => {
    const text = csv(
      'Ticket ID,Subject,Status,Assigned to,Created Time,Date resolved,Closed Time',
      ({ id, created, solved }) =>
        `${id},Help,Closed,Ana,${iso(created)},${iso(solved)},${iso(solved + 96 * HOUR)}`,
    );
    expect(await figureOf({ 't.csv': text }, 'resolution_time')).toBe(36 * HOUR);
  });

  it('takes the days of a report for no creation', async () => {
    const taken = [start + 200 * HOUR, start + 300 * HOUR];
    const text = [
      'ID ticket,Stato,Data di creazione,Data risoluzione,Report date',
      ...taken.flatMap((at) =>
        tickets.map(({ id, created, solved }) => `${id},Risolto,${iso(created)},${iso(solved)},${iso(at)}`),
      ),
      '',
    ].join('\n');
    expect(await figureOf({ 't.csv': text }, 'resolution_time')).toBe(36 * HOUR);
  });

  it('reads words of ratings beside marks for none', async () => {
    for (const mark of ['-', 'N/A', 'null', 'None']) {
      const text = csv(
        'Ticket ID,Created at,Solved at,Satisfaction rating',
        ({ id, created, solved }) =>
          `${id},${iso(created)},${iso(solved)},${id % 3 === 0 ? 'Good' : id % 3 === 1 ? 'Bad' : mark}`,
      );
      expect(await figureOf({ 't.csv': text }, 'csat', 'share'), mark).toBe(0.5);
    }
  });

  it('reads stamps below a name of a measure with a letter wrong', async () => {
    for (const name of ['First relpy time', 'First respnse time', 'Initial responce time']) {
      const text = csv(
        `Ticket ID,Created at,${name},Status`,
        ({ id, created, answered }) => `${id},${iso(created)},${iso(answered)},Open`,
      );
      expect(await figureOf({ 't.csv': text }, 'first_response_time')).toBe(1.5 * HOUR);
    }
  });

  it('tells tickets apart by their addresses', async () => {
    const rows = tickets.flatMap(({ id, created }) =>
      ['vip', 'bug'].map((tag) => `https://desk.example.com/agent/tickets/${id},${iso(created)},Open,${tag}`),
    );
    for (const name of ['incidetNumber', 'Tickte ID']) {
      const { desk } = await readFiles({ 't.csv': `${name},Created at,Status,Tag\n${rows.join('\n')}\n` });
      expect(desk.tickets.rows).toBe(30);
    }
  });

  it('knows a survey by the name of its file where its records are wrapped', async () => {
    const data = tickets.map(({ id, solved }) => ({
      'Ticket ID': String(id),
      'Answered at': iso(solved),
      Satisfaction: id % 2 === 0 ? 'Good' : 'Bad',
    }));
    const files = { 'csat-survey.json': JSON.stringify({ data, count: data.length }) };
    // Every other id is even.
    expect(await figureOf(files, 'csat', 'share')).toBe(0.5);
  });

  it('knows changes of states by the state before and after, though days are all they have', async () => {
    const text = csv('Ticket ID,Status,Created at', ({ id, created }) => `${id},Solved,${day(created)}`);
    const history = [
      'Ticket ID,Changed at,Old status,New status',
      ...tickets.map(({ id, solved }) => `${id},${day(solved)},Open,Solved`),
      '',
    ].join('\n');
    expect(await figureOf({ 't.csv': text, 'history.csv': history }, 'solved')).toBe(30);
  });
});

import { describe, expect, it } from 'vitest';
import { ask, DAY, HOUR, MINUTE, readFiles } from '../../../desk.ts';

const at = (k: number) => Date.UTC(2026, 2, 2 + k, 8);
const iso = (time: number | null) =>
  time === null ? '' : new Date(time).toISOString().slice(0, 16).replace('T', ' ');
const twenty = Array.from({ length: 20 }, (_, k) => k);
/** Twenty tickets a day apart, answered after 30 minutes, the first sixteen finished after five hours. */
const answered = (k: number) => at(k) + 30 * MINUTE;
const solved = (k: number) => (k < 16 ? at(k) + 5 * HOUR : null);
const list = (header: string, row: (k: number) => string): string =>
  `${header}\n${twenty.map(row).join('\n')}\n`;

describe('lists that are kept elsewhere than in a helpdesk', () => {
  it.each([
    ['WO Number', 'Requested Date', 'Response Date', 'Completion Date', 'WO Status', 'Completed', 'Open'],
    ['Job No', 'Date Reported', 'Date Attended', 'Date Completed', 'Job Status', 'Completed', 'Reported'],
    [
      'Folio',
      'Fecha de registro',
      'Fecha de primera atención',
      'Fecha de solución',
      'Estatus',
      'Solucionado',
      'Nuevo',
    ],
    [
      'Case Number',
      'Created On',
      'First Response Sent On',
      'Resolved On',
      'Status Reason',
      'Problem Solved',
      'In Progress',
    ],
  ])('%s', async (id, created, response, end, status, done, open) => {
    const text = list(
      [id, created, response, end, status].join(),
      (k) => `W${k},${iso(at(k))},${iso(answered(k))},${iso(solved(k))},${k < 16 ? done : open}`,
    );
    const { desk } = await readFiles({ 'work orders.csv': text });
    expect(
      ask(desk, 'created,first_response_time.p50,resolution_time.p50,backlog').map(({ value }) => value),
    ).toEqual([20, 30 * MINUTE, 5 * HOUR, 4]);
  });

  it('have short names in databases', async () => {
    const text = list('TKT_NBR,CRT_TS,RSPN_TS,RSLV_TS,TKT_STAT', (k) =>
      [k, iso(at(k)), iso(answered(k)), iso(solved(k)), k < 16 ? 'CLOSED' : 'OPEN'].join(),
    );
    const { desk } = await readFiles({ 't.csv': text });
    expect(
      ask(desk, 'created,first_response_time.p50,resolution_time.p50').map(({ value }) => value),
    ).toEqual([20, 30 * MINUTE, 5 * HOUR]);
  });

  it('write stamps as browsers do, and changes under the shortest names', async () => {
    const long = (time: number) => {
      const [day, date, month, year, clock] = new Date(time).toUTCString().replace(',', '').split(' ');
      return `${day} ${month} ${date} ${year} ${clock} GMT+0000 (Coordinated Universal Time)`;
    };
    const text = twenty.flatMap((k) => [
      `${k},${long(at(k))},status,,Open,x`,
      ...(k < 16 ? [`${k},${long(at(k) + 5 * HOUR)},status,Open,Resolved,x`] : []),
    ]);
    const { desk } = await readFiles({ 'a.csv': `issue,changed,field,from,to,by\n${text.join('\n')}\n` });
    expect(ask(desk, 'created,resolution_time.p50').map(({ value }) => value)).toEqual([20, 5 * HOUR]);
  });

  it('are tickets, not calls, where they are worked on', async () => {
    const text = list('Ticket,Created,Closed,Status,Handle time (min),Queue wait (sec)', (k) =>
      [k, iso(at(k)), iso(solved(k)), k < 16 ? 'Closed' : 'Open', 12, 30].join(),
    );
    const { desk } = await readFiles({ 't.csv': text });
    expect(ask(desk, 'solved,backlog,resolution_time.p50').map(({ value }) => value)).toEqual([
      16,
      4,
      5 * HOUR,
    ]);
  });

  it('tell a creation in two zones', async () => {
    const text = list('Ticket,Created (local),Created (UTC),Solved (UTC),Status', (k) =>
      [k, iso(at(k) + 2 * HOUR), iso(at(k)), iso(solved(k)), k < 16 ? 'Solved' : 'Open'].join(),
    );
    const { desk } = await readFiles({ 't.csv': text });
    expect(ask(desk, 'created,resolution_time.p50').map(({ value }) => value)).toEqual([20, 5 * HOUR]);
  });

  it('count seconds, with one below nought for none', async () => {
    const text = list('ticket,created,closed,status', (k) =>
      [k, at(k) / 1000, k < 16 ? solved(k)! / 1000 : -1, k < 16 ? 'closed' : 'open'].join(),
    );
    const { desk } = await readFiles({ 't.csv': text });
    expect(ask(desk, 'solved,resolution_time.p50').map(({ value }) => value)).toEqual([16, 5 * HOUR]);
  });

  it('say when things came in and went out', async () => {
    const text = list('Date in,Who,Problem,Date out', (k) =>
      [iso(at(k)), `c${k % 7}`, `Thing ${k} is broken`, iso(solved(k))].join(),
    );
    const { desk } = await readFiles({ 't.csv': text });
    expect(ask(desk, 'created,resolution_time.p50').map(({ value }) => value)).toEqual([20, 5 * HOUR]);
  });
});

describe('one time in several columns', () => {
  it('is asked about where they are parts of it', async () => {
    const text = list('Ticket,Created,Resolution days,Resolution hours,Status', (k) => {
      const hours = 20 + 7 * k;
      return [k, iso(at(k)), Math.floor(hours / 24), hours % 24, 'Closed'].join();
    });
    const { desk } = await readFiles({ 't.csv': text });
    expect(ask(desk, 'resolution_time.p50')[0].value).toBeNull();
    expect(desk.problems.map(({ code }) => code)).toContain('field_ambiguous');
  });

  it.each([
    ['rounded', (hours: number) => Math.round(hours / 24)],
    ['cut off', (hours: number) => Math.floor(hours / 24)],
  ])('is read where it stands there twice, %s', async (_, days) => {
    const text = list('Ticket,Created,Resolution days,Resolution hours,Status', (k) => {
      const hours = 30 + 7 * k;
      return [k, iso(at(k)), days(hours), hours, 'Closed'].join();
    });
    const { desk } = await readFiles({ 't.csv': text });
    expect(desk.problems.map(({ code }) => code)).not.toContain('field_ambiguous');
  });
});

describe('serials of a spreadsheet among text', () => {
  it('are dates as well', async () => {
    const serial = (time: number) => (time / DAY + 25_569).toFixed(6);
    const stamp = (k: number, time: number | null) => (time === null ? '' : k < 8 ? serial(time) : iso(time));
    const text = list('Ticket,Opened,Closed,Status', (k) =>
      [k, stamp(k, at(k)), stamp(k, solved(k)), k < 16 ? 'Closed' : 'Open'].join(),
    );
    const { desk } = await readFiles({ 't.csv': text });
    expect(ask(desk, 'created,solved').map(({ value }) => value)).toEqual([20, 16]);
    expect(Math.round((ask(desk, 'resolution_time.p50')[0].value ?? 0) / MINUTE)).toBe(300);
  });
});

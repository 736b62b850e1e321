import { describe, expect, it } from 'vitest';
import { numbersOf } from '../../../src/model/desk.ts';
import { timeOfDay } from '../../../src/time/time-of-day.ts';
import { type DeskOptions, readFiles } from '../../desk.ts';

/** Minutes from creation to solve of each ticket, and the columns that feed both. */
async function read(text: string, options: DeskOptions = {}) {
  const { desk, sources } = await readFiles({ 't.csv': text }, options);
  const created = numbersOf(desk.tickets, 'created_at') ?? new Float64Array();
  const solved = numbersOf(desk.tickets, 'solved_at') ?? new Float64Array();
  const { fields, unmapped } = sources[0].mappings[0];
  return {
    minutes: [...solved].map((end, t) => (end - created[t]) / 60_000),
    created: fields.created_at?.source,
    solved: fields.solved_at?.source,
    unmapped: unmapped.map(({ source }) => source),
    columns: desk.tickets.columns,
  };
}

const rows = (separator = ','): string =>
  [
    ['1', '2026-03-02', '09:00', '2026-03-02', '11:30', 'Closed'],
    ['2', '2026-03-02', '15:45', '2026-03-03', '09:45', 'Closed'],
    ['3', '2026-03-03', '08:10', '2026-03-03', '08:40', 'Closed'],
  ]
    .map((row) => row.join(separator))
    .join('\n');

describe('a date and its time in two columns', () => {
  it.each([
    ['Ticket ID,Date Opened,Time Opened,Date Closed,Time Closed,Status', 'Date Opened+Time Opened'],
    ['id,created_date,created_time,closed_date,closed_time,status', 'created_date+created_time'],
    ['TicketID,DateCreated,TimeCreated,DateClosed,TimeClosed,Status', 'DateCreated+TimeCreated'],
    [
      'ID,Fecha de apertura,Hora de apertura,Fecha de cierre,Hora de cierre,Estado',
      'Fecha de apertura+Hora de apertura',
    ],
    [
      'ID,Data de abertura,Hora de abertura,Data de fechamento,Hora de fechamento,Status',
      'Data de abertura+Hora de abertura',
    ],
    [
      "ID,Date d'ouverture,Heure d'ouverture,Date de clôture,Heure de clôture,Statut",
      "Date d'ouverture+Heure d'ouverture",
    ],
    ['Ticketnummer,Erstelldatum,Erstellzeit,Abschlussdatum,Abschlusszeit,Status', 'Erstelldatum+Erstellzeit'],
  ])('is one stamp: %s', async (header, created) => {
    const found = await read(`${header}\n${rows()}\n`);
    expect(found.created).toBe(created);
    expect(found.minutes).toEqual([150, 1080, 30]);
    expect(found.unmapped).toEqual([]);
  });

  it('is named by hand with a plus', async () => {
    const map = { created_at: 'Came+Clock in', solved_at: 'Went+Clock out' };
    const found = await read(`id,Came,Clock in,Went,Clock out,status\n${rows()}\n`, { map });
    expect(found.minutes).toEqual([150, 1080, 30]);
  });

  it('is read from spreadsheet serials and shares of a day', async () => {
    // 46083 is 2026-03-02; 0.375 is 09:00, 0.5 is 12:00.
    const found = await read(
      'Ticket ID,Date Opened,Time Opened,Date Closed,Time Closed,Status\n1,46083,0.375,46083,0.5,Closed\n2,46084,0.375,46085,0.375,Closed\n',
    );
    expect(found.minutes).toEqual([180, 1440]);
  });

  it('is a local time of its zone, across a change of the clock', async () => {
    // On 29 March 2026 Berlin goes from 01:59 to 03:00: 01:30 to 03:30 is one hour.
    const found = await read(
      'id,created date,created time,closed date,closed time,status\n1,2026-03-29,01:30,2026-03-29,03:30,closed\n2,2026-03-28,01:30,2026-03-28,03:30,closed\n',
      { sourceZone: 'Europe/Berlin' },
    );
    expect(found.minutes).toEqual([60, 120]);
  });

  it('stays a date where its time is missing, and leaves durations alone', async () => {
    const found = await read(
      `id,Created Date,Created Time,First Response Time,Closed Date,Closed Time,status
1,2026-03-02,09:00:00,00:30:00,2026-03-02,11:30:00,closed
2,2026-03-02,10:00:00,01:15:00,2026-03-03,,closed
3,2026-03-03,08:00:00,00:05:00,2026-03-03,09:00:00,closed
`,
    );
    expect(found.minutes[0]).toBe(150);
    const solved = found.columns.solved_at;
    expect(solved && 'written' in solved && [...(solved.written?.days ?? [])]).toEqual([0, 1, 0]);
    const own = found.columns.reported_first_response_time_seconds;
    expect(own && 'values' in own && [...own.values]).toEqual([1_800_000, 4_500_000, 300_000]);
  });
});

describe('a time of day', () => {
  it.each([
    ['9:05', 32_700],
    ['09:05:07', 32_707],
    ['3:00 PM', 54_000],
    ['12:00 a.m.', 0],
    ['14h05', 50_700],
    ['9.05 Uhr', 32_700],
    ['0905', 32_700],
    ['0.375', 32_400],
    ['0 days 09:05:07', 32_707],
    ['1899-12-30 09:05:00', 32_700],
    ['০৯:০৫', 32_700],
  ])('is read: %s', (text, seconds) => {
    expect(timeOfDay(text) / 1000).toBe(seconds);
  });

  it.each(['25:00', '9:75', 'soon', '17', '2.5', '13:00 PM'])('is not: %s', (text) => {
    expect(timeOfDay(text)).toBeNaN();
  });
});

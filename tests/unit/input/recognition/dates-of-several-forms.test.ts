import { describe, expect, it } from 'vitest';
import { ask, HOUR, type ReadForTest, readFiles } from '../../../desk.ts';

const two = (n: number) => String(n).padStart(2, '0');
type Written = (d: Date) => string;
const time: Written = (d) => d.toISOString().slice(11, 16);
const iso: Written = (d) => `${d.toISOString().slice(0, 10)} ${time(d)}`;
const dayFirst: Written = (d) =>
  `${two(d.getUTCDate())}/${two(d.getUTCMonth() + 1)}/${d.getUTCFullYear()} ${time(d)}`;
const monthFirst: Written = (d) =>
  `${two(d.getUTCMonth() + 1)}/${two(d.getUTCDate())}/${d.getUTCFullYear()} ${time(d)}`;
const halfDays: Written = (d) =>
  `${monthFirst(d).slice(0, 10)} ${d.getUTCHours() % 12 || 12}:${two(d.getUTCMinutes())} ${d.getUTCHours() < 12 ? 'AM' : 'PM'}`;
const dayInTheMiddle: Written = (d) =>
  `${d.getUTCFullYear()}-${two(d.getUTCDate())}-${two(d.getUTCMonth() + 1)} ${time(d)}`;
const named: Written = (d) =>
  `${d.getUTCDate()} ${['Mar', 'Apr'][d.getUTCMonth() - 2]} ${d.getUTCFullYear()} ${time(d)}`;

const began = Date.UTC(2024, 2, 5, 10);
/** Forty tickets from 5 to 26 March, each solved after two hours. */
const list = (header: string, writtenOf: (k: number) => Written, hours = 13): string =>
  `${header}\n${Array.from({ length: 40 }, (_, k) => {
    const at = began + k * hours * HOUR;
    return `${k},${writtenOf(k)(new Date(at))},${writtenOf(k)(new Date(at + 2 * HOUR))},Closed`;
  }).join('\n')}\n`;

const header = 'Ticket ID,Created,Resolved,Status';
const longest = ({ desk }: ReadForTest) => ask(desk, 'created,resolution_time.max').map(({ value }) => value);
const said = ({ desk }: ReadForTest) => desk.problems.map(({ code }) => code);
const whole = [40, 2 * HOUR];

describe('a column that holds several ways to write a date', () => {
  it.each<[string, Written, Written]>([
    ['years first and days first', iso, dayFirst],
    ['years first and months first', iso, monthFirst],
    ['months by name and years first', named, iso],
    ['months by name and days first', named, dayFirst],
  ])('is read whole: %s, one below the other or by turns', async (_, first, second) => {
    for (const isFirst of [(k: number) => k < 20, (k: number) => k % 2 === 0, (k: number) => k < 37]) {
      const text = list(header, (k) => (isFirst(k) ? first : second));
      const read = await readFiles({ 't.csv': text });
      expect(longest(read)).toEqual(whole);
      expect(read.desk.asOf).toBe(began + 39 * 13 * HOUR + 2 * HOUR);
      expect(said(read)).not.toContain('dates_swapped');
    }
  });

  it('is read whole where the other way comes after the first thousand rows', async () => {
    const rows = (from: number, to: number, written: Written) =>
      Array.from({ length: to - from }, (_, k) => {
        const at = began + (from + k) * HOUR;
        return `${from + k},${written(new Date(at))},${written(new Date(at + 2 * HOUR))},Closed`;
      }).join('\n');
    const text = `${header}\n${rows(0, 1500, dayFirst)}\n${rows(1500, 2000, iso)}\n`;
    expect(longest(await readFiles({ 't.csv': text }))).toEqual([2000, 2 * HOUR]);
  });

  it('takes each date of two orders for what it must be, and those written alike for the same', async () => {
    const read = await readFiles({ 't.csv': list(header, (k) => (k < 20 ? halfDays : dayFirst)) });
    expect(longest(read)).toEqual(whole);
    expect(said(read)).toContain('date_orders_mixed');
    expect(said(read)).not.toContain('dates_swapped');
  });

  it('leaves out dates that could be either, and says so', async () => {
    const text = list(header, (k) => (k % 2 === 0 ? monthFirst : dayFirst));
    await expect(readFiles({ 't.csv': text })).rejects.toMatchObject({
      problem: { code: 'too_many_rejected', args: { reason: 'created_at_either_order', order: 'both' } },
    });
    const read = await readFiles({ 't.csv': text }, { maxRejected: 1 });
    const certain = Array.from({ length: 40 }, (_, k) => new Date(began + k * 13 * HOUR).getUTCDate() > 12);
    expect(longest(read)).toEqual([certain.filter(Boolean).length, 2 * HOUR]);
    expect(read.desk.problems).toContainEqual(
      expect.objectContaining({ code: 'date_orders_mixed', severity: 'warning' }),
    );
  });

  it('holds one order where one date alone is of the other', async () => {
    const read = await readFiles({ 't.csv': list(header, (k) => (k === 39 ? monthFirst : dayFirst)) });
    expect(longest(read)).toEqual([39, 2 * HOUR]);
    expect(said(read)).not.toContain('date_orders_mixed');
  });
});

describe('the day in the middle', () => {
  it('is told by numbers over 12', async () => {
    const read = await readFiles({ 't.csv': list(header, () => dayInTheMiddle) });
    expect(longest(read)).toEqual(whole);
    expect(read.desk.asOf).toBe(began + 39 * 13 * HOUR + 2 * HOUR);
  });

  it('is that of all columns of a table, and found behind the first thousand rows', async () => {
    const day = (from: number) => (k: number) => {
      const at = new Date(Date.UTC(2024, 2, 1 + Math.floor(k / 120), 0, (k % 120) * 10));
      return `${k},${dayInTheMiddle(at)},${k >= from ? '' : dayInTheMiddle(new Date(at.getTime() + 2 * HOUR))},${k >= from ? 'Open' : 'Closed'}`;
    };
    const text = `${header}\n${Array.from({ length: 2400 }, (_, k) => day(1000)(k)).join('\n')}\n`;
    expect(longest(await readFiles({ 't.csv': text }))).toEqual([2400, 2 * HOUR]);
  });
});

describe('dates that a spreadsheet swapped', () => {
  const swapped: Written = (d) => (d.getUTCDate() <= 12 ? dayInTheMiddle(d) : dayFirst(d));

  it('are changed back where dates of 12 and less alone became dates', async () => {
    const read = await readFiles({ 't.csv': list(header, () => swapped, 31) });
    expect(longest(read)).toEqual(whole);
    expect(said(read)).toContain('dates_swapped');
  });
});

describe('headers that say how cells are written', () => {
  it.each([
    ['Created (MM/DD/YYYY)', 'month_first'],
    ['Created [mm-dd-yyyy hh:mm]', 'month_first'],
    ['Created (DD/MM/YYYY)', 'day_first'],
    ['Created dd.mm.yy', 'day_first'],
    ['Erstellt (TT/MM/JJJJ)', 'day_first'],
    ['Créé le (jj/mm/aaaa)', 'day_first'],
  ])('settle the order: %s', async (created, format) => {
    const rows = [3, 4, 5, 6].map((k) => `${k},0${k}/0${k + 1}/2026 10:00,0${k}/0${k + 1}/2026 12:00,Closed`);
    const read = await readFiles({ 't.csv': `Ticket,${created},Closed at,Status\n${rows.join('\n')}\n` });
    const at = read.desk.tickets.columns.created_at;
    const first = format === 'day_first' ? Date.UTC(2026, 3, 3, 10) : Date.UTC(2026, 2, 4, 10);
    expect(at?.type === 'instant' && at.values[0]).toBe(first);
    expect(said(read)).not.toContain('date_order_guessed');
  });

  const rows = [
    ['1', '2026-05-03 10:00', '2026-05-03 12:00', '0:10', '120:00'],
    ['2', '2026-05-04 10:00', '2026-05-04 13:00', '0:20', '180:00'],
    ['3', '2026-05-05 10:00', '2026-05-05 11:00', '0:30', '60:00'],
  ];

  it('name hours and minutes, or minutes and seconds, without a word for time', async () => {
    const text = `Ticket,Created,Resolved,Response (hh:mm),Closure (mm:ss),Status\n${rows.map((row) => `${row.join()},Closed`).join('\n')}\n`;
    const { desk } = await readFiles({ 't.csv': text });
    expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ value: HOUR / 3, n: 3 });
    const { columns } = desk.tickets;
    const closure = columns.reported_resolution_time_seconds;
    expect(closure?.type === 'duration' && [...closure.values]).toEqual([2 * HOUR, 3 * HOUR, HOUR]);
  });

  it('count minutes and seconds where their unit is minutes', async () => {
    const text =
      'Ticket,Created,First reply time (min),Status\n1,2026-05-03 10:00,10:30,Closed\n2,2026-05-03 11:00,0:30,Closed\n';
    const { desk } = await readFiles({ 't.csv': text });
    expect(ask(desk, 'first_response_time.max')[0]).toMatchObject({ value: (10.5 / 60) * HOUR });
  });

  it('leave two numbers open where nothing tells what they count, which is said with the flag', async () => {
    const text =
      'Ticket,Created,First reply time,Status\n1,2026-05-03 10:00,10:30,Closed\n2,2026-05-03 11:00,0:30,Closed\n';
    const read = await readFiles({ 't.csv': text });
    expect(said(read)).toContain('clock_guessed');
    const value = { reported_first_response_time_seconds: { unit: 'm' } };
    const pinned = await readFiles({ 't.csv': text }, { value });
    expect(said(pinned)).not.toContain('clock_guessed');
    expect(ask(pinned.desk, 'first_response_time.max')[0]).toMatchObject({ value: (10.5 / 60) * HOUR });
  });

  it('give way to stamps that say otherwise, and are said where none do', async () => {
    const header = 'Ticket,Created,Resolved,Resolution time (min),Status';
    const text = rows.map((row, k) => `${row.slice(0, 3).join()},${['2:00', '3:00', '1:00'][k]},Closed`);
    const { desk } = await readFiles({ 't.csv': `${header}\n${text.join('\n')}\n` });
    const own = desk.tickets.columns.reported_resolution_time_seconds;
    expect(own?.type === 'duration' && [...own.values]).toEqual([2 * HOUR, 3 * HOUR, HOUR]);
    const alone = await readFiles({
      't.csv': 'Ticket,Created,First reply (min),Status\n1,2026-05-03 10:00,10:30,Closed\n',
    });
    expect(alone.desk.problems.find(({ code }) => code === 'clock_guessed')?.severity).toBe('warning');
  });

  it('say nothing where the stamps tell what two numbers count', async () => {
    const text = (cells: readonly string[]) =>
      `Ticket,Created,Resolved,Resolution time,Status\n${rows.map((row, k) => `${row.slice(0, 3).join()},${cells[k]},Closed`).join('\n')}\n`;
    const inHours = await readFiles({ 't.csv': text(['2:00', '3:00', '1:00']) });
    expect(said(inHours)).not.toContain('clock_guessed');
    const { desk } = await readFiles({ 't.csv': text(['120:00', '180:00', '60:00']) });
    expect(desk.problems.find(({ code }) => code === 'clock_guessed')).toMatchObject({ severity: 'note' });
    const own = desk.tickets.columns.reported_resolution_time_seconds;
    expect(own?.type === 'duration' && [...own.values]).toEqual([2 * HOUR, 3 * HOUR, HOUR]);
  });
});

describe('a row of units below the header', () => {
  it.each([
    [',dd/mm/yyyy hh:mm,dd/mm/yyyy hh:mm,(min),[hours],'],
    ['id,[date],[date],minutes,in hours,text'],
    [',,,Minuten,Stunden,'],
    ['(#),(TT/MM/JJJJ hh:mm),(TT/MM/JJJJ hh:mm),(min),(h),(list)'],
  ])('is no ticket, and its units serve: %s', async (units) => {
    const rows = [3, 4, 5, 6].map(
      (k) => `${k},1${k}/05/2026 10:00,1${k}/05/2026 1${k}:00,${k * 10},${k},Closed`,
    );
    const text = `Ticket,Created,Resolved,Response,Resolution time,Status\n${units}\n${rows.join('\n')}\n`;
    const { desk, rejects } = await readFiles({ 't.csv': text });
    expect(rejects).toEqual([]);
    expect(ask(desk, 'created,first_response_time.max').map(({ value }) => value)).toEqual([4, HOUR]);
    const own = desk.tickets.columns.reported_resolution_time_seconds;
    expect(own?.type === 'duration' && own.values[0]).toBe(3 * HOUR);
    expect(desk.problems.map(({ code }) => code)).not.toContain('duration_unit_guessed');
  });

  it('gives types to no header: what tells tickets apart is still called so', async () => {
    const rows = [1, 2, 2, 3].map((k) => `${k},2026-05-0${k} 10:00,Closed`);
    const text = `id du ticket,Opened,Status\n[text],[date],[text]\n${rows.join('\n')}\n`;
    expect((await readFiles({ 't.csv': text })).desk.tickets.rows).toBe(3);
  });

  it('is not a row of data that holds little', async () => {
    const text =
      'Ticket,Created,Status\n,2026-05-03 10:00,\n2,2026-05-04 10:00,Open\n3,2026-05-05 10:00,Open\n';
    expect((await readFiles({ 't.csv': text })).desk.tickets.rows).toBe(3);
  });
});

describe('letters of a zone', () => {
  const rows = (cell: (k: number) => string) => [3, 4, 5].map((k) => `${k},${cell(k)},Open`).join('\n');
  const plain = (k: number) => `2026-01-0${k} 10:00`;
  const firstOf = async (text: string) => {
    const read = await readFiles({ 't.csv': text });
    const at = read.desk.tickets.columns.created_at;
    return {
      hour: new Date(at?.type === 'instant' ? at.values[0] : 0).getUTCHours(),
      codes: said(read),
      read,
    };
  };

  it.each([
    ['Created (CET)', 9],
    ['Created PST', 18],
    ['created_at_JST', 1],
  ])('are read where they name one place: %s', async (created, hour) => {
    const found = await firstOf(`Ticket,${created},Status\n${rows(plain)}\n`);
    expect(found).toMatchObject({ hour });
    expect(found.codes).not.toContain('zone_ambiguous');
  });

  it.each([
    ['Created (IST)', 'Asia/Kolkata'],
    ['Created CST', 'America/Chicago'],
    ['Created at [BST]', 'Europe/London'],
  ])('are said, with the places, where they name several: %s', async (created, place) => {
    const { hour, read } = await firstOf(`Ticket,${created},Status\n${rows(plain)}\n`);
    expect(hour).toBe(10);
    const zones = expect.arrayContaining([place]);
    expect(read.desk.problems).toContainEqual(
      expect.objectContaining({ code: 'zone_ambiguous', args: expect.objectContaining({ zones }) }),
    );
  });

  it('stand in cells too', async () => {
    const japan = await firstOf(`Ticket,Created,Status\n${rows((k) => `${plain(k)} JST`)}\n`);
    expect(japan.hour).toBe(1);
    const india = await firstOf(`Ticket,Created,Status\n${rows((k) => `${plain(k)} IST`)}\n`);
    expect(india.hour).toBe(10);
    expect(india.codes).toContain('zone_ambiguous');
    const java = await firstOf(`Ticket,Created,Status\n${rows((k) => `Mon Jan 0${k} 10:00:00 CST 2026`)}\n`);
    expect(java.hour).toBe(16);
    expect(java.codes).toContain('zone_ambiguous');
    const pinned = await readFiles(
      { 't.csv': `Ticket,Created,Status\n${rows((k) => `${plain(k)} IST`)}\n` },
      { sourceZone: 'Asia/Kolkata' },
    );
    expect(said(pinned)).not.toContain('zone_ambiguous');
  });
});

import { describe, expect, it } from 'vitest';
import { durationReader } from '../../../../src/time/duration.ts';
import { ask, DAY, HOUR, MINUTE, readFiles } from '../../../desk.ts';

const SECOND = 1000;

const twenty = Array.from({ length: 20 }, (_, k) => k);
const at = (k: number) => Date.UTC(2026, 2, 2 + k, 8);
const iso = (time: number) => new Date(time).toISOString().slice(0, 16).replace('T', ' ');

describe('a flag that says whether a ticket is finished', () => {
  const of = (header: string, finished: string, open: string) => ({
    't.csv': `Ticket ID,Created,${header}\n${twenty.map((k) => `${k},${iso(at(k))},${k < 15 ? finished : open}`).join('\n')}\n`,
  });
  it.each([
    ['Closed', 'Y', 'N'],
    ['is_closed', 'true', 'false'],
    ['Resolved?', 'yes', 'no'],
    ['Erledigt', 'ja', 'nein'],
    ['Offen', 'nein', 'ja'],
    ['is_open', '0', '1'],
    ['Cerrado', 'Sí', 'No'],
    ['Résolu', 'Oui', 'Non'],
    ['Aperto', 'No', 'Sì'],
    ['Решено', 'Да', 'Нет'],
  ])('is the status of a list that has no other: %s', async (header, finished, open) => {
    const { desk } = await readFiles(of(header, finished, open));
    expect(ask(desk, 'backlog')[0]).toMatchObject({ value: 5 });
    expect(desk.problems.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });

  it('gives way to a column that names states', async () => {
    const rows = twenty.map((k) => `${k},${iso(at(k))},No,${k < 15 ? 'Solved' : 'Open'}`);
    const { desk } = await readFiles({ 't.csv': `Ticket ID,Created,Closed,Status\n${rows.join('\n')}\n` });
    expect(ask(desk, 'backlog')[0]).toMatchObject({ value: 5 });
  });

  it('is none where few tickets answer it', async () => {
    const rows = twenty.map((k) => `${k},${iso(at(k))},${k < 3 ? 'yes' : ''}`);
    const { desk } = await readFiles({ 't.csv': `Ticket ID,Created,Resolved?\n${rows.join('\n')}\n` });
    expect(ask(desk, 'backlog')[0]).toMatchObject({ value: null });
  });
});

describe('lengths of time', () => {
  const encoder = new TextEncoder();
  const read = (text: string) => {
    const bytes = encoder.encode(text);
    return durationReader({ unit: null }).read(bytes, 0, bytes.length);
  };
  it.each([
    ['1.02:03:04', DAY + 2 * HOUR + 3 * MINUTE + 4 * SECOND],
    ['01:02:03:04', DAY + 2 * HOUR + 3 * MINUTE + 4 * SECOND],
    ['2d:03h:04m', 2 * DAY + 3 * HOUR + 4 * MINUTE],
    ['2 dagar 3 timmar och 5 min', 2 * DAY + 3 * HOUR + 5 * MINUTE],
    ['1 dag 2 timer 5 minutter', DAY + 2 * HOUR + 5 * MINUTE],
    ['2 päivää 3 tuntia', 2 * DAY + 3 * HOUR],
    ['3 dny 4 hod 5 min', 3 * DAY + 4 * HOUR + 5 * MINUTE],
    ['1 nap 2 óra 3 perc', DAY + 2 * HOUR + 3 * MINUTE],
    ['2일 3시간 4분', 2 * DAY + 3 * HOUR + 4 * MINUTE],
    ['2 يوم 3 ساعة 4 دقيقة', 2 * DAY + 3 * HOUR + 4 * MINUTE],
    ['02:03:04', 2 * HOUR + 3 * MINUTE + 4 * SECOND],
  ])('are read: %s', (text, value) => {
    expect(read(text)).toBe(value);
  });
});

describe('stamps and numbers of German lists', () => {
  it('have "Uhr" behind the time', async () => {
    const written = (time: number) => {
      const [y, m, d] = iso(time).slice(2, 10).split('-');
      return `"${d}.${m}.${y}, ${iso(time).slice(11)} Uhr"`;
    };
    const rows = twenty.map((k) => `${k};${written(at(k))};${k < 16 ? written(at(k) + 5 * HOUR) : ''}`);
    const { desk } = await readFiles({ 't.csv': `Nr.;Gemeldet;Behoben\n${rows.join('\n')}\n` });
    expect(ask(desk, 'resolution_time.p50')[0]).toMatchObject({ value: 5 * HOUR, n: 16 });
  });

  it('have decimal commas before three digits too, where semicolons part the cells', async () => {
    const rows = (parted: string) =>
      twenty.map((k) => [k, iso(at(k)), parted === ';' ? '12,250' : '"12,250"'].join(parted)).join('\n');
    const semicolons = await readFiles({ 't.csv': `Ticket;Erstellt;Lösungszeit (Std.)\n${rows(';')}\n` });
    expect(ask(semicolons.desk, 'resolution_time.p50')[0]).toMatchObject({ value: 12.25 * HOUR });
    const commas = await readFiles({ 't.csv': `Ticket,Created,Resolution time (minutes)\n${rows(',')}\n` });
    expect(ask(commas.desk, 'resolution_time.p50')[0]).toMatchObject({ value: 12_250 * MINUTE });
  });
});

describe('stamps written in further ways', () => {
  const days = ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'];
  const weekday = (time: number) => days[(new Date(time).getUTCDay() + 6) % 7];
  const dots = (time: number) => {
    const [y, m, d] = iso(time).slice(0, 10).split('-');
    return `${d}.${m}.${y} ${iso(time).slice(11)}`;
  };
  it.each<[string, string, (time: number) => string]>([
    [
      'a weekday before the date',
      'Auftrag;Annahme;Rückmeldung;Abschluss',
      (t) => `${weekday(t)}, ${dots(t)}`,
    ],
    ['no marks at all', 'CASE_NO;OPEN_TS;FIRST_RESP_TS;CLOSE_TS', (t) => `${iso(t).replace(/\D/g, '')}00`],
    ['no marks and no seconds', 'CASE_NO;OPEN_TS;FIRST_RESP_TS;CLOSE_TS', (t) => iso(t).replace(/\D/g, '')],
    ['records of their own', 'c.id;c.createdAt;c.firstResponse.createdAt;c.lastDone.createdAt', iso],
  ])('%s', async (_, header, written) => {
    const rows = twenty.map((k) =>
      [`A${k}`, written(at(k)), written(at(k) + HOUR), k < 16 ? written(at(k) + 5 * HOUR) : ''].join(';'),
    );
    const { desk } = await readFiles({ 't.csv': `${header}\n${rows.join('\n')}\n` });
    expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ value: HOUR, n: 20 });
    expect(ask(desk, 'resolution_time.p50')[0]).toMatchObject({ value: 5 * HOUR, n: 16 });
  });
});

describe('remarks behind the rows', () => {
  const rows = twenty.map((k) => `${k},Help ${k},${iso(at(k))},Open,Ann`).join('\n');
  const head = 'Ticket ID,Subject,Created,Status,Agent';
  it('are passed over, also where they have room for a row', async () => {
    const { desk, rejects } = await readFiles({
      't.csv': `${head}\n${rows}\n\nReport run by,Ann Lee,,,\nFilter,Status is any,,,\n`,
    });
    expect(desk.tickets.rows).toBe(20);
    expect(rejects).toEqual([]);
    expect(desk.problems.find(({ code }) => code === 'trailer_passed_over')).toMatchObject({ count: 2 });
  });

  it('are rows that cannot be used where rows come behind them', async () => {
    const { rejects } = await readFiles({ 't.csv': `${head}\n90,Lost its date,,,\n${rows}\n` });
    expect(rejects).toMatchObject([{ reason: 'created_at_missing' }]);
  });
});

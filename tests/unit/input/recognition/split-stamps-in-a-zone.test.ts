import { describe, expect, it } from 'vitest';
import { readHeader } from '../../../../src/input/recognition/header.ts';
import { ask, HOUR, readFiles } from '../../../desk.ts';

// Created on 2 March 2026 at 09:00 in Berlin (08:00 in UTC), solved 30 hours later.
const read = (...[createdDate, createdTime, solvedDate, solvedTime]: string[]) =>
  readFiles({
    't.csv': `Ticket ID,${createdDate},${createdTime},${solvedDate},${solvedTime},Status\n1,2026-03-02,09:00:00,2026-03-03,15:00:00,Solved\n2,2026-03-03,09:00:00,2026-03-04,15:00:00,Solved\n`,
  });

describe('a date and a time of day whose headers name a zone', () => {
  it.each([
    [
      'both halves',
      'Created Date (Europe/Berlin)',
      'Created Time (Europe/Berlin)',
      'Solved Date (Europe/Berlin)',
      'Solved Time (Europe/Berlin)',
    ],
    [
      'the time alone',
      'Created Date',
      'Created Time (Europe/Berlin)',
      'Solved Date',
      'Solved Time (Europe/Berlin)',
    ],
    [
      'a letter missing in the zone',
      'Created Date (Europ/Berlin)',
      'Created Time (Europe/Berlin)',
      'Solved Date (Europe/Berlin)',
      'Solved Time (Europe/Berlin)',
    ],
    [
      'a letter missing before it',
      'Created Dae (Europe/Berlin)',
      'Created Time (Europe/Berlin)',
      'Solved Date (Europe/Berlin)',
      'Solved Tme (Europe/Berlin)',
    ],
    [
      'a letter wrong in the section of one',
      'Convresation – Created Date (Europe/Berlin)',
      'Conversation – Created Time (Europe/Berlin)',
      'Conversation – Solved Date (Europe/Berlin)',
      'Conversation – Solved Time (Europe/Berlin)',
    ],
    [
      'German',
      'Eröffnungsdatum (Europe/Berlin)',
      'Eröffnungszeit (Europe/Berlin)',
      'Lösung Datum (Europe/Berlin)',
      'Lösung Uhrzeit (Europe/Berlin)',
    ],
  ])('are stamps of that zone: %s', async (_, ...headers) => {
    const { desk } = await read(...headers);
    expect(new Date(desk.asOf).toISOString()).toBe('2026-03-04T14:00:00.000Z');
    expect(ask(desk, 'resolution_time.p50')[0]).toMatchObject({ value: 30 * HOUR, n: 2 });
  });

  it('are no pair where they name two zones', async () => {
    const { desk } = await read(
      'Created Date (Asia/Tokyo)',
      'Created Time (Europe/Berlin)',
      'Solved Date (Europe/Berlin)',
      'Solved Time (Europe/Berlin)',
    );
    const created = desk.tickets.columns.created_at;
    expect(created?.type === 'instant' && created.written?.days).toEqual(Uint8Array.from([1, 1]));
  });
});

describe('a zone in a header that somebody mistyped', () => {
  it.each(['(Europe/Berlni)', '(Europ/Berlin)', '(EuropeBerlin)', '(Europe/Berlin', 'Europe/Berlin)'])(
    'is read as the one that it is but for a letter: %s',
    async (place) => {
      const { desk } = await readFiles({
        't.csv': `Ticket ID,Created at ${place},Status\n1,2026-03-02 09:00:00,Open\n2,2026-03-03 09:00:00,Open\n`,
      });
      const created = desk.tickets.columns.created_at as { values: Float64Array };
      expect(created.values[0]).toBe(Date.UTC(2026, 2, 2, 8));
    },
  );

  it('is none where it names nothing, or may be two', async () => {
    for (const place of ['(hours/minutes)', '(Nowhere/Atall)', '(Area list)'])
      expect(readHeader(`Created at ${place}`).zone).toBeNull();
  });
});

it('joins halves whose names have letters as a page writes them', async () => {
  const { desk } = await read(
    'ERSTELLT DATUM',
    'ERSTELLT UHRZEIT',
    'GEL&#214;ST DATUM',
    'GEL&Ouml;ST UHRZEIT',
  );
  expect(ask(desk, 'resolution_time').find(({ stat }) => stat === 'p50')?.value).toBe(30 * HOUR);
});

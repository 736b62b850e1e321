import { describe, expect, it } from 'vitest';
import { recognise } from '../../../../src/input/recognition/index.ts';
import { noOverrides, sampleRows } from './sampler.ts';

const fieldsIn = (
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): Record<string, unknown> => {
  const { fields } = recognise(sampleRows([headers, ...rows]), noOverrides)[0];
  return Object.fromEntries(Object.entries(fields).map(([field, mapping]) => [field, mapping?.source]));
};

describe('headers of dates, however a language puts them together', () => {
  const rows = Array.from({ length: 6 }, (_, i) => [
    `T-${i + 1}`,
    `2026-03-0${i + 1}`,
    '09:12:00',
    `2026-03-0${i + 2}`,
    '10:40:00',
    `2026-03-0${i + 3}`,
    '17:05:00',
  ]);
  it.each([
    [
      'Ticketnummer',
      'Erstellt Datum',
      'Erstellt Uhrzeit',
      'Erste Antwort Datum',
      'Erste Antwort Uhrzeit',
      'Lösung Datum',
      'Lösung Uhrzeit',
    ],
    [
      'Ticketnummer',
      'Datum Aangemaakt',
      'Tijd Aangemaakt',
      'Datum Eerste reactie',
      'Tijd Eerste reactie',
      'Datum Opgelost',
      'Tijd Opgelost',
    ],
    [
      'Numero ticket',
      'Data Apertura',
      'Ora Apertura',
      'Data Prima risposta',
      'Ora Prima risposta',
      'Data Risoluzione',
      'Ora Risoluzione',
    ],
  ])('%s, %s', (...headers) => {
    const fields = fieldsIn(headers, rows);
    expect(fields).toMatchObject({
      created_at: `${headers[1]}+${headers[2]}`,
      first_response_at: `${headers[3]}+${headers[4]}`,
      solved_at: `${headers[5]}+${headers[6]}`,
    });
  });
});

describe('headers made of a word for satisfaction and words for ratings', () => {
  const rows = Array.from({ length: 12 }, (_, i) => [
    `T-${i + 1}`,
    `2026-03-${10 + i} 09:12:00`,
    'Closed',
    'High',
    'Ana',
    String(1 + (i % 5)),
  ]);
  it.each([
    'Calificación de satisfacción',
    'Zufriedenheitsbewertung',
    'Kundenzufriedenheitswert',
    'Avaliação de satisfação',
    'Valutazione soddisfazione cliente',
    'Klanttevredenheidscijfer',
    'Ticket satisfaction level',
  ])('%s', (header) => {
    expect(fieldsIn(['Ticket ID', 'Created at', 'Status', 'Priority', 'Assignee', header], rows).csat).toBe(
      header,
    );
  });

  it('not a comment on it', () => {
    const words = rows.map((row, i) => [...row.slice(0, 5), `sentence number ${i} about it`]);
    expect(
      fieldsIn(['Ticket ID', 'Created at', 'Status', 'Priority', 'Assignee', 'Satisfaction comment'], words)
        .csat,
    ).toBeUndefined();
  });
});

describe('headers that somebody mistyped', () => {
  const rows = Array.from({ length: 12 }, (_, i) => [
    `T-${i + 1}`,
    `2026-03-${10 + i} 09:12:00`,
    `2026-03-${10 + i} 11:12:00`,
    i % 3 === 0 ? '' : `2026-03-${11 + i} 09:12:00`,
    i % 3 === 0 ? 'Open' : 'Solved',
  ]);
  it.each([
    ['Ticket nmber', 'Crated at', 'First resposne at', 'Reslved at', 'Status'],
    ['Ticket ID', 'Erstelt am', 'Erste Antwrot am', 'Gelst am', 'Status'],
  ])('%s, %s', (...headers) => {
    expect(fieldsIn(headers, rows)).toMatchObject({
      id: headers[0],
      created_at: headers[1],
      first_response_at: headers[2],
      solved_at: headers[3],
    });
  });
});

describe('a stamp that is filled where tickets were answered', () => {
  const rows = Array.from({ length: 20 }, (_, i) => [
    `T-${i + 1}`,
    `2026-03-${10 + i} 09:12:00`,
    i === 19 ? '' : `2026-03-${10 + i} 09:40:00`,
    i === 19 ? 'New' : 'Solved',
  ]);
  it.each(['Assigned at', 'Zugewiesen am', 'Work date', 'Stamp 7'])('is no solve: %s', (header) => {
    expect(fieldsIn(['Ticket ID', 'Created at', header, 'Status'], rows).solved_at).toBeUndefined();
  });
});

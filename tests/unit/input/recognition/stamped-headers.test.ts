import { describe, expect, it } from 'vitest';
import { foldHeader } from '../../../../src/input/recognition/header.ts';
import { stampIn } from '../../../../src/input/recognition/stamped-headers.ts';
import { deskOf } from '../../analysis/sla/sla-desk.ts';

const named = (header: string): string | null => stampIn(foldHeader(header))?.field ?? null;

describe('a stamp named by what its header is made of', () => {
  it.each([
    ['first_answered', 'first_response_at'],
    ['Date First Attended', 'first_response_at'],
    ['Erstreaktion am', 'first_response_at'],
    ['Erste Rückmeldung um', 'first_response_at'],
    ['Primera contestación', null],
    ['Date de la première réponse', 'first_response_at'],
    ['Answered', 'first_response_at'],
    ['Date Fixed On', 'solved_at'],
    ['Fixed', 'solved_at'],
    ['first solved time', 'first_solved_at'],
    ['Horario de registro', 'created_at'],
    ['Eingang am', 'created_at'],
    ['Tijdstip ontvangst', 'created_at'],
    ['Data e ora chiusura', null],
    ['Ora chiusura', 'closed_at'],
    ['Abschlusszeit', 'closed_at'],
    ['Eingangszeitpunkt', 'created_at'],
    ['resolvedat', 'solved_at'],
    ['opendatetime', 'created_at'],
    ['created epoch', 'created_at'],
    ['Actual Resolution Date', 'solved_at'],
    ['Stat Date Time First Responded', 'first_response_at'],
    ['дата и время закрытия заявки', 'closed_at'],
    ['Zeitplan', null],
    ['Service restored', 'solved_at'],
    ['first admin reply at', 'first_response_at'],
    ['Attended', 'first_response_at'],
    ['Aanmelddatum', 'created_at'],
    ['Afhandeltijdstip', 'solved_at'],
    ['Schließzeit', 'closed_at'],
    ['Date Closed by agent', null],
    // Two events, the last answer, somebody else's event: nothing that can be known from the words.
    ['Created or closed', null],
    ['last reply at', null],
    ['Account created', null],
    ['First created', null],
    ['Date First Acknowledged', null],
    ['acknowledged_at', null],
  ])('%s: %s', (header, field) => expect(named(header)).toBe(field));

  it('is worth less where somebody has only been there, so that the answer beside it is the answer', () => {
    expect(stampIn('responded')?.worth).toBeGreaterThan(stampIn('attended')?.worth ?? 1);
  });

  it('is worth less where nothing calls the answer the first', () => {
    expect(stampIn('first answered')?.worth).toBeGreaterThan(stampIn('answered')?.worth ?? 1);
  });
});

describe('headers that no list of phrases holds, as they are read', () => {
  const hour = 3_600_000;
  const rows = [
    ['26001', '01.06.2026', '09:00', '01.06.2026', '10:30', '02.06.2026', '09:00', 'erledigt'],
    ['26002', '14.06.2026', '11:15', '14.06.2026', '12:15', '14.06.2026', '18:15', 'erledigt'],
    ['26003', '15.06.2026', '08:05', '', '', '', '', 'in Bearbeitung'],
  ];
  it('joins a day and an hour that are bound by "am" and "um"', async () => {
    const head =
      'Ticketnr.;Eingang am;Eingang um;Erstreaktion am;Erstreaktion um;Erledigt am;Erledigt um;Zustand';
    const desk = await deskOf(
      { tickets: `${head}\n${rows.map((row) => row.join(';')).join('\n')}\n` },
      '2026-06-20T00:00:00Z',
    );
    const at = (field: 'created_at' | 'first_response_at' | 'solved_at'): number[] => {
      const column = desk.tickets.columns[field];
      return column?.type === 'instant' || column?.type === 'number' ? [...column.values] : [];
    };
    const created = at('created_at');
    // 9:00 to 10:30, 11:15 to 12:15; 9:00 to 9:00 of the next day, 11:15 to 18:15.
    expect(at('first_response_at').map((answer, i) => (answer - created[i]) / hour)).toEqual([
      1.5,
      1,
      Number.NaN,
    ]);
    expect(at('solved_at').map((end, i) => (end - created[i]) / hour)).toEqual([24, 7, Number.NaN]);
  });

  it('takes words for a length of time as one, whatever the header says', async () => {
    const desk = await deskOf(
      {
        tickets:
          'TicketId,Created,Resolution,Status\n1,2026-06-01T09:00:00Z,PT1H30M,Closed\n2,2026-06-02T09:00:00Z,PT5H,Closed\n3,2026-06-03T09:00:00Z,,Open\n',
      },
      '2026-06-20T00:00:00Z',
    );
    const column = desk.tickets.columns.reported_resolution_time_seconds;
    expect(column?.type === 'duration' ? [...column.values].map((took) => took / hour) : null).toEqual([
      1.5,
      5,
      Number.NaN,
    ]);
  });
});

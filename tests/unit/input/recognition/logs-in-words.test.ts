import { describe, expect, it } from 'vitest';
import { HOUR, readFiles, value } from '../../../desk.ts';

const at = (minute: number): string =>
  new Date(Date.UTC(2026, 0, 5, 8, minute)).toISOString().slice(0, 16).replace('T', ' ');
const tickets = Array.from({ length: 12 }, (_, i) => i);

describe('a history of changes, whatever its language', () => {
  it.each([
    ['Vorgang;Zeitpunkt;Feld;Alter Wert;Neuer Wert', ['Neu', 'In Bearbeitung', 'Gelöst']],
    ['Vorgang;Datum;Feld;Alt;Neu', ['Neu', 'In Bearbeitung', 'Gelöst']],
    ['Dossier;Date de modification;Champ;Ancienne valeur;Nouvelle valeur', ['Nouveau', 'En cours', 'Résolu']],
    ['Folio;Fecha de cambio;Campo;Valor anterior;Valor nuevo', ['Nuevo', 'En curso', 'Resuelto']],
    ['Chamado;Data da alteração;Campo;Valor anterior;Novo valor', ['Novo', 'Em andamento', 'Resolvido']],
  ])('%s', async (header, [first, second, last]) => {
    const rows = tickets.flatMap((i) => [
      `T${i};${at(i * 7)};Status;;${first}`,
      `T${i};${at(i * 7 + 30)};Status;${first};${second}`,
      `T${i};${at(i * 7 + 300)};Status;${second};${last}`,
    ]);
    const { desk, sources } = await readFiles({ 'h.csv': `${header}\n${rows.join('\n')}\n` });
    expect(sources[0].mappings[0].kind).toBe('events');
    expect(value(desk, 'created')).toBe(12);
    // Five hours from the first row of each to its last.
    expect(value(desk, 'resolution_time.max')).toBe(5 * HOUR);
  });
});

describe('ids that a spreadsheet rounded', () => {
  it('make no log of a list of tickets, and are no ids', async () => {
    const rows = tickets.map((i) => `1.0300${i % 3}E+13,${at(i * 60)},${at(i * 60 + 60)},Closed`);
    const { desk, sources } = await readFiles({
      't.csv': `Ticket ID,Created,Closed,Status\n${rows.join('\n')}\n`,
    });
    expect(sources[0].mappings[0].kind).toBe('tickets');
    expect(value(desk, 'created')).toBe(12);
    expect(desk.problems.find(({ code }) => code === 'ids_lost_digits')?.count).toBe(12);
  });
});

describe('numbers of several desks in one list', () => {
  it('are tickets of each of them, with a creation and a status alone', async () => {
    const rows = ['Nord', 'Süd', 'West'].flatMap((branch, b) =>
      tickets.map((i) => `${i + 1};${branch};${at(i * 60 + b)};offen`),
    );
    const { desk, sources } = await readFiles({
      't.csv': `Nummer;Standort;Erstellt am;Status\n${rows.join('\n')}\n`,
    });
    expect(sources[0].mappings[0].kind).toBe('tickets');
    expect(value(desk, 'created')).toBe(36);
    expect(desk.problems.find(({ code }) => code === 'ids_joined')?.args).toMatchObject({
      within: 'Standort',
    });
  });
});

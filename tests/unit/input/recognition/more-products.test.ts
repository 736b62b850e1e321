import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { numbersOf } from '../../../../src/model/desk.ts';
import { ask, HOUR, readFiles, value } from '../../../desk.ts';

const fixture = (name: string): string =>
  readFileSync(path.resolve(import.meta.dirname, '../../../../fixtures', name), 'utf8');
const figures = async (name: string) => (await readFiles({ [path.basename(name)]: fixture(name) })).desk;

describe('OTRS, Znuny', () => {
  it('measures in working minutes, beside its stamps, and leaves out what was merged', async () => {
    const desk = await figures('otrs/ticket-search.csv');
    // Five rows, one of them merged. First responses an hour after creation, on the calendar.
    expect(value(desk, 'created')).toBe(4);
    expect(value(desk, 'first_response_time.max')).toBe(HOUR);
    // 26 and 24 hours on the calendar; 540 working minutes each are no contradiction.
    expect(value(desk, 'resolution_time.max')).toBe(26 * HOUR);
    expect(desk.problems.filter(({ code }) => code === 'sides_disagree')).toEqual([]);
    expect(value(desk, 'backlog')).toBe(2);
  });
});

describe('Frappe Helpdesk', () => {
  it('counts seconds of working time, and stars of which a nought is none', async () => {
    const desk = await figures('frappe-helpdesk/ticket-report-with-paused-targets.csv');
    // 0.8 and 0.2 of five stars: one good of two answers.
    expect(ask(desk, 'csat')[0]).toMatchObject({ value: 0.5, n: 2 });
    expect(ask(desk, 'csat_mean')[0].value).toBe(2.5);
    // One target was met and one missed; one that is paused and one that is due are no verdict, and no mistake.
    expect(ask(desk, 'sla_recorded')[0]).toMatchObject({ value: 0.5, n: 2 });
    expect(desk.problems.filter(({ code }) => code === 'cell_unreadable')).toEqual([]);
    expect(value(desk, 'backlog')).toBe(2);
  });
});

describe('Dynamics 365', () => {
  it('has no end in the stamp of the last change, and due dates are none', async () => {
    const desk = await figures('dynamics/case-list-from-excel.csv');
    expect(numbersOf(desk.tickets, 'solved_at')).toBeNull();
    expect(numbersOf(desk.tickets, 'first_response_at')).toBeNull();
    expect(value(desk, 'created')).toBe(3);
    // In progress and waiting for details; the solved one is finished, nobody knows when.
    expect(value(desk, 'backlog')).toBe(2);
  });
});

describe('Dixa', () => {
  it('has conversations that the desk began, and no stamp of a first answer', async () => {
    const desk = await figures('dixa/conversation-export-with-outbound.json');
    expect(numbersOf(desk.tickets, 'opened_by_agent')?.[2]).toBe(1);
    expect(numbersOf(desk.tickets, 'first_response_at')).toBeNull();
    expect(value(desk, 'resolution_time.max')).toBe(2 * HOUR);
  });
});

describe('Jira in other languages', () => {
  it.each([
    [
      'German',
      'Zusammenfassung,Vorgangsschlüssel,Vorgangstyp,Status,Priorität,Zugewiesene Person,Autor,Erstellt,Aktualisiert,Erledigt,Verbleibende Schätzung',
      'Wartet auf Support',
    ],
    [
      'French',
      'Résumé,Clé de ticket,Type de ticket,État,Priorité,Personne assignée,Rapporteur,Création,Mise à jour,Résolue,Estimation restante',
      'En attente du support',
    ],
    [
      'Spanish',
      'Resumen,Clave de incidencia,Tipo de Incidencia,Estado,Prioridad,Persona asignada,Informador,Creada,Actualizada,Resuelta,Estimación restante',
      'Esperando al soporte',
    ],
    [
      'Portuguese',
      'Resumo,Chave da item,Tipo de item,Status,Prioridade,Responsável,Relator,Criado,Atualizado,Resolvido,Estimativa de trabalho restante',
      'Aguardando pelo suporte',
    ],
  ])('%s: keys, people and ends, and work that remains is none', async (_language, header, waiting) => {
    const { desk, sources } = await readFiles({
      't.csv':
        `${header}\n` +
        'a,SD-1,Task,Done,High,zed,ann,2026-03-02 09:00,2026-03-03 09:00,2026-03-03 09:00,0\n' +
        `b,SD-2,Task,${waiting},High,zed,bob,2026-03-02 10:00,2026-03-04 09:00,,7200\n`,
    });
    const { fields } = sources[0].mappings[0];
    expect(Object.keys(fields)).toEqual(
      expect.arrayContaining(['id', 'assignee', 'requester', 'created_at', 'solved_at', 'status', 'subject']),
    );
    expect(fields.reported_resolution_time_seconds).toBeUndefined();
    expect(desk.problems.filter(({ code }) => /unknown|uncertain|ambiguous/.test(code))).toEqual([]);
    expect(value(desk, 'backlog')).toBe(1);
    expect(value(desk, 'resolution_time.max')).toBe(24 * HOUR);
  });
});

import { describe, expect, it } from 'vitest';
import { recognise } from '../../../../src/input/recognition/index.ts';
import { noOverrides, sampleRows } from './sampler.ts';

const stamps = [
  ['2026-03-02 09:00', '2026-03-02 10:00', '2026-03-03 09:00'],
  ['2026-03-13 09:00', '2026-03-13 09:30', ''],
  ['2026-03-14 09:00', '', ''],
  ['2026-03-25 12:00', '2026-03-25 12:10', '2026-03-26 12:00'],
];

/** A ticket list with these headers, statuses and priorities: id, created, first response, solved, … */
function list(headers: readonly string[], statuses: readonly string[], priorities: readonly string[]) {
  const rows = stamps.map(([created, answered, solved], row) => [
    `A-${row + 1}`,
    created,
    answered,
    solved,
    statuses[row],
    priorities[row],
    `kunde${row}@example.org`,
    ['Ines', 'Tom', '', 'Ines'][row],
    ['Billing', 'Tech', 'Tech', 'Billing'][row],
    `A sentence about problem number ${row}`,
  ]);
  return recognise(sampleRows([headers, ...rows]), noOverrides)[0];
}

const expected = [
  'id',
  'created_at',
  'first_response_at',
  'solved_at',
  'status',
  'priority',
  'requester',
  'assignee',
  'group',
  'subject',
];

describe.each([
  [
    'English',
    [
      'Case Number',
      'Date Opened',
      'First Response At',
      'Date Resolved',
      'Case Status',
      'Severity Level of Priority',
      'Customer Email',
      'Assigned To',
      'Team',
      'Summary',
    ],
    ['Resolved', 'Open', 'New', 'Resolved'],
    ['High', 'Low', 'Medium', 'High'],
  ],
  [
    'German',
    [
      'Ticketnummer',
      'Erstellt am',
      'Erste Antwort am',
      'Gelöst am',
      'Zustand',
      'Priorität',
      'Kunde',
      'Bearbeiter',
      'Gruppe',
      'Betreff',
    ],
    ['Gelöst', 'In Bearbeitung', 'Neu', 'Gelöst'],
    ['Hoch', 'Niedrig', 'Mittel', 'Hoch'],
  ],
  [
    'French',
    [
      'Numéro du ticket',
      'Date de création',
      'Date de première réponse',
      'Résolu le',
      'Statut',
      'Priorité',
      'Demandeur',
      'Assigné à',
      'Groupe',
      'Objet',
    ],
    ['Résolu', 'En cours', 'Nouveau', 'Résolu'],
    ['Haute', 'Basse', 'Moyenne', 'Haute'],
  ],
  [
    'Spanish',
    [
      'Número de caso',
      'Fecha de creación',
      'Fecha de primera respuesta',
      'Fecha de resolución',
      'Estado',
      'Prioridad',
      'Cliente',
      'Agente',
      'Grupo',
      'Asunto',
    ],
    ['Resuelto', 'En curso', 'Nuevo', 'Resuelto'],
    ['Alta', 'Baja', 'Media', 'Alta'],
  ],
  [
    'Portuguese',
    [
      'Número do chamado',
      'Data de abertura',
      'Data da primeira resposta',
      'Data de resolução',
      'Situação',
      'Prioridade',
      'Solicitante',
      'Responsável',
      'Equipe',
      'Assunto',
    ],
    ['Resolvido', 'Em andamento', 'Novo', 'Resolvido'],
    ['Alta', 'Baixa', 'Média', 'Alta'],
  ],
  [
    'Hindi',
    [
      'टिकट संख्या',
      'निर्माण तिथि',
      'पहली प्रतिक्रिया',
      'समाधान तिथि',
      'स्थिति',
      'प्राथमिकता',
      'ग्राहक',
      'एजेंट',
      'समूह',
      'विषय',
    ],
    ['हल', 'प्रगति पर', 'नया', 'हल'],
    ['उच्च', 'निम्न', 'मध्यम', 'उच्च'],
  ],
  [
    'Bengali',
    [
      'টিকেট নম্বর',
      'তৈরির তারিখ',
      'প্রথম উত্তরের সময়',
      'সমাধানের তারিখ',
      'অবস্থা',
      'অগ্রাধিকার',
      'গ্রাহক',
      'এজেন্ট',
      'দল',
      'বিষয়',
    ],
    ['সমাধান হয়েছে', 'চলমান', 'নতুন', 'সমাধান হয়েছে'],
    ['উচ্চ', 'নিম্ন', 'মাঝারি', 'উচ্চ'],
  ],
])('a ticket list in %s', (_language, headers, statuses, priorities) => {
  const mapping = list(headers, statuses, priorities);

  it('is tickets, with every column where it belongs', () => {
    expect(mapping.kind).toBe('tickets');
    const columns = Object.fromEntries(
      Object.entries(mapping.fields).map(([field, one]) => [field, one?.column]),
    );
    expect(columns).toEqual(Object.fromEntries(expected.map((field, column) => [field, column])));
  });

  it('knows its statuses and priorities', () => {
    const status = mapping.fields.status?.reading;
    const priority = mapping.fields.priority?.reading;
    if (status?.type !== 'category' || priority?.type !== 'category') throw new Error('no category');
    expect(statuses.map((raw) => status.values?.get(raw.normalize('NFKC').toLowerCase()))).toEqual([
      'solved',
      'open',
      'new',
      'solved',
    ]);
    expect(priorities.map((raw) => priority.values?.get(raw.normalize('NFKC').toLowerCase()))).toEqual([
      'high',
      'low',
      'normal',
      'high',
    ]);
    expect(mapping.problems.map(({ code }) => code)).toEqual(['zone_guessed']);
  });
});

it('headers that say nothing: the values decide, and say that they are a guess', () => {
  const mapping = list(
    ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8', 'c9', 'c10'],
    ['Resolved', 'Open', 'New', 'Resolved'],
    ['High', 'Low', 'Medium', 'High'],
  );
  expect(mapping.kind).toBe('tickets');
  const found = Object.fromEntries(
    Object.entries(mapping.fields).map(([field, one]) => [field, one?.source]),
  );
  expect(found).toMatchObject({
    created_at: 'c2',
    solved_at: 'c4',
    status: 'c5',
    priority: 'c6',
    requester: 'c7',
  });
  for (const one of Object.values(mapping.fields)) expect(one?.confidence).toBeLessThan(0.6);
});

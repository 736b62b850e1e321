import { describe, expect, it } from 'vitest';
import { falsehoods, isMissFlag, met, missed, truths } from '../../../../src/input/recognition/flag-words.ts';
import { statusOf } from '../../../../src/input/recognition/vocabularies.ts';
import { namesItsUnits } from '../../../../src/time/duration.ts';

describe('statusOf', () => {
  it.each([
    // GLPI, front/ticket.php in its interface languages
    ['En cours (Attribué)', 'open'],
    ['En cours (Planifié)', 'open'],
    ['En attente', 'pending'],
    ['Clos', 'closed'],
    ['En curso (asignada)', 'open'],
    ['Em atendimento (atribuído)', 'open'],
    ['Processing (planned)', 'open'],
    ['Solucionado', 'solved'],
    // OTRS and Znuny, Kernel/Language
    ['erfolgreich geschlossen', 'closed'],
    ['warten zur Erinnerung', 'pending'],
    ['warten auf erfolgreich schließen', 'pending'],
    ['zusammengefasst', 'merged'],
    ['closed successful', 'closed'],
    ['pending auto close+', 'pending'],
    ['removed', 'deleted'],
    // Dynamics 365, statuscode of incident
    ['Problem Solved', 'solved'],
    ['Information Provided', 'solved'],
    ['Waiting for Details', 'pending'],
    ['Researching', 'open'],
    ['Merged', 'merged'],
    // Cells of a web page
    ['5&nbsp;-&nbsp;Risolto', 'solved'],
    ['En&nbsp;attente&nbsp;client', 'pending'],
    // Linear, workflow state types
    ['unstarted', 'new'],
    ['started', 'open'],
    ['canceled', 'closed'],
    ['triage', 'open'],
    // Jira in other languages
    ['Listo', 'solved'],
    ['Esperando por el cliente', 'pending'],
    ['Wartet auf Support', 'open'],
    ['En attente de support', 'open'],
    ['Itens concluídos', 'solved'],
    ['Zu erledigen', 'new'],
    // others
    ['In attesa del cliente', 'pending'],
    ['In attesa del fornitore', 'on_hold'],
    ['Chiuso', 'closed'],
    ['Wacht op klant', 'pending'],
    ['Opgelost', 'solved'],
    ['Gesloten', 'closed'],
    ['লঙ্ঘিত নয়', null],
    ['কাজ চলমান', 'open'],
    ['निराकृत', 'solved'],
    ['已解决', 'solved'],
    ['対応中', 'open'],
    ['Not closed', null],
    ['nicht gelöst', null],
  ])('%s is %s', (raw, status) => {
    expect(statusOf(raw)).toBe(status);
  });
});

describe('flags', () => {
  it.each(['1.0', 'yes', 'Waar', 'हाँ', '是'])('%s is yes', (word) => {
    expect(truths.has(word.toLowerCase())).toBe(true);
  });

  it.each(['0.0', 'no', 'nee', 'না', '否'])('%s is no', (word) => {
    expect(falsehoods.has(word)).toBe(true);
  });

  it('knows verdicts in words', () => {
    expect(met.has('within sla')).toBe(true);
    expect(met.has('dentro do prazo')).toBe(true);
    expect(missed.has('sla violated')).toBe(true);
    expect(missed.has('hors délai')).toBe(true);
    expect(missed.has('überschritten')).toBe(true);
  });

  it('knows a flag whose yes is the miss', () => {
    for (const words of [
      'sla breached',
      'overdue',
      'is escalated',
      'sla verletzt',
      'sla estourado',
      'depasse',
    ])
      expect(isMissFlag(words)).toBe(true);
    for (const words of ['sla met', 'not breached', 'sla eingehalten']) expect(isMissFlag(words)).toBe(false);
  });
});

describe('namesItsUnits', () => {
  it.each([
    '0 jour 3 heures',
    '0 jour 0 heure 3 minutes 0 seconde',
    '1 giorno 2 ore',
    '3 uur 5 minuten',
    '2小时5分钟',
    '01:02:03',
  ])('%s', (text) => {
    expect(namesItsUnits(text)).toBe(true);
  });

  it.each(['12', '2026-01-01', 'abc', ''])('"%s" does not', (text) => {
    expect(namesItsUnits(text)).toBe(false);
  });
});

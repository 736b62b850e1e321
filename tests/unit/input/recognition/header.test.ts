import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldHeader, readHeader } from '../../../../src/input/recognition/header.ts';

describe('foldHeader', () => {
  it.each([
    ['createdAt', 'created at'],
    ['first_reply_time', 'first reply time'],
    ['Fecha de creación', 'fecha de creacion'],
    ['Geschlossen am', 'geschlossen am'],
    ['Größe', 'grosse'],
    ['SLAStatus', 'sla status'],
    ['  Ticket   ID ', 'ticket id'],
    ['case:concept:name', 'case concept name'],
    ['Prénom/Nom', 'prenom nom'],
    ['#', '#'],
    ['Ｓｔａｔｕｓ', 'status'],
    ['Açılış Tarihi', 'acilis tarihi'],
    ['Nr zgłoszenia', 'nr zgloszenia'],
  ])('%s → %s', (name, words) => {
    expect(foldHeader(name)).toBe(words);
  });

  it('keeps the vowel signs of Bengali and Hindi', () => {
    expect(foldHeader('তৈরির সময়')).toBe('তৈরির সময়'.normalize('NFC'));
    expect(foldHeader('स्थिति')).toBe('स्थिति');
  });

  it('folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(foldHeader(foldHeader(name))).toBe(foldHeader(name));
      }),
    );
  });
});

describe('readHeader', () => {
  it.each([
    [
      'Conversation created at (America/Vancouver)',
      'conversation created at',
      'America/Vancouver',
      null,
      false,
    ],
    ['Created At (UTC)', 'created at', 'UTC', null, false],
    ['created_at_utc', 'created at', 'UTC', null, false],
    ['Opened [+05:30]', 'opened', '+05:30', null, false],
    ['Created (Eastern Time (US & Canada))', 'created', 'Eastern Time (US & Canada)', null, false],
    ['First reply time in minutes', 'first reply time', null, 'm', false],
    ['First reply time in minutes within business hours', 'first reply time', null, 'm', true],
    ['Resolution time (in hrs)', 'resolution time', null, 'h', false],
    ['First response time (in Hrs)', 'first response time', null, 'h', false],
    ['Response Time (hours)', 'response time', null, 'h', false],
    ['resolution_time_seconds', 'resolution time', null, 's', false],
    ['Handle time [s]', 'handle time', null, 's', false],
    ['Bearbeitungszeit (Std.)', 'bearbeitungszeit', null, 'h', false],
    ['Temps de résolution (minutes)', 'temps de resolution', null, 'm', false],
    ['Tiempo de respuesta en horas', 'tiempo de respuesta', null, 'h', false],
    ['समाधान समय (घंटे)', 'समाधान समय', null, 'h', false],
    ['time_to_close (ms)', 'time to close', null, 'ms', false],
    ['Group (London office)', 'group london office', null, null, false],
    ['Business hours', '', null, null, true],
    ['Minutes', 'minutes', null, null, false],
  ])('%s', (name, words, zone, unit, isBusinessClock) => {
    expect(readHeader(name)).toMatchObject({ words, zone, unit, isBusinessClock });
  });
});

describe('a rating’s scale in a column name', () => {
  it.each([
    ['CSAT (1-5)', 'csat'],
    ['Kundenzufriedenheit [1 bis 7]', 'kundenzufriedenheit'],
    ['NPS (0 – 10)', 'nps'],
    ['Rating (out of 5)', 'rating'],
    ['Rating out of 10', 'rating'],
    ['Score / 10', 'score'],
  ])('%s is named %s', (name, words) => {
    expect(readHeader(name).words).toBe(words);
  });

  it.each([
    ['Step 1-5', 'step 1 5'],
    ['5/10', '5 10'],
    ['Tier (1)', 'tier 1'],
  ])('%s has none: %s', (name, words) => {
    expect(readHeader(name).words).toBe(words);
  });
});

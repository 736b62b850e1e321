import { describe, expect, it } from 'vitest';
import {
  channelVocabulary,
  lookUp,
  priorityVocabulary,
  roleVocabulary,
  statusOf,
} from '../../../../src/input/recognition/vocabularies.ts';

describe('statusOf', () => {
  it('reads what a page wrote for blanks and letters, beside a number too', () => {
    for (const cell of ['2&nbsp;-&nbsp;In&nbsp;behandeling', 'In&#32;behandeling'])
      expect(statusOf(cell)).toBe('open');
    expect(statusOf('3&nbsp;-&nbsp;Waiting&nbsp;on&nbsp;customer')).toBe('pending');
    expect(lookUp(priorityVocabulary, '3&nbsp;-&nbsp;Sehr&nbsp;hoch')).toBe(
      lookUp(priorityVocabulary, '3 - Sehr hoch'),
    );
  });

  it('takes a name whose account is closed for no state', () => {
    for (const name of [
      'Ana Prado (Deleted)',
      'Bo Lind [disabled]',
      'Farid Aziz (inactive)',
      'Eva Maas (gelöscht)',
    ])
      expect(statusOf(name)).toBeNull();
    expect(statusOf('Case closed (archived)')).toBe('closed');
    expect(statusOf('Deleted')).toBe('deleted');
  });

  it.each([
    ['Open', 'open'],
    ['In Progress', 'open'],
    ['in_progress', 'open'],
    ['Waiting on Customer', 'pending'],
    ['Awaiting customer reply', 'pending'],
    ['Waiting for caller info', 'pending'],
    ['Wait - User', 'pending'],
    ['Waiting on Third Party', 'on_hold'],
    ['Waiting for the vendor', 'on_hold'],
    ['On-hold', 'on_hold'],
    ['Hold', 'on_hold'],
    ['Awaiting Assignment', 'open'],
    ['Resolved', 'solved'],
    ['Done', 'solved'],
    ['Closed', 'closed'],
    ['Closed - Resolved by caller', 'closed'],
    ['6 - Resolved', 'solved'],
    ['Cancelled', 'closed'],
    ['Merged', 'merged'],
    ['Spam', 'spam'],
    ['Deleted', 'deleted'],
    ['Gelöst', 'solved'],
    ['geschlossen', 'closed'],
    ['In Bearbeitung', 'open'],
    ['Résolu', 'solved'],
    ['resolu', 'solved'],
    ['Fermé', 'closed'],
    ['En attente du client', 'pending'],
    ['Abierto', 'open'],
    ['Resuelto', 'solved'],
    ['Cerrado', 'closed'],
    ['Em andamento', 'open'],
    ['Resolvido', 'solved'],
    ['Fechado', 'closed'],
    ['Aguardando terceiros', 'on_hold'],
    ['खुला', 'open'],
    ['हल किया गया', 'solved'],
    ['बंद', 'closed'],
    ['লম্বিত নয়', null],
    ['খোলা', 'open'],
    ['সমাধান হয়েছে', 'solved'],
    ['বন্ধ', 'closed'],
    ['অপেক্ষমাণ', 'pending'],
    ['OpenPending', null],
    ['Not resolved', 'open'],
    ['Partially resolved', null],
    ['Take in charge ticket', null],
    ['Awaiting miracle', null],
    ['', null],
  ] as const)('%s → %s', (raw, status) => {
    expect(statusOf(raw)).toBe(status);
  });
});

it.each([
  [priorityVocabulary, '1 - Critical', 'urgent'],
  [priorityVocabulary, '5 - Planning', 'low'],
  [priorityVocabulary, 'Medium', 'normal'],
  [priorityVocabulary, 'P1', 'urgent'],
  [priorityVocabulary, 'Hoch', 'high'],
  [priorityVocabulary, 'Média', 'normal'],
  [channelVocabulary, 'E-Mail', 'email'],
  [channelVocabulary, 'Web form', 'web'],
  [channelVocabulary, 'WhatsApp', 'messaging'],
  [channelVocabulary, 'Téléphone', 'phone'],
  [channelVocabulary, 'Carrier pigeon', null],
  [roleVocabulary, 'end-user', 'customer'],
  [roleVocabulary, 'Admin', 'agent'],
  [roleVocabulary, 'bot', 'bot'],
])('looks up %#', (vocabulary, raw, canonical) => {
  expect(lookUp<string>(vocabulary, raw)).toBe(canonical);
});

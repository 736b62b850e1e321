import { describe, expect, it } from 'vitest';
import { recognise } from '../../../../src/input/recognition/index.ts';
import { noOverrides, sampleRows } from './sampler.ts';

const kindOf = (path: string, rows: readonly (readonly string[])[]): string =>
  recognise(sampleRows(rows, path), noOverrides)[0].kind;

describe('the kind of a table is what its columns say together', () => {
  it('cases with measured times and a rating are tickets, not answers', () => {
    const rows = [
      ['CASE_NO', 'CASE_DATE', 'PRIORITY', 'FIRST_RESPONSE_MINS', 'RESOLUTION_TIME_HOURS', 'CSAT_SCORE'],
      ['K-1', '2026-01-02', 'High', '8', '5.6', '4'],
      ['K-2', '2026-01-03', 'Low', '17', '2.7', '5'],
      ['K-3', '2026-01-05', 'Low', '9', '3.1', '2'],
    ];
    expect(kindOf('list.csv', rows)).toBe('tickets');
  });

  it('numbered answers stay a survey with a status and a channel', () => {
    const rows = [
      ['SondageID', 'Date', 'ClientID', 'Note', 'Commentaire', 'Canal', 'Statut'],
      ['S1', '2026-01-02 10:00', 'C7', '4', 'Bien', 'Web', 'Actif'],
      ['S2', '2026-01-03 10:00', 'C9', '5', 'Merci beaucoup', 'Email', 'Actif'],
      ['S3', '2026-01-04 10:00', 'C2', '2', 'Trop lent', 'Web', 'Actif'],
    ];
    expect(kindOf('sondages.csv', rows)).toBe('surveys');
  });

  it('contracts with a plan, a start and an end are customers, whatever their status', () => {
    const rows = [
      ['contract_no', 'client_id', 'plan', 'start_date', 'end_date', 'status'],
      ['1', 'c1', 'pro', '2025-01-01', '', 'open'],
      ['2', 'c2', 'basic', '2025-02-01', '2025-11-01', 'closed'],
      ['3', 'c3', 'basic', '2025-03-01', '', 'open'],
    ];
    expect(kindOf('contracts.csv', rows)).toBe('customers');
  });

  it('an id, a creation and an end are tickets', () => {
    const rows = [
      ['id', 'opened', 'resolved'],
      ['1', '2026-01-02 10:00', '2026-01-02 11:30'],
      ['2', '2026-01-02 12:00', '2026-01-03 11:30'],
      ['3', '2026-01-03 10:00', ''],
    ];
    expect(kindOf('data.csv', rows)).toBe('tickets');
  });

  it('users with a sign-up date are customers, whatever a helpdesk calls its people', () => {
    const rows = [
      ['user_id', 'signup_date', 'country'],
      ['1', '2025-01-01', 'FR'],
      ['2', '2025-02-01', 'DE'],
      ['3', '2025-03-01', 'FR'],
    ];
    expect(kindOf('users.csv', rows)).toBe('customers');
  });
});

describe('a header without rows', () => {
  it.each([
    ['tickets', 'id,created_at,first_response_at,status'],
    ['tickets', 'number,opened,closed,state'],
    ['tickets', 'Ticket,Erstellt am,Status,Gelöst am'],
    ['messages', 'ticket_id,author,created_at,body'],
    ['events', 'ticket_id,changed_at,field,old_value,new_value'],
    ['surveys', 'ticket_id,score,answered_at,comment'],
    ['surveys', 'response_id,nps,submitted_at'],
  ])('holds none of the %s: %s', (kind, header) => {
    expect(kindOf('export.csv', [header.split(',')])).toBe(kind);
  });
});

import { sentence } from '../../model/sentence.ts';
import type { Preset } from './preset.ts';

/**
 * Typeform's CSV, from general knowledge only: questions are column names, the zone stands in the header. Its API has a row
 * an answer, nested in responses: a question is called by its `ref`, and its type says what it asks (nps, rating).
 */
export const typeform: Preset = {
  id: 'typeform',
  name: 'Typeform',
  tables: [
    {
      what: 'response export',
      kind: 'surveys',
      signature: ['#', 'Submit Date (UTC)', 'Network ID'],
      evidence: 'unverified',
      zone: 'UTC',
      fields: {
        id: ['Token', '#'],
        ticket_id: ['ticket_id', 'ticket'],
        customer: ['email', 'customer_id'],
        answered_at: ['Submit Date (UTC)', 'Submitted At'],
      },
    },
    {
      what: 'answers of API responses',
      kind: 'surveys',
      streams: ['answers'],
      byStream: true,
      signature: ['field.id', 'field.type', 'number', 'type'],
      evidence: 'third_party',
      zone: 'UTC',
      fields: {
        id: '_parent.id',
        ticket_id: [
          '_parent.hidden.ticket_id',
          '_parent.hidden.ticket',
          '_parent.hidden.ticketid',
          '_parent.hidden.case_id',
        ],
        customer: ['_parent.hidden.customer_id', '_parent.hidden.user_id', '_parent.hidden.email'],
        score: 'number',
        scale: ['field.ref', 'field.id'],
        asks: 'field.type',
        comment: 'text',
        answered_at: ['_parent.submitted_at', '_parent.landed_at'],
      },
      unverified: ['_parent.hidden.ticket_id'],
    },
    {
      what: 'API responses',
      kind: 'none',
      signature: ['landing_id', 'token', 'landed_at', 'submitted_at'],
      share: 0.75,
      evidence: 'third_party',
      reason: sentence('why.nested_answers'),
    },
  ],
};

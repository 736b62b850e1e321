import type { Preset } from './preset.ts';

/** Simplesat's API, by the columns that copies of it have: a row an answer, with its question and the ticket it is of. */
export const simplesat: Preset = {
  id: 'simplesat',
  name: 'Simplesat',
  tables: [
    {
      what: 'API answers',
      kind: 'surveys',
      signature: ['id', 'choice', 'choice_label', 'sentiment', 'created'],
      evidence: 'third_party',
      zone: 'UTC',
      fields: {
        id: 'id',
        ticket_id: ['ticket.external_id', 'ticket_external_id', 'ticket.id'],
        customer: ['customer.email', 'customer_email', 'customer.id'],
        score: { from: ['choice'] },
        scale: ['question.text', 'question_text', 'question_id'],
        asks: 'question.metric',
        comment: 'comment',
        answered_at: ['created', 'modified'],
      },
      unverified: ['ticket.external_id', 'customer.email', 'question.text', 'question.metric'],
    },
  ],
};

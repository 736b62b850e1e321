import type { Preset } from './preset.ts';

/** Delighted's API; the scale depends on `survey_type`. The header of its CSV has not been seen. */
export const delighted: Preset = {
  id: 'delighted',
  name: 'Delighted',
  tables: [
    {
      what: 'API survey responses',
      kind: 'surveys',
      streams: ['survey_responses'],
      signature: ['id', 'person', 'survey_type', 'score', 'created_at'],
      evidence: 'third_party',
      zone: 'UTC',
      fields: {
        id: 'id',
        ticket_id: ['person_properties.ticket_id', 'person_properties.Ticket ID'],
        customer: 'person',
        score: 'score',
        scale: 'survey_type',
        comment: 'comment',
        answered_at: ['created_at', 'updated_at'],
      },
      unverified: ['person_properties.ticket_id', 'person_properties.Ticket ID'],
    },
    {
      what: 'response export',
      kind: 'surveys',
      signature: ['Response ID', 'Person Email', 'Score', 'Comment', 'Created At'],
      share: 0.8,
      evidence: 'unverified',
      zone: 'account',
      fields: {
        id: 'Response ID',
        ticket_id: 'Ticket ID',
        customer: ['Person Email', 'Person ID', 'Person Name'],
        score: 'Score',
        scale: 'Survey Type',
        comment: 'Comment',
        answered_at: ['Created At', 'Updated At'],
        channel: 'Source',
      },
    },
  ],
};

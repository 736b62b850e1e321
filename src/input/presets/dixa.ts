import type { Preset } from './preset.ts';

/**
 * Dixa's conversations as its Exports API gives them (exports.dixa.io/v1/conversation_export; its CSV has the same
 * properties, docs.dixa.io/docs/exports-api-guide). Columns as in airbytehq/airbyte, source-dixa, conversation_export.json.
 * Stamps are epoch milliseconds. A conversation has no stamp of its first answer: `assigned_at` is when somebody took it.
 */
export const dixa: Preset = {
  id: 'dixa',
  name: 'Dixa',
  tables: [
    {
      what: 'conversation export',
      kind: 'tickets',
      signature: [
        'initial_channel',
        'requester_id',
        'queue_name',
        'closed_at',
        'direction',
        'assigned_at',
        'handling_duration',
      ],
      share: 0.8,
      evidence: 'third_party',
      zone: 'UTC',
      fields: {
        id: 'id',
        created_at: 'created_at',
        solved_at: 'closed_at',
        updated_at: 'updated_at',
        status: {
          from: ['status'],
          values: { open: 'open', pending: 'pending', awaitingpending: 'pending', closed: 'closed' },
        },
        opened_by_agent: {
          from: ['direction'],
          truths: ['outbound'],
          falsehoods: ['inbound'],
        },
        channel: {
          from: ['initial_channel'],
          values: { widgetchat: 'chat', pstnphone: 'phone', contactform: 'web' },
        },
        tags: 'tags',
        requester: ['requester_email', 'requester_id'],
        assignee: ['assignee_name', 'assignee_email', 'assignee_id'],
        group: 'queue_name',
        subject: 'subject',
        csat: { from: ['rating_score'], scale: '1-5' },
        csat_comment: 'rating_message',
      },
      unverified: ['rating_score', 'status'],
    },
  ],
};

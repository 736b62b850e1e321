import type { Preset } from './preset.ts';

/** Kustomer's API, from general knowledge only. One end, done; its last stamp is taken for the solve. */
export const kustomer: Preset = {
  id: 'kustomer',
  name: 'Kustomer',
  tables: [
    {
      what: 'API conversations',
      kind: 'tickets',
      streams: ['conversations', 'data'],
      signature: [
        'attributes.status',
        'attributes.createdAt',
        'attributes.messageCount',
        'attributes.channels',
      ],
      share: 0.75,
      evidence: 'unverified',
      zone: 'UTC',
      fields: {
        id: 'id',
        created_at: 'attributes.createdAt',
        first_response_at: 'attributes.firstResponse.createdAt',
        first_solved_at: 'attributes.firstDone.createdAt',
        solved_at: 'attributes.lastDone.createdAt',
        updated_at: 'attributes.updatedAt',
        status: { from: ['attributes.status'], values: { open: 'open', snoozed: 'pending', done: 'solved' } },
        priority: {
          from: ['attributes.priority'],
          values: { '1': 'low', '2': 'normal', '3': 'normal', '4': 'high', '5': 'urgent' },
        },
        channel: 'attributes.channels',
        tags: 'attributes.tags',
        requester: 'relationships.customer.data.id',
        assignee: 'attributes.assignedUsers',
        group: 'attributes.assignedTeams',
        subject: 'attributes.name',
        description: 'attributes.preview',
        csat: { from: ['attributes.satisfaction'], scale: '1-5' },
        reopens: 'attributes.reopenCount',
      },
    },
  ],
};

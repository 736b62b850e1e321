import type { Preset } from './preset.ts';

/** Trudesk's report has no stamp but the creation. */
export const trudesk: Preset = {
  id: 'trudesk',
  name: 'Trudesk',
  tables: [
    {
      what: 'ticket report',
      kind: 'tickets',
      signature: ['uid', 'type', 'priority', 'status', 'created', 'subject', 'requester'],
      evidence: 'verified',
      zone: 'account',
      fields: {
        id: 'uid',
        created_at: 'created',
        status: {
          from: ['status'],
          values: {
            new: 'new',
            open: 'open',
            pending: 'pending',
            closed: 'closed',
            '0': 'new',
            '1': 'open',
            '2': 'pending',
            '3': 'closed',
          },
        },
        priority: 'priority',
        type: 'type',
        tags: { from: ['tags'], separator: ',' },
        requester: 'requester',
        organization: 'customer',
        assignee: 'assignee',
        group: 'group',
        subject: 'subject',
        description: 'issue',
      },
    },
  ],
};

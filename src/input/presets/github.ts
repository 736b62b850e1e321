import type { Preset } from './preset.ts';

/** GitHub issues have one end, closed; its stamp is taken for the solve. */
export const github: Preset = {
  id: 'github',
  name: 'GitHub issues',
  tables: [
    {
      what: 'API issues',
      kind: 'tickets',
      streams: ['issues', 'items'],
      signature: ['number', 'title', 'state', 'created_at', 'closed_at', 'user.login'],
      evidence: 'third_party',
      zone: 'UTC',
      fields: {
        id: ['number', 'id'],
        created_at: 'created_at',
        solved_at: 'closed_at',
        updated_at: 'updated_at',
        status: { from: ['state'], values: { open: 'open', closed: 'closed' } },
        tags: ['labels[].name', 'labels'],
        requester: 'user.login',
        assignee: ['assignee.login', 'assignees[].login'],
        group: 'milestone.title',
        subject: 'title',
        description: 'body',
      },
    },
    {
      what: 'issues from the command line (gh issue list --json)',
      kind: 'tickets',
      signature: ['number', 'title', 'state', 'createdAt', 'closedAt'],
      evidence: 'third_party',
      zone: 'UTC',
      fields: {
        id: 'number',
        created_at: 'createdAt',
        solved_at: 'closedAt',
        updated_at: 'updatedAt',
        status: { from: ['state'], values: { open: 'open', closed: 'closed' } },
        tags: ['labels[].name', 'labels'],
        requester: 'author.login',
        assignee: 'assignees[].login',
        subject: 'title',
        description: 'body',
      },
    },
  ],
};

import type { Preset } from './preset.ts';

/**
 * Linear's issues, as its GraphQL API and its exports name them (developers.linear.app, type Issue): a workflow state
 * has a type, and an issue is completed or canceled, each with a stamp of its own. A canceled one is closed, never solved.
 */
export const linear: Preset = {
  id: 'linear',
  name: 'Linear',
  tables: [
    {
      what: 'API issues',
      kind: 'tickets',
      streams: ['issues', 'nodes'],
      signature: ['identifier', 'title', 'createdAt', 'completedAt', 'canceledAt'],
      evidence: 'unverified',
      zone: 'UTC',
      fields: {
        id: ['identifier', 'id'],
        created_at: 'createdAt',
        solved_at: 'completedAt',
        updated_at: 'updatedAt',
        due_at: 'dueDate',
        status: {
          from: ['state.type', 'status', 'state.name'],
          values: {
            triage: 'new',
            backlog: 'open',
            unstarted: 'new',
            started: 'open',
            completed: 'solved',
            canceled: 'closed',
            duplicate: 'merged',
          },
        },
        priority: {
          from: ['priority', 'priorityLabel'],
          values: { '1': 'urgent', '2': 'high', '3': 'normal', '4': 'low', '0': 'normal' },
        },
        tags: ['labels.nodes.name', 'labels'],
        requester: ['creator.email', 'creator.name', 'creator'],
        assignee: ['assignee.name', 'assignee.email', 'assignee'],
        group: ['team.name', 'team.key', 'team'],
        subject: 'title',
        description: 'description',
      },
      unverified: ['dueDate', 'labels', 'creator'],
    },
    {
      what: 'issue export',
      kind: 'tickets',
      signature: ['ID', 'Title', 'Status', 'Created', 'Completed', 'Canceled', 'Team'],
      evidence: 'unverified',
      zone: 'UTC',
      fields: {
        id: 'ID',
        created_at: 'Created',
        solved_at: 'Completed',
        closed_at: 'Canceled',
        updated_at: 'Updated',
        due_at: 'Due Date',
        status: 'Status',
        priority: { from: ['Priority'], values: { 'no priority': 'normal' } },
        tags: { from: ['Labels'], separator: ',' },
        requester: 'Creator',
        assignee: 'Assignee',
        group: 'Team',
        subject: 'Title',
        description: 'Description',
      },
    },
  ],
};

import type { Preset } from './preset.ts';

const state = {
  new: 'new',
  open: 'open',
  'pending reminder': 'pending',
  'pending close': 'pending',
  closed: 'closed',
  merged: 'merged',
  removed: 'deleted',
};
const priority = { '1 low': 'low', '2 normal': 'normal', '3 high': 'high' };

/**
 * Zammad has one end, closed; its stamp is taken for the solve. `close_at` keeps the first close, also when a ticket was
 * opened again (zammad/zammad#1937), `last_close_at` is the last one (zammad/zammad#4785). Its "In Min" columns count
 * minutes of the SLA's calendar, as in OTRS, from which they come.
 */
export const zammad: Preset = {
  id: 'zammad',
  name: 'Zammad',
  tables: [
    {
      what: 'ticket sheet',
      kind: 'tickets',
      signature: ['#', 'Title', 'State', 'Create Channel', 'Close At', 'Created At'],
      share: 0.65,
      evidence: 'verified',
      unverified: ['Last Close At'],
      zone: 'account',
      fields: {
        id: '#',
        created_at: 'Created At',
        first_response_at: 'First Response At',
        solved_at: ['Last Close At', 'Closed At', 'Close At'],
        first_solved_at: ['Closed At', 'Close At'],
        updated_at: 'Updated At',
        due_at: ['Escalation At', 'Close Escalation At'],
        status: { from: ['State'], values: state },
        priority: { from: ['Priority'], values: priority },
        channel: 'Create Channel',
        tags: { from: ['Tags'], separator: ',' },
        requester: 'Customer',
        organization: 'Organization',
        assignee: 'Owner',
        group: 'Group',
        subject: 'Title',
        reported_first_response_time_business_seconds: { from: ['First Response In Min'], unit: 'm' },
        reported_resolution_time_business_seconds: { from: ['Close In Min'], unit: 'm' },
      },
    },
    {
      what: 'API tickets',
      kind: 'tickets',
      streams: ['tickets'],
      signature: ['number', 'title', 'group_id', 'state_id', 'close_at', 'first_response_at', 'created_at'],
      evidence: 'verified',
      zone: 'UTC',
      fields: {
        id: 'id',
        created_at: 'created_at',
        first_response_at: 'first_response_at',
        solved_at: ['last_close_at', 'close_at'],
        first_solved_at: 'close_at',
        updated_at: 'updated_at',
        due_at: 'escalation_at',
        status: {
          from: ['state', 'state_id'],
          values: { ...state, '1': 'new', '2': 'open', '3': 'pending', '4': 'closed', '5': 'merged' },
        },
        priority: {
          from: ['priority', 'priority_id'],
          values: { ...priority, '1': 'low', '2': 'normal', '3': 'high' },
        },
        channel: 'create_article_type',
        requester: ['customer_id', 'customer'],
        organization: 'organization_id',
        assignee: ['owner_id', 'owner'],
        group: ['group', 'group_id'],
        subject: 'title',
        reported_first_response_time_business_seconds: { from: ['first_response_in_min'], unit: 'm' },
        reported_resolution_time_business_seconds: { from: ['close_in_min'], unit: 'm' },
      },
      unverified: ['last_close_at', 'create_article_type'],
    },
  ],
};

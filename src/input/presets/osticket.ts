import type { Preset } from './preset.ts';

/**
 * osTicket has one end stamp, closed, taken for the solve; "Resolved" is a state that carries the same stamp. Its
 * "Overdue" is a flag of open tickets, cleared when they are closed (osTicket/osTicket, include/class.ticket.php,
 * `setStatus` calls `clearOverdue`): it is no verdict on finished ones, and feeds nothing.
 */
export const osticket: Preset = {
  id: 'osticket',
  name: 'osTicket',
  tables: [
    {
      what: 'queue export',
      kind: 'tickets',
      signature: ['Ticket Number', 'Date Created', 'Subject', 'Current Status', 'From'],
      share: 0.8,
      evidence: 'verified',
      zone: 'account',
      fields: {
        id: 'Ticket Number',
        created_at: 'Date Created',
        solved_at: 'Closed Date',
        updated_at: 'Last Updated',
        due_at: ['Due Date', 'SLA Due Date'],
        status: {
          from: ['Current Status'],
          values: {
            open: 'open',
            resolved: 'solved',
            closed: 'closed',
            archived: 'closed',
            deleted: 'deleted',
          },
        },
        priority: {
          from: ['Priority'],
          values: { low: 'low', normal: 'normal', high: 'high', emergency: 'urgent' },
        },
        channel: 'Source',
        type: 'Help Topic',
        requester: ['From Email', 'From'],
        assignee: ['Agent Assigned', 'Assigned To'],
        group: ['Department', 'Team Assigned'],
        subject: 'Subject',
        reopens: 'Reopen Count',
      },
    },
    {
      // Types of entries: message of the user, response of the staff, note of the staff (include/class.thread.php).
      what: 'entries of threads',
      kind: 'messages',
      signature: ['type', 'poster', 'staff_id', 'user_id', 'body', 'created'],
      evidence: 'third_party',
      zone: 'account',
      fields: {
        id: 'id',
        ticket_id: ['ticket_id', 'object_id', 'thread_id'],
        sent_at: 'created',
        author: 'poster',
        author_role: { from: ['type'], values: { m: 'customer', r: 'agent', n: 'agent' } },
        public: { from: ['type'], isShared: true, truths: ['m', 'r'], falsehoods: ['n'] },
        text: 'body',
      },
    },
  ],
};

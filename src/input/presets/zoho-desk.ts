import type { Preset } from './preset.ts';

const status = { open: 'open', 'on hold': 'on_hold', escalated: 'open', closed: 'closed' };
const channel = {
  email: 'email',
  phone: 'phone',
  web: 'web',
  chat: 'chat',
  forums: 'web',
  twitter: 'social',
  facebook: 'social',
  feedback: 'web',
};
const happiness = { good: 3, ok: 2, okay: 2, bad: 1 };

/** Zoho Desk has one end, closed; its stamp is taken for the solve. The header of its CSV has not been seen. */
export const zohoDesk: Preset = {
  id: 'zoho-desk',
  name: 'Zoho Desk',
  tables: [
    {
      what: 'API tickets',
      kind: 'tickets',
      streams: ['tickets'],
      signature: ['ticketNumber', 'createdTime', 'departmentId', 'status'],
      evidence: 'verified',
      unverified: ['modifiedTime', 'responseDueDate'],
      zone: 'UTC',
      dates: 'day_first',
      fields: {
        id: ['ticketNumber', 'id'],
        created_at: 'createdTime',
        solved_at: 'closedTime',
        updated_at: 'modifiedTime',
        due_at: ['dueDate', 'responseDueDate'],
        status: { from: ['status'], values: status },
        priority: 'priority',
        channel: { from: ['channel'], values: channel },
        type: ['category', 'classification'],
        requester: ['contactId', 'contact.id', 'email'],
        organization: ['accountId', 'account'],
        assignee: ['assigneeId', 'assignee.email'],
        group: ['teamId', 'departmentId'],
        subject: 'subject',
        description: 'description',
      },
    },
    {
      what: 'ticket export',
      kind: 'tickets',
      signature: ['Ticket Id', 'Subject', 'Status', 'Ticket Owner', 'Created Time'],
      share: 0.8,
      without: ['Resolved Time', 'Requester Name'],
      evidence: 'unverified',
      zone: 'account',
      fields: {
        id: ['Request Id', 'Ticket Id', 'Ticket ID'],
        created_at: 'Created Time',
        solved_at: ['Ticket Closed Time', 'Closed Time'],
        updated_at: 'Modified Time',
        due_at: 'Due Date',
        status: { from: ['Status'], values: status },
        priority: 'Priority',
        channel: { from: ['Channel', 'Mode'], values: channel },
        type: ['Category', 'Classifications', 'Classification'],
        requester: ['Email', 'Contact Name'],
        organization: 'Account Name',
        assignee: 'Ticket Owner',
        group: ['Team', 'Department'],
        subject: 'Subject',
        description: 'Description',
        csat: { from: ['Happiness Rating'], scale: 'faces', words: happiness },
      },
    },
  ],
};

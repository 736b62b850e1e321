import type { Preset } from './preset.ts';

const status = {
  unassigned: 'new',
  assigned: 'open',
  open: 'open',
  waiting: 'pending',
  snoozed: 'pending',
  resolved: 'solved',
  archived: 'closed',
  trashed: 'deleted',
  deleted: 'deleted',
  spam: 'spam',
};

/** Front's conversations carry no stamp of their end; messages and events do. Stamps are unix seconds with fractions. */
export const front: Preset = {
  id: 'front',
  name: 'Front',
  tables: [
    {
      what: 'API conversations',
      kind: 'tickets',
      streams: ['conversations'],
      signature: ['id', 'status', 'subject', 'created_at', 'is_private', 'waiting_since'],
      share: 0.8,
      evidence: 'verified',
      zone: 'UTC',
      fields: {
        id: 'id',
        created_at: 'created_at',
        updated_at: 'updated_at',
        status: { from: ['status'], values: status },
        type: 'type',
        tags: ['tags[].name', 'tags'],
        requester: ['recipient.handle', 'recipient'],
        assignee: ['assignee.id', 'assignee.email', 'assignee'],
        subject: 'subject',
      },
    },
    {
      what: 'API messages',
      kind: 'messages',
      streams: ['messages'],
      signature: ['is_inbound', 'created_at', 'body', 'type', 'author.id'],
      share: 0.8,
      evidence: 'third_party',
      zone: 'UTC',
      fields: {
        id: 'id',
        ticket_id: ['conversation_id', '_parent.id'],
        sent_at: 'created_at',
        author: ['author.id', 'author.email'],
        author_role: { from: ['is_inbound'], values: { true: 'customer', false: 'agent' } },
        text: ['text', 'body'],
      },
    },
  ],
};

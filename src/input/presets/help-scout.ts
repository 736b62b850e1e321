import type { Preset } from './preset.ts';

const status = { active: 'open', open: 'open', pending: 'pending', closed: 'closed', spam: 'spam' };
const ratings = { great: 3, okay: 2, 'not good': 1, '😀': 3, '😐': 2, '🙁': 1, '1': 3, '2': 2, '3': 1 };

/**
 * Help Scout has one end, closed; its stamp is taken for the solve. Ratings are great, okay and not good, in its API 1
 * to 3 with 1 the best. The header of its CSV has not been seen.
 */
export const helpScout: Preset = {
  id: 'help-scout',
  name: 'Help Scout',
  tables: [
    {
      what: 'API conversations',
      kind: 'tickets',
      streams: ['conversations'],
      signature: ['number', 'mailboxId', 'status', 'createdAt', 'subject'],
      evidence: 'verified',
      unverified: ['closedAt', 'userUpdatedAt', 'assignee.email', 'assignee.id'],
      zone: 'UTC',
      fields: {
        id: ['id', 'number'],
        created_at: 'createdAt',
        solved_at: 'closedAt',
        updated_at: 'userUpdatedAt',
        status: { from: ['status'], values: status },
        channel: { from: ['type'], values: { email: 'email', chat: 'chat', phone: 'phone' } },
        tags: ['tags[].tag', 'tags'],
        requester: ['primaryCustomer.id', 'primaryCustomer.email'],
        assignee: ['assignee.id', 'assignee.email'],
        group: 'mailboxId',
        subject: 'subject',
        description: 'preview',
        replies: 'repliesSent',
      },
    },
    {
      what: 'API threads',
      kind: 'messages',
      streams: ['threads'],
      signature: ['type', 'createdBy.type', 'createdAt', 'body'],
      evidence: 'third_party',
      zone: 'UTC',
      fields: {
        id: 'id',
        ticket_id: ['conversationId', '_parent.id'],
        sent_at: 'createdAt',
        author: ['createdBy.id', 'createdBy.email'],
        author_role: {
          from: ['createdBy.type'],
          values: { customer: 'customer', user: 'agent', team: 'agent' },
        },
        public: {
          from: ['type'],
          truths: ['message', 'customer', 'chat', 'phone', 'beaconchat'],
          falsehoods: ['note', 'lineitem', 'forwardparent', 'forwardchild'],
        },
        text: 'body',
      },
    },
    {
      what: 'ratings report',
      kind: 'surveys',
      streams: ['ratings', 'results'],
      byStream: true,
      signature: ['ratingId', 'ratingCreatedAt', 'number'],
      share: 0.6,
      evidence: 'unverified',
      zone: 'UTC',
      fields: {
        ticket_id: ['threadid', 'number', 'id'],
        customer: 'ratingCustomerId',
        score: { from: ['ratingId'], scale: 'faces', words: ratings },
        comment: 'ratingComments',
        answered_at: 'ratingCreatedAt',
        agent: 'ratingUserName',
      },
    },
  ],
};

import { type Sentence, sentence } from '../../model/sentence.ts';
import type { Preset, PresetTable } from './preset.ts';

const aggregate = (report: Sentence, first: string): PresetTable => ({
  what: String(report),
  kind: 'none',
  signature: [first, 'Avg first response time', 'Avg resolution time'],
  evidence: 'verified',
  reason: sentence('why.chatwoot_aggregates', { report }),
});

const status = { open: 'open', pending: 'pending', snoozed: 'pending', resolved: 'solved' };

/** Chatwoot's reports are aggregates, except CSAT. It has one end, resolved, of which conversations carry no stamp. */
export const chatwoot: Preset = {
  id: 'chatwoot',
  name: 'Chatwoot',
  tables: [
    aggregate(sentence('why.chatwoot_agents'), 'Agent name'),
    aggregate(sentence('why.chatwoot_inboxes'), 'Inbox name'),
    aggregate(sentence('why.chatwoot_teams'), 'Team name'),
    aggregate(sentence('why.chatwoot_labels'), 'Label'),
    {
      what: 'CSAT report',
      kind: 'surveys',
      signature: ['Agent Name', 'Rating', 'Feedback Comment', 'Link to the conversation', 'Recorded date'],
      share: 0.8,
      evidence: 'verified',
      zone: 'UTC',
      fields: {
        ticket_id: 'Link to the conversation',
        customer: ['Contact Email Address', 'Contact Name'],
        score: { from: ['Rating'], scale: '1-5' },
        comment: 'Feedback Comment',
        answered_at: 'Recorded date',
        agent: 'Agent Name',
      },
    },
    {
      what: 'API conversations',
      kind: 'tickets',
      streams: ['conversations', 'payload'],
      signature: ['inbox_id', 'status', 'created_at', 'waiting_since', 'first_reply_created_at'],
      share: 0.8,
      evidence: 'unverified',
      zone: 'UTC',
      fields: {
        id: ['display_id', 'id'],
        created_at: 'created_at',
        first_response_at: 'first_reply_created_at',
        updated_at: ['updated_at', 'last_activity_at'],
        status: { from: ['status'], values: status },
        priority: 'priority',
        channel: {
          from: ['meta.channel'],
          values: {
            'channel::webwidget': 'chat',
            'channel::email': 'email',
            'channel::api': 'api',
            'channel::whatsapp': 'messaging',
            'channel::facebookpage': 'social',
            'channel::telegram': 'messaging',
            'channel::sms': 'messaging',
            'channel::twiliosms': 'messaging',
            'channel::instagram': 'social',
            'channel::line': 'messaging',
          },
        },
        tags: 'labels',
        requester: ['meta.sender.id', 'meta.sender.email'],
        assignee: ['meta.assignee.email', 'meta.assignee.name', 'meta.assignee.id'],
        group: ['meta.team.name', 'inbox_id'],
      },
    },
    {
      what: 'API messages',
      kind: 'messages',
      streams: ['messages'],
      signature: ['message_type', 'private', 'content', 'created_at', 'conversation_id'],
      evidence: 'unverified',
      zone: 'UTC',
      fields: {
        id: 'id',
        ticket_id: 'conversation_id',
        sent_at: 'created_at',
        author: ['sender.id', 'sender_id'],
        author_role: {
          from: ['message_type'],
          values: {
            '0': 'customer',
            '1': 'agent',
            '2': 'system',
            '3': 'bot',
            incoming: 'customer',
            outgoing: 'agent',
            activity: 'system',
            template: 'bot',
          },
        },
        public: { from: ['private'], truths: ['false'], falsehoods: ['true'] },
        text: 'content',
      },
    },
  ],
};

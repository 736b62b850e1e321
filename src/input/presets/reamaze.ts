import type { Preset } from './preset.ts';

/** Re:amaze's API: a message names its conversation by its slug; `visibility` 0 is a reply, 1 an internal note. */
export const reamaze: Preset = {
  id: 'reamaze',
  name: 'Re:amaze',
  tables: [
    {
      what: 'API messages',
      kind: 'messages',
      streams: ['messages'],
      signature: ['body', 'created_at', 'visibility', 'conversation.slug'],
      evidence: 'third_party',
      unverified: ['user.customer?', 'user.email'],
      zone: 'UTC',
      fields: {
        ticket_id: 'conversation.slug',
        sent_at: 'created_at',
        author: ['user.email', 'user.name'],
        author_role: {
          from: ['user.customer?'],
          values: {
            true: 'customer',
            yes: 'customer',
            '1': 'customer',
            false: 'agent',
            no: 'agent',
            '0': 'agent',
          },
        },
        public: { from: ['visibility'], truths: ['0'], falsehoods: ['1'] },
        text: 'body',
      },
    },
  ],
};

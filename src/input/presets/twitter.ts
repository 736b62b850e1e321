import type { Preset } from './preset.ts';

/** Support on Twitter as published in research data: threads by reply ids, `inbound` says that a customer wrote. */
export const twitter: Preset = {
  id: 'twitter',
  name: 'Twitter support threads',
  tables: [
    {
      what: 'tweets',
      kind: 'messages',
      signature: ['tweet_id', 'author_id', 'inbound', 'created_at', 'in_response_to_tweet_id'],
      evidence: 'verified',
      fields: {
        id: 'tweet_id',
        reply_to: 'in_response_to_tweet_id',
        sent_at: 'created_at',
        author: 'author_id',
        author_role: { from: ['inbound'], values: { true: 'customer', false: 'agent' } },
        text: 'text',
      },
    },
  ],
};

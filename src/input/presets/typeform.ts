import type { Preset } from './preset.ts';

/** Typeform's CSV, from general knowledge only: questions are column names, the zone stands in the header. */
export const typeform: Preset = {
  id: 'typeform',
  name: 'Typeform',
  tables: [
    {
      what: 'response export',
      kind: 'surveys',
      signature: ['#', 'Submit Date (UTC)', 'Network ID'],
      evidence: 'unverified',
      zone: 'UTC',
      fields: {
        id: ['Token', '#'],
        ticket_id: ['ticket_id', 'ticket'],
        customer: ['email', 'customer_id'],
        answered_at: ['Submit Date (UTC)', 'Submitted At'],
      },
    },
  ],
};

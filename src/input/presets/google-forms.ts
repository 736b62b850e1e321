import { sentence } from '../../model/sentence.ts';
import type { Preset } from './preset.ts';

/** Google Forms, from general knowledge only: `Timestamp` first, then the questions; stamps in the sheet's zone. */
export const googleForms: Preset = {
  id: 'google-forms',
  name: 'Google Forms',
  tables: [
    {
      what: 'response sheet',
      kind: 'surveys',
      signature: ['Timestamp', 'Email Address'],
      without: ['Status', 'Priority', 'Ticket ID', 'Subject', 'Activity', 'Case ID'],
      evidence: 'unverified',
      dates: 'month_first',
      zone: 'account',
      fields: {
        customer: ['Email Address', 'Username'],
        answered_at: 'Timestamp',
      },
    },
    {
      what: 'API responses',
      kind: 'none',
      signature: ['responseId', 'lastSubmittedTime', 'createTime'],
      evidence: 'third_party',
      reason: sentence('why.google_forms_ids'),
    },
  ],
};

import type { Preset } from './preset.ts';

/**
 * SurveyMonkey writes the question as the column name and the answer option in a second header row, so the score is
 * found by the words of the question, not here.
 */
export const surveymonkey: Preset = {
  id: 'surveymonkey',
  name: 'SurveyMonkey',
  tables: [
    {
      what: 'response export',
      kind: 'surveys',
      signature: ['Respondent ID', 'Collector ID', 'Start Date', 'End Date'],
      evidence: 'third_party',
      dates: 'month_first',
      zone: 'account',
      fields: {
        id: 'Respondent ID',
        ticket_id: 'Custom Data 1',
        customer: ['Email Address', 'First Name'],
        answered_at: ['End Date', 'Start Date'],
      },
      unverified: ['Custom Data 1'],
    },
  ],
};

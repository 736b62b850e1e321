import { sentence } from '../../model/sentence.ts';
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
    {
      what: 'answers of API responses, with their words',
      kind: 'surveys',
      streams: ['answers'],
      byStream: true,
      signature: ['_parent.heading', 'simple_text'],
      evidence: 'third_party',
      zone: 'UTC',
      fields: {
        id: '_parent._parent._parent.id',
        ticket_id: [
          '_parent._parent._parent.custom_variables.ticket_id',
          '_parent._parent._parent.custom_variables.ticket',
          '_parent._parent._parent.custom_value',
        ],
        customer: ['_parent._parent._parent.email_address', '_parent._parent._parent.recipient_id'],
        score: 'simple_text',
        scale: '_parent.heading',
        comment: 'text',
        answered_at: ['_parent._parent._parent.date_modified', '_parent._parent._parent.date_created'],
      },
      unverified: ['_parent._parent._parent.custom_variables.ticket_id'],
    },
    {
      what: 'answers of API responses',
      kind: 'none',
      streams: ['answers'],
      byStream: true,
      signature: ['choice_id', '_parent._parent._parent.id'],
      without: ['simple_text'],
      evidence: 'third_party',
      reason: sentence('why.surveymonkey_ids'),
    },
    {
      what: 'API responses',
      kind: 'none',
      signature: ['survey_id', 'collector_id', 'response_status', 'date_modified'],
      evidence: 'third_party',
      reason: sentence('why.nested_answers'),
    },
  ],
};

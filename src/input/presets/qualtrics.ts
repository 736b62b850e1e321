import { sentence } from '../../model/sentence.ts';
import type { Preset } from './preset.ts';

const previews = ['survey preview', '1', '2', 'survey test', '4', 'umfragevorschau', 'spam', '8', '9'];

/**
 * Qualtrics writes three header rows (codes, question text, JSON with the zone); its old export two, with the names in
 * the second. Previews, tests and spam are no answers. Questions have codes, so the score is found by the words of the
 * question, not here.
 */
export const qualtrics: Preset = {
  id: 'qualtrics',
  name: 'Qualtrics',
  tables: [
    {
      what: 'response export',
      kind: 'surveys',
      signature: ['StartDate', 'EndDate', 'Status', 'Progress', 'Finished', 'RecordedDate', 'ResponseId'],
      share: 0.8,
      evidence: 'verified',
      zone: 'account',
      drop: { Status: previews },
      fields: {
        id: 'ResponseId',
        ticket_id: 'ExternalReference',
        customer: 'RecipientEmail',
        answered_at: ['RecordedDate', 'EndDate'],
        channel: 'DistributionChannel',
      },
    },
    {
      what: 'old response export',
      kind: 'surveys',
      signature: ['ResponseID', 'ResponseSet', 'ExternalDataReference', 'StartDate', 'EndDate', 'Finished'],
      namesInRow: 2,
      evidence: 'verified',
      zone: 'account',
      drop: { Status: previews },
      fields: {
        id: 'ResponseID',
        ticket_id: 'ExternalDataReference',
        customer: 'EmailAddress',
        answered_at: ['EndDate', 'StartDate'],
      },
    },
    {
      what: 'API responses',
      kind: 'surveys',
      signature: ['responseId', 'values.startDate', 'values.recordedDate', 'values.finished'],
      evidence: 'third_party',
      zone: 'UTC',
      drop: { 'values.status': previews },
      fields: {
        id: 'responseId',
        ticket_id: ['values.ticket_id', 'values.ticketId', 'values.TicketID', 'values.externalDataReference'],
        customer: ['values.recipientEmail'],
        answered_at: ['values.recordedDate', 'values.endDate'],
        channel: 'values.distributionChannel',
      },
    },
    {
      what: 'responses of a warehouse copy',
      kind: 'surveys',
      streams: ['survey_response'],
      signature: ['id', 'recorded_date', 'distribution_channel', 'survey_id', 'finished', 'progress'],
      evidence: 'verified',
      zone: 'UTC',
      drop: { status: previews },
      fields: {
        id: 'id',
        customer: 'recipient_email',
        answered_at: ['recorded_date', 'end_date'],
        channel: 'distribution_channel',
      },
    },
    {
      what: 'answers of a warehouse copy',
      kind: 'surveys',
      streams: ['question_response'],
      signature: ['question_id', 'response_id', 'value', 'question_option_key', 'text'],
      evidence: 'verified',
      zone: 'UTC',
      fields: {
        id: 'response_id',
        score: 'value',
        scale: 'question',
        comment: 'text',
      },
    },
    {
      what: 'invitations of a warehouse copy',
      kind: 'none',
      streams: ['distribution_contact'],
      signature: ['contact_id', 'distribution_id', 'sent_at', 'survey_link'],
      evidence: 'verified',
      reason: sentence('why.qualtrics_invitations'),
    },
  ],
};

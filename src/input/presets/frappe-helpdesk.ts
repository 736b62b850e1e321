import type { Preset, PresetField } from './preset.ts';

/** The statuses that come with it, and the categories under which a desk files its own (HD Ticket Status). */
const status = {
  open: 'open',
  replied: 'pending',
  paused: 'pending',
  resolved: 'solved',
  closed: 'closed',
};
const priority = { low: 'low', medium: 'normal', high: 'high', urgent: 'urgent' };

/** A rating field holds a share of five stars; nought is what a ticket without an answer has. */
const stars = {
  '0': Number.NaN,
  '0.0': Number.NaN,
  '0.2': 1,
  '0.4': 2,
  '0.6': 3,
  '0.8': 4,
  '1': 5,
  '1.0': 5,
};
const verdict = (from: string): PresetField => ({
  from: [from],
  truths: ['Fulfilled'],
  falsehoods: ['Failed'],
});

/**
 * Frappe Helpdesk, by the labels and names of its HD Ticket (frappe/helpdesk, doctype hd_ticket). First response and
 * resolution times are seconds of the agreement's working days and hours, the resolution less what was on hold
 * (hd_service_level_agreement.py, `calc_elapsed_time`). `resolution_date` is emptied when a ticket opens again, and stays
 * when a resolved one is closed.
 */
export const frappeHelpdesk: Preset = {
  id: 'frappe-helpdesk',
  name: 'Frappe Helpdesk',
  tables: [
    {
      what: 'ticket report',
      kind: 'tickets',
      signature: [
        'Raised By (Email)',
        'Opening Date',
        'Opening Time',
        'First Responded On',
        'Resolution Date',
        'SLA Status',
      ],
      share: 0.65,
      evidence: 'verified',
      unverified: ['Assigned To', 'Created On', 'Last Updated On'],
      zone: 'account',
      fields: {
        id: ['ID', 'Name'],
        created_at: ['Created On', 'SLA Creation', 'Opening Date'],
        first_response_at: 'First Responded On',
        solved_at: 'Resolution Date',
        updated_at: 'Last Updated On',
        due_at: 'Resolution By',
        status: { from: ['Status'], values: status },
        priority: { from: ['Priority'], values: priority },
        type: 'Ticket Type',
        requester: ['Raised By (Email)', 'Contact'],
        organization: 'Customer',
        assignee: 'Assigned To',
        group: 'Team',
        subject: 'Subject',
        description: 'Description',
        csat: { from: ['Rating'], scale: '1-5', words: stars },
        csat_comment: 'Feedback (Extra)',
        sla_recorded: verdict('SLA Status'),
        reported_first_response_time_business_seconds: { from: ['First Response Time'], unit: 's' },
        reported_resolution_time_business_seconds: { from: ['Resolution Time'], unit: 's' },
      },
    },
    {
      what: 'ticket records',
      kind: 'tickets',
      signature: [
        'name',
        'raised_by',
        'opening_date',
        'opening_time',
        'first_responded_on',
        'resolution_date',
        'agreement_status',
      ],
      share: 0.8,
      evidence: 'verified',
      zone: 'account',
      fields: {
        id: 'name',
        created_at: ['creation', 'service_level_agreement_creation', 'opening_date'],
        first_response_at: 'first_responded_on',
        solved_at: 'resolution_date',
        updated_at: 'modified',
        due_at: 'resolution_by',
        status: { from: ['status', 'status_category'], values: status },
        priority: { from: ['priority'], values: priority },
        type: 'ticket_type',
        requester: ['raised_by', 'contact'],
        organization: 'customer',
        group: 'agent_group',
        subject: 'subject',
        description: 'description',
        csat: { from: ['feedback_rating'], scale: '1-5', words: stars },
        csat_comment: 'feedback_extra',
        sla_recorded: verdict('agreement_status'),
        reported_first_response_time_business_seconds: { from: ['first_response_time'], unit: 's' },
        reported_resolution_time_business_seconds: { from: ['resolution_time'], unit: 's' },
      },
    },
  ],
};

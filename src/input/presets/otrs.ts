import type { Preset } from './preset.ts';

/** The states that come with it; "pending auto close+" and "-" are closed by the system when their time has come. */
const state = {
  new: 'new',
  open: 'open',
  'pending reminder': 'pending',
  'pending auto close+': 'pending',
  'pending auto close-': 'pending',
  'closed successful': 'closed',
  'closed unsuccessful': 'closed',
  'closed with workaround': 'closed',
  merged: 'merged',
  removed: 'deleted',
};
const priority = {
  '1 very low': 'low',
  '2 low': 'low',
  '3 normal': 'normal',
  '4 high': 'high',
  '5 very high': 'urgent',
};

/**
 * OTRS and its forks (Znuny, OTOBO), as the ticket search writes its CSV: the list `SearchCSVData` of the configuration and
 * the names in `%HeaderMap` (Kernel/Modules/AgentTicketSearch.pm). "… In Min" are minutes of the calendar's working time
 * (Kernel/System/Ticket.pm, `WorkingTime / 60`), "… Diff In Min" is what was left of a target, "Age" runs on after the
 * close. The one end is `Closed`; its stamp is taken for the solve.
 */
export const otrs: Preset = {
  id: 'otrs',
  name: 'OTRS, Znuny',
  tables: [
    {
      what: 'ticket search as CSV',
      kind: 'tickets',
      signature: ['Created', 'Closed', 'State', 'Queue', 'FirstResponse', 'FirstLock', 'SolutionDiffInMin'],
      share: 0.7,
      evidence: 'verified',
      thirdParty: ['TicketNumber', 'CustomerName', 'Type', 'Changed'],
      zone: 'account',
      fields: {
        id: ['Ticket Number', 'TicketNumber', 'Ticket#'],
        created_at: 'Created',
        first_response_at: 'FirstResponse',
        solved_at: 'Closed',
        updated_at: 'Changed',
        status: { from: ['State'], values: state },
        priority: { from: ['Priority'], values: priority },
        type: 'Type',
        requester: ['Customer Realname', 'CustomerName', 'From'],
        organization: 'CustomerID',
        assignee: 'Owner',
        group: 'Queue',
        subject: ['Subject', 'Title'],
        reported_first_response_time_business_seconds: { from: ['FirstResponseInMin'], unit: 'm' },
        reported_resolution_time_business_seconds: { from: ['SolutionInMin'], unit: 'm' },
      },
    },
  ],
};

import type { Preset } from './preset.ts';

/** Status reasons and statuses of a case, and their numbers (learn.microsoft.com, Case (Incident) table reference). */
const status = {
  active: 'open',
  'in progress': 'open',
  researching: 'open',
  'on hold': 'on_hold',
  'waiting for details': 'pending',
  resolved: 'solved',
  'problem solved': 'solved',
  'information provided': 'solved',
  canceled: 'closed',
  cancelled: 'closed',
  merged: 'merged',
};
const statusReasons = {
  ...status,
  '1': 'open',
  '2': 'on_hold',
  '3': 'pending',
  '4': 'open',
  '5': 'solved',
  '1000': 'solved',
  '6': 'closed',
  '2000': 'merged',
};

/**
 * Cases of Dynamics 365, as "Export to Excel" writes them, with the three hidden columns "(Do Not Modify) …" in front,
 * and as the table holds them. A case has no stamp of its resolution (that is a row of another table): `Modified On` is
 * none. "First Response By" and "Resolve By" are due dates, "First Response Sent" says whether, not when.
 */
export const dynamics: Preset = {
  id: 'dynamics',
  name: 'Dynamics 365 Customer Service',
  tables: [
    {
      what: 'case list (Export to Excel)',
      kind: 'tickets',
      signature: ['(Do Not Modify) Case', '(Do Not Modify) Modified On', 'Created On'],
      evidence: 'third_party',
      zone: 'account',
      fields: {
        id: ['Case Number', '(Do Not Modify) Case'],
        created_at: 'Created On',
        solved_at: ['Resolved On', 'Resolution Date'],
        updated_at: ['Modified On', '(Do Not Modify) Modified On'],
        due_at: 'Resolve By',
        status: { from: ['Status Reason', 'Status'], values: status },
        priority: 'Priority',
        channel: ['Origin', 'Channel'],
        type: 'Case Type',
        requester: ['Contact', 'Customer'],
        assignee: 'Owner',
        subject: 'Case Title',
        description: 'Description',
      },
      unverified: ['Resolved On', 'Resolution Date', 'Contact', 'Description'],
    },
    {
      what: 'case table',
      kind: 'tickets',
      signature: ['incidentid', 'ticketnumber', 'createdon', 'statecode', 'statuscode'],
      share: 0.8,
      evidence: 'third_party',
      zone: 'UTC',
      fields: {
        id: ['ticketnumber', 'incidentid'],
        created_at: 'createdon',
        updated_at: 'modifiedon',
        due_at: 'resolveby',
        status: { from: ['statuscode'], values: statusReasons },
        priority: { from: ['prioritycode'], values: { '1': 'high', '2': 'normal', '3': 'low' } },
        channel: { from: ['caseorigincode'], values: { '1': 'phone', '2': 'email', '3': 'web' } },
        type: 'casetypecode',
        requester: ['_customerid_value', 'customerid'],
        assignee: ['_ownerid_value', 'ownerid'],
        subject: 'title',
        description: 'description',
      },
    },
    {
      // `directioncode` is true for what went out (activity e-mail, table reference).
      what: 'e-mails of cases',
      kind: 'messages',
      streams: ['email', 'emails'],
      signature: ['activityid', 'regardingobjectid', 'directioncode', 'createdon', 'description'],
      share: 0.8,
      evidence: 'unverified',
      zone: 'UTC',
      fields: {
        id: 'activityid',
        ticket_id: ['_regardingobjectid_value', 'regardingobjectid'],
        sent_at: ['createdon', 'senton', 'actualend'],
        author: ['_sender_value', 'sender', 'emailsender'],
        author_role: {
          from: ['directioncode'],
          values: {
            true: 'agent',
            false: 'customer',
            1: 'agent',
            0: 'customer',
            outgoing: 'agent',
            incoming: 'customer',
          },
        },
        text: ['description', 'subject'],
      },
    },
  ],
};

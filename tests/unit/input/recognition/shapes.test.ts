import { describe, expect, it } from 'vitest';
import { recognise } from '../../../../src/input/recognition/index.ts';
import { noOverrides, sampleRows } from './sampler.ts';

/** Shapes of desks that no preset knows: header and invented rows → kind and columns, as a person would say. */
const shapes: readonly {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  readonly kind: string;
  readonly fields: Readonly<Record<string, string>>;
}[] = [
  {
    name: 'city-requests.csv',
    rows: [
      [
        'SR_NUMBER',
        'SR_TYPE',
        'OWNER_DEPARTMENT',
        'STATUS',
        'CREATED_DATE',
        'LAST_MODIFIED_DATE',
        'CLOSED_DATE',
        'CITY',
        'STATE',
        'ORIGIN',
      ],
      [
        'SR-1',
        'Graffiti',
        'Streets',
        'Completed',
        '03/20/2026 10:15:00 AM',
        '03/21/2026 01:15:00 PM',
        '03/21/2026 01:15:00 PM',
        'Springfield',
        'IL',
        'Phone Call',
      ],
      [
        'SR-2',
        'Pothole',
        'Roads',
        'Open',
        '03/21/2026 10:15:00 AM',
        '03/21/2026 10:15:00 AM',
        '',
        'Springfield',
        'IL',
        'Internet',
      ],
    ],
    kind: 'tickets',
    fields: {
      id: 'SR_NUMBER',
      type: 'SR_TYPE',
      group: 'OWNER_DEPARTMENT',
      status: 'STATUS',
      created_at: 'CREATED_DATE',
      updated_at: 'LAST_MODIFIED_DATE',
      solved_at: 'CLOSED_DATE',
      channel: 'ORIGIN',
    },
  },
  {
    name: 'enquiries.csv',
    rows: [
      [
        'case_enquiry_id',
        'open_dt',
        'sla_target_dt',
        'closed_dt',
        'on_time',
        'case_status',
        'queue',
        'source',
      ],
      [
        '900001',
        '2026-01-01 00:36:24',
        '2026-01-04 08:30:00',
        '2026-01-01 02:36:24',
        'ONTIME',
        'Closed',
        'Parking',
        'App',
      ],
      [
        '900002',
        '2026-01-01 01:36:24',
        '2026-01-04 08:30:00',
        '',
        'OVERDUE',
        'Open',
        'Noise',
        'Constituent Call',
      ],
    ],
    kind: 'tickets',
    fields: {
      id: 'case_enquiry_id',
      created_at: 'open_dt',
      due_at: 'sla_target_dt',
      solved_at: 'closed_dt',
      sla_recorded: 'on_time',
      status: 'case_status',
      group: 'queue',
      channel: 'source',
    },
  },
  {
    name: 'support_dataset.csv',
    rows: [
      [
        'Ticket ID',
        'Customer Email',
        'Product Purchased',
        'Date of Purchase',
        'Ticket Subject',
        'Ticket Status',
        'Resolution',
        'Ticket Priority',
        'First Response Time',
        'Time to Resolution',
        'Customer Satisfaction Rating',
      ],
      [
        '1',
        'a@example.org',
        'Camera',
        '2025-03-22',
        'Set-up',
        'Pending Customer Response',
        '',
        'Critical',
        '2026-06-01 12:15:36',
        '',
        '',
      ],
      [
        '2',
        'b@example.org',
        'TV',
        '2025-05-22',
        'Refund',
        'Closed',
        'Money sent back',
        'Low',
        '2026-06-01 16:45:38',
        '2026-06-02 18:05:38',
        '3',
      ],
    ],
    kind: 'tickets',
    fields: {
      id: 'Ticket ID',
      requester: 'Customer Email',
      subject: 'Ticket Subject',
      status: 'Ticket Status',
      priority: 'Ticket Priority',
      first_response_at: 'First Response Time',
      solved_at: 'Time to Resolution',
      csat: 'Customer Satisfaction Rating',
    },
  },
  {
    name: 'updates.csv',
    rows: [
      ['number', 'incident_state', 'opened_at', 'sys_updated_by', 'sys_updated_at', 'priority', 'closed_at'],
      ['INC1', 'New', '29/2/2026 01:16', 'Updated by 1', '29/2/2026 01:23', '3 - Moderate', '?'],
      [
        'INC1',
        'Awaiting User Info',
        '28/2/2026 01:16',
        'Updated by 2',
        '28/2/2026 02:23',
        '3 - Moderate',
        '?',
      ],
      ['INC1', 'Resolved', '28/2/2026 01:16', 'Updated by 2', '28/2/2026 03:23', '3 - Moderate', '?'],
      ['INC2', 'New', '28/2/2026 05:16', 'Updated by 1', '28/2/2026 05:23', '2 - High', '?'],
      ['INC2', 'Active', '28/2/2026 05:16', 'Updated by 3', '28/2/2026 06:23', '2 - High', '?'],
    ],
    kind: 'events',
    fields: {
      ticket_id: 'number',
      status: 'incident_state',
      at: 'sys_updated_at',
      actor: 'sys_updated_by',
      priority: 'priority',
    },
  },
  {
    name: 'complaints.csv',
    rows: [
      [
        'Date received',
        'Product',
        'Issue',
        'Consumer complaint narrative',
        'Company',
        'State',
        'Submitted via',
        'Timely response?',
        'Complaint ID',
      ],
      [
        '03/12/26',
        'Mortgage',
        'Loan servicing',
        'I was charged twice for it',
        'Bank A',
        'TX',
        'Web',
        'Yes',
        '7001',
      ],
      ['03/21/26', 'Card', 'Wrong information', '', 'Bank B', 'NY', 'Phone', 'No', '7002'],
    ],
    kind: 'tickets',
    fields: {
      id: 'Complaint ID',
      created_at: 'Date received',
      type: 'Product',
      subject: 'Issue',
      description: 'Consumer complaint narrative',
      organization: 'Company',
      channel: 'Submitted via',
      sla_recorded: 'Timely response?',
    },
  },
  {
    name: 'sla-columns.csv',
    rows: [
      [
        'Status',
        'Ticket ID',
        'Agent Name',
        'Created time',
        'Expected SLA to resolve',
        'First response time',
        'Resolution time',
        'SLA For Resolution',
        'Close time',
        'Agent interactions',
      ],
      [
        'In progress',
        '1',
        'Ann',
        '2026-01-02 00:12',
        '2026-01-04 04:12',
        '2026-01-02 03:00',
        '',
        '',
        '',
        '5',
      ],
      [
        'Closed',
        '2',
        'Tom',
        '2026-01-03 00:12',
        '2026-01-04 04:12',
        '2026-01-03 03:00',
        '2026-01-04 06:00',
        'SLA Violated',
        '2026-01-05 06:00',
        '2',
      ],
    ],
    kind: 'tickets',
    fields: {
      id: 'Ticket ID',
      status: 'Status',
      assignee: 'Agent Name',
      created_at: 'Created time',
      due_at: 'Expected SLA to resolve',
      first_response_at: 'First response time',
      solved_at: 'Resolution time',
      sla_recorded: 'SLA For Resolution',
      closed_at: 'Close time',
      replies: 'Agent interactions',
    },
  },
  {
    name: 'inbox.csv',
    rows: [
      ['date', 'message'],
      ['2026-01-01', 'my parcel never arrived and nobody answers'],
      ['2026-01-02', 'the app crashes when I open the second page'],
    ],
    kind: 'tickets',
    fields: { created_at: 'date', description: 'message' },
  },
  {
    name: 'answers.csv',
    rows: [
      ['Date', 'Customer', 'How likely are you to recommend us?', 'Why?'],
      ['2026-01-01', 'a@example.org', '9', 'because they listened to me'],
      ['2026-01-02', 'b@example.org', '3', 'took three weeks'],
    ],
    kind: 'surveys',
    fields: {
      answered_at: 'Date',
      customer: 'Customer',
      score: 'How likely are you to recommend us?',
      comment: 'Why?',
    },
  },
];

it.each(shapes.map((shape) => [shape.name, shape] as const))('%s', (_name, { name, rows, kind, fields }) => {
  const [mapping] = recognise(sampleRows(rows, name), noOverrides);
  expect(mapping.kind).toBe(kind);
  expect(
    Object.fromEntries(Object.entries(mapping.fields).map(([field, one]) => [field, one?.source])),
  ).toEqual(fields);
});

describe('a list in which a ticket comes twice is a list still', () => {
  const kindOf = (rows: readonly (readonly string[])[]): string =>
    recognise(sampleRows(rows, 'export.csv'), noOverrides)[0].kind;

  it('with the date of creation as its only time', () => {
    expect(
      kindOf([
        ['Ticket ID', 'Status', 'Created at', 'Group'],
        ['T-1', 'solved', '2026-11-02T09:00:00Z', 'Billing'],
        ['T-2', 'open', '2026-11-02T10:00:00Z', 'Billing'],
        ['T-3', 'open', '2026-11-02T11:00:00Z', 'Tech'],
        ['T-3', 'solved', '2026-11-02T11:30:00Z', 'Tech'],
      ]),
    ).toBe('tickets');
  });

  it('with the stamps of whole tickets in a row', () => {
    const header = ['Ticket ID', 'Status', 'Created at', 'Updated at', 'Solved at'];
    const week = (at: string): string[][] =>
      ['1', '2', '3', '4'].map((id) => [
        id,
        'solved',
        `2026-11-02T0${id}:00:00Z`,
        at + id,
        `2026-11-03T0${id}:00:00Z`,
      ]);
    // One row twice; then two weekly exports, one put after the other.
    expect(kindOf([header, ...week('2026-11-03 09:00:0'), week('2026-11-04 09:00:0')[0]])).toBe('tickets');
    expect(kindOf([header, ...week('2026-11-03 09:00:0'), ...week('2026-11-04 09:00:0')])).toBe('tickets');
  });

  it('with changes of the last update alone', () => {
    expect(
      kindOf([
        ['Ticket ID', 'Status', 'Updated at', 'Created at'],
        ['1', 'solved', '2026-11-03T09:00:00Z', '2026-11-02T09:00:00Z'],
        ['2', 'open', '2026-11-03T10:00:00Z', '2026-11-02T10:00:00Z'],
        ['3', 'open', '2026-11-03T11:00:00Z', '2026-11-02T11:00:00Z'],
        ['3', 'solved', '2026-11-03T12:00:00Z', '2026-11-02T11:00:00Z'],
      ]),
    ).toBe('tickets');
  });

  it('with one row too many under a bare date', () => {
    expect(
      kindOf([
        ['Case Number', 'Status', 'Date', 'Subject', 'Priority'],
        ['1', 'Closed', '2026-11-02T09:00:00Z', 'a printer jam', 'High'],
        ['2', 'Open', '2026-11-02T10:00:00Z', 'refund please', 'Low'],
        ['3', 'Open', '2026-11-02T11:00:00Z', 'login broken', 'Low'],
        ['3', 'Open', '2026-11-02T11:30:00Z', 'login broken', 'Low'],
      ]),
    ).toBe('tickets');
  });

  it('with who wrote it and a text, which messages have too', () => {
    const header = ['Ticket ID', 'Created at', 'Created by', 'Description', 'Status'];
    const list = [
      ['1', '2026-11-02T09:00:00Z', 'ann@example.org', 'The printer is jammed again today', 'solved'],
      ['2', '2026-11-02T10:00:00Z', 'bob@example.org', 'I want my money back, please', 'open'],
      ['3', '2026-11-02T11:00:00Z', 'cy@example.org', 'Cannot log in to my account since noon', 'open'],
    ];
    expect(kindOf([header, ...list])).toBe('tickets');
    const edited = [
      '3',
      '2026-11-02T11:00:00Z',
      'cy@example.org',
      'Cannot log in since noon (edited)',
      'solved',
    ];
    expect(kindOf([header, ...list, edited])).toBe('tickets');
  });

  it('while activities make a log of a few rows', () => {
    expect(
      kindOf([
        ['Case ID', 'Activity', 'Timestamp'],
        ['1', 'Create ticket', '2026-11-02T09:00:00Z'],
        ['2', 'Create ticket', '2026-11-02T10:00:00Z'],
        ['3', 'Create ticket', '2026-11-02T11:00:00Z'],
        ['3', 'Resolve ticket', '2026-11-02T12:00:00Z'],
      ]),
    ).toBe('events');
  });
});

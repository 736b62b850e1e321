import { describe, expect, it } from 'vitest';
import { checkPins, guesses, recognise } from '../../../../src/input/recognition/index.ts';
import type { RecognitionOverrides, TableMapping } from '../../../../src/model/mapping.ts';
import { DeskstatError } from '../../../../src/model/problem.ts';
import { noOverrides, sampleRows } from './sampler.ts';

type Rows = readonly (readonly string[])[];

function mappingOf(
  rows: Rows,
  overrides: Partial<RecognitionOverrides> = {},
  path = 'list.csv',
): TableMapping {
  return recognise(sampleRows(rows, path), { ...noOverrides, ...overrides })[0];
}
const columnsOf = (mapping: TableMapping): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(mapping.fields).map(([field, one]) => [field, one?.source]));
const codesOf = (mapping: TableMapping): string[] => mapping.problems.map(({ code }) => code);

function tickets(header: readonly string[], rows: Rows): Rows {
  return [
    ['Ticket ID', 'Status', 'Priority', ...header],
    ...rows.map((row, index) => [`T-${index}`, 'Open', 'High', ...row]),
  ];
}

describe('stamps', () => {
  const orderOf = (mapping: TableMapping) => {
    const reading = mapping.fields.created_at?.reading;
    return reading?.type === 'instant' ? [reading.format, reading.ambiguous ?? false] : null;
  };

  it('a day over 12 anywhere decides the whole column', () => {
    const rows = ['03/04/2026', '05/04/2026', '25/04/2026'].map((day) => [day]);
    expect(orderOf(mappingOf(tickets(['Created'], rows)))).toEqual(['day_first', false]);
    const american = ['04/03/2026', '04/05/2026', '04/25/2026'].map((day) => [day]);
    expect(orderOf(mappingOf(tickets(['Created'], american)))).toEqual(['month_first', false]);
  });

  it('one file has one order: a decided column decides the others', () => {
    const rows = [
      ['03/04/2026', '04/04/2026'],
      ['05/04/2026', '26/04/2026'],
    ];
    const mapping = mappingOf(tickets(['Created', 'Resolved'], rows));
    expect(orderOf(mapping)).toEqual(['day_first', false]);
    expect(codesOf(mapping)).not.toContain('date_order_guessed');
  });

  it('else the reading under which things end after they begin', () => {
    // Month first: solved on 2 and 3 April, a day or two later. Day first: on 4 February and 4 March, before they were created.
    const rows = [
      ['04/01/2026 10:00', '04/02/2026 09:00'],
      ['04/02/2026 10:00', '04/03/2026 09:00'],
      ['05/04/2026 10:00', '05/05/2026 09:00'],
    ];
    const mapping = mappingOf(tickets(['Created', 'Resolved'], rows));
    expect(orderOf(mapping)?.[0]).toBe('month_first');
    expect(codesOf(mapping)).toContain('date_order_guessed');
  });

  it('else month first with a 12-hour clock and day first without, said as a choice', () => {
    expect(
      orderOf(mappingOf(tickets(['Created'], [['05/01/2026 3:00 PM'], ['05/01/2026 4:00 PM']]))),
    ).toEqual(['month_first', true]);
    const mapping = mappingOf(tickets(['Created'], [['05/01/2026 15:00'], ['05/01/2026 16:00']]));
    expect(orderOf(mapping)).toEqual(['day_first', true]);
    expect(mapping.problems.find(({ code }) => code === 'date_order_guessed')?.args).toMatchObject({
      order: 'day_first',
      decided_by: 'default',
    });
  });

  it('dates with dots are day first', () => {
    expect(
      orderOf(mappingOf(tickets(['Erstellt am'], [['05.01.2026 15:00'], ['06.01.2026 16:00']]))),
    ).toEqual(['day_first', false]);
  });

  it('--date-order wins over what was only guessed', () => {
    const rows = tickets(['Created'], [['05/01/2026 15:00'], ['05/01/2026 16:00']]);
    const mapping = mappingOf(rows, { dateOrder: 'month_first' });
    expect(orderOf(mapping)).toEqual(['month_first', false]);
    expect(codesOf(mapping)).not.toContain('date_order_guessed');
  });

  it('notices days and months swapped by a spreadsheet: text beside dates', () => {
    // A day-first list of February opened with month first: 03/02 became 2026-03-02, 25/02 stayed text.
    const rows = [];
    for (let day = 1; day <= 12; day++) rows.push([`2026-${String(day).padStart(2, '0')}-02 09:00:00`]);
    for (let day = 13; day <= 27; day++) rows.push([`${day}/02/2026 09:00`]);
    expect(codesOf(mappingOf(tickets(['Created'], rows)))).toContain('dates_swapped');
  });

  it('notices days and months swapped by a spreadsheet: one shape', () => {
    const rows = [];
    for (let day = 1; day <= 12; day++) rows.push([`2026-${String(day).padStart(2, '0')}-02 09:00:00`]);
    for (let day = 13; day <= 27; day++) rows.push([`2026-02-${day} 09:00:00`]);
    expect(codesOf(mappingOf(tickets(['Created'], rows)))).toContain('dates_swapped');
  });

  it('finds no swap in a year of honest dates', () => {
    const rows = [];
    for (let n = 0; n < 300; n++) rows.push([new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10)]);
    expect(codesOf(mappingOf(tickets(['Created'], rows)))).not.toContain('dates_swapped');
    const month = rows.slice(31, 59);
    expect(codesOf(mappingOf(tickets(['Created'], month)))).not.toContain('dates_swapped');
  });

  it('missing marks are no dates', () => {
    const mapping = mappingOf(
      tickets(
        ['Opened', 'Closed'],
        [
          ['2026-01-01 10:00', '1900-01-01 00:00:00'],
          ['2026-01-02 10:00', '-'],
          ['2026-01-03 10:00', '2026-01-03 11:00'],
        ],
      ),
    );
    expect(columnsOf(mapping)).toMatchObject({ created_at: 'Opened', solved_at: 'Closed' });
  });

  it('spreadsheet serials and epochs count as stamps where the header says so', () => {
    expect(orderOf(mappingOf(tickets(['Created'], [['46023.5'], ['46024.25']])))).toEqual([
      'excel_serial',
      false,
    ]);
    expect(orderOf(mappingOf(tickets(['created_at'], [['1767225600'], ['1767225700.25']])))).toEqual([
      'epoch_s',
      false,
    ]);
    expect(orderOf(mappingOf(tickets(['created_at'], [['1767225600000'], ['1767225700000']])))).toEqual([
      'epoch_ms',
      false,
    ]);
  });
});

describe('numbers that look like stamps', () => {
  // As serials of a spreadsheet these ids would be days from 2009 to 2042; as epochs, seconds of 2023 and milliseconds of 2017.
  it.each([
    ['five digits', 40117, 2999],
    ['ten digits', 1700000001, 11],
    ['thirteen digits', 1500000589722, 7],
  ])('ids of %s stay ids', (_name, first, step) => {
    const header = ['Ticket ID', 'Requester number', 'Created', 'Status', 'Subject'];
    const rows = [0, 1, 2, 3, 4].map((i) => [
      String(first + i * step),
      String(first + i),
      `2026-01-0${i + 1}T10:00:00Z`,
      i % 2 ? 'Open' : 'Solved',
      `Printer ${i} is on fire`,
    ]);
    const mapping = mappingOf([header, ...rows]);
    expect(columnsOf(mapping)).toMatchObject({ id: 'Ticket ID', created_at: 'Created', status: 'Status' });
    expect(mapping.zone).toEqual({ id: 'UTC', origin: 'stamps' });
    expect(codesOf(mapping)).not.toContain('zone_guessed');
  });

  it('five digits under a header that nobody knows are no creation date', () => {
    const rows = [
      ['Ticket ID', 'Machine', 'Status', 'Priority'],
      ['A-1', '40117', 'Open', 'High'],
      ['A-2', '52116', 'Closed', 'Low'],
      ['A-3', '41007', 'Closed', 'Low'],
    ];
    expect(columnsOf(mappingOf(rows))).not.toHaveProperty('created_at');
  });
});

describe('a preset that fits in part', () => {
  const row = (i: number): string[] => [
    String(i),
    `2026-01-0${i}T10:00:00Z`,
    `2026-01-0${i}T11:00:00Z`,
    `2026-01-0${i}T12:00:00Z`,
    'closed',
    'low',
    'web',
    `a${i}@example.com`,
    'Ann',
    'Billing',
    `Refund ${i}`,
    'Where is my refund for the order of last week?',
    'offered',
  ];
  const names =
    'id,created_at,first_reply_at,solved_at,status,priority,via,requester_email,assignee,group,subject,description,satisfaction_score';

  it('loses nothing that headers alone would tell', () => {
    const mapping = mappingOf([names.split(','), row(1), row(2), row(3)]);
    expect(mapping.preset).toBe('zendesk');
    expect(columnsOf(mapping)).toEqual({
      id: 'id',
      created_at: 'created_at',
      first_response_at: 'first_reply_at',
      solved_at: 'solved_at',
      status: 'status',
      priority: 'priority',
      channel: 'via',
      requester: 'requester_email',
      assignee: 'assignee',
      group: 'group',
      subject: 'subject',
      description: 'description',
      csat: 'satisfaction_score',
    });
    expect(mapping.fields.status?.confidence).toBe(1);
    expect(mapping.fields.created_at?.confidence).toBe(0.9);
    expect(mapping.zone.origin).toBe('stamps');
  });

  it('takes a close stamp beside the solve that the preset names', () => {
    const header =
      'Id,Requester,Assignee,Group,Subject,Created at,Status,Priority,Via,Solved at,Closed at'.split(',');
    const cells = [
      '1',
      'Bo',
      'Ann',
      'Billing',
      'Refund',
      '2026-01-01 10:00',
      'Closed',
      'Low',
      'Web',
      '2026-01-01 12:00',
      '2026-01-05 12:00',
    ];
    const mapping = mappingOf([header, cells, ['2', ...cells.slice(1)]]);
    expect(mapping.preset).toBe('zendesk');
    expect(columnsOf(mapping)).toMatchObject({ solved_at: 'Solved at', closed_at: 'Closed at' });
    expect(mapping.fields.closed_at?.confidence).toBe(0.9);
  });
});

describe('zones', () => {
  const local = tickets(['Created at (America/Vancouver)'], [['2026-01-01 10:00'], ['2026-01-02 10:00']]);
  const plain = tickets(['Created at'], [['2026-01-01 10:00'], ['2026-01-02 10:00']]);
  const zoned = tickets(['Created at'], [['2026-01-01T10:00:00+02:00'], ['2026-01-02T10:00:00Z']]);

  it.each([
    ['stamps that carry their own', zoned, {}, { id: 'UTC', origin: 'stamps' }],
    ['the header', local, {}, { id: 'America/Vancouver', origin: 'header' }],
    [
      '--source-tz before the header',
      local,
      { zones: { all: 'Asia/Dhaka', byFile: new Map() } },
      { id: 'Asia/Dhaka', origin: 'flag' },
    ],
    [
      '--source-tz of this file before the one for all',
      plain,
      { zones: { all: 'Asia/Dhaka', byFile: new Map([['list.csv', 'Europe/Paris']]) } },
      { id: 'Europe/Paris', origin: 'flag' },
    ],
    [
      'the report’s zone',
      plain,
      { reportZone: 'Europe/Paris' },
      { id: 'Europe/Paris', origin: 'report_zone' },
    ],
    ['UTC', plain, {}, { id: 'UTC', origin: 'default' }],
  ])('%s', (_name, rows, overrides, zone) => {
    expect(mappingOf(rows, overrides).zone).toEqual(zone);
  });

  it('says which zone it took for stamps without one', () => {
    expect(codesOf(mappingOf(plain))).toContain('zone_guessed');
    expect(codesOf(mappingOf(zoned))).not.toContain('zone_guessed');
    expect(codesOf(mappingOf(local))).not.toContain('zone_guessed');
  });

  it('a zone nobody knows is a mistake of the caller', () => {
    expect(() => mappingOf(plain, { zones: { all: 'Mars/Olympus', byFile: new Map() } })).toThrow(
      DeskstatError,
    );
  });
});

describe('measured times', () => {
  const rows = [
    ['2026-01-01 10:00', '2026-01-03 12:00', '50'],
    ['2026-01-02 10:00', '2026-01-02 13:30', '3.5'],
    ['2026-01-05 10:00', '2026-01-06 10:00', '24'],
    ['2026-01-05 11:00', '', ''],
  ];

  it('without unit are tested against the stamps', () => {
    const mapping = mappingOf(tickets(['Created', 'Resolved', 'Resolution time'], rows));
    expect(mapping.fields.reported_resolution_time_seconds?.reading).toEqual({ type: 'duration', unit: 'h' });
    expect(codesOf(mapping)).toContain('duration_unit_guessed');
  });

  it('in minutes likewise', () => {
    const minutes = rows.map(([created, solved, hours]) => [
      created,
      solved,
      hours === '' ? '' : String(Number(hours) * 60),
    ]);
    const mapping = mappingOf(tickets(['Created', 'Resolved', 'Resolution time'], minutes));
    expect(mapping.fields.reported_resolution_time_seconds?.reading).toEqual({ type: 'duration', unit: 'm' });
  });

  it('that match no unit are left out, and the flag is named that settles it', () => {
    const odd = rows.map(([created, solved], row) => [created, solved, String(7 * (row + 1))]);
    const table = tickets(['Created', 'Resolved', 'Resolution time'], odd);
    const mapping = mappingOf(table);
    expect(mapping.fields.reported_resolution_time_seconds).toBeUndefined();
    expect(codesOf(mapping)).toContain('duration_unit_unknown');
    const settled = mappingOf(table, {
      values: new Map([['reported_resolution_time_seconds', new Map([['unit', 'h']])]]),
    });
    expect(settled.fields.reported_resolution_time_seconds?.reading).toEqual({ type: 'duration', unit: 'h' });
  });

  it('take unit and clock from the header', () => {
    const mapping = mappingOf(
      tickets(
        ['Created', 'First reply time in minutes', 'First reply time in minutes within business hours'],
        [
          ['2026-01-01 10:00', '30', '20'],
          ['2026-01-02 10:00', '40', '20'],
        ],
      ),
    );
    expect(mapping.fields.reported_first_response_time_seconds).toMatchObject({
      source: 'First reply time in minutes',
      reading: { unit: 'm' },
    });
    expect(mapping.fields.reported_first_response_time_business_seconds).toMatchObject({
      source: 'First reply time in minutes within business hours',
      reading: { unit: 'm' },
    });
  });

  it('may name their unit in the cells', () => {
    const mapping = mappingOf(
      tickets(
        ['Created', 'Resolution time'],
        [
          ['2026-01-01 10:00', '2h 5m'],
          ['2026-01-02 10:00', '1 day 3:04'],
        ],
      ),
    );
    expect(mapping.fields.reported_resolution_time_seconds?.reading).toEqual({
      type: 'duration',
      unit: null,
    });
    expect(codesOf(mapping)).not.toContain('duration_unit_unknown');
  });

  it('a first response column of stamps is a stamp, of numbers a time', () => {
    const stamp = mappingOf(
      tickets(
        ['Created', 'First response'],
        [
          ['2026-01-01 10:00', '2026-01-01 11:00'],
          ['2026-01-02 10:00', ''],
        ],
      ),
    );
    expect(columnsOf(stamp)).toMatchObject({ first_response_at: 'First response' });
    const time = mappingOf(
      tickets(
        ['Created', 'First response (minutes)'],
        [
          ['2026-01-01 10:00', '60'],
          ['2026-01-02 10:00', ''],
        ],
      ),
    );
    expect(columnsOf(time)).toMatchObject({
      reported_first_response_time_seconds: 'First response (minutes)',
    });
  });
});

describe('tickets', () => {
  it('with one end stamp: it is the solve, whatever it is called', () => {
    const rows = [
      ['2026-01-01', '2026-01-02'],
      ['2026-01-03', ''],
    ];
    expect(columnsOf(mappingOf(tickets(['Created', 'Closed Date'], rows)))).toMatchObject({
      solved_at: 'Closed Date',
    });
    const both = rows.map(([created, closed]) => [created, closed, closed]);
    expect(columnsOf(mappingOf(tickets(['Created', 'Resolved', 'Closed'], both)))).toMatchObject({
      solved_at: 'Resolved',
      closed_at: 'Closed',
    });
  });

  it('two columns that could each be the creation ask for --map', () => {
    const rows = tickets(
      ['Created', 'Opened'],
      [
        ['2026-01-01', '2026-01-02'],
        ['2026-01-03', '2026-01-03'],
      ],
    );
    const mapping = mappingOf(rows);
    const problem = mapping.problems.find(({ code }) => code === 'field_ambiguous');
    expect(problem).toMatchObject({
      severity: 'error',
      args: { field: 'created_at', candidates: ['"Created"', '"Opened"'] },
    });
    expect(problem?.args.try).toContain("--map created_at='Opened'");
    const settled = mappingOf(rows, { columns: new Map([['created_at', 'opened']]) });
    expect(settled.fields.created_at).toMatchObject({ source: 'Opened', confidence: 1 });
    expect(codesOf(settled)).not.toContain('field_ambiguous');
  });

  it('two columns with the same stamps are no question', () => {
    const rows = tickets(
      ['Created', 'Opened'],
      [
        ['2026-01-01', '2026-01-01'],
        ['2026-01-03', '2026-01-03'],
      ],
    );
    expect(codesOf(mappingOf(rows))).not.toContain('field_ambiguous');
  });

  it('without a creation stamp say so, naming what was looked for and found', () => {
    const mapping = mappingOf(tickets(['Summary'], [['a'], ['b']]));
    expect(mapping.problems).toContainEqual(
      expect.objectContaining({
        code: 'no_created_at',
        severity: 'error',
        args: expect.objectContaining({ found: ['Ticket ID', 'Status', 'Priority', 'Summary'] }),
      }),
    );
  });

  it('report a status that nobody knows, and --value settles it', () => {
    const rows: Rows = [
      ['Ticket ID', 'Created', 'Status'],
      ['1', '2026-01-01', 'OpenPending'],
      ['2', '2026-01-02', 'Open'],
    ];
    const problem = mappingOf(rows).problems.find(({ code }) => code === 'statuses_unknown');
    expect(problem).toMatchObject({ severity: 'warning', count: 1, args: { values: ['"OpenPending"'] } });
    const settled = mappingOf(rows, { values: new Map([['status', new Map([['openpending', 'pending']])]]) });
    expect(codesOf(settled)).not.toContain('statuses_unknown');
    const reading = settled.fields.status?.reading;
    expect(reading?.type === 'category' && reading.values?.get('openpending')).toBe('pending');
  });

  it('a ticket list stays one beside customer and agent columns', () => {
    const mapping = mappingOf([
      ['Customer ID', 'Customer Name', 'Agent', 'Ticket', 'Opened', 'State', 'CSAT'],
      ['c1', 'Ann', 'Tom', '1', '2026-01-01 10:00', 'Closed', '5'],
      ['c2', 'Bob', 'Tom', '2', '2026-01-02 10:00', 'Open', ''],
    ]);
    expect(mapping.kind).toBe('tickets');
    expect(columnsOf(mapping)).toMatchObject({
      id: 'Ticket',
      created_at: 'Opened',
      status: 'State',
      csat: 'CSAT',
      assignee: 'Agent',
    });
  });

  it('columns that copying tools add are nobody’s creation date', () => {
    const mapping = mappingOf(
      [
        ['_fivetran_synced', 'ticket_id', 'tag'],
        ['2026-01-01 10:00', '1', 'a'],
        ['2026-01-01 10:00', '2', 'b'],
      ],
      {},
      'ticket_tag.csv',
    );
    expect(mapping.kind).toBe('none');
    expect(mapping.reason?.code).toBe('why.nothing_found');
  });
});

describe('other kinds', () => {
  it('surveys', () => {
    const mapping = mappingOf(
      [
        ['Ticket ID', 'Rating', 'Comment', 'Submitted at', 'Customer email'],
        ['1', '5', 'great', '2026-01-01 10:00', 'a@example.org'],
        ['2', '2', '', '2026-01-02 10:00', 'b@example.org'],
        ['3', '4', 'ok', '2026-01-03 10:00', 'c@example.org'],
      ],
      {},
      'csat.csv',
    );
    expect(mapping.kind).toBe('surveys');
    expect(columnsOf(mapping)).toEqual({
      ticket_id: 'Ticket ID',
      score: 'Rating',
      comment: 'Comment',
      answered_at: 'Submitted at',
      customer: 'Customer email',
    });
  });

  it('messages', () => {
    const mapping = mappingOf([
      ['ticket_id', 'sent_at', 'author_role', 'text'],
      ['1', '2026-01-01 10:00', 'customer', 'It does not work at all'],
      ['1', '2026-01-01 10:05', 'agent', 'Which version do you have?'],
      ['2', '2026-01-01 11:00', 'customer', 'Where is my invoice?'],
    ]);
    expect(mapping.kind).toBe('messages');
    expect(columnsOf(mapping)).toEqual({
      ticket_id: 'ticket_id',
      sent_at: 'sent_at',
      author_role: 'author_role',
      text: 'text',
    });
  });

  const log: Rows = [
    ['Case ID', 'Timestamp', 'Activity'],
    ['1', '2026-01-01 10:00', 'Register'],
    ['1', '2026-01-01 10:05', 'Answer by phone'],
    ['1', '2026-01-01 12:05', 'Finish'],
    ['2', '2026-01-02 10:00', 'Register'],
    ['2', '2026-01-02 11:00', 'Finish'],
  ];

  it('event logs keep activities by their own names until --value maps them', () => {
    const mapping = mappingOf(log);
    expect(mapping).toMatchObject({ kind: 'events', eventShape: 'activity' });
    expect(columnsOf(mapping)).toEqual({ ticket_id: 'Case ID', at: 'Timestamp', status: 'Activity' });
    const mapped = mappingOf(log, {
      values: new Map([
        [
          'status',
          new Map([
            ['finish', 'solved'],
            ['answer by phone', 'first_response'],
          ]),
        ],
      ]),
    });
    const reading = mapped.fields.status?.reading;
    if (reading?.type !== 'category') throw new Error('no category');
    expect(reading.values?.get('finish')).toBe('solved');
    expect(reading.values?.get('answer by phone')).toBe('first_response');
    expect(reading.values?.get('register')).toBeUndefined();
  });

  it('logs of statuses and of field changes', () => {
    const statuses = log.map(([id, at, activity], row) => [
      id,
      at,
      row === 0
        ? 'Status'
        : activity === 'Finish'
          ? 'Closed'
          : activity === 'Register'
            ? 'New'
            : 'In Progress',
    ]);
    expect(mappingOf(statuses)).toMatchObject({ kind: 'events', eventShape: 'status' });
    const changes: Rows = [
      ['Issue Key', 'Changed at', 'Field', 'Old value', 'New value', 'User'],
      ['A-1', '2026-01-01 10:00', 'status', 'Open', 'Done', 'ann'],
      ['A-1', '2026-01-01 11:00', 'assignee', 'ann', 'bob', 'ann'],
    ];
    const mapping = mappingOf(changes);
    expect(mapping).toMatchObject({ kind: 'events', eventShape: 'field_change' });
    expect(columnsOf(mapping)).toEqual({
      ticket_id: 'Issue Key',
      at: 'Changed at',
      field: 'Field',
      old_value: 'Old value',
      new_value: 'New value',
      actor: 'User',
    });
  });

  it('customers', () => {
    const mapping = mappingOf(
      [
        ['Customer ID', 'Plan', 'Start date', 'Cancelled at'],
        ['c1', 'pro', '2025-01-01', ''],
        ['c2', 'basic', '2025-02-01', '2025-08-01'],
      ],
      {},
      'customers.csv',
    );
    expect(mapping.kind).toBe('customers');
    expect(columnsOf(mapping)).toEqual({
      customer: 'Customer ID',
      started_at: 'Start date',
      ended_at: 'Cancelled at',
    });
  });

  it('activity', () => {
    const mapping = mappingOf(
      [
        ['Order number', 'Customer ID', 'Order date', 'Amount'],
        ['1', 'c1', '2025-01-01', '10'],
        ['2', 'c1', '2025-02-01', '20'],
        ['3', 'c2', '2025-02-01', '20'],
      ],
      {},
      'orders.csv',
    );
    expect(mapping.kind).toBe('activity');
    expect(columnsOf(mapping)).toMatchObject({ customer: 'Customer ID', at: 'Order date' });
  });

  it('names of agents', () => {
    const mapping = mappingOf(
      [
        ['id', 'name', 'email'],
        ['1', 'Ann', 'ann@example.org'],
        ['2', 'Bob', 'bob@example.org'],
      ],
      {},
      'agents.csv',
    );
    expect(mapping).toMatchObject({ kind: 'reference', referenceOf: 'person' });
  });

  it('nothing that we measure', () => {
    const mapping = mappingOf(
      [
        ['SKU', 'Price', 'Stock'],
        ['a', '1', '2'],
        ['b', '2', '3'],
      ],
      {},
      'products.csv',
    );
    expect(mapping).toMatchObject({ kind: 'none', fields: {} });
    expect(mapping.unmapped.map(({ source }) => source)).toEqual(['SKU', 'Price', 'Stock']);
  });

  it('--tickets and its like overrule what the columns say', () => {
    const rows: Rows = [
      ['ref', 'when', 'who'],
      ['1', '2026-01-01', 'a'],
      ['2', '2026-01-02', 'b'],
    ];
    expect(mappingOf(rows, { kinds: new Map([['list.csv', 'tickets']]) })).toMatchObject({
      kind: 'tickets',
      confidence: 1,
    });
    expect(mappingOf(rows, { kinds: new Map([['list.csv', 'customers']]) }).kind).toBe('customers');
    expect(mappingOf(rows, { kinds: new Map([['other.csv', 'tickets']]) }).kind).not.toBe('customers');
  });
});

describe('overrides', () => {
  const rows = tickets(['Created'], [['2026-01-01 10:00'], ['2026-01-02 10:00']]);
  const thrown = (act: () => unknown): DeskstatError => {
    try {
      act();
    } catch (error) {
      if (error instanceof DeskstatError) return error;
      throw error;
    }
    throw new Error('nothing was thrown');
  };

  it.each([
    [
      'an unknown field',
      { columns: new Map([['craeted_at', 'Created']]) },
      'unknown_field',
      { nearest: 'created_at' },
    ],
    [
      'an unknown value',
      { values: new Map([['status', new Map([['x', 'sovled']])]]) },
      'unknown_value',
      { nearest: 'solved' },
    ],
    ['an unknown preset', { preset: 'zendsk' }, 'unknown_preset', { nearest: 'zendesk' }],
    ['an unknown scale', { scale: '1-99' }, 'unknown_scale', {}],
  ])('%s is exit 2 and names what is near', (_name, overrides, code, args) => {
    const error = thrown(() => mappingOf(rows, overrides));
    expect(error.exitCode).toBe(2);
    expect(error.problem).toMatchObject({ code, args });
  });

  it('a column that no file has is exit 2; one file of several may lack it', () => {
    const overrides = { ...noOverrides, columns: new Map([['created_at', 'Craeted']]) };
    const error = thrown(() => checkPins([sampleRows(rows)], overrides));
    expect(error).toMatchObject({
      exitCode: 2,
      problem: { code: 'unknown_column', args: { try: "--map created_at='Created'" } },
    });
    expect(() => checkPins([sampleRows(rows), sampleRows([['Craeted'], ['1']])], overrides)).not.toThrow();
  });

  it('a pinned column leaves the field it fed before', () => {
    const mapping = mappingOf(
      [
        ['Ticket ID', 'Status', 'Opened', 'Closed'],
        ['1', 'Open', '2026-01-01', '2026-01-02'],
        ['2', 'Open', '2026-01-02', '2026-01-03'],
      ],
      {
        columns: new Map([['updated_at', 'Closed']]),
      },
    );
    expect(columnsOf(mapping)).toEqual({
      id: 'Ticket ID',
      status: 'Status',
      created_at: 'Opened',
      updated_at: 'Closed',
    });
  });

  it('--preset takes a preset whose signature is only half there', () => {
    const half: Rows = [
      ['Id', 'Subject', 'Status', 'Created at', 'Requester', 'Satisfaction Score'],
      ['1', 'a', 'Hold', '2026-01-01 10:00', 'Ann', 'Offered'],
    ];
    expect(mappingOf(half).preset).toBeNull();
    expect(mappingOf(half, { preset: 'zendesk' })).toMatchObject({ preset: 'zendesk', kind: 'tickets' });
  });
});

describe('guesses', () => {
  it('lists what is neither certain nor pinned, each with the flag that pins it', () => {
    const rows: Rows = [
      ['Ticket ID', 'Date', 'Status'],
      ['1', '05/01/2026 10:00', 'Open'],
      ['2', '06/01/2026 10:00', 'Closed'],
    ];
    const free = guesses([{ path: 'list.csv', mapping: mappingOf(rows) }]);
    expect(free.map(({ code, args }) => [code, args.field ?? null])).toEqual([
      ['field_guessed', 'created_at'],
      ['date_order_guessed', null],
      ['zone_guessed', null],
    ]);
    for (const guess of free) expect(String(guess.args.try)).toMatch(/^--/);
    const pinned = mappingOf(rows, {
      columns: new Map([['created_at', 'Date']]),
      dateOrder: 'day_first',
      zones: { all: 'UTC', byFile: new Map() },
    });
    expect(guesses([{ path: 'list.csv', mapping: pinned }])).toEqual([]);
  });
});

it('says the same of a table in any order of its rows', () => {
  const header = ['Ticket ID', 'Created', 'Closed', 'Status', 'Resolution time'];
  const rows = Array.from({ length: 20 }, (_, n) => [
    `T${n}`,
    `0${(n % 9) + 1}/02/2026`,
    n % 3 ? `0${(n % 9) + 1}/03/2026` : '',
    n % 3 ? 'Closed' : 'Open',
    n % 3 ? '28' : '',
  ]);
  const one = mappingOf([header, ...rows]);
  const other = mappingOf([header, ...[...rows].reverse()]);
  const plain = (mapping: TableMapping) =>
    JSON.stringify({ ...mapping, problems: mapping.problems.map(({ code }) => code) });
  expect(plain(other)).toBe(plain(one));
});

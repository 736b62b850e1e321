import { describe, expect, it } from 'vitest';
import { recognise } from '../../../../src/input/recognition/index.ts';
import type { RecognitionOverrides, TableMapping } from '../../../../src/model/mapping.ts';
import { noOverrides, sampleRows } from './sampler.ts';

type Rows = readonly (readonly string[])[];
const mappingOf = (rows: Rows, overrides: Partial<RecognitionOverrides> = {}): TableMapping =>
  recognise(sampleRows(rows, 'list.csv'), { ...noOverrides, ...overrides })[0];
const uncertain = ({ problems }: TableMapping) => problems.filter(({ code }) => code === 'field_uncertain');

describe('a column that feeds a figure and is not certain', () => {
  const rows: Rows = [
    ['Ticket ID', 'Status', 'Valid', 'Checked', 'Resolved at'],
    ['1', 'Open', '2026-01-01 10:00', '2026-01-01 11:00', ''],
    ['2', 'Solved', '2026-01-02 10:00', '2026-01-02 12:00', '2026-01-03 10:00'],
    ['3', 'Open', '2026-01-03 10:00', '2026-01-03 10:30', ''],
  ];

  it('is said with its field, the next column and the flag where its values alone speak for it', () => {
    const mapping = mappingOf(rows);
    expect(mapping.fields.created_at?.source).toBe('Valid');
    const [problem] = uncertain(mapping);
    expect(problem).toMatchObject({
      severity: 'warning',
      args: { field: 'created_at', column: 'Valid', others: ['"Checked"'] },
    });
    expect(problem.args?.try).toBe("--map created_at='Valid' or --map created_at='Checked'");
  });

  it('is not said once it was given', () => {
    expect(uncertain(mappingOf(rows, { columns: new Map([['created_at', 'Valid']]) }))).toEqual([]);
  });

  it('is not said of headers that name their fields, in any language', () => {
    for (const header of [
      ['Ticket ID', 'Created at', 'Status', 'Assignee', 'Resolved at'],
      ['Número', 'Fecha de creación', 'Estado', 'Asignado a', 'Fecha de resolución'],
      ['টিকেট নম্বর', 'তৈরির তারিখ', 'অবস্থা', 'এজেন্ট', 'সমাধানের তারিখ'],
    ]) {
      const mapping = mappingOf([
        header,
        ['1', '2026-01-01 10:00', 'open', 'Ann', ''],
        ['2', '2026-01-02 10:00', 'solved', 'Bob', '2026-01-03 10:00'],
      ]);
      expect(uncertain(mapping)).toEqual([]);
    }
  });

  it('leaves a field open rather than filling it from an empty column that hardly fits', () => {
    const mapping = mappingOf([
      ['Ticket ID', 'Created at', 'Status', 'Assigned user key id'],
      ['1', '2026-01-01 10:00', 'open', ''],
      ['2', '2026-01-02 10:00', 'solved', ''],
    ]);
    expect(mapping.fields.assignee).toBeUndefined();
  });
});

describe('what a header or a cell still says', () => {
  it('a header whose accented letters were lost is read by the one word that it can be', () => {
    const mapping = mappingOf([
      ['N\ufffdmero', 'T\ufffdtulo', 'F.Inicio', 'F.Fin', 'Estado'],
      [
        'T1',
        'No enciende la radio',
        '30/12/2023 03:00:00 p.\ufffdm.',
        '09/01/2024 10:11:38 a.\ufffdm.',
        'CERRADO',
      ],
      [
        'T2',
        'Sin servicio de voz',
        '09/10/2023 08:07:23 p.\ufffdm.',
        '17/10/2023 08:14:40 p.\ufffdm.',
        'CERRADO',
      ],
    ]);
    expect(mapping.kind).toBe('tickets');
    expect(mapping.fields.id?.source).toBe('N\ufffdmero');
    expect(mapping.fields.subject?.source).toBe('T\ufffdtulo');
    expect(mapping.fields.created_at?.source).toBe('F.Inicio');
  });

  it('a unit in a remark takes no stamp away', () => {
    const mapping = mappingOf([
      ['Ticket ID', 'Created at (year, month, day)', 'Status'],
      ['1', '2026-01-01 10:00', 'open'],
      ['2', '2026-01-02 10:00', 'solved'],
    ]);
    expect(mapping.fields.created_at).toMatchObject({ source: 'Created at (year, month, day)' });
    expect(uncertain(mapping)).toEqual([]);
  });

  it('yes and no say whether a ticket was reopened', () => {
    const mapping = mappingOf([
      ['Ticket ID', 'Created at', 'Status', 'Reaberto'],
      ['1', '2026-01-01 10:00', 'open', 'Não'],
      ['2', '2026-01-02 10:00', 'solved', 'Sim'],
    ]);
    expect(mapping.fields.reopens).toMatchObject({ source: 'Reaberto', reading: { type: 'flag' } });
  });

  it('a column that says it is the unique id is taken before another id', () => {
    const mapping = mappingOf([
      ['Incident ID', 'Incident unique ID', 'Created at', 'Status'],
      ['1', 'AB-77', '2026-01-01 10:00', 'open'],
      ['44', 'CD-12', '2026-01-02 10:00', 'solved'],
    ]);
    expect(mapping.fields.id?.source).toBe('Incident unique ID');
  });

  it('an exchange rate is no rating, and orders no survey', () => {
    const mapping = recognise(
      sampleRows(
        [
          ['id', 'created_at', 'customer_id', 'exchange_rate', 'total_price'],
          ['1', '2026-01-01 10:00', 'c1', '1.0', '20.5'],
          ['2', '2026-01-02 10:00', 'c2', '1.0', '11.0'],
        ],
        'orders.csv',
      ),
      noOverrides,
    )[0];
    expect(mapping.kind).not.toBe('surveys');
  });
});

describe('kinds that were mistaken', () => {
  const kindOf = (path: string, rows: Rows): TableMapping =>
    recognise(sampleRows(rows, path), noOverrides)[0];

  it('two tickets with an id, a creation and a state are tickets', () => {
    const rows = [
      ['id', 'created_at', 'status'],
      ['1', '2026-01-01 10:00', 'open'],
    ];
    expect(kindOf('a.csv', rows).kind).toBe('tickets');
  });

  it('calls with a beginning, an answer and an end are tickets, not a list of names', () => {
    const rows = [
      ['id', 'createdAt', 'answeredAt', 'closedAt', 'direction', 'assigneeName'],
      ['1', '2026-01-01T10:00:00Z', '2026-01-01T10:00:40Z', '2026-01-01T10:12:00Z', 'inbound', 'Ben'],
      ['2', '2026-01-02T10:00:00Z', '2026-01-02T10:00:40Z', '2026-01-02T10:12:00Z', 'outbound', 'Ana'],
    ];
    expect(kindOf('calls.csv', rows).kind).toBe('tickets');
  });

  it('messages of conversations that nothing names are nothing that can be measured, and say why', () => {
    const text = 'My order did not arrive, and nobody answers the phone';
    const mapping = kindOf('intake.csv', [
      ['brand', 'message_text', 'message_direction', 'received_at'],
      ['b1', `${text} 1`, 'inbound', '2026-01-01T10:00:00Z'],
      ['b1', `${text} 2`, 'outbound', '2026-01-01T10:00:00Z'],
      ['b1', `${text} 3`, 'inbound', '2026-01-01T10:00:00Z'],
    ]);
    expect(mapping.kind).toBe('none');
    expect(mapping.reason?.code).toBe('why.messages_of_no_conversation');
  });

  it('a log of a call centre is tickets, with the speed of answer as first response', () => {
    const mapping = kindOf('calls.csv', [
      ['Call Id', 'Agent', 'Call Start', 'Call End', 'Queue', 'Answered (Y/N)', 'Speed of answer in seconds'],
      ['C1', 'Ann', '2026-01-01 10:00:00', '2026-01-01 10:10:00', 'Sales', 'Y', '30'],
      ['C2', 'Bob', '2026-01-01 11:00:00', '2026-01-01 11:07:00', 'Help', 'Y', '12'],
      ['C3', 'Ann', '2026-01-02 10:00:00', '2026-01-02 10:01:00', 'Help', 'N', ''],
    ]);
    expect(mapping.kind).toBe('tickets');
    expect(mapping.fields.created_at?.source).toBe('Call Start');
    expect(mapping.fields.reported_first_response_time_seconds).toMatchObject({
      source: 'Speed of answer in seconds',
      reading: { unit: 's' },
    });
  });

  it('remarks and languages are nobody', () => {
    const mapping = kindOf('desk.csv', [
      ['Ticket ID', 'Created at', 'Status', 'Customer remarks'],
      ['1', '2026-01-01 10:00', 'open', 'fine'],
      ['2', '2026-01-02 10:00', 'solved', 'slow'],
    ]);
    expect(mapping.fields.requester).toBeUndefined();
  });

  it('resolved and completed are two ends, completed alone is the end', () => {
    const both = kindOf('desk.csv', [
      ['Request ID', 'Created Time', 'Resolved Time', 'Completed Time', 'Request Status'],
      ['R-1', '2026-01-01 10:00', '2026-01-01 12:00', '2026-01-03 12:00', 'Closed'],
      ['R-2', '2026-01-02 10:00', '2026-01-02 12:00', '2026-01-05 12:00', 'Closed'],
    ]);
    expect(both.fields.solved_at?.source).toBe('Resolved Time');
    expect(both.fields.closed_at?.source).toBe('Completed Time');
    const one = kindOf('desk.csv', [
      ['Request ID', 'Created Time', 'Completed Time', 'Request Status'],
      ['R-1', '2026-01-01 10:00', '2026-01-03 12:00', 'Closed'],
      ['R-2', '2026-01-02 10:00', '2026-01-05 12:00', 'Closed'],
    ]);
    expect(one.fields.solved_at?.source).toBe('Completed Time');
  });
});

import { describe, expect, it } from 'vitest';
import { recognise } from '../../../../src/input/recognition/index.ts';
import type { RecognitionOverrides, TableMapping } from '../../../../src/model/mapping.ts';
import { noOverrides, sampleRows } from './sampler.ts';

type Rows = readonly (readonly string[])[];
const mappingOf = (rows: Rows, overrides: Partial<RecognitionOverrides> = {}): TableMapping =>
  recognise(sampleRows(rows, 'list.csv'), { ...noOverrides, ...overrides })[0];

describe('a field that two columns fit equally well', () => {
  const rows: Rows = [
    ['Ticket ID', 'Created', 'Assigned to', 'Handled by'],
    ['1', '2026-01-01 10:00', 'Ann', 'Bob'],
    ['2', '2026-01-02 10:00', 'Ann', 'Cem'],
    ['3', '2026-01-03 10:00', 'Bob', 'Bob'],
  ];

  it('stays empty and names both columns and the flag', () => {
    const mapping = mappingOf(rows);
    expect(mapping.fields.assignee).toBeUndefined();
    expect(mapping.ambiguous).toEqual([
      { field: 'assignee', candidates: ['Handled by', 'Assigned to'].sort(), margin: 0 },
    ]);
    const problem = mapping.problems.find(({ code }) => code === 'field_ambiguous');
    expect(problem).toMatchObject({ severity: 'warning', args: { field: 'assignee' } });
    expect(problem?.args.try).toContain("--map assignee='Handled by'");
  });

  it('is settled by the flag', () => {
    const mapping = mappingOf(rows, { columns: new Map([['assignee', 'Handled by']]) });
    expect(mapping.fields.assignee?.source).toBe('Handled by');
    expect(mapping.ambiguous).toBeUndefined();
  });

  it('is no riddle where both name the same people', () => {
    const mapping = mappingOf([
      ['Ticket ID', 'Created', 'Assigned to', 'Handled by'],
      ['1', '2026-01-01 10:00', 'Ann', 'a7'],
      ['2', '2026-01-02 10:00', 'Ann', 'a7'],
      ['3', '2026-01-03 10:00', 'Bob', 'b2'],
    ]);
    expect(mapping.fields.assignee).toBeDefined();
    expect(mapping.ambiguous).toBeUndefined();
  });
});

describe('a column that tells nothing', () => {
  it('gives way where it is empty to one that is filled, where it is constant to one that varies', () => {
    const mapping = mappingOf([
      ['Case number', 'Created on', 'Status', 'Status reason', 'Department', 'Assignment group'],
      ['1', '2026-01-01 10:00', 'Active', 'In progress', 'Sales', ''],
      ['2', '2026-01-02 10:00', 'Active', 'On hold', 'Legal', ''],
      ['3', '2026-01-03 10:00', 'Active', 'Resolved', 'Sales', ''],
    ]);
    expect(mapping.fields.status?.source).toBe('Status reason');
    expect(mapping.fields.group?.source).toBe('Department');
  });
});

it('offers no column of another meaning as the creation', () => {
  const mapping = mappingOf([
    ['Ticket ID', 'Status', 'Priority', 'Subject', 'Birthday', 'Fecha de cierre'],
    ['1', 'Open', 'High', 'Broken', '1980-02-03', ''],
    ['2', 'Closed', 'Low', 'Late', '1990-02-03', '2026-01-02 10:00'],
  ]);
  const problem = mapping.problems.find(({ code }) => code === 'no_created_at');
  expect(problem?.args.try).toBe("--map created_at='Column'");
});

it('tells the evidence of kind and fields only when asked', () => {
  const rows: Rows = [
    ['Ticket ID', 'Created', 'Status'],
    ['1', '2026-01-01 10:00', 'Open'],
    ['2', '2026-01-02 10:00', 'Closed'],
  ];
  expect(mappingOf(rows).reasons).toBeUndefined();
  const reasons = mappingOf(rows, { why: true }).reasons;
  expect(reasons?.evidence).toContain('its ids are named like those of tickets (+2)');
  expect(reasons?.fields.status?.evidence).toContain('half of its cells or more are words for states (× 1)');
});

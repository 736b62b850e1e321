import { describe, expect, it } from 'vitest';
import type { TableMapping } from '../../../src/model/mapping.ts';
import type { TableSample } from '../../../src/model/source.ts';
import { peopleColumns } from '../../../src/questions/people-columns.ts';

/** Which of some columns without a field are kept for the people whom they name. */
function keptOf(columns: Readonly<Record<string, readonly string[]>>, fields = false): string[] {
  const sources = Object.keys(columns);
  const mapping = {
    kind: 'tickets',
    fields: { requester: { source: 'Requester email' } },
    unmapped: sources.map((source, column) => ({ source, column })),
  } as unknown as TableMapping;
  return peopleColumns({ values: Object.values(columns) } as unknown as TableSample, { mapping, fields });
}

describe('columns that name people', () => {
  it('are those whose header and cells say so, in any language', () => {
    const columns = {
      'Customer name': ['Ada Quill', 'Bo Farnsworth'],
      CC: ['a@example.com, b@example.com', ''],
      closedBy: ['Ada Quill', 'Ada Quill'],
      Kundenname: ['Anne Weiß', ''],
      'গ্রাহকের নাম': ['আনিকা রহমান', ''],
    };
    expect(keptOf(columns)).toEqual(Object.keys(columns));
  });
  it('are those of a thing’s people where full names stand below', () => {
    const columns = {
      'Account manager': ['Ada Quill', 'Bo Farnsworth'],
      'Site contact': ['ada@example.com', ''],
      Tenant: ['Ada Quill', 'Bo Farnsworth'],
      'হিসাব ব্যবস্থাপক': ['আনিকা রহমান', ''],
      'खाता प्रबंधक': ['अनीता शर्मा', ''],
    };
    expect(keptOf(columns)).toEqual(Object.keys(columns));
    expect(keptOf({ Member: ['Yes', 'No'], 'Company contact': ['Phone', 'Mail'] })).toEqual([]);
  });
  it('are one that passes for the account', () => {
    const mapping = {
      kind: 'tickets',
      fields: { organization: { source: 'Account manager', column: 0 } },
      unmapped: [],
    } as unknown as TableMapping;
    const table = { values: [['Ada Quill', 'Bo Farnsworth']] } as unknown as TableSample;
    expect(peopleColumns(table, { mapping, fields: false })).toEqual(['Account manager']);
  });
  it('are none of things with names, of ids and of sentences', () => {
    expect(
      keptOf({
        'Product name': ['Nimbus Router', 'Orbit Watch'],
        'Customer ID': ['C-1', 'C-2'],
        User: ['10042', '10043'],
        Contact: ['they called twice and were told to wait for a week', 'wrote again about the same thing'],
        Severity: ['High', 'Low'],
      }),
    ).toEqual([]);
  });
  it('are those of the fields too where pseudonyms take the place of names', () => {
    expect(keptOf({ 'Product name': ['Nimbus'] }, true)).toEqual(['Requester email']);
  });
});

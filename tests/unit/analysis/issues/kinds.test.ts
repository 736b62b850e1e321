import { describe, expect, it } from 'vitest';
import { findIssues } from '../../../../src/analysis/issues/index.ts';
import { kindsOfIssues } from '../../../../src/analysis/issues/kinds.ts';

/** Rows of a kind and an issue, in no text. */
function kindsOf(rows: readonly (readonly [kind: string, issue: number])[], texts: readonly number[]) {
  const source = {
    rows: rows.length,
    subject: () => '',
    description: () => '',
    kind: (row: number) => rows[row][0],
  };
  return kindsOfIssues(source, { issueOf: rows.map(([, issue]) => issue), texts });
}

const times = <T>(count: number, value: T): T[] => new Array<T>(count).fill(value);

describe('the kind that an issue is', () => {
  it('is borne by nine tickets in ten of the issue, and has four in five of its own there', () => {
    const blocked = times(10, ['Blocked Driveway', 0] as const);
    expect(kindsOf(blocked, [2])).toEqual(['Blocked Driveway']);
    expect(kindsOf([...blocked, ...times(2, ['Noise', 0] as const)], [2])).toEqual([null]);
    expect(kindsOf([...blocked, ...times(3, ['Blocked Driveway', -1] as const)], [2])).toEqual([null]);
  });
  it('is none where people write for themselves, and none that says nothing', () => {
    expect(kindsOf(times(10, ['Blocked Driveway', 0] as const), [3])).toEqual([null]);
    expect(kindsOf(times(10, ['General request', 0] as const), [1])).toEqual([null]);
  });
  it('names what the chosen text does not', () => {
    const rows = [
      ...times(30, ['Other', 'Noise - Helicopter']),
      ...times(30, ['Banging/Pounding', 'Noise - Residential']),
      ...times(30, ['Derelict vehicle on the street', 'Derelict Vehicles']),
    ];
    const { issues } = findIssues({
      texts: {
        rows: rows.length,
        subject: (row) => rows[row][0],
        description: () => '',
        kind: (row) => rows[row][1],
      },
    });
    expect(issues.map(({ label }) => label).sort()).toEqual([
      'Banging/Pounding',
      'Derelict vehicle on the street',
      'Noise - Helicopter',
    ]);
  });
});

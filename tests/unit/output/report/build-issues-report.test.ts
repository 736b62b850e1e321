import { describe, expect, it } from 'vitest';
import type { Block } from '../../../../src/model/report.ts';
import { buildIssuesReport, type IssueRow } from '../../../../src/output/report/build-issues-report.ts';

const topic = { id: 'T1', label: 'Paying', size: 100 };
const issue = (id: string, size: number, under: IssueRow['topic'] = null): IssueRow => ({
  ...{
    id,
    label: `Issue ${id}`,
    topic: under,
    mixed: false,
    terms: [],
    size,
    share: 0,
    trend: null,
    change: null,
  },
  ...{ weeks: [], firstSeen: Number.NaN, lastSeen: Number.NaN, response: null, resolution: null },
  ...{ csat: { value: null, n: 0 }, reopenRate: null, repeatContactRate: null, replies: null },
  ...{ channels: [], languages: [], examples: [], selfService: null, fixed: null },
});

/** Id and tickets of each row of the table. */
function rowsOf(issues: readonly IssueRow[], listed: number): unknown[][] {
  const { blocks } = buildIssuesReport({
    ...{ issues, tickets: 200, clustered: 200, empty: 0, topics: true, asOf: Number.NaN, zone: 'UTC' },
    ...{ clock: 'calendar', listed, told: 0, news: [], isCovered: true },
  });
  const table = blocks.find((block): block is Extract<Block, { kind: 'table' }> => block.kind === 'table');
  return (table?.rows ?? []).map((row) => [
    row[0].type === 'text' && row[0].value && 'data' in row[0].value ? row[0].value.data : null,
    row[2].type === 'count' ? row[2].value : null,
  ]);
}

describe('issues under their topics', () => {
  const issues = [issue('1', 60, topic), issue('2', 50), issue('3', 30, topic), issue('4', 10, topic)];
  it('adds up to the topic when the list ends before its issues do', () => {
    expect(rowsOf(issues, 2)).toEqual([
      ['T1', 100],
      ['1', 60],
      ['', 40],
      ['2', 50],
    ]);
  });
  it('has no rest where all of them are listed', () => {
    expect(rowsOf(issues, 4)).toEqual([
      ['T1', 100],
      ['1', 60],
      ['3', 30],
      ['4', 10],
      ['2', 50],
    ]);
  });
});

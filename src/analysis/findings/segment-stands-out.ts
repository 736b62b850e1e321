import { figureLabel, figureValue } from '../../model/figure-value.ts';
import type { Finding } from '../../model/finding.ts';
import type { Contrast, FigureRef, Reading, SegmentRow, SegmentTable } from '../../model/overview.ts';
import type { FindingRule } from './rule.ts';

const MOST = 3;

/** What a ticket is, not who does it. */
const kindsOfWork: ReadonlySet<string> = new Set(['priority', 'channel', 'type']);

/**
 * Groups (and what else was asked for) that do really worse than all other tickets, and than others with the same
 * priority, channel and kind of work; kinds of work differ by design. Of them those that cost most, tickets × distance, at most three, one a
 * dimension. What does better needs no action.
 */
export const segmentStandsOut: FindingRule = {
  id: 'segment_stands_out',
  codes: ['finding.segment_worse'],
  find({ segments }) {
    const candidates = segments.flatMap(worstOf).sort((a, b) => b.weight - a.weight);
    const said = new Set<string>();
    const kept = candidates.filter(({ table, column }) => {
      const isNew = !said.has(table.dimension) && !said.has(column.metric);
      said.add(table.dimension).add(column.metric);
      return isNew;
    });
    return kept.slice(0, MOST).map(findingOf);
  },
};

interface Candidate {
  readonly table: SegmentTable;
  readonly row: SegmentRow;
  readonly column: FigureRef;
  readonly reading: Reading;
  readonly contrast: Contrast;
  readonly weight: number;
}

function worstOf(table: SegmentTable): Candidate[] {
  if (kindsOfWork.has(table.dimension)) return [];
  return table.rows.flatMap((row) => {
    if (row.kind !== 'value') return [];
    return table.columns.flatMap((column, i): Candidate[] => {
      const contrast = row.contrasts[i];
      const reading = row.readings[i];
      const [own, rest] = [reading.value, contrast?.with.value ?? null];
      if (contrast?.verdict !== 'real' || own === null || rest === null) return [];
      if (contrast.sameWork !== undefined && contrast.sameWork !== Math.sign(own - rest)) return [];
      if (own < rest === column.lowerIsBetter) return [];
      const distance =
        column.kind === 'duration' ? Math.log((own + 1) / (rest + 1)) : Math.abs(own - rest) * 5;
      return [{ table, row, column, reading, contrast, weight: row.tickets * distance }];
    });
  });
}

function findingOf({ table, row, column, reading, contrast }: Candidate): Finding {
  return {
    code: 'finding.segment_worse',
    severity: 'warning',
    args: {
      dimension: dimensionName(table.dimension),
      segment: row.label,
      figure: figureLabel(column),
      value: figureValue(column, reading),
      rest: figureValue(column, contrast.with),
      tickets: { type: 'count', value: row.tickets },
    },
  };
}

const dimensionName = (name: string) =>
  name.startsWith('column:') ? { data: name.slice('column:'.length) } : { code: `dimension.${name}` };

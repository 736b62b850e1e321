import type { Block } from '../../../model/report.ts';
import type { Section } from '../section.ts';
import { heading } from '../words.ts';

/** New, solved and waiting tickets over time. */
export const volume: Section = ({ overview }) => {
  const { every, periods, created, solved, backlog } = overview.volume;
  if (periods.length < 2) return [];
  const x = periods.map(({ label }) => label);
  const blocks: Block[] = [
    heading('section.volume'),
    {
      kind: 'series',
      id: 'volume',
      caption: { code: `caption.${solved ? 'volume' : 'arrived'}.${every}` },
      style: 'lines',
      x,
      unit: 'count',
      lines: [
        { label: { code: 'metric.created' }, values: created },
        ...(solved ? [{ label: { code: 'metric.solved' }, values: solved }] : []),
      ],
    },
  ];
  if (backlog?.some((value) => value !== null)) {
    blocks.push({
      kind: 'series',
      id: 'backlog',
      caption: { code: `caption.backlog.${every}` },
      style: 'lines',
      x,
      unit: 'count',
      lines: [{ label: { code: 'metric.backlog' }, values: backlog }],
    });
  }
  return blocks;
};

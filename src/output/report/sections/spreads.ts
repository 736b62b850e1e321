import type { Block } from '../../../model/report.ts';
import type { Section } from '../section.ts';
import { heading } from '../words.ts';

const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
] as const;

/** How first responses and resolutions are spread: a median says nothing of the tickets at the far end. */
export const spreads: Section = ({ overview }) => {
  if (overview.spreads.length === 0) return [];
  return [
    heading('section.spreads'),
    ...overview.spreads.map(
      ({ metric, clock, edges, counts }): Block => ({
        kind: 'series',
        id: `spread-${metric}`,
        caption: { code: `caption.spread.${metric}${clock === 'business' ? '.business' : ''}` },
        style: 'histogram',
        x: counts.map((_, bin) => binLabel(edges[bin], edges[bin + 1])),
        unit: 'count',
        lines: [{ label: { code: 'ui.tickets' }, values: counts }],
        edges,
      }),
    ),
  ];
};

function binLabel(from: number, to: number): string {
  if (from <= 0) return `< ${short(to)}`;
  return to === Number.POSITIVE_INFINITY ? `> ${short(from)}` : `${short(from)}–${short(to)}`;
}

function short(duration: number): string {
  const [unit, size] = units.find(([, each]) => duration >= each) ?? units[2];
  return `${duration / size}${unit}`;
}

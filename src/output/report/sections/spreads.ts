import type { Block } from '../../../model/report.ts';
import type { Section } from '../section.ts';
import { heading } from '../words.ts';

const hour = ['h', 3_600_000] as const;
const minute = ['m', 60_000] as const;
/** Business hours know no days: is one 24 hours long, or nine? */
const units = {
  calendar: [['d', 86_400_000], hour, minute],
  business: [hour, minute],
} as const;

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
        x: counts.map((_, bin) =>
          binLabel({ from: edges[bin], to: edges[bin + 1], clock: clock ?? 'calendar' }),
        ),
        unit: 'count',
        lines: [{ label: { code: 'ui.tickets' }, values: counts }],
        edges,
        clock: clock ?? 'calendar',
      }),
    ),
  ];
};

interface Bin {
  readonly from: number;
  readonly to: number;
  readonly clock: 'calendar' | 'business';
}

function binLabel({ from, to, clock }: Bin): string {
  const short = (duration: number): string => {
    const [unit, size] = units[clock].find(([, each]) => duration >= each) ?? minute;
    return `${duration / size}${unit}`;
  };
  if (from <= 0) return `< ${short(to)}`;
  return to === Number.POSITIVE_INFINITY ? `> ${short(from)}` : `${short(from)}–${short(to)}`;
}

import { figureLabel, figureValue } from '../../model/figure-value.ts';
import type { Finding } from '../../model/finding.ts';
import type { HeadlineFigure } from '../../model/overview.ts';
import { quantileSorted } from '../../stats/quantile.ts';
import { type FindingRule, onOwnClock } from './rule.ts';

/** The figures that a reader looks at first: what is unusual in the others is no news by itself. */
const watched: ReadonlySet<string> = new Set([
  'first_response_time.p50',
  'resolution_time.p50',
  'csat.share',
]);

/**
 * On which side of the periods before a figure lies. After a bad week it may have got better, and be worse than usual
 * still.
 */
function wayOf({ now, before, course, lowerIsBetter }: HeadlineFigure): string {
  const usual = quantileSorted(
    Float64Array.from(course.slice(0, -1).flatMap(({ value }) => value ?? [])).sort(),
    0.5,
  );
  if (usual === null || lowerIsBetter === null || now.value === null) return 'unusual';
  const way = now.value < usual === lowerIsBetter ? 'better' : 'worse';
  const isBack =
    before?.value != null && Math.sign(now.value - before.value) === -Math.sign(now.value - usual);
  return isBack ? `still_${way}` : way;
}

/** Speeds and ratings far outside the periods before, where too few days make it sure. */
export const unusualFigure: FindingRule = {
  id: 'unusual_figure',
  codes: ['finding.unusual'],
  find({ headlines }) {
    const said = new Set<string>();
    return onOwnClock(headlines).flatMap((figure): Finding[] => {
      const name = `${figure.metric}.${figure.stat}`;
      if (figure.verdict !== 'unusual' || !watched.has(name) || said.has(name) || !figure.before) return [];
      said.add(name);
      return [
        {
          code: 'finding.unusual',
          severity: 'warning',
          args: {
            figure: figureLabel(figure),
            before: figureValue(figure, figure.before),
            now: figureValue(figure, figure.now),
            way: { code: `finding.way.${wayOf(figure)}` },
          },
        },
      ];
    });
  },
};

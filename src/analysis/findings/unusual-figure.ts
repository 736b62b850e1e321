import { figureLabel, figureValue } from '../../model/figure-value.ts';
import type { Finding } from '../../model/finding.ts';
import type { HeadlineFigure } from '../../model/overview.ts';
import { quantileSorted } from '../../stats/quantile.ts';
import { isSmallChange, relevance } from '../../stats/verdict.ts';
import { closedSilently } from './closed-unanswered.ts';
import { type FindingRule, onOwnClock } from './rule.ts';

/** The figures that a reader looks at first: what is unusual in the others is no news by itself. */
const watched: ReadonlySet<string> = new Set([
  'first_response_time.p50',
  'resolution_time.p50',
  'csat.share',
]);

/** The middle of the periods before, which tells a reader more than the last of them alone. */
const usualOf = ({ course }: HeadlineFigure): number | null =>
  quantileSorted(Float64Array.from(course.slice(0, -1).flatMap(({ value }) => value ?? [])).sort(), 0.5);

/** Under a tenth of a duration, or two points of a share. */
const NEAR = { duration: { relative: 0.1 }, share: relevance.share } as const;

/** Where a figure lies next to the middle of the periods before, what makes it unusual is no news to a reader. */
const isAsUsual = (now: number | null, usual: number, kind: HeadlineFigure['kind']): boolean =>
  (kind === 'duration' || kind === 'share') &&
  isSmallChange((now ?? usual) - usual, { before: usual, relevance: NEAR[kind] });

/** On which side of the periods before a figure lies: after a bad week it may have got better, and be worse than usual. */
function wayOf({ now, lowerIsBetter }: HeadlineFigure, usual: number): string {
  if (lowerIsBetter === null || now.value === null) return 'unusual';
  return now.value < usual === lowerIsBetter ? 'better' : 'worse';
}

/** Speeds and ratings far outside the periods before, where too few days make it sure. */
export const unusualFigure: FindingRule = {
  id: 'unusual_figure',
  codes: ['finding.unusual'],
  find({ headlines, signs }) {
    const said = new Set<string>();
    return onOwnClock(headlines).flatMap((figure): Finding[] => {
      const name = `${figure.metric}.${figure.stat}`;
      if (figure.verdict !== 'unusual' || !watched.has(name) || said.has(name) || !figure.before) return [];
      said.add(name);
      const { before, now } = figure;
      const usual = usualOf(figure) ?? before.value ?? 0;
      if (isAsUsual(now.value, usual, figure.kind)) return [];
      const isFall = (now.value ?? 0) < Math.min(usual, before.value ?? 0);
      const silent = isFall ? closedSilently(signs, figure) : null;
      return [
        {
          code: 'finding.unusual',
          severity: 'warning',
          args: {
            figure: figureLabel(figure),
            before: figureValue(figure, before),
            now: figureValue(figure, now),
            usual: figureValue(figure, { ...before, value: usual, status: 'ok' }),
            way: { code: `finding.way.${silent ? 'lower' : wayOf(figure, usual)}` },
            ...silent,
          },
        },
      ];
    });
  },
};

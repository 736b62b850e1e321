import { figureLabel, figureValue } from '../../model/figure-value.ts';
import type { Finding } from '../../model/finding.ts';
import { type FindingRule, onOwnClock } from './rule.ts';

/** The figures that a reader looks at first: what is unusual in the others is no news by itself. */
const watched: ReadonlySet<string> = new Set([
  'first_response_time.p50',
  'resolution_time.p50',
  'csat.share',
]);

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
          },
        },
      ];
    });
  },
};

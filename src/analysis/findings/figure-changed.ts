import { changeValue, figureLabel, figureValue } from '../../model/figure-value.ts';
import type { Finding } from '../../model/finding.ts';
import type { HeadlineFigure } from '../../model/overview.ts';
import { explanationCodes, explanationOf } from './change-explained.ts';
import { closedSilently } from './closed-unanswered.ts';
import { type FindingRule, onOwnClock } from './rule.ts';

/** Speeds and scores that really changed since the period before, and why; one statistic a metric says it. */
export const figureChanged: FindingRule = {
  id: 'figure_changed',
  codes: ['finding.better', 'finding.worse', 'finding.moved', ...explanationCodes],
  find({ headlines, reasons, signs }) {
    const said = new Set<string>();
    return onOwnClock(headlines).flatMap((figure): Finding[] => {
      if (figure.kind === 'count' || figure.metric === 'backlog_days' || figure.verdict !== 'real') return [];
      // The mean rating and the share of good ratings are one piece of news.
      const news = `${figure.metric.replace(/_mean$/, '')} ${figure.survey ?? ''}`;
      if (said.has(news)) return [];
      said.add(news);
      const reason = reasons.find(
        (each) => each.figure.metric === figure.metric && each.figure.stat === figure.stat,
      );
      const explanation = reason && explanationOf(reason);
      const silent = closedSilently(signs, figure);
      const finding = findingOf(figure, silent);
      // What closing without an answer did, no channel or group explains.
      return explanation && !finding.args.silent ? [finding, explanation] : [finding];
    });
  },
};

function findingOf(figure: HeadlineFigure, silent: Finding['args'] | null): Finding {
  const before = figure.before as NonNullable<HeadlineFigure['before']>;
  const { now } = figure;
  const args = {
    figure: figureLabel(figure),
    before: figureValue(figure, before),
    now: figureValue(figure, now),
    change: changeValue(figure, { before, now }, 'real'),
  };
  if (figure.lowerIsBetter === null) return { code: 'finding.moved', severity: 'warning', args };
  const isLower = (now.value as number) < (before.value as number);
  const isBetter = isLower === figure.lowerIsBetter;
  if (isBetter && silent)
    return { code: 'finding.better', severity: 'warning', args: { ...args, ...silent } };
  return {
    code: isBetter ? 'finding.better' : 'finding.worse',
    severity: isBetter ? 'good' : figure.metric === 'csat_response_rate' ? 'info' : 'warning',
    args,
  };
}

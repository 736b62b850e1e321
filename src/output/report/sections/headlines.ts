import { changeValue, figureValue, shortLabel } from '../../../model/figure-value.ts';
import type { HeadlineFigure, Overview } from '../../../model/overview.ts';
import type { Block, Headline, Phrase } from '../../../model/report.ts';
import type { Section } from '../section.ts';
import { count, heading, periodPhrase } from '../words.ts';

/**
 * The headline figures, each with its change, its course and its receipt. With working hours durations count those,
 * and stand once more by the calendar, as the customer feels them.
 */
export const headlines: Section = ({ overview }) => {
  const shown = overview.headlines.filter(
    (figure) => figure.now.value !== null || figure.before?.value != null,
  );
  if (shown.length === 0) return [];
  const hasHours = shown.some(({ clock }) => clock === 'business');
  const isApart = ({ clock }: HeadlineFigure): boolean => hasHours && clock === 'calendar';
  const figures = (items: readonly HeadlineFigure[]): Block => ({
    kind: 'figures',
    items: items.map((figure) => headlineOf(figure, overview)),
  });
  const apart = shown.filter(isApart);
  return [
    figures(shown.filter((figure) => !isApart(figure))),
    ...(apart.length > 0 ? [heading('section.calendar', 3), figures(apart)] : []),
  ];
};

function headlineOf(figure: HeadlineFigure, overview: Overview): Headline {
  const { now, before, verdict } = figure;
  const isElsewhere = figure.period !== null && figure.period.start !== overview.period?.start;
  return {
    metric: nameOf(figure),
    label: shortLabel(figure),
    value: figureValue(figure, now),
    ...(before && before.value !== null ? { before: figureValue(figure, before) } : {}),
    ...(before && verdict ? { change: changeValue(figure, { before, now }, verdict) } : {}),
    low: now.low,
    high: now.high,
    ...(figure.course.length > 1 ? { spark: figure.course.map(({ value }) => value) } : {}),
    ...(isElsewhere && figure.period
      ? { note: { code: 'note.period', args: { period: periodPhrase(figure.period, overview.zone) } } }
      : {}),
    receipt: receiptOf(figure, overview),
  };
}

/** As expectations name it: `first_response_time.p90@business`. */
function nameOf({ metric, kind, stat, clock }: HeadlineFigure): string {
  if (kind !== 'duration') return metric;
  return `${metric}.${stat}${clock === 'business' ? '@business' : ''}`;
}

/** How the figure was counted: definition, n, what was left out, and what else has to be known. */
function receiptOf(figure: HeadlineFigure, overview: Overview): Phrase[] {
  const { metric, kind, now, leftOut, limits, notes, period } = figure;
  const lines: Phrase[] = [{ code: `metric.${metric}.definition` }];
  const used = kind === 'count' ? now.value : now.n;
  if (used !== null && metric !== 'backlog_days') {
    const args = { n: count(used) };
    lines.push(
      period
        ? { code: 'receipt.used_in', args: { ...args, period: periodPhrase(period, overview.zone) } }
        : { code: 'receipt.used', args },
    );
  }
  if (leftOut.length > 0) {
    const reasons = leftOut.map(([reason, n]) => ({
      code: 'receipt.reason',
      args: { count: n, reason: { code: `reason.${reason}` } },
    }));
    lines.push({ code: 'receipt.left_out', args: { reasons } });
  }
  if (limits)
    lines.push({ code: 'receipt.limits', args: { low: limit(limits.low, 1), high: limit(limits.high, -1) } });
  for (const note of notes) lines.push({ code: `note.${note}` });
  return lines;
}

/** The whole number inside a limit. */
const limit = (value: number, side: 1 | -1) => count(side > 0 ? Math.ceil(value) : Math.floor(value));

import { changeValue, figureLabel, figureValue, shortLabel } from '../../../model/figure-value.ts';
import type { FigureRef, HeadlineFigure, Overview, WithOpen } from '../../../model/overview.ts';
import type { Block, Headline, Phrase, Value } from '../../../model/report.ts';
import type { Period } from '../../../model/segment.ts';
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

export function headlineOf(figure: HeadlineFigure, overview: Overview): Headline {
  const { now, before, verdict } = figure;
  const isElsewhere = figure.period !== null && figure.period.start !== overview.period?.start;
  const note = isElsewhere && figure.period ? periodNote(figure.period, overview) : withOpenNote(figure);
  return {
    metric: figureName(figure),
    label: shortLabel(figure),
    ...(figure.survey === undefined ? {} : { survey: figure.survey }),
    value: figureValue(figure, now),
    ...(before && before.value !== null ? { before: figureValue(figure, before) } : {}),
    ...(before && verdict
      ? { change: changeValue(figure, { before: { value: figure.expected ?? before.value }, now }, verdict) }
      : {}),
    low: now.low,
    high: now.high,
    ...(figure.course.length > 1 ? { spark: figure.course.map(({ value }) => value) } : {}),
    ...(note ? { note } : {}),
    ...(figure.open ? { open: figure.open } : {}),
    ...(isElsewhere && figure.period ? { period: figure.period.label } : {}),
    ...(figure.withOpen ? { withOpen: withOpenFigure(figure, figure.withOpen) } : {}),
    receipt: receiptOf(figure, overview),
  };
}

const periodNote = (period: Period, { zone }: Overview): Phrase => ({
  code: 'note.period',
  args: { period: periodPhrase(period, zone) },
});

/** Under both, counting the open tickets in changes an answer time too little to be worth a line. */
const NEGLIGIBLE = { relative: 0.1, milliseconds: 60_000 };

/**
 * Beside a median of those that ended, what it leaves out: how long it takes half of the new tickets, the open ones
 * counted in. Resolution always says it, as solves come late; answers where it matters.
 */
function withOpenNote({ metric, stat, clock, now, withOpen }: HeadlineFigure): Phrase | null {
  if (!withOpen || stat !== 'p50' || now.value === null || now.status === 'too_few') return null;
  if (metric !== 'resolution_time' && isNegligible(now.value, withOpen)) return null;
  const duration = (value: number | null): Value => ({
    type: 'duration',
    value,
    clock: clock ?? 'calendar',
  });
  const { value, low, high, open, n } = withOpen;
  const args = {
    plain: duration(now.value),
    open: count(open),
    n: count(n),
    low: duration(low),
    high: duration(high),
  };
  return value === null
    ? { code: `note.with_open.${metric}.not_reached`, args }
    : { code: `note.with_open.${metric}`, args: { ...args, median: duration(value) } };
}

function isNegligible(plain: number, { value }: WithOpen): boolean {
  if (value === null) return false;
  const size = Math.abs(value - plain);
  return size < NEGLIGIBLE.relative * plain || size < NEGLIGIBLE.milliseconds;
}

function withOpenFigure(
  { metric, clock }: HeadlineFigure,
  { value, n, status, low, high, open }: WithOpen,
): NonNullable<Headline['withOpen']> {
  const ref = { metric, clock, kind: 'duration', stat: 'km_p50', lowerIsBetter: true } as const;
  return {
    metric: figureName(ref),
    label: figureLabel({ ...ref, clock: 'calendar' }),
    value: figureValue(ref, { value, n, status }),
    low,
    high,
    open,
  };
}

/** As expectations name it: `first_response_time.p90@business`. */
function figureName({ metric, kind, stat, clock }: FigureRef): string {
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

import { changeValue, figureLabel, figureValue, shortLabel } from '../../../model/figure-value.ts';
import { figureKey } from '../../../model/metric.ts';
import type { FigureRef, HeadlineFigure, Overview, WithOpen } from '../../../model/overview.ts';
import type { Block, Headline, Phrase, Value } from '../../../model/report.ts';
import type { Period } from '../../../model/segment.ts';
import type { Section } from '../section.ts';
import { count, heading, periodPhrase } from '../words.ts';

/** What a figure is about; each group of a report has those of its own. */
const groupOf = ({ metric }: FigureRef): 'speed' | 'quality' | 'load' => {
  if (/_time$|^sla_/.test(metric)) return 'speed';
  return /^(?:created|solved|backlog|backlog_days|unanswered|closed_)/.test(metric) ? 'load' : 'quality';
};

const isThere = ({ now, before }: HeadlineFigure): boolean => now.value !== null || before?.value != null;

/** The figures of the first screen. */
export const mainFigures: Section = ({ overview }) => {
  const items = mainHeadlines(overview).map((figure) => headlineOf(figure, overview));
  return items.length === 0 ? [] : [{ kind: 'figures', items }];
};

/** The five that a director asks for, in the order in which they are read; with working hours durations count those. */
const five: readonly (readonly [metric: string, stat: string])[] = [
  ['created', 'count'],
  ['backlog', 'count'],
  ['first_response_time', 'p50'],
  ['resolution_time', 'p50'],
  ['csat', 'share'],
];
export const mainMetrics: ReadonlySet<string> = new Set(five.map(([metric]) => metric));

export function mainHeadlines({ headlines }: Overview): HeadlineFigure[] {
  return five.flatMap(
    ([metric, stat]) =>
      headlines.find((each) => each.metric === metric && each.stat === stat && each.now.value !== null) ?? [],
  );
}

/**
 * The other headline figures of a group, each with its change, its course and its receipt. With working hours durations
 * count those, and stand once more by the calendar, as the customer feels them.
 */
const figuresOf =
  (group: ReturnType<typeof groupOf>): Section =>
  ({ overview }) => {
    const main = new Set(mainHeadlines(overview));
    const shown = overview.headlines.filter(
      (figure) => isThere(figure) && groupOf(figure) === group && !main.has(figure),
    );
    const hasHours = overview.headlines.some(({ clock }) => clock === 'business');
    const isApart = ({ clock }: HeadlineFigure): boolean => hasHours && clock === 'calendar';
    const figures = (items: readonly HeadlineFigure[]): Block[] =>
      items.length === 0
        ? []
        : [{ kind: 'figures', items: items.map((figure) => headlineOf(figure, overview)) }];
    const apart = shown.filter(isApart);
    return [
      ...figures(shown.filter((figure) => !isApart(figure))),
      ...(apart.length > 0 ? [heading('section.calendar', 3)] : []),
      ...figures(apart),
    ];
  };

export const speedFigures = figuresOf('speed');
export const qualityFigures = figuresOf('quality');
export const loadFigures = figuresOf('load');

/** Some durations of the first screen count business hours and others do not: then each says so. */
export function isOfTwoClocks(overview: Overview): boolean {
  const clocks = new Set(mainHeadlines(overview).flatMap(({ clock }) => clock ?? []));
  return clocks.size > 1;
}

/** Beside a figure by the calendar one in business hours says so, for which its statistic makes room. */
function labelOf(figure: HeadlineFigure, overview: Overview): Phrase {
  if (figure.clock !== 'business' || !isOfTwoClocks(overview) || figure.stat !== 'p50')
    return shortLabel(figure);
  return {
    code: 'figure.stat',
    args: { metric: { code: `short.${figure.metric}` }, stat: { code: 'short.business' } },
  };
}

export function headlineOf(figure: HeadlineFigure, overview: Overview): Headline {
  const { now, before, verdict } = figure;
  const isElsewhere = figure.period !== null && figure.period.start !== overview.period?.start;
  const note =
    isElsewhere && figure.period
      ? periodNote(figure.period, overview)
      : (withOpenNote(figure) ?? unrecordedNote(figure) ?? unansweredNote(figure, overview));
  return {
    metric: figureKey(figure),
    label: labelOf(figure, overview),
    ...(figure.survey === undefined ? {} : { survey: figure.survey }),
    value: figureValue(figure, now),
    ...(before && before.value !== null ? { before: figureValue(figure, before) } : {}),
    ...(before && verdict
      ? { change: changeValue(figure, { before: { value: figure.expected ?? before.value }, now }, verdict) }
      : {}),
    low: now.low,
    high: now.high,
    ...(figure.course.filter(({ value }) => value !== null).length > 1
      ? { spark: figure.course.map(({ value }) => value) }
      : {}),
    ...(note ? { note } : {}),
    ...(figure.open ? { open: figure.open } : {}),
    ...(isElsewhere && figure.period ? { period: figure.period.label } : {}),
    ...(figure.withOpen ? { withOpen: withOpenFigure(figure, figure.withOpen) } : {}),
    receipt: receiptOf(figure, overview),
  };
}

/** A count that is a lower bound because of messages that are not in the files, which a mark alone would hide. */
const unrecordedNote = ({ notes }: HeadlineFigure): Phrase | null =>
  notes.includes('answers_not_recorded') ? { code: 'note.answers_not_recorded' } : null;

/** Which period a figure is of, and why: a longer one ends with that of the report, an earlier one before it. */
function periodNote(period: Period, { zone, period: own }: Overview): Phrase {
  const args = { period: periodPhrase(period, zone) };
  return own && period.end === own.end
    ? { code: 'note.longer', args: { ...args, own: periodPhrase(own, zone) } }
    : { code: 'note.period', args };
}

/** One number says who waits: what of it came in the period is a part, and says so. */
function unansweredNote({ metric, now }: HeadlineFigure, { waiting, period }: Overview): Phrase | null {
  if (metric !== 'unanswered' || !period || !waiting || now.value === null || waiting.total <= now.value)
    return null;
  return { code: 'note.unanswered', args: { total: count(waiting.total) } };
}

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
    metric: figureKey(ref),
    label: figureLabel({ ...ref, clock: 'calendar' }),
    value: figureValue(ref, { value, n, status }),
    low,
    high,
    open,
  };
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

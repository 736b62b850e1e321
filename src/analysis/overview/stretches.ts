import type { Desk } from '../../model/desk.ts';
import type { Period } from '../../model/segment.ts';
import { dayAt, type PeriodCalendar, type PeriodUnit } from '../../time/period.ts';
import { type ComparisonMode, splitPeriod } from '../../time/period-series.ts';
import type { Zone } from '../../time/zone.ts';
import {
  type Comparison,
  defaultPeriod,
  everything,
  type PeriodRequest,
  periodsBehind,
  rangeOf,
  type WholePeriod,
  withCompleteness,
} from '../segments/periods.ts';

const DAY = 86_400_000;

export type StretchRequest = PeriodRequest & { readonly compare: ComparisonMode | 'none' };

/** A period of a course, and until when its tickets are to be looked at so that it is no older than the newest. */
export type CoursePeriod = Comparison;

/** The stretches of time that an overview looks at. */
export interface Stretches {
  readonly zone: Zone;
  /** null = everything. */
  readonly period: WholePeriod | null;
  /** The period as a stretch with ends: everything runs from the first ticket to as-of. */
  readonly span: Period;
  readonly before: Comparison | null;
  readonly mode: ComparisonMode | 'none';
  /** The period to compare with as the last and those before it, oldest first: they set the limits of counts. */
  readonly behind: readonly CoursePeriod[];
  /** Oldest first; the last is the period itself, but for a course inside the period (everything, `--every`). */
  readonly course: readonly CoursePeriod[];
  /** True where the last of the course is the period. */
  readonly courseEndsInPeriod: boolean;
  /** The stretch of the volume chart and of the heat map. */
  readonly chart: Period;
  readonly chartEvery: 'day' | 'week' | 'month';
  /** From the earliest to the latest instant any of these look at. */
  readonly window: { readonly from: number; readonly to: number };
}

/** Periods in a course, the newest included. */
const COURSE = 13;
/** Periods that set limits (DEFINITIONS 7: 12 to 26). */
const BEHIND = 26;
const CHART_DAYS = 56;

/**
 * The period asked for, else the last whole week when the data spans two, else everything; the one to compare with;
 * the course of the periods before; the stretch that charts show.
 */
export function stretchesOf(desk: Desk, request: StretchRequest): Stretches {
  const { zone, weekStarts, compare } = request;
  const isAsked = request.period !== null || request.since !== null || request.until !== null;
  const range = isAsked ? rangeOf(request, desk) : null;
  const period = isAsked ? range && withCompleteness(range, desk) : defaultPeriod(desk, { zone, weekStarts });
  const span = period ?? everything(desk);
  const behindBy = (mode: ComparisonMode, most: number): CoursePeriod[] =>
    period ? periodsBehind(period, { mode, desk, zone, weekStarts, most }) : [];
  const behind = compare === 'none' ? [] : behindBy(compare, BEHIND);
  const before = behind.at(-1) ?? null;
  const isInside = period === null || request.every !== null;
  const course = isInside
    ? courseInside(desk, { ...request, span, every: request.every ?? unitFor(span) })
    : [...behindBy('previous', COURSE - 1), { period, knownUntil: Number.POSITIVE_INFINITY }];
  const { chart, chartEvery } = chartOf(span, desk, zone);
  const stretches = [span, chart, ...[...course, ...behind].map((each) => each.period)];
  return {
    zone,
    period,
    span,
    before,
    mode: compare,
    behind,
    course,
    courseEndsInPeriod: !isInside,
    chart,
    chartEvery,
    // Everything is everything, as in other commands: an end that the helpdesk's own hours put after the newest stamp too.
    window: {
      from: period ? Math.min(...stretches.map(({ start }) => start)) : Number.NEGATIVE_INFINITY,
      to: period ? Math.max(...stretches.map(({ end }) => end)) : Number.POSITIVE_INFINITY,
    },
  };
}

/** The unit in which a stretch makes about a dozen periods. */
function unitFor({ start, end }: Period): PeriodUnit {
  const days = (end - start) / DAY;
  return days <= 21 ? 'day' : days <= 120 ? 'week' : days <= 1200 ? 'month' : 'year';
}

/** The newest whole parts of the period itself. */
function courseInside(
  desk: Desk,
  options: PeriodCalendar & {
    readonly span: Period;
    readonly every: PeriodUnit;
  },
): CoursePeriod[] {
  const { span, every, zone, weekStarts } = options;
  const parts = splitPeriod({ start: span.start, end: span.end, every, zone, weekStarts })
    .filter(({ start }) => start <= desk.asOf)
    .map((part) => ({ part, period: withCompleteness(part, desk) }));
  const whole = parts.filter(({ part, period }) => !part.clipped && period.complete);
  return (whole.length >= 3 ? whole : parts)
    .slice(-COURSE)
    .map(({ period }) => ({ period, knownUntil: Number.POSITIVE_INFINITY }));
}

/** A short period is seen within the eight weeks up to its end; a long one as it is. */
function chartOf(span: Period, desk: Desk, zone: Zone): Pick<Stretches, 'chart' | 'chartEvery'> {
  const end = Math.min(span.end, everything(desk).end);
  const days = (span.end - span.start) / DAY;
  const wanted = days >= CHART_DAYS / 2 ? span.start : span.end - CHART_DAYS * DAY;
  const first = Math.max(wanted, Math.min(everything(desk).start, span.start));
  const start = first >= end ? span.start : first;
  const day = dayAt(start, zone);
  // Whole local days, so that the first is not a part of one.
  const from = Math.min(zone.localToInstant(day * DAY).at, start);
  const length = (end - from) / DAY;
  return {
    chart: { start: from, end: Math.max(end, from + 1), label: span.label },
    chartEvery: length <= 120 ? 'day' : length <= 1100 ? 'week' : 'month',
  };
}

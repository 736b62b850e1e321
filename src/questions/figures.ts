import { type ChangeDraft, draftChanges, settleChanges } from '../analysis/comparison/figure-changes.ts';
import { clocksFor } from '../analysis/metrics/clocks.ts';
import {
  type FigurePeriod,
  type FigureRequest,
  type MetricFigures,
  ObservedOnce,
} from '../analysis/metrics/figure-request.ts';
import { computeFigures } from '../analysis/metrics/figures.ts';
import { isSmallGroup, withoutSmallGroups } from '../analysis/metrics/small-groups.ts';
import { SURVEY, splitBySurvey, withSurvey } from '../analysis/metrics/survey-views.ts';
import { compileDimension, type DimensionContext } from '../analysis/segments/dimensions.ts';
import { compileAnswersFilter, compileFilter } from '../analysis/segments/filter.ts';
import { type Grouping, groupTickets } from '../analysis/segments/grouping.ts';
import type { Desk } from '../model/desk.ts';
import type { FigureChange } from '../model/figure-change.ts';
import type { Clock, Figure, Metric } from '../model/metric.ts';
import { type FilterNode, parseFilter } from '../query/filter.ts';
import { contextOn, type Frame } from '../time/frame.ts';
import type { ComparisonMode } from '../time/period-series.ts';
import type { MetricRequest } from './metric-requests.ts';

/** Which figures are asked for, of which tickets. */
export interface FigureOptions {
  readonly metrics: readonly MetricRequest[];
  readonly by: readonly string[];
  readonly totals: boolean;
  readonly top: number | null;
  readonly where: FilterNode | null;
  readonly periods: readonly FigurePeriod[] | null;
  readonly clocks: readonly Clock[];
  /** True where somebody asked for these clocks; else what is on the business clock only is shown on it. */
  readonly isClockAsked?: boolean;
  readonly frame: Frame;
  /** Figures of segments that rest on fewer than this are left out; null or left out: none are. */
  readonly minGroup?: number | null;
}

/** The second half of the road: desk → segments and periods → figures, metric by metric. */
export const measureDesk = (desk: Desk, options: FigureOptions): MetricFigures[] =>
  measureSplits(desk, [options])[0];

/** As `measureDesk`, of several splits of one desk: all figures of a metric from one look at the tickets. */
export function measureSplits(desk: Desk, splits: readonly FigureOptions[]): MetricFigures[][] {
  const results = splits.map((): MetricFigures[] => []);
  const groupings = splits.map(() => new Map<Desk, Grouping>());
  for (const metric of splits[0].metrics) {
    const observed = new ObservedOnce();
    for (const [at, options] of splits.entries()) {
      for (const request of requestsOf(desk, { options, metric, grouped: groupings[at] })) {
        const figures = computeFigures({ ...request, observed });
        results[at].push(withoutSmallGroups(figures, options.minGroup ?? null));
      }
    }
  }
  return results;
}

/** Figures of periods, each beside the period before it. */
export interface MeasuredChanges {
  readonly results: readonly MetricFigures[];
  /** What became of each figure that has one before it. */
  readonly changes: ReadonlyMap<Figure, FigureChange>;
}

/** As `measureDesk`, with every figure held against the period before it; verdicts are settled over all of them. */
export function measureChanges(
  desk: Desk,
  options: FigureOptions & { readonly compare: ComparisonMode },
): MeasuredChanges {
  const measured = figureRequests(desk, options).map((request) => measureChange(request, options));
  return changesOf(measured);
}

interface MeasuredChange {
  readonly result: MetricFigures;
  readonly drafts: readonly ChangeDraft[];
}

/** The figures of one request, each held against the period before it; what becomes of it, all requests together settle. */
export function measureChange(
  request: FigureRequest,
  {
    compare: mode,
    frame: { zone, weekStarts },
    minGroup = null,
  }: Pick<FigureOptions, 'frame' | 'minGroup'> & { readonly compare: ComparisonMode },
): MeasuredChange {
  const all = computeFigures(request);
  const result = withoutSmallGroups(all, minGroup);
  const isKept = new Set(result.figures);
  const drafts = draftChanges({ ...request, figures: all.figures, mode, zone, weekStarts });
  return {
    result,
    drafts: drafts
      .filter(({ figure }) => isKept.has(figure))
      .map((draft) => withoutSmallBefore(draft, minGroup)),
  };
}

/** Figures of several requests with their verdicts, which are settled over all of them. */
export const changesOf = (measured: readonly MeasuredChange[]): MeasuredChanges => ({
  results: measured.map(({ result }) => result),
  changes: settleChanges(measured.flatMap(({ drafts }) => drafts)),
});

/** A segment that was too small to be shown before has nothing before it. */
function withoutSmallBefore(draft: ChangeDraft, least: number | null): ChangeDraft {
  const isShown = !draft.before || !isSmallGroup(draft.before, least);
  return isShown ? draft : { ...draft, before: null, judgement: null, limits: null };
}

function figureRequests(desk: Desk, options: FigureOptions): FigureRequest[] {
  const grouped = new Map<Desk, Grouping>();
  return options.metrics.flatMap((metric) => requestsOf(desk, { options, metric, grouped }));
}

/** What is asked of one metric: of each survey and on each clock. */
function requestsOf(
  desk: Desk,
  {
    options,
    metric: { metric, stats, clock: own },
    grouped,
  }: {
    readonly options: FigureOptions;
    readonly metric: MetricRequest;
    readonly grouped: Map<Desk, Grouping>;
  },
): FigureRequest[] {
  const { frame, periods } = options;
  const asked = own
    ? { clocks: [own], isAsked: true }
    : { clocks: options.clocks, isAsked: options.isClockAsked ?? false };
  return splitsOf(desk, { ...options, metric, grouped }).flatMap(({ desk: of, grouping }) =>
    clocksFor(metric, of, asked).map((clock) => ({
      desk: of,
      metric,
      stats,
      clock,
      context: contextOn(clock, frame),
      grouping,
      periods,
    })),
  );
}

/** The desk that figures of a metric are taken from, and its segments: one for each survey where there are several. */
export interface Split {
  readonly desk: Desk;
  readonly grouping: Grouping;
  /** The dimensions of its segments. */
  readonly by: readonly string[];
}

/** A metric's split by survey, if it has one; other metrics are about none. */
export function splitsOf(desk: Desk, options: GroupOptions & { readonly metric: Metric }): readonly Split[] {
  const { by } = options;
  const views = splitBySurvey(desk, options);
  if (!views && !by.includes(SURVEY)) return [{ desk, grouping: groupDesk(desk, options), by }];
  if (desk.surveys.length === 0) compileDimension(SURVEY, { desk, zone: options.frame.zone });
  const asked = { ...options, by: by.filter((name) => name !== SURVEY) };
  const named = by.includes(SURVEY) ? by : [SURVEY, ...by];
  const all: readonly { survey: string | null; desk: Desk }[] = views ?? [{ survey: null, desk }];
  return all.map(({ survey, desk: of }) => {
    const grouping = groupDesk(of, asked);
    const segments = grouping.segments.map((segment) => withSurvey(segment, { survey, by }));
    return { desk: of, grouping: { ...grouping, segments }, by: named };
  });
}

/** What decides which segments the tickets of a desk are in. */
type GroupOptions = Pick<FigureOptions, 'by' | 'where' | 'totals' | 'top' | 'frame'> &
  Partial<Pick<FigureOptions, 'periods'>> & {
    /** The segments of desks that were grouped before for another metric, with the same options. */
    readonly grouped?: Map<Desk, Grouping>;
  };

/** The segments that a desk's tickets are in. */
function groupDesk(desk: Desk, options: GroupOptions): Grouping {
  const there = options.grouped?.get(desk);
  if (there) return there;
  const context: DimensionContext = { desk, zone: options.frame.zone };
  const grouping = groupTickets({
    dimensions: options.by.map((name) => compileDimension(name, context)),
    rows: desk.tickets.rows,
    mask: options.where && compileFilter(options.where, context),
    answersMask: options.where && compileAnswersFilter(options.where, context),
    totals: options.totals,
    top: options.top,
    isCounted: options.top === null ? null : createdIn(desk, options.periods ?? null),
    ...orphansOf(desk),
  });
  options.grouped?.set(desk, grouping);
  return grouping;
}

/** 1 for each ticket created in the periods shown: what `--top` counts. */
function createdIn(desk: Desk, periods: readonly FigurePeriod[] | null): Uint8Array | null {
  const created = desk.tickets.columns.created_at;
  if (!periods || created?.type !== 'instant') return null;
  const start = Math.min(...periods.map((period) => period.start));
  const end = Math.max(...periods.map((period) => period.end));
  return Uint8Array.from(created.values, (at) => (at >= start && at < end ? 1 : 0));
}

/** Which answers belong to no ticket. Where all of them know the field themselves, none is left with a missing value. */
function orphansOf({ surveys }: Desk): { hasOrphans: boolean; isOrphan: Uint8Array | null } {
  const hasOrphans = surveys.some(({ ticket }) => ticket.includes(-1));
  if (!hasOrphans) return { hasOrphans, isOrphan: null };
  return {
    hasOrphans,
    isOrphan: Uint8Array.from(surveys.flatMap(({ ticket }) => [...ticket].map((t) => (t < 0 ? 1 : 0)))),
  };
}

/** A filter as the user typed it, or null. */
export function filterOf(text: string | undefined): FilterNode | null {
  return text === undefined ? null : parseFilter(text);
}

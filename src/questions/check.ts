import type { Baseline } from '../analysis/expectations/baseline.ts';
import {
  type CheckedFigure,
  countingOpen,
  judgeExpectation,
  NOT_COVERED,
  namedOpenWaits,
} from '../analysis/expectations/judge.ts';
import { hidesOpenTickets } from '../analysis/metrics/censored.ts';
import { censoredFigures } from '../analysis/metrics/censored-figures.ts';
import { clocksFor } from '../analysis/metrics/clocks.ts';
import type { FigurePeriod } from '../analysis/metrics/figure-request.ts';
import { computeFigures } from '../analysis/metrics/figures.ts';
import { metricOf } from '../analysis/metrics/index.ts';
import { withOpenWaits } from '../analysis/metrics/open-waits.ts';
import { boundByUnrecorded } from '../analysis/metrics/unrecorded-answers.ts';
import type { CheckResult } from '../model/check.ts';
import type { Desk } from '../model/desk.ts';
import type { Clock, Figure, Metric, Stat } from '../model/metric.ts';
import { DeskstatError, problemLine } from '../model/problem.ts';
import { type Sentence, sentence } from '../model/sentence.ts';
import type { Expectation } from '../query/expectation.ts';
import type { FilterNode } from '../query/filter.ts';
import { contextOn } from '../time/frame.ts';
import type { Zone } from '../time/zone.ts';
import { type FigureOptions, type Split, splitsOf } from './figures.ts';
import { isFitted } from './nothing-found.ts';

/** Which expectations are held against a desk, and what they are measured with. */
export interface CheckOptions extends Pick<FigureOptions, 'frame'> {
  readonly expectations: readonly ExpectationRequest[];
  readonly expectedSegments: ReadonlyMap<string, readonly string[]>;
  readonly baseline: Baseline | null;
}

export interface ExpectationRequest {
  readonly expectation: Expectation;
  /** Name that the settings give it. */
  readonly name: string | null;
  /** Its dimensions, as `compileDimension` takes them. */
  readonly by: readonly string[];
  readonly where: FilterNode | null;
  /** null: everything. */
  readonly period: FigurePeriod | null;
}

const EMPTY = { reason: sentence('why.header_alone') };

/** desk + expectations → figures → verdicts. */
export function checkDesk(desk: Desk, options: CheckOptions): CheckResult[] {
  const isEmpty = desk.problems.some(({ code }) => code === 'no_rows');
  return options.expectations.flatMap((request) => {
    const { expectation, name, by, period } = request;
    const metric = metricOf(expectation.metric) as Metric;
    const clock = clockOf(desk, metric, expectation);
    const { expectedSegments, baseline } = options;
    const judge = (figures: readonly Figure[], noData: Sentence | null, named = by): CheckResult[] =>
      judgeExpectation({
        expectation,
        name,
        figures,
        clock,
        period,
        by: named,
        expectedSegments,
        baseline,
        noData,
      });
    if (isEmpty) return judge([], EMPTY.reason);
    try {
      const asked = { by, where: request.where, totals: false, top: null, frame: options.frame, metric };
      const splits = splitsOf(desk, asked);
      return judge(
        splits.flatMap((split) => figuresToCheck(split, { ...request, metric, clock, options })),
        noDataReason(desk, { ...request, zone: options.frame.zone }),
        splits[0].by,
      );
    } catch (error) {
      // A dimension or field that the export lacks makes this expectation unavailable; the others still count.
      if (!(error instanceof DeskstatError) || error.exitCode !== 3) throw error;
      return judge(
        [
          {
            status: 'unavailable',
            reason: sentence('word.as_said', { text: problemLine(error.problem) }),
          } as Figure,
        ],
        null,
      );
    }
  });
}

/**
 * The clock that is named, else the calendar, also where the export knows the business clock only: what took four hours of
 * work may have taken a weekend, and a limit that says nothing of working hours is not kept by it.
 */
const clockOf = (desk: Desk, metric: Metric, { clock }: Expectation): Clock | null =>
  clocksFor(metric, desk, { clocks: [clock ?? 'calendar'], isAsked: true })[0];

interface FiguresToCheck extends ExpectationRequest {
  readonly metric: Metric;
  readonly clock: Clock | null;
  readonly options: CheckOptions;
}

/**
 * The figures of an expectation. Quantiles of what has a beginning in the period count those still open too where
 * there are any, else the 30 % never answered would pass; against a baseline like is compared with like.
 */
function figuresToCheck(
  { desk, grouping }: Split,
  { expectation, metric, clock, period, options }: FiguresToCheck,
): readonly CheckedFigure[] {
  const stat = expectation.stat as Stat;
  const periods = period && [period];
  const context = contextOn(clock, options.frame);
  const request = { desk, metric, stats: [stat], clock, context, grouping, periods };
  const { figures } = computeFigures(request);
  if (metric.id === 'backlog') return figures.map(withLowerBound);
  if (metric.kind === 'count')
    return boundByUnrecorded(figures, { desk, grouping, period, metric: metric.id });
  if (!hidesOpenTickets(metric) || expectation.limit.kind !== 'value') return figures;
  if (stat === 'max' || stat === 'mean') return namedOpenWaits(figures, withOpenWaits(figures, request));
  if (!/^p\d/.test(stat)) return figures;
  return countingOpen(figures, censoredFigures({ ...request, stats: [`km_${stat}` as Stat] }));
}

/** A backlog that lacks tickets from before the export is at least so large. */
function withLowerBound(figure: Figure): CheckedFigure {
  if (figure.value === null || !figure.isLowerBound) return figure;
  return { ...figure, bound: { least: figure.value, most: Number.POSITIVE_INFINITY } };
}

/** Why no figure can be trusted to say anything: a silent pass would be the worst answer. */
function noDataReason(
  desk: Desk,
  { period, where, zone }: Pick<ExpectationRequest, 'period' | 'where'> & { readonly zone: Zone },
): Sentence | null {
  if (period && (period.start > desk.asOf || period.end <= desk.coverage.from)) {
    return NOT_COVERED;
  }
  if (where && !isFitted(where, { desk, zone })) return sentence('why.no_ticket_fits');
  return null;
}

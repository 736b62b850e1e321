import type { FigurePeriod } from '../analysis/metrics/figure-request.ts';
import type { Metric } from '../model/metric.ts';
import type { AskedMetric } from '../observations/asked.ts';
import type { Manifest } from '../observations/manifest.ts';
import type { Engine } from './engine.ts';
import type { Literals } from './literals.ts';

/** What is asked of observations, settled. */
export interface SqlRequest {
  readonly manifest: Manifest;
  readonly asked: readonly AskedMetric[];
  /** Dimensions of the rows, and the names that their columns have. */
  readonly by: readonly string[];
  readonly byNames: readonly string[];
  readonly periods: readonly FigurePeriod[] | null;
  readonly totals: boolean;
  readonly top: number | null;
  readonly minGroup: number | null;
  /** An instant as it stands in rows. */
  readonly instant: (at: number) => string;
  /** Where observations and critical values lie, as the engine names them. */
  readonly observations: string;
  readonly critical: string;
}

/** One step of the query: a name and what it holds. */
export type Step = readonly [name: string, select: string];

/** What the steps are made with. */
export interface Query extends SqlRequest {
  readonly engine: Engine;
  readonly literals: Literals;
  /** Dimensions that segments are made from: all but the survey. */
  readonly dimensions: readonly string[];
  /** Measured lists: an entry stands in them once a value. */
  readonly isByList: boolean;
  /** Figures say which survey they are about. */
  readonly hasSurvey: boolean;
}

export const DAY = 86_400_000;

/** What a metric looks at: flows, or one of the stocks. */
export const shapeOf = (metric: Metric) => (metric.shape === 'stock' ? metric.of : 'flow');

type SurveyView = AskedMetric['view'];

/** The views of surveys that are looked through, each once; the first is that of all of them. */
export function viewsOf({ asked }: Pick<SqlRequest, 'asked'>): readonly SurveyView[] {
  const views: SurveyView[] = [null];
  for (const { view } of asked) if (!views.some((each) => isSame(each, view))) views.push(view);
  return views;
}

/** The number of the view that a metric is looked at through. */
export const viewOf = (query: Pick<SqlRequest, 'asked'>, { view }: AskedMetric): number =>
  viewsOf(query).findIndex((each) => isSame(each, view));

const isSame = (a: SurveyView, b: SurveyView): boolean => a?.kind === b?.kind && a?.survey === b?.survey;

/** Asked metrics that have entries, with the number that each goes by. */
export function measuredOf({
  asked,
}: Pick<SqlRequest, 'asked'>): readonly (readonly [number, AskedMetric])[] {
  return [...asked.entries()].filter(([, { observed }]) => observed.unavailable === null);
}

/** The place of a statistic among all figures of a cell. */
export const orderOf = (m: number, stat: number): number => m * 100 + stat;

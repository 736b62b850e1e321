import type { FigurePeriod } from '../analysis/metrics/figure-request.ts';
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

export const SURVEY = 'survey';
export const DAY = 86_400_000;

/** Numbers of the metrics that are measured, and the one view of surveys each looks through: 0 is all of them. */
export function viewsOf({ asked, manifest }: Pick<SqlRequest, 'asked' | 'manifest'>): readonly {
  readonly kind: string | null;
  readonly survey: string | null;
}[] {
  const views: { kind: string | null; survey: string | null }[] = [{ kind: null, survey: null }];
  for (const { metric, survey } of asked) {
    if (survey === null) continue;
    const kind = metric.shape === 'flow' ? (metric.ofSurvey ?? null) : null;
    const isApart = (manifest.surveys[kind ?? '']?.length ?? 0) > 1;
    const view = isApart ? { kind, survey } : null;
    if (view && !views.some((each) => each.kind === kind && each.survey === survey)) views.push(view);
  }
  return views;
}

export function viewOf(query: Pick<SqlRequest, 'asked' | 'manifest'>, asked: AskedMetric): number {
  const kind = asked.metric.shape === 'flow' ? (asked.metric.ofSurvey ?? null) : null;
  const found = viewsOf(query).findIndex((view) => view.kind === kind && view.survey === asked.survey);
  return asked.survey === null || found < 0 ? 0 : found;
}

/** Asked metrics that have entries, with the number that each goes by. */
export function measuredOf({
  asked,
}: Pick<SqlRequest, 'asked'>): readonly (readonly [number, AskedMetric])[] {
  return [...asked.entries()].filter(([, { observed }]) => observed.unavailable === null);
}

/** The place of a statistic among all figures of a cell. */
export const orderOf = (m: number, stat: number): number => m * 100 + stat;

import type { Desk } from '../../model/desk.ts';
import type { Metric } from '../../model/metric.ts';
import type { RatingScale } from '../../model/rating-scale.ts';
import type { Segment } from '../../model/segment.ts';

/** The dimension by which figures say which survey they are about. */
export const SURVEY = 'survey';

/** A desk in which one survey of a kind is the only one of that kind. */
export interface SurveyView {
  readonly survey: string;
  readonly desk: Desk;
}

const known = new WeakMap<Desk, Map<RatingScale['kind'], readonly SurveyView[]>>();

/** The surveys of a kind, each in a desk of its own, in the order of files and columns. */
export function surveyViews(desk: Desk, kind: RatingScale['kind']): readonly SurveyView[] {
  const ofDesk = known.get(desk) ?? new Map<RatingScale['kind'], readonly SurveyView[]>();
  known.set(desk, ofDesk);
  const there = ofDesk.get(kind);
  if (there) return there;
  const names = new Set(desk.surveys.filter(({ scale }) => scale.kind === kind).map(({ survey }) => survey));
  const views = [...names].map((survey): SurveyView => {
    const isOther = (scale: RatingScale): boolean => scale.kind !== kind;
    const surveys = desk.surveys
      .filter((each) => isOther(each.scale) || each.survey === survey)
      .map((each) => (isOther(each.scale) ? each : { ...each, isMain: true }));
    return { survey, desk: { ...desk, surveys } };
  });
  const found = views.length === 1 ? [{ survey: views[0].survey, desk }] : views;
  ofDesk.set(kind, found);
  return found;
}

/**
 * The surveys that figures of a metric are split into: all of its kind where there are several, as answers to
 * different questions are never pooled, or where `survey` is asked for. Null for a figure that is about one survey, or
 * about none.
 */
export function splitBySurvey(
  desk: Desk,
  options: { readonly metric: Metric; readonly by: readonly string[] },
): readonly SurveyView[] | null {
  const { metric, by } = options;
  const kind = metric.shape === 'flow' ? (metric.ofSurvey ?? null) : null;
  if (kind === null) return null;
  const views = surveyViews(desk, kind);
  return views.length > 1 || (by.includes(SURVEY) && views.length > 0) ? views : null;
}

/** A segment with the survey that it is about: where `survey` stands among the dimensions, else first. */
export function withSurvey(
  segment: Segment,
  options: { readonly survey: string | null; readonly by: readonly string[] },
): Segment {
  const { survey, by } = options;
  const order = by.includes(SURVEY) ? by : [SURVEY, ...by];
  return Object.fromEntries(order.map((name) => [name, name === SURVEY ? survey : segment[name]]));
}

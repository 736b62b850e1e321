import { SURVEY } from '../analysis/metrics/survey-views.ts';
import type { Clock, Metric, Stat } from '../model/metric.ts';
import { DeskstatError } from '../model/problem.ts';
import type { RatingScale } from '../model/rating-scale.ts';
import type { Manifest, ObservedMetric } from './manifest.ts';

/** One metric on one clock and of one survey, with the statistics that are asked for. */
export interface AskedMetric {
  readonly metric: Metric;
  readonly stats: readonly Stat[];
  readonly clock: Clock | null;
  /** The survey that its figures are about, where figures say so. */
  readonly survey: string | null;
  /** Of several surveys of a kind, the one whose answers it looks at; null where it looks at all there are. */
  readonly view: SurveyView | null;
  readonly observed: ObservedMetric;
}

interface SurveyView {
  readonly kind: RatingScale['kind'];
  readonly survey: string;
}

export interface AskedOptions {
  readonly requests: readonly {
    readonly metric: Metric;
    readonly stats: readonly Stat[];
    /** Its own; null: those below. */
    readonly clock: Clock | null;
  }[];
  readonly by: readonly string[];
  readonly clocks: readonly Clock[];
  readonly isClockAsked: boolean;
  /** Metrics that were named: what is not there of the others is left out. */
  readonly named: readonly string[];
}

/**
 * What is asked of a dataset, in the order of figures: split by survey and clock as `metrics` splits it.
 *
 * @throws DeskstatError (3) for a metric or a dimension that is not in it
 */
export function askedOf(folder: string, manifest: Manifest, options: AskedOptions): readonly AskedMetric[] {
  const { requests, by } = options;
  refuseUnknown(folder, manifest, by);
  return requests.flatMap(({ metric, stats, clock: ownClock }) => {
    const clocks = ownClock ? [ownClock] : options.clocks;
    const isClockAsked = ownClock !== null || options.isClockAsked;
    const there = manifest.metrics.filter((each) => each.metric === metric.id);
    if (there.length === 0) {
      if (options.named.some((name) => name.split(/[.@]/)[0] === metric.id))
        throw lacking(folder, manifest, metric);
      return [];
    }
    const surveys = [...new Set(there.map(({ survey }) => survey))];
    const isSplit = surveys[0] !== null && (surveys.length > 1 || by.includes(SURVEY));
    const isDefault = !isClockAsked && clocks.length === 1 && clocks[0] === 'calendar';
    const isOther = isDefault && manifest.businessOnly.includes(metric.id);
    const own = there.some(({ clock }) => clock === 'business') ? (isOther ? ['business'] : clocks) : null;
    const on: readonly (Clock | null)[] = (own as readonly Clock[] | null) ?? [there[0].clock];
    return surveys.flatMap((survey) =>
      on.map((clock): AskedMetric => {
        const observed = there.find((each) => each.survey === survey && each.clock === clock) ?? there[0];
        const view = survey === null ? null : viewOf(metric, { survey, manifest });
        return { metric, stats, clock, survey: isSplit ? survey : null, view, observed };
      }),
    );
  });
}

/** Answers to other surveys of the kind are not looked at. */
function viewOf(
  metric: Metric,
  { survey, manifest }: { readonly survey: string; readonly manifest: Manifest },
): SurveyView | null {
  const kind = metric.shape === 'flow' ? metric.ofSurvey : undefined;
  return kind !== undefined && (manifest.surveys[kind]?.length ?? 0) > 1 ? { kind, survey } : null;
}

function refuseUnknown(folder: string, { dimensions }: Manifest, by: readonly string[]): void {
  const known = dimensions.map(({ name }) => name);
  const strange = by.find((name) => name !== SURVEY && !known.includes(name));
  if (strange === undefined) return;
  throw new DeskstatError(
    {
      code: 'observations_lack',
      args: { what: strange, option: '--by', has: known },
      where: { file: folder },
    },
    3,
  );
}

function lacking(folder: string, { metrics, notSharded }: Manifest, { id }: Metric): DeskstatError {
  const has = [...new Set(metrics.map(({ metric }) => metric))];
  const reason = notSharded[id];
  return new DeskstatError(
    {
      code: 'observations_lack',
      args: { what: id, option: '--metric', has, ...(reason ? { reason } : {}) },
      where: { file: folder },
    },
    3,
  );
}

import type { Desk } from '../../model/desk.ts';
import type {
  Clock,
  Figure,
  FlowMetric,
  Intervals,
  MeasureContext,
  Metric,
  Observations,
  Stat,
  Unavailable,
} from '../../model/metric.ts';
import type { Period } from '../../model/segment.ts';
import type { Grouping } from '../segments/grouping.ts';
import type { Cohort } from './censored.ts';
import type { KnowledgeFacts } from './known.ts';

export type FigurePeriod = Period & { readonly complete: boolean };

export interface FigureRequest {
  readonly desk: Desk;
  readonly metric: Metric;
  readonly stats: readonly Stat[];
  /** null for metrics without a clock. */
  readonly clock: Clock | null;
  readonly context: MeasureContext;
  readonly grouping: Grouping;
  readonly periods: readonly FigurePeriod[] | null;
  /** Per period: nothing later than this is known yet; see DEFINITIONS 1, "a young period always looks fast". */
  readonly knownUntil?: readonly number[] | null;
  /** Of observations that were kept: what the desk would say, which is no longer there. */
  readonly kept?: KeptFacts;
  /** Shared by the requests of one metric in one frame. */
  readonly observed?: ObservedOnce;
}

/** What a metric sees in a desk on a clock, found once for all requests that share it. */
export class ObservedOnce {
  readonly #found = new Map<Desk, Map<Clock | null, Observations | Unavailable>>();

  of(
    metric: FlowMetric,
    { desk, clock, context }: Pick<FigureRequest, 'desk' | 'clock' | 'context'>,
  ): Observations | Unavailable {
    const onClocks = this.#found.get(desk) ?? new Map<Clock | null, Observations | Unavailable>();
    this.#found.set(desk, onClocks);
    const observations = onClocks.get(clock) ?? metric.observe(desk, context);
    onClocks.set(clock, observations);
    return observations;
  }
}

/** What a desk says besides its observations. */
export interface KeptFacts {
  readonly facts: KnowledgeFacts;
  /** Ends of the rating scale. */
  readonly scale: { readonly min: number; readonly max: number };
  /** Those who count in statistics of tickets still open. */
  readonly cohort: Cohort | Unavailable | null;
  /** When the ticket of each entry came, where its values are dated by something later. */
  readonly arrivedAt: Float64Array | null;
  /** Of stocks: the stretches of all tickets, where a filter let some of them through; and whether some lie untouched. */
  readonly stretches?: Intervals;
  readonly leavesUntouched?: boolean;
}

/** The figures of one metric, and what its receipt says: how many entries were left out, for which reason. */
export interface MetricFigures {
  readonly figures: readonly Figure[];
  readonly leftOut: ReadonlyMap<string, number>;
  readonly note: string | null;
}

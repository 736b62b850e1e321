import type { Clock, Unavailable } from './clock.ts';
import type { Precision } from './columns.ts';
import type { Desk } from './desk.ts';
import type { RatingScale } from './rating-scale.ts';
import type { Period, Segment } from './segment.ts';
import type { Sentence } from './sentence.ts';
import type { SlaTargets } from './sla.ts';

export type { Clock, Unavailable } from './clock.ts';

/** What a metric measures; fixes its statistics, its unit and which comparisons are legal. */
export const metricKinds = ['count', 'share', 'duration', 'score', 'points'] as const;
export type MetricKind = (typeof metricKinds)[number];

/** Statistics of durations; counts have `count`, shares `share`, scores `mean`, NPS `score`. */
export const durationStats = ['mean', 'p50', 'p75', 'p90', 'p95', 'p99', 'min', 'max'] as const;
/** Statistics that take tickets still open into account (DEFINITIONS 5). */
export const censoredStats = [
  'km_p50',
  'km_p90',
  'solved_within_1h',
  'solved_within_4h',
  'solved_within_1d',
  'solved_within_3d',
  'solved_within_7d',
] as const;
/** Quantiles of the same kind that are told where somebody asks for them. */
export const furtherCensoredStats = ['km_p75', 'km_p95', 'km_p99'] as const;
/** The longest wait and the mean with the waits of open tickets so far: what checks on `max` and `mean` are held against. */
export const openWaitStats = ['max_with_open', 'mean_with_open'] as const;
export type Stat =
  | 'count'
  | 'share'
  | 'score'
  | (typeof durationStats)[number]
  | (typeof censoredStats)[number]
  | (typeof furtherCensoredStats)[number]
  | (typeof openWaitStats)[number];

export const unitOfKind = {
  count: 'tickets',
  share: 'share',
  duration: 'seconds',
  score: 'score',
  points: 'points',
} as const satisfies Record<MetricKind, string>;

/** Why a ticket is not used in a figure; `open` ones are counted apart, as they may still come to an end. */
export type LeftOut = string;

/**
 * One entry per thing a metric looks at: usually one a ticket, for some (next response time) one a message.
 * `value` is milliseconds for durations, 0 or 1 for shares, the rating for scores, 1 for counts. An entry whose
 * `state` is 0 is used; 1 is still open; from 2 on it is left out for `reasons[state]`.
 */
export interface Observations {
  readonly ticket: Uint32Array;
  /** The instant that decides the period an entry belongs to. NaN: in no period. */
  readonly at: Float64Array;
  readonly value: Float64Array;
  readonly state: Uint8Array;
  /** Words for the states from 2 on, as snake_case codes; entries 0 and 1 are `used` and `open`. */
  readonly reasons: readonly LeftOut[];
  /** The instant from which a value is known (the answer, the solve, the end of a window); NaN: from the start. */
  readonly knownAt: Float64Array;
  /** Entries that share a key (a requester) count once a period: the earliest of them. 0 = no key. */
  readonly onePer?: Uint32Array;
  /** Which of two tickets comes first where entries of one key tie; by something in the data, never by row. */
  readonly tie?: (a: number, b: number) => number;
  /** Where the values were measured: from stamps by us, or by the helpdesk itself. */
  readonly clockSource?: 'own' | 'helpdesk';
  /** How finely the values are known; left out: to the second. Values known to the day are differences of calendar days. */
  readonly precision?: Precision;
  /** Something to be said beside every figure of this metric (`resolved by count only`). */
  readonly note?: string;
}

/** A stock: how many tickets lie in `[from, to)` at an instant; to = Infinity while it lasts. */
export interface Intervals {
  readonly ticket: Uint32Array;
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** Since when each has been of an age, where that is not `from`: a reopened ticket is as old as its creation. */
  readonly bornAt?: Float64Array;
  /** Entries left out, by reason. */
  readonly leftOut: ReadonlyMap<LeftOut, number>;
}

/** Business milliseconds between two instants, on the working hours of a ticket. */
export type BusinessTime = (from: number, to: number, ticket: number) => number;

/** What a metric needs to know besides the desk. */
export interface MeasureContext {
  readonly clock: Clock;
  /** null without working hours. */
  readonly businessTime: BusinessTime | null;
  /** Targets under the SLA policies of the settings; null or left out without policies. */
  readonly sla?: SlaTargets | null;
}

interface MetricBase {
  readonly id: string;
  readonly kind: MetricKind;
  /** English name as people read it: `First response time`. */
  readonly name: string;
  /** One sentence: what it measures. */
  readonly definition: string;
  /** Where the definition comes from, and where known helpdesks differ. */
  readonly source: string;
  /** The instant that decides the period: `created_at`, `solved_at` …, as printed by `metrics --list`. */
  readonly periodOf: string;
  /** Whether less is better; null where neither is (volumes). */
  readonly lowerIsBetter: boolean | null;
  /** Exists on the business clock too. */
  readonly hasBusinessClock: boolean;
  /** Unit in machine output where it is not the kind's own (`days`, `replies`). */
  readonly unit?: string;
  /** Computed only when asked for by name: it needs recurring issues, which take seconds to find. */
  readonly needsIssues?: boolean;
  /** What one ticket does not tell: `person`: other tickets of its requester decide; `desk`: all tickets do. */
  readonly looksAcross?: 'person' | 'desk';
  /** Statistics printed by `metrics` when none is named. */
  readonly defaultStats: readonly Stat[];
  /** Canonical fields that it reads; lists are alternatives. For the reader (only these are decoded) and for `explain`. */
  readonly reads: readonly string[];
}

/** A metric over observations: a mean, a quantile, a share or a count of what fell into a period. */
export interface FlowMetric extends MetricBase {
  readonly shape: 'flow';
  /** The kind of survey whose answers it measures: with several of that kind it is measured of each. */
  readonly ofSurvey?: RatingScale['kind'];
  observe(desk: Desk, context: MeasureContext): Observations | Unavailable;
}

/** A metric of what lies there at a period's end. */
export interface StockMetric extends MetricBase {
  readonly shape: 'stock';
  /**
   * `count`: how many; `age`: how old they are; `days`: how many days of work; `created_count`: how many of those
   * that began in the period.
   */
  readonly of: 'count' | 'age' | 'days' | 'created_count';
  stock(desk: Desk, context: MeasureContext): Intervals | Unavailable;
}

/** A metric of customers instead of tickets: of those active at a period's start, who stayed or left until its end. */
export interface CustomersMetric extends MetricBase {
  readonly shape: 'customers';
  readonly of: 'stayed' | 'left';
}

export type Metric = FlowMetric | StockMetric | CustomersMetric;

export type FigureStatus = 'ok' | 'too_few' | 'unavailable' | 'edge' | 'window_open';

/** One figure: the row of `metrics`, still in inner units (milliseconds). */
export interface Figure {
  readonly period: (Period & { readonly complete: boolean }) | null;
  readonly segment: Segment;
  readonly metric: string;
  readonly kind: MetricKind;
  readonly stat: Stat;
  readonly clock: Clock | null;
  /** Milliseconds for durations, 0–1 for shares, own scale for scores, points for NPS. null: no data. */
  readonly value: number | null;
  readonly n: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Tickets of this cell without that end yet; null where the notion does not apply. */
  readonly open: number | null;
  readonly status: FigureStatus;
  readonly reason: Sentence | null;
  readonly clockSource?: 'own' | 'helpdesk';
  /** How finely a duration is known; left out: to the second. */
  readonly precision?: Precision;
  /** A quantile with tickets still open that lies beyond what was seen by as-of: `value` is null, yet longer than any limit. */
  readonly isNotReached?: boolean;
  /** A stock of which the export lacks what came before it began: the true figure is this or more. */
  readonly isLowerBound?: boolean;
  /** Of few values: the smallest and the largest, which people see in place of an interval. */
  readonly few?: { readonly low: number; readonly high: number };
}

/**
 * The one name of a figure in every output: `csat`, `first_response_time.p90`, `first_response_time.p90@business`; as
 * expectations take it. A metric of which there is one statistic goes by its own name.
 */
export function figureKey({
  metric,
  stat,
  clock,
  kind,
}: Pick<Figure, 'metric' | 'kind'> & { readonly stat: string; readonly clock: Clock | null }): string {
  const isOnly = ['count', 'share', 'score'].includes(stat) || (stat === 'mean' && kind !== 'duration');
  return `${metric}${isOnly ? '' : `.${stat}`}${clock === 'business' ? '@business' : ''}`;
}

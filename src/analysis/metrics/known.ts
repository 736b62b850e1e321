import {
  arrivalsKnown,
  type Coverage,
  type Extent,
  extentOf,
  type KnownSpan,
  type SourceCoverage,
} from '../../model/coverage.ts';
import type { Desk } from '../../model/desk.ts';
import type { FigureStatus, Metric } from '../../model/metric.ts';
import type { Period } from '../../model/segment.ts';
import { type Sentence, sentence } from '../../model/sentence.ts';
import { borrowNumbers, giveBackNumbers } from '../../model/spare-numbers.ts';
import { RankPlacer } from '../../stats/place-ranks.ts';
import { quantileSorted, ranksOfQuantile } from '../../stats/quantile.ts';
import { isDatedByArrival } from './observing.ts';
import { observeResolution } from './resolution.ts';
import { restsOn } from './rests-on.ts';
import { isUnavailable } from './unavailable.ts';

/** How far a figure of one period can be known from the export: `edge` with what it means for its value. */
export interface Knowledge {
  readonly extent: Extent;
  /** Why it is not known, or not all of it. */
  readonly reason: Sentence | null;
}

const KNOWN: Knowledge = { extent: 'whole', reason: null };
const because = {
  notCovered: sentence('why.export_not_covering'),
  partlyCovered: sentence('why.export_covers_part'),
  openOnly: sentence('why.open_only'),
  solvedOnly: sentence('why.solved_only'),
  noMessages: sentence('why.messages_not_covering'),
  someMessages: sentence('why.messages_cover_part'),
  noEvents: sentence('why.changes_not_covering'),
  someEvents: sentence('why.changes_cover_part'),
  noSurveys: sentence('why.surveys_not_covering'),
  someSurveys: sentence('why.surveys_cover_part'),
  tooEarly: sentence('why.begins_too_late'),
} as const;

const ofSurveys = { none: because.noSurveys, part: because.someSurveys };
const sourceReasons: Readonly<
  Record<keyof SourceCoverage, Readonly<Record<Exclude<Extent, 'whole'>, Sentence>>>
> = {
  messages: { none: because.noMessages, part: because.someMessages },
  events: { none: because.noEvents, part: because.someEvents },
  csat: ofSurveys,
  nps: ofSurveys,
  ces: ofSurveys,
};

/** What a figure is not known for, as its note says it. */
export type EdgeNote = 'edge' | 'edge_part' | 'edge_open' | 'edge_solved';

/** The note of a figure at the edge of the export, by its reason. */
export function edgeNoteOf(reason: Sentence | null): EdgeNote {
  if (reason === because.openOnly) return 'edge_open';
  if (reason === because.solvedOnly) return 'edge_solved';
  return reason === because.tooEarly ? 'edge' : 'edge_part';
}

/** Flows that are dated by the end of a ticket, or by what happens while it is open. */
const endDated: ReadonlySet<string> = new Set(['solved_at', 'first solve']);
const ratingDated: ReadonlySet<string> = new Set(['answered_at', 'sent_at']);

/** What decides how far figures can be known, apart from the rows: so much is kept beside observations too. */
export interface KnowledgeFacts {
  readonly asOf: number;
  readonly coverage: Coverage;
  readonly sourceCoverage?: SourceCoverage;
  /** Ratings stand in surveys of their own. */
  readonly hasSurveys: boolean;
  /** Until when figures by solve date are at the edge; from when on those of the tickets that came are. */
  readonly slowEdge: number;
  readonly unsolvedEdge: number;
  /** The source beside the tickets that a metric is taken from. */
  readonly restsOn: (metric: Pick<Metric, 'id'>) => keyof SourceCoverage | null;
}

/** The facts of a desk; what takes long is found when it is asked for. */
export function knowledgeFacts(desk: Desk): KnowledgeFacts {
  const { asOf, coverage, sourceCoverage, surveys } = desk;
  return {
    asOf,
    coverage,
    ...(sourceCoverage ? { sourceCoverage } : {}),
    hasSurveys: surveys.length > 0,
    get slowEdge() {
      return slowEdge(desk);
    },
    get unsolvedEdge() {
      return unsolvedEdge(desk);
    },
    restsOn: (metric) => restsOn(desk, metric),
  };
}

/**
 * Whether the export can know a metric of a period (DEFINITIONS 1): flows by creation where every ticket that came is in
 * it; flows by solve, in an export by creation, only once the slow tickets from before it are done; stocks not before
 * its beginning; ratings from the first answer on. Everything (no period) is what the files hold; of a view of open
 * tickets not even that can be told, for it holds what was left over.
 */
export function knowledgeBy(facts: KnowledgeFacts, metric: Metric, period: Period | null): Knowledge {
  if (Number.isNaN(facts.coverage.from) || metric.shape === 'customers') return KNOWN;
  if (period === null)
    return facts.coverage.cut === 'open' && metric.shape !== 'stock' && isOfTickets(facts, metric)
      ? { extent: 'part', reason: because.openOnly }
      : KNOWN;
  // What has not happened yet is no edge of the export.
  if (period.start > facts.asOf) return KNOWN;
  if (metric.shape === 'stock' && metric.of !== 'created_count') return stockKnowledge(facts, period);
  const own = ownKnowledge(facts, { metric, period });
  if (own.extent === 'none') return own;
  const told = toldKnowledge(facts, { metric, period });
  return told.extent === 'whole' || (told.extent === 'part' && own.extent === 'part') ? own : told;
}

interface Asked {
  readonly metric: Metric;
  readonly period: Period;
}

/** What the tickets of the export let know. */
function ownKnowledge(facts: KnowledgeFacts, { metric, period }: Asked): Knowledge {
  const { coverage } = facts;
  const known = ownSpan(facts, metric);
  if (!known) return KNOWN;
  const extent = extentOf(coverage, {
    period: { from: period.start, to: period.end },
    known,
    asOf: facts.asOf,
  });
  if (extent !== 'whole') return { extent, reason: reasonFor(facts, extent) };
  if (period.end > facts.unsolvedEdge && !endDated.has(metric.periodOf) && !ratingDated.has(metric.periodOf))
    return { extent: 'part', reason: because.solvedOnly };
  if (endDated.has(metric.periodOf) && period.start < facts.slowEdge)
    return { extent: 'part', reason: because.tooEarly };
  return KNOWN;
}

/** What the source beside the tickets lets know that a metric rests on: messages, status changes, surveys. */
function toldKnowledge(facts: KnowledgeFacts, { metric, period }: Asked): Knowledge {
  const source = facts.restsOn(metric);
  const told = source && facts.sourceCoverage?.[source];
  if (!told) return KNOWN;
  const extent = extentOf(told, {
    period: { from: period.start, to: period.end },
    known: arrivalsKnown(told),
    asOf: facts.asOf,
  });
  return extent === 'whole' ? KNOWN : { extent, reason: sourceReasons[source][extent] };
}

/** Ratings in surveys of their own do not depend on which tickets an export holds. */
const isOfTickets = ({ hasSurveys }: KnowledgeFacts, { periodOf }: Metric): boolean =>
  !ratingDated.has(periodOf) || !hasSurveys;

function reasonFor({ coverage }: KnowledgeFacts, extent: Extent): Sentence {
  if (coverage.cut === 'open') return because.openOnly;
  return extent === 'none' ? because.notCovered : because.partlyCovered;
}

/** In which stretch of time a flow can be known; null where the export says nothing of it. */
export function knownSpan(desk: Desk, metric: Metric): KnownSpan | null {
  const source = restsOn(desk, metric);
  const told = source && desk.sourceCoverage?.[source];
  const own = ownSpan(knowledgeFacts(desk), metric);
  if (!told) return own;
  const { from, to } = arrivalsKnown(told);
  return { from: Math.max(from, own?.from ?? from), to: Math.min(to, own?.to ?? to) };
}

function ownSpan(facts: KnowledgeFacts, metric: Metric): KnownSpan | null {
  const { coverage } = facts;
  if (!isOfTickets(facts, metric)) return null;
  if (coverage.cut === 'open' && !isDatedByArrival(metric)) {
    return { from: Number.POSITIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  }
  return arrivalsKnown(coverage);
}

/** What lay there at a moment: of an export of what was touched in a window, not before the window. */
function stockKnowledge(facts: KnowledgeFacts, period: Period): Knowledge {
  const { coverage, asOf } = facts;
  const moment = Math.min(period.end - 1, asOf);
  if (coverage.pinned) return KNOWN;
  if (coverage.cut === 'open')
    return moment < asOf && period.end <= asOf ? { extent: 'none', reason: because.openOnly } : KNOWN;
  if (moment < coverage.bulkFrom) return { extent: 'none', reason: because.notCovered };
  return KNOWN;
}

/** What a figure's status, value and reason become where the export cannot know all of it. */
export function withKnowledge<
  F extends {
    readonly value: number | null;
    readonly status: FigureStatus;
    readonly reason: Sentence | null;
  },
>(figure: F, { extent, reason }: Knowledge): F {
  if (extent === 'whole' || figure.status === 'window_open') return figure;
  return extent === 'none'
    ? { ...figure, value: null, low: null, high: null, status: 'edge', reason }
    : { ...figure, status: 'edge', reason };
}

const edges = new WeakMap<Desk, number>();

/**
 * Until when figures by solve date are `edge` in an export of tickets created in a window: it lacks the slow tickets
 * that were created before it and solved in its first days, until its beginning + p95 of resolution.
 */
export function slowEdge(desk: Desk): number {
  const { coverage } = desk;
  if (coverage.cut !== 'created' || coverage.pinned) return Number.NEGATIVE_INFINITY;
  let edge = edges.get(desk);
  if (edge === undefined) {
    const slow = slowResolution(desk);
    edge = slow === null ? Number.NEGATIVE_INFINITY : coverage.bulkFrom + slow;
    edges.set(desk, edge);
  }
  return edge;
}

const lateEdges = new WeakMap<Desk, number>();

/**
 * From when on figures of the tickets that came are `edge` in an export of tickets solved in a window: the slow ones of
 * its last days, p95 of resolution back from as-of, are not solved yet and lacking.
 */
function unsolvedEdge(desk: Desk): number {
  const { coverage, asOf } = desk;
  if (coverage.cut !== 'solved' || coverage.pinned) return Number.POSITIVE_INFINITY;
  let edge = lateEdges.get(desk);
  if (edge === undefined) {
    const slow = slowResolution(desk);
    edge = slow === null ? Number.POSITIVE_INFINITY : asOf - slow;
    lateEdges.set(desk, edge);
  }
  return edge;
}

/** Below so many the first half does not tell how long tickets take. */
const FEWEST_FINISHED = 20;

/**
 * p95 of resolution: of the tickets that came in the first half of the export where enough of them are finished, for
 * the younger ones have only their quick ends behind them.
 */
function slowResolution(desk: Desk): number | null {
  const resolution = observeResolution(desk, {
    context: { clock: 'calendar', businessTime: null },
    which: 'last',
    reported: {
      calendar: 'reported_resolution_time_seconds',
      business: 'reported_resolution_time_business_seconds',
    },
  });
  if (isUnavailable(resolution)) return null;
  const { state, value, ticket } = resolution;
  const created = desk.tickets.columns.created_at;
  const createdAt = created?.type === 'instant' ? created.values : null;
  const middle = (desk.coverage.bulkFrom + desk.asOf) / 2;
  const used = borrowNumbers(value.length);
  let early = 0;
  // The tickets of the first half from the front, the others from behind.
  let behind = value.length;
  for (let i = 0; i < value.length; i++) {
    const own = value[i];
    if (state[i] !== 0 || Number.isNaN(own)) continue;
    if (createdAt !== null && createdAt[ticket[i]] <= middle) used[early++] = own;
    else used[--behind] = own;
  }
  if (early < FEWEST_FINISHED) {
    used.copyWithin(early, behind);
    early += value.length - behind;
  }
  const finished = used.subarray(0, early);
  new RankPlacer().place(finished, ranksOfQuantile(early, 0.95));
  const slow = quantileSorted(finished, 0.95) ?? 0;
  giveBackNumbers(used);
  return slow;
}

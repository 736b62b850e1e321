import type { Desk } from '../../model/desk.ts';
import type { Figure } from '../../model/metric.ts';
import type { Period } from '../../model/segment.ts';
import { sentence } from '../../model/sentence.ts';
import type { Grouping } from '../segments/grouping.ts';
import { factsOf, type TicketFacts } from './ticket-facts.ts';

/** A count of which only the ends are known between which it lies. */
export interface BoundFigure extends Figure {
  readonly bound?: { readonly least: number; readonly most: number };
}

interface Counted {
  readonly desk: Desk;
  readonly grouping: Grouping;
  readonly period: Period | null;
}

/** Whether a ticket whose answers are not in the files may belong to the count, by the metric. */
const mayCount: Readonly<Record<string, (facts: TicketFacts, t: number, end: number) => boolean>> = {
  unanswered: ({ endedAt, isFinished }, t, end) =>
    Number.isNaN(endedAt[t]) ? isFinished[t] !== 1 : endedAt[t] >= end,
  closed_unanswered: ({ isFinished }, t) => isFinished[t] === 1,
};

/**
 * Counts of tickets that nobody answered, where the files hold the messages of some tickets only: at least so many, and
 * at most so many more as there are tickets of which that is not known. A gate is not passed by what was not looked at.
 */
export function boundByUnrecorded(
  figures: readonly Figure[],
  counted: Counted & { readonly metric: string },
): readonly BoundFigure[] {
  const may = mayCount[counted.metric];
  const unknown = may ? unrecordedOf(counted, may) : null;
  if (!unknown) return figures;
  const { segments } = counted.grouping;
  return figures.map((figure): BoundFigure => {
    const more = unknown[segments.indexOf(figure.segment)] ?? 0;
    if (figure.value === null || more === 0) return figure;
    const { value } = figure;
    const reason = sentence('why.answers_not_recorded', { n: more });
    return { ...figure, isLowerBound: true, reason, bound: { least: value, most: value + more } };
  });
}

/** Tickets of the period whose answers are not recorded, by segment; null where all are. */
function unrecordedOf(
  { desk, grouping, period }: Counted,
  may: (typeof mayCount)[string],
): Float64Array | null {
  const facts = factsOf(desk);
  const { answerIsKnown, createdAt, rows } = facts;
  if (!answerIsKnown) return null;
  const counts = new Float64Array(grouping.segments.length);
  const [start, end] = [period?.start ?? Number.NEGATIVE_INFINITY, period?.end ?? Number.POSITIVE_INFINITY];
  for (let t = 0; t < rows; t++) {
    const isOf = createdAt[t] >= start && createdAt[t] < end && answerIsKnown[t] === 0;
    if (!isOf || facts.openedByAgent[t] === 1 || !may(facts, t, Math.min(end, desk.asOf + 1))) continue;
    countIn(counts, t, grouping);
  }
  return counts;
}

function countIn(counts: Float64Array, t: number, { single, offsets, groups, total }: Grouping): void {
  const before = counts[total];
  if (single) {
    if (single[t] < 0) return;
    counts[single[t]]++;
  } else if (offsets && groups) {
    if (offsets[t] === offsets[t + 1]) return;
    for (let i = offsets[t]; i < offsets[t + 1]; i++) counts[groups[i]]++;
  }
  // The whole desk stands beside the others, once a ticket.
  if (total >= 0 && counts[total] === before) counts[total]++;
}

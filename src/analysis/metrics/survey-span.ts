import { codesOf, type Desk } from '../../model/desk.ts';

/** How unlikely silence must be before a file of answers is a part, rather than its tickets unanswered. */
const UNLIKELY = 0.01;

interface AnsweredSolves {
  /** NaN where a ticket was never solved. */
  readonly solvedAt: Float64Array;
  /** 1 at tickets with an answer. */
  readonly answers: Uint8Array;
}

/** The stretch of solves that a file of answers is about, of one desk. */
interface Stretch {
  first: number;
  last: number;
  answered: number;
  /** Solves in it, before it and after it. */
  within: number;
  before: number;
  after: number;
}

/**
 * Which solves the answers are about (DEFINITIONS 14: outside of a part file's span nothing is recorded): of each desk
 * those from the first solve with an answer to the last, and those around them, unless so many without any are less
 * than 1 % likely at the share of answers between. A desk without one answer is judged by the share of the others.
 */
export function solvesAskedAbout(
  desk: Pick<Desk, 'tickets' | 'sources' | 'ticketFields'>,
  { solvedAt, answers }: AnsweredSolves,
): { includes(ticket: number): boolean } {
  const { tickets } = desk;
  const deskOf = desksOf(desk);
  const stretches = stretchesOf(
    { source: tickets.source, rows: tickets.rows, deskOf },
    { solvedAt, answers },
  );
  const share = shareOf([...stretches.values()]);
  for (const stretch of stretches.values()) widen(stretch, share);
  return {
    includes(ticket) {
      const stretch = stretches.get(deskOf[tickets.source[ticket]]);
      return stretch !== undefined && solvedAt[ticket] >= stretch.first && solvedAt[ticket] <= stretch.last;
    },
  };
}

interface Sources {
  readonly source: Uint16Array;
  readonly rows: number;
  /** The first source of each source's desk. */
  readonly deskOf: readonly number[];
}

/**
 * Files of one helpdesk with the same fields, whose tickets are numbered alike (`W1`, `W2`), are one desk's, however its
 * export was cut.
 */
function desksOf(desk: Pick<Desk, 'tickets' | 'sources' | 'ticketFields'>): readonly number[] {
  const { sources, ticketFields } = desk;
  const numbered = sources.length > 1 ? prefixesOf(desk) : [];
  const first = new Map<string, number>();
  return sources.map(({ preset }, source) => {
    const fields = [...(ticketFields?.get(source) ?? [])].sort();
    const key = [preset ?? '', numbered[source] ?? '', ...fields].join('|');
    const known = first.get(key);
    if (known === undefined) first.set(key, source);
    return known ?? source;
  });
}

/** What stands before the numbers of each source's tickets; empty where they differ, or are no numbers. */
function prefixesOf({ tickets }: Pick<Desk, 'tickets'>): readonly (string | undefined)[] {
  const prefixes: (string | undefined)[] = [];
  const ids = codesOf(tickets, 'id');
  if (!ids) return prefixes;
  for (let t = 0; t < tickets.rows; t++) {
    const source = tickets.source[t];
    if (ids.codes[t] === 0 || prefixes[source] === '') continue;
    const prefix = /^(.*?)\d+$/.exec(ids.names.name(ids.codes[t]))?.[1] ?? '';
    prefixes[source] = prefixes[source] === undefined || prefixes[source] === prefix ? prefix : '';
  }
  return prefixes;
}

/** The stretch from the first answered solve to the last of each desk, and how many solves lie around it. */
function stretchesOf(
  { source, rows, deskOf }: Sources,
  { solvedAt, answers }: AnsweredSolves,
): ReadonlyMap<number, Stretch> {
  const stretches = new Map<number, Stretch>();
  for (let t = 0; t < rows; t++) {
    if (Number.isNaN(solvedAt[t])) continue;
    const stretch = stretches.get(deskOf[source[t]]) ?? noStretch();
    stretches.set(deskOf[source[t]], stretch);
    if (answers[t] !== 1) continue;
    stretch.answered++;
    stretch.first = Math.min(stretch.first, solvedAt[t]);
    stretch.last = Math.max(stretch.last, solvedAt[t]);
  }
  for (let t = 0; t < rows; t++) {
    const stretch = stretches.get(deskOf[source[t]]);
    if (!stretch || Number.isNaN(solvedAt[t])) continue;
    stretch[solvedAt[t] < stretch.first ? 'before' : solvedAt[t] > stretch.last ? 'after' : 'within']++;
  }
  return stretches;
}

const noStretch = (): Stretch => ({
  first: Number.POSITIVE_INFINITY,
  last: Number.NEGATIVE_INFINITY,
  answered: 0,
  within: 0,
  before: 0,
  after: 0,
});

function shareOf(stretches: readonly Stretch[]): number {
  const told = stretches.filter(({ answered }) => answered > 0);
  const sum = (of: (stretch: Stretch) => number): number => told.reduce((total, each) => total + of(each), 0);
  return (
    sum(({ answered }) => answered) /
    Math.max(
      1,
      sum(({ within }) => within),
    )
  );
}

/** Takes in what lies around the answers, where nobody need have answered there. */
function widen(stretch: Stretch, shareOfAll: number): void {
  // One more without an answer: a stretch of one answered ticket is no share of one.
  const share = stretch.answered > 0 ? stretch.answered / (stretch.within + 1) : shareOfAll;
  const isLikely = (silent: number): boolean => (1 - share) ** silent >= UNLIKELY;
  if (stretch.answered === 0) {
    if (isLikely(stretch.before)) [stretch.first, stretch.last] = [-Infinity, Infinity];
    return;
  }
  if (isLikely(stretch.before)) stretch.first = -Infinity;
  if (isLikely(stretch.after)) stretch.last = Infinity;
}

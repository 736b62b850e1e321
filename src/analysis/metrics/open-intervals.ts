import { GrowingCodes, GrowingFloats } from '../../model/columns.ts';
import type { Desk } from '../../model/desk.ts';
import { openStatuses } from '../../model/fields.ts';
import type { Intervals, Unavailable } from '../../model/metric.ts';
import { factsOf, stateCode, type TicketFacts } from './ticket-facts.ts';
import { unavailable } from './unavailable.ts';
import { END_UNKNOWN, noEnd } from './unknown-ends.ts';

export const openStates = new Set(openStatuses.map(stateCode));

const known = new WeakMap<Desk, Intervals | Unavailable>();

/**
 * When each ticket lay in the backlog (DEFINITIONS 2). With events: every stretch in an open status. Without:
 * from creation to the end stamp, so that a reopened ticket counts as open until its last solve. A finished ticket
 * without an end stamp is left out, counted: nobody knows when it left. Found once a desk.
 */
export function openIntervals(desk: Desk): Intervals | Unavailable {
  let intervals = known.get(desk);
  if (!intervals) {
    intervals = findIntervals(desk);
    known.set(desk, intervals);
  }
  return intervals;
}

function findIntervals(desk: Desk): Intervals | Unavailable {
  const facts = factsOf(desk);
  if (!facts.knowsEnd) return noEnd(facts);
  if (desk.coverage.cut === 'solved') return unavailable('cut_solved');
  const { spells } = desk;
  const found = new Stretches();
  for (let t = 0; t < facts.rows; t++) {
    if (spells && spells.offsets[t] < spells.offsets[t + 1]) found.bySpells(t, spells, facts);
    else found.byEnd(t, facts);
  }
  const { ticket, from, to, leftOut } = found.done();
  // A stretch of its own begins at a reopening; the ticket is as old as ever.
  const bornAt = spells ? { bornAt: Float64Array.from(ticket, (t) => facts.createdAt[t]) } : {};
  return { ticket, from, to, ...bornAt, leftOut };
}

/** Stretches in which tickets were open, as they are found. */
class Stretches {
  readonly #ticket = new GrowingCodes();
  readonly #from = new GrowingFloats();
  readonly #to = new GrowingFloats();
  #withoutEndStamp = 0;
  #notRecorded = 0;

  /** As its status changes tell it. */
  bySpells(t: number, { offsets, from, state }: NonNullable<Desk['spells']>, facts: TicketFacts): void {
    let since = Number.NaN;
    for (let i = offsets[t]; i < offsets[t + 1]; i++) {
      const isOpen = openStates.has(state[i]);
      if (isOpen && Number.isNaN(since))
        since = i === offsets[t] ? Math.min(facts.createdAt[t], from[i]) : from[i];
      if (isOpen || Number.isNaN(since)) continue;
      this.#take(t, since, from[i]);
      since = Number.NaN;
    }
    if (Number.isNaN(since)) return;
    // Its events end before the ticket did, and nobody knows when that was.
    if (facts.isFinished[t] === 1) this.#withoutEndStamp++;
    else this.#take(t, since, Number.POSITIVE_INFINITY);
  }

  /** From creation to its end. */
  byEnd(t: number, { createdAt, endedAt, isFinished }: TicketFacts): void {
    const isEndless = Number.isNaN(endedAt[t]);
    if (isFinished[t] === END_UNKNOWN) this.#notRecorded++;
    else if (isEndless && isFinished[t] === 1) this.#withoutEndStamp++;
    else this.#take(t, createdAt[t], isEndless ? Number.POSITIVE_INFINITY : endedAt[t]);
  }

  #take(ticket: number, from: number, to: number): void {
    this.#ticket.push(ticket);
    this.#from.push(from);
    this.#to.push(to);
  }

  done(): Pick<Intervals, 'ticket' | 'from' | 'to' | 'leftOut'> {
    return {
      ticket: this.#ticket.done(),
      from: this.#from.done(),
      to: this.#to.done(),
      leftOut: countsOf({
        finished_without_end_stamp: this.#withoutEndStamp,
        not_recorded: this.#notRecorded,
      }),
    };
  }
}

/** The counts that are not zero. */
const countsOf = (counts: Readonly<Record<string, number>>): ReadonlyMap<string, number> =>
  new Map(Object.entries(counts).filter(([, count]) => count > 0));

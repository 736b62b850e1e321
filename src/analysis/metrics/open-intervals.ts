import { GrowingCodes, GrowingFloats } from '../../model/columns.ts';
import type { Desk } from '../../model/desk.ts';
import { openStatuses } from '../../model/fields.ts';
import type { Intervals, Unavailable } from '../../model/metric.ts';
import { factsOf, stateCode } from './ticket-facts.ts';
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
  const ticket = new GrowingCodes();
  const from = new GrowingFloats();
  const to = new GrowingFloats();
  let noEndStamp = 0;
  let notRecorded = 0;
  const { spells } = desk;
  for (let t = 0; t < facts.rows; t++) {
    if (spells && spells.offsets[t] < spells.offsets[t + 1]) {
      let since = Number.NaN;
      for (let i = spells.offsets[t]; i < spells.offsets[t + 1]; i++) {
        const isOpen = openStates.has(spells.state[i]);
        if (isOpen && Number.isNaN(since))
          since = i === spells.offsets[t] ? Math.min(facts.createdAt[t], spells.from[i]) : spells.from[i];
        if (!isOpen && !Number.isNaN(since)) {
          ticket.push(t);
          from.push(since);
          to.push(spells.from[i]);
          since = Number.NaN;
        }
      }
      if (Number.isNaN(since)) continue;
      // Its events end before the ticket did, and nobody knows when that was.
      if (facts.isFinished[t] === 1) noEndStamp++;
      else {
        ticket.push(t);
        from.push(since);
        to.push(Number.POSITIVE_INFINITY);
      }
      continue;
    }
    const end = facts.endedAt[t];
    if (facts.isFinished[t] === END_UNKNOWN) {
      notRecorded++;
      continue;
    }
    if (Number.isNaN(end) && facts.isFinished[t] === 1) {
      noEndStamp++;
      continue;
    }
    ticket.push(t);
    from.push(facts.createdAt[t]);
    to.push(Number.isNaN(end) ? Number.POSITIVE_INFINITY : end);
  }
  const tickets = ticket.done();
  return {
    ticket: tickets,
    from: from.done(),
    to: to.done(),
    // A stretch of its own begins at a reopening; the ticket is as old as ever.
    ...(spells ? { bornAt: Float64Array.from(tickets, (t) => facts.createdAt[t]) } : {}),
    leftOut: countsOf({ finished_without_end_stamp: noEndStamp, not_recorded: notRecorded }),
  };
}

/** The counts that are not zero. */
const countsOf = (counts: Readonly<Record<string, number>>): ReadonlyMap<string, number> =>
  new Map(Object.entries(counts).filter(([, count]) => count > 0));

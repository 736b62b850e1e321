import type { Desk } from '../../model/desk.ts';

/** Share of the tickets with a log from which on times in states are no figure of the desk. */
const MANY = 0.01;

/** Tickets whose log names a status that nobody understood: how long they were in which state is unknown. */
export interface UnknownStatuses {
  /** 1 at such tickets. */
  readonly tickets: Uint8Array;
  /** So many of them that no figure can rest on the others. */
  readonly areMany: boolean;
}

const known = new WeakMap<Desk, UnknownStatuses | null>();

/** Null where every status of every log is understood. */
export function unknownStatusesOf(desk: Desk): UnknownStatuses | null {
  let found = known.get(desk);
  if (found === undefined) {
    found = find(desk);
    known.set(desk, found);
  }
  return found;
}

function find({ events, tickets }: Desk): UnknownStatuses | null {
  const isUnknown = events?.isUnknown;
  if (!events || !isUnknown) return null;
  const marked = new Uint8Array(tickets.rows);
  let withLog = 0;
  let unknown = 0;
  for (let t = 0; t < tickets.rows; t++) {
    const [start, end] = [events.offsets[t], events.offsets[t + 1]];
    if (start === end) continue;
    withLog++;
    if (!isUnknown.subarray(start, end).includes(1)) continue;
    marked[t] = 1;
    unknown++;
  }
  return { tickets: marked, areMany: unknown > MANY * withLog };
}

import type { CodeColumn } from '../../model/columns.ts';
import { codesOf, type Desk, tellingSources } from '../../model/desk.ts';
import { openStatuses } from '../../model/fields.ts';
import type { Unavailable } from '../../model/metric.ts';
import { unavailable } from './unavailable.ts';
import { untoldEnds } from './untold-ends.ts';

/** In `TicketFacts.isFinished`: nobody can tell whether the ticket is finished. */
export const END_UNKNOWN = 2;

/** A stamp column that says when tickets ended; `stamped` are those that are recorded. */
export type EndStamp = 'solved_at' | 'closed_at';

const understood: ReadonlySet<string> = new Set([...openStatuses, 'solved', 'closed']);

/** How many tickets of the sources that say whether tickets are finished say it in words that nobody understands. */
export interface UnknownEnds {
  readonly asked: number;
  readonly unknown: number;
  /** Of those asked, how many are known to be open. */
  readonly open: number;
  /** Changes tell of some tickets, and nothing of the others: of those that are open nobody knows how many they are. */
  readonly isOfSome?: boolean;
}

/** Few enough of all to be left out of figures that count what is open. */
const FEW = 0.01;

/** Whether what is known suffices to say what is open: the unknown are hardly any, or fewer than those known to be. */
export const tellsOpen = ({ asked, unknown, open, isOfSome }: UnknownEnds): boolean =>
  isOfSome !== true && (unknown <= Math.max(1, FEW * asked) || (unknown * 2 <= asked && unknown <= open));

/**
 * Marks the tickets of which their source cannot tell whether they are finished (DEFINITIONS 14): it has neither
 * statuses nor end stamps although other sources have, or a status that nobody understood and no stamp column.
 * Events of a ticket tell it by themselves, and messages from which tickets were made; those of a ticket list do not.
 */
export function markUnknownEnds(
  desk: Desk,
  { isFinished, stamped }: { readonly isFinished: Uint8Array; readonly stamped: readonly EndStamp[] },
): UnknownEnds {
  const { tickets, spells, messages } = desk;
  const { rows, source } = tickets;
  const untold = untoldEnds(desk);
  if (untold) return markUntold(untold, isFinished);
  const none = { asked: rows, unknown: 0, open: 0 };
  const byStamp = stamped.length > 0 ? tellingSources(desk, stamped) : new Uint8Array(desk.sources.length);
  // Every source has a column of ends: nothing to look for.
  if (byStamp === null) return none;
  const status = codesOf(tickets, 'status');
  const byStatus = status ? tellingSources(desk, ['status']) : new Uint8Array(desk.sources.length);
  if (status === null && stamped.length === 0) return none;
  const isUnderstood = understoodStatuses(status);
  const ofMessages = messages?.reading?.isRebuilt === false ? undefined : messages?.offsets;
  let asked = 0;
  let unknown = 0;
  let open = 0;
  for (let t = 0; t < rows; t++) {
    const isStamped = byStamp[source[t]] === 1;
    const isAsked = isStamped || byStatus === null || byStatus[source[t]] === 1;
    const isOpen = isFinished[t] === 0;
    const isSaid = isUnderstood[status?.codes[t] ?? 0] === 1;
    if (isAsked) asked++;
    if (isAsked && isOpen && isSaid) open++;
    if (isStamped || !isOpen || isSaid || hasRows(spells?.offsets, t) || hasRows(ofMessages, t)) continue;
    isFinished[t] = END_UNKNOWN;
    if (isAsked) unknown++;
  }
  return { asked, unknown, open };
}

function markUntold(untold: Uint8Array, isFinished: Uint8Array): UnknownEnds {
  let unknown = 0;
  let open = 0;
  for (let t = 0; t < untold.length; t++) {
    if (isFinished[t] !== 0) continue;
    if (untold[t] === 1) isFinished[t] = END_UNKNOWN;
    unknown += untold[t];
    open += 1 - untold[t];
  }
  return { asked: untold.length, unknown, open, isOfSome: unknown > 0 };
}

/** 1 at the codes of states that say whether a ticket is finished. */
function understoodStatuses(status: CodeColumn | null): Uint8Array {
  const found = new Uint8Array((status?.names.size ?? 0) + 1);
  for (const name of understood) found[status?.names.find(name) ?? 0] = 1;
  found[0] = 0;
  return found;
}

const hasRows = (offsets: Uint32Array | undefined, t: number): boolean =>
  offsets !== undefined && offsets[t] < offsets[t + 1];

/** Why nobody can tell which tickets are finished. */
export function noEnd(facts: {
  readonly unknownEnds: UnknownEnds;
  readonly endsUnnamed: boolean;
}): Unavailable {
  if (facts.endsUnnamed) return unavailable('no_end_named');
  if (facts.unknownEnds.isOfSome) return unavailable('events_of_some');
  return unavailable(facts.unknownEnds.unknown > 0 ? 'status_not_understood' : 'no_end');
}

import { expectedArrivals } from '../../model/coverage.ts';
import type { Desk, Spells } from '../../model/desk.ts';
import { openStatuses } from '../../model/fields.ts';
import { recordedCounts } from './empty-columns.ts';
import { byId, stateCode, type TicketFacts } from './ticket-facts.ts';

export const DAY = 86_400_000;
const openStates = new Set(openStatuses.map(stateCode));

/** Instant of the first reopen after `solvedAt`, Infinity for none, NaN where the desk cannot tell. */
export function reopenedAfter(desk: Desk, t: number, solvedAt: number): number {
  const { spells } = desk;
  if (spells && spells.offsets[t] < spells.offsets[t + 1]) {
    for (let i = spells.offsets[t]; i < spells.offsets[t + 1]; i++) {
      if (!openStates.has(spells.state[i])) continue;
      const at = spells.from[i];
      if (at > solvedAt || (at === solvedAt && isAfterEnd(spells, t, i))) return at;
    }
    return Number.POSITIVE_INFINITY;
  }
  const reopens = recordedCounts(desk, 'reopens');
  if (!reopens) return Number.NaN;
  return reopens[t] > 0 ? solvedAt : Number.POSITIVE_INFINITY;
}

/** Whether the spell before began at the same instant with an end: solved and reopened on one day. */
const isAfterEnd = ({ offsets, from, state }: Spells, t: number, i: number): boolean =>
  i > offsets[t] && from[i - 1] === from[i] && !openStates.has(state[i - 1]);

/**
 * False for a ticket without an event in a desk whose status changes were read: what happened to it was not recorded,
 * unless the export counts reopens itself.
 */
export function reopensAreKnown(desk: Desk, t: number): boolean {
  const { spells } = desk;
  if (!spells || spells.offsets[t] < spells.offsets[t + 1]) return true;
  const reopens = recordedCounts(desk, 'reopens');
  return reopens !== null && !Number.isNaN(reopens[t]);
}

/** The next ticket of the same requester, by creation. */
export interface NextContact {
  /** Creation of the requester's first ticket after each ticket's own creation; Infinity for none, NaN without requester. */
  readonly nextCreatedAt: Float64Array;
  /** Creations of each requester, ascending: those of requester r are `times[offsets[r]] … times[offsets[r + 1] − 1]`. */
  readonly offsets: Uint32Array;
  readonly times: Float64Array;
}

const known = new WeakMap<TicketFacts, NextContact>();

/**
 * Further tickets that may be missing in less than this part of a window move hardly an answer: a desk that is quiet on its
 * last day is no export that was made later.
 */
const NEGLIGIBLE = 0.1;

/**
 * Until when it is known who wrote again: up to as-of, unless tickets stop so long before it (a window of an export that
 * was made later, a file that was cut off) that further ones are merely not in it. An end that was stated is one, however
 * quiet the time behind it: each part of a desk says the same then.
 */
export function contactsKnownUntil({ coverage, asOf }: Desk, window: number): number {
  const { bulkTo, pinned } = coverage;
  // A rush on one weekday makes the same day look dear where few weeks are known: time counts as well as tickets.
  if (!(bulkTo < asOf) || asOf - bulkTo < NEGLIGIBLE * window) return asOf;
  if (pinned) return bulkTo;
  const missed = expectedArrivals(coverage, { from: bulkTo, to: asOf });
  const all = expectedArrivals(coverage, { from: asOf - window, to: asOf });
  return missed < NEGLIGIBLE * all ? asOf : bulkTo;
}

/** Sorts tickets by requester and creation, once for all metrics about repeated contact. */
export function contactsOf(facts: TicketFacts): NextContact | null {
  if (!facts.requester) return null;
  let contacts = known.get(facts);
  if (!contacts) {
    contacts = findContacts(facts, facts.requester);
    known.set(facts, contacts);
  }
  return contacts;
}

function findContacts(
  facts: TicketFacts,
  { codes, size }: NonNullable<TicketFacts['requester']>,
): NextContact {
  const offsets = new Uint32Array(size + 2);
  for (let t = 0; t < facts.rows; t++) offsets[codes[t] + 1]++;
  for (let r = 0; r <= size; r++) offsets[r + 1] += offsets[r];
  const next = offsets.slice();
  const times = new Float64Array(facts.rows);
  for (let t = 0; t < facts.rows; t++) times[next[codes[t]]++] = facts.createdAt[t];
  for (let r = 1; r <= size; r++)
    if (!isAscending(times, offsets[r], offsets[r + 1])) times.subarray(offsets[r], offsets[r + 1]).sort();
  const nextCreatedAt = new Float64Array(facts.rows).fill(Number.NaN);
  for (let t = 0; t < facts.rows; t++) {
    if (codes[t] !== 0) nextCreatedAt[t] = contactAfter({ offsets, times }, codes[t], facts.createdAt[t]);
  }
  return { nextCreatedAt, offsets, times };
}

/** Exports mostly run from old to new: then nothing is to be sorted. */
function isAscending(times: Float64Array, start: number, end: number): boolean {
  for (let i = start + 1; i < end; i++) if (!(times[i] >= times[i - 1])) return false;
  return true;
}

/**
 * 1 at tickets beside which the same requester has another of the same stamp and a higher id: of two in one minute, or on
 * one day of a list of days, the second follows the first.
 */
export function followedAtOnce(desk: Desk, facts: TicketFacts, { offsets, times }: NextContact): Uint8Array {
  const isFollowed = new Uint8Array(facts.rows);
  const codes = facts.requester?.codes;
  if (!codes) return isFollowed;
  const isTied = new Uint8Array(offsets.length);
  for (let r = 1; r + 1 < offsets.length; r++)
    for (let i = offsets[r] + 1; i < offsets[r + 1]; i++) if (times[i] === times[i - 1]) isTied[r] = 1;
  const after = byId(desk);
  const last = new Map<string, number>();
  for (let t = 0; t < facts.rows; t++) {
    if (codes[t] === 0 || isTied[codes[t]] === 0) continue;
    const key = `${codes[t]} ${facts.createdAt[t]}`;
    const other = last.get(key);
    if (other === undefined) last.set(key, t);
    else if (after(other, t) < 0) {
      isFollowed[other] = 1;
      last.set(key, t);
    } else isFollowed[t] = 1;
  }
  return isFollowed;
}

/** First creation of requester r later than `after`; Infinity for none. */
export function contactAfter(
  contacts: Pick<NextContact, 'offsets' | 'times'>,
  r: number,
  after: number,
): number {
  let low = contacts.offsets[r];
  let high = contacts.offsets[r + 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (contacts.times[middle] <= after) low = middle + 1;
    else high = middle;
  }
  return low < contacts.offsets[r + 1] ? contacts.times[low] : Number.POSITIVE_INFINITY;
}

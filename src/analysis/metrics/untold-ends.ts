import { type Desk, numbersOf } from '../../model/desk.ts';

/** Share of the told tickets that had a first change by this age: an older one without any is told of nowhere. */
const MOSTLY = 0.95;
/** Fewer tickets before or after those that the log tells of may be late by chance. */
const FEWEST_OUTSIDE = 3;
const OUTSIDE = 0.02;
/** From this share on the log leaves out tickets of its own time as well. */
const INSIDE = 1 / 3;

/**
 * The tickets of which a log of changes says nothing although it alone says which are open (DEFINITIONS 14: outside of
 * its span a ticket without rows is not recorded): such as came before or after all that it tells of, and a great part
 * of those between. A ticket that is as young as one before its first change, and the few that nobody touched, are open.
 * Null where every ticket's end is told, and with `--complete`.
 */
export function untoldEnds(desk: Desk): Uint8Array | null {
  const { spells, events, coverage } = desk;
  const created = numbersOf(desk.tickets, 'created_at');
  if (!spells?.tellsEndsAlone || !events || !created) return null;
  if (coverage.pinned && coverage.cut === 'created') return null;
  const lags: number[] = [];
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const isTold = (t: number): boolean => events.offsets[t] < events.offsets[t + 1];
  for (let t = 0; t < created.length; t++) {
    if (!isTold(t)) continue;
    lags.push(events.at[events.offsets[t]] - created[t]);
    first = Math.min(first, created[t]);
    last = Math.max(last, created[t]);
  }
  if (lags.length === 0 || lags.length === created.length) return null;
  lags.sort((a, b) => a - b);
  const usual = lags[Math.floor(MOSTLY * (lags.length - 1))];
  const outside = new Uint8Array(created.length);
  const inside = new Uint8Array(created.length);
  let [without, within] = [0, 0];
  for (let t = 0; t < created.length; t++) {
    if (isTold(t) || !(desk.asOf - created[t] > usual)) continue;
    if (created[t] > last || created[t] < first) without += outside[t] = 1;
    else within += inside[t] = 1;
  }
  const untouched = within / (within + lags.length);
  const isPart = without > Math.max(FEWEST_OUTSIDE, OUTSIDE * created.length);
  const isSparse = untouched > INSIDE;
  if (!isPart && !isSparse) return null;
  return outside.map((mark, t) => (mark === 1 || (isSparse && inside[t] === 1) ? 1 : 0));
}

import type { Coverage } from '../../model/coverage.ts';

const DAY = 86_400_000;
const YEAR = 365.25 * DAY;

/** How unlikely silence must be for what would break it to be missing rather than absent. */
const UNLIKELY = 0.001;
/** The newest two months, whichever they are: a list in which nobody left earlier may hold survivors only. */
const NEWEST = 62 * DAY;
/** A silence that is no longer than others before it, by this factor, is one of them: renewals fall into one season. */
const LONGER = 1.5;
/** Under so many expected changes nobody can tell a list that was quiet from one that ended. */
const FEWEST_MISSED = 3;

/** What a list of customers tells, up to as-of. */
export interface CustomerDates {
  /** First start and last end of each customer; Infinity for who still is one. */
  readonly startedAt: Float64Array;
  readonly endedAt: Float64Array;
  /** Every start of a stretch, and every end that has happened, those of a change of plan included. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** The first end that is written and lies behind as-of; Infinity for none. */
  readonly nextEnd: number;
  readonly asOf: number;
  /** Stated to hold everything (`--complete`). */
  readonly isComplete: boolean;
}

/**
 * What a list of customers covers (DEFINITIONS 1 and 10): from its first start to its last change, and from when to when
 * leaving is known. Who left before that is not in the list, who left after it is not written down: nobody can be seen
 * leaving there, and a retention of 100 % would be read from nothing. Null without a customer.
 */
export function customerSpan(dates: CustomerDates): Coverage | null {
  const { startedAt, starts, ends, asOf, isComplete } = dates;
  if (startedAt.length === 0) return null;
  const changes = [...starts, ...ends];
  const from = changes.reduce((least, at) => Math.min(least, at), Number.POSITIVE_INFINITY);
  const to = changes.reduce((most, at) => Math.max(most, at), Number.NEGATIVE_INFINITY);
  const all = { bulkFrom: Number.NEGATIVE_INFINITY, bulkTo: Number.POSITIVE_INFINITY };
  return {
    ...{ from, to, cut: 'created', pinned: isComplete, arrivals: null },
    ...(isComplete || !Number.isFinite(asOf) ? all : knownEnds(dates, { changes, to })),
  };
}

function knownEnds(
  dates: CustomerDates,
  { changes, to }: { readonly changes: readonly number[]; readonly to: number },
): Pick<Coverage, 'bulkFrom' | 'bulkTo'> {
  const { ends, nextEnd, asOf } = dates;
  const bulkFrom = endsKnownFrom(dates);
  if (nextEnd - asOf <= usualGap(ends)) return { bulkFrom, bulkTo: Number.POSITIVE_INFINITY };
  const year = changes.filter((at) => at > to - YEAR);
  const begin = year.reduce((least, at) => Math.min(least, at), to);
  const listTo = knownTo(year, { before: to - begin, after: asOf - to, asOf });
  const lastEnd = ends.reduce((most, end) => Math.max(most, end), Number.NEGATIVE_INFINITY);
  const endsTo =
    ends.length > 0 ? knownTo(ends, { ...customerTime(dates, lastEnd), asOf }) : Number.POSITIVE_INFINITY;
  return { bulkFrom, bulkTo: Math.min(listTo, endsTo) };
}

/**
 * Until when things that happen on some days are written down: for good, unless silence for so long is unlikely at the
 * rate before (d more days in a share s of the time: s^d) and longer than any silence before; then as far behind the last
 * of them as fewer than three would be expected.
 */
function knownTo(
  stamps: readonly number[],
  {
    before,
    after,
    asOf,
  }: {
    /** Time in which such a thing could happen, up to the last of them and behind it. */
    readonly before: number;
    readonly after: number;
    readonly asOf: number;
  },
): number {
  const days = [...new Set(stamps.map((at) => Math.floor(at / DAY)))].sort((a, b) => a - b);
  if (days.length < 2 || !(before > 0)) return Number.POSITIVE_INFINITY;
  if ((before / (before + after)) ** (days.length - 1) >= UNLIKELY) return Number.POSITIVE_INFINITY;
  const last = stamps.reduce((most, at) => Math.max(most, at), Number.NEGATIVE_INFINITY);
  const [first, end] = [days[0], days[days.length - 1]];
  let longest = 0;
  for (let i = 1; i < days.length; i++) longest = Math.max(longest, days[i] - days[i - 1]);
  if (asOf / DAY - end <= LONGER * longest) return Number.POSITIVE_INFINITY;
  return last + FEWEST_MISSED * ((end - first) / (days.length - 1)) * DAY;
}

/** Days between one end and the next in the mean, at least one: a list that names an end so soon behind as-of goes on. */
function usualGap(ends: readonly number[]): number {
  if (ends.length < 2) return DAY;
  const first = ends.reduce((least, end) => Math.min(least, end), Number.POSITIVE_INFINITY);
  const last = ends.reduce((most, end) => Math.max(most, end), Number.NEGATIVE_INFINITY);
  return Math.max(DAY, (last - first) / (ends.length - 1));
}

/** Time as a customer before and after a moment, of all of them. */
function customerTime(
  { startedAt, endedAt, asOf }: CustomerDates,
  moment: number,
): { readonly before: number; readonly after: number } {
  let before = 0;
  let after = 0;
  for (let c = 0; c < startedAt.length; c++) {
    const end = Math.min(endedAt[c], asOf);
    before += Math.max(0, Math.min(end, moment) - startedAt[c]);
    after += Math.max(0, end - Math.max(startedAt[c], moment));
  }
  return { before, after };
}

/**
 * Since when ends are in the data. From the first end on, where the time before it can hardly have been without any:
 * with d more days on which somebody left and shares of customer time e₀ before the first and 1 − e₀ after it, at one
 * constant rate P(none before) = (1 − e₀)^d. All who left on one day (an invoice run, a clean-up) are one event. From the
 * newest two months on, where nobody left before them, though customers go back further: who left before may have been
 * deleted.
 */
function endsKnownFrom(dates: CustomerDates): number {
  const { startedAt, ends, asOf } = dates;
  if (ends.length === 0) return Number.NEGATIVE_INFINITY;
  const first = ends.reduce((least, end) => Math.min(least, end), Number.POSITIVE_INFINITY);
  const begun = startedAt.reduce((least, start) => Math.min(least, start), Number.POSITIVE_INFINITY);
  const { before, after } = customerTime(dates, first);
  if (before + after === 0) return Number.NEGATIVE_INFINITY;
  const days = new Set(ends.map((end) => Math.floor(end / DAY))).size;
  if ((after / (before + after)) ** (days - 1) < UNLIKELY) return first;
  const isRecent = asOf - first <= NEWEST && first - begun > NEWEST;
  return isRecent ? asOf - NEWEST : Number.NEGATIVE_INFINITY;
}

import type { Coverage } from '../../model/coverage.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Below so many tickets no density is told. */
const FEWEST = 20;
/** Nobody lists a desk of five centuries: stamps this far apart are no days to be counted. */
const MOST_DAYS = 200_000;
/** A stretch with less than this part of the usual rate holds no whole days of a desk. */
const THIN = 0.1;
/** A week with this part of the usual rate belongs to the bulk. */
const DENSE = 0.25;
/** So many tickets must be missing, and so many days be thin, before a stretch counts as not covered. */
const FEWEST_MISSING = 10;
const FEWEST_DAYS = 7;
/** Days with tickets that a bulk has at least. */
const FEWEST_ACTIVE = 10;
/** Most tickets that are a few old ones beside the bulk: four, or this share. */
const STRAY_COUNT = 4;
const STRAY_SHARE = 0.01;
/** After the end of the window of an export more may follow: what was left to be done. */
const TAIL_SHARE = 0.1;

/** Days with their counts, from day `first` on. */
interface Days {
  readonly first: number;
  readonly counts: Uint32Array;
  /** Tickets before each day. */
  readonly before: Uint32Array;
}

/** Where the bulk of an export begins and ends. */
export interface Bulk {
  readonly from: number;
  readonly to: number;
  /** Few came behind what was usual, and their numbers say that none of them is missing. */
  readonly goesOn?: boolean;
}

/**
 * Where the bulk of an export begins and ends, by how densely its tickets lie: a few old tickets before it change
 * nothing, nor does a thin tail behind it. Where their numbers follow each other as closely there as in the bulk, none
 * is missing: few came. Depends on no order of rows.
 *
 * @param whole where all of them begin and end, if somebody has looked
 * @param numberOf the running number of a ticket, NaN where it has none; null where nobody knows numbers
 */
export function findBulk(
  created: Float64Array,
  {
    whole = extentOf(created),
    numberOf = null,
  }: { readonly whole?: Extent; readonly numberOf?: ((row: number) => number) | null } = {},
): Bulk {
  const { from, to } = whole;
  if (created.length < FEWEST || !(to > from) || (to - from) / DAY > MOST_DAYS) return whole;
  const days = daysOf(created, whole);
  // A handful of busy days is no rhythm against which others are thin.
  if (days.counts.reduce((active, count) => active + (count > 0 ? 1 : 0), 0) < FEWEST_ACTIVE) return whole;
  const usual = usualWeek(days);
  const length = days.counts.length;
  const begin = thinBefore(days, { usual, most: Math.max(STRAY_COUNT, STRAY_SHARE * created.length) });
  const mirrored = mirror(days);
  const rest = thinBefore(mirrored, { usual, most: Math.max(STRAY_COUNT, TAIL_SHARE * created.length) });
  if (begin === 0 && rest === 0) return whole;
  const dense = { from: (days.first + begin) * DAY, to: (days.first + length - rest) * DAY };
  if (!(dense.to > dense.from)) return whole;
  const follows = numberOf && numbersFollow(created, { numberOf, dense });
  const first = follows?.before ? from : dense.from;
  const last = follows?.behind ? Number.POSITIVE_INFINITY : dense.to;
  return {
    ...extremesOf(created, { from: first, to: last }),
    ...(rest > 0 && follows?.behind ? { goesOn: true } : {}),
  };
}

interface Extent {
  readonly from: number;
  readonly to: number;
}

/** The first and the last stamp. */
export function extentOf(created: Float64Array): Extent {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (let t = 0; t < created.length; t++) {
    const stamp = created[t];
    if (stamp < from) from = stamp;
    if (stamp > to) to = stamp;
  }
  return { from, to };
}

/** The first and the last stamp of a stretch of time, its end not included. */
function extremesOf(
  created: Float64Array,
  span: { readonly from: number; readonly to: number },
): { readonly from: number; readonly to: number } {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (let t = 0; t < created.length; t++) {
    if (created[t] >= span.from && created[t] < from) from = created[t];
    if (created[t] < span.to && created[t] > to) to = created[t];
  }
  return { from, to };
}

/** Tickets from which on the numbers of a stretch tell whether some are missing. */
const FEWEST_NUMBERED = 5;
/** So many times the usual step from number to number, and others lie between that are not in the export. */
const WIDE_STEP = 3;

/** The numbers of the tickets of a stretch of time. */
class Numbers {
  least = Number.POSITIVE_INFINITY;
  most = Number.NEGATIVE_INFINITY;
  #count = 0;

  add(number: number): void {
    if (Number.isNaN(number)) return;
    this.#count++;
    if (number < this.least) this.least = number;
    if (number > this.most) this.most = number;
  }

  /** From number to number; NaN of too few. */
  get step(): number {
    return this.#count < FEWEST_NUMBERED ? Number.NaN : (this.most - this.least) / (this.#count - 1);
  }
}

/**
 * Whether the tickets before and behind the dense stretch are numbered as closely as those in it, below and above
 * them: the helpdesk counted no others. Random ids neither lie above nor below.
 */
function numbersFollow(
  created: Float64Array,
  {
    numberOf,
    dense,
  }: {
    readonly numberOf: (row: number) => number;
    readonly dense: { readonly from: number; readonly to: number };
  },
): { readonly before: boolean; readonly behind: boolean } {
  const [early, usual, late] = [new Numbers(), new Numbers(), new Numbers()];
  for (let t = 0; t < created.length; t++) {
    if (Number.isNaN(created[t])) continue;
    const stretch = created[t] < dense.from ? early : created[t] < dense.to ? usual : late;
    stretch.add(numberOf(t));
  }
  const isClose = (stretch: Numbers): boolean => stretch.step <= WIDE_STEP * usual.step;
  return {
    before: early.most < usual.least && isClose(early),
    behind: late.least > usual.most && isClose(late),
  };
}

function daysOf(created: Float64Array, { from, to }: { readonly from: number; readonly to: number }): Days {
  const first = Math.floor(from / DAY);
  const counts = new Uint32Array(Math.floor(to / DAY) - first + 1);
  for (let t = 0; t < created.length; t++) {
    // A stamp that is missing is on no day.
    if (created[t] >= from) counts[Math.floor(created[t] / DAY) - first]++;
  }
  return withSums(first, counts);
}

function withSums(first: number, counts: Uint32Array): Days {
  const before = new Uint32Array(counts.length + 1);
  for (let day = 0; day < counts.length; day++) before[day + 1] = before[day] + counts[day];
  return { first, counts, before };
}

const mirror = ({ first, counts }: Days): Days => withSums(first, counts.slice().reverse());

/** Tickets in the seven days from a day on. */
const weekFrom = ({ counts, before }: Days, day: number): number =>
  before[Math.min(counts.length, day + 7)] - before[Math.max(0, day)];

/** The week in which half of all tickets came at least: what is usual while the desk is in the export. */
function usualWeek(days: Days): number {
  const { counts, before } = days;
  const weeks = Array.from(counts, (count, day) => ({ count, week: weekFrom(days, day - 3) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.week - b.week);
  let seen = 0;
  for (const { count, week } of weeks) {
    seen += count;
    if (2 * seen >= before[counts.length]) return week;
  }
  return 0;
}

/** The first day of the bulk, where before it next to nothing came; 0 where there is no such stretch. */
function thinBefore(days: Days, { usual, most }: { readonly usual: number; readonly most: number }): number {
  const { counts, before } = days;
  for (let day = 1; day < counts.length && before[day] <= most; day++) {
    if (counts[day] === 0 || day < FEWEST_DAYS) continue;
    const expected = (usual / 7) * day;
    if (expected < FEWEST_MISSING || before[day] >= THIN * expected) continue;
    if (weekFrom(days, day) >= DENSE * usual) return day;
  }
  return 0;
}

const HOURS = 168;
/** Below two weeks one does not know what is usual on a weekday. */
const RHYTHM_DAYS = 14;

/** How many tickets come in each hour of a week within the bulk; null where it is too short or thin to tell. */
export function arrivalsByHour(
  created: Float64Array,
  { from, to }: { readonly from: number; readonly to: number },
): Coverage['arrivals'] {
  const days = (to - from) / DAY;
  if (created.length < FEWEST || !(days >= RHYTHM_DAYS - 1)) return null;
  const arrivals = new Float64Array(HOURS);
  for (let t = 0; t < created.length; t++) {
    if (created[t] >= from && created[t] <= to)
      arrivals[((Math.floor(created[t] / HOUR) % HOURS) + HOURS) % HOURS]++;
  }
  // Each hour by how often it lies within the bulk, so that a part of a week counts as a part.
  const firstHour = Math.floor(from / HOUR);
  const lastHour = Math.floor(to / HOUR);
  for (let hour = 0; hour < HOURS; hour++) {
    const next = firstHour + ((((hour - firstHour) % HOURS) + HOURS) % HOURS);
    const times = next > lastHour ? 0 : Math.floor((lastHour - next) / HOURS) + 1;
    arrivals[hour] = times === 0 ? 0 : arrivals[hour] / times;
  }
  return arrivals;
}

import { openStatuses } from '../../model/fields.ts';
import { codesIn, flagsOf, numbersIn, type Stack } from './stack.ts';

/** Fewest tickets of which it can be surprising that none is open. */
const ENOUGH = 5;
/** So unlikely that the export holds solved tickets only. */
export const SOLVED_ONLY = 0.001;
/** Tickets in work, on the average of the time covered, from which on an export without the open ones may miss some. */
const WORTH_SAYING = 0.5;
/**
 * A list of solved tickets lacks about as many at either end as are in work at a time; where less than this share of
 * them is missed, tickets stopped coming and were worked off, as those of a past month are.
 */
const MISSED = 0.25;

/** What can be thought of a list in which no ticket is open. */
export interface NoneOpen {
  /** How likely it is that none is; 1 where one is. */
  readonly chance: number;
  /** It may hold solved tickets only, and it may not. */
  readonly isDoubtful: boolean;
}

const surely: NoneOpen = { chance: 1, isDoubtful: false };

/**
 * How likely it is that no ticket is open, where none is: the chance that each one, as old as it is at as-of, had been
 * solved by then, as often as the others were within that time. A desk that was closed long before its export was made
 * has none open; one that got tickets until yesterday hardly.
 */
export function chanceOfNoneOpen(tickets: Stack, asOf: number): NoneOpen {
  const created = numbersIn(tickets.columns, 'created_at');
  const { rows } = tickets;
  if (!created || rows < ENOUGH || !areAllEnded(tickets)) return surely;
  const spans = spansOf(tickets, created);
  // Without ends nobody knows how long tickets take, nor when the newest one was finished.
  if (Number.isNaN(spans[rows - 1])) return surely;
  const isByDay = spans[rows - 1] > 0 && areDays(spans) && areDays(created, created[0]);
  const before = logOfNoneBefore(tickets, { created, spans });
  let chance = before;
  // Where bare dates took all of their last day: what those of the same day took is not known.
  let least = before;
  for (let t = 0; t < rows; t++) {
    const age = asOf - created[t];
    if (age < spans[rows - 1]) chance += Math.log(Math.max(1, upTo(spans, age)) / rows);
    const sure = isByDay ? Math.floor(age / DAY) * DAY - 1 : age;
    if (sure < spans[rows - 1]) least += Math.log(Math.max(1, upTo(spans, sure)) / rows);
  }
  const inWork = averageInWork(spans, asOf - created.reduce((first, at) => Math.min(first, at)));
  return { chance: Math.exp(chance), isDoubtful: inWork >= WORTH_SAYING && -least >= MISSED * inWork };
}

/** How many tickets were in work at a time (Little's law: arrivals in a time, times how long each takes). */
const averageInWork = (spans: Float64Array, time: number): number =>
  spans.reduce((sum, span) => sum + span, 0) / time;

const DAY = 86_400_000;

/** True where all values are whole days from one on. */
const areDays = (values: Float64Array, from = 0): boolean =>
  values.every((value) => (value - from) % DAY === 0);

/**
 * The other side of the same cut: where tickets enter by their solve, those created long before the first solve lie at
 * the beginning without one that was solved sooner. The logarithm of how likely it is that each of them took so long.
 */
function logOfNoneBefore(
  tickets: Stack,
  { created, spans }: { readonly created: Float64Array; readonly spans: Float64Array },
): number {
  const { rows } = tickets;
  let first = Number.POSITIVE_INFINITY;
  for (const stamp of ends(tickets)) for (let t = 0; t < rows; t++) if (stamp[t] < first) first = stamp[t];
  if (!Number.isFinite(first)) return 0;
  let log = 0;
  for (let t = 0; t < rows; t++) {
    const waited = first - created[t];
    if (waited > 0) log += Math.log(Math.max(1, rows - upTo(spans, waited - 1)) / rows);
  }
  return log;
}

/** Whether every ticket has come to its end: by its status, or by a stamp where no status says that it is open. */
function areAllEnded(tickets: Stack): boolean {
  const status = codesIn(tickets.columns, 'status');
  const stamps = ends(tickets);
  if (!status && stamps.length === 0) return false;
  const hasEnded = status && flagsOf(status.names, ['solved', 'closed']);
  const isOpen = status && flagsOf(status.names, openStatuses);
  for (let t = 0; t < tickets.rows; t++) {
    const code = status?.codes[t] ?? 0;
    if (hasEnded?.[code] === 1) continue;
    // A state that nobody understands says nothing against a stamp; one that is not there, or not known yet, does.
    const isUntold = status !== null && code === 0;
    if (isUntold || isOpen?.[code] === 1 || stamps.every((stamp) => Number.isNaN(stamp[t]))) return false;
  }
  return true;
}

const ends = ({ columns }: Stack): Float64Array[] =>
  ['solved_at', 'closed_at'].flatMap((field) => numbersIn(columns, field as 'solved_at') ?? []);

/** How long each ticket took, ascending; NaN, at the end, where that is not known. */
function spansOf(tickets: Stack, created: Float64Array): Float64Array {
  const stamps = ends(tickets);
  const reported = numbersIn(tickets.columns, 'reported_resolution_time_seconds');
  const spans = created.map((at, t) => {
    const end = stamps.map((stamp) => stamp[t]).find((value) => !Number.isNaN(value));
    return end === undefined ? (reported?.[t] ?? Number.NaN) : end - at;
  });
  return spans.sort();
}

/** How many of the ascending values are at most so large. */
function upTo(values: Float64Array, most: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}

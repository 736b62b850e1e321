import { type Coverage, type Cut, expectedArrivals } from '../../model/coverage.ts';
import type { Events, Messages } from '../../model/desk.ts';
import { openStatuses } from '../../model/fields.ts';
import { arrivalsByHour, type Bulk, extentOf, findBulk } from './bulk.ts';
import { SOLVED_ONLY } from './none-open.ts';
import { codesIn, flagsOf, numbersIn, type Stack } from './stack.ts';
import { ticketStamps } from './void-stamps.ts';

const WEEK = 7 * 86_400_000;

export interface CoverageInput {
  readonly created: Float64Array;
  /** The earliest of the last stamps of the tickets, of any kind, ascending: see `earliestTouches`. */
  readonly touches: readonly number[];
  /** 1 where a ticket is finished. */
  readonly isFinished: Uint8Array;
  /** True where every ticket is said to be open: a view of what was open when the export was made. */
  readonly allOpen: boolean;
  /** The running number of a ticket; null where tickets have none. */
  readonly numberOf?: ((row: number) => number) | null;
  /** How likely it is that none is open, where none is; left out: as likely as not. */
  readonly noneOpen?: number;
}

/** Least share and number of early tickets that make an export one of touched tickets. */
const TOUCHED_SHARE = 0.01;
const TOUCHED_COUNT = 5;
/** Most tickets that were left alone long before all others. */
const STRAYS = 0.02;
/** Fewest tickets, all of them open, that are a view of open ones and not a young desk. */
const VIEW_COUNT = 20;

/**
 * How the export was cut (DEFINITIONS 1). An export of tickets *touched* in a window holds no ticket whose last
 * stamp lies before the window, yet tickets created long before it, thinly spread; if none of them is open it holds
 * *solved* tickets only, as does one of which it is past belief that no ticket is open; one in which every ticket is
 * open is a view of *open* ones. Otherwise all tickets *created* in
 * a window. One stray old ticket changes nothing: the bulk begins where tickets lie densely.
 */
export function findCoverage({
  created,
  touches,
  isFinished,
  allOpen,
  noneOpen = 1,
  numberOf = null,
}: CoverageInput): Coverage {
  if (created.length === 0) return nothing;
  const whole = extentOf(created);
  const bulk = findBulk(created, { whole, numberOf });
  const touched = firstTouch(touches, Math.floor(STRAYS * created.length));
  const isTouched = isTouchedFrom(touched, { created, bulk });
  const isView = allOpen && created.length >= VIEW_COUNT;
  const isNoneOpen = !isFinished.subarray(0, created.length).includes(0);
  const isSolvedOnly = isNoneOpen && (isTouched || noneOpen < SOLVED_ONLY);
  const cut: Cut = isView ? 'open' : isSolvedOnly ? 'solved' : isTouched ? 'touched' : 'created';
  const bulkFrom = isTouched && !isView ? Math.max(touched, bulk.from) : bulk.from;
  return {
    ...whole,
    cut,
    pinned: false,
    bulkFrom,
    bulkTo: bulk.goesOn ? Number.POSITIVE_INFINITY : bulk.to,
    arrivals: isView ? null : arrivalsByHour(created, { from: bulkFrom, to: bulk.to }),
  };
}

/** Whether an export of tickets touched from some time on: enough were created before it, and those lie thinly. */
function isTouchedFrom(
  touched: number,
  { created, bulk }: { readonly created: Float64Array; readonly bulk: Bulk },
): boolean {
  if (!Number.isFinite(touched)) return false;
  const early = countBefore(created, touched);
  const isStretched = early >= TOUCHED_COUNT && early >= TOUCHED_SHARE * created.length;
  if (!isStretched) return false;
  if (touched <= bulk.from) return true;
  const stray = countBefore(created, bulk.from);
  const rate = (early - stray) / (touched - bulk.from);
  return rate < 0.5 * ((created.length - early) / Math.max(1, bulk.to - touched));
}

function countBefore(created: Float64Array, instant: number): number {
  let count = 0;
  for (let t = 0; t < created.length; t++) if (created[t] < instant) count++;
  return count;
}

const nothing: Coverage = {
  from: Number.NaN,
  to: Number.NaN,
  cut: 'created',
  pinned: false,
  bulkFrom: Number.NaN,
  bulkTo: Number.POSITIVE_INFINITY,
  arrivals: null,
};

/** Where tickets begin to be touched, a few that were left alone long before that passed over. */
function firstTouch(touches: readonly number[], strays: number): number {
  for (let i = Math.min(touches.length - 1, strays) - 1; i >= 0; i--)
    if (touches[i + 1] - touches[i] > WEEK && Number.isFinite(touches[i + 1])) return touches[i + 1];
  return touches[0] ?? Number.POSITIVE_INFINITY;
}

/** What is known of the cut from elsewhere; null where the data are to say. */
export interface AskedCoverage {
  readonly from: number | null;
  readonly to: number | null;
  readonly cut: Cut | null;
}

interface CoverageOptions {
  readonly deskEvents: Events | null;
  readonly deskMessages: Messages | null;
  /** Stamps of answers, for a desk without tickets. */
  readonly answers: Float64Array | null;
  readonly asOf: number;
  readonly asked: AskedCoverage | null;
  /** See `chanceOfNoneOpen`. */
  readonly noneOpen: number;
}

/** How the export was cut, as asked for or as its stamps say. */
export function coverageOf(
  tickets: Stack,
  { deskEvents, deskMessages, answers, asOf, asked, noneOpen }: CoverageOptions,
): Coverage {
  const created = answers ?? numbersIn(tickets.columns, 'created_at') ?? new Float64Array(0);
  const columns = ticketStamps
    .map((field) => numbersIn(tickets.columns, field))
    .filter((column) => column !== null)
    .filter((column) => column !== created);
  const entries = [
    deskEvents && { offsets: deskEvents.offsets, at: deskEvents.at },
    deskMessages && { offsets: deskMessages.offsets, at: deskMessages.sentAt },
  ].filter((each) => each !== null);
  const isFinished = answers ? new Uint8Array(answers.length) : finishedTickets(tickets);
  const found = foundCoverage(tickets, { answers, created, columns, entries, isFinished, noneOpen });
  const missing = { from: found.bulkTo, to: asOf };
  const isCovered = expectedArrivals(found, missing) < FEWEST_MISSING;
  const coverage = isCovered ? { ...found, bulkTo: Number.POSITIVE_INFINITY } : found;
  if (!asked) return coverage;
  const cut = asked.cut ?? found.cut;
  const from = asked.from ?? found.from;
  return {
    from,
    to: asked.to ?? found.to,
    cut,
    pinned: true,
    bulkFrom: asked.from ?? (cut === 'created' ? from : found.bulkFrom),
    bulkTo: asked.to ?? Number.POSITIVE_INFINITY,
    arrivals: found.arrivals,
  };
}

interface Stamped extends Pick<CoverageOptions, 'answers' | 'noneOpen'> {
  readonly created: Float64Array;
  readonly columns: readonly Float64Array[];
  readonly entries: Touches['entries'];
  readonly isFinished: Uint8Array;
}

/** How the stamps say that the export was cut: those of all tickets, and where these say nothing of finished ones. */
function foundCoverage(tickets: Stack, { answers, columns, entries, noneOpen, ...rows }: Stamped): Coverage {
  const { created, isFinished } = rows;
  const common = {
    ...rows,
    allOpen: !answers && areAllOpen(tickets),
    numberOf: answers ? null : numbersOfTickets(tickets),
    noneOpen: answers ? 1 : noneOpen,
  };
  const touches = { created, columns: answers ? [] : columns, entries };
  const byFinished = () =>
    findCoverage({ ...common, touches: earliestTouches({ ...touches, untold: isFinished }) });
  // Without updates nobody knows when an open ticket was last touched.
  const isTold = numbersIn(tickets.columns, 'updated_at') !== null || entries.length > 0;
  if (!answers && !isTold) return byFinished();
  const byAll = findCoverage({ ...common, touches: earliestTouches({ ...touches, untold: null }) });
  if (answers || byAll.cut !== 'created') return byAll;
  // A usual view: what was finished in a window, with all that is open, however long nobody has touched it.
  const found = byFinished();
  return found.cut === 'touched' ? found : byAll;
}

/** The number at the end of each ticket's id; null without ids. Looked up only where an export is thin somewhere. */
function numbersOfTickets({ columns }: Stack): ((row: number) => number) | null {
  const ids = codesIn(columns, 'id');
  if (!ids) return null;
  return (row) =>
    Number(/(?:^|[^\da-z])[a-z]{0,8}(\d{1,15})$/i.exec(ids.names.name(ids.codes[row]))?.[1] ?? Number.NaN);
}

/** So many tickets must be missing up to as-of before the export counts as ended. */
const FEWEST_MISSING = 10;

/** True where a status is known of every ticket and none is finished. */
function areAllOpen(tickets: Stack): boolean {
  const status = codesIn(tickets.columns, 'status');
  if (!status || tickets.rows === 0) return false;
  const isOpen = flagsOf(status.names, openStatuses);
  for (let t = 0; t < tickets.rows; t++) if (isOpen[status.codes[t]] !== 1) return false;
  return true;
}

interface Touches {
  readonly created: Float64Array;
  /** Further stamps of the tickets. */
  readonly columns: readonly Float64Array[];
  /** Lists of what happened to them, in order of time. */
  readonly entries: readonly { readonly offsets: Uint32Array; readonly at: Float64Array }[];
  /** 1 where the last stamp of a ticket is known; null where that of every ticket is. */
  readonly untold: Uint8Array | null;
}

/** So many of the earliest are kept: a few strays, and where the others begin. */
const KEPT = 10;

/**
 * The earliest few of the last stamps of the tickets, ascending. A last stamp is no earlier than the creation, so that
 * most tickets are passed over by that alone.
 */
function earliestTouches(touches: Touches): number[] {
  const { created, untold } = touches;
  const earliest = new Float64Array(KEPT).fill(Number.POSITIVE_INFINITY);
  let latest = Number.POSITIVE_INFINITY;
  for (let t = 0; t < created.length; t++) {
    if (!(created[t] < latest) || (untold !== null && untold[t] === 0)) continue;
    const last = lastTouch(touches, t);
    if (!(last < latest)) continue;
    let at = KEPT - 1;
    for (; at > 0 && earliest[at - 1] > last; at--) earliest[at] = earliest[at - 1];
    earliest[at] = last;
    latest = earliest[KEPT - 1];
  }
  return [...earliest].filter(Number.isFinite);
}

function lastTouch({ created, columns, entries }: Touches, t: number): number {
  let last = created[t];
  for (const column of columns) if (column[t] > last) last = column[t];
  for (const { offsets, at } of entries) {
    const entry = offsets[t + 1] - 1;
    if (entry >= offsets[t] && at[entry] > last) last = at[entry];
  }
  return last;
}

/** 1 where a ticket is finished: by its status, or, where statuses are not known, by an end stamp. */
export function finishedTickets(tickets: Stack): Uint8Array {
  const finished = new Uint8Array(tickets.rows);
  const status = codesIn(tickets.columns, 'status');
  const solved = numbersIn(tickets.columns, 'solved_at');
  const closed = numbersIn(tickets.columns, 'closed_at');
  const codes = status?.codes ?? null;
  const isOpen = status ? flagsOf(status.names, openStatuses) : new Uint8Array(1);
  const hasEnded = status ? flagsOf(status.names, ['solved', 'closed']) : new Uint8Array(1);
  for (let t = 0; t < finished.length; t++) {
    const code = codes === null ? 0 : codes[t];
    if (hasEnded[code] === 1) finished[t] = 1;
    else if (isOpen[code] === 0)
      finished[t] =
        (solved !== null && !Number.isNaN(solved[t])) || (closed !== null && !Number.isNaN(closed[t]))
          ? 1
          : 0;
  }
  return finished;
}

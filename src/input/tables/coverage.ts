import type { Coverage, Cut, Events, Messages } from '../../model/desk.ts';
import { openStatuses } from '../../model/fields.ts';
import { codesIn, flagsOf, numbersIn, type Stack } from './stack.ts';
import { ticketStamps } from './void-stamps.ts';

export interface CoverageInput {
  readonly created: Float64Array;
  /** The earliest of the last stamps of the tickets, of any kind. */
  readonly earliestTouch: number;
  /** 1 where a ticket is finished. */
  readonly isFinished: Uint8Array;
}

/** Least share and number of early tickets that make an export one of touched tickets. */
const TOUCHED_SHARE = 0.01;
const TOUCHED_COUNT = 5;

/**
 * How the export was cut (DEFINITIONS 1). An export of tickets *touched* in a window holds no ticket whose last
 * stamp lies before the window, yet tickets created long before it, thinly spread; if none of them is open it holds
 * *solved* tickets only. Otherwise all tickets *created* in a window.
 */
export function findCoverage({ created, earliestTouch, isFinished }: CoverageInput): Coverage {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  let open = 0;
  for (let t = 0; t < created.length; t++) {
    if (created[t] < from) from = created[t];
    if (created[t] > to) to = created[t];
    if (isFinished[t] === 0) open++;
  }
  if (created.length === 0)
    return { from: Number.NaN, to: Number.NaN, cut: 'created', pinned: false, bulkFrom: Number.NaN };
  let early = 0;
  for (let t = 0; t < created.length; t++) if (created[t] < earliestTouch) early++;
  const late = created.length - early;
  const isThin = early / (earliestTouch - from) < 0.5 * (late / Math.max(1, to - earliestTouch));
  const isTouched =
    early >= TOUCHED_COUNT && early >= TOUCHED_SHARE * created.length && earliestTouch > from && isThin;
  const cut: Cut = isTouched ? (open === 0 ? 'solved' : 'touched') : 'created';
  return { from, to, cut, pinned: false, bulkFrom: isTouched ? earliestTouch : from };
}

/** Every stamp that as-of may come from: never a due date, an unmapped column or a survey. */
export function stampsOf(tickets: Stack, events: Events | null, messages: Messages | null): Float64Array[] {
  const columns = ticketStamps
    .map((field) => numbersIn(tickets.columns, field))
    .filter((column) => column !== null);
  if (events) columns.push(events.at);
  if (messages) columns.push(messages.sentAt);
  return columns;
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
  readonly asked: AskedCoverage | null;
}

/** How the export was cut, as asked for or as its stamps say. */
export function coverageOf(
  tickets: Stack,
  { deskEvents, deskMessages, answers, asked }: CoverageOptions,
): Coverage {
  const created = answers ?? numbersIn(tickets.columns, 'created_at') ?? new Float64Array(0);
  const columns = ticketStamps
    .map((field) => numbersIn(tickets.columns, field))
    .filter((column) => column !== null && column !== created);
  const entries = [
    deskEvents && { offsets: deskEvents.offsets, at: deskEvents.at },
    deskMessages && { offsets: deskMessages.offsets, at: deskMessages.sentAt },
  ].filter((each) => each !== null);
  const found = findCoverage({
    created,
    earliestTouch: earliestTouch({ created, columns: answers ? [] : columns, entries }),
    isFinished: answers ? new Uint8Array(answers.length) : finishedTickets(tickets),
  });
  if (!asked) return found;
  const cut = asked.cut ?? found.cut;
  const from = asked.from ?? found.from;
  return {
    from,
    to: asked.to ?? found.to,
    cut,
    pinned: true,
    bulkFrom: cut === 'created' ? from : found.bulkFrom,
  };
}

interface Touches {
  readonly created: Float64Array;
  /** Further stamps of the tickets. */
  readonly columns: readonly (Float64Array | null)[];
  /** Lists of what happened to them, in order of time. */
  readonly entries: readonly { readonly offsets: Uint32Array; readonly at: Float64Array }[];
}

/** Tickets looked at in one go, so that their last stamps stay near the processor. */
const BLOCK = 8192;

/** The earliest of the last stamps of the tickets; Infinity for none. */
function earliestTouch({ created, columns, entries }: Touches): number {
  let earliest = Number.POSITIVE_INFINITY;
  const room = new Float64Array(Math.min(BLOCK, created.length));
  for (let from = 0; from < created.length; from += BLOCK) {
    const last = room.subarray(0, Math.min(BLOCK, created.length - from));
    last.set(created.subarray(from, from + last.length));
    for (const column of columns) if (column) raise(last, column, from);
    for (const { offsets, at } of entries) raiseToLast(last, { offsets, at, from });
    earliest = leastOf(last, earliest);
  }
  return earliest;
}

function raise(last: Float64Array, column: Float64Array, from: number): void {
  for (let t = 0; t < last.length; t++) if (column[from + t] > last[t]) last[t] = column[from + t];
}

function raiseToLast(
  last: Float64Array,
  { offsets, at, from }: { readonly offsets: Uint32Array; readonly at: Float64Array; readonly from: number },
): void {
  for (let t = 0; t < last.length; t++) {
    const entry = offsets[from + t + 1] - 1;
    if (entry >= offsets[from + t] && at[entry] > last[t]) last[t] = at[entry];
  }
}

function leastOf(values: Float64Array, least: number): number {
  let found = least;
  for (let i = 0; i < values.length; i++) if (values[i] < found) found = values[i];
  return found;
}

/** 1 where a ticket is finished: by its status, or, where statuses are not known, by an end stamp. */
function finishedTickets(tickets: Stack): Uint8Array {
  const finished = new Uint8Array(tickets.rows);
  const status = codesIn(tickets.columns, 'status');
  const solved = numbersIn(tickets.columns, 'solved_at');
  const closed = numbersIn(tickets.columns, 'closed_at');
  const isOpen = status ? flagsOf(status.names, openStatuses) : new Uint8Array(1);
  const hasEnded = status ? flagsOf(status.names, ['solved', 'closed']) : new Uint8Array(1);
  for (let t = 0; t < tickets.rows; t++) {
    const code = status?.codes[t] ?? 0;
    const hasEnd =
      (solved !== null && !Number.isNaN(solved[t])) || (closed !== null && !Number.isNaN(closed[t]));
    finished[t] = hasEnded[code] === 1 || (hasEnd && isOpen[code] === 0) ? 1 : 0;
  }
  return finished;
}

import { type Cohort, cohortOf, hasCensoredStats } from '../analysis/metrics/censored.ts';
import { customerRows } from '../analysis/metrics/customer-tenures.ts';
import { isDatedByArrival, OPEN } from '../analysis/metrics/observing.ts';
import { NO_TICKET } from '../analysis/metrics/ratings.ts';
import { isUnavailable } from '../analysis/metrics/unavailable.ts';
import { type Desk, numbersOf } from '../model/desk.ts';
import type { Intervals, MeasureContext, Metric, Observations } from '../model/metric.ts';
import type { Sentence } from '../model/sentence.ts';
import { ending } from '../stats/survival.ts';

/**
 * Entries of one metric on one clock and of one survey, column by column; absent columns hold nothing. What is told in
 * words is told once a code.
 */
export interface Entries {
  readonly clock: string | null;
  readonly survey: string | null;
  /** Row of the ticket; an answer's from `NO_TICKET` on; `NOBODYS` for what is about no ticket at all. */
  readonly ticket: Uint32Array;
  /** Index of the source of each, where the ticket does not say it. */
  readonly source?: Uint16Array;
  readonly at: Float64Array;
  readonly value?: Float64Array;
  readonly code: Uint8Array | Uint32Array;
  readonly states: readonly string[];
  readonly reasons?: readonly (string | null)[];
  readonly surveys?: readonly (string | null)[];
  readonly knownAt?: Float64Array;
  readonly until?: Float64Array;
  readonly bornAt?: Float64Array;
  readonly person?: Uint32Array;
  readonly personOrder?: Uint32Array;
}

type Named = Pick<Entries, 'clock' | 'survey'>;

/** What an entry about no ticket has in the place of one: no filter of tickets is about it. */
export const NOBODYS = 0xffff_ffff;

/** The entries of a flow. */
export function flowEntries(
  observations: Observations,
  { desk, metric, named }: { readonly desk: Desk; readonly metric: Metric; readonly named: Named },
): Entries {
  const { ticket, at, value, state, reasons, knownAt, onePer } = observations;
  const created = isDatedByArrival(metric) ? null : numbersOf(desk.tickets, 'created_at');
  return {
    ...named,
    ticket,
    at,
    value,
    knownAt,
    code: state,
    states: reasons.map((_, code) => (code === 0 ? 'used' : code === OPEN ? 'open' : 'left_out')),
    reasons: reasons.map((reason, code) => (code > OPEN ? reason : null)),
    ...(created ? { bornAt: Float64Array.from(ticket, (t) => created[t] ?? Number.NaN) } : {}),
    ...(onePer ? { person: onePer, personOrder: orderOfPersons(observations, onePer) } : {}),
  };
}

/** The stretches of customers as their lists have them, not put together yet: which list is newer, all parts decide. */
export function customerEntries(desk: Desk): Entries | null {
  const told = customerRows(desk);
  if (!told) return null;
  const { table, codes, starts, ends, endOf, whyNot } = told;
  const reasons: (string | null)[] = [null];
  const code = new Uint8Array(table.rows);
  const until = new Float64Array(table.rows);
  const knownAt = new Float64Array(table.rows).fill(Number.NaN);
  for (let row = 0; row < table.rows; row++) {
    const reason = whyNot(row);
    const at = reasons.indexOf(reason);
    code[row] = at >= 0 ? at : reasons.push(reason) - 1;
    until[row] = reason === null ? endOf(row) : (ends?.[row] ?? Number.NaN);
    if (Number.isFinite(until[row]) && reason === null) knownAt[row] = until[row];
  }
  return {
    clock: null,
    survey: null,
    ticket: new Uint32Array(table.rows).fill(NOBODYS),
    source: table.source,
    at: starts,
    until,
    knownAt,
    code,
    states: reasons.map((reason) => (reason === null ? 'interval' : 'left_out')),
    reasons,
    person: codes,
    personOrder: Uint32Array.from(table.source, (source) => source + 1),
  };
}

/** The place of each entry among those of its person: by time, then by something in the data, then as they stand. */
function orderOfPersons({ at, ticket, tie }: Observations, person: Uint32Array): Uint32Array {
  const order = Uint32Array.from(person, (_, i) => i).sort(
    (a, b) => at[a] - at[b] || (tie ? tie(ticket[a], ticket[b]) : 0) || a - b,
  );
  const place = new Uint32Array(order.length);
  for (let k = 0; k < order.length; k++) place[order[k]] = k;
  return place;
}

/** The stretches of a stock; one that ended nobody knows when, or before it began, is in none of its figures. */
export function stockEntries({ ticket, from, to, bornAt }: Intervals, named: Named): Entries {
  return {
    ...named,
    ticket,
    at: from,
    until: to,
    bornAt: bornAt ?? from,
    code: Uint8Array.from(to, (end) => (end > Number.NEGATIVE_INFINITY ? 0 : 1)),
    states: ['interval', 'left_out'],
    reasons: [null, 'end_unknown'],
  };
}

/** The stretches of a stock as those of no ticket: no filter takes any away, and none can be told from another. */
export function namelessStretches(intervals: Intervals): Entries {
  const entries = stockEntries(intervals, { clock: null, survey: null });
  return { ...entries, ticket: new Uint32Array(intervals.from.length).fill(NOBODYS) };
}

/** Those who count in the statistics of tickets still open; null for a metric without them. */
export function cohortEntries(
  metric: Metric,
  { desk, context, named }: { readonly desk: Desk; readonly context: MeasureContext; readonly named: Named },
): { readonly entries: Entries; readonly cohort: Cohort } | { readonly unavailable: Sentence } | null {
  if (!hasCensoredStats(metric)) return null;
  const cohort = cohortOf(metric, desk, context);
  if (isUnavailable(cohort)) return cohort;
  const { ticket, at, startAt, endAt, end, asOf } = cohort;
  const states: string[] = [];
  for (const [name, code] of Object.entries(ending)) states[code] = name;
  // What ends after as-of has not ended: its time is known so far.
  const isOpen = (i: number): boolean => end[i] === ending.censored || endAt[i] > asOf;
  const value = cohort.time.map((time, i) =>
    isOpen(i) && startAt[i] <= asOf ? cohort.elapsed(startAt[i], asOf, ticket[i]) : time,
  );
  const entries: Entries = {
    ...named,
    ticket,
    at,
    value,
    bornAt: startAt,
    until: endAt.map((at, i) => (isOpen(i) ? Number.NaN : at)),
    code: end.map((code, i) => (isOpen(i) ? ending.censored : code)),
    states,
  };
  return { entries, cohort };
}

/** Every ticket, and every answer that belongs to none: the segments are made from them. */
export function ticketEntries(desk: Desk): Entries {
  const { rows, columns } = desk.tickets;
  const created = columns.created_at?.type === 'instant' ? columns.created_at.values : null;
  const orphans: number[] = [];
  const of: number[] = [];
  let first = 0;
  for (const [s, each] of desk.surveys.entries()) {
    for (let row = 0; row < each.ticket.length; row++) {
      if (each.ticket[row] >= 0) continue;
      orphans.push(NO_TICKET + first + row);
      of.push(s + 1);
    }
    first += each.table.rows;
  }
  const ticket = new Uint32Array(rows + orphans.length);
  for (let t = 0; t < rows; t++) ticket[t] = t;
  ticket.set(orphans, rows);
  const at = new Float64Array(ticket.length).fill(Number.NaN);
  if (created) at.set(created);
  const code = new Uint32Array(ticket.length);
  code.set(of, rows);
  return {
    clock: null,
    survey: null,
    ticket,
    at,
    code,
    states: ['used', ...desk.surveys.map(() => 'answer')],
    reasons: [null, ...desk.surveys.map(({ scale }) => scale.kind)],
    surveys: [null, ...desk.surveys.map(({ survey }) => survey)],
  };
}

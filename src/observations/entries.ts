import { type Cohort, cohortOf, hasCensoredStats } from '../analysis/metrics/censored.ts';
import { NO_TICKET } from '../analysis/metrics/ratings.ts';
import { isUnavailable } from '../analysis/metrics/unavailable.ts';
import type { Dimension } from '../analysis/segments/dimension.ts';
import { codesOf, type Desk } from '../model/desk.ts';
import type { Intervals, MeasureContext, Metric, Observations } from '../model/metric.ts';
import { ending } from '../stats/survival.ts';

/** Entries of one metric on one clock and of one survey, column by column; absent columns hold nothing. */
export interface Entries {
  readonly clock: string | null;
  readonly survey: string | null;
  readonly ticket: Uint32Array;
  readonly at: Float64Array;
  readonly value?: Float64Array;
  readonly stateOf: (i: number) => string;
  readonly reasonOf?: (i: number) => string | null;
  readonly surveyOf?: (i: number) => string | null;
  readonly knownAt?: Float64Array;
  readonly until?: Float64Array;
  readonly bornAt?: Float64Array;
  readonly person?: Uint32Array;
  readonly personOrder?: Uint32Array;
}

type Named = Pick<Entries, 'clock' | 'survey'>;

/** The entries of a flow. */
export function flowEntries(observations: Observations, named: Named): Entries {
  const { ticket, at, value, state, reasons, knownAt, onePer } = observations;
  return {
    ...named,
    ticket,
    at,
    value,
    knownAt,
    stateOf: (i) => (state[i] === 0 ? 'used' : state[i] === 1 ? 'open' : 'left_out'),
    reasonOf: (i) => (state[i] > 1 ? reasons[state[i]] : null),
    ...(onePer ? { person: onePer, personOrder: orderOfPersons(observations, onePer) } : {}),
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
  const isKnown = (i: number): boolean => to[i] > Number.NEGATIVE_INFINITY;
  return {
    ...named,
    ticket,
    at: from,
    until: to,
    bornAt: bornAt ?? from,
    stateOf: (i) => (isKnown(i) ? 'interval' : 'left_out'),
    reasonOf: (i) => (isKnown(i) ? null : 'end_unknown'),
  };
}

/** Those who count in the statistics of tickets still open; null for a metric without them. */
export function cohortEntries(
  metric: Metric,
  { desk, context, named }: { readonly desk: Desk; readonly context: MeasureContext; readonly named: Named },
): { readonly entries: Entries; readonly cohort: Cohort } | { readonly unavailable: string } | null {
  if (!hasCensoredStats(metric)) return null;
  const cohort = cohortOf(metric, desk, context);
  if (isUnavailable(cohort)) return cohort;
  const { ticket, at, startAt, endAt, end, asOf } = cohort;
  const words = Object.entries(ending).map(([name, code]) => [code, name] as const);
  const byCode = new Map<number, string>(words);
  const value = cohort.time.map((time, i) =>
    end[i] === ending.censored && startAt[i] <= asOf ? cohort.elapsed(startAt[i], asOf, ticket[i]) : time,
  );
  const entries: Entries = {
    ...named,
    ticket,
    at,
    value,
    bornAt: startAt,
    until: endAt,
    stateOf: (i) => byCode.get(end[i]) ?? 'censored',
  };
  return { entries, cohort };
}

/** Every ticket, and every answer that belongs to none: the segments are made from them. */
export function ticketEntries(desk: Desk): Entries {
  const { rows, columns } = desk.tickets;
  const created = columns.created_at?.type === 'instant' ? columns.created_at.values : null;
  const orphans: number[] = [];
  const survey: string[] = [];
  const kind: string[] = [];
  let first = 0;
  for (const each of desk.surveys) {
    for (let row = 0; row < each.ticket.length; row++) {
      if (each.ticket[row] >= 0) continue;
      orphans.push(NO_TICKET + first + row);
      survey.push(each.survey);
      kind.push(each.scale.kind);
    }
    first += each.table.rows;
  }
  const ticket = new Uint32Array(rows + orphans.length);
  for (let t = 0; t < rows; t++) ticket[t] = t;
  ticket.set(orphans, rows);
  const at = new Float64Array(ticket.length).fill(Number.NaN);
  if (created) at.set(created);
  return {
    clock: null,
    survey: null,
    ticket,
    at,
    stateOf: (i) => (i < rows ? 'used' : 'answer'),
    reasonOf: (i) => (i < rows ? null : kind[i - rows]),
    surveyOf: (i) => (i < rows ? null : survey[i - rows]),
  };
}

/** What rows are written with beside their entries. */
export interface Labels {
  readonly desk: Desk;
  readonly dimensions: readonly Dimension[];
  /** The name of each source of the desk. */
  readonly sources: readonly string[];
  /** 1 where a ticket, or an answer without one, passes the filter; null when all do. */
  readonly mask: Uint8Array | null;
  readonly answersMask: Uint8Array | null;
  /** Begins the names of persons and entries, which are unique within a process only. */
  readonly prefix: string;
}

/** Where the rows of a partition go, a row at a time, in the order of the columns. */
export type PushRow = (cells: readonly (string | number | null)[]) => void;

const number = (values: Float64Array | undefined, i: number): number | null =>
  values === undefined || !Number.isFinite(values[i]) ? null : values[i];

/** Writes the rows of some entries; `first` numbers the first of them within the partition. */
export function pushEntries(
  entries: Entries,
  { labels, push, first }: { readonly labels: Labels; readonly push: PushRow; readonly first: number },
): void {
  const { dimensions, prefix } = labels;
  const { ticket, person, personOrder } = entries;
  for (let i = 0; i < ticket.length; i++) {
    const t = ticket[i];
    if (!isWanted(labels, t)) continue;
    const head = [
      entries.clock,
      entries.survey ?? entries.surveyOf?.(i) ?? null,
      ...namesOf(labels, t),
      number(entries.at, i),
      number(entries.value, i),
      entries.stateOf(i),
      entries.reasonOf?.(i) ?? null,
      number(entries.knownAt, i),
      number(entries.until, i),
      number(entries.bornAt, i),
      person && person[i] !== 0 ? `${prefix}${person[i]}` : null,
      personOrder ? personOrder[i] : null,
      `${prefix}${first + i}`,
    ];
    for (const [part, values] of segmentsOf(dimensions, t).entries()) push([...head, part, ...values]);
  }
}

/** Whether the filter lets a ticket through, or an answer that belongs to none. */
function isWanted({ mask, answersMask }: Labels, t: number): boolean {
  if (!mask) return true;
  return t >= NO_TICKET ? answersMask?.[t - NO_TICKET] === 1 : mask[t] === 1;
}

/** Source and id of a ticket. */
function namesOf({ desk: { tickets }, sources }: Labels, t: number): [string | null, string | null] {
  if (t >= NO_TICKET) return [null, null];
  const ids = codesOf(tickets, 'id');
  const code = ids?.codes[t] ?? 0;
  return [sources[tickets.source[t]] ?? null, code === 0 ? null : (ids?.names.name(code) ?? null)];
}

/** The values of the dimensions; several rows of them where one is a list. */
function segmentsOf(dimensions: readonly Dimension[], t: number): (string | null)[][] {
  let rows: (string | null)[][] = [[]];
  for (const { codes, offsets, answers, nameOf } of dimensions) {
    const named = (code: number): string | null => (code === 0 ? null : nameOf(code));
    if (t >= NO_TICKET || offsets === null) {
      const value = named(t >= NO_TICKET ? (answers?.[t - NO_TICKET] ?? 0) : codes[t]);
      for (const row of rows) row.push(value);
      continue;
    }
    const values = [...new Set(Array.from(codes.subarray(offsets[t], offsets[t + 1]), named))];
    const all = values.length === 0 ? [null] : values;
    rows = rows.flatMap((row) => all.map((value) => [...row, value]));
  }
  return rows;
}

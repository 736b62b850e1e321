import type { Cohort } from '../analysis/metrics/censored.ts';
import { LEFT, LEFT_WITHOUT_DATE } from '../analysis/metrics/customer-tenures.ts';
import { everyTicket } from '../analysis/metrics/observing.ts';
import type { Dimension } from '../analysis/segments/dimension.ts';
import { type Grouping, groupTickets, OTHERS } from '../analysis/segments/grouping.ts';
import type { CodeColumn, NumberColumn } from '../model/columns.ts';
import type { Desk } from '../model/desk.ts';
import { Dictionary } from '../model/dictionary.ts';
import type { Intervals, Observations } from '../model/metric.ts';
import { ending } from '../stats/survival.ts';
import { DAY } from '../time/civil.ts';
import type { Manifest, ObservedDimension, ObservedMetric } from './manifest.ts';

/** One row of a partition, read back. */
export interface KeptRow {
  readonly clock: string | null;
  readonly survey: string | null;
  readonly at: number;
  readonly value: number;
  readonly knownAt: number;
  readonly state: string;
  readonly reason: string | null;
  readonly until: number;
  readonly bornAt: number;
  /** NaN where entries do not count once a person. */
  readonly person: number;
  readonly personOrder: number;
  readonly part: number;
  /** Values of the dimensions asked for. */
  readonly values: readonly (string | null)[];
}

export interface SegmentOptions {
  readonly dimensions: readonly ObservedDimension[];
  readonly totals: boolean;
  readonly top: number | null;
  /** 1 where a ticket counts for the size of its segment. */
  readonly isCounted: (at: number) => boolean;
}

/** The entries of rows: those of a list have several rows one after the other. */
export function entriesOf(rows: readonly KeptRow[]): readonly (readonly KeptRow[])[] {
  const entries: KeptRow[][] = [];
  for (const row of rows) {
    if (row.part === 0 || entries.length === 0) entries.push([row]);
    else entries[entries.length - 1].push(row);
  }
  return entries;
}

/** The segments that tickets, and answers that belong to none, make. */
export function segmentsOf(rows: readonly KeptRow[], options: SegmentOptions): Grouping {
  const { dimensions, totals, top, isCounted } = options;
  const all = entriesOf(rows);
  const tickets = all.filter(([{ state }]) => state === 'used');
  const answers = all.filter(([{ state }]) => state !== 'used');
  return groupTickets({
    dimensions: dimensions.map((each, d) => dimensionOf(each, { d, tickets, answers })),
    rows: tickets.length,
    mask: null,
    totals,
    top,
    isCounted: top === null ? null : Uint8Array.from(tickets, ([{ at }]) => (isCounted(at) ? 1 : 0)),
    hasOrphans: answers.length > 0,
    isOrphan: answers.length > 0 ? new Uint8Array(answers.length).fill(1) : null,
  });
}

interface Told {
  readonly d: number;
  readonly tickets: readonly (readonly KeptRow[])[];
  readonly answers: readonly (readonly KeptRow[])[];
}

/** A dimension as the rows of tickets tell it. */
function dimensionOf({ name, order, isList }: ObservedDimension, { d, tickets, answers }: Told): Dimension {
  const codes = new Map<string, number>();
  const codeOf = (value: string | null): number => {
    if (value === null) return 0;
    const code = codes.get(value) ?? codes.size + 1;
    codes.set(value, code);
    return code;
  };
  const listed = tickets.map((rows) => rows.map(({ values }) => codeOf(values[d])));
  const offsets = new Uint32Array(tickets.length + 1);
  for (const [t, each] of listed.entries()) offsets[t + 1] = offsets[t] + each.length;
  const ofAnswers = Uint32Array.from(answers, ([{ values }]) => codeOf(values[d]));
  const names = [...codes.keys()];
  return {
    name,
    codes: Uint32Array.from(isList ? listed.flat() : listed.map(([code]) => code)),
    offsets: isList ? offsets : null,
    ...(answers.length > 0 ? { answers: ofAnswers } : {}),
    size: names.length,
    nameOf: (code) => names[code - 1],
    ...(order ? { order } : {}),
  };
}

/** The segments of other entries: the same ones, found by their values. */
export function groupingLike(
  segments: Grouping,
  entries: readonly (readonly KeptRow[])[],
  names: readonly string[],
): Grouping {
  const places = new Map(
    segments.segments.map((segment, g) => [JSON.stringify(names.map((name) => segment[name])), g] as const),
  );
  const others = places.get(JSON.stringify(names.map(() => OTHERS))) ?? -1;
  const groupOf = ({ values }: KeptRow): number => places.get(JSON.stringify(values)) ?? others;
  const groups: number[] = [];
  const offsets = new Uint32Array(entries.length + 1);
  for (const [i, rows] of entries.entries()) {
    for (const group of new Set(rows.map(groupOf))) if (group >= 0) groups.push(group);
    offsets[i + 1] = groups.length;
  }
  const { segments: list, total } = segments;
  return { segments: list, single: null, offsets, groups: Uint32Array.from(groups), total, orphan: -1 };
}

const first = (entries: readonly (readonly KeptRow[])[], read: (row: KeptRow) => number): Float64Array =>
  Float64Array.from(entries, ([row]) => read(row));

/** The observations of a flow, as its metric gave them. */
export function observationsOf(
  entries: readonly (readonly KeptRow[])[],
  { clockSource, precision, note }: ObservedMetric,
): Observations {
  const reasons = ['used', 'open'];
  const stateOf = ({ state, reason }: KeptRow): number => {
    if (state !== 'left_out') return state === 'used' ? 0 : 1;
    const at = reasons.indexOf(reason ?? '', 2);
    return at >= 0 ? at : reasons.push(reason ?? '') - 1;
  };
  const state = Uint8Array.from(entries, ([row]) => stateOf(row));
  const persons = new Map<number, number>();
  const onePer = Uint32Array.from(entries, ([{ person }]) => {
    if (Number.isNaN(person)) return 0;
    const code = persons.get(person) ?? persons.size + 1;
    persons.set(person, code);
    return code;
  });
  return {
    ticket: everyTicket(entries.length),
    at: first(entries, ({ at }) => at),
    value: first(entries, ({ value }) => value),
    state,
    reasons,
    knownAt: first(entries, ({ knownAt }) => knownAt),
    ...(persons.size > 0
      ? { onePer, tie: (a, b) => entries[a][0].personOrder - entries[b][0].personOrder }
      : {}),
    ...(clockSource ? { clockSource } : {}),
    ...(precision ? { precision } : {}),
    ...(note ? { note } : {}),
  };
}

/** The stretches of a stock. */
export function intervalsOf(entries: readonly (readonly KeptRow[])[]): Intervals {
  return {
    ticket: everyTicket(entries.length),
    from: first(entries, ({ at }) => at),
    to: first(entries, ({ until, state }) =>
      state === 'interval' && Number.isNaN(until) ? Number.POSITIVE_INFINITY : until,
    ),
    bornAt: first(entries, ({ bornAt }) => bornAt),
    leftOut: new Map(),
  };
}

/** When the ticket of each entry came; null where none says it. */
export function arrivalsOf(entries: readonly (readonly KeptRow[])[]): Float64Array | null {
  const arrivals = first(entries, ({ bornAt }) => bornAt);
  return arrivals.every(Number.isNaN) ? null : arrivals;
}

/** Those who count in the statistics of tickets still open; `between` is the time between two instants on their clock. */
export function cohortOfRows(
  entries: readonly (readonly KeptRow[])[],
  {
    asOf,
    isInDays,
    between,
  }: Pick<Cohort, 'asOf' | 'isInDays'> & { readonly between: (from: number, to: number) => number },
): Cohort {
  const byName: Readonly<Record<string, number>> = ending;
  const time = first(entries, ({ value }) => value);
  return {
    ticket: everyTicket(entries.length),
    at: first(entries, ({ at }) => at),
    startAt: first(entries, ({ bornAt }) => bornAt),
    endAt: first(entries, ({ until }) => until),
    end: Uint8Array.from(entries, ([{ state }]) => byName[state] ?? ending.censored),
    time,
    asOf,
    isInDays,
    elapsed: (from, to, entry) => {
      if (to === asOf) return time[entry];
      const elapsed = between(from, to);
      return isInDays ? Math.floor(elapsed / DAY) * DAY : elapsed;
    },
  };
}

/**
 * The list of customers that rows of stretches tell, as the lists of a desk tell it: whoever asks for the tenures of
 * customers finds them by it. Rows that tell nothing are left out, those who left at no known time are not.
 */
export function customersOf(
  rows: readonly KeptRow[],
  { customerEnds }: Pick<Manifest, 'customerEnds'>,
): Pick<Desk, 'customers' | 'endsToldBy'> {
  const told = rows.filter(({ state, reason }) => state === 'interval' || reason === LEFT_WITHOUT_DATE);
  const column = (texts: readonly string[]): CodeColumn => {
    const names = new Dictionary();
    return { type: 'code', codes: Uint32Array.from(texts, (text) => names.internText(text)), names };
  };
  const instants = (read: (row: KeptRow) => number): NumberColumn => ({
    type: 'instant',
    values: Float64Array.from(told, read),
  });
  const source = Uint16Array.from(told, ({ personOrder }) => personOrder);
  return {
    customers: {
      rows: told.length,
      columns: {
        customer: column(told.map(({ person }) => `${person}`)),
        started_at: instants(({ at }) => at),
        ended_at: instants(({ until }) => until),
        standing: column(told.map(({ state }) => (state === 'interval' ? '' : LEFT))),
      },
      extra: new Map(),
      source,
      line: new Uint32Array(told.length),
    },
    // No row is of list 0: that ends are told is known where there is none, too.
    endsToldBy: new Set(customerEnds ? [0, ...source] : []),
  };
}

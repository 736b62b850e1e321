import { codesOf, type Desk, numbersOf } from '../../model/desk.ts';
import type { Retention, RetentionKind, RetentionSegment, RetentionUnit } from '../../model/retention.ts';
import type { SlaTargets } from '../../model/sla.ts';
import type { PeriodCalendar } from '../../time/period.ts';
import { periodAt } from '../../time/period.ts';
import { splitPeriod } from '../../time/period-series.ts';
import type { Zone } from '../../time/zone.ts';
import { type CustomerTenures, stretchAt, tenuresOf } from '../metrics/customer-tenures.ts';
import { withCompleteness } from '../segments/periods.ts';
import { customerCohorts, customerPeriods, type WholePeriod } from './customers.ts';
import { studyExperience } from './experience.ts';
import { keptShare } from './kept.ts';
import { customersOfTickets } from './match.ts';
import { medianGap, type Occurrences, occurrencesOf, returnsOf, withoutFrequent } from './occurrences.ts';
import { survivalOf } from './survival.ts';

const DAY = 86_400_000;

/** What is asked of a desk. */
export interface RetentionOptions extends PeriodCalendar {
  /** null: customers where they are known, else activity, else tickets. */
  readonly kind: RetentionKind | null;
  /** null: months, or wider periods where people do something more rarely. */
  readonly every: 'week' | 'month' | 'quarter' | null;
  /** Columns of the customer table to tell customers apart by. */
  readonly by?: readonly string[];
  readonly sla?: SlaTargets | null;
  /** Recurring issue of each ticket, 0 for none. */
  readonly issues?: Uint32Array | null;
}

/** The kinds of retention that a desk's files allow, the most telling first. */
export function retentionKindsOf(desk: Desk): RetentionKind[] {
  const kinds: RetentionKind[] = [];
  const tenures = tenuresOf(desk);
  if (tenures && tenures.size > 0 && !tenures.endless) kinds.push('customers');
  if (desk.activity && desk.activity.rows > 0 && codesOf(desk.activity, 'customer')) kinds.push('activity');
  if (desk.tickets.rows > 0 && codesOf(desk.tickets, 'requester')) kinds.push('tickets');
  return kinds;
}

/** Whether people stay (SPEC 8); null where the files do not allow the kind that is asked for. */
export function retentionOf(desk: Desk, options: RetentionOptions): Retention | null {
  const kinds = retentionKindsOf(desk);
  const kind = options.kind ?? kinds[0];
  if (!kind || !kinds.includes(kind) || !Number.isFinite(desk.asOf)) return null;
  return kind === 'customers' ? ofCustomers(desk, options) : ofOccurrences(desk, kind, options);
}

function ofCustomers(desk: Desk, options: RetentionOptions): Retention | null {
  const tenures = tenuresOf(desk);
  if (!tenures || tenures.size === 0) return null;
  const every = options.every ?? 'month';
  const first = Math.max(minOf(tenures.startedAt), tenures.endsKnownFrom);
  const periods = periodsFrom(first, { desk, every, options });
  const matching = customersOfTickets(desk, tenures);
  const isMatched = matching !== null && matching.matched.tickets * 2 >= matching.matched.of;
  const experience =
    matching && isMatched
      ? studyExperience({
          desk,
          tenures,
          customerOf: matching.customer,
          sla: options.sla,
          issues: options.issues,
        })
      : null;
  const { cohorts, before } = customerCohorts(tenures, periods);
  return {
    ...shell(desk, { kind: 'customers', every, zone: options.zone }),
    people: tenures.size,
    active: tenures.endedAt.filter((end) => end === Number.POSITIVE_INFINITY).length,
    periods: customerPeriods(tenures, periods),
    cohorts,
    before,
    knownFrom: tenures.endsKnownFrom,
    knownTo: tenures.endsKnownTo,
    survival: survivalOf(tenures, Math.min(desk.asOf, tenures.endsKnownTo)),
    experience,
    noExperience: experience ? null : !matching ? 'no_tickets' : !isMatched ? 'not_matched' : 'too_short',
    matched: matching?.matched ?? null,
    segments: (options.by ?? []).map((dimension) => ({
      dimension,
      rows: segmentsOf({ desk, tenures, periods, column: dimension }),
    })),
    leftOut: [...tenures.leftOut],
  };
}

const minOf = (values: Float64Array): number =>
  values.reduce((least, value) => Math.min(least, value), Infinity);

interface SegmentInput {
  readonly desk: Desk;
  readonly tenures: CustomerTenures;
  readonly periods: readonly WholePeriod[];
  readonly column: string;
}

/** The share kept a period, over all whole periods together, by a column of the customer table; largest first. */
function segmentsOf({ desk, tenures, periods, column }: SegmentInput): RetentionSegment[] {
  const codes = desk.customers?.extra.get(column);
  if (!codes) return [];
  const byName = new Map<string | null, { n: number; kept: number; active: number }>();
  const nameOf = (c: number): string | null => codes.names.name(codes.codes[tenures.row[c]]) || null;
  const names = Array.from({ length: tenures.size }, (_, c) => nameOf(c));
  for (let c = 0; c < tenures.size; c++) {
    const sum = byName.get(names[c]) ?? { n: 0, kept: 0, active: 0 };
    byName.set(names[c], sum);
    if (tenures.endedAt[c] === Number.POSITIVE_INFINITY) sum.active++;
    for (const { start, end, complete } of periods) {
      if (!complete || start < tenures.endsKnownFrom || end > tenures.endsKnownTo) continue;
      if (stretchAt(tenures, c, start) < 0) continue;
      sum.n++;
      if (stretchAt(tenures, c, end) >= 0) sum.kept++;
    }
  }
  const rank = (name: string | null): string => name ?? '\uffff';
  return [...byName]
    .map(([name, { active, ...counts }]) => ({ name, active, ...keptShare(counts) }))
    .sort((a, b) => b.n - a.n || (rank(a.name) < rank(b.name) ? -1 : 1));
}

/** An integration or a monitor, not a person: more than one ticket a week, ten and more in all. */
const frequent = { least: 10, perWeek: 1 };
/** Median gaps beyond which months, then quarters, would call people gone who are merely not due yet. */
const WIDE_GAP = 20 * DAY;
const VERY_WIDE_GAP = 60 * DAY;

function ofOccurrences(
  desk: Desk,
  kind: 'activity' | 'tickets',
  options: RetentionOptions,
): Retention | null {
  const table = kind === 'activity' ? desk.activity : desk.tickets;
  const people = table && codesOf(table, kind === 'activity' ? 'customer' : 'requester');
  const at = table && numbersOf(table, kind === 'activity' ? 'at' : 'created_at');
  if (!people || !at) return null;
  const leftOut = new Map<string, number>();
  const leave = (reason: string, count = 1): void =>
    void leftOut.set(reason, (leftOut.get(reason) ?? 0) + count);
  let seen: Occurrences = occurrencesOf({ people, at, asOf: desk.asOf }, leave);
  if (seen.times.length === 0) return null;
  const first = minOf(seen.times);
  if (kind === 'tickets') {
    const weeks = Math.max(1, (desk.asOf - first) / (7 * DAY));
    const kept = withoutFrequent(seen, { weeks, ...frequent });
    if (kept.frequent > 0) leave('frequent_requester', kept.frequent);
    seen = kept;
  }
  const gap = medianGap(seen);
  const every = options.every ?? unitFor(gap);
  const { active, ...returns } = returnsOf(seen, periodsFrom(first, { desk, every, options }));
  return {
    ...shell(desk, { kind, every, zone: options.zone }),
    people: seen.people,
    active,
    ...returns,
    medianGap: gap,
    leftOut: [...leftOut],
  };
}

function unitFor(gap: number | null): RetentionUnit {
  if (gap === null || gap <= WIDE_GAP) return 'month';
  return gap <= VERY_WIDE_GAP ? 'quarter' : 'year';
}

function shell(
  desk: Desk,
  { kind, every, zone }: { readonly kind: RetentionKind; readonly every: RetentionUnit; readonly zone: Zone },
): Retention {
  return {
    kind,
    asOf: desk.asOf,
    zone: zone.id,
    every,
    people: 0,
    active: 0,
    periods: [],
    cohorts: [],
    before: 0,
    knownFrom: Number.NEGATIVE_INFINITY,
    knownTo: Number.POSITIVE_INFINITY,
    medianGap: null,
    survival: null,
    experience: null,
    noExperience: null,
    matched: null,
    segments: [],
    leftOut: [],
  };
}

interface PeriodInput {
  readonly desk: Desk;
  readonly every: RetentionUnit;
  readonly options: RetentionOptions;
}

/** Whole calendar periods from the one that holds the first instant to the one that holds as-of. */
function periodsFrom(first: number, { desk, every, options }: PeriodInput): WholePeriod[] {
  const { zone, weekStarts } = options;
  const calendar = { zone, weekStarts };
  const start = periodAt(first, every, calendar).start;
  const end = periodAt(desk.asOf, every, calendar).end;
  return splitPeriod({ start, end, every, ...calendar }).map((period) => withCompleteness(period, desk));
}

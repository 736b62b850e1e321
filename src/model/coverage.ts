/** How an export was cut out of the helpdesk's data; `open` is a view of the tickets that were open when it was made. */
export const cuts = ['created', 'touched', 'solved', 'open'] as const;
export type Cut = (typeof cuts)[number];

/** What an export covers (DEFINITIONS 1): which stretch of time, and of which tickets. */
export interface Coverage {
  /** First and last row-creating stamp. NaN without rows. */
  readonly from: number;
  readonly to: number;
  readonly cut: Cut;
  /** Stated by the user (`--coverage`, `--complete`), not guessed. */
  readonly pinned: boolean;
  /** From when on every ticket that came is in the export: before it lie stragglers at most. */
  readonly bulkFrom: number;
  /** Until when every ticket that came is in the export; Infinity where that is as-of. */
  readonly bulkTo: number;
  /** Tickets a week in each hour of the week (from Thursday 00:00 UTC on); null where there are too few to tell. */
  readonly arrivals: Float64Array | null;
}

/** What each source beside the tickets covers: messages, status changes, answers to surveys of each kind. */
export interface SourceCoverage {
  readonly messages?: Coverage;
  readonly events?: Coverage;
  readonly csat?: Coverage;
  readonly nps?: Coverage;
  readonly ces?: Coverage;
}

/** The same with the list of customers, whose bulk is the time in which it is known who left. */
export interface SourceSpans extends SourceCoverage {
  readonly customers?: Coverage;
}

/** A list of tickets beside others of the same desk: an export of another tool, or of one channel. */
export interface TicketList {
  /** Its files. */
  readonly files: readonly string[];
  readonly coverage: Coverage;
}

/** A stretch of time in which something is known. */
export interface KnownSpan {
  readonly from: number;
  readonly to: number;
}

/** Whether a period lies in what is known: all of it, a part of it, nothing of it. */
export type Extent = 'whole' | 'part' | 'none';

const HOUR = 3_600_000;
const HOURS = 168;
const WEEK = HOURS * HOUR;

/**
 * How many tickets the rhythm of the week lets expect in `[from, to)`; 0 where it is not known.
 *
 * @example a desk with one ticket every hour: expectedArrivals(coverage, 0, 2 * HOUR) // 2
 */
export function expectedArrivals({ arrivals }: Pick<Coverage, 'arrivals'>, span: KnownSpan): number {
  const length = span.to - span.from;
  if (!arrivals || !(length > 0) || !Number.isFinite(length)) return 0;
  const weeks = Math.floor(length / WEEK);
  let expected = 0;
  if (weeks > 0) for (const count of arrivals) expected += weeks * count;
  for (let at = span.from + weeks * WEEK; at < span.to; ) {
    const hour = Math.floor(at / HOUR);
    const end = Math.min((hour + 1) * HOUR, span.to);
    expected += (arrivals[((hour % HOURS) + HOURS) % HOURS] * (end - at)) / HOUR;
    at = end;
  }
  return expected;
}

/** Under so many expected tickets nobody can tell a desk that was quiet from one that is not in the export. */
const FEWEST_MISSED = 3;
/** A part of a period that is as good as nothing. */
const NEGLIGIBLE = 0.02;

/**
 * How much of a period lies in what is known. What is missing counts from three expected tickets and 2 % of the
 * period on: an export that begins on Monday at nine covers the week, one that begins on Wednesday does not.
 */
export function extentOf(
  coverage: Coverage,
  { period, known, asOf }: { readonly period: KnownSpan; readonly known: KnownSpan; readonly asOf: number },
): Extent {
  const end = Math.min(period.to, Number.isFinite(asOf) ? asOf + 1 : period.to);
  if (period.to <= known.from || (period.from >= known.to && period.from <= asOf)) return 'none';
  if (period.from >= known.from && end <= known.to) return 'whole';
  if (coverage.pinned) return period.from >= known.from || known.from === coverage.from ? 'whole' : 'part';
  const missed =
    expectedArrivals(coverage, { from: period.from, to: Math.min(known.from, end) }) +
    expectedArrivals(coverage, { from: Math.max(known.to, period.from), to: end });
  const all = expectedArrivals(coverage, { from: period.from, to: end });
  return missed < Math.max(FEWEST_MISSED, NEGLIGIBLE * all) ? 'whole' : 'part';
}

/** In which stretch of time every ticket that came is known to be in the export. */
export function arrivalsKnown({ cut, bulkFrom, bulkTo }: Coverage): KnownSpan {
  if (cut === 'open') return { from: Number.POSITIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  return { from: bulkFrom, to: bulkTo };
}

/** How much of a period the export covers by arrivals: what periods, comparisons and limits ask first. */
export function arrivalsExtent(
  coverage: Coverage,
  { start, end, asOf }: { readonly start: number; readonly end: number; readonly asOf: number },
): Extent {
  if (Number.isNaN(coverage.from)) return 'whole';
  return extentOf(coverage, { period: { from: start, to: end }, known: arrivalsKnown(coverage), asOf });
}

/**
 * Whether the same lists of tickets cover two periods. Where they do not, a rise may be no more than a list that begins:
 * a comparison covers only sources that know the figure in all its periods (DEFINITIONS 7).
 */
export function coveredAlike(
  lists: readonly TicketList[] | undefined,
  { periods, asOf }: { readonly periods: readonly [KnownSpan, KnownSpan]; readonly asOf: number },
): boolean {
  return (lists ?? []).every(({ coverage }) => {
    const [one, other] = periods.map((period) =>
      extentOf(coverage, { period, known: arrivalsKnown(coverage), asOf }),
    );
    return one === other && one !== 'part';
  });
}

/** Since when the lists of tickets are those that tell of an instant: the last beginning or end of one until then. */
export function alikeSince(lists: readonly TicketList[] | undefined, at: number): number {
  const edges = (lists ?? []).flatMap(({ coverage: { bulkFrom, bulkTo } }) => [bulkFrom, bulkTo]);
  return Math.max(Number.NEGATIVE_INFINITY, ...edges.filter((edge) => edge <= at));
}

/** Whether an export can be whole and cut so: an export of what was touched, solved or left open lacks tickets. */
export const contradictsComplete = ({
  complete,
  cut,
}: {
  readonly complete?: boolean;
  readonly cut?: Cut | null;
}): boolean => complete === true && (cut ?? 'created') !== 'created';

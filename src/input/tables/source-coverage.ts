import { type Coverage, expectedArrivals, type SourceCoverage } from '../../model/coverage.ts';
import type { Events, Messages, SurveyTable } from '../../model/desk.ts';
import { arrivalsByHour, findBulk } from './bulk.ts';
import type { Stack } from './stack.ts';

/** So many rows must be missing up to as-of before what tells of tickets counts as ended. */
const FEWEST_MISSING = 10;

/** Which stretch of time rows beside the tickets tell of, by how densely they lie. Null without a dated row. */
export function spanOf(stamps: Float64Array, asOf: number): Coverage | null {
  const dated = stamps.filter((at) => at <= asOf);
  if (dated.length === 0) return null;
  let [from, to] = [dated[0], dated[0]];
  for (const at of dated) {
    if (at < from) from = at;
    if (at > to) to = at;
  }
  const bulk = findBulk(dated);
  const found: Coverage = {
    from,
    to,
    cut: 'created',
    pinned: false,
    bulkFrom: bulk.from,
    bulkTo: bulk.to,
    arrivals: arrivalsByHour(dated, bulk),
  };
  const isCurrent = expectedArrivals(found, { from: bulk.to, to: asOf }) < FEWEST_MISSING;
  return isCurrent ? { ...found, bulkTo: Number.POSITIVE_INFINITY } : found;
}

/**
 * What messages, events and surveys cover, each by itself: they may be of some of the weeks that the tickets are of.
 * Tickets that are made from them are what they are: nothing is said of these.
 */
export function sourceCoverage({
  isRebuilt,
  events,
  messages,
  surveys,
  asOf,
}: {
  readonly isRebuilt: boolean;
  readonly events: Events | null;
  readonly messages: Messages | null;
  readonly surveys: readonly SurveyTable[];
  readonly asOf: number;
}): SourceCoverage {
  const found: { -readonly [K in keyof SourceCoverage]: Coverage } = {};
  const put = (kind: keyof SourceCoverage, stamps: Float64Array): void => {
    const span = spanOf(stamps, asOf);
    if (span) found[kind] = span;
  };
  if (events && !isRebuilt) put('events', events.at);
  if (messages && !isRebuilt) put('messages', messages.sentAt);
  for (const kind of ['csat', 'nps', 'ces'] as const) {
    const stamps = surveys.filter(({ scale }) => scale.kind === kind).map(({ table }) => stampsOf(table));
    if (stamps.length > 0 && stamps.every((each) => each !== null)) put(kind, joined(stamps));
  }
  return found;
}

/** When surveys were sent, where the table says it, else when they were answered; null where it says neither. */
function stampsOf({ columns }: { readonly columns: Stack['columns'] }): Float64Array | null {
  for (const field of ['sent_at', 'answered_at'] as const) {
    const column = columns[field];
    if (column?.type === 'instant' && column.values.some((at) => !Number.isNaN(at))) return column.values;
  }
  return null;
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

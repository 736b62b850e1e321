import type { Period } from '../../model/segment.ts';
import { type RankedEntry, stratifiedRanks } from '../../stats/stratified-ranks.ts';
import type { ObservedMetric } from '../comparison/observed.ts';
import { NO_TICKET } from '../metrics/ratings.ts';
import { compileDimension, type DimensionContext } from '../segments/dimensions.ts';
import type { Grouping } from '../segments/grouping.ts';

/** Dimensions of a ticket that say what work it is, not who did it: that they differ is by design. */
export const kindsOfWork: ReadonlySet<string> = new Set(['priority', 'channel', 'type']);

const MOST_LEVELS = 12;
/** z of a difference that is told, and how far from ½ the chance of a larger value is to be. */
const BEYOND_CHANCE = 2.58;
const LEAST_EFFECT = 0.05;
/** Part of a segment's tickets that has others of the same work beside it. */
const LEAST_COMPARED = 0.5;

/** Which kind of work each ticket is: its priority, channel, type and further columns that were read for this. */
export function workStrata(context: DimensionContext, { except }: { readonly except: string }): Float64Array {
  const { desk } = context;
  const strata = new Float64Array(desk.tickets.rows);
  const names = [
    ...[...kindsOfWork].filter(
      (name) => (desk.tickets.columns as Record<string, unknown>)[name] !== undefined,
    ),
    ...[...desk.tickets.extra.keys()].map((name) => `column:${name}`),
  ];
  for (const name of names) {
    if (name === except) continue;
    const { codes, offsets, size } = compileDimension(name, context);
    const isKind = offsets === null && (kindsOfWork.has(name) || levelsIn(codes, size) <= MOST_LEVELS);
    if (!isKind) continue;
    for (let t = 0; t < strata.length; t++) strata[t] = strata[t] * (size + 1) + codes[t];
  }
  return strata;
}

function levelsIn(codes: Uint32Array, size: number): number {
  const seen = new Uint8Array(size + 1);
  let levels = 0;
  for (const code of codes) {
    if (code !== 0 && seen[code] === 0) levels++;
    seen[code] = 1;
  }
  return levels;
}

export interface WithinRequest {
  readonly observed: ObservedMetric;
  readonly grouping: Grouping;
  readonly level: number;
  /** The period with those before it that it is held against. */
  readonly past: Period;
  readonly strata: Float64Array;
}

/**
 * Whether a segment's values are larger (1) or smaller (−1) than those of others with the same work, in both halves of the
 * past; 0 where neither, or where the halves disagree: what was so in one of them alone is no standing difference.
 */
export function againstSameWork({ past, ...request }: WithinRequest): -1 | 0 | 1 {
  const middle = past.start + (past.end - past.start) / 2;
  const newer = within(request, { start: middle, end: past.end });
  return newer !== 0 && within(request, { start: past.start, end: middle }) === newer ? newer : 0;
}

function within(
  { observed, grouping, level, strata }: Omit<WithinRequest, 'past'>,
  span: Pick<Period, 'start' | 'end'>,
): -1 | 0 | 1 {
  const { observations } = observed.between(span.start, span.end);
  const { single } = grouping;
  if (!observations || !single) return 0;
  const { ticket, state, value, at } = observations;
  const entries: RankedEntry[] = [];
  let own = 0;
  for (let i = 0; i < ticket.length; i++) {
    const t = ticket[i];
    if (t === NO_TICKET || state[i] !== 0 || !(at[i] >= span.start && at[i] < span.end) || single[t] < 0)
      continue;
    const isOwn = single[t] === level;
    if (isOwn) own++;
    entries.push({ stratum: strata[t], isOwn, value: value[i] });
  }
  const found = stratifiedRanks(entries);
  if (!found || found.compared < LEAST_COMPARED * own) return 0;
  if (Math.abs(found.z) < BEYOND_CHANCE || Math.abs(found.effect - 0.5) < LEAST_EFFECT) return 0;
  return found.effect > 0.5 ? 1 : -1;
}

import type { Desk } from '../../model/desk.ts';
import { midRankPercentiles } from '../../stats/funnel.ts';
import type { Dimension } from '../segments/dimension.ts';
import { compileDimension, type DimensionContext } from '../segments/dimensions.ts';

/** What a ticket's mix is made of, the first to be dropped last. */
const mixDimensions = ['group', 'priority', 'channel', 'issue'] as const;
/** These two are never dropped. */
const KEPT = 2;
/** Fewest tickets of others that a ticket is held against. */
const FEWEST_OTHERS = 10;

/** The kinds of mix from the finest to the coarsest: for each the cell number of every ticket. */
export interface Mix {
  readonly dimensions: readonly string[];
  readonly levels: readonly Uint32Array[];
}

/** Cells of group × priority × channel × issue as far as the data has them, then without the issue, without the channel. */
export function mixOf(desk: Desk, context: DimensionContext): Mix {
  const has = (name: string): boolean =>
    name === 'issue'
      ? desk.issues != null
      : (desk.tickets.columns as Record<string, unknown>)[name] !== undefined;
  const found = mixDimensions.filter(has);
  const kept = found.filter((name) => mixDimensions.indexOf(name) < KEPT).length;
  const dimensions = found.map((name) => compileDimension(name, context));
  const levels: Uint32Array[] = [];
  for (let used = dimensions.length; used >= kept; used--) {
    levels.push(cellsOf(dimensions.slice(0, used), desk.tickets.rows));
  }
  return { dimensions: found, levels };
}

/** One number for each combination of values that occurs. */
function cellsOf(dimensions: readonly Dimension[], rows: number): Uint32Array {
  let cells = new Uint32Array(rows);
  for (const { codes, size } of dimensions) {
    const numbers = new Map<number, number>();
    const next = new Uint32Array(rows);
    for (let t = 0; t < rows; t++) {
      const key = cells[t] * (size + 1) + codes[t];
      let number = numbers.get(key);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(key, number);
      }
      next[t] = number;
    }
    cells = next;
  }
  return cells;
}

/** Values of one figure with the ticket and the agent of each. */
export interface Entries {
  readonly values: Float64Array;
  readonly tickets: Uint32Array;
  readonly agents: Uint32Array;
}

/**
 * Each entry against the entries of other agents in its mix: its mid-rank percentile for durations, its difference
 * from their mean for shares. The finest mix in which others have ten entries decides; NaN where none has.
 */
export function againstMix(
  entries: Entries,
  { mix, kind }: { readonly mix: Mix; readonly kind: 'duration' | 'share' },
): {
  readonly against: Float64Array;
  /** For shares: the mean of the others, for the variance that chance alone would give. */
  readonly expected: Float64Array;
} {
  const n = entries.values.length;
  const against = new Float64Array(n).fill(Number.NaN);
  const expected = new Float64Array(n).fill(Number.NaN);
  for (const cells of mix.levels) {
    for (const rows of byCell(entries, cells)) {
      if (rows.every((row) => !Number.isNaN(against[row]))) continue;
      const values = Float64Array.from(rows, (row) => entries.values[row]);
      const owners = Uint32Array.from(rows, (row) => entries.agents[row]);
      const means = kind === 'share' ? meansOfOthers(values, owners) : null;
      const found = means
        ? values.map((value, i) => value - means[i])
        : midRankPercentiles({ values, owners, fewestOthers: FEWEST_OTHERS });
      rows.forEach((row, i) => {
        if (!Number.isNaN(against[row])) return;
        against[row] = found[i];
        if (means) expected[row] = means[i];
      });
    }
  }
  return { against, expected };
}

function byCell({ tickets }: Entries, cells: Uint32Array): Iterable<number[]> {
  const rows = new Map<number, number[]>();
  for (let row = 0; row < tickets.length; row++) {
    const cell = cells[tickets[row]];
    const there = rows.get(cell);
    if (there) there.push(row);
    else rows.set(cell, [row]);
  }
  return rows.values();
}

/** The share of hits among the entries of other agents; NaN below ten of them. Counts are whole, so order is no matter. */
function meansOfOthers(values: Float64Array, owners: Uint32Array): Float64Array {
  let hits = 0;
  const own = new Map<number, { n: number; hits: number }>();
  for (let i = 0; i < values.length; i++) {
    const mine = own.get(owners[i]) ?? { n: 0, hits: 0 };
    own.set(owners[i], { n: mine.n + 1, hits: mine.hits + values[i] });
    hits += values[i];
  }
  return values.map((_, i) => {
    const mine = own.get(owners[i]) as { n: number; hits: number };
    const others = values.length - mine.n;
    return others < FEWEST_OTHERS ? Number.NaN : (hits - mine.hits) / others;
  });
}

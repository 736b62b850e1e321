import { tQuantile } from '../stats/distributions.ts';
import { quantileRanks } from '../stats/quantile.ts';
import type { Cells } from './column-chunk.ts';
import type { ObservationColumn } from './schema.ts';

/** Up to so many values ranks come from the binomial distribution; beyond, from the normal (DEFINITIONS 3). */
export const TABLED = 10_000;

/** The quantiles that have ranks, in thousandths. */
export const tabledShares = [500, 750, 900, 950, 990] as const;

export const lowRank = (share: number): string => `low_${share}`;
export const highRank = (share: number): string => `high_${share}`;

/** One row an n: Student's t at n − 1 degrees of freedom, and the ranks that enclose each quantile. */
export const criticalColumns: readonly ObservationColumn[] = [
  { name: 'n', type: 'integer', about: 'Number of values' },
  { name: 't', type: 'double', about: 'Student’s t, 97.5 %, n − 1 degrees of freedom' },
  ...tabledShares.flatMap((share): ObservationColumn[] => [
    { name: lowRank(share), type: 'integer', about: 'Rank of the lower end, from 1; 0 lies off the sample' },
    { name: highRank(share), type: 'integer', about: 'Rank of the upper end; n + 1 lies off the sample' },
  ]),
];

let computed: readonly Cells[] | null = null;

/** The columns of the table, n = 1 … 10,000: the same in every run. */
export function criticalCells(): readonly Cells[] {
  computed ??= compute();
  return computed;
}

function compute(): readonly Cells[] {
  const every = Array.from({ length: TABLED }, (_, i) => i + 1);
  const columns: number[][] = [every, every.map((n) => (n > 1 ? tQuantile(0.975, n - 1) : Number.NaN))];
  for (const share of tabledShares) {
    const ranks = every.map((n) => quantileRanks(n, share / 1000));
    columns.push(
      ranks.map(({ low }) => low),
      ranks.map(({ high }) => high),
    );
  }
  return columns.map((values) => ({ values: Float64Array.from(values) }));
}

/** Values of two groups side by side, each in its stratum. */
export interface RankedEntry {
  readonly stratum: number;
  readonly isOwn: boolean;
  readonly value: number;
}

export interface RankEffect {
  /** P(own > other) + ½ P(=) within strata; ½ = no difference. */
  readonly effect: number;
  /** Standard normal under no difference. */
  readonly z: number;
  /** Own values in strata that hold others too. */
  readonly compared: number;
}

/**
 * Whether one group's values are larger than the others' within strata: the van Elteren test (Mann–Whitney in each
 * stratum, weighted by n · m ÷ (n + m + 1)), ties at mid-ranks. Null where no stratum holds both.
 *
 * @example own 3 and 4 against 1 and 2 in one stratum: effect 1
 */
export function stratifiedRanks(entries: readonly RankedEntry[]): RankEffect | null {
  const strata = new Map<number, RankedEntry[]>();
  for (const entry of entries) {
    const there = strata.get(entry.stratum);
    if (there) there.push(entry);
    else strata.set(entry.stratum, [entry]);
  }
  let [weights, sum, variance, compared] = [0, 0, 0, 0];
  for (const stratum of strata.values()) {
    const own = stratum.reduce((count, { isOwn }) => count + (isOwn ? 1 : 0), 0);
    const others = stratum.length - own;
    if (own === 0 || others === 0) continue;
    const chance = (rankSum(stratum) - (own * (own + 1)) / 2) / (own * others);
    const weight = (own * others) / (stratum.length + 1);
    weights += weight;
    sum += weight * (chance - 0.5);
    variance += (weight * weight * (stratum.length + 1)) / (12 * own * others);
    compared += own;
  }
  if (weights === 0 || variance === 0) return null;
  return { effect: 0.5 + sum / weights, z: sum / Math.sqrt(variance), compared };
}

/** Sum of the mid-ranks of the own values. */
function rankSum(stratum: RankedEntry[]): number {
  const sorted = stratum.sort((a, b) => a.value - b.value);
  let sum = 0;
  for (let i = 0; i < sorted.length; ) {
    let end = i;
    let own = 0;
    while (end < sorted.length && sorted[end].value === sorted[i].value) if (sorted[end++].isOwn) own++;
    sum += own * ((i + 1 + end) / 2);
    i = end;
  }
  return sum;
}

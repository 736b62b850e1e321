/** A stream of numbers that depends on the seed alone. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** A whole number from `low` to `high`, both included. */
  whole(range: { readonly low: number; readonly high: number }): number;
  pick<T>(items: readonly T[]): T;
  /** An index, drawn with these weights. */
  weighted(weights: readonly number[]): number;
  /** Standard normal. */
  normal(): number;
  /** Lognormal with this median and this σ of the logarithm. */
  lognormal(shape: { readonly median: number; readonly sigma: number }): number;
  exponential(mean: number): number;
}

/** xorshift128 (Marsaglia 2003) seeded by a multiplicative hash; the same numbers on every machine. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const word = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x45d9f3b);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
  let [x, y, z, w] = [word(), word(), word(), word() | 1];
  const step = (): number => {
    const t = x ^ (x << 11);
    x = y;
    y = z;
    z = w;
    w = w ^ (w >>> 19) ^ t ^ (t >>> 8);
    return w >>> 0;
  };
  const next = (): number => (step() * 2097152 + (step() >>> 11)) / 9007199254740992;
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    chance: (probability) => next() < probability,
    whole: ({ low, high }) => low + Math.floor(next() * (high - low + 1)),
    pick: (items) => items[Math.floor(next() * items.length)],
    weighted(weights) {
      let left = next() * weights.reduce((sum, weight) => sum + weight, 0);
      for (let index = 0; index < weights.length; index++) {
        left -= weights[index];
        if (left < 0) return index;
      }
      return weights.length - 1;
    },
    normal,
    lognormal: ({ median, sigma }) => median * Math.exp(sigma * normal()),
    exponential: (mean) => -mean * Math.log(1 - next()),
  };
}

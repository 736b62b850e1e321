/** A source of whole numbers that looks random and is the same in every run. */
interface Random {
  /** The next whole number in [0, bound). */
  below(bound: number): number;
  /** The next number in [0, 1). */
  next(): number;
}

/**
 * Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, integer arithmetic only, so that a seed gives the
 * same numbers on every machine.
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return { next, below: (bound) => Math.floor(next() * bound) };
}

/** The numbers 0 … length − 1 in a seeded order (Fisher–Yates). */
export function shuffledOrder(length: number, seed: number): Int32Array {
  const random = seededRandom(seed);
  const order = Int32Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    const kept = order[i];
    order[i] = order[j];
    order[j] = kept;
  }
  return order;
}

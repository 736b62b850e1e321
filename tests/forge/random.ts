/** A stream of numbers that follows from its seed alone. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number in [0, below). */
  int(below: number): number;
  pick<T>(list: readonly T[]): T;
  chance(share: number): boolean;
  /** Lognormal with the given median. */
  around(median: number, sigma: number): number;
  /** A stream of its own, so that one more draw here moves nothing there. */
  fork(name: string): Random;
}

/** FNV-1a of a text, as a seed. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) as number), 0x01000193) >>> 0;
  return hash;
}

/** Mulberry32. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    int: (below) => Math.floor(next() * below),
    pick: (list) => list[Math.floor(next() * list.length)],
    chance: (share) => next() < share,
    around: (median, sigma) => median * Math.exp(sigma * normal()),
    fork: (name) => randomOf(seedOf(`${seed}/${name}`)),
  };
}

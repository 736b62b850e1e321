/** Numbers that look random and are the same in every run. */
export interface SeededRandom {
  /** Uniform on (0, 1). */
  uniform(): number;
  /** Standard normal (Box & Muller). */
  normal(): number;
}

/** A 32-bit generator (mulberry32's mixing), for simulations in tests only. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 2 ** 32;
  };
  return {
    uniform,
    normal: () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()),
  };
}

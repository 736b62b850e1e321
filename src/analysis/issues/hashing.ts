/**
 * A number of 52 bits from a text, the same on every machine: two FNV-1a runs with different seeds, mixed. Good
 * enough that a million different texts share one with a probability of one in ten thousand; not for secrets.
 */
export function hashText(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x5bd1e995);
    high ^= high >>> 15;
  }
  return joinHalves(mix(low), mix(high));
}

/** The same for whole numbers, the first `count` of them, in their order. */
export function hashNumbers(numbers: ArrayLike<number>, count = numbers.length): number {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let i = 0; i < count; i++) {
    low = mix(low ^ numbers[i]);
    high = Math.imul(mix(high ^ numbers[i]), 0x5bd1e995);
  }
  return joinHalves(mix(low), mix(high));
}

/** A hash of 52 bits as short text: base 36, ten or eleven signs. */
export function hashName(hash: number): string {
  return hash.toString(36);
}

function joinHalves(low: number, high: number): number {
  return (low >>> 0) + (high & 0xfffff) * 4294967296;
}

function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

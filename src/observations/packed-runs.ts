/**
 * Whole numbers as Parquet's hybrid of runs and packed bits: eight or more equal ones as a run, the others in groups of
 * eight with so many bits each. Into one block of memory, where the package's own writer asks for room byte by byte.
 */
export function packedRuns(values: Uint8Array | Uint32Array, bits: number): Uint8Array {
  // The worst: every group of eight begins anew.
  const bytes = new Uint8Array(16 + values.length * Math.ceil((bits + 8) / 8) + values.length);
  const width = (bits + 7) >> 3;
  let at = 0;
  let from = 0;
  let packed = 0;
  const varint = (value: number): void => {
    let rest = value;
    for (; rest > 127; rest >>>= 7) bytes[at++] = (rest & 127) | 128;
    bytes[at++] = rest;
  };
  const flush = (): void => {
    if (packed === 0) return;
    varint(((packed >> 3) << 1) | 1);
    at = packBits(values.subarray(from, from + packed), { bits, groups: packed >> 3, bytes, at });
    packed = 0;
  };
  let i = 0;
  while (i < values.length) {
    const value = values[i];
    let end = i + 1;
    while (end < values.length && values[end] === value) end++;
    if (end - i >= 8) {
      flush();
      varint((end - i) << 1);
      for (let b = 0; b < width; b++) bytes[at++] = (value >>> (8 * b)) & 255;
      i = end;
    } else {
      if (packed === 0) from = i;
      packed += 8;
      i += 8;
    }
  }
  flush();
  return bytes.subarray(0, at);
}

interface Packing {
  readonly bits: number;
  /** Groups of eight; the last one is filled up with zeros. */
  readonly groups: number;
  readonly bytes: Uint8Array;
  readonly at: number;
}

/** Values one after the other, the lowest bit first; where the next byte goes. */
function packBits(values: Uint8Array | Uint32Array, { bits, groups, bytes, at }: Packing): number {
  let held = 0;
  let used = 0;
  let next = at;
  for (let i = 0; i < groups * 8; i++) {
    held |= (i < values.length ? values[i] : 0) << used;
    used += bits;
    for (; used >= 8; used -= 8) {
      bytes[next++] = held & 255;
      held >>>= 8;
    }
  }
  return next;
}

import { markRoom, marksAt, resultsAt, textAt } from '../../input/readers/vector/layout';

const blockBytes: u32 = 64;

/** The bytes among sixteen at which a string of JSON can end, or is not what it seems. */
function marksIn(address: u32): u64 {
  const part = v128.load(address, textAt);
  const ends = v128.or(i8x16.eq(part, i8x16.splat(0x22)), i8x16.eq(part, i8x16.splat(0x5c)));
  return i8x16.bitmask(v128.or(ends, i8x16.lt_u(part, i8x16.splat(0x20)))) as u64;
}

/**
 * Lists the positions of quotes, backslashes and control characters, 64 bytes at a time, as far as there is room. The
 * results are how far it looked, and how many they are.
 */
export function marks(start: u32, end: u32): void {
  const full: u32 = marksAt + markRoom * 4;
  let markAt: u32 = marksAt;
  let at = start;
  for (; at < end && markAt < full; at += blockBytes) {
    let bits = marksIn(at) | (marksIn(at + 16) << 16) | (marksIn(at + 32) << 32) | (marksIn(at + 48) << 48);
    if (end - at < blockBytes) bits &= ((1 as u64) << (end - at)) - 1;
    for (; bits; bits &= bits - 1) {
      store<u32>(markAt, at + (ctz(bits) as u32));
      markAt += 4;
    }
  }
  store<u32>(resultsAt, at);
  store<u32>(resultsAt, (markAt - marksAt) >> 2, 4);
}

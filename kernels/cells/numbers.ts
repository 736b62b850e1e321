import { cellEndsAt, cellStartsAt, outAt, textAt } from '../../src/input/readers/vector/layout';

/** Digits of a number that is whole in double precision, whatever they are. */
const mostDigits: u32 = 15;

/** A number of up to fifteen digits, written in no other way (`7`, not `07` or `7.0`); −1 for anything else. */
function numberAt(start: u32, length: u32): f64 {
  // The digits stand at the end of sixteen bytes; what stands before them becomes zeros.
  const characters = v128.load(start + length, textAt - 16);
  const places = i8x16(16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1);
  const isInside = i8x16.le_u(places, i8x16.splat(length as i8));
  const digits = v128.and(i8x16.sub(characters, i8x16.splat(0x30)), isInside);
  if (v128.any_true(i8x16.gt_u(digits, i8x16.splat(9)))) return -1;
  if (length > 1 && load<u8>(start, textAt) === 0x30) return -1;
  // Two, four, then eight digits become one number.
  const tens = i8x16(10, 1, 10, 1, 10, 1, 10, 1, 10, 1, 10, 1, 10, 1, 10, 1);
  const ones = i16x8.splat(1);
  const pairs = i16x8.narrow_i32x4_s(
    i32x4.dot_i16x8_s(i16x8.extmul_low_i8x16_u(digits, tens), ones),
    i32x4.dot_i16x8_s(i16x8.extmul_high_i8x16_u(digits, tens), ones),
  );
  const fours = i32x4.dot_i16x8_s(pairs, i16x8(100, 1, 100, 1, 100, 1, 100, 1));
  const eights = i32x4.dot_i16x8_s(
    i16x8.narrow_i32x4_s(fours, fours),
    i16x8(10_000, 1, 10_000, 1, 10_000, 1, 10_000, 1),
  );
  return (i32x4.extract_lane(eights, 0) as f64) * 100_000_000 + (i32x4.extract_lane(eights, 1) as f64);
}

/** Reads cells that are plain numbers up to the first that is not; how many it read. */
export function numbers(cell: u32, count: u32): u32 {
  let at: u32 = 0;
  for (; at < count; at++) {
    const start = load<i32>(cell + (at << 2), cellStartsAt);
    const length: u32 = load<i32>(cell + (at << 2), cellEndsAt) - start;
    // Cells that lie elsewhere have numbers below 0; a length of 0 less 1 is far above the limit.
    if (start < 0 || length - 1 >= mostDigits) break;
    const value = numberAt(start, length);
    if (value < 0) break;
    store<f64>(at << 3, value, outAt);
  }
  return at;
}

import { cellEndsAt, cellStartsAt, outAt, textAt } from '../../src/input/readers/vector/layout';

/** Bits for the places of digits among the sixteen characters of a stamp from its first dash on, and of marks. */
const digitPlaces = 0b0110_1101_1011_0110;
const markPlaces = 0b0001_0010_0000_1001;
/** Days up to 1 January 1970, counted from March of the year 0 with a leap day every fourth year. */
const daysBefore1970 = 719_469 + 15;

/** Each pair of digits as a number in the first byte of the two. */
function addPairs(digits: u64): u64 {
  return digits * 10 + (digits >> 8);
}

function byteOf(pairs: u64, place: u64): u32 {
  return ((pairs >> (place * 16)) & 255) as u32;
}

function daysIn(month: u32, isLeap: bool): u32 {
  if (month === 2) return isLeap ? 29 : 28;
  return 30 + ((month + (month >> 3)) & 1);
}

/** True for four bytes that are digits, which are given as their values. */
function areDigits(values: u32): bool {
  return !(((values + 0x76767676) | values) & 0x80808080);
}

/** Days since 1970, counted from March on, so that the leap day comes last. */
function dayNumber(year: u32, month: u32, day: u32): i32 {
  const isEarly = month < 3;
  const fromMarch = isEarly ? year - 1 : year;
  const months = isEarly ? month + 9 : month - 3;
  return (fromMarch * 365 + (fromMarch >> 2) + (months * 153 + 2) / 5 + day - daysBefore1970) as i32;
}

/** Epoch milliseconds of a stamp; −1 where it is written otherwise. */
function stampAt(text: u32, length: u32, allowsLocal: bool): f64 {
  const characters = v128.load(text, 4);
  const digits = v128.xor(characters, i8x16.splat(0x30));
  const areInPlace = i8x16.bitmask(i8x16.lt_u(digits, i8x16.splat(10)));
  if ((areInPlace & digitPlaces) !== digitPlaces) return -1;
  // `-` and `:` where `-MM-DDThh:mm:ss` has them.
  const wanted = i8x16(0x2d, 0, 0, 0x2d, 0, 0, 0, 0, 0, 0x3a, 0, 0, 0x3a, 0, 0, 0);
  if ((i8x16.bitmask(i8x16.eq(characters, wanted)) & markPlaces) !== markPlaces) return -1;
  const yearDigits = load<u32>(text) ^ 0x30303030;
  if (!areDigits(yearDigits)) return -1;
  const between = load<u8>(text, 10);
  if (between !== 0x54 && between !== 0x20) return -1;
  if (length === 20 ? load<u8>(text, 19) !== 0x5a : length !== 19 || !allowsLocal) return -1;

  const yearPairs = yearDigits * 10 + (yearDigits >> 8);
  const year = (yearPairs & 255) * 100 + ((yearPairs >> 16) & 255);
  const inPairs = i8x16.swizzle(digits, i8x16(1, 2, 4, 5, 7, 8, 10, 11, 13, 14, 16, 16, 16, 16, 16, 16));
  const pairs = addPairs(i64x2.extract_lane(inPairs, 0));
  const month = byteOf(pairs, 0);
  const day = byteOf(pairs, 1);
  const hours = byteOf(pairs, 2);
  const minutes = byteOf(pairs, 3);
  const seconds = byteOf(addPairs(i64x2.extract_lane(inPairs, 1)), 0);
  // Below 0 is far above any limit, as there is no sign.
  if (year - 1972 >= 2100 - 1972 || month - 1 >= 12 || day - 1 >= daysIn(month, !(year & 3))) return -1;
  if (hours >= 24 || minutes >= 60 || seconds >= 60) return -1;
  const secondOfDay = (hours * 60 + minutes) * 60 + seconds;
  return (dayNumber(year, month, day) as f64) * 86_400_000 + (secondOfDay as f64) * 1000;
}

/**
 * Stamps written `2026-01-31T10:00:00Z` (or with a blank, and in a column of UTC also without the Z), of the years
 * 1972 to 2099, as epoch milliseconds; NaN for empty cells. Sixteen characters from the first dash on are looked at in
 * one go, pairs of digits added up four at a time; every fourth year has a leap day, and the 15 centuries without one
 * before 1972 are all there are. Stops at a cell that is written otherwise; how many it read is the result.
 */
export function stamps(cell: u32, count: u32, stopsAtMissing: bool, allowsLocal: bool): u32 {
  let at: u32 = 0;
  for (; at < count; at++) {
    const start = load<u32>(cell + (at << 2), cellStartsAt);
    const length = load<u32>(cell + (at << 2), cellEndsAt) - start;
    let stamp = NaN;
    if (length) {
      // Cells that lie elsewhere have numbers below 0.
      if ((start as i32) < 0) break;
      stamp = stampAt(start + textAt, length, allowsLocal);
      if (stamp < 0) break;
    } else if (stopsAtMissing) {
      store<f64>(at << 3, NaN, outAt);
      break;
    }
    store<f64>(at << 3, stamp, outAt);
  }
  return at;
}

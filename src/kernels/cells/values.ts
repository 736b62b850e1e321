import {
  cellEndsAt,
  cellStartsAt,
  codesAt,
  entriesAt,
  entryBytes,
  mostValues,
  outAt,
  Setting,
  settingsAt,
  tablePlaces,
  textAt,
  unescapedAt,
  valueBytes,
} from '../../input/readers/vector/layout';

/** Of an entry: 32 bytes of text filled up with zeros, how many they are, and the number of the value. */
const lengthAt = 32;
const numberAt = 36;

/** Of sixteen bytes those before a length, zeros for the others. */
function upTo(bytes: v128, length: u32, from: u8): v128 {
  const places = i8x16.add(i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15), i8x16.splat(from));
  return v128.and(bytes, i8x16.lt_u(places, i8x16.splat(length as i8)));
}

/** The place of a text in a table, by a product of its bytes. */
function placeOf(low: v128, high: v128): u32 {
  const both = v128.xor(low, high);
  const golden = ((0x9e3779b9 as u64) << 32) | 0x7f4a7c15;
  const mixer = ((0xbf58476d as u64) << 32) | 0x1ce4e5b9;
  const sum = (i64x2.extract_lane(both, 0) as u64) ^ ((i64x2.extract_lane(both, 1) as u64) * golden);
  return (((sum ^ (sum >> 29)) * mixer) >> (64 - ctz<u64>(tablePlaces))) as u32;
}

function isText(entry: u32, low: v128, high: v128): bool {
  const different = v128.or(v128.xor(v128.load(entry), low), v128.xor(v128.load(entry, 16), high));
  return !v128.any_true(different);
}

/** The number of a text in a table, a new one where it is not there yet; 0 where there is no more room. */
function numberOf(text: u32, length: u32, table: u32): u32 {
  const low = upTo(v128.load(text), length, 0);
  const high = upTo(v128.load(text, 16), length, 16);
  let place = placeOf(low, high);
  let entry = table + entriesAt + place * entryBytes;
  while (load<u32>(entry, lengthAt)) {
    if (load<u32>(entry, lengthAt) === length && isText(entry, low, high)) return load<u32>(entry, numberAt);
    place = (place + 1) & (tablePlaces - 1);
    entry = table + entriesAt + place * entryBytes;
  }
  const number = load<u32>(table) + 1;
  if (number > (mostValues as u32)) return 0;
  store<u32>(table, number);
  v128.store(entry, low);
  v128.store(entry, high, 16);
  store<u32>(entry, length, lengthAt);
  store<u32>(entry, number, numberAt);
  return number;
}

/** The code of a cell that is not empty, as `values` says. */
function codeOf(from: i32, to: i32, isHere: bool, table: u32): i32 {
  const length: u32 = from < 0 ? from - to : to - from;
  if (!isHere || length > (valueBytes as u32)) return -1;
  const number = numberOf(from < 0 ? unescapedAt + ~from : textAt + from, length, table);
  const code = number ? load<i32>(table + (number << 2), codesAt) - 1 : -1;
  return code < 0 ? -1 - (number as i32) : code;
}

/**
 * The codes of the values of a column, as far as the table has been told them: −1 − the number of a value without a code,
 * −1 for a cell that is too long, lies elsewhere, or came when the table was full; 0 for an empty one. How many are below
 * 0 is the result.
 */
export function values(cell: u32, count: u32, table: u32): u32 {
  const holdsUnescaped = load<u32>(settingsAt + Setting.holdsUnescaped * 4);
  let strangers: u32 = 0;
  for (let at: u32 = 0; at < count; at++) {
    const from = load<i32>(cell + (at << 2), cellStartsAt);
    const to = load<i32>(cell + (at << 2), cellEndsAt);
    const isHere = from >= 0 || holdsUnescaped !== 0;
    const code = from === to ? 0 : codeOf(from, to, isHere, table);
    if (code < 0) strangers++;
    store<i32>(at << 2, code, outAt);
  }
  return strangers;
}

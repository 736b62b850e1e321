import { resultsAt, rowEndsAt, rowLinesAt, separatorsAt, textAt } from '../../input/readers/vector/layout';

const blockBytes: u32 = 64;

/** A bit for each byte of a block that a comparison found, from those of its four parts. */
function bitsOf(a: v128, b: v128, c: v128, d: v128): u64 {
  const low = (i8x16.bitmask(a) as u64) | ((i8x16.bitmask(b) as u64) << 16);
  const high = (i8x16.bitmask(c) as u64) | ((i8x16.bitmask(d) as u64) << 16);
  return low | (high << 32);
}

function isAnywhere(a: v128, b: v128, c: v128, d: v128): bool {
  return v128.any_true(v128.or(v128.or(a, b), v128.or(c, d)));
}

/** Each bit becomes the parity of those up to it: set from an opening quote up to the byte before the closing one. */
function runningXor(bits: u64): u64 {
  let parity = bits;
  parity ^= parity << 1;
  parity ^= parity << 2;
  parity ^= parity << 4;
  parity ^= parity << 8;
  parity ^= parity << 16;
  return parity ^ (parity << 32);
}

/** The bits below the lowest one that is set. */
function below(bits: u64): u64 {
  return (bits & -bits) - 1;
}

/** Lists the position of the lowest bit of a block; the other bits. */
function list(place: u32, at: u32, bits: u64): u64 {
  store<u32>(place, at + (ctz(bits) as u32));
  return bits & (bits - 1);
}

/** Lists the rows that end in a block: by the number of the separator that ends them, and by line. Where the list ends. */
function listRows(place: u32, newlines: u64, ends: u64, endsBefore: u32, linesBefore: u32): u32 {
  for (let rowEnds = newlines & ends; rowEnds; rowEnds &= rowEnds - 1) {
    const before = below(rowEnds);
    store<u32>(place, endsBefore + (popcnt(ends & before) as u32), rowEndsAt);
    store<u32>(place, linesBefore + 1 + (popcnt(newlines & before) as u32), rowLinesAt);
    place += 4;
  }
  return place;
}

/**
 * Lists where the cells and rows of CSV end, 64 bytes at a time, as far as there is room. For each block the positions of
 * quotes, delimiters, line ends and carriage returns are bits of a number. Whether a byte lies inside quotes is the
 * parity of the quotes up to it (Langdale and Lemire, "Parsing gigabytes of JSON per second", 2019, section 3.1.1).
 * Separators are what is left outside. A quote is misplaced when it opens behind anything but a separator, or closes
 * before anything but one.
 *
 * The results: how many rows end, the first misplaced quote (−1 for none), and whether it stopped before the end.
 */
export function separators(
  start: u32,
  end: u32,
  delimiterByte: u32,
  quoteByte: u32,
  newlineByte: u32,
  returnByte: u32,
): void {
  const delimiter = i8x16.splat(delimiterByte as i8);
  const quote = i8x16.splat(quoteByte as i8);
  const newline = i8x16.splat(newlineByte as i8);
  const carriageReturn = i8x16.splat(returnByte as i8);
  const lastRoom: u32 = rowEndsAt - blockBytes * 4;
  let separatorAt: u32 = separatorsAt;
  let rowAt: u32 = 0;
  let lines: u32 = 0;
  let surprise: i32 = -1;
  // What a block hands to the next: all bits when it ends inside quotes; else one bit for its last byte.
  let wasInside: u64 = 0;
  let wasMark: u64 = 1;
  let wasClose: u64 = 0;
  let wasReturn: u64 = 0;
  let at = start;
  for (; at < end && separatorAt < lastRoom && surprise < 0; at += blockBytes) {
    const a = v128.load(at, textAt);
    const b = v128.load(at, textAt + 16);
    const c = v128.load(at, textAt + 32);
    const d = v128.load(at, textAt + 48);
    const newlineA = i8x16.eq(a, newline);
    const newlineB = i8x16.eq(b, newline);
    const newlineC = i8x16.eq(c, newline);
    const newlineD = i8x16.eq(d, newline);
    const quoteA = i8x16.eq(a, quote);
    const quoteB = i8x16.eq(b, quote);
    const quoteC = i8x16.eq(c, quote);
    const quoteD = i8x16.eq(d, quote);
    const markA = v128.or(v128.or(i8x16.eq(a, delimiter), newlineA), quoteA);
    const markB = v128.or(v128.or(i8x16.eq(b, delimiter), newlineB), quoteB);
    const markC = v128.or(v128.or(i8x16.eq(c, delimiter), newlineC), quoteC);
    const markD = v128.or(v128.or(i8x16.eq(d, delimiter), newlineD), quoteD);
    // Long texts have many blocks without any of these, and nothing is to be looked for in them.
    if (!(isAnywhere(markA, markB, markC, markD) || wasClose | wasReturn)) {
      wasMark = 0;
      continue;
    }
    let quotes = bitsOf(quoteA, quoteB, quoteC, quoteD);
    let newlines = bitsOf(newlineA, newlineB, newlineC, newlineD);
    let ends = bitsOf(markA, markB, markC, markD) & ~quotes;
    let there: u64 = -1;
    if (end - at < blockBytes) {
      there = ((1 as u64) << (end - at)) - 1;
      quotes &= there;
      ends &= there;
      newlines &= there;
    }
    const marks = ends | quotes;
    let inside = wasInside;
    if (quotes) {
      inside ^= runningXor(quotes);
      wasInside = ((inside as i64) >> 63) as u64;
    }
    ends &= ~inside;
    if (quotes | wasClose | wasReturn) {
      const returns = bitsOf(
        i8x16.eq(a, carriageReturn),
        i8x16.eq(b, carriageReturn),
        i8x16.eq(c, carriageReturn),
        i8x16.eq(d, carriageReturn),
      );
      const opensInText = quotes & inside & ~((marks << 1) | wasMark);
      const closes = quotes & ~inside;
      const behindClose = (closes << 1) | wasClose;
      wasClose = closes >> 63;
      // A carriage return behind a closing quote must have a line end behind it.
      const returnsBehindClose = behindClose & returns;
      const behindReturn = (returnsBehindClose << 1) | wasReturn;
      wasReturn = returnsBehindClose >> 63;
      const closesInText = (behindClose & ~(marks | returns)) | (behindReturn & ~newlines);
      const misplaced = (opensInText | closesInText) & there;
      if (misplaced) {
        surprise = (at + (ctz(misplaced) as u32)) as i32;
        ends &= below(misplaced);
        newlines &= below(misplaced);
      }
    }
    wasMark = marks >> 63;
    if (newlines) {
      rowAt = listRows(rowAt, newlines, ends, (separatorAt - separatorsAt) >> 2, lines);
      lines += popcnt(newlines) as u32;
    }
    const behind: u32 = separatorAt + ((popcnt(ends) as u32) << 2);
    // Four at once, whether there are so many or not: what is too much is overwritten.
    ends = list(separatorAt, at, ends);
    ends = list(separatorAt + 4, at, ends);
    ends = list(separatorAt + 8, at, ends);
    ends = list(separatorAt + 12, at, ends);
    for (separatorAt += 16; ends; separatorAt += 4) ends = list(separatorAt, at, ends);
    separatorAt = behind;
  }
  store<u32>(resultsAt, rowAt >> 2);
  store<i32>(resultsAt, surprise, 4);
  store<u32>(resultsAt, (at < end) as u32, 8);
}

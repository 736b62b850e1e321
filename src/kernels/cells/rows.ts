import {
  batchRows,
  cellEndsAt,
  cellLinesAt,
  cellRowEndsAt,
  cellRowStartsAt,
  cellStartsAt,
  emptyBit,
  isOddAt,
  oddBit,
  rowEndsAt,
  rowLinesAt,
  Setting,
  separatorsAt,
  settingsAt,
  textAt,
  unescapedAt,
  unescapedRoom,
  wantedAt,
} from '../../input/readers/vector/layout';

const quoteByte: u8 = 0x22;

function get(setting: Setting): u32 {
  return load<u32>(settingsAt + setting * 4);
}

function set(setting: Setting, value: u32): void {
  store<u32>(settingsAt + setting * 4, value);
}

/** An entry of one of the lists of the index. */
function entry(list: u32, index: u32): u32 {
  return load<u32>(list + (index << 2));
}

/** True for a quote between two positions. */
function hasQuote(from: u32, to: u32): bool {
  for (let at = from; at < to; at += 16) {
    let found: u32 = i8x16.bitmask(i8x16.eq(v128.load(at, textAt), i8x16.splat(quoteByte)));
    if (to - at < 16) found &= (1 << (to - at)) - 1;
    if (found) return true;
  }
  return false;
}

/** Copies a cell without the second of two quotes; where the copy ends. */
function copyUnescaped(from: u32, to: u32, into: u32): u32 {
  for (let at = from; at < to; at++) {
    const byte = load<u8>(at, textAt);
    store<u8>(into++, byte, unescapedAt);
    if (byte === quoteByte && at + 1 < to && load<u8>(at + 1, textAt) === quoteByte) at++;
  }
  return into;
}

/**
 * Notes where the wanted cells of a row lie; those with quotes inside are written out behind what is `used`. How much is
 * used then, −1 where there is no room for that.
 */
function noteCells(place: u32, first: u32, last: u32, start: u32, end: u32, used: i32): i32 {
  const wanted = get(Setting.wanted);
  const hasQuotes = get(Setting.hasQuotes);
  for (let slot: u32 = 0; slot < wanted; slot++) {
    const cell = first + entry(wantedAt, slot);
    const at = (slot * batchRows + place) << 2;
    if (cell > last) {
      note(at, 0, 0);
      continue;
    }
    const from: i32 = cell === first ? start : entry(separatorsAt, cell - 1) + 1;
    const to: i32 = cell === last ? end : entry(separatorsAt, cell);
    // Where an empty cell would be stands what ends it, which is no quote.
    if (load<u8>(from, textAt) !== quoteByte || !hasQuotes) note(at, from, to);
    else if (!hasQuote(from + 1, to - 1)) note(at, from + 1, to - 1);
    else {
      if (used + to - from - 2 > unescapedRoom) return -1;
      const behind = copyUnescaped(from + 1, to - 1, used) as i32;
      note(at, ~used, ~behind);
      used = behind;
    }
  }
  return used;
}

function note(at: u32, from: i32, to: i32): void {
  store<i32>(at, from, cellStartsAt);
  store<i32>(at, to, cellEndsAt);
}

/** Whether a row may be something else: empty, a remark, or with less in it than its cells need. */
function mayBeNone(kind: u32, count: u32, length: u32, columns: u32): bool {
  if (kind & oddBit) return true;
  if (length < count * 3 && (length < count || kind & emptyBit)) return true;
  return count === 1 && columns !== 1;
}

/** True when all cells behind those of the header are empty. */
function isSurplusEmpty(first: u32, count: u32, columns: u32, end: u32): bool {
  return end - entry(separatorsAt, first + columns - 1) === count - columns;
}

/**
 * Takes rows from an index over CSV as far as they are plain: notes where the wanted cells lie, quotes around them left
 * out. Stops at a row that may be something else than a row, or has cells that the header has not (`isOdd`), and where
 * there is no more room; how far it came stands in the settings.
 */
export function rows(): void {
  const rowCount = get(Setting.rows);
  const room = get(Setting.room);
  const columns = get(Setting.columns);
  const trimsReturn = get(Setting.trimsReturn);
  const header1 = get(Setting.header1);
  const header2 = get(Setting.header2);
  const header3 = get(Setting.header3);
  const firstLine = get(Setting.firstLine);
  let line = get(Setting.line);
  let shortRows = get(Setting.shortRows);
  let row = get(Setting.row);
  let first = get(Setting.first);
  let start = get(Setting.start);
  let place = get(Setting.place);
  let used = get(Setting.used);
  let isOdd = false;

  while (row < rowCount && place < room) {
    const last = entry(rowEndsAt, row);
    const lineEnd = entry(separatorsAt, last);
    let end = lineEnd;
    if (trimsReturn && start < lineEnd && load<u8>(lineEnd - 1, textAt) === 0x0d) end--;
    const count = last - first + 1;
    const length = end - start;
    const kind: u32 = load<u8>(load<u8>(start, textAt) as u32, isOddAt);
    isOdd = true;
    if (mayBeNone(kind, count, length, columns)) break;
    if (count > columns && !isSurplusEmpty(first, count, columns, end)) break;
    if (length === header1 || length === header2 || length === header3) break;
    const behind = noteCells(place, first, last, start, end, used);
    // A cell for which all the room would not do is read otherwise.
    isOdd = behind < 0 && !used;
    if (behind < 0) break;

    used = behind;
    const at = place << 2;
    store<u32>(at, line, cellLinesAt);
    store<u32>(at, start, cellRowStartsAt);
    store<u32>(at, end, cellRowEndsAt);
    line = firstLine + entry(rowLinesAt, row);
    if (count < columns) shortRows++;
    place++;
    start = lineEnd + 1;
    first = last + 1;
    row++;
  }
  set(Setting.row, row);
  set(Setting.first, first);
  set(Setting.start, start);
  set(Setting.line, line);
  set(Setting.place, place);
  set(Setting.shortRows, shortRows);
  set(Setting.used, used);
  set(Setting.isOdd, isOdd);
}

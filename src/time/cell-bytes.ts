/**
 * Cells as bytes: blanks at their ends, and the characters outside ASCII that dates and durations are written with.
 */

const SPACE = 32;
const HYPHEN = 45;
const APOSTROPHE = 39;
const ZERO = 48;

/** Index of the first byte that is no blank. */
export function trimStart(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && bytes[at] <= SPACE) at++;
  return at;
}

/** Index behind the last byte that is no blank. */
export function trimEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = end;
  while (at > start && bytes[at - 1] <= SPACE) at--;
  return at;
}

/** Whether any byte is outside ASCII. */
export function hasWideBytes(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i] >= 0x80) return true;
  return false;
}

/** Longest cell that is looked at as a date or a duration. */
export const LONGEST_CELL = 96;

/** A copy of a cell in which digits, blanks and dashes of other scripts have become ASCII. */
export class FoldedCell {
  readonly bytes = new Uint8Array(LONGEST_CELL * 2);
  start = 0;
  end = 0;

  /**
   * Bengali, Devanagari and Arabic digits become 0–9, full-width characters (０ ： ／ － ． Ｔ) the ASCII ones; no-break,
   * thin and ideographic spaces and the middle dot become spaces, the minus sign and dashes a hyphen, curved apostrophes
   * straight ones; direction marks and a BOM vanish; other characters stay as they are.
   */
  fold(bytes: Uint8Array, start: number, end: number): this {
    const out = this.bytes;
    let length = 0;
    const stop = Math.min(end, start + LONGEST_CELL);
    for (let i = start; i < stop; i++) {
      const first = bytes[i];
      if (first < 0x80) {
        out[length++] = first;
        continue;
      }
      const second = i + 1 < stop ? bytes[i + 1] : 0;
      const ofTwo = foldTwo(first, second);
      if (ofTwo !== KEEP) {
        out[length++] = ofTwo;
        i++;
        continue;
      }
      const ofThree = foldThree(first, second, i + 2 < stop ? bytes[i + 2] : 0);
      if (ofThree !== DROP) out[length++] = ofThree === KEEP ? first : ofThree;
      if (ofThree !== KEEP) i += 2;
    }
    this.start = trimStart(out, 0, length);
    this.end = trimEnd(out, this.start, length);
    return this;
  }
}

const KEEP = -1;
const DROP = -2;

/** The ASCII byte for a character of two UTF-8 bytes: a no-break space, a middle dot, an Arabic digit. */
function foldTwo(first: number, second: number): number {
  if (first === 0xc2) return second === 0xa0 || second === 0xb7 ? SPACE : KEEP;
  if (first === 0xd9 && second >= 0xa0 && second <= 0xa9) return ZERO + second - 0xa0;
  if (first === 0xdb && second >= 0xb0 && second <= 0xb9) return ZERO + second - 0xb0;
  return KEEP;
}

/** The ASCII byte for a character of three UTF-8 bytes. */
function foldThree(first: number, second: number, third: number): number {
  if (first === 0xe0) return foldIndicDigit(second, third);
  if (first === 0xef) return foldFullWidth(second, third);
  if (first === 0xe3) return second === 0x80 && third === 0x80 ? SPACE : KEEP;
  return first === 0xe2 ? foldPunctuation(second, third) : KEEP;
}

/** Bengali and Devanagari digits. */
function foldIndicDigit(second: number, third: number): number {
  const isDigit = (second === 0xa7 || second === 0xa5) && third >= 0xa6 && third <= 0xaf;
  return isDigit ? ZERO + third - 0xa6 : KEEP;
}

function foldFullWidth(second: number, third: number): number {
  // U+FF01 to U+FF5E stand for ! to ~ in their order.
  if (second === 0xbc && third >= 0x81 && third <= 0xbf) return 0x21 + third - 0x81;
  if (second === 0xbd && third >= 0x80 && third <= 0x9e) return 0x60 + third - 0x80;
  // U+FFFD stands where a program lost a character that it did not know: among digits, a no-break space.
  if (second === 0xbf && third === 0xbd) return SPACE;
  return second === 0xbb && third === 0xbf ? DROP : KEEP;
}

/** Spaces of other widths, marks without a width, dashes and the minus sign. */
function foldPunctuation(second: number, third: number): number {
  if (second === 0x88 && third === 0x92) return HYPHEN;
  if (second !== 0x80) return KEEP;
  if (third === 0xaf || (third >= 0x80 && third <= 0x8a)) return SPACE;
  if (third >= 0x8b && third <= 0x8f) return DROP;
  if (third >= 0x90 && third <= 0x95) return HYPHEN;
  if (third === 0x98 || third === 0x99) return APOSTROPHE;
  return third >= 0xaa && third <= 0xae ? DROP : KEEP;
}

/** Days that are remembered: every date of a year has a place of its own. */
const PLACES = 512;
const EARLIEST = 1972;
const LATEST = 2100;

/**
 * Reads the one way of writing a stamp that most exports use, `2026-01-31T10:00:00Z` (or with a blank), and, in a
 * column of UTC, the same without the Z. Everything else is left to the reader of the column: this one never judges.
 */
export class PlainStamps {
  /** The column's stamps without a Z are UTC too. */
  readonly isUtc: boolean;
  /** Year digits and month-and-day digits of the date in each place, as they are written, and the day's beginning. */
  readonly #years = new Int32Array(PLACES);
  readonly #days = new Int32Array(PLACES);
  readonly #starts = new Float64Array(PLACES);

  constructor(isUtc: boolean) {
    this.isUtc = isUtc;
  }

  /** Epoch milliseconds, or −1 for a cell that is not written so. */
  read(bytes: Uint8Array, start: number, end: number): number {
    const length = end - start;
    if (length === 20 ? bytes[start + 19] !== 0x5a : length !== 19 || !this.isUtc) return -1;
    const between = bytes[start + 10];
    if (between !== 0x54 && between !== 0x20) return -1;
    if (bytes[start + 13] !== 0x3a || bytes[start + 16] !== 0x3a) return -1;
    const hours = twoDigits(bytes, start + 11);
    const minutes = twoDigits(bytes, start + 14);
    const seconds = twoDigits(bytes, start + 17);
    if (hours > 23 || minutes > 59 || seconds > 59) return -1;
    const year = (bytes[start] << 24) | (bytes[start + 1] << 16) | (bytes[start + 2] << 8) | bytes[start + 3];
    const day =
      (bytes[start + 5] << 24) | (bytes[start + 6] << 16) | (bytes[start + 8] << 8) | bytes[start + 9];
    if (bytes[start + 4] !== 0x2d || bytes[start + 7] !== 0x2d) return -1;
    const place =
      (((bytes[start + 6] & 15) + (bytes[start + 5] & 1) * 10) * 32 +
        (bytes[start + 8] & 3) * 10 +
        (bytes[start + 9] & 15)) &
      (PLACES - 1);
    if (this.#years[place] !== year || this.#days[place] !== day) {
      const from = dayStart(bytes, start);
      if (from < 0) return -1;
      this.#years[place] = year;
      this.#days[place] = day;
      this.#starts[place] = from;
    }
    return this.#starts[place] + (hours * 3600 + minutes * 60 + seconds) * 1000;
  }
}

/** A number of two digits; over 99 for anything else. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] - 0x30) >>> 0;
  const ones = (bytes[at + 1] - 0x30) >>> 0;
  return tens > 9 || ones > 9 ? 100 : tens * 10 + ones;
}

/** When a date begins in UTC, −1 for what is no date of the years in question. */
function dayStart(bytes: Uint8Array, start: number): number {
  const ofCentury = twoDigits(bytes, start + 2);
  const year = ofCentury > 99 ? -1 : twoDigits(bytes, start) * 100 + ofCentury;
  const month = twoDigits(bytes, start + 5);
  const day = twoDigits(bytes, start + 8);
  if (!(year >= EARLIEST && year <= LATEST) || month < 1 || month > 12 || day < 1 || day > 31) return -1;
  const from = Date.UTC(year, month - 1, day);
  return new Date(from).getUTCDate() === day ? from : -1;
}

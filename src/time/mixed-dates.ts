import type { DateOrder, MixedOrders } from '../model/mapping.ts';
import { digit } from './stamp.ts';

/**
 * How numbers of a date are written beside their order: what parts them, how finely the time is told and on which clock. Cells
 * of one form come from one place.
 */
export type DateForm = number;

const SLASH = 47;
const MINUS = 45;
const COLON = 58;
const FORMS = 24;

/** The form of a cell, 0 to 23; asked of every date in numbers, so that nothing is gone over but what it needs. */
function formOf(bytes: Uint8Array, start: number, end: number): DateForm {
  let at = start;
  while (at < end && digit(bytes[at]) < 0) at++;
  while (at < end && digit(bytes[at]) >= 0) at++;
  const separator = bytes[at];
  const parted = separator === SLASH ? 0 : separator === MINUS ? 1 : 2;
  let to = end;
  while (to > at && digit(bytes[to - 1]) < 0) to--;
  const isHalfDay = to < end ? 1 : 0;
  const fineness = bytes[to - 3] !== COLON ? 0 : bytes[to - 6] === COLON ? 2 : 1;
  return (parted * 2 + isHalfDay) * 4 + fineness;
}

/** Counts, form by form, the dates whose numbers allow one order only. */
export class OrderTally {
  readonly #counts = new Int32Array(FORMS * 2);

  /** A date of which one number alone is over 12: the first, or the second. */
  note(bytes: Uint8Array, start: number, end: number, isDayFirst: boolean): void {
    this.#counts[formOf(bytes, start, end) * 2 + (isDayFirst ? 0 : 1)]++;
  }

  /** All dates whose day stands first, and all whose month does. */
  totals(): { readonly dayFirst: number; readonly monthFirst: number } {
    const sum = [0, 0];
    this.#counts.forEach((count, at) => {
      sum[at % 2] += count;
    });
    return { dayFirst: sum[0], monthFirst: sum[1] };
  }

  /** The order of each form whose dates all have the same. */
  forms(): Readonly<Record<string, DateOrder>> {
    const found: Record<string, DateOrder> = {};
    for (let form = 0; form < FORMS; form++) {
      const [dayFirst, monthFirst] = [this.#counts[form * 2], this.#counts[form * 2 + 1]];
      if (dayFirst > 0 !== monthFirst > 0) found[form] = dayFirst > 0 ? 'day_first' : 'month_first';
    }
    return found;
  }
}

/** The order of a cell that could be either, in a column of both; null where nothing tells. */
export const orderByForm = (
  { forms, otherwise }: MixedOrders,
  bytes: Uint8Array,
  start: number,
  end: number,
): DateOrder | null => forms[formOf(bytes, start, end)] ?? otherwise;

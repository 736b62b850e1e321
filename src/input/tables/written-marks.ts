import { GrowingCodes, type NumberColumn } from '../../model/columns.ts';
import type { Zone } from '../../time/zone.ts';

const DAY_ONLY = 0;
const TO_THE_MINUTE = 1;

/**
 * How finely the stamps of a column are written. Dates without a time are marked row by row, and only once there is
 * one: a column of stamps to the second, read by the plain road, costs nothing here.
 */
export class WrittenMarks {
  #days = 0;
  #minutes = 0;
  /** Rows of dates without a time, as they come. */
  readonly #rows = new GrowingCodes();

  /** Takes note of a cell that was read. */
  note(row: number, fineness: number): void {
    if (fineness === DAY_ONLY) {
      this.#rows.push(row);
      this.#days++;
    } else if (fineness === TO_THE_MINUTE) this.#minutes++;
  }

  /** Forgets the row that was added last, because it is rejected. */
  forget(row: number): void {
    if (this.#days === 0 || this.#rows.get(this.#rows.length - 1) !== row) return;
    this.#rows.length--;
    this.#days--;
  }

  /** What is to be said of the column; nothing where all is to the second. */
  of(values: Float64Array, { id }: Zone): Pick<NumberColumn, 'written'> {
    if (this.#days === 0 && this.#minutes === 0) return {};
    let days: Uint8Array | null = null;
    if (this.#days > 0) {
      days = new Uint8Array(values.length);
      const rows = this.#rows.done();
      for (let i = 0; i < rows.length; i++) days[rows[i]] = 1;
    }
    let present = 0;
    for (let row = 0; row < values.length; row++) if (!Number.isNaN(values[row])) present++;
    const finest =
      this.#days >= present ? 'day' : this.#days + this.#minutes >= present ? 'minute' : 'second';
    return { written: { finest, days, zone: id } };
  }
}

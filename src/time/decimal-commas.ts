/**
 * How a number is written whose comma may part thousands or the whole from its fraction. `1,250` alone can be either;
 * `0,752`, `12,5` and `1250,125` have a fraction, `1,234,567` and `1,234.5` have thousands. A column is written one way,
 * so its other cells say what the comma of such a cell is.
 */
export type CommaMeaning = 'either' | 'decimal' | 'grouping';

const oneComma = /^[+-]?(\d+),(\d+)$/;

/** What the comma of a number is, by its own digits; null where it has none. */
export function commaIn(text: string): CommaMeaning | null {
  if (!text.includes(',')) return null;
  const alone = oneComma.exec(text);
  if (!alone) return /,\d+$/.test(text) && text.includes('.') ? 'decimal' : 'grouping';
  const [, whole, rest] = alone;
  return rest.length === 3 && whole.length <= 3 && !whole.startsWith('0') ? 'either' : 'decimal';
}

/** Counts over all cells of a column what their commas are. */
export class Commas {
  #decimal = 0;
  #grouping = 0;
  #without = 0;

  note(meaning: CommaMeaning | null): void {
    if (meaning === 'decimal') this.#decimal++;
    else if (meaning === 'grouping') this.#grouping++;
    else if (meaning === null) this.#without++;
  }

  /**
   * True where cells show that commas part the fraction, and none that they part thousands. `presumed`: also where each
   * number has three digits behind a comma; of thousands some would have none (`900`, `1,200`).
   */
  areDecimal(presumed: boolean): boolean {
    return (this.#decimal > 0 || (presumed && this.#without === 0)) && this.#grouping === 0;
  }
}

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

/**
 * What the point of a number is: `1.234` alone can be either, `0.75`, `12.5` and `1250.125` have a fraction, `1.234.567` and
 * `1.234,5` have thousands. Whole numbers tell too: `900` beside `1.200` is what thousands look like (`short`), `1200`
 * beside it is not (`long`).
 */
export type PointMeaning = CommaMeaning | 'short' | 'long' | 'nought';

const onePoint = /^[+-]?(\d+)\.(\d+)$/;

/** What the point of a number is, by its own digits; null where it has none. */
export function pointIn(text: string): PointMeaning | null {
  // Decimal commas leave points to thousands.
  if (commaIn(text) === 'decimal') return 'grouping';
  if (!text.includes('.')) return null;
  const alone = onePoint.exec(text);
  if (!alone)
    return text.indexOf('.') === text.lastIndexOf('.') && text.includes(',') ? 'decimal' : 'grouping';
  const [, whole, rest] = alone;
  return rest.length === 3 && whole.length <= 3 && !whole.startsWith('0') ? 'either' : 'decimal';
}

/** What a whole number without a point says of points; nought little: it has no thousands, and may be short for 0.000. */
export const pointOfWhole = (value: number): PointMeaning =>
  value === 0 ? 'nought' : value < 1000 ? 'short' : 'long';

/** Whole numbers under a thousand from which on a column shows that it groups others. */
const FEWEST_SHORT = 2;
/** Of so many fractions of three digits one in ten would end in a nought and be written shorter, as `0` is for 0.000. */
const ENOUGH_FULL = 60;

/** Counts over all cells of a column what their points are. */
export class Points {
  #decimal = 0;
  #grouping = 0;
  #short = 0;
  #long = 0;
  #noughts = 0;
  #either = 0;

  note(meaning: PointMeaning | null): void {
    if (meaning === 'decimal') this.#decimal++;
    else if (meaning === 'grouping') this.#grouping++;
    else if (meaning === 'short') this.#short++;
    else if (meaning === 'long') this.#long++;
    else if (meaning === 'nought') this.#noughts++;
    else if (meaning === 'either') this.#either++;
  }

  /** True where no cell says what a point is. */
  get tellNothing(): boolean {
    return this.#decimal + this.#grouping + this.#short + this.#long === 0;
  }

  /** True where some cell shows that points part its fraction. */
  get areDecimal(): boolean {
    return this.#decimal > 0;
  }

  /** True where cells show that points part thousands, and none that they part the fraction. */
  areGrouping(): boolean {
    if (this.areDecimal) return false;
    if (this.#grouping > 0) return true;
    if (this.#long > 0) return false;
    return this.#short >= FEWEST_SHORT || (this.#noughts > 0 && this.#either >= ENOUGH_FULL);
  }
}

import { promoterGroup, westernDigits } from './rating-questions.ts';
import { foldValue } from './raw-value.ts';

export const isNumber = (cell: string): boolean => /^[+-]?\d+(?:[.,]\d+)?$/.test(cell);

const star = '★⭐✭✮🌟';
const leading = new RegExp(
  `^(\\d{1,3}(?:[.,]\\d+)?)(?:\\s*/\\s*\\d+(?:\\s+\\p{L}+)?|\\s*%|\\s*(?:\\p{L}+\\s+)?(?:out of|of|von|sur|de|di|van|av|z|из)\\s+\\d+(?:\\s+\\p{L}+)?|\\s*[-–—:=.)]\\s*\\D.*|\\s*[${star}]\\ufe0f?|\\s+(?:points?|stars?|sterne?|étoiles?|estrellas?|estrelas?|punkte?|स्टार|তারা)|\\s*\\(\\D.*\\)|\\s+\\p{L}[^\\d]*)$`,
  'u',
);
const trailing = /^\D*[^\d\s.,/]\s*[-–—:=(]\s*(\d{1,2})\)?$/u;
const stars = new RegExp(`^(?:[${star}]\\ufe0f?)+`, 'u');

/** `4`, `4/5`, `80 %`, `5 - Very satisfied`, `Extremely likely - 10`, `★★★★☆`, `5 ★`, `4 stars`, `৫`; null for others. */
export function numberIn(raw: string): number | null {
  // Words of ASCII without a digit, as most cells are, need no pattern.
  if (/^[ -/:-~]*$/.test(raw)) return null;
  const cell = westernDigits(raw.trim());
  if (isNumber(cell)) return Number(cell.replace(',', '.'));
  const shown = stars.exec(cell)?.[0];
  if (shown) return [...shown.replaceAll('\ufe0f', '')].length;
  const found = leading.exec(cell) ?? trailing.exec(cell);
  return found ? Number(found[1].replace(',', '.')) : null;
}

export const isStars = (cell: string): boolean => new RegExp(`[${star}]`, 'u').test(cell);

/** How often each cell stands in a column, folded: ratings are few different ones, and are folded once each. */
export function foldedCounts(cells: readonly string[]): Map<string, number> {
  const written = new Map<string, number>();
  for (let row = 0; row < cells.length; row++) written.set(cells[row], (written.get(cells[row]) ?? 0) + 1);
  const counts = new Map<string, number>();
  for (const [cell, count] of written) {
    const folded = foldValue(cell);
    counts.set(folded, (counts.get(folded) ?? 0) + count);
  }
  return counts;
}

/** How often each number stands in the cells, beside words that are worth something. */
export function tallyOf(
  cells: readonly string[],
  words: ReadonlyMap<string, number> | null,
): Map<number, number> {
  const tally = new Map<number, number>();
  for (const [folded, count] of foldedCounts(cells)) {
    if (folded === '') continue;
    const value = words?.get(folded) ?? numberIn(folded) ?? promoterGroup(folded) ?? Number.NaN;
    if (!Number.isNaN(value)) tally.set(value, (tally.get(value) ?? 0) + count);
  }
  return tally;
}

/** Stars kept as fractions of one: every cell a tenth, none above 1, and not whole numbers alone (Frappe's field "Rating"). */
export function isFractionOfOne(tally: ReadonlyMap<number, number>): boolean {
  let hasFraction = false;
  for (const value of tally.keys()) {
    if (value < 0 || value > 1 || Math.abs(value * 10 - Math.round(value * 10)) > 1e-9) return false;
    if (!Number.isInteger(value)) hasFraction = true;
  }
  return hasFraction;
}

/** Fifths as stars, in the ways of writing them; 0 is nobody's rating there. */
export function starsOfFractions(): Map<string, number> {
  const words = new Map<string, number>([
    ['0', Number.NaN],
    ['0.0', Number.NaN],
    ['0,0', Number.NaN],
  ]);
  for (let tenth = 1; tenth <= 10; tenth++) {
    for (const digits of [0, 1, 2, 3]) {
      const text = (tenth / 10).toFixed(digits);
      if (Math.abs(Number(text) - tenth / 10) > 1e-9) continue;
      words.set(text, tenth / 2);
      words.set(text.replace('.', ','), tenth / 2);
      words.set(text.replace(/^0/, ''), tenth / 2);
    }
  }
  return words;
}

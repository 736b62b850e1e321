import { numberIn } from '../../model/rating-cells.ts';
import { westernDigits } from '../../model/rating-questions.ts';
import { gradeOf } from './rating-grades.ts';

/** `1 = very good`, `5 (schlecht)`, `1: best`. */
const numberFirst = /(?<![\d.,])(\d{1,2})\s*(?:=|:|-|–|—|\()\s*(\p{L}[^\d,;()|/=]{2,50})/gu;
/** `very good = 1`. */
const labelFirst = /(\p{L}[^\d,;()|/=:]{2,50}?)\s*=\s*(\d{1,2})(?!\d)/gu;
/** German schools mark from 1, the best, to 6. */
const schoolMarks = /schulnoten?(?!\p{L})/iu;

/** Whether a question asks for marks as German schools give them: 1 to 6, and 1 is the best. */
export const asksSchoolMarks = (texts: readonly string[]): boolean =>
  texts.some((text) => schoolMarks.test(text));

/**
 * Whether the low end of a scale is the good one, by what its numbers are called in the question (`1 = very satisfied,
 * 5 = very dissatisfied`) or in the cells (`1 - very satisfied`); null where nothing calls them good or bad.
 */
export function isLowEndGood(texts: readonly string[], cells: readonly string[]): boolean | null {
  if (asksSchoolMarks(texts)) return true;
  const called = texts.flatMap((text) => labelsIn(westernDigits(text)));
  return direction(called) ?? direction(cells.flatMap(labelOfCell));
}

interface Labelled {
  readonly number: number;
  readonly side: 1 | -1;
}

const labelled = (number: number, label: string): Labelled[] => {
  const side = gradeOf(label.trim())?.side ?? 0;
  return side === 0 ? [] : [{ number, side }];
};

function labelsIn(text: string): Labelled[] {
  const found = [...text.matchAll(numberFirst)].flatMap(([, number, label]) =>
    labelled(Number(number), label),
  );
  if (found.length > 0) return found;
  return [...text.matchAll(labelFirst)].flatMap(([, label, number]) => labelled(Number(number), label));
}

function labelOfCell(cell: string): Labelled[] {
  const number = numberIn(cell);
  const label = cell.replace(/[\d\p{P}\p{S}]+/gu, ' ').trim();
  return number === null || label === '' ? [] : labelled(number, label);
}

function direction(called: readonly Labelled[]): boolean | null {
  const of = (side: 1 | -1): number[] => called.flatMap((each) => (each.side === side ? [each.number] : []));
  const [good, bad] = [of(1), of(-1)];
  if (good.length > 0 && bad.length > 0) {
    if (Math.max(...good) < Math.min(...bad)) return true;
    return Math.min(...good) > Math.max(...bad) ? false : null;
  }
  // One end alone: the lowest number or one that is no lowest.
  if (good.length > 0) return Math.max(...good) <= 1 ? true : Math.min(...good) > 1 ? false : null;
  if (bad.length > 0) return Math.max(...bad) <= 1 ? false : Math.min(...bad) > 2 ? true : null;
  return null;
}

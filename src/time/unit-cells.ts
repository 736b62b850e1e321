import { unitOfWord } from './duration-words.ts';

/** Letters for the parts of a date and of a time of day, with marks between them: `dd/mm/yyyy hh:mm`, `TT.MM.JJJJ`. */
const pattern =
  /^(?:d{1,2}|t{1,2}|j{1,4}|g{1,2}|m{1,4}|y{2,4}|a{2,4}|r{2,4}|h{1,3}|u{1,2}|s{1,2})(?:[-/.:,\sT]+(?:d{1,2}|t{1,2}|j{1,4}|g{1,2}|m{1,4}|y{2,4}|a{2,4}|r{2,4}|h{1,3}|u{1,2}|n{1,2}|s{1,2})){1,5}(?:\s*(?:am\/pm|tt))?$/i;
/** What else such a row may say of a column: its zone or scale, which its cells do not tell, or its type, which they do. */
const zoneOrScale = /^(?:utc|gmt|stars?|\d{1,2}\s?[-–]\s?\d{1,2})$/i;
const type =
  /^(?:text|string|str|char|varchar|number|numeric|integer|int|float|decimal|date|time|datetime|date time|date\/time|timestamp|id|list|enum|category|boolean|bool|flag|y\/n|yes\/no|local|#|nr|no)$/i;
const before = /^(?:in|en|em|w|в|unit:?|einheit:?) /iu;

/** Such a cell without brackets, `in` and a dot behind it. */
export const bareForm = (cell: string): string =>
  cell
    .trim()
    .replace(/^[[({<]\s*(.*?)\s*[\])}>]$/u, '$1')
    .replace(before, '')
    .replace(/\.$/u, '');

/** True for a cell that names a unit of time, or how dates and times are written. */
export function isUnit(cell: string): boolean {
  const text = bareForm(cell);
  return text.length > 0 && text.length <= 30 && (unitOfWord(text) !== null || pattern.test(text));
}

/** True for a unit, a pattern, a zone or a scale: what a header may say of its column in brackets. */
export const mayQualify = (cell: string): boolean => isUnit(cell) || zoneOrScale.test(bareForm(cell));

/** True for a cell that says in what form a column is, and names nothing: the same, or a type. */
export const saysForm = (cell: string): boolean => mayQualify(cell) || type.test(bareForm(cell));

import { withoutEntities } from './entities.ts';

/**
 * How raw cells are compared, shared by recognition, which builds vocabularies, and tables, which look cells up in them.
 */

/**
 * A raw value in the form in which vocabularies hold it: NFKC, lower case, trimmed, runs of blanks as one space, and the
 * letters of a web page as letters.
 */
export function foldValue(raw: string): string {
  if (raw.includes('&')) {
    const text = withoutEntities(raw);
    if (text !== raw) return foldValue(text);
  }
  // Printable ASCII without two blanks in a row, the usual case, has nothing to normalise but its capitals.
  if (/^[!-~]+(?: [!-~]+)*$/.test(raw)) return raw.toLowerCase();
  return raw.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** Days that databases and spreadsheets write for none; the epoch is not among them, which is a duration of nothing as well. */
const noDates = ['0000-00-00', '0001-01-01', '1900-01-01', '9999-12-31'].flatMap((day) => [
  day,
  ...['00:00:00', '23:59:59'].flatMap((time) => [`${day} ${time}`, `${day}t${time}`, `${day}t${time}z`]),
]);

/** Folded cells that say "nothing here". They are missing in every field, such days among stamps of another form too. */
export const missingMarks: ReadonlySet<string> = new Set([
  '',
  '-',
  '--',
  '–',
  '—',
  '?',
  'n/a',
  'na',
  '#n/a',
  'nan',
  'nat',
  '<na>',
  '[null]',
  '#null!',
  '#nv',
  '#n/d',
  'n/d',
  'n.v.t.',
  'k.a.',
  'null',
  'none',
  'nil',
  'undefined',
  '(null)',
  '(blank)',
  'not set',
  '(empty)',
  '<null>',
  '\\n',
  ...noDates,
]);

/** True where a cell holds nothing. */
export function isMissing(raw: string): boolean {
  const { length } = raw;
  if (length === 0) return true;
  if (length > 20) return false;
  // Letters and digits that begin no missing mark, the usual case, need no folding.
  const first = raw.charCodeAt(0) | 0x20;
  if (first >= 0x30 && first <= 0x39) {
    if (length !== 10 && length !== 19 && length !== 20) return false;
    // Only days that stand for none begin with digits, and those with 0, 1 or 9.
    if (first >= 0x32 && first !== 0x39) return false;
  }
  if (first >= 0x61 && first <= 0x7a && first !== 0x6e && first !== 0x75) return false;
  return missingMarks.has(foldValue(raw));
}

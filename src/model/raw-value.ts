/**
 * How raw cells are compared, shared by recognition, which builds vocabularies, and tables, which look cells up in them.
 */

/** A raw value in the form in which vocabularies hold it: NFKC, lower case, trimmed, runs of blanks as one space. */
export function foldValue(raw: string): string {
  // Printable ASCII without two blanks in a row, the usual case, has nothing to normalise but its capitals.
  if (/^[!-~]+(?: [!-~]+)*$/.test(raw)) return raw.toLowerCase();
  return raw.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/**
 * Folded cells that say "nothing here". They are missing in every field; a date of 1900-01-01 is ServiceNow's and
 * spreadsheets' way to say the same.
 */
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
  '(empty)',
  '<null>',
  '\\n',
  '1900-01-01',
  '1900-01-01 00:00:00',
  '1900-01-01t00:00:00',
  '1900-01-01t00:00:00z',
  '0000-00-00',
  '0000-00-00 00:00:00',
  '0000-00-00t00:00:00',
  '0000-00-00t00:00:00z',
]);

/** True where a cell holds nothing. */
export function isMissing(raw: string): boolean {
  const { length } = raw;
  if (length === 0) return true;
  if (length > 20) return false;
  // Letters and digits that begin no missing mark, the usual case, need no folding.
  const first = raw.charCodeAt(0) | 0x20;
  if (first >= 0x30 && first <= 0x39 && length !== 10 && length !== 19 && length !== 20) return false;
  if (first >= 0x61 && first <= 0x7a && first !== 0x6e && first !== 0x75) return false;
  return missingMarks.has(foldValue(raw));
}

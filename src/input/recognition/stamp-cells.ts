/** Characters of a cell beyond which it is no stamp. */
export const LONGEST_STAMP = 96;
/** Digits of the shortest date (`5 Mar 24`). */
const LEAST_DIGITS = 3;
/** The first digit outside ASCII. */
const ARABIC_ZERO = 0x660;

/**
 * Whether a cell is short enough for a stamp and may have digits enough: a quick look, which takes all letters behind the
 * first digits of another script for digits.
 */
function mayBeStamp(cell: string): boolean {
  if (cell.length > LONGEST_STAMP) return false;
  let digits = 0;
  for (let at = 0; at < cell.length; at++) {
    const code = cell.charCodeAt(at);
    if (((code >= 0x30 && code <= 0x39) || code >= ARABIC_ZERO) && ++digits === LEAST_DIGITS) return true;
  }
  return false;
}

/** Cells by which a format is tried before it reads the column. */
const SOME = 40;

/** Some cells from all over a column, those of them that may be stamps, each once. */
export function someStamps(filled: readonly string[]): ReadonlySet<string> {
  const step = Math.max(1, Math.floor(filled.length / SOME));
  const some = new Set<string>();
  for (let at = 0; at < filled.length; at += step) if (mayBeStamp(filled[at])) some.add(filled[at]);
  return some;
}

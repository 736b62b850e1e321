import { graphemes } from './display-width.ts';
import { showControls } from './neutralise.ts';

/** UTF-16 units that Excel holds in the name of a sheet. */
export const longestName = 31;

/** Sheet names as Excel takes them: at most 31 characters, none of `[]/\:*?`, no `'` at an end, none twice. */
export function nameSheets<Named extends { readonly name: string }>(
  sheets: readonly Named[],
): readonly Named[] {
  const used = new Set<string>(['history']);
  return sheets.map((sheet) => {
    const clean = showControls(sheet.name)
      .replace(/[[\]/\\:*?]/g, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[' ]+|[' ]+$/g, '');
    const base = clean === '' ? 'Sheet' : clean;
    let name = cutUnits(base, longestName);
    for (let count = 2; used.has(name.toLowerCase()); count += 1) name = `${cutUnits(base, 27)} ${count}`;
    used.add(name.toLowerCase());
    return { ...sheet, name };
  });
}

/** Cuts to UTF-16 units, as Excel counts, never inside what a reader sees as one character. */
function cutUnits(text: string, length: number): string {
  if (text.length <= length) return text;
  let kept = '';
  for (const character of graphemes(text)) {
    if (kept.length + character.length > length - 1) break;
    kept += character;
  }
  return `${kept.replace(/[' ]+$/, '')}…`;
}

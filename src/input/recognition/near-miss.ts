import type { Heading, Phrases } from './header-score.ts';

/** Shorter headers have too many neighbours. */
const LEAST_LETTERS = 7;
const LEAST_LEFT = 5;
/** What a header is worth that is a field's phrase but for one letter. */
const NEAR = 0.72;

/** How well a header fits that somebody mistyped: one letter too many, missing, wrong, or two in the wrong order. */
export function nearMiss({ words, bare }: Pick<Heading, 'words' | 'bare'>, phrases: Phrases): number {
  // "Ticket nmber" is long enough, though what is left of it without its noun is short.
  if (words.length < LEAST_LETTERS) return 0;
  for (const form of words === bare ? [words] : [words, bare]) {
    if (form.length < LEAST_LEFT) continue;
    for (const phrase of phrases.strong) if (differInOne(form, phrase)) return NEAR;
  }
  return 0;
}

/** True where one change of a letter makes the one the other; digits make a difference of meaning. */
function differInOne(a: string, b: string): boolean {
  const gap = a.length - b.length;
  if (gap > 1 || gap < -1 || a === b || a[0] !== b[0]) return false;
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (/\d/.test(left + right)) return false;
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/**
 * True where one slip makes the one the other: a letter too many, missing or wrong, or two in the wrong order. Digits
 * make a difference of meaning.
 */
export function differInOne(a: string, b: string): boolean {
  const gap = a.length - b.length;
  if (gap > 1 || gap < -1 || a === b) return false;
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

/** True where two letters beside each other change places from the one to the other. */
export function areSwapped(a: string, b: string): boolean {
  if (a.length !== b.length || a.charCodeAt(0) !== b.charCodeAt(0)) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2) && at < a.length;
}

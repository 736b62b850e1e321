/**
 * The candidate a misspelt word most probably stands for, or null when none is close enough: at most one edit in
 * words of up to four letters, two in longer ones, three from ten letters on. A word that begins or ends one
 * candidate (`first_response` for `first_response_time`) counts as that candidate. Upper and lower case, spaces,
 * hyphens and underscores are alike. Of equally near candidates the first one in the given order wins. A number stands
 * for itself alone, written otherwise (`7` for `07`): 25 is no misspelt 05.
 *
 * Distance: optimal string alignment (Damerau–Levenshtein without edits inside a swapped pair).
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const wanted = fold(word);
  if (wanted === '') return null;
  if (plainNumber.test(word.trim())) return sameNumber(Number(word), candidates);
  const allowed = wanted.length <= 4 ? 1 : wanted.length < 10 ? 2 : 3;
  let best: string | null = null;
  let bestDistance = allowed + 1;
  const partial = new Set<string>();
  for (const candidate of candidates) {
    const folded = fold(candidate);
    const distance = editDistance(wanted, folded);
    if (distance < bestDistance && distance < Math.max(wanted.length, folded.length)) {
      best = candidate;
      bestDistance = distance;
    }
    if (wanted.length >= 3 && (folded.startsWith(wanted) || folded.endsWith(wanted))) partial.add(candidate);
  }
  if (best !== null) return best;
  return partial.size === 1 ? [...partial][0] : null;
}

const plainNumber = /^[-+]?\d+$/;

function sameNumber(wanted: number, candidates: Iterable<string>): string | null {
  for (const candidate of candidates) {
    if (plainNumber.test(candidate) && Number(candidate) === wanted) return candidate;
  }
  return null;
}

/**
 * The value of the data that a value was meant to be, or null: within two letters (one in a word of four), not where both
 * differ only in a number or a single letter (`Tier 1` and `Tier 2`, `Team A` and `Team B`), and not for words so short that
 * each is another (`US`, `UK`).
 */
export function nearestValue(value: string, candidates: Iterable<string>): string | null {
  const wanted = fold(value);
  const allowed = wanted.length < 4 ? 0 : wanted.length === 4 ? 1 : 2;
  let best: string | null = null;
  let bestDistance = allowed + 1;
  for (const candidate of candidates) {
    const folded = fold(candidate);
    if (Math.abs(folded.length - wanted.length) > allowed || folded === wanted) continue;
    if (withoutMarks(folded) === withoutMarks(wanted)) continue;
    const distance = editDistance(wanted, folded);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** A word without what counts things of one kind through: numbers, and letters that stand alone. */
const withoutMarks = (text: string): string =>
  text.replace(/\p{N}+/gu, '#').replace(/(?<![\p{L}\p{M}#])\p{L}(?![\p{L}\p{M}#])/gu, '#');

/** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. */
export function editDistance(a: string, b: string): number {
  const from = [...a];
  const to = [...b];
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const cost = from[i - 1] === to[j - 1] ? 0 : 1;
      let least = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost);
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (swapped) least = Math.min(least, beforeLast[j - 2] + 1);
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return last[to.length];
}

const fold = (text: string): string => text.toLowerCase().replace(/[\s_-]+/g, '_');

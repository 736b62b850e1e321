/** Rows, and units between the first and the last beginning, from which on an age can be told from times to an end. */
const ENOUGH = 10;
const SPREAD = 6;
/** Of the rows, those whose age counts to another instant: it may have stood still for some. */
const MOST = 0.95;

/**
 * Whether lengths of time count from their beginnings to one and the same instant in nearly all rows: how old things were
 * when somebody looked. Both are milliseconds, NaN where missing; `unit` is what lengths were rounded to.
 */
export function countsToOneInstant(
  lengths: Float64Array,
  { from, unit }: { readonly from: Float64Array; readonly unit: number },
): boolean {
  const until: number[] = [];
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < from.length; row++) {
    const start = from[row];
    const end = start + lengths[row];
    if (Number.isNaN(end)) continue;
    until.push(end);
    if (start < first) first = start;
    if (start > last) last = start;
  }
  if (until.length < ENOUGH || last - first < SPREAD * unit) return false;
  const ends = Float64Array.from(until).sort();
  const middle = ends[ends.length >> 1];
  let near = 0;
  for (const end of ends) if (Math.abs(end - middle) <= unit) near++;
  return near >= ends.length * MOST;
}

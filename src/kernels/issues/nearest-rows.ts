/** The inner product of two vectors of `bytes` each, a multiple of 32. Eight numbers of single precision at a time. */
function dotProduct(query: u32, row: u32, bytes: u32): f32 {
  let low = f32x4.splat(0);
  let high = f32x4.splat(0);
  for (let at: u32 = 0; at < bytes; at += 32) {
    low = f32x4.add(low, f32x4.mul(v128.load(query + at), v128.load(row + at)));
    high = f32x4.add(high, f32x4.mul(v128.load(query + at, 16), v128.load(row + at, 16)));
  }
  const sum = f32x4.add(low, high);
  const left = f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1);
  return left + (f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3));
}

/**
 * Looks through `count` rows, which lie one behind the other, `bytes` each, for those with the largest inner products with
 * a vector, but for the one that is called `own`. `names` holds what each row is called, `items` what those are that were
 * found, and `scores` their products, best first; the earlier one wins a tie. `last` is the place of the last score,
 * counted in bytes: what was found before stays until something better is.
 */
export function nearestRows(
  query: u32,
  rows: u32,
  count: u32,
  bytes: u32,
  names: u32,
  own: u32,
  items: u32,
  scores: u32,
  last: u32,
): void {
  for (let i: u32 = 0; i < count; i++) {
    const score = dotProduct(query, rows + i * bytes, bytes);
    if (!(score > load<f32>(scores + last))) continue;
    const name = load<u32>(names + (i << 2));
    if (name === own) continue;
    let at = last;
    for (; at > 0 && load<f32>(scores + at - 4) < score; at -= 4) {
      store<f32>(scores + at, load<f32>(scores + at - 4));
      store<u32>(items + at, load<u32>(items + at - 4));
    }
    store<f32>(scores + at, score);
    store<u32>(items + at, name);
  }
}

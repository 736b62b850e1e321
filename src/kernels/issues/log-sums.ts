/** A sum and two more numbers of single precision, each times its weight in double precision. */
function raise(sum: v128, address: u32, weight: v128): v128 {
  return f64x2.add(sum, f64x2.mul(f64x2.promote_low_f32x4(v128.load_zero<u64>(address)), weight));
}

/**
 * Adds to `out` the rows of a table that a list of `count` features names, each times the feature's weight: single
 * precision in the table, `bytes` a row (a multiple of 32), double in weights and sums. Eight numbers at a time, their
 * sums in registers while the features pass by in their order.
 */
export function logSums(features: u32, count: u32, weights: u32, table: u32, bytes: u32, out: u32): void {
  const last = features + (count << 2);
  for (let at: u32 = 0; at < bytes; at += 32) {
    const place = out + 2 * at;
    let a = v128.load(place);
    let b = v128.load(place, 16);
    let c = v128.load(place, 32);
    let d = v128.load(place, 48);
    for (let next = features; next < last; next += 4) {
      const feature = load<u32>(next);
      const weight = f64x2.splat(load<f64>(weights + (feature << 3)));
      const row = table + feature * bytes + at;
      a = raise(a, row, weight);
      b = raise(b, row + 8, weight);
      c = raise(c, row + 16, weight);
      d = raise(d, row + 24, weight);
    }
    v128.store(place, a);
    v128.store(place, b, 16);
    v128.store(place, c, 32);
    v128.store(place, d, 48);
  }
}

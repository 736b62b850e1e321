/**
 * Writes for each of `count` rows of a sparse matrix, of which row i has its entries from `offsets[i]` on, the rows of a
 * table that its `indexes` name, each times its factor, added up. Rows of the table and of what is written take `bytes`
 * each, a multiple of 4: eight numbers of single precision at a time, the last ones of which reach into the next row; what
 * they write there is written again with that row.
 */
export function rowSums(
  offsets: u32,
  count: u32,
  indexes: u32,
  factors: u32,
  table: u32,
  bytes: u32,
  out: u32,
): void {
  for (let i: u32 = 0; i < count; i++) {
    const from = load<u32>(offsets + (i << 2)) << 2;
    const to = load<u32>(offsets + (i << 2), 4) << 2;
    const place = out + i * bytes;
    for (let at: u32 = 0; at < bytes; at += 32) {
      let low = f32x4.splat(0);
      let high = f32x4.splat(0);
      for (let p = from; p < to; p += 4) {
        const row = table + load<u32>(indexes + p) * bytes + at;
        const factor = f32x4.splat(load<f32>(factors + p));
        low = f32x4.add(low, f32x4.mul(v128.load(row), factor));
        high = f32x4.add(high, f32x4.mul(v128.load(row, 16), factor));
      }
      v128.store(place + at, low);
      v128.store(place + at, high, 16);
    }
  }
}

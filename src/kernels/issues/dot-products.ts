/**
 * Inner products of a vector with each of `count` rows, which lie one behind the other, `bytes` each: a multiple of 32.
 * Eight numbers of single precision at a time.
 */
export function dotProducts(query: u32, rows: u32, count: u32, bytes: u32, out: u32): void {
  for (let i: u32 = 0; i < count; i++) {
    const row = rows + i * bytes;
    let low = f32x4.splat(0);
    let high = f32x4.splat(0);
    for (let at: u32 = 0; at < bytes; at += 32) {
      low = f32x4.add(low, f32x4.mul(v128.load(query + at), v128.load(row + at)));
      high = f32x4.add(high, f32x4.mul(v128.load(query + at, 16), v128.load(row + at, 16)));
    }
    const sum = f32x4.add(low, high);
    const left = f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1);
    const right = f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3);
    store<f32>(out + (i << 2), left + right);
  }
}

function raise(out: u32, row: u32, factor: v128): void {
  v128.store(out, f32x4.add(v128.load(out), f32x4.mul(v128.load(row), factor)));
}

/**
 * Adds rows of a table to `out`, each times its factor: `count` numbers of rows and factors beside them. A row takes
 * `bytes`, a multiple of 32; eight numbers of single precision at a time.
 */
export function rowSums(indexes: u32, factors: u32, count: u32, table: u32, bytes: u32, out: u32): void {
  for (let i: u32 = 0; i < count; i++) {
    const row = table + load<u32>(indexes + (i << 2)) * bytes;
    const factor = f32x4.splat(load<f32>(factors + (i << 2)));
    for (let at: u32 = 0; at < bytes; at += 32) {
      raise(out + at, row + at, factor);
      raise(out + at + 16, row + at + 16, factor);
    }
  }
}

/** Rows whose products are added up in single precision before they go into a double. */
const BLOCK: u32 = 256;

/**
 * Adds the products of the columns of a table with each other, a row of `width` doubles for each column, to `out`. A row
 * of the table takes `bytes`, a multiple of 4; `sums` is room for one more and seven numbers. Eight numbers of single
 * precision at a time, the last ones of which reach into the next row and are passed over; in double precision from block
 * to block.
 */
export function gramMatrix(table: u32, rows: u32, width: u32, bytes: u32, sums: u32, out: u32): void {
  const end = table + rows * bytes;
  for (let from = table; from < end; from += BLOCK * bytes) {
    const to = min(end, from + BLOCK * bytes);
    for (let i: u32 = 0; i < width; i++) {
      for (let at: u32 = 0; at < bytes; at += 32) {
        let low = f32x4.splat(0);
        let high = f32x4.splat(0);
        for (let row = from; row < to; row += bytes) {
          const factor = f32x4.splat(load<f32>(row + (i << 2)));
          low = f32x4.add(low, f32x4.mul(v128.load(row + at), factor));
          high = f32x4.add(high, f32x4.mul(v128.load(row + at, 16), factor));
        }
        v128.store(sums + at, low);
        v128.store(sums + at, high, 16);
      }
      for (let j: u32 = 0; j < width; j++) {
        const place = out + ((i * width + j) << 3);
        store<f64>(place, load<f64>(place) + <f64>load<f32>(sums + (j << 2)));
      }
    }
  }
}

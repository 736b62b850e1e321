/**
 * The kernels of recurring issues: sums of products, always added in the same order, so that results are the same on
 * every machine, and fast from the first call, which is what a small desk has.
 */
export { gramMatrix } from './gram-matrix';
export { logSums } from './log-sums';
export { nearestRows } from './nearest-rows';
export { rowSums } from './row-sums';

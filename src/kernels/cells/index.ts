/** The kernels that read text: where cells and strings end, and what stands in many cells at once. */
export { marks } from './marks';
export { rows } from './rows';
export { separators } from './separators';
export { values } from './values';

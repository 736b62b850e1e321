export { metrics } from './analysis/metrics/index.ts';

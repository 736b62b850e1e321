export { metrics } from '../analysis/metrics/index.ts';
export { dimensionNames } from '../analysis/segments/dimensions.ts';
export { relativePeriods } from '../time/period.ts';

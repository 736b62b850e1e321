import {
  deskEnvelope,
  figureRow,
  listOf,
  number,
  object,
  orNull,
  outputSchema,
  recipe,
} from './json-schema.ts';

/** JSON Schema of `deskstat metrics --format json`. */
export const metricsSchema = outputSchema('metrics', {
  ...deskEnvelope,
  ...recipe,
  rows: listOf(
    object({ ...figureRow, before: orNull(number), change: orNull(number) }, ['before', 'change']),
  ),
});

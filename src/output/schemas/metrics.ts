import { verdicts } from '../../model/report.ts';
import {
  count,
  described,
  deskEnvelope,
  figureRow,
  type JsonSchema,
  listOf,
  mayLack,
  number,
  object,
  orNull,
  outputSchema,
  recipe,
} from './json-schema.ts';

/** With `--compare`: all in the unit of the row. */
const change: Readonly<Record<string, JsonSchema>> = {
  before: described(orNull(number), 'The figure in the period before, as it stood at the same lag'),
  before_n: orNull(count),
  change: described(orNull(number), 'value − before'),
  change_low: described(
    orNull(number),
    '95 % interval of the change; days, not tickets, count as independent',
  ),
  change_high: orNull(number),
  verdict: described(
    { enum: [...verdicts, null] },
    'Over all rows of the run; null where there is nothing to compare, or the statistic knows no comparison',
  ),
  expected_low: described(
    orNull(number),
    'Counts, stocks and periods under four days: within which the periods before let the value be expected',
  ),
  expected_high: orNull(number),
  effect_size: described(
    orNull(number),
    'P(value of the period > value before) + ½ P(they are equal), 0–1: 0.5 where neither lies above the other',
  ),
};

/** JSON Schema of `deskstat metrics --format json`. */
export const metricsSchema = outputSchema(
  'metrics',
  { ...deskEnvelope, ...recipe, rows: listOf(object({ ...figureRow, ...change }, Object.keys(change))) },
  mayLack,
);

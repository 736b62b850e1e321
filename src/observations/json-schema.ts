import { metricKinds } from '../model/metric.ts';
import { dimensionColumn, type ObservationType, observationColumns, observationsSchema } from './schema.ts';

const types: Readonly<Record<ObservationType, string>> = {
  text: 'string',
  integer: 'integer',
  double: 'number',
};

/** JSON Schema of one row of `deskstat observe`; the folder it stands in names the metric. */
export function observeJsonSchema(): object {
  const properties = Object.fromEntries(
    observationColumns.map(({ name, type, about }) => [
      name,
      { type: [types[type], 'null'], description: about },
    ]),
  );
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: observationsSchema,
    title: 'deskstat observe',
    description: `A row of metric=ID/part-*.parquet; kinds of metrics: ${metricKinds.join(', ')}`,
    type: 'object',
    properties,
    patternProperties: {
      [`^${dimensionColumn('')}`]: { type: ['string', 'null'], description: 'The value of a dimension' },
    },
    required: Object.keys(properties),
    additionalProperties: false,
  };
}

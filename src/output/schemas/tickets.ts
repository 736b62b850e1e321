import { described, deskEnvelope, listOf, outputSchema } from './json-schema.ts';

/** JSON Schema of `deskstat tickets --format json`. Which fields a row has depends on what the export holds. */
export const ticketsSchema = outputSchema('tickets', {
  ...deskEnvelope,
  rows: listOf({
    type: 'object',
    description: 'The fields of the export under their canonical names, then the measures',
    patternProperties: {
      _at$: described(
        { type: ['string', 'null'] },
        'ISO 8601 with offset; a date alone where no time is known',
      ),
      _seconds$: { type: ['number', 'null'] },
    },
    additionalProperties: { type: ['string', 'number', 'boolean', 'null'] },
  }),
});

import type { RecognitionOverrides, TableMapping } from '../../model/mapping.ts';
import type { SourceSample } from '../../model/source.ts';
import { presets } from '../presets/index.ts';
import { bindToParents } from './nested-parents.ts';
import { checkOverrides } from './overrides.ts';
import { recogniseTable } from './recognise-table.ts';

export { checkPins } from './check-pins.ts';
export { settleCustomerKeys } from './customer-key.ts';
export { guesses } from './guesses.ts';

/**
 * Says what each table of a source is and which of its columns feed which fields, in the sample's table order. What
 * stops a table from being used is a problem of severity `error` in its mapping; the caller throws it when the table
 * is needed.
 *
 * @throws DeskstatError exit 2 for an override that names a field, value, preset, scale or zone that does not exist.
 */
export function recognise(sample: SourceSample, overrides: RecognitionOverrides): TableMapping[] {
  checkOverrides(overrides, presets);
  const mappings = sample.tables.map((table) =>
    recogniseTable({ table, path: sample.source.path, format: sample.layout.format, overrides, presets }),
  );
  return overrides.columns.has('ticket_id') ? mappings : bindToParents(sample, mappings);
}

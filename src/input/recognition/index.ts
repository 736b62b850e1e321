import type { RecognitionOverrides, TableMapping } from '../../model/mapping.ts';
import type { SourceSample } from '../../model/source.ts';
import { presets } from '../presets/index.ts';
import { bindToParents } from './nested-parents.ts';
import { checkOverrides, pinsOfStream } from './overrides.ts';
import { recogniseTable } from './recognise-table.ts';

export { checkPins, unusedValues } from './check-pins.ts';
export { settleCustomerKeys } from './customer-key.ts';
export { guesses } from './guesses.ts';
export { pinsOfStream } from './overrides.ts';

/**
 * Says what each table of a source is and which of its columns feed which fields, in the sample's table order. What
 * stops a table from being used is a problem of severity `error` in its mapping; the caller throws it when the table
 * is needed.
 *
 * @throws DeskstatError exit 2 for an override that names a field, value, preset, scale or zone that does not exist.
 */
export function recognise(sample: SourceSample, overrides: RecognitionOverrides): TableMapping[] {
  checkOverrides(overrides, presets);
  // What one row of a file is says nothing of what is nested in its rows.
  const hasOwnRows = sample.tables.some(({ stream }) => stream === null);
  const nested = hasOwnRows ? { ...overrides, kinds: new Map() } : overrides;
  const mappings = sample.tables.map((table) =>
    recogniseTable({
      table,
      path: sample.source.path,
      format: sample.layout.format,
      hasSemicolons: sample.layout.dialect?.delimiter === ';',
      overrides: pinsOfStream(table.stream === null ? overrides : nested, table.stream),
      presets,
    }),
  );
  const bound = bindToParents(sample, mappings);
  return mappings.map((mapping, index) =>
    pinsOfStream(overrides, mapping.stream).columns.has('ticket_id') ? mapping : bound[index],
  );
}

import type { FieldMapping, TableMapping } from '../model/mapping.ts';
import { foldValue, isMissing } from '../model/raw-value.ts';
import type { TableSample } from '../model/source.ts';

/**
 * The fields that columns fill by saying of some rows that the desk began them, or that they are merged, spam or
 * deleted, as `inspect` shows them beside the others. Of several columns the first one that says so is shown.
 */
export function markedFields(
  mapping: TableMapping,
  sample: TableSample | undefined,
): Map<string, FieldMapping> {
  const found = new Map<string, FieldMapping>();
  const used = new Set(Object.values(mapping.fields).map((field) => field?.column));
  for (const { column, source, words, separator } of mapping.marks ?? []) {
    if (used.has(column) || separator !== undefined) continue;
    const meanings = new Set(
      (sample?.values[column] ?? []).flatMap((cell) =>
        isMissing(cell) ? [] : (words.get(foldValue(cell)) ?? []),
      ),
    );
    const field = meanings.has('begun_by_desk') ? 'opened_by_agent' : meanings.size > 0 ? 'removed_as' : null;
    if (field === null || found.has(field) || field in mapping.fields) continue;
    const reading = { type: 'category', values: null } as const;
    found.set(field, { column, source, confidence: 0.9, reading });
  }
  return found;
}

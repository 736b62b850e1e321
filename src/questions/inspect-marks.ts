import type { FieldMapping, RowMarkMeaning, TableMapping } from '../model/mapping.ts';
import { foldValue, isMissing } from '../model/raw-value.ts';
import type { TableSample } from '../model/source.ts';

const unnamed: readonly RowMarkMeaning[] = ['left', 'stays', 'call_answered', 'call_missed'];

function fieldOf(
  meanings: ReadonlySet<RowMarkMeaning>,
): 'author_role' | 'opened_by_agent' | 'removed_as' | null {
  // How customers stand, and how calls went, fills no field that can be named: a note says it.
  if (unnamed.some((meaning) => meanings.has(meaning))) return null;
  if (meanings.has('by_bot')) return 'author_role';
  if (meanings.has('begun_by_desk')) return 'opened_by_agent';
  return meanings.size > 0 ? 'removed_as' : null;
}

/**
 * The fields that columns fill by saying of some rows that the desk began them, or that they are merged, spam,
 * deleted or a pull request, or of messages that a machine wrote them, as `inspect` shows them beside the others. Of several columns the first one that says so is shown.
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
    const field = fieldOf(meanings);
    if (field === null || found.has(field) || field in mapping.fields) continue;
    const reading = { type: 'category', values: null } as const;
    found.set(field, { column, source, confidence: 0.9, reading });
  }
  return found;
}

import type { DataKind, FieldId } from '../../model/fields.ts';
import { type FieldMapping, type KnownStep, knownStepMeanings } from '../../model/mapping.ts';
import { foldValue, isMissing } from '../../model/raw-value.ts';
import type { ColumnLook } from './column-look.ts';

/** The steps of a log, as they are written, that answer, end or reopen a ticket; empty for other tables. */
export function knownSteps(
  kind: DataKind,
  fields: Partial<Record<FieldId, FieldMapping>>,
  looks: readonly ColumnLook[],
): readonly KnownStep[] {
  const field =
    kind === 'events' ? (fields.new_value ?? fields.status) : kind === 'messages' ? fields.status : undefined;
  const look = looks.find(({ index }) => index === field?.column);
  if (!field || !look || field.reading.type !== 'category') return [];
  const { values } = field.reading;
  const written = [...new Set(look.cells.map((cell) => cell.trim()))]
    .filter((cell) => !isMissing(cell))
    .sort();
  return written.flatMap((step) => {
    const means = knownStepMeanings.find((meaning) => meaning === values?.get(foldValue(step)));
    return means ? [{ step, means }] : [];
  });
}

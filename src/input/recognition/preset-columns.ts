import { type FieldId, type FieldType, fieldsOf } from '../../model/fields.ts';
import type { PresetField, PresetTable } from '../presets/preset.ts';
import type { Choice } from './choice.ts';
import { type ColumnLook, isInstant, isUnique } from './column-look.ts';
import { foldColumn } from './header.ts';
import { fieldsOfTable, isUnverified } from './preset-match.ts';

/** Lifecycle steps of the XES standard, which say nothing about a ticket's state. */
const plainLifecycle: ReadonlySet<string> = new Set(
  'schedule assign withdraw reassign start suspend resume pi_abort ate_abort complete autoskip manualskip unknown'.split(
    ' ',
  ),
);

/** The columns a preset names, for each field the first that holds something of the right type. */
export function choosePresetColumns(table: PresetTable, looks: readonly ColumnLook[]): Map<FieldId, Choice> {
  const choices = new Map<FieldId, Choice>();
  if (table.kind === 'none') return choices;
  const types = fieldsOf[table.kind] as Record<string, FieldType>;
  const byName = new Map<string, ColumnLook[]>();
  for (const look of looks) {
    const name = foldColumn(look.name);
    byName.set(name, [...(byName.get(name) ?? []), look]);
  }
  const taken = new Set<number>();
  for (const [field, preset] of fieldsOfTable(table)) {
    const there = preset.from
      .flatMap((name) => byName.get(foldColumn(name)) ?? [])
      .filter((look) => preset.isShared || !taken.has(look.index));
    const readable = there.filter((look) => isReadable(types[field], look));
    if (readable.length === 0) continue;
    const look = best(field, readable, preset);
    choices.set(field, { look, confidence: confidenceOf(table, look.name), preset });
    taken.add(look.index);
  }
  return choices;
}

function best(field: FieldId, readable: readonly ColumnLook[], preset: PresetField): ColumnLook {
  const filled = readable.filter((look) => look.filled > 0);
  const pool = filled.length > 0 ? filled : readable;
  if (field === 'id') return pool.find(isUnique) ?? pool[0];
  if (field === 'status' && preset.from.length > 1) {
    const telling = pool.filter(
      (look) =>
        look.distinct > 1 &&
        !look.cells.every((cell) => cell === '' || plainLifecycle.has(cell.toLowerCase())),
    );
    return telling[0] ?? pool[0];
  }
  return pool[0];
}

/** False for a column that holds something and nothing of it could be read as the field's type. */
function isReadable(type: FieldType, look: ColumnLook): boolean {
  if (look.filled === 0) return true;
  if (type === 'instant') return isInstant(look) || (look.instants[0]?.share ?? 0) > 0;
  if (type === 'duration') return look.numberShare > 0 || look.durationShare > 0;
  if (type === 'count') return look.integerShare > 0;
  return true;
}

function confidenceOf(table: PresetTable, column: string): number {
  if (isUnverified(table, column)) return 0.8;
  const isThirdParty =
    table.evidence === 'third_party' ||
    table.thirdParty?.some((name) => foldColumn(name) === foldColumn(column));
  return isThirdParty ? 0.9 : 1;
}

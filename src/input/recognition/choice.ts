import type { PresetField } from '../presets/preset.ts';
import type { ColumnLook } from './column-look.ts';

/** A column chosen for a field, before it is known how its cells are read. */
export interface Choice {
  readonly look: ColumnLook;
  readonly confidence: number;
  readonly preset: PresetField | null;
}

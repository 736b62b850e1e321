import type { Dictionary } from '../../model/dictionary.ts';
import type { Reading } from '../../model/mapping.ts';
import type { CellBuilder } from './cell-builder.ts';
import { CategoryBuilder, IdBuilder, ListBuilder, NameBuilder } from './code-builders.ts';
import { CountBuilder, DurationBuilder, FlagBuilder, InstantBuilder } from './number-builders.ts';
import { ScoreBuilder } from './score-builder.ts';

export interface BuilderOptions {
  readonly reading: Reading;
  /** The dictionary that a code column shares with the same field of other tables. */
  readonly names: Dictionary;
  /** Put before ids where several helpdesks are read together. */
  readonly idPrefix: string;
  /** Ids that a spreadsheet rounded are kept: another column tells them apart. */
  readonly keepsRounded?: boolean;
}

/** The builder for a field's cells, as recognition settled how they are read. */
export function createBuilder({
  reading,
  names,
  idPrefix,
  keepsRounded = false,
}: BuilderOptions): CellBuilder {
  switch (reading.type) {
    case 'instant':
      return new InstantBuilder(reading);
    case 'duration':
      return new DurationBuilder(reading);
    case 'count':
      return new CountBuilder();
    case 'flag':
      return new FlagBuilder(reading);
    case 'score':
      return new ScoreBuilder(reading);
    case 'category':
      return new CategoryBuilder(names, reading);
    case 'person':
    case 'text':
      return new NameBuilder(names);
    case 'id':
      return new IdBuilder(names, idPrefix, keepsRounded);
    case 'list':
      return new ListBuilder(names, reading.separator);
    default:
      return reading satisfies never;
  }
}

/** What an instant builder met on the way: hours that a change of the clock repeats or skips, swapped days. */
export function instantNotes(
  builder: CellBuilder,
): Pick<InstantBuilder['reader'], 'repeated' | 'skipped' | 'contradictions' | 'either'> | null {
  if (!(builder instanceof InstantBuilder)) return null;
  const { repeated, skipped, contradictions, either } = builder.reader;
  return { repeated, skipped, contradictions, either };
}

/** Ids of this builder that had lost digits in a spreadsheet. */
export function lossyIds(builder: CellBuilder): number {
  return builder instanceof IdBuilder ? builder.lossy : 0;
}

/** Categories of this builder without a known meaning, and how many rows have each. */
export function unknownValues(builder: CellBuilder): ReadonlyMap<string, number> {
  return builder instanceof CategoryBuilder ? builder.unknownValues() : new Map();
}

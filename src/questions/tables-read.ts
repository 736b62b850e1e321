import type { RawTable } from '../input/tables/raw-table.ts';
import type { SharedDictionaries } from '../input/tables/shared-dictionaries.ts';
import type { SourceNote } from '../model/desk.ts';
import type { Problem } from '../model/problem.ts';

export interface ReadTables {
  readonly tables: readonly RawTable[];
  readonly dictionaries: SharedDictionaries;
  readonly sources: readonly SourceNote[];
  readonly files: readonly ReadFile[];
  readonly problems: readonly Problem[];
}

/** One source as it was read. */
export interface ReadFile {
  readonly path: string;
  readonly tables: readonly RawTable[];
  readonly rows: ReadonlyMap<string | null, number>;
  readonly problems: readonly Problem[];
}

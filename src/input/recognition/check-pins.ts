import type { FieldId } from '../../model/fields.ts';
import type { RecognitionOverrides, TableMapping } from '../../model/mapping.ts';
import { DeskstatError, type Problem } from '../../model/problem.ts';
import type { SourceSample } from '../../model/source.ts';
import { NO_COLUMN, nearest, pinnedColumn } from './overrides.ts';

/**
 * Checks that every column named by `--map` is in one of the tables at least.
 *
 * @throws DeskstatError `unknown_column` (exit 2) with the nearest name there is.
 */
export function checkPins(samples: readonly SourceSample[], overrides: RecognitionOverrides): void {
  const tables = samples.flatMap((sample) => sample.tables);
  const pins = [overrides, ...(overrides.streams?.values() ?? [])].flatMap(({ columns }) => [...columns]);
  for (const [field, column] of pins as readonly (readonly [FieldId, string])[]) {
    if (column === NO_COLUMN) continue;
    // Some exports have their names in a later header row (old Qualtrics).
    const heads = tables.flatMap((table) => [table.columns, ...table.headerNotes]);
    if (heads.some((names) => pinnedColumn(names, column) !== null)) continue;
    const found = [...new Set(tables.flatMap((table) => table.columns))].filter((name) => name !== '');
    const near = nearest(column, found);
    throw new DeskstatError(
      {
        code: 'unknown_column',
        args: {
          field,
          column,
          found: found.slice(0, 40),
          try: near === undefined ? undefined : `--map ${field}='${near}'`,
        },
      },
      2,
    );
  }
}

/** Fields that heed what is said of the values of others. */
const heedsToo: Readonly<Record<string, string>> = { status: 'new_value' };
/** What is one thing to people: the rating of a ticket, and that of an answer. */
const twins: Readonly<Record<string, string>> = { csat: 'score', score: 'csat' };

/** What was said of values of fields that no table has: nobody heeds it. */
export function unusedValues(
  files: readonly { readonly overrides: RecognitionOverrides; readonly mappings: readonly TableMapping[] }[],
): Problem[] {
  const said = new Set(
    files.flatMap(({ overrides }) =>
      [overrides, ...(overrides.streams?.values() ?? [])].flatMap(({ values }) => [...values.keys()]),
    ),
  );
  const read = new Set(
    files.flatMap(({ mappings }) =>
      mappings.flatMap(({ fields, own, unitless, ages }) =>
        Object.keys({ ...fields, ...own, ...unitless, ...ages }),
      ),
    ),
  );
  return [...said]
    .filter((field) => !read.has(field) && !read.has(heedsToo[field] ?? field))
    .map((field) => {
      const twin = read.has(twins[field] ?? '') ? twins[field] : undefined;
      return { code: 'values_unused', severity: 'warning', args: { field, twin } };
    });
}

import { recognise } from '../input/recognition/index.ts';
import type { FieldMapping, RecognitionOverrides, TableMapping } from '../model/mapping.ts';
import type { TableSample } from '../model/source.ts';
import type { RecognisedSource } from './recognised-source.ts';
import { headerOf } from './sibling-orders.ts';

/** Rows that are looked at together: enough to tell columns apart, and few for a year of weekly files. */
const MOST_ROWS = 600;

/**
 * Files of one header are parts of one list, and are read alike: where the rows of each alone would have them read in
 * several ways, or none (a part of two rows shows little), the rows of all of them decide. Tickets that stand in several files
 * are looked at once, so that two downloads of a list are no repetitions in it.
 */
export function settleSiblings<T extends RecognisedSource>(
  sources: readonly T[],
  overridesFor: (path: string) => RecognitionOverrides,
): readonly T[] {
  const groups = new Map<string, T[]>();
  for (const source of sources) {
    const { tables } = source.sample;
    if (tables.length !== 1) continue;
    const header = `${source.sample.layout.format} ${headerOf(source, 0)}`;
    groups.set(header, [...(groups.get(header) ?? []), source]);
  }
  const settled = new Map<T, T>();
  for (const group of groups.values()) {
    if (group.length < 2 || areReadAlike(group)) continue;
    const together = pooled(group);
    for (const source of group) {
      const { sample } = source;
      const mappings = recognise({ ...sample, tables: [together] }, overridesFor(sample.source.path));
      settled.set(source, { ...source, mappings });
    }
  }
  return sources.map((source) => settled.get(source) ?? source);
}

/** True where each part shows alone what it is, and all show the same. */
function areReadAlike(group: readonly RecognisedSource[]): boolean {
  const [first, ...others] = group.map(({ mappings }) => mappings.map(howRead).join());
  const isDoubtful = group.some(({ mappings }) =>
    mappings.some(
      ({ kind, problems }) => kind === 'none' || problems.some(({ severity }) => severity === 'error'),
    ),
  );
  return !isDoubtful && others.every((other) => other === first);
}

/** What of a mapping has to be the same in all parts of a list. */
function howRead({ kind, fields }: TableMapping): string {
  const columns = (Object.entries(fields) as [string, FieldMapping][]).map(
    ([field, { column, time, within, reading }]) =>
      [field, column, time?.column, within?.column, 'unit' in reading ? reading.unit : null].join(':'),
  );
  return [kind, ...columns.sort()].join(' ');
}

/** The rows of several files as one table, of tickets that stand in several of them those of the first. */
function pooled(group: readonly RecognisedSource[]): TableSample {
  const tables = group.map(({ sample }) => sample.tables[0]);
  const values: string[][] = tables[0].columns.map(() => []);
  const rows = rowsOnce(tables, idColumnOf(group));
  for (const { table, row } of rows.slice(0, MOST_ROWS))
    values.forEach((cells, column) => {
      cells.push(table.values[column]?.[row] ?? '');
    });
  const isWhole = rows.length <= MOST_ROWS && tables.every(({ whole }) => whole);
  return { ...tables[0], values, rows: Math.min(rows.length, MOST_ROWS), whole: isWhole };
}

/** The column that most of them take for their tickets' id; null where they do not agree. */
function idColumnOf(group: readonly RecognisedSource[]): number | null {
  const ids = group.flatMap(({ mappings }) => mappings[0]?.fields.id?.column ?? []);
  return ids.length * 2 > group.length && new Set(ids).size === 1 ? ids[0] : null;
}

interface Row {
  readonly table: TableSample;
  readonly row: number;
}

/** All rows, but for those whose id stands in an earlier table too. */
function rowsOnce(tables: readonly TableSample[], id: number | null): Row[] {
  const seen = new Set<string>();
  return tables.flatMap((table) => {
    const ids = id === null ? [] : (table.values[id] ?? []);
    const rows = Array.from({ length: table.rows }, (_, row) => ({ table, row })).filter(
      ({ row }) => !seen.has(ids[row] ?? ''),
    );
    for (const each of ids) if (each !== '') seen.add(each);
    return rows;
  });
}

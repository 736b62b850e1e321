import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js';
import { ParquetWriter } from 'hyparquet-writer/src/parquet-writer.js';
import type { CellType, MachineRow, TypedColumn } from '../../model/rows.ts';
import { machineCellOf, type RowColumn } from './rows.ts';

/** Rows of a group: few enough to be held at once, enough to compress well. */
const GROUP = 50_000;

type Schema = ConstructorParameters<typeof ParquetWriter>[0]['schema'];
type Cell = string | number | boolean | Date | null;
/** What Parquet tells apart. */
type Stored = 'text' | 'number' | 'boolean' | 'instant' | 'date';

/** What stands in the schema for each type of cell. Numbers are doubles, as those of JSON and CSV are. */
const elements: Readonly<Record<Stored, Omit<Schema[number], 'name'>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  instant: {
    type: 'INT64',
    converted_type: 'TIMESTAMP_MILLIS',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
  },
  date: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
};

/**
 * Writes rows as Parquet, a group of rows at a time. A column has the type that it declares: instants are timestamps in
 * UTC, to the millisecond; durations stay seconds. Missing is null, and text is as it is: no reader takes it for a formula.
 *
 * @param about goes into the metadata of the file, as `deskstat.<key>`
 * @see https://github.com/apache/parquet-format/blob/master/LogicalTypes.md
 */
export function* writeParquet(
  rows: Iterable<MachineRow>,
  columns: readonly RowColumn[],
  about: Readonly<Record<string, unknown>>,
): Iterable<Uint8Array> {
  const bytes = new ByteWriter();
  const types = columns.map(storedType);
  const parquet = new ParquetWriter({
    writer: bytes,
    schema: [
      { name: 'deskstat', num_children: columns.length },
      ...columns.map(({ key }, i) => ({
        name: key,
        repetition_type: 'OPTIONAL' as const,
        ...elements[types[i]],
      })),
    ],
    createdBy: 'deskstat',
    kvMetadata: Object.entries(about).flatMap(([key, value]) =>
      typeof value === 'string' ? [{ key: `deskstat.${key}`, value }] : [],
    ),
  });
  let held: Cell[][] = columns.map(() => []);
  const group = (): Uint8Array => {
    parquet.write({
      columnData: columns.map(({ key }, i) => ({ name: key, data: held[i] })),
      rowGroupSize: GROUP,
    });
    held = columns.map(() => []);
    return taken(bytes);
  };
  for (const row of rows) {
    for (let i = 0; i < columns.length; i++) held[i].push(asType(machineCellOf(row, columns[i]), types[i]));
    if (held[0].length === GROUP) yield group();
  }
  if ((held[0]?.length ?? 0) > 0) yield group();
  parquet.finish();
  yield taken(bytes);
}

/** The bytes written so far, which are not kept: places in the file are counted on. */
function taken(bytes: ByteWriter): Uint8Array {
  const piece = bytes.getBytes().slice();
  bytes.index = 0;
  return piece;
}

const words: ReadonlySet<CellType> = new Set(['text', 'category', 'person', 'list']);

/** Whatever unit a figure has, it is a number; a column of figures in several units too. */
function storedType({ type = 'text' }: TypedColumn): Stored {
  if (typeof type === 'function') return 'number';
  if (type === 'boolean' || type === 'instant' || type === 'date') return type;
  return words.has(type) ? 'text' : 'number';
}

function asType(value: unknown, type: Stored): Cell {
  if (value === null || value === undefined) return null;
  switch (type) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? value : null;
    case 'boolean':
      return typeof value === 'boolean' ? value : null;
    case 'instant':
    case 'date': {
      const at = typeof value === 'number' ? value : Date.parse(String(value));
      return Number.isFinite(at) ? new Date(at) : null;
    }
    case 'text':
      return typeof value === 'object' ? JSON.stringify(value) : String(value);
    default:
      return type satisfies never;
  }
}

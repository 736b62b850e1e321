import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js';
import { writeMetadata } from 'hyparquet-writer/src/metadata.js';
import { type Cells, type FileMetaData, writeChunk } from './column-chunk.ts';
import {
  dimensionColumn,
  type ObservationColumn,
  type ObservationType,
  observationColumns,
} from './schema.ts';

/** Rows of a group: few enough to be held at once, enough to compress well. */
export const GROUP = 50_000;

type SchemaElement = FileMetaData['schema'][number];

/** "PAR1", at both ends of a file. */
const MAGIC = 0x31524150;

const elements: Readonly<Record<ObservationType, Omit<SchemaElement, 'name'>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  integer: { type: 'INT64' },
  double: { type: 'DOUBLE' },
};

/** All columns of a dataset with these dimensions. */
export function columnsWith(dimensions: readonly string[]): readonly ObservationColumn[] {
  return [
    ...observationColumns,
    ...dimensions.map(
      (name): ObservationColumn => ({ name: dimensionColumn(name), type: 'text', about: '' }),
    ),
  ];
}

/** Writes one Parquet file a group of rows at a time: what is held never grows with the rows. */
export class TableBytes {
  readonly #bytes = new ByteWriter();
  readonly #columns: readonly ObservationColumn[];
  readonly #about: Readonly<Record<string, string>>;
  readonly #groups: FileMetaData['row_groups'] = [];

  /** @param about goes into the metadata of the file, as `deskstat.<key>` */
  constructor(columns: readonly ObservationColumn[], about: Readonly<Record<string, string>>) {
    this.#columns = columns;
    this.#about = about;
    this.#bytes.appendUint32(MAGIC);
  }

  /** The bytes of some rows, given column by column. */
  group(rows: number, cells: readonly Cells[]): Uint8Array {
    const start = this.#bytes.offset;
    const columns = this.#columns.map((column, c) => writeChunk(this.#bytes, column, cells[c]));
    const size = BigInt(this.#bytes.offset - start);
    this.#groups.push({ columns, num_rows: BigInt(rows), total_byte_size: size });
    return this.#piece();
  }

  /** The bytes that end the file. */
  finish(): Uint8Array {
    const rows = this.#groups.reduce((sum, { num_rows }) => sum + num_rows, 0n);
    const columns = this.#columns.map(
      ({ name, type }): SchemaElement => ({ name, repetition_type: 'OPTIONAL', ...elements[type] }),
    );
    writeMetadata(this.#bytes, {
      version: 2,
      created_by: 'deskstat',
      schema: [{ name: 'deskstat', num_children: columns.length }, ...columns],
      num_rows: rows,
      row_groups: this.#groups,
      metadata_length: 0,
      key_value_metadata: Object.entries(this.#about).map(([key, value]) => ({
        key: `deskstat.${key}`,
        value,
      })),
    });
    this.#bytes.appendUint32(MAGIC);
    return this.#piece();
  }

  /** Taken off the writer: places in the file are counted on. */
  #piece(): Uint8Array {
    const piece = this.#bytes.getBytes().slice();
    this.#bytes.index = 0;
    return piece;
  }
}

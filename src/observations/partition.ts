import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js';
import { ParquetWriter } from 'hyparquet-writer/src/parquet-writer.js';
import {
  dimensionColumn,
  type ObservationColumn,
  type ObservationType,
  observationColumns,
} from './schema.ts';

/** Rows of a group: few enough to be held at once, enough to compress well. */
const GROUP = 50_000;

type Schema = ConstructorParameters<typeof ParquetWriter>[0]['schema'];

const elements: Readonly<Record<ObservationType, Omit<Schema[number], 'name'>>> = {
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

type Cell = string | number | bigint | null;

/** Writes one Parquet file a group of rows at a time: what is held never grows with the rows. */
export class TableBytes {
  readonly #bytes = new ByteWriter();
  readonly #parquet: ParquetWriter;
  readonly #columns: readonly ObservationColumn[];
  #held: Cell[][];
  #pieces: Uint8Array[] = [];
  rows = 0;

  /** @param about goes into the metadata of the file, as `deskstat.<key>` */
  constructor(columns: readonly ObservationColumn[], about: Readonly<Record<string, string>>) {
    this.#columns = columns;
    this.#held = columns.map(() => []);
    this.#parquet = new ParquetWriter({
      writer: this.#bytes,
      schema: [
        { name: 'deskstat', num_children: columns.length },
        ...columns.map(({ name, type }) => ({
          name,
          repetition_type: 'OPTIONAL' as const,
          ...elements[type],
        })),
      ],
      createdBy: 'deskstat',
      kvMetadata: Object.entries(about).map(([key, value]) => ({ key: `deskstat.${key}`, value })),
    });
  }

  push(cells: readonly (string | number | null)[]): void {
    for (let c = 0; c < cells.length; c++) {
      const cell = cells[c];
      const isInteger = this.#columns[c].type === 'integer' && typeof cell === 'number';
      this.#held[c].push(isInteger ? BigInt(Math.round(cell)) : cell);
    }
    this.rows++;
    if (this.#held[0].length === GROUP) this.#group();
  }

  /** The bytes written since the last call. */
  taken(): Uint8Array[] {
    const pieces = this.#pieces;
    this.#pieces = [];
    return pieces;
  }

  finish(): Uint8Array[] {
    if (this.#held[0].length > 0) this.#group();
    this.#parquet.finish();
    this.#pieces.push(this.#piece());
    return this.taken();
  }

  #group(): void {
    this.#parquet.write({
      columnData: this.#columns.map(({ name }, c) => ({ name, data: this.#held[c] })),
      rowGroupSize: GROUP,
    });
    this.#held = this.#columns.map(() => []);
    this.#pieces.push(this.#piece());
  }

  /** Taken off the writer: places in the file are counted on. */
  #piece(): Uint8Array {
    const piece = this.#bytes.getBytes().slice();
    this.#bytes.index = 0;
    return piece;
  }
}

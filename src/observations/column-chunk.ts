import type { ByteWriter } from 'hyparquet-writer/src/bytewriter.js';
import { writePageHeader } from 'hyparquet-writer/src/datapage.js';
import type { writeMetadata } from 'hyparquet-writer/src/metadata.js';
import { snappyCompress } from 'hyparquet-writer/src/snappy.js';
import { packedRuns } from './packed-runs.ts';
import type { ObservationColumn } from './schema.ts';

/** What the package keeps of a file, whose types it does not name itself. */
export type FileMetaData = Parameters<typeof writeMetadata>[1];
type ColumnChunk = FileMetaData['row_groups'][number]['columns'][number];

/** Numbers of some rows; what is no finite number is missing. */
export interface NumberCells {
  readonly values: Float64Array;
}

/** Texts of some rows: the place of each among the names, from 1; 0 = missing. */
export interface TextCells {
  readonly places: Uint32Array;
  readonly names: readonly string[];
}

export type Cells = NumberCells | TextCells;

const encoder = new TextEncoder();
const TWO_32 = 4_294_967_296;

/**
 * Writes one column of a group of rows, each text once. (The writer of the package takes an array of JavaScript values a
 * column: five times as long, as every text is looked up and every integer becomes an object of its own.)
 */
export function writeChunk(writer: ByteWriter, { name, type }: ObservationColumn, cells: Cells): ColumnChunk {
  const start = writer.offset;
  const isText = 'places' in cells;
  const dictionary = isText && cells.names.length > 0 ? writeDictionary(writer, cells.names) : 0;
  const data = writer.offset;
  const page = isText ? placesOf(cells) : numbersOf(cells, type === 'integer');
  const { rows, nulls, bytes } = page;
  const levels = levelsOf(cells, page);
  const packed = snappyCompress(bytes);
  const hasDictionary = dictionary > 0;
  writePageHeader(writer, {
    type: 'DATA_PAGE_V2',
    uncompressed_page_size: levels.length + bytes.length,
    compressed_page_size: levels.length + packed.length,
    data_page_header_v2: {
      num_values: rows,
      num_nulls: nulls,
      num_rows: rows,
      encoding: hasDictionary ? 'RLE_DICTIONARY' : 'PLAIN',
      definition_levels_byte_length: levels.length,
      repetition_levels_byte_length: 0,
      is_compressed: true,
    },
  });
  const head = writer.offset - data;
  writer.appendBytes(levels);
  writer.appendBytes(packed);
  return {
    file_offset: BigInt(start),
    meta_data: {
      type: isText ? 'BYTE_ARRAY' : type === 'integer' ? 'INT64' : 'DOUBLE',
      encodings: hasDictionary ? ['PLAIN', 'RLE_DICTIONARY'] : ['PLAIN'],
      path_in_schema: [name],
      codec: 'SNAPPY',
      num_values: BigInt(rows),
      total_compressed_size: BigInt(writer.offset - start),
      total_uncompressed_size: BigInt(dictionary + head + levels.length + bytes.length),
      data_page_offset: BigInt(data),
      ...(hasDictionary ? { dictionary_page_offset: BigInt(start) } : {}),
    },
  };
}

/** The names, each once; how many bytes they are with their head. */
function writeDictionary(writer: ByteWriter, names: readonly string[]): number {
  const bytes = plainTexts(names);
  const packed = snappyCompress(bytes);
  const start = writer.offset;
  writePageHeader(writer, {
    type: 'DICTIONARY_PAGE',
    uncompressed_page_size: bytes.length,
    compressed_page_size: packed.length,
    dictionary_page_header: { num_values: names.length, encoding: 'PLAIN' },
  });
  const head = writer.offset - start;
  writer.appendBytes(packed);
  return head + bytes.length;
}

/** Texts behind their lengths. Most are ASCII, whose letters are their bytes. */
function plainTexts(names: readonly string[]): Uint8Array {
  const room = names.reduce((sum, name) => sum + 4 + 3 * name.length, 0);
  const bytes = new Uint8Array(room);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const name of names) {
    const start = at + 4;
    let i = 0;
    for (; i < name.length; i++) {
      const letter = name.charCodeAt(i);
      if (letter > 127) break;
      bytes[start + i] = letter;
    }
    const length = i === name.length ? i : encoder.encodeInto(name, bytes.subarray(start)).written;
    view.setUint32(at, length, true);
    at = start + length;
  }
  return bytes.subarray(0, at);
}

interface PageValues {
  readonly rows: number;
  readonly nulls: number;
  readonly bytes: Uint8Array;
}

function placesOf({ places, names }: TextCells): PageValues {
  const there = new Uint32Array(places.length);
  let count = 0;
  for (let i = 0; i < places.length; i++) if (places[i] !== 0) there[count++] = places[i] - 1;
  const rows = places.length;
  if (names.length === 0) return { rows, nulls: rows, bytes: new Uint8Array(0) };
  const width = names.length === 1 ? 0 : 32 - Math.clz32(names.length - 1);
  const runs = packedRuns(there.subarray(0, count), width);
  const bytes = new Uint8Array(runs.length + 1);
  bytes[0] = width;
  bytes.set(runs, 1);
  return { rows, nulls: rows - count, bytes };
}

function numbersOf({ values }: NumberCells, isInteger: boolean): PageValues {
  const rows = values.length;
  const there = new Float64Array(rows);
  let count = 0;
  for (let i = 0; i < rows; i++) if (Number.isFinite(values[i])) there[count++] = values[i];
  const found = there.subarray(0, count);
  const whole = isInteger ? wholeNumbers(found) : found;
  const bytes = new Uint8Array(whole.buffer, whole.byteOffset, whole.byteLength);
  return { rows, nulls: rows - count, bytes };
}

/** Integers of eight bytes, as two of four each. */
function wholeNumbers(values: Float64Array): Uint32Array {
  const words = new Uint32Array(values.length * 2);
  for (let i = 0; i < values.length; i++) {
    const value = Math.round(values[i]);
    const high = Math.floor(value / TWO_32);
    words[2 * i] = value - high * TWO_32;
    words[2 * i + 1] = high;
  }
  return words;
}

/** Which rows have a value: most columns have all or none. */
function levelsOf(cells: Cells, { rows, nulls }: PageValues): Uint8Array {
  if (nulls === 0 || nulls === rows) return packedRuns(new Uint8Array(rows).fill(nulls === 0 ? 1 : 0), 1);
  const isThere = new Uint8Array(rows);
  if ('places' in cells) for (let i = 0; i < rows; i++) isThere[i] = cells.places[i] === 0 ? 0 : 1;
  else for (let i = 0; i < rows; i++) isThere[i] = Number.isFinite(cells.values[i]) ? 1 : 0;
  return packedRuns(isThere, 1);
}

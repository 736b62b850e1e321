import { Buffer } from 'node:buffer';
import type { JsonShape, TableSample } from '../../../model/source.ts';
import { JsonCursor } from './json-cursor.ts';
import { JsonDocuments, type JsonDriverOptions } from './json-documents.ts';
import { JsonLines } from './json-lines.ts';
import { isMessage, isPair, shapeOf } from './json-shape.ts';
import { byteOf } from './json-text.ts';
import { type JsonTree, treeAt } from './json-tree.ts';
import { RecordSampler } from './record-sampler.ts';

/** Top-level values that are looked at to settle the shape. */
const valuesLooked = 50;

export interface JsonLayout {
  /** `json` or `ndjson`. */
  readonly format: string;
  readonly shape: JsonShape;
}

/** How records lie in a text, or null when it is no JSON. */
export function sniffJson(head: Uint8Array, isWhole: boolean): JsonLayout | null {
  const cursor = cursorOver(head);
  const start = cursor.skipBlanks(0);
  const first = cursor.bytes[start];
  if (first === byteOf.openArray) {
    const values = elementsOf(cursor, start);
    const whole = cursor.skipValue(start);
    if (values === null || (values.length === 0 && whole < 0 && isWhole)) return null;
    const asLines = sniffLines(cursor, start);
    if (asLines && whole >= 0 && isPair(treeAt(cursor, start))) return asLines;
    return { format: 'json', shape: shapeOf(values, false) };
  }
  if (first !== byteOf.openObject) return sniffLines(cursor, start);
  const lines = sniffLines(cursor, start);
  if (lines) return lines;
  const key = cursor.skipKey(cursor.skipBlanks(start + 1));
  const isEmpty = cursor.bytes[cursor.skipBlanks(start + 1)] === byteOf.closeObject;
  if (key < 0 && !isEmpty) return null;
  return { format: 'json', shape: shapeOfDocuments(cursor, start) };
}

function cursorOver(text: Uint8Array): JsonCursor {
  const cursor = new JsonCursor();
  cursor.aim(Buffer.from(text.buffer, text.byteOffset, text.length), text.length);
  return cursor;
}

/** The first elements of an array; null when it holds none and is no JSON. */
function elementsOf(cursor: JsonCursor, start: number): JsonTree[] | null {
  const values: JsonTree[] = [];
  let at = cursor.skipBlanks(start + 1);
  while (at < cursor.end && cursor.bytes[at] !== byteOf.closeArray && values.length < valuesLooked) {
    const end = cursor.skipValue(at);
    if (end < 0) {
      if (values.length > 0 || cursor.trouble === 'more') return values;
      return cursor.bytes[at] === byteOf.openObject || cursor.bytes[at] === byteOf.openArray ? values : null;
    }
    values.push(treeAt(cursor, at));
    at = cursor.skipBlanks(end);
    if (cursor.bytes[at] === byteOf.comma) at = cursor.skipBlanks(at + 1);
  }
  return values;
}

/** One value a line: the first line is an object by itself, or two lines are values, and most lines are such. */
function sniffLines(cursor: JsonCursor, start: number): JsonLayout | null {
  const values: JsonTree[] = [];
  let others = 0;
  // Blank lines are stepped over at once: each of them looked at by itself would look at all behind it.
  for (let at = start; at < cursor.end && values.length + others < valuesLooked; ) {
    const found = cursor.bytes.indexOf(0x0a, at);
    const lineEnd = found < 0 || found > cursor.end ? cursor.end : found;
    const value = valueOnLine(cursor, { at, lineEnd });
    if (value !== undefined) values.push(value);
    else if (lineEnd < cursor.end) others++;
    at = cursor.skipBlanks(lineEnd + 1);
  }
  const isEnough = values.length > 1 || (values.length === 1 && !isList(values[0]));
  if (!isEnough || others > values.length) return null;
  const records = values.filter((value) => !isMessage(value));
  const shape = shapeOf(records, values.length === 1 && others === 0);
  if (values.some(isList) && shape.unit !== 'pairs') return null;
  return { format: shape.unit === 'pages' ? 'json' : 'ndjson', shape };
}

const isList = (value: JsonTree): boolean => Array.isArray(value);

/** The object or array that fills a line, undefined when there is none. */
function valueOnLine(cursor: JsonCursor, line: { at: number; lineEnd: number }): JsonTree | undefined {
  const { end } = cursor;
  cursor.end = line.lineEnd;
  try {
    const from = cursor.skipBlanks(line.at);
    const byte = cursor.bytes[from];
    if (from >= line.lineEnd || (byte !== byteOf.openObject && byte !== byteOf.openArray)) return undefined;
    const behind = cursor.skipValue(from);
    if (behind < 0 || cursor.skipBlanks(behind) < line.lineEnd) return undefined;
    return treeAt(cursor, from);
  } finally {
    cursor.end = end;
  }
}

/** Shape of objects that stand one after the other; one too long for the sample can only be a wrapper. */
function shapeOfDocuments(cursor: JsonCursor, start: number): JsonShape {
  const values: JsonTree[] = [];
  let at = start;
  while (at < cursor.end && values.length < valuesLooked) {
    const end = cursor.skipValue(at);
    if (end < 0) break;
    values.push(treeAt(cursor, at));
    at = cursor.skipBlanks(end);
    if (cursor.bytes[at] === byteOf.comma) at = cursor.skipBlanks(at + 1);
  }
  if (values.length === 0) return { unit: 'pages', singles: [] };
  return shapeOf(values, values.length === 1);
}

export function createDriver(
  layout: JsonLayout,
  options: Omit<JsonDriverOptions, 'shape'>,
): JsonDocuments | JsonLines {
  const full = { ...options, shape: layout.shape };
  return layout.format === 'ndjson' ? new JsonLines(full) : new JsonDocuments(full);
}

/** The first records of every table in a JSON text. */
export function sampleJson(options: {
  text: Uint8Array;
  isWhole: boolean;
  rows: number;
  file: string;
  layout: JsonLayout;
}): TableSample[] {
  const { text, isWhole, rows, file, layout } = options;
  const cursor = new JsonCursor();
  const consumer = new RecordSampler({ cursor, limit: rows, stopsEarly: layout.shape.unit === 'records' });
  const driver = createDriver(layout, { cursor, consumer, file });
  driver.push(text);
  if (isWhole) driver.end();
  return consumer.tables(isWhole);
}

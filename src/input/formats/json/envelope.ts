import type { JsonCursor } from './json-cursor.ts';
import { byteOf } from './json-text.ts';

/** A record inside a message: its stream and where it begins. `isRecord` is false for messages that carry none. */
export interface Located {
  readonly stream: string | null;
  readonly start: number;
  readonly isRecord: boolean;
}

const none: Located = { stream: null, start: -1, isRecord: false };

/** Finds the record in an Airbyte or Singer message that the cursor has stepped over before. */
export function locateEnvelope(cursor: JsonCursor, from: number): Located {
  if (cursor.bytes[from] !== byteOf.openObject) return none;
  const outer = membersOf(cursor, from);
  const type = outer.get('type');
  if (type !== undefined && !/^"record"$/i.test(textOf(cursor, type))) return none;
  const record = outer.get('record');
  const inner =
    record !== undefined && cursor.bytes[record] === byteOf.openObject ? membersOf(cursor, record) : null;
  const stream = streamName(cursor, inner?.get('stream')) ?? streamName(cursor, outer.get('stream'));
  const data = inner ? (inner.get('data') ?? record) : outer.get('data');
  if (stream === null || data === undefined || cursor.bytes[data] !== byteOf.openObject) return none;
  return { stream, start: data, isRecord: true };
}

/** Finds the record in a `[stream, record]` pair that the cursor has stepped over before. */
export function locatePair(cursor: JsonCursor, from: number): Located {
  if (cursor.bytes[from] !== byteOf.openArray) return none;
  const first = cursor.skipBlanks(from + 1);
  const stream = streamName(cursor, first);
  if (stream === null) return none;
  const comma = cursor.skipBlanks(cursor.skipString(first));
  if (cursor.bytes[comma] !== byteOf.comma) return none;
  const start = cursor.skipBlanks(comma + 1);
  return cursor.bytes[start] === byteOf.openObject ? { stream, start, isRecord: true } : none;
}

/** Where the value of each key of an object begins. */
function membersOf(cursor: JsonCursor, from: number): Map<string, number> {
  const members = new Map<string, number>();
  let at = cursor.skipBlanks(from + 1);
  while (cursor.bytes[at] === byteOf.quote) {
    const begin = cursor.skipKey(at);
    members.set(cursor.key(), begin);
    at = cursor.skipBlanks(cursor.skipValue(begin));
    if (cursor.bytes[at] === byteOf.comma) at = cursor.skipBlanks(at + 1);
  }
  return members;
}

function textOf(cursor: JsonCursor, from: number): string {
  return cursor.bytes.toString('utf8', from, cursor.skipValue(from));
}

function streamName(cursor: JsonCursor, from: number | undefined): string | null {
  if (from === undefined || cursor.bytes[from] !== byteOf.quote) return null;
  const name = JSON.parse(textOf(cursor, from)) as string;
  return name === '' ? null : name;
}

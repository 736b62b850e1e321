import type { InstantFormat } from '../../../src/model/mapping.ts';
import { instantReader } from '../../../src/time/instant.ts';
import { zone } from '../../../src/time/zone.ts';

const encoder = new TextEncoder();

/** A cell read by a fresh reader: the value, whether it says "missing", and the reader with its counts. */
export function reading(format: InstantFormat, text: string, zoneId: string | null = 'UTC') {
  const reader = instantReader({ format, zone: zoneId === null ? null : zone(zoneId) });
  // The cell lies in the midst of other bytes, as in a file.
  const bytes = encoder.encode(`9${text}9`);
  const value = reader.read(bytes, 1, bytes.length - 1);
  return { reader, value, isMissing: reader.isMissing(bytes, 1, bytes.length - 1) };
}

/** The instant as ISO text, 'missing', or 'unreadable'. */
export function read(format: InstantFormat, text: string, zoneId: string | null = 'UTC'): string {
  const { value, isMissing } = reading(format, text, zoneId);
  if (!Number.isNaN(value)) return new Date(value).toISOString();
  return isMissing ? 'missing' : 'unreadable';
}

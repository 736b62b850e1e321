import { writeSync } from 'node:fs';
import { openUnnamed } from './unnamed-file.ts';

/** A stream's bytes in a temporary file without a name, so that they can be read more than once. */
export interface Spool {
  readonly descriptor: number;
  readonly size: number;
  dispose(): void;
}

/** Writes a stream to a temporary file as it is read. */
export async function spool(stream: AsyncIterable<Uint8Array | string>, folder?: string): Promise<Spool> {
  const { descriptor, close } = openUnnamed(folder);
  let size = 0;
  try {
    for await (const piece of stream) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
      for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
      size += bytes.length;
    }
  } catch (error) {
    close();
    throw error;
  }
  return { descriptor, size, dispose: close };
}

import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Folders of ours that hold spooled input and still exist. */
const spooled = new Set<string>();

/** A stream's bytes in a temporary file, so that they can be read more than once. */
export interface Spool {
  readonly file: string;
  readonly size: number;
  dispose(): void;
}

/**
 * Writes a stream to a temporary file as it is read. The file lies in a folder of its own that only this user can
 * enter, and goes away with `dispose` or `removeSpooled`.
 */
export async function spool(stream: AsyncIterable<Uint8Array | string>, folder = tmpdir()): Promise<Spool> {
  const home = mkdtempSync(path.join(folder, 'deskstat-'));
  spooled.add(home);
  const dispose = () => {
    rmSync(home, { recursive: true, force: true });
    spooled.delete(home);
  };
  const file = path.join(home, 'input');
  let size = 0;
  try {
    const descriptor = openSync(file, 'wx', 0o600);
    try {
      for await (const piece of stream) {
        const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
        for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
        size += bytes.length;
      }
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    dispose();
    throw error;
  }
  return { file, size, dispose };
}

/** Removes everything that is still spooled, at once: for the end of the program and for signals. */
export function removeSpooled(): void {
  for (const home of spooled) rmSync(home, { recursive: true, force: true });
  spooled.clear();
}

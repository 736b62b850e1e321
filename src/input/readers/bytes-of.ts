import { stat } from 'node:fs/promises';
import path from 'node:path';

/** Bytes that files take on disk, named from a folder; a folder among them, or what is not there, counts as endless. */
export async function bytesOf(names: readonly string[], folder: string): Promise<number> {
  const sizes = await Promise.all(
    names.map(async (name) => {
      const found = await stat(path.resolve(folder, name)).catch(() => null);
      return found?.isFile() ? found.size : Number.POSITIVE_INFINITY;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

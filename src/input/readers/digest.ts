import type { Source } from '../../model/source.ts';

/**
 * SHA-256 of a source's bytes as they lie on disk (compressed ones as they are), in hex, as `sha256sum` prints it; null
 * for a source that has none: a server.
 */
export async function digestSource(source: Source): Promise<string | null> {
  const { createHash } = await import('node:crypto');
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of source.open()) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return bytes === 0 ? null : hash.digest('hex');
}

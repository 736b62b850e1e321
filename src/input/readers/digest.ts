import type { Source } from '../../model/source.ts';

/** SHA-256 of a source's bytes as they lie on disk (compressed ones as they are), in hex, as `sha256sum` prints it. */
export async function digestSource(source: Source): Promise<string> {
  const { createHash } = await import('node:crypto');
  const hash = createHash('sha256');
  for await (const chunk of source.open()) hash.update(chunk);
  return hash.digest('hex');
}

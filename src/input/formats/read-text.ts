import type { Problem } from '../../model/problem.ts';
import type { ReadResult } from '../../model/source.ts';
import { TextStream } from '../readers/text-stream.ts';
import type { ReadOptions, ReadRequest } from './format.ts';

/** What chunks of text are poured into. */
export interface Pourable {
  push(chunk: Uint8Array): void;
  end(): void;
  release(): void;
  problems(): Problem[];
  rows(): Map<string | null, number>;
}

/** Sources from so many bytes on are read by vector instructions; their code takes about 4 ms to compile. */
const VECTOR_BYTES = 1 << 18;

/** How rows and strings are found in a source of this size. */
export function indexFor({ size }: { readonly size: number }, { index }: ReadOptions) {
  return index ?? (size < VECTOR_BYTES ? 'plain' : 'simd');
}

/** Pours the text of a source, decompressed and as UTF-8, from its beginning to its end. */
export async function readText(
  { sample, options }: Pick<ReadRequest, 'sample' | 'options'>,
  target: Pourable,
): Promise<ReadResult> {
  const stream = new TextStream(sample.source, sample.layout);
  try {
    for await (const chunk of stream.chunks()) {
      target.push(chunk);
      if (options.onProgress) {
        let rows = 0;
        for (const count of target.rows().values()) rows += count;
        options.onProgress({ bytes: stream.bytesRead, rows });
      }
    }
    target.end();
  } finally {
    target.release();
  }
  return { problems: [...stream.problems(), ...target.problems()], rows: target.rows() };
}

import { createGunzip } from 'node:zlib';

/** How decompression ended: null when the file was whole. */
export interface GzipEnd {
  damage: 'cut off' | 'corrupt' | null;
}

const chunkBytes = 1 << 20;
/** Compressed bytes handed over at once; text that shrinks a thousandfold then still comes in bearable pieces. */
const stepBytes = 1 << 17;

/** True when bytes begin as gzip does. */
export function isGzip(head: Uint8Array): boolean {
  return head.length > 2 && head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;
}

/**
 * The decompressed bytes of a gzip stream, several members in a row included. What could be decompressed of a
 * damaged stream is handed out before it ends, and `end` says what was wrong.
 */
export async function* gunzip(
  compressed: AsyncIterable<Uint8Array>,
  end: GzipEnd,
): AsyncGenerator<Uint8Array, void, undefined> {
  const stream = createGunzip({ chunkSize: chunkBytes });
  let ready: Uint8Array[] = [];
  let failure: NodeJS.ErrnoException | null = null;
  let wake: (() => void) | null = null;
  const done = () => {
    wake?.();
    wake = null;
  };
  stream.on('data', (chunk: Uint8Array) => ready.push(chunk));
  stream.on('error', (error) => {
    failure = error;
    done();
  });
  stream.on('end', done);
  const step = (start: () => void) =>
    new Promise<void>((resolve) => {
      wake = resolve;
      start();
    });
  try {
    for await (const chunk of compressed) {
      for (let at = 0; at < chunk.length && !failure; at += stepBytes) {
        const piece = chunk.subarray(at, at + stepBytes);
        await step(() => stream.write(piece, done));
        const whole = ready;
        ready = [];
        yield* whole;
      }
      if (failure) break;
    }
    if (!failure) await step(() => stream.end());
    yield* ready;
    const error = failure as NodeJS.ErrnoException | null;
    if (error) end.damage = error.code === 'Z_BUF_ERROR' ? 'cut off' : 'corrupt';
  } finally {
    stream.destroy();
  }
}

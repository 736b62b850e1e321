import type { Gunzip } from 'node:zlib';

/** How decompression ended: null when the file was whole. */
export interface GzipEnd {
  damage: 'cut off' | 'corrupt' | null;
}

const chunkBytes = 1 << 20;
/**
 * Compressed bytes handed over at once. The first keeps text that shrinks a thousandfold in bearable pieces. What is
 * decompressed in the same step as an error is lost, so corrupt files are gone through again in smaller steps there.
 */
const steps = [1 << 17, 1 << 10, 1] as const;

/** True when bytes begin as gzip does. */
export function isGzip(head: Uint8Array): boolean {
  return head.length > 2 && head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;
}

/**
 * The decompressed bytes of a gzip file, several members in a row included. What could be decompressed of a damaged
 * file is handed out before the end, and `end` says what was wrong. `open` is called again for a corrupt file.
 */
export async function* gunzip(
  open: () => AsyncIterable<Uint8Array>,
  end: GzipEnd,
): AsyncGenerator<Uint8Array, void, undefined> {
  // Loaded here, as most files are not compressed and small ones are read in less time than it takes.
  const { createGunzip } = await import('node:zlib');
  let handedOut = 0;
  let fineFrom = Number.POSITIVE_INFINITY;
  for (const step of steps) {
    const pass = new Pass({ stream: createGunzip({ chunkSize: chunkBytes }), fineFrom, step });
    let skipped = 0;
    for await (const chunk of pass.run(open())) {
      const repeated = Math.min(chunk.length, handedOut - skipped);
      skipped += repeated;
      if (repeated < chunk.length) {
        yield chunk.subarray(repeated);
        handedOut += chunk.length - repeated;
        skipped = handedOut;
      }
    }
    end.damage = pass.damage;
    if (pass.damage !== 'corrupt') return;
    fineFrom = pass.failedAt;
  }
}

/** One run through a compressed file, in small steps from some place on. */
class Pass {
  damage: GzipEnd['damage'] = null;
  /** Where the step began in which an error came up. */
  failedAt = 0;
  readonly #fineFrom: number;
  readonly #step: number;
  readonly #stream: Gunzip;
  #ready: Uint8Array[] = [];
  #failure: NodeJS.ErrnoException | null = null;
  #wake: (() => void) | null = null;

  constructor(options: { stream: Gunzip; fineFrom: number; step: number }) {
    this.#stream = options.stream;
    this.#fineFrom = options.fineFrom;
    this.#step = options.step;
    this.#stream.on('data', (chunk: Uint8Array) => this.#ready.push(chunk));
    this.#stream.on('error', (error) => {
      this.#failure = error;
      this.#done();
    });
    this.#stream.on('end', () => this.#done());
  }

  async *run(compressed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      let offset = 0;
      for await (const chunk of compressed) {
        for (let at = 0; at < chunk.length && !this.#failure; ) {
          const size = this.#stepAt(offset);
          this.failedAt = offset;
          const piece = chunk.subarray(at, at + size);
          await this.#perform(() => this.#stream.write(piece, () => this.#done()));
          yield* this.#taken();
          at += piece.length;
          offset += piece.length;
        }
        if (this.#failure) break;
      }
      if (!this.#failure) await this.#perform(() => this.#stream.end());
      yield* this.#taken();
      if (this.#failure) this.damage = this.#failure.code === 'Z_BUF_ERROR' ? 'cut off' : 'corrupt';
    } finally {
      this.#stream.destroy();
    }
  }

  #stepAt(offset: number): number {
    if (offset >= this.#fineFrom) return this.#step;
    return Math.min(steps[0], this.#fineFrom - offset);
  }

  #perform(start: () => void): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
      start();
    });
  }

  #done(): void {
    this.#wake?.();
    this.#wake = null;
  }

  #taken(): Uint8Array[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }
}

import { open } from 'node:fs/promises';
import type { Source } from '../../model/source.ts';

const chunkBytes = 1 << 20;

/** The bytes of a file, one chunk read ahead of the one in use. A chunk is valid until the next one is asked for. */
export class FileSource implements Source {
  readonly path: string;
  readonly size: number;
  readonly #file: string;

  constructor(options: { path: string; file: string; size: number }) {
    this.path = options.path;
    this.size = options.size;
    this.#file = options.file;
  }

  async *open(): AsyncGenerator<Uint8Array, void, undefined> {
    const handle = await open(this.#file, 'r');
    const room = Math.min(chunkBytes, Math.max(4096, Number.isNaN(this.size) ? chunkBytes : this.size + 1));
    let filled = Buffer.allocUnsafeSlow(room);
    let spare = Buffer.allocUnsafeSlow(room);
    let reading = handle.read(spare, 0, room, null);
    try {
      for (;;) {
        const { bytesRead } = await reading;
        if (bytesRead === 0) return;
        [filled, spare] = [spare, filled];
        reading = handle.read(spare, 0, room, null);
        yield filled.subarray(0, bytesRead);
      }
    } finally {
      await reading.catch(() => undefined);
      await handle.close();
    }
  }

  async pieces(count: number, bytes: number): Promise<Uint8Array[]> {
    const handle = await open(this.#file, 'r');
    try {
      const pieces: Uint8Array[] = [];
      const last = Math.max(0, this.size - bytes);
      for (let i = 0; i < count; i++) {
        const piece = Buffer.allocUnsafeSlow(bytes);
        const at = Math.floor((last * i) / Math.max(1, count - 1));
        const { bytesRead } = await handle.read(piece, 0, bytes, at);
        pieces.push(piece.subarray(0, bytesRead));
      }
      return pieces;
    } finally {
      await handle.close();
    }
  }
}

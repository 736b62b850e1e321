import { closeSync, openSync, read, readSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Section, Source } from '../../model/source.ts';

const chunkBytes = 1 << 19;
const readElsewhere = promisify(read);

interface Opened {
  /** Fills a buffer from a place on; how many bytes there were. */
  fill(buffer: Buffer, at: number): Promise<number>;
  close(): void;
}

/** The bytes of a file, one chunk read ahead of the one in use. A chunk is valid until the next one is asked for. */
export class FileSource implements Source {
  readonly path: string;
  readonly size: number;
  readonly #file: string | number;

  /** `file` is a path, or the descriptor of a file that is open and stays so. */
  constructor(options: { path: string; file: string | number; size: number }) {
    this.path = options.path;
    this.size = options.size;
    this.#file = options.file;
  }

  async *open(): AsyncGenerator<Uint8Array, void, undefined> {
    const isOneChunk = this.size < chunkBytes;
    const room = isOneChunk ? Math.max(4096, this.size + 1) : chunkBytes;
    const opened = openFile(this.#file, { isShort: isOneChunk });
    let filled = Buffer.allocUnsafeSlow(room);
    let spare = Buffer.allocUnsafeSlow(room);
    let reading = opened.fill(spare, 0);
    try {
      for (let at = 0; ; ) {
        const bytesRead = await reading;
        if (bytesRead === 0) return;
        at += bytesRead;
        [filled, spare] = [spare, filled];
        reading = opened.fill(spare, at);
        yield filled.subarray(0, bytesRead);
      }
    } finally {
      await reading.catch(() => undefined);
      opened.close();
    }
  }

  async sections(wanted: readonly Section[]): Promise<Uint8Array[]> {
    const opened = openFile(this.#file, { isShort: wanted.every(({ length }) => length < chunkBytes) });
    try {
      const found: Uint8Array[] = [];
      for (const { at, length } of wanted) {
        const bytes = Buffer.allocUnsafeSlow(length);
        found.push(bytes.subarray(0, await opened.fill(bytes, at)));
      }
      return found;
    } finally {
      opened.close();
    }
  }
}

/** What is short is read at once: to hand it to another thread takes longer. */
function openFile(file: string | number, { isShort }: { readonly isShort: boolean }): Opened {
  const descriptor = typeof file === 'number' ? file : openSync(file, 'r');
  return {
    fill: async (buffer, at) =>
      isShort
        ? readSync(descriptor, buffer, 0, buffer.length, at)
        : (await readElsewhere(descriptor, buffer, 0, buffer.length, at)).bytesRead,
    close: () => {
      if (descriptor !== file) closeSync(descriptor);
    },
  };
}

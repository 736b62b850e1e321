import { read } from 'node:fs';
import { open } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Section, Source } from '../../model/source.ts';

const chunkBytes = 1 << 20;
const readDescriptor = promisify(read);

interface Opened {
  /** Fills a buffer from a place on; how many bytes there were. */
  fill(buffer: Buffer, at: number): Promise<{ readonly bytesRead: number }>;
  close(): Promise<void>;
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
    const opened = await openFile(this.#file);
    const room = Math.min(chunkBytes, Math.max(4096, Number.isNaN(this.size) ? chunkBytes : this.size + 1));
    let filled = Buffer.allocUnsafeSlow(room);
    let spare = Buffer.allocUnsafeSlow(room);
    let reading = opened.fill(spare, 0);
    try {
      for (let at = 0; ; ) {
        const { bytesRead } = await reading;
        if (bytesRead === 0) return;
        at += bytesRead;
        [filled, spare] = [spare, filled];
        reading = opened.fill(spare, at);
        yield filled.subarray(0, bytesRead);
      }
    } finally {
      await reading.catch(() => undefined);
      await opened.close();
    }
  }

  async sections(wanted: readonly Section[]): Promise<Uint8Array[]> {
    const opened = await openFile(this.#file);
    try {
      const found: Uint8Array[] = [];
      for (const { at, length } of wanted) {
        const bytes = Buffer.allocUnsafeSlow(length);
        const { bytesRead } = await opened.fill(bytes, at);
        found.push(bytes.subarray(0, bytesRead));
      }
      return found;
    } finally {
      await opened.close();
    }
  }
}

async function openFile(file: string | number): Promise<Opened> {
  if (typeof file === 'number') {
    return {
      fill: (buffer, at) => readDescriptor(file, buffer, 0, buffer.length, at),
      close: () => Promise.resolve(),
    };
  }
  const handle = await open(file, 'r');
  return { fill: (buffer, at) => handle.read(buffer, 0, buffer.length, at), close: () => handle.close() };
}

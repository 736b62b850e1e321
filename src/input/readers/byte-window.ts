import { Buffer } from 'node:buffer';

/** The bytes of a stream that have not been used up yet, in one piece. */
export class ByteWindow {
  bytes = Buffer.alloc(0);
  /** Where the unused bytes begin. */
  at = 0;
  /** Behind the last byte that is there. */
  end = 0;
  #awaited = 0;

  /** Appends a chunk; false while more is waited for. */
  push(chunk: Uint8Array): boolean {
    const left = this.end - this.at;
    if (this.at > 0) this.bytes.copyWithin(0, this.at, this.end);
    if (this.bytes.length < left + chunk.length) {
      const bytes = Buffer.allocUnsafeSlow(Math.max(1 << 16, (left + chunk.length) * 2));
      this.bytes.copy(bytes, 0, 0, left);
      this.bytes = bytes;
    }
    this.bytes.set(chunk, left);
    this.at = 0;
    this.end = left + chunk.length;
    if (this.end < this.#awaited) return false;
    this.#awaited = 0;
    return true;
  }

  /** Waits until twice as much is there, so that a long record is not looked at again with every chunk. */
  await(): void {
    this.#awaited = (this.end - this.at) * 2;
  }
}

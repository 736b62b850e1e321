import { Buffer } from 'node:buffer';

/** Memory for text that can grow. */
export interface ByteRoom {
  /** The memory; `reserve` may put another in its place. */
  readonly bytes: Buffer;
  /** Makes room for `size` bytes, keeping what is there. */
  reserve(size: number): unknown;
}

/** Room in ordinary memory. */
export class PlainRoom implements ByteRoom {
  bytes: Buffer = Buffer.alloc(0);

  reserve(size: number): void {
    if (size <= this.bytes.length) return;
    const bytes = Buffer.allocUnsafeSlow(size);
    bytes.set(this.bytes);
    this.bytes = bytes;
  }
}

const leastRoom = 1 << 12;

/** The bytes of a stream that have not been used up yet, in one piece. */
export class ByteWindow {
  bytes: Buffer;
  /** Where the unused bytes begin. */
  at = 0;
  /** Behind the last byte that is there. */
  end = 0;
  readonly #room: ByteRoom;
  #awaited = 0;

  constructor(room: ByteRoom = new PlainRoom()) {
    this.#room = room;
    this.bytes = room.bytes;
  }

  /** Appends a chunk; false while more is waited for. */
  push(chunk: Uint8Array): boolean {
    const left = this.end - this.at;
    if (this.at > 0) this.bytes.copyWithin(0, this.at, this.end);
    const needed = left + chunk.length;
    if (this.bytes.length < needed) {
      // A quarter more than is needed, and twice as much once it has to grow again, so that little is copied.
      this.#room.reserve(Math.max(leastRoom, this.bytes.length === 0 ? needed * 1.25 : needed * 2) | 0);
      this.bytes = this.#room.bytes;
    }
    this.bytes.set(chunk, left);
    this.at = 0;
    this.end = needed;
    if (needed < this.#awaited) return false;
    this.#awaited = 0;
    return true;
  }

  /** Waits until twice as much is there, so that a long row is not looked at again with every chunk. */
  await(): void {
    this.#awaited = (this.end - this.at) * 2;
  }
}

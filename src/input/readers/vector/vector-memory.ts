import { Buffer } from 'node:buffer';
import { type KernelMemory, pageBytes } from '../../../model/kernel-module.ts';
import type { ByteRoom } from '../byte-window.ts';
import { CellMemory } from './cell-memory.ts';
import { type Kernels, kernelModule } from './kernels.ts';
import { textAt } from './layout.ts';

/** Bytes behind the text that a load of a whole block may touch. */
const slack = 64;

/**
 * Text that there is room for from the beginning. Growing takes the old view of the memory away, and from the first time
 * that a view is taken away on, the engine checks at every access to any view in the program whether that one is gone.
 */
const usualText = 5 << 18;

/** A memory that has grown beyond this is not kept for the next text. */
const mostIdle = 1 << 24;

/** Text in a memory that kernels work on: lists of results first, then what is known of cells, then the text. */
export class VectorMemory implements ByteRoom {
  /** Memories are used again: each takes gigabytes of address space, of which there is only so much. */
  static readonly #idle: VectorMemory[] = [];

  /** The text; a new view after `reserve`. */
  bytes: Buffer;
  readonly kernels: Kernels;
  /** Reads the cells of the text many at once. */
  readonly cells: CellMemory;
  readonly #memory: KernelMemory;

  private constructor({ memory, kernels }: { readonly memory: KernelMemory; readonly kernels: Kernels }) {
    this.#memory = memory;
    this.kernels = kernels;
    this.cells = new CellMemory(memory, kernels);
    this.bytes = Buffer.from(memory.buffer, textAt);
  }

  /** A memory with the kernels at work in it; null where the machine cannot run them. */
  static take(): VectorMemory | null {
    const idle = VectorMemory.#idle.pop();
    if (idle) return idle;
    const started = kernelModule.start(textAt + usualText + slack);
    return started && new VectorMemory(started);
  }

  /** It is no longer needed, and may be taken again. */
  release(): void {
    this.cells.release();
    if (this.bytes.length <= mostIdle) VectorMemory.#idle.push(this);
  }

  /** Makes room for `size` bytes of text, keeping what is there; true when views of the memory must be made anew. */
  reserve(size: number): boolean {
    if (size + slack <= this.bytes.length) return false;
    const pages = Math.ceil((textAt + size + slack) / pageBytes);
    this.#memory.grow(pages - this.#memory.buffer.byteLength / pageBytes);
    this.bytes = Buffer.from(this.#memory.buffer, textAt);
    return true;
  }

  numbers(at: number, length: number): Uint32Array {
    return new Uint32Array(this.#memory.buffer, at, length);
  }
}

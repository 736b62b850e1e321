import { Buffer } from 'node:buffer';
import type { ByteRoom } from '../byte-window.ts';
import { cellModule } from './cell-code.ts';
import { textAt } from './cell-layout.ts';
import { CellMemory } from './cell-memory.ts';

/** A function of whole numbers, as an assembled module exports it. */
export type VectorFunction = (...numbers: readonly number[]) => void;

/** What is used of the WebAssembly interface, which the language's own type library does not describe. */
interface Wasm {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (size: { initial: number }) => WasmMemory;
  readonly Instance: new (
    module: object,
    imports: object,
  ) => { readonly exports: Readonly<Record<string, VectorFunction>> };
}

interface WasmMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

const wasm = (globalThis as unknown as { readonly WebAssembly?: Wasm }).WebAssembly;
const pageBytes = 1 << 16;
/** Bytes behind the text that a load of a whole block may touch. */
const slack = 64;

/**
 * Text that there is room for from the beginning. Growing takes the old view of the memory away, and from the first time
 * that a view is taken away on, the engine checks at every access to any view in the program whether that one is gone.
 */
const usualText = 1 << 22;

/** A memory that has grown beyond this is not kept for the next text. */
const mostIdle = 1 << 24;

/**
 * A module that is compiled when it is first needed, once. Its memories are used again: each takes gigabytes of address
 * space, of which there is only so much.
 */
export class VectorModule {
  readonly #assemble: () => Uint8Array;
  readonly #name: string;
  readonly #idle: VectorMemory[] = [];
  #compiled: object | null | undefined;

  constructor(assemble: () => Uint8Array, name: string) {
    this.#assemble = assemble;
    this.#name = name;
  }

  /** A memory with this module at work in it, or null where WebAssembly or its vector instructions are not to be had. */
  start(): VectorMemory | null {
    const idle = this.#idle.pop();
    if (idle) return idle;
    try {
      if (this.#compiled === undefined) this.#compiled = wasm ? new wasm.Module(this.#assemble()) : null;
      if (!wasm || !this.#compiled) return null;
      return new VectorMemory(wasm, { module: this.#compiled, name: this.#name });
    } catch {
      this.#compiled ??= null;
      return null;
    }
  }

  /** Takes a memory back that is no longer needed. */
  release(memory: VectorMemory): void {
    memory.cells.release();
    if (memory.bytes.length <= mostIdle) this.#idle.push(memory);
  }
}

let compiledCells: object | undefined;

/** Text in a memory that vector instructions work on: lists of results first, then what is known of cells, then the text. */
export class VectorMemory implements ByteRoom {
  /** The text; a new view after `reserve`. */
  bytes: Buffer = Buffer.alloc(0);
  readonly run: VectorFunction;
  /** Reads the cells of the text many at once. */
  readonly cells: CellMemory;
  readonly #memory: WasmMemory;

  constructor(api: Wasm, options: { module: object; name: string }) {
    this.#memory = new api.Memory({ initial: Math.ceil((textAt + usualText + slack) / pageBytes) });
    const imports = { js: { memory: this.#memory } };
    this.run = new api.Instance(options.module, imports).exports[options.name];
    compiledCells ??= new api.Module(cellModule());
    this.cells = new CellMemory(this.#memory, new api.Instance(compiledCells, imports).exports);
    this.bytes = Buffer.from(this.#memory.buffer, textAt);
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

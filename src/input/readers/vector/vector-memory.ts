import { Buffer } from 'node:buffer';
import type { ByteRoom } from '../byte-window.ts';

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
  readonly #layout: { readonly textAt: number; readonly name: string };
  readonly #idle: VectorMemory[] = [];
  #compiled: object | null | undefined;

  constructor(assemble: () => Uint8Array, layout: { textAt: number; name: string }) {
    this.#assemble = assemble;
    this.#layout = layout;
  }

  /** A memory with this module at work in it, or null where WebAssembly or its vector instructions are not to be had. */
  start(): VectorMemory | null {
    const idle = this.#idle.pop();
    if (idle) return idle;
    try {
      if (this.#compiled === undefined) this.#compiled = wasm ? new wasm.Module(this.#assemble()) : null;
      if (!wasm || !this.#compiled) return null;
      return new VectorMemory(wasm, { ...this.#layout, module: this.#compiled });
    } catch {
      this.#compiled ??= null;
      return null;
    }
  }

  /** Takes a memory back that is no longer needed. */
  release(memory: VectorMemory): void {
    if (memory.bytes.length <= mostIdle) this.#idle.push(memory);
  }
}

/** Text in a memory that vector instructions work on: lists of results first, then the text. */
export class VectorMemory implements ByteRoom {
  /** The text; a new view after `reserve`. */
  bytes: Buffer = Buffer.alloc(0);
  readonly run: VectorFunction;
  readonly #memory: WasmMemory;
  readonly #textAt: number;

  constructor(api: Wasm, options: { module: object; textAt: number; name: string }) {
    this.#textAt = options.textAt;
    this.#memory = new api.Memory({ initial: Math.ceil((options.textAt + usualText + slack) / pageBytes) });
    const { exports } = new api.Instance(options.module, { js: { memory: this.#memory } });
    this.run = exports[options.name];
    this.bytes = Buffer.from(this.#memory.buffer, this.#textAt);
  }

  /** Makes room for `size` bytes of text, keeping what is there; true when views of the memory must be made anew. */
  reserve(size: number): boolean {
    if (size + slack <= this.bytes.length) return false;
    const pages = Math.ceil((this.#textAt + size + slack) / pageBytes);
    this.#memory.grow(pages - this.#memory.buffer.byteLength / pageBytes);
    this.bytes = Buffer.from(this.#memory.buffer, this.#textAt);
    return true;
  }

  numbers(at: number, length: number): Uint32Array {
    return new Uint32Array(this.#memory.buffer, at, length);
  }
}

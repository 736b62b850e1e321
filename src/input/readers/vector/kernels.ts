import { Buffer } from 'node:buffer';
import { kernelCode } from './kernel-code.ts';

/** The kernels of `kernels/cells`. Each says there what it does. */
export interface Kernels {
  separators(
    start: number,
    end: number,
    delimiter: number,
    quote: number,
    newline: number,
    carriageReturn: number,
  ): void;
  marks(start: number, end: number): void;
  rows(): void;
  stamps(cell: number, count: number, stopsAtMissing: number, allowsLocal: number): number;
  values(cell: number, count: number, table: number): void;
}

/** The memory that kernels work on. */
export interface KernelMemory {
  readonly buffer: ArrayBuffer;
  /** By so many pages; the buffer is then another one. */
  grow(pages: number): number;
}

/** What is used of the WebAssembly interface, which the language's own type library does not describe. */
interface Wasm {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (size: { initial: number }) => KernelMemory;
  readonly Instance: new (module: object, imports: object) => { readonly exports: Kernels };
}
const wasm = (globalThis as unknown as { readonly WebAssembly?: Wasm }).WebAssembly;

/** Decoded and compiled when they are first needed; null where the machine cannot run them. */
let compiled: object | null | undefined;

function compile(): object | null {
  try {
    return wasm ? new wasm.Module(Buffer.from(kernelCode, 'base64')) : null;
  } catch {
    return null;
  }
}

/** A memory of so many pages with the kernels at work in it, or null where WebAssembly or its vector instructions are not to be had. */
export function startKernels(pages: number): { memory: KernelMemory; kernels: Kernels } | null {
  if (compiled === undefined) compiled = compile();
  if (!wasm || !compiled) return null;
  try {
    const memory = new wasm.Memory({ initial: pages });
    return { memory, kernels: new wasm.Instance(compiled, { env: { memory } }).exports };
  } catch {
    // So much address space is not to be had.
    return null;
  }
}

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
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
}
const wasm = (globalThis as unknown as { readonly WebAssembly?: Wasm }).WebAssembly;

/** Bytes in a page of such a memory. */
export const pageBytes = 1 << 16;

/** Functions over raw memory, written in `src/kernels/`: decoded and compiled when they are first needed, once. */
export class KernelModule<Kernels> {
  readonly #code: string;
  /** Null where the machine cannot run them. */
  #compiled: object | null | undefined;

  /** `code`: what they were compiled to, in base64. */
  constructor(code: string) {
    this.#code = code;
  }

  /** The kernels at work in a memory of their own of so many bytes, all zero; null where WebAssembly or its vector instructions are not to be had. */
  start(bytes: number): { readonly memory: KernelMemory; readonly kernels: Kernels } | null {
    try {
      if (this.#compiled === undefined) this.#compiled = wasm ? new wasm.Module(this.#decoded()) : null;
      if (!wasm || !this.#compiled) return null;
      const memory = new wasm.Memory({ initial: Math.max(1, Math.ceil(bytes / pageBytes)) });
      const { exports } = new wasm.Instance(this.#compiled, { env: { memory } });
      return { memory, kernels: exports as Kernels };
    } catch {
      this.#compiled ??= null;
      return null;
    }
  }

  #decoded(): Uint8Array {
    return Buffer.from(this.#code, 'base64');
  }
}

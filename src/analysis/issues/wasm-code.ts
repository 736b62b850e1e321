/** WebAssembly written out by hand: the few instructions that the kernels of this folder use, as bytes. */

export const get = (local: number): number[] => [0x20, local];
export const set = (local: number): number[] => [0x21, local];
export const tee = (local: number): number[] => [0x22, local];
export const constant = (value: number): number[] => [0x41, value];
export const add = 0x6a;
export const subtract = 0x6b;
export const multiply = 0x6c;
export const isBelow = 0x49;
export const loop = [0x03, 0x40];
export const end = 0x0b;
/** Jumps to the start of the innermost loop when the value on the stack is not 0. */
export const again = [0x0d, 0];
export const loadWord = [0x28, 2, 0];
export const loadNumber = [0x2a, 2, 0];
export const storeNumber = [0x38, 2, 0];
export const load4 = (offset: number): number[] => [0xfd, 0x00, 4, offset];
export const store4 = (offset: number): number[] => [0xfd, 0x0b, 4, offset];
export const zeros4 = [0xfd, 0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
export const repeat4 = [0xfd, 0x13];
export const multiply4 = [0xfd, 0xe6, 0x01];
export const add4 = [0xfd, 0xe4, 0x01];
export const addNumbers = 0x92;
export const loadDouble = [0x2b, 3, 0];
export const storeDouble = [0x39, 3, 0];
export const addDoubles = 0xa0;
export const subtractDoubles = 0xa1;
export const multiplyDoubles = 0xa2;
/** Two 64-bit numbers at a time. */
export const repeat2 = [0xfd, 0x14];
export const multiply2 = [0xfd, 0xf2, 0x01];
export const add2 = [0xfd, 0xf0, 0x01];
/** Two 32-bit numbers as 64-bit ones. */
export const widen2 = (offset: number): number[] => [0xfd, 0x5d, 3, offset, 0xfd, 0x5f];
export const lane4 = (index: number): number[] => [0xfd, 0x1f, index];

const word = 0x7f;
const double = 0x7c;
const four = 0x7b;

/** A module with one function `d` of `parameters` whole numbers, and its local variables, over an imported memory. */
export function kernelModule(of: {
  readonly parameters: number;
  readonly words?: number;
  readonly doubles?: number;
  readonly fours?: number;
  readonly code: readonly number[];
}): object {
  const { words = 0, doubles = 0, fours = 0 } = of;
  const locals = [
    [words, word],
    [doubles, double],
    [fours, four],
  ].filter(([count]) => count > 0);
  const body = [locals.length, ...locals.flat(), ...of.code, end];
  const parameters = Array.from({ length: of.parameters }, () => word);
  return new assembly.Module(
    Uint8Array.from([
      ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
      ...section(1, [1, 0x60, of.parameters, ...parameters, 0]),
      // Imports the memory "m" "m", at least one page.
      ...section(2, [1, 1, 0x6d, 1, 0x6d, 2, 0, 1]),
      ...section(3, [1, 0]),
      ...section(7, [1, 1, 0x64, 0, 0]),
      ...section(10, [1, ...unsigned(body.length), ...body]),
    ]),
  );
}

function section(id: number, content: number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}

/** The part of the WebAssembly API that is used; Node's types leave it to the DOM's. */
interface Assembly {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Instance: new (
    module: object,
    imports: object,
  ) => { readonly exports: Readonly<Record<string, unknown>> };
}
const assembly = (globalThis as unknown as { WebAssembly: Assembly }).WebAssembly;

const PAGE = 65536;

/** The kernel of a module over a fresh memory of at least `bytes`, all zero. */
export function startKernel(
  module: object,
  bytes: number,
): { readonly buffer: ArrayBuffer; readonly run: (...parameters: number[]) => void } {
  const memory = new assembly.Memory({ initial: Math.max(1, Math.ceil(bytes / PAGE)) });
  const { exports } = new assembly.Instance(module, { m: { m: memory } });
  return { buffer: memory.buffer, run: exports.d as (...parameters: number[]) => void };
}

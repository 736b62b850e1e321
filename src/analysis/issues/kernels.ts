import { KernelModule } from '../../model/kernel-module.ts';
import { kernelCode } from './kernel-code.ts';

/** The kernels of `src/kernels/issues`. Each says there what it does. */
interface Kernels {
  gramMatrix(table: number, rows: number, width: number, bytes: number, sums: number, out: number): void;
  nearestRows(
    query: number,
    rows: number,
    count: number,
    bytes: number,
    names: number,
    own: number,
    items: number,
    scores: number,
    last: number,
  ): void;
  rowSums(
    offsets: number,
    count: number,
    indexes: number,
    factors: number,
    table: number,
    bytes: number,
    out: number,
  ): void;
  logSums(features: number, count: number, weights: number, table: number, bytes: number, out: number): void;
}
const module = new KernelModule<Kernels>(kernelCode);

interface Started {
  readonly buffer: ArrayBuffer;
  readonly kernels: Kernels;
}

/** The one memory that is written anew for each call: a new one costs more than the sums of a small table. */
let shared: { readonly bytes: number; readonly started: Started } | undefined;

/** What is not written to of it takes no memory. */
const LEAST_SHARED = 1 << 20;
/** Doubles begin at multiples of this. */
const ALIGNED = 8;

/** The kernels at work in a memory of at least so many bytes that is used again: what was in it before is no longer valid. */
export function sharedKernels(bytes: number): Started {
  if (!shared || shared.bytes < bytes) {
    const room = Math.max(bytes, LEAST_SHARED);
    shared = { bytes: room, started: startKernels(room) };
  }
  return shared.started;
}

/** The kernels at work in a memory of their own of at least so many bytes, all zero. */
export function startKernels(bytes: number): Started {
  const started = module.start(bytes);
  if (!started) throw new Error('this machine has no vector instructions for WebAssembly');
  return { buffer: started.memory.buffer, kernels: started.kernels };
}

/** Where parts of so many bytes each begin, one behind the other, and where they end. */
export function placesOf(...parts: readonly number[]): number[] {
  const places = [0];
  for (const part of parts) places.push(Math.ceil((places[places.length - 1] + part) / ALIGNED) * ALIGNED);
  return places;
}

import { KernelModule } from '../../model/kernel-module.ts';
import { kernelCode } from './kernel-code.ts';

/** The kernels of `src/kernels/issues`. Each says there what it does. */
interface Kernels {
  dotProducts(query: number, rows: number, count: number, bytes: number, out: number): void;
  rowSums(indexes: number, factors: number, count: number, table: number, bytes: number, out: number): void;
  logSums(features: number, count: number, weights: number, table: number, bytes: number, out: number): void;
}
const module = new KernelModule<Kernels>(kernelCode);

/** The kernels at work in a memory of at least so many bytes, all zero. */
export function startKernels(bytes: number): { readonly buffer: ArrayBuffer; readonly kernels: Kernels } {
  const started = module.start(bytes);
  if (!started) throw new Error('this machine has no vector instructions for WebAssembly');
  return { buffer: started.memory.buffer, kernels: started.kernels };
}

import { KernelModule } from '../../../model/kernel-module.ts';
import { kernelCode } from './kernel-code.ts';

/** The kernels of `src/kernels/cells`. Each says there what it does. */
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
  values(cell: number, count: number, table: number): number;
}

export const kernelModule = new KernelModule<Kernels>(kernelCode);

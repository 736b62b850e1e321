import { rowsCode } from './rows-code.ts';
import { stampsCode } from './stamps-code.ts';
import { valuesCode } from './values-code.ts';
import { assembleModule } from './wasm-assembler.ts';

/** The module that reads many cells at once. */
export function cellModule(): Uint8Array<ArrayBuffer> {
  return assembleModule([stampsCode(), valuesCode(), rowsCode()]);
}

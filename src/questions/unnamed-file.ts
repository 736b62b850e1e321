/** A file without a name, gone with the process whatever ends it: for what does not fit into memory. */
export { openUnnamed } from '../input/readers/unnamed-file.ts';

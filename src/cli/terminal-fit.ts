import { asIs, type Fit } from '../model/problem-words.ts';
import { fitTo } from '../output/renderers/display-width.ts';
import { type TextOutput, widthOf } from './io.ts';

/** How messages are laid out that go to a terminal; as they are for a pipe or a file, where a line is a message. */
export const fitOf = (output: TextOutput): Fit => (output.isTTY ? fitTo(widthOf(output)) : asIs);

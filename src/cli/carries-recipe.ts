import type { OutputOptions } from '../settings/option-types.ts';
import { outputTargets } from './output-formats.ts';

/** Formats that carry what they were made from. */
const carriers = ['json', 'html'];

/** Whether a run writes a format that carries the digests of its input. */
export function carriesRecipe({ format, output }: OutputOptions, formats: readonly string[]): boolean {
  const written = [format ?? formats[0], ...outputTargets(output ?? [], formats).map((each) => each.format)];
  return written.some((each) => carriers.includes(each));
}

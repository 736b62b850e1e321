import type { ReadResult, SourceSample, TableRequest } from '../../model/source.ts';
import type { ReadOptions } from './format.ts';
import { formats } from './index.ts';

/**
 * Reads a source from beginning to end in one pass and pushes the wanted cells of the requested tables, as UTF-8,
 * into their sinks. What is broken is rejected row by row and reported; nothing is pushed twice.
 *
 * @throws DeskstatError exit 3 for a row or record longer than 64 MiB.
 */
export async function readSource(
  sample: SourceSample,
  requests: readonly TableRequest[],
  options: ReadOptions = {},
): Promise<ReadResult> {
  const format = formats.find(({ ids }) => ids.includes(sample.layout.format));
  if (!format) throw new Error(`nothing reads ${sample.layout.format}`);
  return format.read({ sample, requests, options });
}

import { readSource } from '../input/formats/read-source.ts';
import { RowSampler } from '../input/formats/row-sampler.ts';
import { sentence } from '../model/sentence.ts';
import type { SourceSample, TableSample } from '../model/source.ts';
import type { ReadOptions } from './read-options.ts';

/** Cells of a table up to which all of them are looked at; of a larger one all rows of some of the owners are. */
const MOST_CELLS = 8_000_000;

/** A table in which all rows may say otherwise than the first ones whose rows they are, by the column that says it. */
export interface OwnersInDoubt {
  readonly stream: string | null;
  readonly column: number;
}

/**
 * The source as a sample of all its rows, for tables in which these say otherwise than the first ones whose rows they
 * are; null where there is none. What one row is then rests on every row, and so does all else that is recognised.
 */
export async function wholeSample(
  sample: SourceSample,
  inDoubt: readonly OwnersInDoubt[],
  options: Pick<ReadOptions, 'onStage' | 'onProgress'>,
): Promise<SourceSample | null> {
  const samplers = new Map<TableSample, RowSampler>();
  for (const { stream, column } of inDoubt) {
    const table = sample.tables.find((each) => each.stream === stream);
    if (table) samplers.set(table, new RowSampler({ table, owner: column, mostCells: MOST_CELLS }));
  }
  if (samplers.size === 0) return null;
  options.onStage?.({
    label: sentence('progress.looking', { file: sample.source.path }),
    bytes: sample.source.size,
  });
  const requests = [...samplers].map(([table, sink]) => ({
    stream: table.stream,
    wanted: table.columns.map((_, column) => column),
    sink,
  }));
  await readSource(sample, requests, { onProgress: options.onProgress });
  return { ...sample, tables: sample.tables.map((table) => samplers.get(table)?.done() ?? table) };
}

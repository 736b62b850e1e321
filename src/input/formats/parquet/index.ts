import type { ReadResult } from '../../../model/source.ts';
import { isParquet } from '../../readers/file-kind.ts';
import type { FormatSample, InputFormat, ReadRequest, SampleRequest, SourceHead } from '../format.ts';

/** Parquet files: one table, read row group by row group and only the columns that are wanted. */
export const parquet: InputFormat<true> = {
  ids: ['parquet'],
  endings: ['.parquet'],
  sniff: ({ text, raw }: SourceHead) => (text === null && isParquet(raw) ? true : null),
  sample: async (request: SampleRequest<true>): Promise<FormatSample> =>
    (await import('./parquet-source.ts')).sampleParquet(request),
  read: async (request: ReadRequest): Promise<ReadResult> =>
    (await import('./parquet-source.ts')).readParquet(request),
};

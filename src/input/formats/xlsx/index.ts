import type { ReadResult } from '../../../model/source.ts';
import { isWorkbook } from '../../readers/file-kind.ts';
import type { FormatSample, InputFormat, ReadRequest, SampleRequest, SourceHead } from '../format.ts';

/** Excel workbooks: every sheet a table. */
export const xlsx: InputFormat<true> = {
  ids: ['xlsx'],
  endings: ['.xlsx', '.xlsm'],
  sniff: ({ text, raw }: SourceHead) => (text === null && isWorkbook(raw) ? true : null),
  sample: async (request: SampleRequest<true>): Promise<FormatSample> =>
    (await import('./sheet-source.ts')).sampleSheets(request),
  read: async (request: ReadRequest): Promise<ReadResult> =>
    (await import('./sheet-source.ts')).readSheets(request),
};

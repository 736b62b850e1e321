import type { ReadResult } from '../../../model/source.ts';
import { isWorkbook } from '../../readers/file-kind.ts';
import type { FormatSample, InputFormat, ReadRequest, SampleRequest, SourceHead } from '../format.ts';

const load = () => Promise.all([import('./sheet-source.ts'), import('./workbook.ts')]);

/** Excel workbooks: every sheet a table. */
export const xlsx: InputFormat<true> = {
  ids: ['xlsx'],
  endings: ['.xlsx', '.xlsm'],
  sniff: ({ text, raw }: SourceHead) => (text === null && isWorkbook(raw) ? true : null),
  sample: async (request: SampleRequest<true>): Promise<FormatSample> => {
    const [{ sampleSheets }, { sheetsOf }] = await load();
    return sampleSheets(request, { format: 'xlsx', sheets: await sheetsOf(request.source) });
  },
  read: async (request: ReadRequest): Promise<ReadResult> => {
    const [{ readSheets }, { sheetsOf }] = await load();
    return readSheets(request, await sheetsOf(request.sample.source));
  },
};

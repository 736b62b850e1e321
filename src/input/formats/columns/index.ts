import { Buffer } from 'node:buffer';
import type { ReadResult } from '../../../model/source.ts';
import type { FormatSample, InputFormat, ReadRequest, SampleRequest, SourceHead } from '../format.ts';
import { mayBeColumns } from './grid.ts';

const load = () => Promise.all([import('../xlsx/sheet-source.ts'), import('./column-sheets.ts')]);
const headBytes = 1 << 16;

/**
 * Text laid out for the eye: columns drawn with lines, as databases print them and Markdown writes them, or kept apart by
 * blanks alone.
 */
export const columns: InputFormat<true> = {
  ids: ['columns'],
  endings: [],
  sniff: ({ text, whole }: SourceHead) => {
    if (text === null) return null;
    const head = Buffer.from(text.buffer, text.byteOffset, Math.min(text.length, headBytes)).toString('utf8');
    return mayBeColumns(head.split(/\r?\n/), whole && text.length <= headBytes) ? true : null;
  },
  sample: async ({ source, rows, head }: SampleRequest<true>): Promise<FormatSample> => {
    const [{ sampleSheets }, { sheetsOf }] = await load();
    return sampleSheets({ source, rows }, { format: 'columns', sheets: await sheetsOf(source, head) });
  },
  read: async (request: ReadRequest): Promise<ReadResult> => {
    const [{ readSheets }, { sheetsOf }] = await load();
    const { source, layout } = request.sample;
    return readSheets(request, await sheetsOf(source, layout));
  },
};

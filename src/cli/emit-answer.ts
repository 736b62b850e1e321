import { type Content, isFormat } from '../model/output-formats.ts';
import { type ReportFormat, renderReport } from '../output/renderers/index.ts';
import { type DataFormat, renderData } from '../output/renderers/row-report.ts';
import type { ReportAnswer } from '../questions/answers/answer.ts';
import type { CommonOptions, OutputOptions } from '../settings/option-types.ts';
import { usesColor } from './color.ts';
import { emit } from './emit.ts';
import { type Io, widthOf } from './io.ts';
import { printProblems, printRemarks } from './warnings.ts';
import type { wordsOf } from './words.ts';

/** Width and colour of what people read: those of the terminal on stdout, plain in a file. */
export function pageOptions(
  { color }: CommonOptions,
  { io, stdout }: { readonly io: Io; readonly stdout: boolean },
): { readonly width: number; readonly color: boolean } {
  return {
    width: stdout ? widthOf(io.stdout) : 80,
    color: stdout && usesColor({ color, env: io.env, output: io.stdout }),
  };
}

/** Writes an answer, as rows for programs and as blocks for people, and says what is to be known about the data. */
export async function emitAnswer(
  answer: ReportAnswer,
  {
    options,
    content,
    inputs,
    io,
    words,
    besides,
    andThen,
  }: {
    readonly options: OutputOptions & CommonOptions;
    readonly content: Content;
    readonly inputs: readonly string[];
    readonly io: Io;
    readonly words: Awaited<ReturnType<typeof wordsOf>>;
    /** Files that `andThen` writes. */
    readonly besides?: readonly string[];
    /** What else is written, before anything is said of the data. */
    readonly andThen?: () => Promise<void>;
  },
): Promise<void> {
  await printRemarks(answer.remarks ?? [], { io, locale: words.locale });
  await emit({
    options,
    content,
    inputs,
    io,
    besides,
    render: async (format, { stdout }) => {
      if (format === 'json' && answer.document) return [`${JSON.stringify(answer.document, null, 2)}\n`];
      if (isFormat(format, 'isData'))
        return renderData(answer.rows(), format as DataFormat, {
          columns: answer.columns,
          envelope: answer.head,
          excel: options.excel,
        });
      const page = { ...words, ...pageOptions(options, { io, stdout }) };
      return [await renderReport(answer.report(), format as ReportFormat, page)];
    },
  });
  await andThen?.();
  await printProblems(answer.problems, { io, locale: words.locale });
}

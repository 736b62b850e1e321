import { writeRows } from '../output/renderers/rows.ts';
import type { RejectedRow } from '../pipeline/read-desk.ts';
import { writeFileWhole } from './files.ts';
import type { Io } from './io.ts';

/** Writes the rows that could not be used, as they stand in their files, with place and reason. */
export async function writeRejects(options: {
  readonly file: string;
  readonly rejects: readonly RejectedRow[];
  readonly inputs: readonly string[];
  readonly io: Io;
}): Promise<void> {
  const { file, rejects, inputs, io } = options;
  const rows = rejects.map(({ path, line, reason, raw }) => ({ file: path, line, reason, row: raw }));
  await writeFileWhole({ file, inputs, io }, async (sink) => {
    for (const chunk of writeRows(rows, 'csv', { columns: ['file', 'line', 'reason', 'row'] }))
      await sink.write(chunk);
  });
}

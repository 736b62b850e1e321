import { statSync } from 'node:fs';
import { sampleSource } from '../../../../src/input/formats/sample-source.ts';
import { FileSource } from '../../../../src/input/readers/file-source.ts';
import type { RecognitionOverrides } from '../../../../src/model/mapping.ts';
import type { SourceSample, TableSample } from '../../../../src/model/source.ts';

/** A sample of a file, as the readers make it. */
export function sampleFile(path: string): Promise<SourceSample> {
  return sampleSource(new FileSource({ path, file: path, size: statSync(path).size }));
}

/** Nothing pinned. */
export const noOverrides: RecognitionOverrides = {
  columns: new Map(),
  values: new Map(),
  preset: null,
  zones: { all: null, byFile: new Map() },
  reportZone: null,
  kinds: new Map(),
  scale: null,
  lowEffortIsGood: null,
  dateOrder: null,
};

/** A table given as rows, the first of which is the header; a source that holds it. */
export function sampleRows(rows: readonly (readonly string[])[], path = 'list.csv'): SourceSample {
  const [columns, ...data] = rows;
  const table: TableSample = {
    stream: null,
    columns,
    headerNotes: [],
    values: columns.map((_, column) => data.map((row) => row[column] ?? '')),
    rows: data.length,
    whole: true,
    asides: [],
  };
  return {
    source: { path, size: 0, open: () => (async function* () {})() },
    layout: { format: 'csv', encoding: 'utf-8', compression: null, dialect: null, shape: null },
    tables: [table],
    problems: [],
  };
}

import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { openSources } from '../../../../src/input/formats/open-sources.ts';
import { describeShared, sharedData } from '../../../shared-data.ts';
import { readAll, sampleRows } from './reading.ts';

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => path.join(folder, name))
    .flatMap((file) => (statSync(file).isDirectory() ? filesIn(file) : [file]));
}

async function readFile(file: string) {
  const { sources } = await openSources([file]);
  return readAll(sources[0]);
}

/** Header rows of the files that have more than one. */
const headerRows: Readonly<Record<string, number>> = { 'sample.csv': 3, 'sample_legacy.csv': 2 };

describeShared('the real exports', () => {
  const folders = ['tickets', 'events', 'messages', 'api', 'surveys', 'warehouse', 'text'];
  const files = folders.flatMap((folder) => filesIn(sharedData(folder)));
  const csv = files.filter((file) => file.endsWith('.csv'));

  it('are many', () => {
    expect(csv.length).toBeGreaterThan(80);
  });

  it('read cell by cell as csv-parse reads them', async () => {
    for (const file of csv) {
      const all = parse(readFileSync(file), {
        bom: true,
        relax_column_count: true,
        skip_empty_lines: true,
      }) as string[][];
      const skipped = headerRows[path.basename(file)] ?? 1;
      const width = all[0].length;
      const rows = all
        .slice(skipped)
        .filter((row) => row.some((cell) => cell !== ''))
        .map((row) => Array.from({ length: width }, (_, i) => row[i] ?? ''));
      const { sample, table, problems } = await readFile(file);
      expect(sample.tables[0].columns, file).toEqual(all[0]);
      expect(table.rows, file).toEqual(rows);
      expect(table.rejects, file).toEqual([]);
      expect(problems, file).toEqual([]);
    }
  }, 120_000);

  it('read in JSON as they are sampled, every record of every stream', async () => {
    for (const file of files.filter((name) => /\.(json|jsonl|log)$/.test(name))) {
      const { sample, tables, problems } = await readFile(file);
      expect(sample.tables.length, file).toBeGreaterThan(0);
      for (const [i, { stream, whole }] of sample.tables.entries()) {
        const rows = tables.get(stream)?.rows ?? [];
        if (whole) expect(rows, `${file} ${stream}`).toEqual(sampleRows(sample, i));
        else expect(rows.length).toBeGreaterThanOrEqual(sample.tables[i].rows);
      }
      expect(
        problems.filter(({ severity }) => severity !== 'note'),
        file,
      ).toEqual([]);
    }
  }, 120_000);

  it('have the streams that they were captured with', async () => {
    const { tables } = await readFile(sharedData('api/zendesk-all-streams.log'));
    const lines = readFileSync(sharedData('api/zendesk-all-streams.log'), 'utf8').trim().split('\n');
    const counts = new Map<string, number>();
    for (const line of lines) {
      const { stream } = JSON.parse(line).record;
      counts.set(stream, (counts.get(stream) ?? 0) + 1);
    }
    for (const [stream, count] of counts) expect(tables.get(stream)?.rows).toHaveLength(count);
  });
});

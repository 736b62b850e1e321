import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import type { PlainTable } from './metamorphic.ts';

/** Headers of several rows, or a header again further down: rows of another order, or objects, say something else. */
const layered: ReadonlySet<string> = new Set([
  'concatenated-exports.csv',
  'zone-in-third-row.csv',
  'two-header-rows.csv',
]);

/** The files of a folder, and of those in it, that are plain CSV: one header of different names, rows of that width. */
export function plainFilesBelow(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const file = path.join(folder, name);
      if (statSync(file).isDirectory()) return plainFilesBelow(file);
      return name.endsWith('.csv') && !layered.has(name) ? [file] : [];
    });
}

/** A file as a table; null where it is not so plain that it can be written otherwise without changing what it says. */
export function plainTable(file: string): PlainTable | null {
  const bytes = readFileSync(file);
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  if (text.includes('\ufffd') || text.startsWith('sep=')) return null;
  const { data, errors } = Papa.parse<string[]>(text.trimEnd(), { delimiter: ',' });
  const [headers, ...rows] = data;
  const names = (headers ?? []).map((header) => header.trim());
  const isPlain =
    errors.length === 0 &&
    names.length > 1 &&
    rows.length >= 2 &&
    new Set(names).size === names.length &&
    !names.includes('') &&
    // A dot in a JSON key is a path to some readers.
    !names.some((name) => name.includes('.')) &&
    rows.every((row) => row.length === names.length);
  return isPlain ? { name: path.basename(file, '.csv'), headers, rows } : null;
}

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findingRules } from '../../src/analysis/findings/index.ts';
import { metrics } from '../../src/analysis/metrics/index.ts';
import { formats } from '../../src/input/formats/index.ts';
import { presets } from '../../src/input/presets/index.ts';
import { formatsOf } from '../../src/model/output-formats.ts';
import { languageIds } from '../../src/output/locales/index.ts';
import { flagOf, nameInFile, type SettingKey, settings } from '../../src/settings/table.ts';

// What one addition touches: the files of src/ that name an entry or import its file. Words of languages stand in their
// catalogues and are not counted, nor is the sample desk.

const root = path.join(import.meta.dirname, '../../src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll('\\', '/'));
const texts = new Map(files.map((file) => [file, readFileSync(path.join(root, file), 'utf8')]));

const catalogue = /^(?:output\/locales\/(?:en|bn|hi)|demo)\//;

/** Files that have an id in quotes, or as the beginning of `id.stat`. */
const naming = (id: string): string[] =>
  files.filter(
    (file) => !catalogue.test(file) && new RegExp(`['"\`]${id}['"\`.]`).test(texts.get(file) ?? ''),
  );

/** Files outside a folder (or file) that import something of it, loaded later or at once. */
function importing(place: string): string[] {
  return files.filter((file) => {
    if (file.startsWith(place)) return false;
    const found = texts.get(file)?.matchAll(/(?:\bfrom\s+|\bimport\(\s*)'(\.[^']+)'/g) ?? [];
    return [...found].some(([, name]) => path.posix.join(path.posix.dirname(file), name).startsWith(place));
  });
}

/** The file of each entry of a registry, as its index imports them. */
function entriesOf(index: string): string[] {
  const found = texts.get(index)?.matchAll(/^import \{[^}]*\} from '\.\/([^']+)'/gm) ?? [];
  return [...found].map(([, name]) => path.posix.join(path.posix.dirname(index), name));
}

/** What nothing else speaks of shows what an addition costs. */
const leanest = (counts: readonly number[], share: number): readonly number[] =>
  [...counts].sort((a, b) => a - b).slice(0, Math.ceil(share * counts.length));

/** Files beside an entry may borrow from it; from elsewhere it is reached by its registry alone. */
const outside = (importers: readonly string[], folder: string): string[] =>
  importers.filter((file) => !file.startsWith(folder) || file === `${folder}index.ts`);

describe('what one addition touches', () => {
  it('a metric: its file and a line of the registry', () => {
    const touched = metrics.map(({ id }) => new Set([...naming(id), 'analysis/metrics/index.ts']).size);
    expect(Math.max(...leanest(touched, 0.25))).toBeLessThanOrEqual(3);
  });

  it('a preset: its file and a line of the registry', () => {
    for (const file of entriesOf('input/presets/index.ts'))
      expect(
        importing(file).filter((each) => !each.startsWith('input/presets/')),
        file,
      ).toEqual([]);
    const touched = presets.map(({ id }) => new Set([...naming(id), 'input/presets/index.ts']).size);
    expect(Math.max(...leanest(touched, 0.8))).toBeLessThanOrEqual(2);
  });

  it('a finding: its file and a line of the registry', () => {
    for (const file of entriesOf('analysis/findings/index.ts').filter((each) =>
      /^export const \w+Rule/m.test(texts.get(each) ?? ''),
    ))
      expect(importing(file), file).toEqual(['analysis/findings/index.ts']);
    const touched = findingRules.map(({ codes }) => Math.max(...codes.map((code) => naming(code).length)));
    expect(Math.min(...touched)).toBe(1);
  });

  it('an input format: its folder and a line of the registry', () => {
    const folders = new Set(files.flatMap((file) => file.match(/^input\/formats\/[^/]+(?=\/)/)?.[0] ?? []));
    expect(folders.size).toBe(formats.length);
    for (const folder of folders)
      expect(outside(importing(`${folder}/`), 'input/formats/'), folder).toEqual(['input/formats/index.ts']);
  });

  it('an output format of reports: its file and a line of the registry', () => {
    const index = texts.get('output/renderers/index.ts') ?? '';
    // Flat data are written as a folder of files too, which is no format.
    for (const id of formatsOf('report').filter((each) => each !== 'csv' && each !== 'ndjson')) {
      const file = new RegExp(`^  ${id}: .*?import\\('\\./([^']+)'\\)`, 'm').exec(index)?.[1];
      expect(outside(importing(`output/renderers/${file}`), 'output/renderers/'), id).toEqual([
        'output/renderers/index.ts',
      ]);
    }
  });

  it('an SQL engine: its file and a line of the registry', () => {
    const found = entriesOf('sql/engines/index.ts');
    expect(found.length).toBeGreaterThan(5);
    for (const file of found) expect(importing(file), file).toEqual(['sql/engines/index.ts']);
  });

  it('a language: its folder and a line of the registry', () => {
    for (const id of languageIds.filter((each) => each !== 'en')) {
      expect(importing(`output/locales/${id}/`), id).toEqual(['output/locales/index.ts']);
      const parts = readdirSync(path.join(root, 'output/locales', id));
      expect(parts, id).toEqual(expect.arrayContaining(readdirSync(path.join(root, 'output/locales/en'))));
    }
  });

  it('a setting: an entry of its group in the table, and its use', () => {
    for (const key of Object.keys(settings) as SettingKey[]) {
      const row = new RegExp(
        `^\\s*(?:yaml: |flag: )'(?:files\\.)?(?:${nameInFile(key)}'|${flagOf(key) || '-'} )`,
        'm',
      );
      const entries = files.filter((file) => row.test(texts.get(file) ?? ''));
      expect(entries, key).toEqual([expect.stringMatching(/^settings\/(?:run|file|desk)-settings\.ts$/)]);
      const uses = files.filter(
        (file) =>
          !file.startsWith('settings/') &&
          new RegExp(`\\b(?:run|config)\\.${key}\\b`).test(texts.get(file) ?? ''),
      );
      expect(uses.length, key).toBeLessThanOrEqual(5);
    }
  });
});

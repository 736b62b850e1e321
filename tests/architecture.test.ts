import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

// The layers of the house: which folder may import which other folder, and which packages. Every folder may import
// itself and `model`. A folder stands for those below it that are not listed themselves.
const layers: Readonly<
  Record<string, { readonly folders: readonly string[]; readonly packages: readonly string[] }>
> = {
  model: { folders: [], packages: [] },
  stats: { folders: [], packages: ['simple-statistics'] },
  time: { folders: [], packages: ['date-fns', '@date-fns/utc', 'rrule'] },
  query: { folders: ['time'], packages: ['re2js'] },
  'input/readers': { folders: [], packages: ['yauzl', 'node:'] },
  'input/formats': {
    folders: ['input/formats/sql', 'input/readers', 'time'],
    packages: [
      'csv-parse',
      'hyparquet',
      'hyparquet-compressors',
      'papaparse',
      'read-excel-file',
      'htmlparser2',
      'node:',
    ],
  },
  // Databases: packages that people install themselves, of which the sources know the types alone.
  'input/formats/sql': {
    folders: ['input/formats', 'input/readers'],
    packages: ['@duckdb/node-api', 'better-sqlite3', 'pg', 'pg-cursor', 'node:'],
  },
  // Another dialect, compiled by another compiler: it shares the layout of memory.
  kernels: { folders: ['input/readers'], packages: [] },
  'input/presets': { folders: [], packages: [] },
  'input/recognition': { folders: ['input/presets', 'time'], packages: [] },
  'input/tables': { folders: ['time'], packages: [] },
  'analysis/metrics': { folders: ['analysis/segments', 'stats', 'time'], packages: [] },
  'analysis/segments': { folders: ['time', 'query'], packages: [] },
  'analysis/sla': { folders: ['analysis/metrics', 'stats', 'time', 'query'], packages: [] },
  'analysis/expectations': { folders: ['stats', 'time', 'query'], packages: [] },
  'analysis/retention': { folders: ['analysis/metrics', 'analysis/segments', 'stats', 'time'], packages: [] },
  'analysis/comments': { folders: ['analysis/issues', 'stats'], packages: [] },
  'analysis/issues': { folders: ['stats', 'time'], packages: ['snowball-stemmers', 'stopword', 'node:'] },
  'analysis/comparison': {
    folders: ['analysis/metrics', 'analysis/segments', 'stats', 'time'],
    packages: [],
  },
  'analysis/overview': {
    folders: ['analysis/metrics', 'analysis/segments', 'analysis/comparison', 'stats', 'time', 'query'],
    packages: [],
  },
  'analysis/issue-overview': {
    folders: ['analysis/issues', 'analysis/metrics', 'analysis/segments', 'stats', 'time'],
    packages: [],
  },
  'analysis/cross-examination': { folders: ['analysis/metrics'], packages: [] },
  'analysis/saved': { folders: [], packages: [] },
  'analysis/findings': { folders: ['stats'], packages: [] },
  'analysis/agents': { folders: ['analysis/metrics', 'analysis/segments', 'stats', 'time'], packages: [] },
  'output/report': { folders: ['output/locales'], packages: [] },
  'output/renderers': {
    folders: ['output/locales'],
    packages: [
      'chalk',
      'cli-table3',
      'papaparse',
      'd3-scale',
      'd3-shape',
      'write-excel-file',
      'hyparquet-writer',
      'node:',
    ],
  },
  'output/schemas': { folders: [], packages: [] },
  'output/locales': { folders: [], packages: ['date-fns'] },
  questions: {
    folders: [
      ...['input/formats', 'input/presets', 'input/readers', 'input/recognition', 'input/tables'],
      ...['analysis/agents', 'analysis/comments', 'analysis/comparison', 'analysis/cross-examination'],
      ...['analysis/expectations', 'analysis/findings', 'analysis/issue-overview', 'analysis/issues'],
      ...[
        'analysis/metrics',
        'analysis/overview',
        'analysis/retention',
        'analysis/saved',
        'analysis/segments',
      ],
      ...['analysis/sla', 'observations', 'output/report', 'query', 'settings', 'sql', 'time'],
    ],
    packages: ['node:'],
  },
  // What is asked and what is shown; it alone touches the terminal and exit codes.
  cli: {
    folders: [
      ...['demo', 'observations', 'output/locales', 'output/renderers', 'output/schemas'],
      ...['questions', 'settings'],
    ],
    packages: ['commander', 'hyparquet', 'node:'],
  },
  // The questions for programs, and reports written by them.
  'index.ts': {
    folders: ['cli', 'output/locales', 'output/renderers', 'questions', 'settings'],
    packages: [],
  },
  settings: { folders: ['time', 'query'], packages: ['yaml', 'valibot', 'picomatch', 'node:'] },
  observations: {
    folders: ['analysis/metrics', 'analysis/segments', 'stats', 'time'],
    packages: ['hyparquet-writer'],
  },
  sql: {
    folders: ['observations', 'analysis/metrics', 'analysis/segments', 'stats'],
    packages: [],
  },
  demo: { folders: [], packages: [] },
};
const root = path.join(import.meta.dirname, '../src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll('\\', '/'));

function layerOf(file: string): string {
  const names = Object.keys(layers).sort((a, b) => b.length - a.length);
  return names.find((name) => file.startsWith(`${name}/`)) ?? file.split('/')[0];
}

function importsOf(file: string): string[] {
  const source = readFileSync(path.join(root, file), 'utf8');
  const found = source.matchAll(/(?:\bfrom\s+|\bimport\s*\(\s*|^import\s+)'([^']+)'/gm);
  return [...found].map((match) => match[1]);
}

function violations(file: string): string[] {
  const layer = layerOf(file);
  const allowed = layers[layer];
  if (!allowed) return [];
  return importsOf(file).flatMap((name) => {
    if (name.startsWith('.')) {
      const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), name));
      const other = layerOf(target);
      const isFine = other === layer || other === 'model' || allowed.folders.includes(other);
      return isFine ? [] : [`${file} imports ${other}`];
    }
    const isFine = allowed.packages.some((pack) =>
      pack === 'node:' ? name.startsWith('node:') : name === pack || name.startsWith(`${pack}/`),
    );
    return isFine ? [] : [`${file} imports ${name}`];
  });
}

describe('the layers of src', () => {
  it('sees the tree', () => {
    expect(files.length).toBeGreaterThan(100);
    for (const layer of [
      'model',
      'stats',
      'time',
      'query',
      'input/readers',
      'analysis/metrics',
      'output/renderers',
    ]) {
      expect(files.filter((file) => layerOf(file) === layer).length, layer).toBeGreaterThan(2);
    }
  });

  it('knows every folder', () => {
    expect([...new Set(files.map(layerOf))].filter((layer) => !layers[layer])).toEqual([]);
  });

  it('keeps every import inside its layer', () => {
    expect(files.flatMap(violations)).toEqual([]);
  });

  it('has no cycle of imports between files, types included', () => {
    // What a file loads only when it is asked (a command, a language) is no import.
    const named = (file: string): string[] => {
      const source = readFileSync(path.join(root, file), 'utf8');
      const found = source.matchAll(/^(?:import|export)\b[^;'"]*?from\s+'(\.[^']+)'/gm);
      return [...found].map((match) =>
        path.posix.normalize(path.posix.join(path.posix.dirname(file), match[1])),
      );
    };
    const imports = new Map(files.map((file) => [file, named(file)]));
    // What a file comes back to by way of others; a file whose imports are all done can be in no cycle.
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, road: readonly string[]): void => {
      if (road.includes(file)) cycles.push([...road.slice(road.indexOf(file)), file].join(' → '));
      else if (!done.has(file)) for (const next of imports.get(file) ?? []) visit(next, [...road, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it('lets nobody but the readers, the settings and the command line touch files', () => {
    const readsFiles = files.filter((file) =>
      importsOf(file).some((name) => /^(node:)?(fs|fs\/promises)$/.test(name)),
    );
    expect(readsFiles.filter((file) => !/^(input\/(?:readers|formats)|settings|cli)\//.test(file))).toEqual(
      [],
    );
  });

  it('opens no connection, unless a source that somebody named needs it', () => {
    const network = /node:(?:https?|http2|net|tls|dgram|dns)\b|\bfetch\(|\bWebSocket\b|\bXMLHttpRequest\b/;
    const texts = new Map(files.map((file) => [file, readFileSync(path.join(root, file), 'utf8')]));
    const matching = (pattern: RegExp): string[] =>
      files.filter((file) => pattern.test(texts.get(file) ?? ''));
    expect(matching(network)).toEqual([]);
    // What could open one is no part of the code, which knows its types alone; one file loads it, where it is told to…
    const sql = 'input/formats/sql';
    const readers = "'(?:@duckdb/node-api|better-sqlite3|pg|pg-cursor)'";
    const imports = `^import (?!type\\b)[^;]*from ${readers}|(?<!typeof )import\\(\\s*${readers}`;
    expect(matching(new RegExp(imports, 'm'))).toEqual([]);
    expect(matching(/\bcreateRequire\b|\bimport\((?!\s*')/)).toEqual([`${sql}/package.ts`]);
    // …by the engines, which are reached from a source that is made of the address of a database and of nothing else.
    const engines = ['duckdb', 'postgres', 'sqlite'].map((engine) => `${sql}/${engine}.ts`);
    expect(matching(/\bloadPackage</).filter((file) => file !== `${sql}/package.ts`)).toEqual(engines);
    const named = engines.map((file) => path.posix.basename(file, '.ts')).join('|');
    expect(matching(new RegExp(`'\\./(?:${named})\\.ts'`)).filter((file) => file.startsWith(sql))).toEqual([
      `${sql}/database-source.ts`,
    ]);
    expect(matching(/new DatabaseSource\(/)).toEqual([`${sql}/index.ts`]);
    expect(texts.get(`${sql}/index.ts`)).toMatch(/if \(!address\) return null;[\s\S]*new DatabaseSource\(/);
    // A query of a file reaches no other place.
    expect(texts.get(`${sql}/duckdb.ts`)).toContain("enable_external_access: 'false'");
  });

  it('keeps the clock and the locale of the machine out of results', () => {
    const clock =
      /Date\.now\(\)|new Date\(\)|performance\.now\(\)|Math\.random\(\)|\.toLocale(?:Date|Time)?String\(\)|process\.(?:env|argv)/;
    const found = files.filter(
      (file) =>
        !file.startsWith('cli/') &&
        file !== 'index.ts' &&
        clock.test(readFileSync(path.join(root, file), 'utf8')),
    );
    expect(found).toEqual([]);
  });
});

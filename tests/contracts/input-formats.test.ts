import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { formats } from '../../src/input/formats/index.ts';
import { sampleSource } from '../../src/input/formats/sample-source.ts';
import { inspectSchema } from '../../src/output/schemas/inspect.ts';
import { memorySource, readAll } from '../unit/input/readers/reading.ts';

const folder = path.join(import.meta.dirname, '../../src/input/formats');

describe('the registry of input formats', () => {
  it('has a line for each folder', () => {
    const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.length).toBe(formats.length);
  });

  it('names each layout and each ending once', () => {
    for (const of of [formats.flatMap(({ ids }) => ids), formats.flatMap(({ endings }) => endings)])
      expect(of).toEqual([...new Set(of)]);
    for (const { endings } of formats) for (const ending of endings) expect(ending).toMatch(/^\.[a-z0-9]+$/);
  });

  it('is what inspect says that a file can be', () => {
    const named = /"format":\{"enum":(\[[^\]]*\])/.exec(JSON.stringify(inspectSchema))?.[1] ?? '[]';
    expect(JSON.parse(named).sort()).toEqual(formats.flatMap(({ ids }) => ids).sort());
  });

  it('leaves what is no text to formats that read bytes', async () => {
    const head = { raw: Buffer.from('%PDF-1.7'), text: null, whole: true } as const;
    for (const format of formats.filter(({ ids }) => /csv|json/.test(ids.join())))
      expect(format.sniff({ ...head, encoding: 'utf-8', guessed: false, compression: null })).toBeNull();
    await expect(sampleSource(memorySource('%PDF-1.7'))).rejects.toMatchObject({
      exitCode: 3,
      problem: { code: 'file_not_text' },
    });
  });
});

const texts: Readonly<Record<string, string>> = {
  csv: 'id;status\n1;open\n2;solved\n',
  json: '[{"id":1,"status":"open"},{"id":2,"status":"solved"}]',
  ndjson: '{"id":1,"status":"open"}\n{"id":2,"status":"solved"}\n',
};

describe.each(Object.entries(texts))('%s', (id, text) => {
  it('is found by its text and reads the same table', async () => {
    const { sample, table } = await readAll(text);
    expect(sample.layout.format).toBe(id);
    expect(table.columns).toEqual(['id', 'status']);
    expect(table.rows).toEqual([
      ['1', 'open'],
      ['2', 'solved'],
    ]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../src/cli/program.ts';
import { formatOfEnding, formatsOf, outputFormats } from '../../src/model/output-formats.ts';
import { memoryIo } from '../unit/cli/memory-io.ts';

describe('the registry of output formats', () => {
  it('has an ending for one format alone', () => {
    for (const [id, { endings }] of Object.entries(outputFormats))
      for (const ending of endings) expect(formatOfEnding(ending), ending).toBe(id);
  });

  it('is the only list of formats in what asks and settles', () => {
    const root = path.join(import.meta.dirname, '../../src');
    const lists = ['cli', 'questions', 'settings'].flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .filter((file) =>
          /'(?:json|table)',\s*'\w+'|'\w+',\s*'(?:json|ndjson|markdown)'/.test(
            readFileSync(path.join(root, folder, file), 'utf8'),
          ),
        )
        .map((file) => `${folder}/${file}`),
    );
    expect(lists).toEqual([]);
  });

  it.each(formatsOf('rows'))('the list of metrics is written as %s', async (format) => {
    const io = memoryIo();
    expect(await runCli(['metrics', '--list', '--format', format], io), io.stderr.text()).toBe(0);
    expect(io.stdout.text().length).toBeGreaterThan(1500);
    expect(io.stdout.text()).not.toBe(format);
  });
});

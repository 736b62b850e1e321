import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSources } from '../../../../src/input/formats/open-sources.ts';
import { readSource } from '../../../../src/input/formats/read-source.ts';
import { sampleSource } from '../../../../src/input/formats/sample-source.ts';
import { textOf } from '../../../../src/model/problem.ts';
import { RecordingSink } from './reading.ts';

let home = '';
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'deskstat-test-'));
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

const put = (name: string, text: string | Buffer = 'id,created\n1,2026-01-05\n') => {
  const file = path.join(home, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
};

async function bytesOf(source: { open(): AsyncIterable<Uint8Array> }): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of source.open()) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString();
}

describe('openSources', () => {
  it('opens files by any name, as often as wanted', async () => {
    const file = put('export.weird', 'x'.repeat(3_000_000));
    const { sources } = await openSources([file]);
    expect(sources).toHaveLength(1);
    expect(sources[0]).toMatchObject({ path: file, size: 3_000_000 });
    expect(await bytesOf(sources[0])).toBe('x'.repeat(3_000_000));
    expect(await bytesOf(sources[0])).toHaveLength(3_000_000);
  });

  it('lists the data files of a folder by path, leaves hidden ones alone and names the others once', async () => {
    for (const name of ['b.csv', 'a.JSON', 'sub/c.ndjson.gz', 'd.tsv', '.hidden.csv', '.git/e.csv', 'f.log'])
      put(name);
    for (const name of ['readme.md', 'chart.png', 'deskstat.yaml', 'node_modules/x.csv']) put(name);
    const { sources, problems } = await openSources([home]);
    expect(sources.map((source) => path.relative(home, source.path))).toEqual([
      'a.JSON',
      'b.csv',
      'd.tsv',
      'f.log',
      path.join('sub', 'c.ndjson.gz'),
    ]);
    expect(problems).toMatchObject([
      { code: 'files_passed_over', severity: 'note', count: 2, args: { files: ['chart.png', 'readme.md'] } },
    ]);
  });

  it('leaves results of deskstat that lie in a folder out, and reads one that is named', async () => {
    put('a.csv');
    const result = put('result.json', '{\n"schema":"deskstat.check/1",\n"checks":[]}');
    put('by-week.csv', '\ufeffperiod_start,by_group,metric,stat,clock,unit,value,n,low\n');
    put('report.csv', 'block,row,column,unit,value,before,low,high\n');
    // Exports whose words are like those of a result are none.
    put('b.json', '{"schema":"acme.tickets/2","tickets":[]}');
    put('c.csv', 'metric,stat,value\n');
    const { sources, problems } = await openSources([home]);
    expect(sources.map((source) => path.relative(home, source.path))).toEqual(['a.csv', 'b.json', 'c.csv']);
    expect(problems).toMatchObject([
      {
        code: 'own_results_left_out',
        count: 3,
        args: { files: ['by-week.csv', 'report.csv', 'result.json'] },
      },
    ]);
    expect((await openSources([result])).sources).toHaveLength(1);
  });

  it('reads a file once that is named twice, by whatever name', async () => {
    const file = put('a.csv');
    symlinkSync(file, path.join(home, 'link.csv'));
    const { sources, problems } = await openSources([file, home]);
    expect(sources).toHaveLength(1);
    expect(problems.map(({ code }) => code)).toEqual(['same_file_twice', 'same_file_twice']);
  });

  it('does not run in a circle of links', async () => {
    put('a.csv');
    symlinkSync(home, path.join(home, 'again'));
    const { sources } = await openSources([home]);
    expect(sources).toHaveLength(1);
  });

  it('offers the nearest name when there is no such file', async () => {
    put('tickets-2026.csv');
    const wrong = path.join(home, 'tickets-2025.csv');
    const failure = await openSources([wrong]).catch((error) => error);
    expect(failure).toMatchObject({
      exitCode: 3,
      problem: { code: 'file_not_found', where: { file: wrong } },
    });
    expect(failure.problem.args.try).toBe(path.join(home, 'tickets-2026.csv'));
    const ending = await openSources([path.join(home, 'tickets-2026.json')]).catch((error) => error);
    expect(ending.problem.args.try).toBe(path.join(home, 'tickets-2026.csv'));
    const nothing = await openSources([path.join(home, 'nowhere', 'x.csv')]).catch((error) => error);
    expect(nothing).toMatchObject({
      exitCode: 3,
      problem: { code: 'file_not_found', args: { try: undefined } },
    });
  });

  it('says what a folder lacks', async () => {
    put('readme.md');
    const failure = await openSources([home]).catch((error) => error);
    expect(failure).toMatchObject({ exitCode: 3, problem: { code: 'no_data_files' } });
    expect(textOf(failure.problem).details).toContainEqual(['found', 'readme.md']);
  });

  it.skipIf(process.getuid?.() === 0)('says that a file may not be read', async () => {
    const file = put('secret.csv');
    chmodSync(file, 0o000);
    await expect(openSources([file])).rejects.toMatchObject({
      exitCode: 3,
      problem: { code: 'file_unreadable', args: { reason: 'permission denied' } },
    });
  });
});

describe('standard input', () => {
  const options = () => ({
    stdin: Readable.from([Buffer.from('id,cre'), Buffer.from('ated\n1,2026\n')]),
    spoolFolder: home,
  });

  it('is spooled into a file without a name, and can be read twice', async () => {
    const { sources, dispose } = await openSources(['-'], options());
    expect(sources[0]).toMatchObject({ path: '-', size: 18 });
    expect(readdirSync(home)).toEqual([]);
    expect(await bytesOf(sources[0])).toBe('id,created\n1,2026\n');
    expect(await bytesOf(sources[0])).toHaveLength(18);
    const sections = await sources[0].sections?.([
      { at: 3, length: 7 },
      { at: 16, length: 9 },
    ]);
    expect(sections?.map((bytes) => Buffer.from(bytes).toString())).toEqual(['created', '6\n']);
    dispose();
  });

  it('has no name even while it is still being read', async () => {
    const names: string[][] = [];
    async function* slow() {
      yield Buffer.from('id\n');
      names.push(readdirSync(home));
      yield Buffer.from('1\n');
    }
    const { dispose } = await openSources(['-'], { stdin: slow(), spoolFolder: home });
    expect(names).toEqual([[]]);
    dispose();
  });

  it('is removed when another path is wrong', async () => {
    await expect(openSources(['-', path.join(home, 'none.csv')], options())).rejects.toMatchObject({
      exitCode: 3,
    });
    expect(readdirSync(home)).toEqual([]);
  });

  it('can be named once only', async () => {
    await expect(openSources(['-', '-'], options())).rejects.toMatchObject({ exitCode: 2 });
    await expect(openSources(['-'])).rejects.toMatchObject({ exitCode: 2 });
    expect(readdirSync(home)).toEqual([]);
  });
});

describe('reading from disk', () => {
  it('tells how far it is, in bytes as they lie on disk', async () => {
    const text = `id,created\n${Array.from({ length: 300_000 }, (_, i) => `${i},2026-01-05\n`).join('')}`;
    const file = put('big.csv.gz', gzipSync(text));
    const { sources } = await openSources([file]);
    const sample = await sampleSource(sources[0]);
    const seen: { bytes: number; rows: number }[] = [];
    const sink = new RecordingSink([0]);
    const { rows } = await readSource(sample, [{ stream: null, wanted: [0], sink }], {
      onProgress: (p) => seen.push({ ...p }),
    });
    expect(rows.get(null)).toBe(300_000);
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.at(-1)?.bytes).toBe(sources[0].size);
    for (let i = 1; i < seen.length; i++) {
      expect(seen[i].bytes).toBeGreaterThanOrEqual(seen[i - 1].bytes);
      expect(seen[i].rows).toBeGreaterThanOrEqual(seen[i - 1].rows);
    }
  });
});

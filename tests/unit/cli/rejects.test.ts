import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rejectsFile } from '../../../src/cli/rejects.ts';
import { readPaths } from '../../desk.ts';
import { memoryIo } from './memory-io.ts';

let folder = '';
const at = (name: string): string => path.join(folder, name);
const rowsOf = (name: string): string[][] =>
  Papa.parse<string[]>(readFileSync(at(name), 'utf8'), { skipEmptyLines: true }).data;
/** Temporary folders of this program; other tests may make some at the same time, so only what is added counts. */
const temporaries = (): Set<string> =>
  new Set(readdirSync(tmpdir()).filter((name) => /^deskstat-[^-]{6}$/.test(name)));

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'deskstat-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the file of rows that cannot be used', () => {
  it('holds every one of them, past what is held in memory, as it stands in its file', async () => {
    const file = rejectsFile({ file: 'bad.csv', io: memoryIo({ cwd: folder }) });
    // 30,000 rows of about 90 bytes: several times what is held, and characters of two to four bytes on every border.
    const raw = (i: number): string => `${i},"größe, 尺寸 🙂\nsecond line",${'é'.repeat(i % 17)}`;
    for (let i = 0; i < 30_000; i++)
      file.add({ path: 'in.csv', line: 2 * i + 2, reason: 'open_quote', raw: raw(i) });
    await file.write([]);
    const rows = rowsOf('bad.csv');
    expect(rows[0]).toEqual(['file', 'line', 'reason', 'row']);
    expect(rows).toHaveLength(30_001);
    expect(rows.slice(1).every(([, line, , row], i) => line === String(2 * i + 2) && row === raw(i))).toBe(
      true,
    );
  });

  it('leaves no temporary file, whether it was written or the run was broken off', async () => {
    const before = temporaries();
    const added = (): string[] => [...temporaries()].filter((name) => !before.has(name));
    const fill = (name: string) => {
      const file = rejectsFile({ file: name, io: memoryIo({ cwd: folder }) });
      for (let i = 0; i < 3; i++)
        file.add({ path: 'in.csv', line: i, reason: 'too_few_cells', raw: 'x'.repeat(600_000) });
      return file;
    };
    const file = fill('bad.csv');
    expect(added()).toEqual([]);
    await file.write([]);
    fill('never.csv');
    expect(added()).toEqual([]);
    expect(readdirSync(folder)).toEqual(['bad.csv']);
  });

  it('is a header alone where every row could be used', async () => {
    await rejectsFile({ file: 'bad.csv', io: memoryIo({ cwd: folder }) }).write([]);
    expect(readFileSync(at('bad.csv'), 'utf8')).toBe('file,line,reason,row\n');
  });
});

it('every unusable row of a file is handed over and counted under its reason', async () => {
  const rows = ['id,created_at,status'];
  for (let i = 0; i < 2000; i++) rows.push(`good-${i},2026-11-02T09:00:00Z,open`);
  for (let i = 0; i < 12_000; i++) rows.push(i % 3 === 0 ? `${i},soon,open` : `${i},,open`);
  writeFileSync(at('t.csv'), `${rows.join('\n')}\n`);
  const { desk, rejects } = await readPaths([at('t.csv')], { maxRejected: 1 });
  expect(rejects).toHaveLength(12_000);
  expect(rejects[11_999]).toMatchObject({ line: 14_001, reason: 'created_at_missing', raw: '11999,,open' });
  const counted = desk.problems.filter(({ code }) => code === 'row_rejected');
  // A third of them, rows 0, 3, 6, …, has a date that cannot be read; the more frequent reason comes first.
  expect(counted.map(({ args, count, lines }) => [args.reason, count, lines])).toEqual([
    ['created_at_missing', 8_000, [2_003, 2_004, 2_006, 2_007, 2_009]],
    ['created_at_unreadable', 4_000, [2_002, 2_005, 2_008, 2_011, 2_014]],
  ]);
});

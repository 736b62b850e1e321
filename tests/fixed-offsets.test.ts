import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../src/cli/program.ts';
import { zoneForIntl } from '../src/output/locales/zone-for-intl.ts';
import { writeObservedDesk } from './observed-desk.ts';
import { memoryIo } from './unit/cli/memory-io.ts';

// `--tz +05:30` is a zone like any other, though Node 20's Intl knows no offsets: what it says is what the zone that has
// this offset says.
let folder = '';
let files: readonly string[] = [];

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'deskstat-offsets-'));
  files = writeObservedDesk(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function said(line: readonly string[]): Promise<string> {
  const io = memoryIo({ cwd: folder });
  const code = await runCli(line, io);
  expect(code, io.stderr.text()).toBe(0);
  // The longer name takes more room, and breaks lines elsewhere.
  return `${io.stdout.text()}${io.stderr.text()}`.replaceAll('Asia/Kolkata', '+05:30').replace(/\s+/gu, ' ');
}

const questions = [
  ['report', '--full', '--no-issues'],
  ['metrics', '--by', 'weekday', '--every', 'month'],
  ['tickets', '--period', '2026-02'],
  ['waiting'],
  ['explain', 'csat'],
  ['check', '--expect', 'created >= 1'],
  ['retention'],
  ['inspect'],
];

describe('a zone that is named by its offset', () => {
  it.each(questions)('%s says what it says in the zone that has it', async (...line) => {
    const formats = ['check', 'explain', 'inspect'].includes(line[0]) ? ['table'] : ['table', 'html'];
    for (const format of formats)
      for (const lang of ['en', 'hi']) {
        const asked = [...line, ...files, '--format', format, '--lang', lang];
        expect(await said([...asked, '--tz', '+05:30'])).toBe(await said([...asked, '--tz', 'Asia/Kolkata']));
      }
  });

  it('is written into the cells of a workbook', async () => {
    const [file] = files;
    const book = path.join(folder, 'offset.xlsx');
    await said(['tickets', file, '--tz', 'UTC-3', '-o', book]);
    expect(readFileSync(book).subarray(0, 2).toString()).toBe('PK');
  });

  it('moves an instant, and leaves names alone', () => {
    expect(zoneForIntl(0, '+05:30')).toEqual({ instant: 19_800_000, zone: 'UTC' });
    expect(zoneForIntl(0, '-03:00')).toEqual({ instant: -10_800_000, zone: 'UTC' });
    expect(zoneForIntl(7, 'Asia/Dhaka')).toEqual({ instant: 7, zone: 'Asia/Dhaka' });
  });
});

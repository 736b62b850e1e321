import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { showInPager } from '../../../src/cli/pager.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'pager-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const text = `${'line\n'.repeat(50)}end\n`;

describe('a text for people', () => {
  it('goes through the pager where it is longer than the terminal', async () => {
    const file = path.join(folder, 'shown');
    expect(
      await showInPager(text, 40, { ...process.env, TERM: 'xterm', PAGER: `tee ${file} > ${file}.2` }),
    ).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('is printed where it fits, where no pager is wanted, and where there is none', async () => {
    const env = { ...process.env, TERM: 'xterm', PAGER: 'tee' };
    expect(await showInPager(text, 60, env)).toBe(false);
    expect(await showInPager(text, 40, { ...env, PAGER: 'cat' })).toBe(false);
    expect(await showInPager(text, 40, { ...env, PAGER: '' })).toBe(false);
    expect(await showInPager(text, 40, { ...env, DESKSTAT_PAGER: 'cat' })).toBe(false);
    expect(await showInPager(text, 40, { ...env, PAGER: 'no-such-pager-here 2> /dev/null' })).toBe(false);
  });
});

describe('the built command line', () => {
  it('can start it: the module that starts processes is no empty one there', async () => {
    const built = readFileSync(path.join(import.meta.dirname, '../../../esbuild.config.mjs'), 'utf8');
    expect(built).toContain('(?:pager|pdf)\\.ts$/.test(importer)');
  });
});

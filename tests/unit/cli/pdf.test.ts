import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { printPage } from '../../../src/cli/pdf.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'deskstat-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A program that stands for a browser. */
function browser(name: string, script: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, `#!${process.execPath}\n${script}`);
  chmodSync(file, 0o755);
  return file;
}

const printer = `const fs = require('node:fs');
const given = (name) => process.argv.find((each) => each.startsWith(name)).slice(name.length);
const page = fs.readFileSync(new URL(process.argv.at(-1)), 'utf8');
fs.writeFileSync(given('--print-to-pdf='), '%PDF /CreationDate (D:20261129101112+00) ' + page);`;

describe('a page as PDF', () => {
  it('is printed by the browser that is named, else by the first of the path, without a time of its own', async () => {
    const printed = Buffer.from('%PDF /CreationDate (D:19700101000000+00) <p>a</p>');
    const named = { CHROME_PATH: browser('mine', printer), PATH: '' };
    expect(Buffer.from(await printPage('<p>a</p>', named))).toEqual(printed);
    browser('chromium', printer);
    expect(Buffer.from(await printPage('<p>a</p>', { PATH: `/nowhere:${folder}` }))).toEqual(printed);
  });

  it('says what to do where there is no browser, or it does not print', async () => {
    await expect(printPage('', { CHROME_PATH: '/nowhere/chrome', PATH: folder })).rejects.toMatchObject({
      exitCode: 2,
      problem: { code: 'pdf_needs_browser' },
    });
    const broken = browser('broken', "console.error('no screen'); process.exit(1);");
    await expect(printPage('', { CHROME_PATH: broken })).rejects.toMatchObject({
      exitCode: 2,
      problem: { code: 'pdf_failed', args: { reason: 'no screen' } },
    });
  });

  it('leaves nothing behind', () => {
    expect(readdirSync(folder).sort()).toEqual(['broken', 'chromium', 'mine']);
  });
});

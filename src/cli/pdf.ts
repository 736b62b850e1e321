import { accessSync, constants, existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { DeskstatError } from '../model/problem.ts';

/** Browsers that print pages by themselves, as they are called on systems that have them. */
const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'chrome.exe',
  'msedge.exe',
];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** How long a page may take to print. */
const PATIENCE = 120_000;

/**
 * Prints an HTML page to PDF by a Chromium of the machine: `CHROME_PATH`, else the first that is found. Nothing is
 * fetched, and the file carries no time of its own, so that the same page is the same bytes.
 *
 * @throws DeskstatError (2) where there is no such browser, or it does not print
 */
export async function printPage(
  page: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Uint8Array> {
  const browser = requireBrowser(env);
  const home = await mkdtemp(path.join(tmpdir(), 'deskstat-'));
  try {
    const source = path.join(home, 'page.html');
    const target = path.join(home, 'page.pdf');
    await writeFile(source, page);
    const said = await run(browser, [
      '--headless',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Chromium refuses to run as root within its own sandbox; the page is ours and runs no script of others.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${path.join(home, 'profile')}`,
      '--no-pdf-header-footer',
      `--print-to-pdf=${target}`,
      pathToFileURL(source).href,
    ]);
    if (!existsSync(target))
      throw new DeskstatError({ code: 'pdf_failed', args: { browser, reason: said } }, 2);
    return withoutTimes(await readFile(target));
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** The browser to print with. @throws DeskstatError (2) where none is found */
export function requireBrowser(env: Readonly<Record<string, string | undefined>>): string {
  const browser = findBrowser(env);
  if (browser === null) throw new DeskstatError({ code: 'pdf_needs_browser', args: {} }, 2);
  return browser;
}

/** The browser to print with; null where none is found. */
function findBrowser(env: Readonly<Record<string, string | undefined>>): string | null {
  if (env.CHROME_PATH) return isProgram(env.CHROME_PATH) ? env.CHROME_PATH : null;
  const folders = (env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const candidates = [
    ...names.flatMap((name) => folders.map((folder) => path.join(folder, name))),
    ...elsewhere,
  ];
  return candidates.find(isProgram) ?? null;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Runs a program to its end; the last line that it said. */
async function run(program: string, args: readonly string[]): Promise<string> {
  const { spawn } = await import('node:child_process');
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], timeout: PATIENCE });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-2000);
    });
    child.on('error', (error) => resolve(error.message));
    child.on('close', () => resolve(said.trim().split('\n').at(-1) ?? ''));
  });
}

/** The clock of the machine is in no result. */
function withoutTimes(pdf: Buffer): Uint8Array {
  const text = pdf.toString('latin1');
  return Buffer.from(text.replace(/(\/(?:CreationDate|ModDate) \(D:)\d{14}/g, '$119700101000000'), 'latin1');
}

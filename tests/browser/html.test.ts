import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languageIds, loadLocale } from '../../src/output/locales/index.ts';
import { renderHtml } from '../../src/output/renderers/html.ts';
import { deskstat } from '../cli.ts';
import { hostileReport, sampleReport } from '../unit/output/sample-report.ts';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const isThere = existsSync(executablePath);
if (!isThere)
  console.warn(
    `SKIPPED: no Chromium at ${executablePath}; set CHROMIUM to check the HTML report in a browser`,
  );

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Opened {
  readonly page: Page;
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
}

// In CI a missing browser is a failure; elsewhere it is said and passed over.
describe.skipIf(!isThere && !process.env.CI)('the HTML report in Chromium', () => {
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), 'deskstat-html-'));
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
    });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(html: string, view: { width?: number; dark?: boolean } = {}): Promise<Opened> {
    const file = join(folder, 'report.html');
    writeFileSync(file, html);
    const page = await browser.newPage({
      viewport: { width: view.width ?? 1200, height: 900 },
      colorScheme: view.dark ? 'dark' : 'light',
    });
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('dialog', (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      dialog.dismiss();
    });
    await page.goto(pathToFileURL(file).href);
    return { page, requests, complaints };
  }

  const render = async (language: (typeof languageIds)[number], report = sampleReport): Promise<string> =>
    renderHtml(report, { locale: await loadLocale(language) });

  it.each(languageIds)('asks for nothing, complains of nothing, shows its charts: %s', async (language) => {
    const { page, requests, complaints } = await open(await render(language));
    expect(requests).toHaveLength(1);
    expect(complaints).toEqual([]);
    const charts = await inPage<number[]>(
      page,
      "[...document.querySelectorAll('svg.chart')].map((chart) => chart.getBoundingClientRect().height)",
    );
    expect(charts).toHaveLength(6);
    for (const height of charts) expect(height).toBeGreaterThan(100);
    expect(await page.getAttribute('html', 'lang')).toMatch(new RegExp(`^${language}`));
    await page.close();
  });

  it('runs nothing of hostile data, and shows it as text', async () => {
    const { page, requests, complaints } = await open(await render('en', hostileReport));
    expect(requests).toHaveLength(1);
    expect(complaints).toEqual([]);
    expect(await page.textContent('h1')).toBe('<script>alert(1)</script>');
    expect(await page.locator('img, iframe, a[href^="javascript"]').count()).toBe(0);
    await page.close();
  });

  it.each([
    { width: 1200, dark: false },
    { width: 1200, dark: true },
    { width: 390, dark: false },
    { width: 390, dark: true },
  ])('is accessible and does not scroll sideways: %o', async (view) => {
    const { page } = await open(await render('en'), view);
    await inPage(page, "document.querySelectorAll('details').forEach((one) => { one.open = true; })");
    await page.evaluate(axe);
    const violations = await inPage<Violation[]>(
      page,
      `axe.run({ runOnly: ${JSON.stringify(rules)} }).then((result) => result.violations)`,
    );
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(
      await inPage<number>(page, 'document.documentElement.scrollWidth - innerWidth'),
    ).toBeLessThanOrEqual(0);
    await page.close();
  });

  it('sorts a table by a click and by the keyboard, by figures and not by their words', async () => {
    const { page } = await open(await render('en'));
    const column = () =>
      page.locator('table[data-sort]').first().locator('tbody tr td:nth-child(3)').allTextContents();
    const head = page.locator('table[data-sort]').first().locator('thead th').nth(2);
    await head.locator('button').click();
    expect(await column()).toEqual(['4h 50m', '2h 30m', '1h 35m', '1h 01m', '44m']);
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    await page.keyboard.press('Enter');
    expect(await column()).toEqual(['44m', '1h 01m', '1h 35m', '2h 30m', '4h 50m']);
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    await page.close();
  });

  it('prints in dark ink on white paper, without what only a screen needs', async () => {
    const { page } = await open(await render('en'), { dark: true });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const style = (selector: string, property: string) =>
      inPage<string>(page, `getComputedStyle(document.querySelector('${selector}')).${property}`);
    expect(await style('body', 'backgroundColor')).toBe('rgb(255, 255, 255)');
    expect(await style('h1', 'color')).toBe('rgb(26, 29, 33)');
    for (const hidden of ['nav', '.skip', 'details.data'])
      expect(await style(hidden, 'display')).toBe('none');
    for (const format of ['A4', 'Letter'] as const) {
      const pages = (await page.pdf({ format })).toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
      expect(pages.length).toBeGreaterThanOrEqual(2);
      expect(pages.length).toBeLessThanOrEqual(5);
    }
    await page.close();
  });

  describe('of the sample desk', () => {
    const pages = new Map<string, string>();
    beforeAll(() => {
      expect(deskstat(['demo', folder, '--force']).code).toBe(0);
      for (const language of languageIds) {
        const args = ['report', 'tickets.csv', 'surveys.csv', 'customers.csv', '-q', '--lang', language];
        const made = deskstat([...args, '-o', `${language}.html`], { cwd: folder });
        expect(made.code, made.stderr).toBe(0);
        pages.set(language, readFileSync(join(folder, `${language}.html`), 'utf8'));
      }
    }, 300_000);
    const pageOf = (language: string): string => pages.get(language) ?? '';

    const looks = languageIds.flatMap((language) => [
      { language, width: 1200, dark: false },
      { language, width: 1200, dark: true },
      { language, width: 390, dark: false },
      { language, width: 390, dark: true },
    ]);

    it.each(looks)(
      'is quiet, accessible and fits: %o',
      { timeout: 120_000 },
      async ({ language, ...view }) => {
        const { page, requests, complaints } = await open(pageOf(language), view);
        expect(requests).toHaveLength(1);
        expect(complaints).toEqual([]);
        const charts = await inPage<number[]>(
          page,
          "[...document.querySelectorAll('svg.chart')].map((chart) => chart.getBoundingClientRect().height)",
        );
        expect(charts.length).toBeGreaterThanOrEqual(5);
        for (const height of charts) expect(height).toBeGreaterThan(100);
        expect(await page.locator('.card').count()).toBeGreaterThan(10);
        await inPage(page, "document.querySelectorAll('details').forEach((one) => { one.open = true; })");
        expect(
          await inPage<number>(page, 'document.documentElement.scrollWidth - innerWidth'),
        ).toBeLessThanOrEqual(0);
        await page.evaluate(axe);
        const violations = await inPage<Violation[]>(
          page,
          `axe.run({ runOnly: ${JSON.stringify(rules)} }).then((result) => result.violations)`,
        );
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
        await page.close();
      },
    );

    it.each(languageIds)('shows its words and figures, and prints to a few pages: %s', async (language) => {
      const { page } = await open(pageOf(language), { dark: true });
      // Text that is there but cannot be seen: as good as missing.
      const unseen = await inPage<string[]>(
        page,
        `[...document.querySelectorAll('h1, h2, .value, .findings li, td, th')]
          .filter((one) => one.textContent.trim() !== '' && !one.closest('details:not([open])'))
          .filter((one) => one.getBoundingClientRect().height < 8 || getComputedStyle(one).color === getComputedStyle(document.body).backgroundColor)
          .map((one) => one.outerHTML)`,
      );
      expect(unseen).toEqual([]);
      // The first screen, and what follows it in groups.
      expect(await page.locator('h2').count()).toBeGreaterThanOrEqual(5);
      await page.emulateMedia({ media: 'print' });
      for (const format of ['A4', 'Letter'] as const) {
        const sheets = (await page.pdf({ format })).toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
        expect(sheets.length).toBeGreaterThanOrEqual(2);
        expect(sheets.length).toBeLessThanOrEqual(8);
      }
      await page.close();
    });

    it('is small, and says nothing of people', () => {
      for (const language of languageIds) {
        const text = pageOf(language);
        expect(Buffer.byteLength(text)).toBeLessThan(500_000);
        expect(text).not.toMatch(/[\w.]+@example\./);
        expect(text).not.toContain(folder);
      }
      expect(pageOf('en')).toContain('&quot;sha256&quot;');
    });
  });
});

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** Evaluates an expression in the page; as text, because the page's types are not those of Node. */
function inPage<Result>(page: Page, expression: string): Promise<Result> {
  return page.evaluate(expression) as Promise<Result>;
}

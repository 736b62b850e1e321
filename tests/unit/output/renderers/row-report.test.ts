import readSheets from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import type { MachineRow } from '../../../../src/model/rows.ts';
import { englishLocale, languageIds, loadLocale } from '../../../../src/output/locales/index.ts';
import { renderRows, type SheetOptions } from '../../../../src/output/renderers/row-report.ts';

const rows: readonly MachineRow[] = [
  {
    ticket_id: '007',
    since: '2026-11-01T09:30:00+06:00',
    waiting_seconds: 93_600_000,
    unit: 'share',
    value: 0.875,
    subject: '=cmd|calc',
  },
  {
    ticket_id: '<script>alert(1)</script>',
    since: null,
    waiting_seconds: null,
    unit: 'seconds',
    value: 90_000,
    subject: '\u202eback',
  },
];
const options: SheetOptions = {
  columns: [
    'ticket_id',
    { key: 'since', type: 'instant' },
    { key: 'waiting_seconds', type: 'duration' },
    'unit',
    { key: 'value', type: ({ unit }) => (unit === 'seconds' ? 'duration' : 'share') },
    { key: 'subject', label: 'Subject' },
  ],
  title: { data: 'Rows' },
  subtitle: { data: 'all of them' },
  locale: englishLocale({ strict: true }),
  zone: 'Asia/Dhaka',
};

async function bytesOf(format: 'xlsx' | 'html'): Promise<string | Uint8Array> {
  return [...(await renderRows(rows, format, options))][0];
}

describe('rows as a workbook', () => {
  it('holds numbers, durations in days and dates of the zone, read back by another program', async () => {
    const sheets = await readSheets(Buffer.from((await bytesOf('xlsx')) as Uint8Array));
    expect(sheets).toHaveLength(2);
    const [head, first, second] = sheets[1].data;
    expect(head).toEqual(['ticket_id', 'since', 'waiting', 'unit', 'value', 'Subject']);
    expect(first.slice(0, 1)).toEqual(['007']);
    // Half past nine in Dhaka; the reader cuts a day's fraction to whole milliseconds.
    expect(Number(first[1])).toBeCloseTo(Date.UTC(2026, 10, 1, 9, 30), -1);
    // Days as Excel counts them, from the end of 1899: 93,600 s are 26 hours, 90 s a minute and a half.
    expect(Number(first[2]) - Date.UTC(1899, 11, 30)).toBeCloseTo(26 * 3_600_000, -1);
    expect(first[4]).toBe(0.875);
    expect(second.slice(1, 3)).toEqual([null, null]);
    expect(Number(second[4]) - Date.UTC(1899, 11, 30)).toBeCloseTo(90_000, -1);
  });

  it.each(languageIds)('names its sheet for what it holds, in %s', async (id) => {
    const locale = await loadLocale(id, { strict: true });
    for (const title of ['rows.tickets', 'rows.metrics', 'waiting.title', 'issues.title', 'diff.title']) {
      const [workbook] = await renderRows(rows, 'xlsx', { ...options, locale, title: { code: title } });
      const names = (await readSheets(Buffer.from(workbook as Uint8Array))).map(({ sheet }) => sheet);
      expect(names).toEqual([locale.message('ui.summary'), locale.message(title)]);
    }
  });

  it.each([
    ['Q3: [all] desks? a/b\\c*', 'Q3 all desks a b c'],
    ["'quoted'", 'quoted'],
    ['[]:*?/\\', 'Sheet'],
    ['summary', 'summary 2'],
    ['History', 'History 2'],
    // 31 UTF-16 units at most; the last character before the cut keeps its vowel sign.
    ['टिकट '.repeat(7), `${'टिकट '.repeat(6).trim()}…`],
    ['किकिकिकिकिकिकिकिकिकिकिकिकिकिकिकि', `${'कि'.repeat(15)}…`],
    [`a${'कि'.repeat(20)}`, `a${'कि'.repeat(14)}…`],
    [`${'x'.repeat(29)}'${'y'.repeat(9)}`, `${'x'.repeat(29)}…`],
  ])('turns %j into a name that Excel takes', async (title, name) => {
    const [workbook] = await renderRows(rows, 'xlsx', { ...options, title: { data: title } });
    const sheet = (await readSheets(Buffer.from(workbook as Uint8Array)))[1].sheet;
    expect(sheet).toBe(name);
    expect(sheet.length).toBeLessThanOrEqual(31);
  });

  it('makes no formula of text', async () => {
    const sheets = await readSheets(Buffer.from((await bytesOf('xlsx')) as Uint8Array));
    expect(sheets[1].data[1][5]).toBe("'=cmd|calc");
  });

  it('refuses what a sheet does not hold', async () => {
    const many = Array.from({ length: 1_048_576 }, () => rows[0]);
    await expect(renderRows(many, 'xlsx', options)).rejects.toMatchObject({
      exitCode: 2,
      problem: { code: 'too_many_rows_for_a_sheet', args: { rows: 1_048_576 } },
    });
  });
});

describe('rows as a page', () => {
  it('shows values as text, sorted by what they are', async () => {
    const page = String(await bytesOf('html'));
    expect(page).toContain('&lt;script&gt;alert(1)');
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('1d 2h');
    expect(page).toContain('>87.5%<');
  });
});

it('writes every other format as it stands', async () => {
  const csv = [
    ...(await renderRows(rows, 'csv', { ...options, columns: ['ticket_id', options.columns[4]] })),
  ].join('');
  expect(csv).toBe('ticket_id,value\n007,0.875\n<script>alert(1)</script>,90\n');
});

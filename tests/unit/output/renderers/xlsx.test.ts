import { beforeAll, describe, expect, it } from 'vitest';
import type { Block } from '../../../../src/model/report.ts';
import { englishLocale } from '../../../../src/output/locales/index.ts';
import { dateOfLabel, wallClock } from '../../../../src/output/renderers/wall-clock.ts';
import { renderXlsx } from '../../../../src/output/renderers/xlsx.ts';
import { clearZipTimes } from '../../../../src/output/renderers/zip-times.ts';
import { hostileReport, sampleReport } from '../sample-report.ts';
import { readWorkbook, readZip, type WorkbookCell } from '../zip-reader.ts';

const options = { locale: englishLocale({ strict: true }) };
const dayLength = 86_400_000;

describe('renderXlsx', () => {
  let sheets: ReadonlyMap<string, ReadonlyMap<string, WorkbookCell>>;
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await renderXlsx(sampleReport, options);
    sheets = readWorkbook(bytes);
  });

  it('has a summary and a sheet for every table and chart', () => {
    expect([...sheets.keys()]).toEqual([
      'Summary',
      'By group, this week',
      'Tickets created and solved a d…',
      'Backlog at the end of each day',
      'Tickets by channel',
      'First response time how many t…',
      'Recurring issues',
      'CSAT with its 95% interval',
      'Tickets created by weekday and…',
      'Customers still active, by mon…',
    ]);
  });

  it('holds numbers, durations in days, shares and dates, with their formats', () => {
    const groups = sheets.get('By group, this week');
    expect(groups?.get('A1')).toMatchObject({ type: 's', value: 'Group' });
    expect(groups?.get('A4')).toMatchObject({ type: 's', value: 'বিলিং ও পেমেন্ট' });
    expect(groups?.get('B2')).toEqual({ type: 'n', value: '512', format: '#,##0' });
    expect(groups?.get('C2')).toEqual({ type: 'n', value: String(95 / 1440), format: '[h]:mm:ss' });
    expect(groups?.get('D3')).toEqual({ type: 'n', value: '0.16', format: '+0.0%;-0.0%;0.0%' });
    expect(groups?.get('F2')).toEqual({ type: 'n', value: '0.931', format: '0.0%' });
    // 15 Nov 2026, 09:30 UTC is 15:30 in Dhaka; 1 Jan 1970 is day 25,569 of the 1900 date system.
    const serial = Date.UTC(2026, 10, 15, 15, 30) / dayLength + 25_569;
    expect(groups?.get('H2')).toEqual({ type: 'n', value: String(serial), format: 'yyyy-mm-dd hh:mm' });
    const volume = sheets.get('Tickets created and solved a d…');
    expect(volume?.get('A2')).toEqual({
      type: 'n',
      value: String(Date.UTC(2026, 8, 7) / dayLength + 25_569),
      format: 'yyyy-mm-dd',
    });
  });

  it('runs sentences across the summary, as tall as they need, and says the unit of points', async () => {
    const sentence = 'word '.repeat(60).trim();
    const made = await renderXlsx(
      {
        title: { data: 'Report' },
        subtitle: { data: 'short' },
        blocks: [
          { kind: 'list', items: [{ data: sentence }, { data: 'टिकट '.repeat(60).trim() }] },
          {
            kind: 'figures',
            items: [
              {
                metric: 'csat',
                label: { data: 'CSAT' },
                value: { type: 'share', value: 0.75, n: 50 },
                change: { type: 'change', of: 'share', before: 0.5, now: 0.75, lowerIsBetter: false },
              },
            ],
          },
        ],
      },
      options,
    );
    const xml = readZip(made).get('xl/worksheets/sheet1.xml') ?? '';
    expect([...xml.matchAll(/<mergeCell ref="([^"]+)"/g)].map(([, ref]) => ref)).toEqual([
      'A2:G2',
      'A4:G4',
      'A5:G5',
    ]);
    // Both are 299 cells long, 105 go on a line: three lines of 15 points, or of 20 where vowel signs stand above.
    const heights = [...xml.matchAll(/<row r="(\d+)" ht="(\d+)"/g)].map(([, row, height]) => [row, height]);
    expect(heights).toEqual([
      ['2', '15'],
      ['4', '45'],
      ['5', '60'],
    ]);
    expect(readWorkbook(made).get('Summary')?.get('D8')).toEqual({
      type: 'n',
      value: '25',
      format: '+0.0" pt";-0.0" pt";0.0" pt"',
    });
  });

  it('calls a sheet by its section where its caption is too long, by its rows where it has none', async () => {
    const table = (name: string, caption?: string): Block => ({
      kind: 'table',
      id: name,
      ...(caption === undefined ? {} : { caption: { data: caption } }),
      columns: [{ key: 'name', label: { data: name }, type: 'text' }],
      rows: [[{ type: 'text', value: { data: 'a' } }]],
    });
    const heading = (text: string): Block => ({ kind: 'heading', level: 2, text: { data: text } });
    const long = '46 tickets wait for a first answer from a person';
    const made = await renderXlsx(
      {
        title: { data: 'Report' },
        subtitle: { data: '' },
        blocks: [
          table('Id'),
          heading('Where it happens'),
          table('Group'),
          table('Channel'),
          table('Day', long),
          heading('Who waits'),
          table('Ticket', long),
          heading('Satisfaction'),
          table('Week', 'CSAT by week'),
        ],
      },
      options,
    );
    expect([...readWorkbook(made).keys()]).toEqual([
      'Summary',
      'Report',
      'Group',
      'Channel',
      '46 tickets wait for a first an…',
      'Who waits',
      'CSAT by week',
    ]);
  });

  it('draws a course in characters', () => {
    expect(sheets.get('Recurring issues')?.get('C2')).toMatchObject({ type: 's', value: '▁▁▁▂▂▂▂▂▂█' });
  });

  it('says in words why a figure is missing', () => {
    const words = [...(sheets.get('Summary')?.values() ?? [])].map((cell) => cell.value);
    expect(words).toContain('too few (n=3)');
    expect(words).toContain('not available');
  });

  it('stands heads over their cells: numbers and dates on the right, text on the left', () => {
    const side = (sheet: string, cell: string): string | undefined => sheets.get(sheet)?.get(cell)?.align;
    expect(['A1', 'B1', 'C1', 'H1'].map((cell) => side('By group, this week', cell))).toEqual([
      undefined,
      'right',
      'right',
      'right',
    ]);
    expect(side('Tickets created and solved a d…', 'A1')).toBe('right');
    expect(side('Recurring issues', 'A1')).toBeUndefined();
  });

  it('freezes the heads', () => {
    const xml = readZip(bytes).get('xl/worksheets/sheet2.xml') ?? '';
    expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
  });

  it('is the same, byte by byte, whenever it is made', async () => {
    const again = await renderXlsx(sampleReport, options);
    expect(Buffer.compare(bytes, again)).toBe(0);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    expect(view.getUint32(10, true)).toBe(0x00210000);
  });

  it('writes months of a cohort as they are, without an apostrophe', () => {
    const heads = [...(sheets.get('Customers still active, by mon…')?.values() ?? [])].map(
      ({ value }) => value,
    );
    expect(heads).toContain('+0');
    expect(heads.filter((value) => value.startsWith("'"))).toEqual([]);
  });
  it('holds hostile values as text, and no formula', async () => {
    const hostile = await renderXlsx(hostileReport, options);
    for (const [name, text] of readZip(hostile)) {
      if (name.endsWith('.xml'))
        expect(text).not.toMatch(/<f[ >]|<hyperlink|[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
    }
    const texts = [...readWorkbook(hostile).values()].flatMap((sheet) => [...sheet.values()]);
    // A sign and a number alone (`-2`) run nothing, and stand as they are.
    for (const { type, value } of texts)
      if (type === 's') expect(value).not.toMatch(/^(?![+-]\d+$)[=+\-@\t]/);
    expect(texts.map(({ value }) => value)).toContain("'=cmd|'/c calc'!A1");
    expect(texts.map(({ value }) => value)).toContain('x'.repeat(10_000));
    for (const name of readWorkbook(hostile).keys()) expect(name).not.toMatch(/[[\]/\\:*?]/);
  });
});

describe('wallClock', () => {
  it('reads the clock of a zone, summer time included', () => {
    expect(wallClock(Date.UTC(2026, 6, 1, 12), 'Europe/Berlin').toISOString()).toBe(
      '2026-07-01T14:00:00.000Z',
    );
    expect(wallClock(Date.UTC(2026, 11, 31, 23, 30), 'Asia/Kolkata').toISOString()).toBe(
      '2027-01-01T05:00:00.000Z',
    );
  });

  it('takes labels of days only', () => {
    expect(dateOfLabel('2026-11-05')?.toISOString()).toBe('2026-11-05T00:00:00.000Z');
    expect(dateOfLabel('2026-02-30')).toBeNull();
    expect(dateOfLabel('2026-W46')).toBeNull();
  });
});

describe('clearZipTimes', () => {
  it('refuses what is no archive', () => {
    expect(() => clearZipTimes(new Uint8Array(100))).toThrow('not a ZIP archive');
  });
});

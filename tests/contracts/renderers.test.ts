import { describe, expect, it } from 'vitest';
import { formatsOf, isFormat } from '../../src/model/output-formats.ts';
import type { Block } from '../../src/model/report.ts';
import { languageIds, loadLocale } from '../../src/output/locales/index.ts';
import { renderReport } from '../../src/output/renderers/index.ts';
import { hostileReport, sampleReport } from '../unit/output/sample-report.ts';

/** Every format, over every kind of block, in every language: a new format is held to the same. */
describe.each(formatsOf('report'))('%s', (format) => {
  const render = async (
    report: typeof sampleReport,
    language: (typeof languageIds)[number] = 'en',
  ): Promise<string> => {
    const text = await renderReport(report, format, { locale: await loadLocale(language, { strict: true }) });
    expect(typeof text === 'string').toBe(!isFormat(format, 'isBinary'));
    return typeof text === 'string' ? text : Buffer.from(text).toString('latin1');
  };

  it.each(languageIds)('writes a whole report in %s', async (language) => {
    expect((await render(sampleReport, language)).length).toBeGreaterThan(1000);
  });

  it('writes the same bytes again', async () => {
    expect(await render(sampleReport)).toBe(await render(sampleReport));
  });

  it('ends text in one newline', async () => {
    if (!isFormat(format, 'isBinary')) expect(await render(sampleReport)).toMatch(/[^\n]\n$/);
  });

  it('writes every kind of block alone, and nothing at all', async () => {
    const kinds = new Set<Block['kind']>();
    for (const block of [...sampleReport.blocks, ...emptyBlocks]) {
      kinds.add(block.kind);
      await render({ ...sampleReport, blocks: [block] });
    }
    expect([...kinds].sort()).toEqual(['figures', 'heading', 'list', 'matrix', 'note', 'series', 'table']);
    await render({ ...sampleReport, blocks: [] });
  });

  it('lets no control and no lone surrogate of the data through', async () => {
    if (isFormat(format, 'isBinary')) return;
    const text = await render(hostileReport);
    // Machine formats carry text as it is: JSON escapes it, CSV quotes it.
    if (format !== 'csv') expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/);
    if (format === 'table' || format === 'markdown' || format === 'html') {
      expect(text).not.toMatch(/[\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\ud800(?![\udc00-\udfff])/);
    }
  });
});

const caption = { data: 'empty' };
const emptyBlocks: readonly Block[] = [
  { kind: 'figures', items: [] },
  { kind: 'table', id: 'empty', columns: [{ key: 'a', label: caption, type: 'text' }], rows: [] },
  { kind: 'series', id: 'empty', caption, style: 'lines', x: [], unit: 'count', lines: [] },
  {
    kind: 'series',
    id: 'empty',
    caption,
    style: 'bars',
    x: ['a'],
    unit: 'share',
    lines: [{ label: caption, values: [null] }],
  },
  { kind: 'matrix', id: 'empty', caption, rowLabels: [], columnLabels: [], values: [], unit: 'count' },
  { kind: 'list', items: [] },
];

import { describe, expect, it } from 'vitest';
import type { Block } from '../../../../src/model/report.ts';
import { englishLocale } from '../../../../src/output/locales/index.ts';
import { renderMarkdown } from '../../../../src/output/renderers/markdown.ts';
import { hostileReport, sampleReport } from '../sample-report.ts';

const options = { locale: englishLocale({ strict: true }) };

describe('renderMarkdown', () => {
  it('writes a heading, the headline table and its notes', () => {
    const text = renderMarkdown(
      {
        title: { data: 'Report' },
        subtitle: { data: 'Week 46' },
        blocks: [
          {
            kind: 'figures',
            items: [
              {
                metric: 'created',
                label: { data: 'Tickets | all' },
                value: { type: 'count', value: 1204 },
                before: { type: 'count', value: 1075 },
                change: { type: 'change', of: 'count', before: 1075, now: 1204, lowerIsBetter: null },
                note: { data: 'up' },
              },
            ],
          },
          { kind: 'heading', level: 2, text: { data: 'Notes' } },
          { kind: 'note', severity: 'warning', text: { data: '14 rows' } },
        ],
      },
      options,
    );
    expect(text).toBe(
      [
        '# Report',
        '',
        'Week 46',
        '',
        '| Figure | Now | Before | Change | n |',
        '| --- | ---: | ---: | ---: | ---: |',
        '| Tickets \\| all | **1,204** | 1,075 | ▲ +12% |   |',
        '',
        '- Tickets \\| all: up',
        '',
        '## Notes',
        '',
        '> **Warning:** 14 rows',
        '',
      ].join('\n'),
    );
  });

  it('keeps every row of a table at the number of its heads, whatever the data', () => {
    for (const report of [sampleReport, hostileReport]) {
      let columns = 0;
      for (const line of renderMarkdown(report, options).split('\n')) {
        if (!line.startsWith('|')) columns = 0;
        else {
          const cells = line.replace(/\\\\/g, '').replace(/\\\|/g, '').split('|').length;
          if (columns === 0) columns = cells;
          expect(cells).toBe(columns);
        }
      }
    }
  });

  it('lets no tag and no link of the data through', () => {
    const text = renderMarkdown(hostileReport, options);
    expect(text).not.toMatch(/<[a-z/!]/i);
    expect(text).not.toMatch(/https?:\/\/|(?<!\\)\]\(/);
  });

  it('says once what the marks beside changes mean', () => {
    const item = (verdict: 'noise' | 'too_few', before: number) =>
      ({
        metric: 'created',
        label: { data: 'New' },
        value: { type: 'count', value: 120 },
        before: { type: 'count', value: before },
        change: { type: 'change', of: 'count', before, now: 120, lowerIsBetter: null, verdict },
      }) as const;
    const text = ofBlocks(
      { kind: 'figures', items: [item('noise', 100)] },
      { kind: 'figures', items: [item('noise', 100), item('too_few', 80)] },
    );
    expect(text).toContain('| ≈ +20% |   |\n\n*≈ within the usual noise*\n\n| Figure');
    expect(text).toContain('| · +50% |   |\n\n*· too few tickets or periods to compare*\n');
  });

  it('says a long sentence of ours to its end, and cuts a long name', () => {
    const long = Array.from({ length: 60 }, (_, index) => `reason ${index}`).join(', ');
    const markdownOf = (block: Block) =>
      renderMarkdown({ ...sampleReport, blocks: [block] }, { locale: englishLocale() });
    for (const severity of ['info', 'warning'] as const) {
      const note: Block = { kind: 'note', severity, text: { data: long } };
      expect(markdownOf(note)).toContain('reason 59');
    }
    expect(markdownOf({ kind: 'list', items: [{ data: long }] })).toContain('reason 59');
    expect(markdownOf({ kind: 'heading', level: 2, text: { data: long } })).not.toContain('reason 59');
  });

  it('leaves out no step between headings', () => {
    const heading = (level: 1 | 2 | 3, data: string) => ({ kind: 'heading', level, text: { data } }) as const;
    const text = ofBlocks(
      heading(3, 'a'),
      heading(3, 'b'),
      heading(2, 'c'),
      heading(3, 'd'),
      heading(2, 'e'),
    );
    expect(text.match(/^#+ .*$/gm)).toEqual(['# Report', '## a', '## b', '## c', '### d', '## e']);
  });

  it('draws a matrix wider than a page as strips on one scale', () => {
    const hours = Array.from({ length: 14 }, (_, hour) => hour);
    const text = ofBlocks({
      kind: 'matrix',
      id: 'arrivals',
      caption: { data: 'Arrivals' },
      rowLabels: [{ data: 'Mon' }, { data: 'Tue' }],
      columnLabels: hours.map((hour) => ({ data: `${hour}h` })),
      // Steps are eighths of the highest value of all rows, 14: 0 and 1 the lowest, 7 the middle.
      values: [hours.map((hour) => hour + 1), hours.map((hour) => (hour === 3 ? 7 : hour === 4 ? null : 0))],
      unit: 'count',
    });
    expect(text).toContain(
      [
        '**Arrivals**',
        '',
        '|   | 0h – 13h | Highest | Total |',
        '| --- | --- | ---: | ---: |',
        '| Mon | ▂▂▃▃▄▄▅▅▆▆▇▇██ | 14 (13h) | 105 |',
        '| Tue | ▁▁▁▅·▁▁▁▁▁▁▁▁▁ | 7 (3h) | 7 |',
        '',
        '▁–█: from 0 to 14',
      ].join('\n'),
    );
  });
});

function ofBlocks(...blocks: readonly Block[]): string {
  return renderMarkdown({ title: { data: 'Report' }, subtitle: { data: 'Week 46' }, blocks }, options);
}

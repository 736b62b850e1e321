import { describe, expect, it } from 'vitest';
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
    const text = renderMarkdown(hostileReport, options).replaceAll('@<!-- -->', '');
    expect(text).not.toMatch(/<[a-z/!]/i);
    expect(text).not.toMatch(/https?:\/\/|(?<!\\)\]\(/);
  });
});

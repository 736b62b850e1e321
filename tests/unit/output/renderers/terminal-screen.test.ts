import { describe, expect, it } from 'vitest';
import { metrics } from '../../../../src/analysis/metrics/index.ts';
import type { Phrase, Report, Screen } from '../../../../src/model/report.ts';
import { languageIds, loadLocale } from '../../../../src/output/locales/index.ts';
import { displayWidth } from '../../../../src/output/renderers/display-width.ts';
import { renderTerminal } from '../../../../src/output/renderers/terminal.ts';
import { buildReport } from '../../../../src/output/report/build-report.ts';
import { countOf, csat, headline, quietOverview, responseTime } from '../../../sample-overview.ts';

const HOUR = 3_600_000;
const english = Object.fromEntries(metrics.map(({ id, name }) => [`metric.${id}`, name]));
const headlines = [
  headline(countOf('created'), { before: 180, now: 200 }, { verdict: 'noise' }),
  headline(countOf('solved'), { before: 170, now: 190 }, { verdict: 'noise' }),
  headline(countOf('backlog'), { before: 40, now: 42 }, { verdict: 'noise' }),
  headline(responseTime, { before: HOUR, now: 2 * HOUR }, { verdict: 'noise', open: 9 }),
  headline(csat, { before: 0.8, now: 0.9 }, { verdict: 'noise' }),
];
const report = buildReport({ overview: { ...quietOverview, headlines }, findings: [], problems: [] });
const long: Phrase = { data: 'words that go on and on '.repeat(14).trim() };
const crowded = (more: Partial<Screen>): Report => ({
  ...report,
  screen: {
    ...(report.screen as Screen),
    findings: ['first', 'second', 'third'].map((data) => ({
      data: `${data} ${(long as { data: string }).data}`,
    })),
    issues: [{ data: 'issue one' }, { data: 'issue two' }],
    waiting: { data: '46 tickets wait' },
    ...more,
  },
});

describe('the first screen', () => {
  it('fits forty lines of eighty cells in every language, and says how to see the rest in its last line', async () => {
    for (const id of languageIds) {
      const locale = await loadLocale(id, { english });
      const lines = renderTerminal(crowded({ cautions: [long] }), { locale, width: 80 })
        .trimEnd()
        .split('\n');
      expect(lines.length).toBeLessThanOrEqual(40);
      expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(80);
      expect(lines.at(-1)).toContain('--full');
    }
  });

  it('lets issues go first, then courses, then findings from the last; never n, the period or who waits', async () => {
    const locale = await loadLocale('en', { english });
    const shown = (cautions: number): string =>
      renderTerminal(crowded({ cautions: Array.from({ length: cautions }, () => long) }), {
        locale,
        width: 80,
      });
    const roomy = shown(0);
    for (const word of ['issue one', '▁', 'first', 'second', 'third']) expect(roomy).toContain(word);
    const tight = shown(2);
    expect(tight).not.toContain('issue one');
    expect(tight).toContain('second');
    expect(shown(3)).not.toContain('second words');
    for (const text of [roomy, tight, shown(3)]) {
      for (const word of ['26 Oct 2026', 'n=200', '9 open', '46 tickets wait', 'first words'])
        expect(text).toContain(word);
    }
  });

  it('calls a week in which nothing moved a normal one, with what came and went', async () => {
    const locale = await loadLocale('en', { english });
    expect(renderTerminal(report, { locale })).toContain(
      'A normal week: 200 new tickets came in, 190 were solved.',
    );
    expect(renderTerminal(report, { locale })).toContain('The files hold 5,200 tickets');
  });

  it('gives no rating without n and response rate', async () => {
    const locale = await loadLocale('en', { english });
    const text = renderTerminal(report, { locale });
    expect(text).toMatch(/CSAT .*n=200/);
    expect(text).toContain('response rate not known');
  });
});

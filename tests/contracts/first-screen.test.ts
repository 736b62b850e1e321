import { describe, expect, it } from 'vitest';
import { metrics } from '../../src/analysis/metrics/index.ts';
import type { ReportInput } from '../../src/model/overview.ts';
import { type Phrase, type PhraseArg, type Screen, type Value, verdicts } from '../../src/model/report.ts';
import { languageIds, loadLocale } from '../../src/output/locales/index.ts';
import { renderReport } from '../../src/output/renderers/index.ts';
import { buildReport } from '../../src/output/report/build-report.ts';
import { countOf, csat, headline, quietOverview, responseTime } from '../sample-overview.ts';

const HOUR = 3_600_000;
const english = Object.fromEntries(metrics.map(({ id, name }) => [`metric.${id}`, name]));
const resolution = { ...responseTime, metric: 'resolution_time' };
const rate = { ...csat, metric: 'csat_response_rate' };

const desk = (verdict: (typeof verdicts)[number]): ReportInput => ({
  overview: {
    ...quietOverview,
    headlines: [
      headline(countOf('created'), { before: 180, now: 200 }, { verdict: 'noise' }),
      headline(countOf('solved'), { before: 170, now: 190 }, { verdict: 'noise' }),
      headline(countOf('backlog'), { before: 40, now: 42 }, { verdict: 'noise' }),
      headline(responseTime, { before: HOUR, now: 2 * HOUR }, { verdict }),
      headline(resolution, { before: 9 * HOUR, now: 9 * HOUR }, { verdict: 'noise' }),
      headline(csat, { before: 0.8, now: 0.9 }, { verdict: 'noise' }),
      headline(rate, { before: 0.3, now: 0.4 }, { verdict: 'noise' }),
    ],
  },
  findings: [],
  problems: [],
});

/** Every figure that a phrase names. */
function figuresIn(phrase: Phrase): Value[] {
  if (!('code' in phrase)) return [];
  const of = (arg: PhraseArg): Value[] => {
    if (typeof arg !== 'object') return [];
    if (Array.isArray(arg)) return arg.flatMap(of);
    return 'type' in arg ? [arg] : figuresIn(arg as Phrase);
  };
  return Object.values(phrase.args ?? {}).flatMap(of);
}

describe('the first screen of a report', () => {
  it('says no figure that does not stand in the same report', () => {
    const { screen, blocks } = buildReport(desk('noise'));
    const standing = new Set(
      blocks.flatMap((block) =>
        block.kind === 'figures'
          ? block.items.map(({ value }) => `${value.type} ${'value' in value ? value.value : ''}`)
          : [],
      ),
    );
    const said = (screen as Screen).lead.flatMap(figuresIn);
    expect(said.length).toBeGreaterThan(3);
    for (const value of said)
      expect(standing).toContain(`${value.type} ${'value' in value ? value.value : ''}`);
  });

  it.each(verdicts)('carries the verdict %s into every format', async (verdict) => {
    const report = buildReport(desk(verdict));
    const locale = await loadLocale('en', { english });
    const of = async (format: 'csv' | 'ndjson' | 'json' | 'html' | 'markdown' | 'table'): Promise<string> =>
      String(await renderReport(report, format, { locale }));
    expect(await of('csv')).toMatch(
      new RegExp(`^figures,first_response_time\\.p50,value,seconds,7200,.*,${verdict}$`, 'm'),
    );
    expect(await of('ndjson')).toContain(`"verdict":"${verdict}"`);
    expect(await of('json')).toContain(`"verdict": "${verdict}"`);
    expect(await of('html')).toContain(locale.message(`verdict.${verdict}`));
    const mark = { too_few: '·', noise: '≈', unusual: '◆', small: '▲', real: '▲' }[verdict];
    for (const text of [await of('markdown'), await of('table')])
      expect(text).toMatch(new RegExp(`First response, median.*${mark} \\+100%`));
  });

  it('tells who reads a page what the files hold in words, and only a terminal what to type', async () => {
    const input = desk('noise');
    for (const nearest of [null, '2026-01']) {
      const report = buildReport({
        ...input,
        overview: { ...input.overview, held: 900, nearest },
      });
      for (const id of languageIds) {
        const locale = await loadLocale(id, { english });
        const of = async (format: 'html' | 'markdown' | 'table'): Promise<string> =>
          String(await renderReport(report, format, { locale }));
        for (const page of [await of('html'), await of('markdown')]) {
          expect(page).toContain(locale.numbers.number(900));
          expect(page).not.toContain('--period');
        }
        expect((await of('table')).replace(/\s+/g, ' ')).toContain('--period all');
      }
    }
  });

  it('gives no rating without n and its response rate, in any language', async () => {
    for (const id of languageIds) {
      const locale = await loadLocale(id, { english });
      const text = await renderReport(buildReport(desk('noise')), 'table', { locale });
      const lines = String(text).split('\n');
      const at = lines.findIndex((line) => line.includes('CSAT'));
      expect(lines[at]).toContain(`n=${locale.numbers.number(200)}`);
      expect(lines[at + 1]).toContain(locale.numbers.share(0.4));
    }
  });

  it('calls nothing a change that did not change', async () => {
    const locale = await loadLocale('en', { english });
    const text = String(await renderReport(buildReport(desk('noise')), 'table', { locale }));
    expect(text).toMatch(/Resolution, median +9h 00m +0% /);
  });

  const issue = (more: Partial<NonNullable<ReportInput['issues']>['issues'][number]>): ReportInput => ({
    ...desk('noise'),
    issues: {
      ...{ tickets: 200, clustered: 90, weeks: 30 },
      issues: [
        {
          ...{ id: 'i1', label: 'Refund', example: null, size: 12, share: 0.06, course: [] },
          ...{ trend: 'rising', usual: 5, response: null, resolution: null, csat: null },
          ...more,
        },
      ],
    },
  });

  it('says of an issue that grows from what, in any language, and not that it rose to less', async () => {
    for (const id of languageIds) {
      const locale = await loadLocale(id, { english });
      const of = async (input: ReportInput): Promise<string> =>
        String(await renderReport(buildReport(input), 'table', { locale })).replace(/\s+/g, ' ');
      const rising = locale.message('trend.rising');
      expect(await of(issue({}))).toMatch(
        new RegExp(`Refund: .+, ${rising} \\(.*${locale.numbers.number(5)}`),
      );
      expect(await of(issue({ usual: 0 }))).toContain(`, ${rising} (`);
      for (const plain of [await of(issue({ usual: 12 })), await of(issue({ usual: 20 }))])
        expect(plain).not.toContain(rising);
      // What is new came from nothing: it is said since when, and not from what.
      const fresh = await of(issue({ trend: 'new', since: Date.UTC(2026, 4, 4) }));
      const day = locale.formatValue({
        ...{ type: 'instant', value: Date.UTC(2026, 4, 4), zone: 'UTC', precision: 'day' },
      } as const);
      expect(fresh).toContain(day);
      expect(fresh).not.toContain(`${locale.message('trend.new')} (${locale.numbers.number(5)}`);
      const all = issue({ usual: null });
      const everything = { ...all, overview: { ...all.overview, period: null, before: null } };
      expect(await of(everything)).toMatch(new RegExp(`${rising}.*${locale.numbers.number(30)}`));
    }
  });

  it('says at least how many there were where the files hold a part of them', async () => {
    const input = desk('noise');
    const [created, ...others] = input.overview.headlines;
    const part = { ...created, now: { ...created.now, status: 'edge' as const } };
    const report = buildReport({ ...input, overview: { ...input.overview, headlines: [part, ...others] } });
    const text = String(await renderReport(report, 'table', { locale: await loadLocale('en', { english }) }));
    expect(text).toContain('at least 200 new tickets came in');
    expect(text).not.toContain('incomplete');
  });

  it('says nothing of speed and satisfaction under that heading of which the export knows volume alone', async () => {
    const input = desk('noise');
    const row = { label: { data: 'Billing' }, kind: 'value', tickets: 9 } as const;
    const nothing = { value: null, n: 0, low: null, high: null, status: 'ok' } as const;
    const table = {
      ...{ dimension: 'group', overlaps: false, columns: [responseTime] },
      rows: [{ ...row, readings: [nothing], changes: [null], contrasts: [null] }],
    };
    const { blocks } = buildReport({ ...input, overview: { ...input.overview, segments: [table] as never } });
    const codes = blocks.flatMap((block) =>
      block.kind === 'heading' && 'code' in block.text ? [block.text.code] : [],
    );
    expect(codes).toContain('section.origins');
    expect(codes).not.toContain('section.segments');
  });
});

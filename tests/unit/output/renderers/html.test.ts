import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Block, Report } from '../../../../src/model/report.ts';
import { englishLocale, loadLocale } from '../../../../src/output/locales/index.ts';
import {
  binPosition,
  extentOf,
  labelled,
  valueScale,
} from '../../../../src/output/renderers/chart-scales.ts';
import { renderHtml } from '../../../../src/output/renderers/html.ts';
import { html, Markup } from '../../../../src/output/renderers/markup.ts';
import { dates, hostileReport, sampleReport, wave } from '../sample-report.ts';

const options = { locale: englishLocale({ strict: true }) };
const page = renderHtml(sampleReport, options);

describe('renderHtml', () => {
  it('names itself, its language and its parts', () => {
    expect(page.startsWith('<!doctype html>\n<html lang="en-GB" dir="ltr">')).toBe(true);
    expect(page).toContain('<title>Support report: Northwind Traders</title>');
    expect(page.match(/<h1/g)).toHaveLength(1);
    expect(page.match(/<h2/g)).toHaveLength(6);
    expect(page.match(/<svg class="spark small"/g)).toHaveLength(3);
    expect(page.match(/<svg class="chart"/g)).toHaveLength(6);
    expect(page).toContain('<a class="skip" href="#report">');
    expect(page).toContain('<main id="report"');
  });

  it('has room for a word of ten letters in the first column on a phone', () => {
    // A letter takes about .6rem, the cell's sides 1.4rem: `Deliveries` was broken at 6rem.
    const [, width] = /td:first-child,tbody th\{min-width:([\d.]+)rem;max-width:45vw\}/.exec(page) ?? [];
    expect(Number(width)).toBeGreaterThanOrEqual(10 * 0.6 + 1.4);
  });

  it('is in the language it is asked for', async () => {
    const locale = await loadLocale('bn', { strict: true });
    const bengali = renderHtml(sampleReport, { locale });
    expect(bengali).toContain('<html lang="bn-BD"');
    expect(bengali).toContain(locale.formatValue({ type: 'duration', value: 7_500_000 }));
  });

  it('every chart carries a name, a description and its figures as a table', () => {
    for (const [, svg = ''] of page.matchAll(/<svg class="chart"(.*?)<\/svg>/gs)) {
      expect(svg).toMatch(/role="img" aria-labelledby="(\w+)-t \1-d"/);
      expect(svg).toMatch(/<title id="\w+-t">[^<]+<\/title><desc id="\w+-d">[^<]+<\/desc>/);
    }
    expect(page.match(/<details class="data">/g)).toHaveLength(6);
  });

  it('closes what it opens, and uses no id twice', () => {
    for (const each of [page, renderHtml(hostileReport, options)]) {
      const body = each.replace(/<style>.*?<\/style>|<script>.*?<\/script>/gs, '');
      const open: string[] = [];
      for (const [, slash, name = '', , self] of body.matchAll(/<(\/?)([a-z0-9]+)((?:\s[^<>]*?)?)(\/?)>/gi)) {
        if (['meta', 'br'].includes(name) || self === '/') continue;
        if (slash === '/') expect(open.pop()).toBe(name);
        else open.push(name);
      }
      expect(open).toEqual([]);
      const ids = [...body.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
      expect(new Set(ids).size).toBe(ids.length);
      const links = [...body.matchAll(/\shref="#([^"]+)"/g)].map((match) => match[1]);
      for (const link of links) expect(ids).toContain(link);
    }
  });

  it('stays under 500 KB for a year of days', () => {
    const year: Block = {
      kind: 'series',
      id: 'year',
      caption: { data: 'A year' },
      style: 'lines',
      x: dates(365),
      unit: 'count',
      lines: [1, 2, 3].map((seed) => ({ label: { data: `line ${seed}` }, values: wave(365, { seed }) })),
    };
    const large: Report = {
      ...sampleReport,
      blocks: [...sampleReport.blocks, year, { ...year, style: 'bars' }, { ...year, style: 'stacked' }],
    };
    expect(Buffer.byteLength(renderHtml(large, options))).toBeLessThan(500_000);
  });

  it('keeps series of one value, of nothing, and of negative values whole', () => {
    const odd = (values: (number | null)[], style: 'lines' | 'bars' | 'stacked'): Block => ({
      kind: 'series',
      id: 'odd',
      caption: { data: 'Odd' },
      style,
      x: values.map((_, index) => `x${index}`),
      unit: 'points',
      lines: [{ label: { data: 'a' }, values }],
    });
    for (const style of ['lines', 'bars', 'stacked'] as const) {
      for (const values of [[], [null], [0], [5], [-5, 3, null, 8], [0, 0, 0]]) {
        const text = renderHtml({ ...sampleReport, blocks: [odd(values, style)] }, options);
        expect(text).not.toMatch(/NaN|Infinity|undefined/);
      }
    }
    expect(page).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe('charts and tables', () => {
  const hour = 3_600_000;
  const render = (...blocks: Block[]): string => renderHtml({ ...sampleReport, blocks }, options);
  const body = (text: string): string => text.replace(/<style>.*?<\/style>/s, '');

  it('write the edges of bins where they lie, in hours where the clock is that of business', () => {
    const spread = (clock: 'calendar' | 'business'): Block => ({
      kind: 'series',
      id: 'spread',
      caption: { data: 'Spread' },
      style: 'histogram',
      x: ['a', 'b', 'c'],
      unit: 'count',
      lines: [{ label: { data: 'Tickets' }, values: [1, 2, 3] }],
      edges: [0, hour, 72 * hour, Number.POSITIVE_INFINITY],
      clock,
    });
    const below = (text: string): (readonly [number, string | undefined])[] =>
      [...text.matchAll(/<text x="([\d.]+)" y="224" text-anchor="middle">([^<]*)</g)].map(
        ([, x, label]) => [Number(x), label] as const,
      );
    const bars = [
      ...render(spread('calendar')).matchAll(/<rect class="f1" x="([\d.]+)"[^>]*? width="([\d.]+)"/g),
    ];
    const sides = bars.map(([, x, width]) => [Number(x), Number(x) + Number(width)] as const);
    const found = below(render(spread('calendar')));
    expect(found.map(([, label]) => label)).toEqual(['1h', '3d']);
    found.forEach(([x], index) => {
      expect(x).toBeGreaterThan(sides[index]?.[1] ?? Number.NaN);
      expect(x).toBeLessThan(sides[index + 1]?.[0] ?? Number.NaN);
    });
    expect(below(render(spread('business'))).map(([, label]) => label)).toEqual(['1h', '72h']);
  });

  it('explain the marks of changes below the tables that bear them, and none else', () => {
    const table = (verdict: 'noise' | 'too_few' | 'real'): Block => ({
      kind: 'table',
      id: verdict,
      columns: [{ key: 'change', label: { data: 'Change' }, type: 'change' }],
      rows: [[{ type: 'change', of: 'count', before: 10, now: 12, lowerIsBetter: true, verdict }]],
    });
    const key = (...blocks: Block[]): string | undefined =>
      /<p class="key">.*?<\/p>/.exec(render(...blocks))?.[0];
    expect(key(table('real'))).toBeUndefined();
    expect(key(table('noise'))).toBe('<p class="key"><span>≈ within the usual noise</span> </p>');
    expect(key(table('noise'), table('too_few'))).toContain(
      '<span>· too few tickets or periods to compare</span>',
    );
  });

  it('draw no course without two values in a row, and no interval beside what is too few', () => {
    const card = (spark: (number | null)[], status: 'ok' | 'too_few'): string =>
      body(
        render({
          kind: 'figures',
          items: [
            {
              metric: 'csat',
              label: { data: 'CSAT' },
              value: { type: 'share', value: 0.6, n: 3, status },
              low: 0.2,
              high: 0.9,
              spark,
            },
          ],
        }),
      );
    expect(card([null, 0.4, null, 0.6], 'ok')).not.toContain('class="spark"');
    expect(card([null, 0.4, 0.6], 'ok')).toContain('class="spark"');
    expect(card([0.4, 0.6], 'ok')).toContain('95% interval 20.0% to 90.0%');
    expect(card([0.4, 0.6], 'too_few')).not.toContain('95% interval');
  });

  it('say a long sentence of ours to its end, and cut a long name', () => {
    const long = Array.from({ length: 60 }, (_, index) => `reason ${index}`).join(', ');
    const note: Block = { kind: 'note', severity: 'info', text: { data: long } };
    const list: Block = { kind: 'list', items: [{ data: long }] };
    expect(long.length).toBeGreaterThan(400);
    expect(body(render(note))).toContain('reason 59');
    expect(body(render(list))).toContain('reason 59');
    expect(body(render({ kind: 'heading', level: 2, text: { data: long } }))).not.toContain('reason 59');
    const endless: Block = { ...note, text: { data: 'x'.repeat(10_000) } };
    expect(body(render(endless))).toContain(`${'x'.repeat(3999)}…`);
  });
});

describe('what the file allows', () => {
  const policy =
    /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1]?.replace(/&#39;/g, "'") ?? '';
  const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

  it('is nothing but its own style and script', () => {
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `style-src ${hash(/<style>(.*?)<\/style>/s.exec(page)?.[1] ?? '')}`,
      `script-src ${hash(/<script>(.*?)<\/script>/s.exec(page)?.[1] ?? '')}`,
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  it('asks for nothing from anywhere', () => {
    for (const each of [page, renderHtml(hostileReport, options)]) {
      const markup = each.replace(/>[^<]*</g, '><');
      expect(markup).not.toMatch(
        /\s(src|srcset|action|poster|data|background)=|<(link|img|iframe|object|embed|base|form|use|image)\b/i,
      );
      expect(each.match(/<style>/g)).toHaveLength(1);
      expect(each.match(/<script>/g)).toHaveLength(1);
      expect(each.replace(/>[^<]*</g, '><')).not.toMatch(/\son\w+=|\sstyle=|javascript:/i);
      expect(/<style>(.*?)<\/style>/s.exec(each)?.[1]).not.toMatch(/url\(|@import/);
    }
  });
});

describe('html', () => {
  it('escapes whatever is put into it, except markup it made itself', () => {
    expect(html`<p title="${'"><b>'}">${['<i>', 1, null, false, html`<br>`]}</p>`.text).toBe(
      '<p title="&quot;&gt;&lt;b&gt;">&lt;i&gt;1<br></p>',
    );
    expect(html`${new Markup('<hr>')}`.text).toBe('<hr>');
  });
});

describe('scales', () => {
  const block = (more: object) =>
    ({
      kind: 'series',
      id: 's',
      caption: { data: 's' },
      style: 'lines',
      x: ['a', 'b'],
      unit: 'count',
      lines: [],
      ...more,
    }) as Extract<Block, { kind: 'series' }>;

  it('start at 0, except for shares that lie close together', () => {
    expect(valueScale(block({}), 95, 90).low).toBe(0);
    const near = valueScale(block({ unit: 'share' }), 0.95, 0.85);
    expect(near.low).toBeGreaterThan(0.8);
    expect(near.high).toBeLessThanOrEqual(1);
    expect(valueScale(block({ unit: 'share', style: 'bars' }), 0.95, 0.85).low).toBe(0);
  });

  it('hold the target, and never show more than 100%', () => {
    expect(valueScale(block({ target: 200 }), 100, 0).high).toBeGreaterThanOrEqual(200);
    expect(valueScale(block({ unit: 'share' }), 0.999, 0.9).high).toBe(1);
  });

  it('have round steps in the unit of time that people would use', () => {
    const hour = 3_600_000;
    expect(valueScale(block({ unit: 'duration' }), 7.2 * hour, hour).ticks).toEqual([
      0,
      2 * hour,
      4 * hour,
      6 * hour,
      8 * hour,
    ]);
    expect(valueScale(block({}), 3, 0).ticks).toEqual([0, 1, 2, 3]);
  });

  it('know the extent of lines with intervals and of stacks', () => {
    expect(
      extentOf(
        block({ lines: [{ label: { data: 'a' }, values: [2, null], low: [1, null], high: [9, null] }] }),
      ),
    ).toEqual({ low: 1, high: 9 });
    const stacked = [
      { label: { data: 'a' }, values: [1, 2] },
      { label: { data: 'b' }, values: [3, null] },
    ];
    expect(extentOf(block({ style: 'stacked', lines: stacked }))).toEqual({ low: 2, high: 4 });
    expect(extentOf(block({ lines: [{ label: { data: 'a' }, values: [null] }] }))).toBeNull();
  });

  it('place a target among the edges of bins', () => {
    expect(binPosition([0, 10, 20, Number.POSITIVE_INFINITY], 15)).toBe(1.5);
    expect(binPosition([0, 10, 20, Number.POSITIVE_INFINITY], 10)).toBe(1);
    expect(binPosition([0, 10, 20, Number.POSITIVE_INFINITY], 99)).toBe(2);
    expect(binPosition([5, 10], 1)).toBeNull();
    expect(labelled(10, 4)).toEqual([0, 3, 6, 9]);
  });
});

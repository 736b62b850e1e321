import { describe, expect, it } from 'vitest';
import type { CheckResult } from '../../../../src/model/check.ts';
import { sentence } from '../../../../src/model/sentence.ts';
import { englishLocale, loadLocale } from '../../../../src/output/locales/index.ts';
import { checkLines, checkMarkdown, summaryLine } from '../../../../src/output/renderers/check-text.ts';
import { wordCheck, wordPair } from '../../../../src/output/renderers/check-words.ts';
import { githubLines } from '../../../../src/output/renderers/github.ts';
import { junitXml } from '../../../../src/output/renderers/junit.ts';
import { HOUR, MINUTE } from '../../../desk.ts';

const locale = englishLocale({ strict: true });
const base: CheckResult = {
  expect: 'first_response_time.p90 < 4h',
  name: null,
  verdict: 'fail',
  metric: 'first_response_time',
  stat: 'p90',
  kind: 'duration',
  clock: 'calendar',
  operator: '<',
  period: { start: 0, end: 1, label: '2026-W45', complete: true },
  segment: {},
  value: 5 * HOUR + 12 * MINUTE,
  limit: 4 * HOUR,
  n: 1312,
  low: null,
  high: null,
  rule: null,
  reason: null,
};
const make = (more: Partial<CheckResult>): CheckResult => ({ ...base, ...more });
const pair = (more: Partial<CheckResult>): string => {
  const { value, limit } = wordPair(make(more), locale);
  return `${value} | ${limit}`;
};

describe('value and limit in words', () => {
  it('have as many digits as it takes to tell them apart', () => {
    expect(pair({})).toBe('5h 12m | 4h 00m');
    expect(pair({ value: 4 * HOUR + 7000 })).toBe('4h 00m 7s | 4h 00m 0s');
    expect(pair({ value: 4 * HOUR + 0.25 })).toBe('4h 00m 0.0003s | 4h 00m 0s');
    expect(pair({ value: 4 * HOUR })).toBe('4h 00m | 4h 00m');
    expect(pair({ kind: 'share', value: 0.8999, limit: 0.9 })).toBe('89.99% | 90%');
    expect(pair({ kind: 'share', value: 0.95, limit: 0.9 })).toBe('95.0% | 90%');
    expect(pair({ kind: 'share', value: 0, limit: 0.01 })).toBe('0% | 1%');
    expect(pair({ kind: 'score', value: 4.1999, limit: 4.2 })).toBe('4.1999 | 4.20');
    expect(pair({ kind: 'score', value: 3.5, limit: 4.2 })).toBe('3.50 | 4.2');
    expect(pair({ kind: 'share', value: 0.9, limit: 0.9 })).toBe('90.0% | 90%');
    expect(pair({ kind: 'points', value: 34.6, limit: 35 })).toBe('34.6 | 35');
    expect(pair({ kind: 'count', value: 201, limit: 200 })).toBe('201 | 200');
  });

  it('are in the digits and units of the language, down to the second', async () => {
    const bengali = await loadLocale('bn');
    expect(wordPair(make({ value: 4 * HOUR + 7000 }), bengali)).toEqual({
      value: '৪\u00a0ঘ ০০\u00a0মি ৭\u00a0সে',
      limit: '৪\u00a0ঘ ০০\u00a0মি ০\u00a0সে',
    });
  });

  it('show a limit as it was typed, and a computed one as figures are', () => {
    expect(pair({ kind: 'share', value: 0.5, limit: 0.9995 })).toBe('50.0% | 99.95%');
    expect(pair({ kind: 'share', value: 0.5, limit: 0.88 * 1.1 })).toBe('50.0% | 96.8%');
    expect(pair({ kind: 'share', value: 0.5, limit: 2 / 3 })).toBe('50.0% | 66.7%');
    expect(pair({ kind: 'count', value: 21, limit: 0.5 })).toBe('21 | 0.5');
    expect(pair({ limit: 26.5 * HOUR })).toBe('5h 12m | 26h 30m 0s');
    expect(pair({ limit: 26 * HOUR })).toBe('5h 12m | 1d 2h');
    expect(pair({ limit: 26.5 * HOUR, clock: 'business' })).toBe('5h 12m | 26h 30m');
    expect(pair({ limit: 40 * 24 * HOUR })).toBe('5h 12m | 40d');
    expect(pair({ limit: 4.4 * HOUR + 0.1 })).toBe('5h 12m | 4h 24m');
    expect(pair({ limit: 45 * 1000 })).toBe('5h 12m | 45s');
  });

  it('say what is not reached and what is not there', () => {
    expect(pair({ value: Number.POSITIVE_INFINITY })).toBe('not reached | 4h 00m');
    expect(pair({ value: null, limit: null })).toBe('– | –');
    expect(pair({ clock: 'business', value: 30 * HOUR })).toBe('30h 00m | 4h 00m');
  });

  it('stand with the segment, n, period and reason', () => {
    const words = wordCheck(
      make({
        segment: { group: 'Billing', 'column:Product area': null },
        reason: sentence('why.open_counted', { open: 3 }),
      }),
      locale,
    );
    expect(words.title).toBe('first_response_time.p90 < 4h [group Billing, Product area (none)]');
    expect(words.detail).toBe('5h 12m, limit 4h 00m (n=1,312, week 45, 2026); 3 still open counted');
    expect(wordCheck(make({ name: 'fast enough', period: null }), locale)).toMatchObject({
      title: 'fast enough',
      period: 'all the data',
    });
  });
});

const five = [
  make({ verdict: 'pass', value: HOUR }),
  make({}),
  make({ verdict: 'too_few', n: 3 }),
  make({ verdict: 'no_data', value: null, n: 0, reason: sentence('why.no_ticket_to_measure') }),
  make({
    verdict: 'unavailable',
    value: null,
    n: 0,
    metric: 'nps',
    expect: 'nps > 3',
    reason: sentence('word.as_said', { text: 'no ratings <&"\'> \u0000 \ud800' }),
  }),
];

describe('the text', () => {
  it('has one line a result and a summary', () => {
    const lines = [...checkLines(five, { locale, color: false })].join('');
    expect(lines.split('\n')).toHaveLength(8);
    expect(lines).toContain(
      'fail         first_response_time.p90 < 4h: 5h 12m, limit 4h 00m (n=1,312, week 45, 2026)\n',
    );
    expect(lines).toContain(
      'no data      first_response_time.p90 < 4h: – (n=0, week 45, 2026); no ticket to measure\n',
    );
    expect(lines).toMatch(
      /\n\n1 of 5 checks failed, 1 unavailable, 1 without data, 1 with too few tickets\n$/,
    );
    expect(summaryLine([five[0]], locale)).toBe('1 check passed');
  });

  it('is coloured by verdict on a terminal', () => {
    const [pass, fail] = [...checkLines(five.slice(0, 2), { locale, color: true })];
    expect(pass).toContain('\u001b[32mpass\u001b[39m');
    expect(fail).toContain('\u001b[31mfail\u001b[39m');
  });

  it('is a table in Markdown, in which nothing can break out of its cell', () => {
    const table = checkMarkdown([make({ segment: { group: 'a|b <b>\n# x' } })], locale);
    expect(table.split('\n')).toHaveLength(6);
    expect(table).toMatch(/^\*\*1 of 1 check failed\*\*\n\n\| Verdict \| Expectation \|/);
    expect(table).toContain('❌ fail');
    expect(table).toContain('a\\|b &lt;b> # x');
  });
});

describe('GitHub annotations', () => {
  it('are at most ten; the rest is in the log', () => {
    const many = Array.from({ length: 14 }, (_, i) => make({ segment: { group: `G${i}` } }));
    const lines = [...githubLines([...many, five[0]], locale)];
    expect(lines.filter((line) => line.startsWith('::error '))).toHaveLength(10);
    expect(lines).toHaveLength(15);
    expect(lines[9]).toContain('G9');
    expect(lines[10]).toBe(
      'fail: first_response_time.p90 < 4h [group G10]: 5h 12m, limit 4h 00m (n=1,312, week 45, 2026)\n',
    );
  });

  it('are warnings for too few, and nothing for a pass', () => {
    const lines = [...githubLines(five, locale)];
    expect(lines.map((line) => /^::(\w+) /.exec(line)?.[1] ?? null)).toEqual([
      null,
      'error',
      'warning',
      'error',
      'error',
    ]);
  });

  it('escape what would end a command or begin another one', () => {
    const [line] = [...githubLines([make({ segment: { group: 'a::b,c\r\n::error::x %' } })], locale)];
    expect(line.split('\n')).toHaveLength(2);
    expect(line).toContain(
      'title=fail%3A first_response_time.p90 < 4h [group a%3A%3Ab%2Cc%0D%0A%3A%3Aerror%3A%3Ax %25]::',
    );
    const [plain] = [...githubLines([make({ verdict: 'pass', name: '::error::x' })], locale)];
    expect(plain.startsWith('::')).toBe(false);
  });
});

describe('JUnit', () => {
  const suite = { name: 'deskstat check', timestamp: '2026-11-08T23:59:00' };

  it('keeps to the schema: elements, attributes, counts', () => {
    const document = parseXml(junitXml(five, { suite, locale }));
    expect(document.name).toBe('testsuites');
    expect(document.attributes).toEqual({});
    const [testsuite] = document.children;
    expect(document.children).toHaveLength(1);
    // windyroad's JUnit.xsd: these attributes are required, in this sequence of elements.
    expect(testsuite.attributes).toEqual({
      id: '0',
      name: 'deskstat check',
      package: 'deskstat',
      timestamp: '2026-11-08T23:59:00',
      hostname: 'localhost',
      tests: '5',
      failures: '1',
      errors: '2',
      skipped: '1',
      time: '0',
    });
    expect(testsuite.attributes.timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
    expect(testsuite.children.map(({ name }) => name)).toEqual([
      'properties',
      ...Array<string>(5).fill('testcase'),
      'system-out',
      'system-err',
    ]);
    const cases = testsuite.children.slice(1, 6);
    for (const testcase of cases)
      expect(Object.keys(testcase.attributes).sort()).toEqual(['classname', 'name', 'time']);
    expect(cases.map(({ children }) => children.map(({ name }) => name))).toEqual([
      [],
      ['failure'],
      ['skipped'],
      ['error'],
      ['error'],
    ]);
    for (const { children } of cases) {
      for (const { name, attributes } of children)
        expect(Object.keys(attributes)).toEqual(name === 'skipped' ? ['message'] : ['message', 'type']);
    }
  });

  it('carries hostile text without breaking, and the same bytes each time', () => {
    const text = junitXml(five, { suite, locale });
    expect(text).not.toMatch(/[\u0000-\u0008\ud800-\udfff]/);
    const error = parseXml(text).children[0].children[5].children[0];
    expect(error.attributes.message).toContain('no ratings <&"\'> \ufffd \ufffd');
    expect(junitXml(five, { suite, locale })).toBe(text);
  });
});

interface Element {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Element[];
}

/** A strict reader of the XML that we write: tags must nest, attributes must be quoted, text must be escaped. */
function parseXml(text: string): Element {
  const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
  const plainText = (raw: string): string => {
    if (/[<>]|&(?!(?:lt|gt|amp|quot|apos|#\d+);)/.test(raw)) throw new Error(`not escaped: ${raw}`);
    return raw.replace(/&(#?\w+);/g, (_, name: string) =>
      name.startsWith('#') ? String.fromCharCode(Number(name.slice(1))) : entities[name],
    );
  };
  const root: Element = { name: '', attributes: {}, children: [] };
  const stack = [root];
  const token = /<\?xml [^?]*\?>|<(\/?)([a-z-]+)((?: [a-z]+="[^"<]*")*)(\/?)>|([^<]+)/gy;
  let end = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    end = token.lastIndex;
    const [, closing, name, attributes, single, data] = match;
    if (data !== undefined) plainText(data);
    else if (name !== undefined && closing) {
      if (stack.pop()?.name !== name) throw new Error(`</${name}> closes nothing`);
    } else if (name !== undefined) {
      const found = [...attributes.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(
        ([, key, value]) => [key, plainText(value)] as const,
      );
      if (new Set(found.map(([key]) => key)).size < found.length)
        throw new Error(`an attribute twice in ${name}`);
      const element: Element = { name, attributes: Object.fromEntries(found), children: [] };
      stack.at(-1)?.children.push(element);
      if (!single) stack.push(element);
    }
  }
  if (end !== text.length || stack.length !== 1 || root.children.length !== 1)
    throw new Error(`not well-formed at ${end}`);
  return root.children[0];
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findingRules } from '../../src/analysis/findings/index.ts';
import { metrics } from '../../src/analysis/metrics/index.ts';
import { en } from '../../src/output/locales/en.ts';
import { englishLocale, languageIds, languages } from '../../src/output/locales/index.ts';
import { gapsOf } from '../../src/output/locales/template.ts';

/** Words that a language must have before it is offered: what every report says, whatever is in it. */
const needed = [
  'value',
  'change',
  'verdict',
  'trend',
  'period',
  'ui',
  'stat',
  'clock',
  'dimension',
  'weekday',
];
const group = (code: string): string => code.slice(0, code.indexOf('.'));
/** Metrics and dimensions bring their English along; a language overlays it by these codes. */
const named = new Set(['metric', 'dimension']);

const others = languageIds.filter((id) => id !== 'en');

describe.each(others)('%s', (id) => {
  it('has the words that every report needs', async () => {
    const { messages } = await languages[id]();
    const missing = Object.keys(en.messages).filter(
      (code) => needed.includes(group(code)) && !(code in messages),
    );
    expect(missing).toEqual([]);
  });

  it('says which other words are still English', async () => {
    const { messages } = await languages[id]();
    const missing = Object.keys(en.messages).filter((code) => !(code in messages));
    if (missing.length > 0)
      console.info(
        `${id}: ${missing.length} of ${Object.keys(en.messages).length} in English: ${missing.join(', ')}`,
      );
    expect(missing.length).toBeLessThan(Object.keys(en.messages).length / 2);
  });

  it('says which metrics have no name or definition of its own', async () => {
    const { messages } = await languages[id]();
    const codes = metrics.flatMap((metric) => [`metric.${metric.id}`, `metric.${metric.id}.definition`]);
    const missing = codes.filter((code) => !(code in messages));
    if (missing.length > 0) console.info(`${id}: in English: ${missing.join(', ')}`);
    expect(missing.length).toBeLessThan(codes.length / 2);
  });

  it('has no word that nobody asks for, and no gap that nobody fills', async () => {
    const { messages } = await languages[id]();
    for (const [code, message] of Object.entries(messages)) {
      if (named.has(group(code))) continue;
      expect(en.messages, code).toHaveProperty([code]);
      const allowed = en.messages[code];
      if (allowed === undefined || typeof allowed === 'function' || typeof message === 'function') continue;
      for (const gap of gapsOf(message)) expect(gapsOf(allowed), code).toContain(gap);
    }
  });

  it('has a weekday for every day, and suffixes for every unit', async () => {
    const { habits } = await languages[id]();
    expect(new Set(habits.weekdays).size).toBe(7);
    expect(Object.values(habits.units).every((unit) => unit.trim() !== '')).toBe(true);
    expect(Intl.getCanonicalLocales(habits.tag)).toEqual([habits.tag]);
    expect(new Intl.PluralRules(habits.tag).resolvedOptions().pluralCategories.toSorted()).toEqual([
      'one',
      'other',
    ]);
  });
});

describe('en', () => {
  const codes = codesIn(['src/output/report', 'src/output/renderers', 'src/analysis/findings', 'src/model']);

  it('words every code that reports and findings speak in', () => {
    const locale = englishLocale();
    const missing = codes.filter((code) => !named.has(group(code)) && !locale.has(code));
    expect(missing).toEqual([]);
  });

  it('words every code that a rule of findings may say', () => {
    const locale = englishLocale();
    const missing = findingRules.flatMap(({ codes }) => codes).filter((code) => !locale.has(code));
    expect(missing).toEqual([]);
  });

  it('throws on a code without words, where it is strict', () => {
    expect(() => englishLocale({ strict: true }).message('ui.unheard_of')).toThrow(
      'no wording for ui.unheard_of',
    );
  });

  it('looked at the code', () => {
    expect(codes).toContain('ui.receipt');
  });
});

/** Codes written out in source files: `code: 'x.y'`, `message('x.y')` and the short form `ui('y')` of renderers. */
function codesIn(folders: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const folder of folders) {
    for (const name of readdirSync(folder, { recursive: true }).map(String)) {
      if (!name.endsWith('.ts')) continue;
      const source = readFileSync(join(folder, name), 'utf8');
      for (const [, code = ''] of source.matchAll(
        /(?:code: |message\(|label\(|phrase\()'([a-z_0-9]+\.[a-z_0-9.]+)'/g,
      ))
        found.add(code);
      for (const [, code = ''] of source.matchAll(/\bui\('([a-z_0-9]+)'/g)) found.add(`ui.${code}`);
    }
  }
  return [...found].sort();
}

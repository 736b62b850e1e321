import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findingRules } from '../../src/analysis/findings/index.ts';
import { englishLocale, languageIds, languages } from '../../src/output/locales/index.ts';

const folder = path.join(import.meta.dirname, '../../src/analysis/findings');
const sources = readdirSync(folder)
  .filter((file) => !['index.ts', 'rule.ts'].includes(file))
  .map((file) => ({ file, text: readFileSync(path.join(folder, file), 'utf8') }));

describe('every rule of findings', () => {
  it('is found in a file of its own', () => {
    const rules = sources.filter(({ text }) => text.includes(': FindingRule = {'));
    expect(rules.length).toBe(findingRules.length);
    expect(findingRules.length).toBeGreaterThan(10);
  });

  it.each(findingRules.map((rule) => [rule.id, rule] as const))(
    '%s is worded in every language',
    async (_, rule) => {
      expect(rule.codes.length).toBeGreaterThan(0);
      const english = englishLocale();
      for (const code of rule.codes) expect(english.has(code), code).toBe(true);
      for (const id of languageIds) {
        const { messages } = await languages[id]();
        for (const code of rule.codes) expect(Object.keys(messages), id).toContain(code);
      }
    },
  );

  it('says no code that it does not declare', () => {
    const declared = new Set(findingRules.flatMap(({ codes }) => codes));
    const said = sources.flatMap(({ text }) =>
      [...text.matchAll(/'(finding\.\w+)'/g)].map(([, code]) => code),
    );
    // What a finding names inside of it (`finding.mover`) is a phrase, not a finding.
    expect([...new Set(said)].filter((code) => !declared.has(code))).toEqual([
      'finding.mover',
      'finding.day_cause',
    ]);
  });
});

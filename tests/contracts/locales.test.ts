import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findingRules } from '../../src/analysis/findings/index.ts';
import { metrics } from '../../src/analysis/metrics/index.ts';
import { type ProblemCode, problemTexts } from '../../src/model/problem-texts.ts';
import type { ProblemText } from '../../src/model/problem-words.ts';
import { sentenceTexts } from '../../src/model/sentence.ts';
import { en } from '../../src/output/locales/en/index.ts';
import { englishLocale, languageIds, languages } from '../../src/output/locales/index.ts';
import type { Message } from '../../src/output/locales/template.ts';

const group = (code: string): string => code.slice(0, code.indexOf('.'));
/** What brings its English along from elsewhere; a language overlays it by these codes. */
const named = new Set(['metric', 'dimension', 'problem', 'because']);

const problems = Object.keys(problemTexts) as ProblemCode[];
const others = languageIds.filter((id) => id !== 'en');

describe.each(others)('%s', (id) => {
  it('has words for everything that English has', async () => {
    const { messages } = await languages[id]();
    // Sentences put together by a function are the same for all languages: their parts are worded.
    const missing = Object.entries(en.messages).filter(
      ([code, message]) => typeof message === 'string' && !(code in messages),
    );
    expect(missing.map(([code]) => code)).toEqual([]);
  });

  it('has a name, a definition and its source for every metric', async () => {
    const { messages } = await languages[id]();
    const codes = metrics.flatMap(({ id: metric }) => [
      `metric.${metric}`,
      `metric.${metric}.definition`,
      `metric.${metric}.source`,
    ]);
    expect(codes.filter((code) => !(code in messages))).toEqual([]);
  });

  it('says why a figure is missing, and what is wrong with the data', async () => {
    const { messages } = await languages[id]();
    const codes = [
      ...Object.keys(sentenceTexts).filter((code) => ['because', 'problem'].includes(group(code))),
      ...problems.map((code) => `problem.${code}`),
    ];
    expect(codes.filter((code) => !(code in messages))).toEqual([]);
    const own = Object.keys(messages).filter((code) => ['because', 'problem'].includes(group(code)));
    // A problem that is worded by a function has the sentences it chooses from below its own code.
    const isChoice = (code: string): boolean =>
      typeof messages[code.slice(0, code.lastIndexOf('.'))] === 'function';
    expect(own.filter((code) => !isChoice(code)).sort()).toEqual(codes.sort());
  });

  it('fills the gaps of a problem with what its English is made of', async () => {
    const { messages } = await languages[id]();
    for (const code of problems) {
      const known = argsOf(code);
      const own = Object.keys(messages).filter(
        (each) => each === `problem.${code}` || each.startsWith(`problem.${code}.`),
      );
      for (const gap of own.flatMap((each) => gapsOf(messages[each])))
        expect([...known, 'count'], code).toContain(gap);
    }
  });

  it('has no word that nobody asks for, and no gap that nobody fills', async () => {
    const { messages } = await languages[id]();
    for (const [code, message] of Object.entries(messages)) {
      if (named.has(group(code)) || code in sentenceTexts) continue;
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

/** The names of the gaps of a sentence; nothing can be said of a function. */
const gapsOf = (message: Message): string[] =>
  typeof message === 'function' ? [] : [...message.matchAll(/\{(\w+)[^}]*\}/g)].map(([, name]) => name);

describe('en', () => {
  const codes = codesIn([
    ...['src/output/report', 'src/output/renderers', 'src/analysis/findings', 'src/model', 'src/cli'],
  ]);

  it('words every code that reports and findings speak in', () => {
    const locale = englishLocale();
    const missing = codes.filter((code) => !named.has(group(code)) && !locale.has(code));
    expect(missing).toEqual([]);
  });

  it('has a word for every label of what is told about a problem', () => {
    const locale = englishLocale();
    const labels = new Set(problems.flatMap(labelsOf));
    expect(labels).toContain('looked for');
    const missing = [...labels].filter((label) => !locale.has(`said.${label.replaceAll(' ', '_')}`));
    expect(missing).toEqual([]);
  });

  it('words every code that a rule of findings may say', () => {
    const locale = englishLocale();
    const missing = findingRules.flatMap(({ codes }) => codes).filter((code) => !locale.has(code));
    expect(missing).toEqual([]);
  });

  it('words every reason for which a ticket is left out', () => {
    const said = readdirSync('src/analysis', { recursive: true }).map(String);
    const reasons = [...said.map((name) => join('src/analysis', name)), 'src/cli/commands/explain.ts']
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => [
        ...readFileSync(name, 'utf8').matchAll(/(?:leaveOut\([^)]*|\badd\([^)]*?)'(\w+)'[,)]/g),
      ])
      .map(([, reason]) => `reason.${reason}`);
    expect(reasons).toContain('reason.window_open');
    const locale = englishLocale();
    expect([...new Set(reasons)].filter((code) => !locale.has(code))).toEqual([]);
  });

  it('throws on a code without words, where it is strict', () => {
    expect(() => englishLocale({ strict: true }).message('ui.unheard_of')).toThrow(
      'no wording for ui.unheard_of',
    );
  });

  it('looked at the code', () => {
    expect(codes).toContain('ui.receipt');
    expect(problems).toContain('file_cut');
  });
});

/** What a problem's English asks for. */
function argsOf(code: ProblemCode): Set<string> {
  const asked = new Set<string>();
  const args = new Proxy({} as Record<string, string>, {
    get: (_, name) => {
      asked.add(String(name));
      return '1';
    },
  });
  problemTexts[code](args, 2);
  return asked;
}

/** The labels of its details, where every argument is there. */
function labelsOf(code: ProblemCode): readonly string[] {
  const args = new Proxy({} as Record<string, readonly string[]>, { get: () => ['1', '2'] });
  const { details = [] }: ProblemText = problemTexts[code](args, 2);
  return details.map(([label]) => label).filter((label) => label !== '');
}

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

import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { truths } from '../../src/input/recognition/flag-words.ts';

// Of the build, which is no TypeScript.
const ofBuild = async (name: string) => import(new URL(`../../${name}`, import.meta.url).href);
const { withLateConstants } = await ofBuild('esbuild.late.mjs');
const { withPrepared } = await ofBuild('esbuild.prepared.mjs');

const late = (text: string): string => withLateConstants(text, 'some.ts').trim();

describe('constants of a module in the bundle', () => {
  it('makes a pattern where it is used', () => {
    expect(late('const dash = /-/;\nexport const f = (text: string) => dash.test(text);\n')).toBe(
      'let dash;\nexport const f = (text: string) => (dash ??= /-/).test(text);',
    );
  });

  it('writes a list once that is used twice, with the constants that it is made of', () => {
    const text = `const one = new Set(['a']);
const both = new Set([...one, 'b']);
export const f = (text: string) => both.has(text) || !both.has('a');
`;
    expect(late(text)).toBe(`let one;
let both; const late_both = () => (both ??= new Set([...(one ??= new Set(['a'])), 'b']));
export const f = (text: string) => late_both().has(text) || !late_both().has('a');`);
  });

  it('leaves names of other things alone', () => {
    const text = `const dash = /-/;
export const f = (x: { dash: RegExp }) => ({ dash, other: x.dash });
`;
    expect(late(text)).toContain('({ dash: (dash ??= /-/), other: x.dash })');
    const shadowed = 'const dash = /-/;\nexport const f = (dash: string) => dash;\n';
    expect(late(shadowed)).toBe(shadowed.trim());
    const exported = 'export const dash = /-/;\n';
    expect(late(exported)).toBe(exported.trim());
  });
});

describe('what the build prepares', () => {
  it('is what the module would have made', async () => {
    const file = new URL('../../src/input/recognition/flag-words.ts', import.meta.url).pathname;
    const text: string = await withPrepared(await readFile(file, 'utf8'), file);
    expect(text).not.toContain('prepared(');
    const written = /truths: ReadonlySet<string> = new Set\(("[^"]+")\.split\('\|'\)\)/.exec(text);
    expect(JSON.parse(written?.[1] ?? '""').split('|')).toEqual([...truths]);
  });

  it('leaves what is no part of the sources alone', async () => {
    const text = "export const words = prepared(() => new Set(['Yes'].map(fold)));";
    expect(await withPrepared(text, 'elsewhere.ts')).toBe(text);
  });
});

import { describe, expect, it } from 'vitest';
import { isWestern, scriptPattern } from '../../../src/model/script-pattern.ts';

/** Every sign that a western text may hold, and one behind each range. */
const signs = Array.from({ length: 0x2100 }, (_, code) => String.fromCharCode(code));
const western = signs.filter(isWestern);

describe('scriptPattern', () => {
  it.each(['L', 'Lu', 'Ll', 'M', 'N', 'Nd'])('finds in western signs what \\p{%s} finds', (name) => {
    const all = new RegExp(String.raw`\p{${name}}`, 'u');
    const outside = new RegExp(String.raw`[^\p{${name}}'-]`, 'u');
    for (const sign of western) {
      expect([sign, scriptPattern(all.source, 'u')(sign).test(sign)]).toEqual([sign, all.test(sign)]);
      expect([sign, scriptPattern(outside.source, 'u')(sign).test(sign)]).toEqual([sign, outside.test(sign)]);
    }
  });

  it('tells western texts from others', () => {
    expect(western.length).toBe(0x100 + 0x70 + 1);
    expect(isWestern('Größe „L“ – 5 €\n')).toBe(true);
    for (const text of ['Łódź', 'Σ', 'চা', '１', 'ﬁ', '😀', 'e\u0301'])
      expect([text, isWestern(text)]).toEqual([text, false]);
  });

  it('asks other texts the pattern as it was given', () => {
    const words = scriptPattern(String.raw`[\p{L}\p{M}]+`, 'gu');
    expect('Größe L'.match(words('Größe L'))).toEqual(['Größe', 'L']);
    expect('Łódź চা'.match(words('Łódź চা'))).toEqual(['Łódź', 'চা']);
    expect(words('b')).toBe(words('a'));
  });

  it('knows brackets from what is in brackets, and escapes from both', () => {
    expect(scriptPattern(String.raw`\[\p{Nd}[\]\p{Nd}]\p{M}`, 'u')('').source).toBe(
      String.raw`\[[0-9][\]0-9][]`,
    );
    for (const unknown of [String.raw`\p{P}`, String.raw`\p{Script=Thai}`])
      expect(() => scriptPattern(unknown, 'u')('')).toThrow(unknown);
  });
});

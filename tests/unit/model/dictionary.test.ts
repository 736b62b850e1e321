import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dictionary } from '../../../src/model/dictionary.ts';
import { NumberKeys, plainNumber } from '../../../src/model/number-keys.ts';

const encoder = new TextEncoder();

/** Codes as a map of strings would give them: from 1 in order of first appearance, 0 for nothing. */
function codesByMap(values: readonly string[]): number[] {
  const codes = new Map<string, number>([['', 0]]);
  return values.map((value) => {
    if (!codes.has(value)) codes.set(value, codes.size);
    return codes.get(value) as number;
  });
}

function expectLikeMap(values: readonly string[]): void {
  const dictionary = new Dictionary();
  const codes = values.map((value) => {
    // Behind other bytes, as cells lie in a chunk.
    const bytes = encoder.encode(`7,${value},`);
    return dictionary.intern(bytes, 2, bytes.length - 1);
  });
  expect(codes).toEqual(codesByMap(values));
  expect(codes.map((code) => dictionary.name(code))).toEqual(values);
  expect(codes.map((code) => dictionary.text(code))).toEqual(values);
  expect(values.map((value) => dictionary.find(value))).toEqual(codes);
  expect(dictionary.find('never seen')).toBe(0);
  expect(dictionary.size).toBe(new Set(codes.filter((code) => code > 0)).size);
}

const id = fc.oneof(
  fc.nat({ max: 40 }).map(String),
  fc.nat().map(String),
  fc.bigInt({ min: 0n, max: 10n ** 17n }).map(String),
  fc.constantFrom('007', '0', '00', '7.0', '-7', '1e3', '', '999999999999999', '1000000000000000'),
);

describe('Dictionary', () => {
  it('numbers values like a map of strings: numbers, then whatever else', () => {
    fc.assert(fc.property(fc.array(id, { maxLength: 80 }), (values) => expectLikeMap(values)));
  });

  it('numbers texts like a map of strings', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: 'grapheme', maxLength: 60 }), id);
    fc.assert(fc.property(fc.array(text, { maxLength: 80 }), (values) => expectLikeMap(values)));
  });

  it('tells apart what shares length, first, middle and last byte', () => {
    expectLikeMap(['abcde', 'axcye', 'abcde', 'axcye', 'aycxe', 'abcde']);
  });

  it('keeps its codes when the first value comes that is no number', () => {
    const ids = Array.from({ length: 5000 }, (_, i) => String(1_000_000 + i));
    expectLikeMap([...ids, 'T-1', ...ids, 'T-1', '0012', '12']);
  });
});

describe('NumberKeys', () => {
  it.each([
    ['counting up', (i: number) => 1000 + i],
    ['counting down', (i: number) => 1_000_000 - i],
    ['with gaps', (i: number) => i * i + 3],
    ['in thousands, which share their last bits', (i: number) => (20_000 - i) * 4096],
    ['above 32 bits, alike below', (i: number) => ((i * 7) % 20_011) * 4_294_967_296 + 5],
  ])('numbers %s in order of appearance', (_name, numberAt) => {
    const keys = new NumberKeys();
    const values = Array.from({ length: 20_000 }, (_, i) => numberAt(i));
    expect(values.map((value) => keys.intern(value))).toEqual(values.map((_, i) => i + 1));
    expect(values.map((value) => keys.intern(value))).toEqual(values.map((_, i) => i + 1));
    expect([keys.size, keys.at(1), keys.find(values[777]), keys.find(-1)]).toEqual([
      20_000,
      values[0],
      778,
      0,
    ]);
  });

  it('reads numbers written in digits and in no other way', () => {
    const read = (text: string): number => plainNumber(encoder.encode(text), 0, text.length);
    expect(['7', '0', '1040', '999999999999999'].map(read)).toEqual([7, 0, 1040, 999_999_999_999_999]);
    expect(['', '07', '1000000000000000', '7.0', '-7', '+7', ' 7', '７'].map(read)).toEqual(
      Array(8).fill(-1),
    );
  });
});

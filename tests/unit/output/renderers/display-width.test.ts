import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  displayWidth,
  graphemes,
  pad,
  shorten,
  wrap,
} from '../../../../src/output/renderers/display-width.ts';

describe('displayWidth', () => {
  // From glibc 2.36: python3 -c "import ctypes,locale; c=ctypes.CDLL('libc.so.6'); locale.setlocale(locale.LC_ALL,
  // 'C.UTF-8'); print(sum(c.wcwidth(ord(x)) for x in 'হিন্দি'))"
  it.each([
    ['abc', 3],
    ['', 0],
    ['é', 1],
    ['e\u0301', 1],
    ['হিন্দি', 5],
    ['বিলিং ও পেমেন্ট', 14],
    ['তুমি', 3],
    ['हिन्दी', 5],
    ['तकनीकी सहायता', 13],
    ['中文', 4],
    ['한국', 4],
    ['ｱﾝ', 2],
    ['ア', 2],
    ['–…█▁▲', 5],
    ['क\u200dष', 2],
  ])('%s takes %i cells, as glibc counts', (text, cells) => {
    expect(displayWidth(text)).toBe(cells);
  });

  it.each([
    ['👍', 2],
    ['👩‍👩‍👧‍👦', 2],
    ['🇧🇩', 2],
    ['❤️', 2],
    ['1️⃣', 2],
  ])('%s is one emoji of %i cells', (text, cells) => {
    expect(displayWidth(text)).toBe(cells);
  });

  it('counts what it does not look at closely as glibc does', () => {
    // The same call over ''.join(map(chr, range(0xae, 0x300))) and range(0x2500, 0x25a0): every one takes a cell.
    const of = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, index) => String.fromCodePoint(from + index));
    for (const mark of [...of(0xae, 0x300), ...of(0x400, 0x483), ...of(0x2500, 0x25a0)]) {
      expect(displayWidth(mark)).toBe(1);
      expect(displayWidth(`${mark}中`)).toBe(3);
    }
  });

  it('is that of its parts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(graphemes(text).reduce((sum, part) => sum + displayWidth(part), 0)).toBe(displayWidth(text));
      }),
    );
  });
});

describe('shorten', () => {
  it.each([
    ['Technical support', 10, 'Technical…'],
    ['Technical support', 11, 'Technical…'],
    ['Billing', 7, 'Billing'],
    ['Billing', 1, '…'],
    ['Billing', 0, ''],
    ['中文字', 4, '中…'],
    ['বিলিং', 3, 'বি…'],
  ])('%s in %i cells is %s', (text, width, short) => {
    expect(shorten(text, width)).toBe(short);
  });

  it('fits whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.integer({ min: 1, max: 30 }),
        (text, width) => {
          const short = shorten(text, width);
          expect(displayWidth(short)).toBeLessThanOrEqual(width);
          if (displayWidth(text) <= width) expect(short).toBe(text);
        },
      ),
    );
  });

  it('cuts ten thousand characters, and one character of ten thousand marks', () => {
    expect(shorten('x'.repeat(10_000), 10)).toBe(`${'x'.repeat(9)}…`);
    expect(shorten(`a${'\u0301'.repeat(10_000)}bcdef`, 3).length).toBeLessThan(600);
  });
});

describe('pad', () => {
  it('fills to cells, not to units', () => {
    expect(pad('中', 4)).toBe('中  ');
    expect(pad('हिन्दी', 7, 'right')).toBe('  हिन्दी');
    expect(pad('long', 2)).toBe('long');
  });
});

describe('wrap', () => {
  it('breaks at spaces', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrap('  one\n\ttwo  ', 20)).toEqual(['one two']);
    expect(wrap('', 20)).toEqual([]);
  });

  it('cuts a word that no line can hold', () => {
    expect(wrap('a abcdefgh', 3)).toEqual(['a', 'abc', 'def', 'gh']);
    expect(wrap('中文字', 3)).toEqual(['中', '文', '字']);
  });

  it('loses nothing and never exceeds the width', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.integer({ min: 2, max: 20 }),
        (text, width) => {
          const lines = wrap(text, width);
          expect(lines.join('').replaceAll(' ', '')).toBe(text.replace(/[ \n\t]/g, ''));
          // A single character may be wider than a very narrow line: it is not torn.
          for (const line of lines.filter((each) => graphemes(each).length > 1)) {
            expect(displayWidth(line)).toBeLessThanOrEqual(width);
          }
        },
      ),
    );
  });
});

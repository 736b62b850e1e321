import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  escapeHtml,
  escapeMarkdown,
  neutraliseFormula,
  oneLine,
  showControls,
} from '../../../../src/output/renderers/neutralise.ts';

describe('showControls', () => {
  it.each([
    ['\u001b[31mred\u0007', '␛[31mred␇'],
    ['\u009b31m', '⟨U+009B⟩31m'],
    ['\u007f', '␡'],
    ['abc\u202egpj.exe', 'abc⟨U+202E⟩gpj.exe'],
    ['\u2066x\u2069', '⟨U+2066⟩x⟨U+2069⟩'],
    ['zero\u200bwidth\ufeff', 'zero⟨U+200B⟩width⟨U+FEFF⟩'],
    ['\u{e0041}', '⟨U+E0041⟩'],
    ['\ud800 and \udc00', '� and �'],
    ['क\u200dष \u200c 👩\u200d👧', 'क\u200dष \u200c 👩\u200d👧'],
    ['שלום', 'שלום'],
    ['tab\tand\nline', 'tab\tand\nline'],
  ])('%j shows as %s', (text, shown) => {
    expect(showControls(text)).toBe(shown);
  });
});

describe('oneLine', () => {
  it('has no line break, tab or control left, whatever it is given', () => {
    expect(oneLine(' a\r\n\tb\u2028c ')).toBe('a b c');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(oneLine(text)).not.toMatch(
          /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/,
        );
      }),
    );
  });
});

describe('neutraliseFormula', () => {
  it.each(["=cmd|'/c calc'!A1", '+1', '-2', '@SUM(A1)', '\tx', '\rx', '\nx', '\u0000', '＝1'])(
    '%j is quoted',
    (text) => {
      expect(neutraliseFormula(text)).toBe(`'${text}`);
    },
  );

  it.each(['', 'a=1', "'=1", ' x', 'Billing', '–'])('%j stays', (text) => {
    expect(neutraliseFormula(text)).toBe(text);
  });
});

describe('escapeHtml', () => {
  it('leaves no character that means something', () => {
    expect(escapeHtml(`<a href="x" title='y'>&amp;`)).toBe(
      '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;',
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"']|&(?!amp;|lt;|gt;|quot;|#39;)/);
      }),
    );
  });
});

describe('escapeMarkdown', () => {
  it.each([
    ['a|b\nc', 'a\\|b c'],
    ['**bold** _it_ `code` ~x~', '\\*\\*bold\\*\\* \\_it\\_ \\`code\\` \\~x\\~'],
    ['[x](javascript:alert(1))', '\\[x\\](javascript:alert(1))'],
    ['<script>&', '&lt;script&gt;&amp;'],
    ['https://evil.example', 'https&#58;//evil.example'],
    ['www.evil.example', 'www&#46;evil.example'],
    ['hi @someone', 'hi @<!-- -->someone'],
    ['a\\|b', 'a\\\\\\|b'],
  ])('%j is %s', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  it('never ends a table cell', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeMarkdown(text);
        expect(escaped.replace(/\\[\\`*_[\]|~]/g, '')).not.toMatch(/[|\n\r`*_[\]]/);
      }),
    );
  });
});

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
    ['[y](javascript:alert(1))', '[y\\](javascript:alert(1))'],
    ['[y][w] ![z] [^1] [[page]]', '[y\\][w] !\\[z] \\[^1] \\[[page]]'],
    ['[x]: y', '\\[x]: y'],
    ['[ ] done', '\\[ ] done'],
    ['<script>&amp;&#60;<!-- -->', '&lt;script>&amp;amp;&#\u206060;&lt;!-- -->'],
    ['https://evil.example', 'https&#58;//evil.example'],
    ['www.evil.example', 'www&#46;evil.example'],
    ['hi @someone, see #12', 'hi @\u2060someone, see #\u206012'],
    ['a\\|b', 'a\\\\\\|b'],
    ['# a #', '\\# a \\#'],
    ['- a', '\\- a'],
    ['1. a', '1\\. a'],
    ['> a', '\\> a'],
    ['$x$', '\\$x\\$'],
    [' a ', 'a'],
  ])('%j is %s', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  it.each([
    'first_response_time.p90 < 4h [group Billing]',
    'csat >= 70% by group min 20',
    '“[number]: driver never came” (ticket 227602)',
    'R&D, costs $5; 1.5h; −12%; +3 pt; - ; # of calls',
    '১২টি টিকিট · {a} (b)',
  ])('leaves %j as people read it', (text) => {
    expect(escapeMarkdown(text)).toBe(text);
  });

  it('never ends a table cell, and opens no tag', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeMarkdown(text);
        expect(escaped.replace(/\\[\\`*_[\]|~]/g, '')).not.toMatch(/[|\n\r`*]|<[a-z/!?]/i);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DeskstatError } from '../../../src/model/problem.ts';
import { type FilterNode, parseFilter } from '../../../src/query/filter.ts';
import { compilePattern, loadPatterns } from '../../../src/query/pattern.ts';

await loadPatterns();

import type { Literal } from '../../../src/query/literal.ts';

const fields = [
  'priority',
  'channel',
  'status',
  'subject',
  'group',
  'created_at',
  'resolution_time',
  'reopens',
];

const value = (literal: Literal) => {
  if (literal.kind === 'text') return `'${literal.text}'`;
  return 'value' in literal ? `${literal.kind}:${literal.value}` : `${literal.kind}:${literal.text}`;
};

/** A condition with all parentheses, to see how it was understood. */
function shown(node: FilterNode): string {
  switch (node.kind) {
    case 'and':
    case 'or':
      return `(${node.nodes.map(shown).join(` ${node.kind} `)})`;
    case 'not':
      return `not ${shown(node.node)}`;
    default: {
      const field = node.field.kind === 'column' ? `column<${node.field.name}>` : node.field.name;
      const not = 'negated' in node && node.negated ? 'not ' : '';
      if (node.kind === 'compare') return `${field} ${node.operator} ${value(node.value)}`;
      if (node.kind === 'in') return `${field} ${not}in ${node.values.map(value).join('|')}`;
      return node.kind === 'missing'
        ? `${field} is ${not}missing`
        : `${field} ${not}${node.kind} ${value(node.value)}`;
    }
  }
}

const parsed = (text: string) => shown(parseFilter(text, { fields }));

describe('parseFilter', () => {
  it.each([
    ['priority = urgent', 'priority = word:urgent'],
    ['priority=urgent', 'priority = word:urgent'],
    ['Priority == URGENT', 'priority = word:URGENT'],
    ['priority <> low', 'priority != word:low'],
    ['priority ≠ low and reopens ≥ 2', '(priority != word:low and reopens >= number:2)'],
    ["status = 'On hold'", "status = 'On hold'"],
    ['status = “On hold”', "status = 'On hold'"],
    ["subject contains 'it''s'", "subject contains 'it's'"],
    ['subject contains "say \\"no\\" \\d"', 'subject contains \'say "no" \\d\''],
    ["group = O'Brien", "group = word:O'Brien"],
    ["column:'Product area' = x", 'column<Product area> = word:x'],
    ['COLUMN:Area=x', 'column<Area> = word:x'],
    ['created_at >= 2026-10-01', 'created_at >= date:2026-10-01'],
    ['created_at < 2026-10-01T09:30:00+06:00', 'created_at < date:2026-10-01T09:30:00+06:00'],
    ['resolution_time > 1d 4h', 'resolution_time > duration:100800000'],
    [
      'resolution_time > 90m and reopens > 1.5',
      '(resolution_time > duration:5400000 and reopens > number:1.5)',
    ],
    ['reopens = -1', 'reopens = number:-1'],
    ['reopens >= 90%', 'reopens >= share:0.9'],
    ['subject = true', 'subject = flag:true'],
    ["subject = 'true'", "subject = 'true'"],
    ['priority in (urgent, "very high",3)', "priority in word:urgent|'very high'|number:3"],
    ['priority not in (low)', 'priority not in word:low'],
    ['subject not contains refund', 'subject not contains word:refund'],
    ["subject matches '^re: \\d+'", "subject matches '^re: \\d+'"],
    ['subject contains ফেরত', 'subject contains word:ফেরত'],
    ['priority = null', 'priority is missing'],
    ['priority != NULL', 'priority is not missing'],
    ['priority is missing', 'priority is missing'],
    ['priority is not null', 'priority is not missing'],
    ["priority = 'null'", "priority = 'null'"],
  ])('reads %j', (text, expected) => {
    expect(parsed(text)).toBe(expected);
  });

  it('binds not before and before or', () => {
    expect(parsed('priority = a or priority = b and not status = c')).toBe(
      '(priority = word:a or (priority = word:b and not status = word:c))',
    );
    expect(parsed('(priority = a OR priority = b) AND NOT (status = c)')).toBe(
      '((priority = word:a or priority = word:b) and not status = word:c)',
    );
    expect(parsed('not not priority = a')).toBe('not not priority = word:a');
  });

  it('keeps columns in the text', () => {
    expect(parseFilter('  priority = urgent')).toEqual({
      kind: 'compare',
      field: { kind: 'field', name: 'priority', column: 3 },
      operator: '=',
      value: { kind: 'word', text: 'urgent', column: 14 },
      column: 3,
    });
  });

  it('takes any field when none are listed', () => {
    expect(shown(parseFilter('anything = 1'))).toBe('anything = number:1');
  });

  it.each([
    ['', 1, /no condition/],
    ['prioritty = x', 1, /no field is called "prioritty"/],
    ['priority', 9, /nothing follows "priority"/],
    ['priority =', 11, /a value to compare priority with must stand here, not the end/],
    ['priority = and', 12, /not "and"/],
    ['priority ~ x', 10, /"~" is no comparison/],
    ['priority ! x', 10, /"!" means nothing here/],
    ['priority = urgent status = open', 19, /"status" follows a complete condition/],
    ['status = On hold', 13, /"hold" follows a complete condition/],
    ['priority = urgent or high', 22, /"high" is compared with nothing/],
    ['(priority = urgent', 19, /opened in column 1 is not closed/],
    ['priority = urgent)', 18, /never opened/],
    ['()', 2, /a field must stand here/],
    ['not', 4, /not the end/],
    ["'x' = y", 1, /not the text "x"/],
    ['= y', 1, /a field must stand here/],
    ['priority in urgent', 13, /in parentheses/],
    ['priority in ()', 14, /a value must stand here/],
    ['priority in (a b)', 16, /cannot stand in a list/],
    ['priority in (a, )', 17, /not "\)"/],
    ['priority in (a', 15, /cannot stand in a list/],
    ['priority is urgent', 13, /cannot follow "is"/],
    ["priority = 'a", 12, /never closed/],
    ['column: = x', 8, /column name must follow/],
    ['priority = column:x', 12, /two columns/],
    ["subject matches '['", 17, /no regular expression/],
    ["subject matches 'a{2,1}'", 17, /no regular expression/],
    ['resolution_time > 5m 5m', 19, /"5m 5m" is no duration/],
  ])('points into %j at column %d', (text, column, message) => {
    try {
      parseFilter(text, { fields });
      expect.fail('accepted');
    } catch (error) {
      if (!(error instanceof DeskstatError)) throw error;
      expect(error.exitCode).toBe(2);
      expect(error.problem.args.column).toBe(column);
      expect(String(error.problem.args.message)).toMatch(message);
    }
  });

  it('says what to type instead', () => {
    const hint = (text: string) => {
      try {
        parseFilter(text, { fields });
      } catch (error) {
        if (error instanceof DeskstatError) return error.problem.args.try?.toString();
      }
      return null;
    };
    expect(hint('prioritty = x')).toBe('priority');
    expect(hint('product = x')).toBe("column:'product' if it is a column of the export");
    expect(hint('priority = urgent or high')).toBe('priority in (…, high)');
    expect(hint("'x' = y")).toBe('column:"x" for a column of that name');
  });

  it('hints at a lone value without a list of fields too', () => {
    expect(() => parseFilter('priority = urgent or high')).toThrow(/"high" is compared with nothing/);
    expect(() => parseFilter('priority = urgent and priority')).toThrow(/nothing follows "priority"/);
  });

  it('refuses endless nesting instead of overflowing', () => {
    expect(() => parseFilter(`${'('.repeat(5000)}priority = a${')'.repeat(5000)}`)).toThrow(
      /nested too deeply/,
    );
    expect(() => parseFilter(`${'not '.repeat(5000)}priority = a`)).toThrow(DeskstatError);
  });

  it('takes long chains', () => {
    const text = Array.from({ length: 2000 }, (_, i) => `reopens = ${i}`).join(' or ');
    const node = parseFilter(text);
    expect(node.kind === 'or' && node.nodes.length).toBe(2000);
  });

  it('either parses or throws a DeskstatError with a column inside the text', () => {
    const words = fc.constantFrom(
      'priority',
      '=',
      '(',
      ')',
      'and',
      'or',
      'not',
      'in',
      ',',
      "'a b'",
      '1d',
      'is',
      'null',
      '"',
      '<',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words).map((list) => list.join(' ')),
        ),
        (text) => {
          try {
            parseFilter(text);
          } catch (error) {
            if (!(error instanceof DeskstatError)) throw error;
            expect(error.problem.args.column).toBeGreaterThanOrEqual(1);
            expect(error.problem.args.column).toBeLessThanOrEqual(text.length + 1);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('understands every quoted text, its quotes doubled or behind a backslash', () => {
    const texts = fc.string().filter((text) => !text.includes('\\'));
    fc.assert(
      fc.property(texts, fc.constantFrom("''", "\\'"), (text, quote) => {
        const node = parseFilter(`subject = '${text.replaceAll("'", quote)}'`);
        if (node.kind !== 'compare') throw new Error(node.kind);
        expect(node.value.text).toBe(text);
      }),
    );
  });
});

describe('compilePattern', () => {
  it('finds anywhere, in any case, in any script', () => {
    expect(compilePattern('refund').test('No REFUND yet')).toBe(true);
    expect(compilePattern('^\\p{L}+$').test('ফেরত')).toBe(false);
    expect(compilePattern('^[\\p{L}\\p{M}]+$').test('ফেরত')).toBe(true);
  });

  it('goes through a text once, whatever the pattern', () => {
    const text = `${'a'.repeat(100_000)}b`;
    const before = process.cpuUsage();
    for (const pattern of ['(a+)+$', '(a|aa)+$', '(a*)*c', '^(.*a){20}$']) compilePattern(pattern).test(text);
    expect(process.cpuUsage(before).user).toBeLessThan(10_000_000);
  });

  it('takes no pattern that would have to go back, and none without end', () => {
    expect(() => compilePattern('(?=a)b')).toThrow('(?=');
    expect(() => compilePattern('(a)\\1')).toThrow('\\1');
    expect(() => compilePattern('a'.repeat(1001))).toThrow('1000');
  });
});

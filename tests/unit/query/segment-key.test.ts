import { describe, expect, it } from 'vitest';
import { DeskstatError } from '../../../src/model/problem.ts';
import { readSegmentKeys, type SegmentKey, type SegmentOptions } from '../../../src/query/segment-key.ts';
import { TokenCursor } from '../../../src/query/tokens.ts';

const dimensions = ['group', 'priority', 'hour', 'weekday', 'agent', 'issue'];

const keysIn = (text: string, options: SegmentOptions = {}): SegmentKey[] =>
  readSegmentKeys(new TokenCursor(text, 'dimensions'), options);

describe('readSegmentKeys', () => {
  it('reads fields, columns and computed dimensions', () => {
    expect(keysIn(`group, Priority,column:'Product area',column:"a,b",hour`, { dimensions })).toEqual([
      { kind: 'field', name: 'group', column: 1 },
      { kind: 'field', name: 'priority', column: 8 },
      { kind: 'column', name: 'Product area', column: 17 },
      { kind: 'column', name: 'a,b', column: 39 },
      { kind: 'special', name: 'hour', column: 52 },
    ]);
  });

  it('takes any name when none are listed, and a column named like a field', () => {
    expect(keysIn('whatever').map(({ kind }) => kind)).toEqual(['field']);
    expect(keysIn('group,column:group')).toHaveLength(2);
  });

  it.each([
    ['', 1, /must stand here, not the end/],
    ['group,', 7, /must stand here, not the end/],
    ['group,,priority', 7, /not ","/],
    ['group,GROUP', 7, /named twice/],
    ['grup', 1, /no dimension is called "grup"/],
    ["'Product area'", 1, /not the text/],
    ['column:', 8, /column name must follow/],
  ])('points into %j at column %d', (text, column, message) => {
    try {
      keysIn(text, { dimensions });
      expect.fail('accepted');
    } catch (error) {
      if (!(error instanceof DeskstatError)) throw error;
      expect(error.exitCode).toBe(2);
      expect(error.problem.args.column).toBe(column);
      expect(String(error.problem.args.message)).toMatch(message);
    }
  });

  it('suggests the nearest name, else a column', () => {
    const hint = (text: string) => {
      try {
        keysIn(text, { dimensions });
      } catch (error) {
        if (error instanceof DeskstatError) return error.problem.args.try?.toString();
      }
      return null;
    };
    expect(hint('grup')).toBe('group');
    expect(hint('product')).toBe("column:'product' if it is a column of the export");
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complies, decide, type Judged } from '../../../../src/analysis/expectations/verdict.ts';
import { sentence } from '../../../../src/model/sentence.ts';
import type { Strictness } from '../../../../src/query/expectation.ts';
import type { Operator } from '../../../../src/query/tokens.ts';

const judged = (more: Partial<Judged>): Judged => ({
  operator: '<',
  limit: 10,
  strictness: 'point',
  value: 8,
  low: 6,
  high: 9,
  n: 100,
  isCount: false,
  ...more,
});
const verdict = (more: Partial<Judged>): string => decide(judged(more)).verdict;

describe('a verdict by the value', () => {
  it.each<[Operator, number, boolean]>([
    ['<', 9, true],
    ['<', 10, false],
    ['<', 11, false],
    ['<=', 10, true],
    ['<=', 10.000001, false],
    ['>', 10, false],
    ['>', 10.5, true],
    ['>=', 10, true],
    ['>=', 9.999999, false],
    ['=', 10, true],
    ['=', 9, false],
    ['!=', 10, false],
    ['!=', 9, true],
  ])('of %s 10 for %d is %s', (operator, value, isFine) => {
    expect(complies(operator, value, 10)).toBe(isFine);
    expect(verdict({ operator, value })).toBe(isFine ? 'pass' : 'fail');
  });

  it('fails every upper bound with a quantile that is not reached, and no lower one', () => {
    const notReached = { value: Number.POSITIVE_INFINITY, low: 5, high: null };
    expect(verdict({ ...notReached, operator: '<' })).toBe('fail');
    expect(verdict({ ...notReached, operator: '<=' })).toBe('fail');
    expect(verdict({ ...notReached, operator: '>' })).toBe('pass');
  });
});

describe('confidently', () => {
  const confidently = (more: Partial<Judged>): string => verdict({ strictness: 'confidently', ...more });

  it('passes when the whole interval complies, fails when none of it does, is undecided else', () => {
    expect(confidently({ low: 6, high: 9 })).toBe('pass');
    expect(confidently({ low: 6, high: 10 })).toBe('undecided');
    expect(confidently({ operator: '<=', low: 6, high: 10 })).toBe('pass');
    expect(confidently({ value: 12, low: 9, high: 13 })).toBe('undecided');
    expect(confidently({ value: 12, low: 10, high: 13 })).toBe('fail');
    expect(confidently({ operator: '>=', value: 12, low: 10, high: 13 })).toBe('pass');
    expect(confidently({ operator: '>=', value: 12, low: 9, high: 13 })).toBe('undecided');
    expect(confidently({ operator: '>', value: 8, low: 7, high: 10 })).toBe('fail');
  });

  it('is undecided where the end that matters is not known', () => {
    expect(confidently({ low: 6, high: null })).toBe('undecided');
    expect(confidently({ operator: '>=', value: 12, low: null, high: 13 })).toBe('undecided');
    expect(confidently({ value: 12, low: null, high: 13 })).toBe('undecided');
    // The other end does not matter.
    expect(confidently({ low: null, high: 9 })).toBe('pass');
    expect(confidently({ value: 12, low: 11, high: null })).toBe('fail');
  });

  it('says about how many tickets it would take', () => {
    // The upper end is 3 off the value, the limit 2: n · (3 / 2)² = 225.
    expect(decide(judged({ strictness: 'confidently', value: 8, low: 6, high: 11 })).reason?.english).toBe(
      'undecided, needs about 225',
    );
    // The limit lies below the value: it is the lower end that has to clear it. (4 / 1)² = 16.
    expect(decide(judged({ strictness: 'confidently', value: 11, low: 7, high: 12 })).reason?.english).toBe(
      'undecided, needs about 1600',
    );
    expect(decide(judged({ strictness: 'confidently', value: 10, low: 7, high: 12 })).reason?.english).toBe(
      'undecided',
    );
    expect(decide(judged({ strictness: 'confidently', value: 8, low: 6, high: null })).reason?.english).toBe(
      'undecided',
    );
  });

  it('judges equality by whether the interval holds the value', () => {
    expect(confidently({ operator: '=', low: 6, high: 9 })).toBe('fail');
    expect(confidently({ operator: '=', low: 6, high: 12 })).toBe('undecided');
    expect(confidently({ operator: '=', value: 10, low: 10, high: 10 })).toBe('pass');
    expect(confidently({ operator: '!=', low: 6, high: 9 })).toBe('pass');
    expect(confidently({ operator: '!=', low: 6, high: 12 })).toBe('undecided');
    expect(confidently({ operator: '!=', value: 10, low: 10, high: 10 })).toBe('fail');
  });
});

describe('clearly', () => {
  const clearly = (more: Partial<Judged>): string => verdict({ strictness: 'clearly', ...more });

  it('fails only when no part of the interval complies', () => {
    expect(clearly({ value: 12, low: 9.9, high: 13 })).toBe('pass');
    expect(clearly({ value: 12, low: 10, high: 13 })).toBe('fail');
    expect(clearly({ operator: '<=', value: 12, low: 10, high: 13 })).toBe('pass');
    expect(clearly({ operator: '>=', value: 8, low: 6, high: 9 })).toBe('fail');
    expect(clearly({ operator: '>=', value: 8, low: 6, high: 10 })).toBe('pass');
  });

  it('never passes for want of an end', () => {
    expect(clearly({ value: 12, low: null, high: 13 })).toBe('too_few');
    expect(clearly({ operator: '>=', value: 8, low: 6, high: null })).toBe('too_few');
    expect(clearly({ value: 8, low: null, high: 13 })).toBe('pass');
  });

  it('fails with a quantile that is not reached, unless the interval begins below the limit', () => {
    expect(clearly({ value: Number.POSITIVE_INFINITY, low: 11, high: null })).toBe('fail');
    expect(clearly({ value: Number.POSITIVE_INFINITY, low: 9, high: null })).toBe('pass');
    expect(clearly({ operator: '>', value: Number.POSITIVE_INFINITY, low: 9, high: null })).toBe('pass');
  });
});

describe('figures without an interval', () => {
  it('cannot be judged by one, counts excepted', () => {
    expect(decide(judged({ strictness: 'confidently', low: null, high: null }))).toEqual({
      verdict: 'undecided',
      rule: 'neither',
      reason: sentence('why.undecided_no_interval'),
    });
    expect(verdict({ strictness: 'clearly', value: 99, low: null, high: null })).toBe('too_few');
    expect(verdict({ strictness: 'confidently', low: null, high: null, isCount: true })).toBe('pass');
    expect(verdict({ strictness: 'clearly', value: 99, low: null, high: null, isCount: true })).toBe('fail');
    expect(
      verdict({
        strictness: 'confidently',
        value: Number.POSITIVE_INFINITY,
        low: null,
        high: null,
        operator: '>',
      }),
    ).not.toBe('fail');
  });
});

describe('loosening', () => {
  const rank = { fail: 0, undecided: 1, too_few: 1, pass: 2 } as const;
  const ends = fc.tuple(
    fc.double({ min: 0, max: 100, noNaN: true }),
    fc.double({ min: 0, max: 50, noNaN: true }),
    fc.double({ min: 0, max: 50, noNaN: true }),
    fc.boolean(),
    fc.boolean(),
    fc.boolean(),
  );
  const figure = ends.map(([value, below, above, hasLow, hasHigh, isReached]) => ({
    value: isReached ? value : Number.POSITIVE_INFINITY,
    low: hasLow ? value - below : null,
    high: hasHigh && isReached ? value + above : null,
  }));

  it('a limit never turns a pass into a fail, nor into anything worse', () => {
    fc.assert(
      fc.property(
        figure,
        fc.constantFrom<Strictness>('point', 'confidently', 'clearly'),
        fc.constantFrom<Operator>('<', '<=', '>', '>='),
        fc.double({ min: -10, max: 160, noNaN: true }),
        fc.double({ min: 0, max: 60, noNaN: true }),
        fc.boolean(),
        (known, strictness, operator, limit, slack, isCount) => {
          const looser = operator.startsWith('<') ? limit + slack : limit - slack;
          const before = decide(judged({ ...known, strictness, operator, limit, isCount })).verdict;
          const after = decide(judged({ ...known, strictness, operator, limit: looser, isCount })).verdict;
          expect(rank[after]).toBeGreaterThanOrEqual(rank[before]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('from confidently to the point, and from the point to clearly, never makes it worse', () => {
    fc.assert(
      fc.property(
        figure,
        fc.constantFrom<Operator>('<', '<=', '>', '>='),
        fc.double({ min: -10, max: 160, noNaN: true }),
        (known, operator, limit) => {
          const by = (strictness: Strictness): string =>
            decide(judged({ ...known, strictness, operator, limit })).verdict;
          if (by('confidently') === 'pass') expect(by('point')).toBe('pass');
          if (by('point') === 'pass' && (known.low !== null || known.high !== null))
            expect(by('clearly')).toBe('pass');
          if (by('clearly') === 'fail') expect(by('point')).toBe('fail');
        },
      ),
      { numRuns: 1000 },
    );
  });
});

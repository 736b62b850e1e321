import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { englishFigures } from '../../../../src/output/locales/english-figures.ts';

const tag = 'en-GB';

describe('English numbers', () => {
  const options = fc.oneof(
    fc
      .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }))
      .map(([a, b]) => ({ minimumFractionDigits: Math.min(a, b), maximumFractionDigits: Math.max(a, b) })),
    fc.constant({ style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 } as const),
    fc.integer({ min: 1, max: 4 }).map((minimumIntegerDigits) => ({
      useGrouping: false,
      minimumIntegerDigits,
      maximumFractionDigits: 0,
    })),
  );
  const values = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    fc.double({ min: -2, max: 2, noNaN: true }),
    fc.integer({ min: -2_000_000, max: 2_000_000 }),
    // Halves of the last digit, which round away from zero as written, whatever the double below is.
    fc.integer({ min: -2_000_000, max: 2_000_000 }).map((value) => (value * 10 + 5) / 10_000),
    fc.integer({ min: -2_000_000, max: 2_000_000 }).map((value) => (value * 10 + 5) / 100),
  );

  it('are written as Intl writes them', () => {
    let own = 0;
    fc.assert(
      fc.property(values, options, (value, chosen) => {
        const plain = value === 0 ? 0 : value;
        const written = englishFigures.number(plain, chosen);
        if (written === null) return;
        own++;
        expect(written).toBe(new Intl.NumberFormat(tag, chosen).format(plain));
      }),
      { numRuns: 3000 },
    );
    expect(own).toBeGreaterThan(2000);
  });

  it('leave what has no digits, or too many, to Intl', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 1e12, -1e300])
      expect(englishFigures.number(value, {})).toBeNull();
    expect(englishFigures.number(1.5, { maximumFractionDigits: 4 })).toBeNull();
  });

  it('round as on paper', () => {
    expect(englishFigures.number(1.005, { maximumFractionDigits: 2 })).toBe('1.01');
    expect(englishFigures.number(999.95, { maximumFractionDigits: 1 })).toBe('1,000');
    expect(englishFigures.number(-1234567.25, { maximumFractionDigits: 1 })).toBe('-1,234,567.3');
    expect(englishFigures.number(0.285, { style: 'percent', maximumFractionDigits: 0 })).toBe('29%');
  });
});

describe('English dates', () => {
  const day = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  const forms: readonly Intl.DateTimeFormatOptions[] = [
    day,
    { ...day, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    { day: 'numeric', month: 'short' },
    { month: 'short', year: 'numeric' },
    { month: 'long', year: 'numeric' },
  ];

  it('are written as Intl writes them', () => {
    const formatters = forms.map(
      (form) =>
        [form, new Intl.DateTimeFormat(tag, { ...form, timeZone: 'UTC', calendar: 'gregory' })] as const,
    );
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2101, 0, 1) }),
        fc.constantFrom(...formatters),
        (at, [form, formatter]) => {
          expect(englishFigures.date(at, form)).toBe(formatter.format(at));
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('English lists', () => {
  it('are written as Intl writes them', () => {
    const formatter = new Intl.ListFormat(tag, { type: 'conjunction' });
    for (const items of [[], ['a'], ['a', 'b'], ['a', 'b', 'c'], ['a, b', 'c', 'd', 'e']])
      expect(englishFigures.list(items)).toBe(formatter.format(items));
  });
});

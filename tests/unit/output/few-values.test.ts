import { describe, expect, it } from 'vitest';
import { figureValue } from '../../../src/model/figure-value.ts';
import type { Reading } from '../../../src/model/overview.ts';
import { languageIds, loadLocale } from '../../../src/output/locales/index.ts';
import { isMissing } from '../../../src/output/renderers/block-values.ts';

const HOUR = 3_600_000;
const few = (value: number, n: number, ends?: { readonly low: number; readonly high: number }): Reading => ({
  value,
  n,
  low: null,
  high: null,
  status: 'too_few',
  ...(ends ? { few: ends } : {}),
});
const response = { metric: 'first_response_time', kind: 'duration', clock: 'calendar' } as const;
const csat = { metric: 'csat', kind: 'share', clock: null, stat: 'share' } as const;

describe('figures of few values', () => {
  it('are shown as what they are: counts, the slowest, the middle with its ends', async () => {
    const { formatValue } = await loadLocale('en');
    expect(formatValue(figureValue(csat, few(0.5, 2, { low: 0, high: 1 })))).toBe('1 of 2');
    const ends = { low: HOUR, high: 3.5 * HOUR };
    expect(formatValue(figureValue({ ...response, stat: 'p90' }, few(3 * HOUR, 10, ends)))).toBe(
      'slowest of 10: 3h 30m',
    );
    expect(formatValue(figureValue({ ...response, stat: 'p50' }, few(2 * HOUR, 3, ends)))).toBe(
      '2h 00m (1h 00m to 3h 30m, n=3)',
    );
    expect(
      formatValue(figureValue({ ...response, stat: 'p50' }, few(HOUR, 1, { low: HOUR, high: HOUR }))),
    ).toBe('1h 00m (n=1)');
  });

  it('stay hidden where somebody could be told from them, and have no verdict', async () => {
    const { formatValue } = await loadLocale('en');
    const hidden = figureValue({ ...response, stat: 'p50' }, few(HOUR, 3));
    expect(formatValue(hidden)).toBe('too few (n=3)');
    expect(isMissing(figureValue(csat, few(0.5, 2, { low: 0, high: 1 })))).toBe(true);
  });

  it('have words in every language', async () => {
    for (const id of languageIds) {
      const { formatValue } = await loadLocale(id, { strict: true });
      expect(formatValue(figureValue(csat, few(0.5, 2, { low: 0, high: 1 })))).not.toContain('few');
    }
  });
});

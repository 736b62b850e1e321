import { describe, expect, it } from 'vitest';
import type { Value } from '../../../../src/model/report.ts';
import { bn } from '../../../../src/output/locales/bn/index.ts';
import { directionOf } from '../../../../src/output/locales/changes.ts';
import { en } from '../../../../src/output/locales/en/index.ts';
import { hi } from '../../../../src/output/locales/hi/index.ts';
import { englishLocale, loadLocale } from '../../../../src/output/locales/index.ts';
import { createLocale, type Language } from '../../../../src/output/locales/locale.ts';

const english = englishLocale({ strict: true });
const bengali = createLocale(bn, en, { strict: true });
const hindi = createLocale(hi, en, { strict: true });

const change = (
  of: 'count' | 'share' | 'duration' | 'score' | 'points',
  before: number | null,
  now: number | null,
) => ({ type: 'change', of, before, now, lowerIsBetter: true }) satisfies Value;

describe('a moment up to which things count', () => {
  const shown = (at: number, zone: string) =>
    englishLocale().formatValue({ type: 'instant', value: at, zone, precision: 'minute', isEnd: true });

  it('is at midnight the end of the day before, in the zone of the report', () => {
    // Midnight of 17 September in Berlin is 22:00 of the 16th in UTC.
    expect(shown(Date.UTC(2026, 8, 17), 'UTC')).toBe('16 Sept 2026, 23:59');
    expect(shown(Date.UTC(2026, 8, 16, 22), 'Europe/Berlin')).toBe('16 Sept 2026, 23:59');
    expect(shown(Date.UTC(2026, 8, 17), 'Europe/Berlin')).toBe('17 Sept 2026, 02:00');
  });
});

describe('formatValue', () => {
  it.each<[Value, string]>([
    [{ type: 'count', value: 1204 }, '1,204'],
    [{ type: 'count', value: 0 }, '0'],
    [{ type: 'count', value: null }, '–'],
    [{ type: 'count', value: Number.NaN }, '–'],
    [{ type: 'share', value: 0.913 }, '91.3%'],
    [{ type: 'share', value: 0 }, '0.0%'],
    [{ type: 'share', value: 1 }, '100.0%'],
    [{ type: 'share', value: 0.0004 }, '<0.1%'],
    [{ type: 'share', value: 0.9996 }, '>99.9%'],
    [{ type: 'score', value: 4.305, outOf: 5 }, '4.31 / 5'],
    [{ type: 'score', value: 2.5 }, '2.50'],
    [{ type: 'points', value: -12.4 }, '−12'],
    [{ type: 'number', value: 3.46912 }, '3.5'],
    [{ type: 'number', value: 3.46912, digits: 3 }, '3.469'],
    [{ type: 'duration', value: 7_500_000 }, '2h 05m'],
    [{ type: 'duration', value: 100_800_000, clock: 'business' }, '28h 00m'],
    [{ type: 'duration', value: 100_800_000, clock: 'calendar' }, '1d 4h'],
    [{ type: 'share', value: 0.5, status: 'too_few', n: 3 }, 'too few (n=3)'],
    [{ type: 'share', value: null, status: 'too_few', n: 0 }, '–'],
    [{ type: 'share', value: 0.5, status: 'too_few' }, 'too few'],
    [{ type: 'share', value: null, status: 'unavailable' }, 'not available'],
    [{ type: 'share', value: null, status: 'window_open' }, 'too early'],
    [{ type: 'duration', value: 7_500_000, status: 'edge' }, '2h 05m (incomplete)'],
    [{ type: 'text', value: { data: 'Billing' } }, 'Billing'],
    [{ type: 'text', value: null }, '–'],
    [change('count', 1075, 1204), '+12%'],
    [change('count', 100, 100), '0%'],
    [change('count', 0, 5), '+5'],
    [change('count', 20, 300), '×15'],
    [change('count', 1, 3), '+2'],
    [change('count', 2, 0), '−2'],
    [change('count', 9, 15), '+6'],
    [change('count', 2, 30), '+28'],
    [change('count', 30, 2), '−93%'],
    [change('count', null, 5), '–'],
    [change('duration', 9_060_000, 7_500_000), '−17%'],
    [change('duration', 1000, 1010), '+1.0%'],
    // A share of nothing says nothing: by how much.
    [change('duration', 0, 1000), '+1s'],
    [change('share', 0.902, 0.913), '+1.1 pt'],
    [change('share', 0.9, 0.91), '+1.0 pt'],
    [change('points', 31, 34), '+3 pt'],
    [change('points', 31, 31.2), '0 pt'],
    [change('score', 4.5, 4.25), '−0.25'],
  ])('%j reads %s', (value, words) => {
    expect(english.formatValue(value)).toBe(words);
  });

  it('writes an instant in its own zone', () => {
    const value = Date.UTC(2026, 10, 5, 20, 30);
    expect(english.formatValue({ type: 'instant', value, zone: 'Asia/Dhaka', precision: 'minute' })).toBe(
      '6 Nov 2026, 02:30',
    );
    expect(english.formatValue({ type: 'instant', value, zone: 'UTC', precision: 'day' })).toBe('5 Nov 2026');
    expect(bengali.formatValue({ type: 'instant', value, zone: 'UTC', precision: 'day' })).toBe(
      '৫ নভেম্বর ২০২৬',
    );
    expect(bengali.formatValue({ type: 'instant', value, zone: 'Asia/Dhaka', precision: 'minute' })).toBe(
      '৬ নভে ২০২৬, ০২:৩০',
    );
    expect(hindi.formatValue({ type: 'instant', value, zone: 'UTC', precision: 'day' })).toBe('5 नव॰ 2026');
  });

  it('uses the digits, grouping and units of the language', () => {
    expect(bengali.formatValue({ type: 'count', value: 1_234_567 })).toBe('১২,৩৪,৫৬৭');
    expect(hindi.formatValue({ type: 'count', value: 1_234_567 })).toBe('12,34,567');
    expect(english.formatValue({ type: 'count', value: 1_234_567 })).toBe('1,234,567');
    expect(bengali.formatValue({ type: 'duration', value: 7_500_000 })).toBe('২\u00a0ঘ ০৫\u00a0মি');
    expect(hindi.formatValue({ type: 'duration', value: 7_500_000 })).toBe('2\u00a0घं॰ 05\u00a0मि॰');
    expect(bengali.formatValue({ type: 'duration', value: 100_800_000 })).toBe('১\u00a0দিন ৪\u00a0ঘ');
    expect(bengali.formatValue({ type: 'share', value: 0.913 })).toBe('৯১.৩%');
    expect(bengali.formatValue({ type: 'share', value: 0.5, status: 'too_few', n: 3 })).toBe('তথ্য কম (n=৩)');
    expect(hindi.formatValue(change('share', 0.902, 0.913))).toBe('+1.1 अंक');
  });
});

describe('message', () => {
  const language: Language = {
    id: 'xx',
    habits: en.habits,
    messages: {
      plain: 'Nothing',
      tickets: '{n} {n|ticket|tickets} in {where}',
      late: (say) =>
        say.has('group') ? `${say.arg('group')}: ${say.message('plain')}` : say.message('plain'),
    },
  };
  const strict = createLocale(language, en, { strict: true, english: { 'metric.nps': 'NPS' } });
  const lenient = createLocale(language, en);

  it('fills gaps with words, numbers, values and phrases', () => {
    expect(strict.message('tickets', { n: 1, where: 'Billing' })).toBe('1 ticket in Billing');
    expect(strict.message('tickets', { n: { type: 'count', value: 1200 }, where: { data: '{n}' } })).toBe(
      '1,200 tickets in {n}',
    );
    expect(strict.message('tickets', { n: 0, where: [{ data: 'a' }, { data: 'b' }, { data: 'c' }] })).toBe(
      '0 tickets in a, b and c',
    );
    expect(strict.message('tickets', { n: 2, where: { code: 'metric.nps' } })).toBe('2 tickets in NPS');
  });

  it('lets a function leave a part out', () => {
    expect(strict.message('late', { group: 'Chat' })).toBe('Chat: Nothing');
    expect(strict.message('late')).toBe('Nothing');
  });

  it('never reads data as a template, nor as a replacement pattern', () => {
    expect(strict.message('tickets', { n: 1, where: '$& {n|a|b} $1' })).toBe('1 ticket in $& {n|a|b} $1');
  });

  it('throws on what is not worded, where it is told to be strict', () => {
    expect(() => strict.message('finding.unheard_of')).toThrow('no wording for finding.unheard_of');
    expect(() => strict.message('tickets', { n: 1 })).toThrow('tickets lacks its argument where');
  });

  it('says what it can otherwise', () => {
    expect(lenient.message('finding.unheard_of', { by_group: 'Chat', n: 1200 })).toBe(
      'unheard of (by group: Chat, n: 1,200)',
    );
    expect(lenient.message('tickets', { n: 1 })).toBe('1 ticket in ');
  });

  it('falls back from a language to English to the names handed over', async () => {
    const locale = await loadLocale('bn', {
      english: { 'metric.created': 'New', 'metric.handle_time': 'Handle time' },
    });
    expect(locale.message('metric.created')).toBe('নতুন টিকিট');
    expect(locale.message('metric.handle_time')).toBe('Handle time');
    expect(locale.has('metric.handle_time')).toBe(true);
    expect(locale.has('metric.unheard_of')).toBe(false);
  });
});

describe('periodLabel', () => {
  it.each([
    ['2026-11-05', '5 Nov', '5 Nov 2026'],
    ['2026-W46', 'W46', 'week 46, 2026'],
    ['2026-10', 'Oct 2026', 'October 2026'],
    ['2026-Q3', 'Q3 2026', 'Q3 2026'],
    ['2026', '2026', '2026'],
    ['2026-11-01/2026-11-05', '1 Nov – 5 Nov', '1 Nov 2026 – 5 Nov 2026'],
    ['< 15m', '< 15m', '< 15m'],
    ['2026-13', '2026-13', '2026-13'],
  ])('%s', (label, short, long) => {
    expect(english.periodLabel(label, 'short')).toBe(short);
    expect(english.periodLabel(label, 'long')).toBe(long);
  });

  it('speaks the language', () => {
    expect(bengali.periodLabel('2026-W46', 'long')).toBe('২০২৬ সালের ৪৬ নম্বর সপ্তাহ');
    expect(bengali.periodLabel('2026-Q3', 'long')).toBe('২০২৬ সালের ৩য় প্রান্তিক');
    expect(bengali.periodLabel('2026-Q4', 'short')).toBe('২০২৬ সালের ৪র্থ প্রান্তিক');
    expect(bengali.periodLabel('2026-08-20', 'short')).toBe('২০ আগস্ট');
    expect(bengali.periodLabel('2026-08-20', 'long')).toBe('২০ আগস্ট ২০২৬');
    expect(bengali.periodLabel('2026-08', 'short')).toBe('আগস্ট ২০২৬');
    expect(bengali.periodLabel('2026', 'long')).toBe('২০২৬');
    expect(bengali.periodLabel('0', 'short')).toBe('০');
    expect(hindi.periodLabel('2026-11-05', 'short')).toBe('5 नव॰');
    expect(hindi.periodLabel('2026-W46', 'long')).toBe('सप्ताह 46, 2026');
    expect(hindi.periodLabel('2026-Q3', 'long')).toBe('तिमाही 3, 2026');
  });
});

describe('formatTick', () => {
  const hour = 3_600_000;

  it('names days by the calendar only: nobody knows how long one is in business hours', () => {
    expect(english.formatTick(72 * hour, 'duration')).toBe('3d');
    expect(english.formatTick(72 * hour, 'duration', 'business')).toBe('72h');
    expect(hindi.formatTick(72 * hour, 'duration', 'business')).toBe('72\u00a0घं॰');
  });
});

describe('lists in Hindi', () => {
  const listed = (...items: string[]): string =>
    hindi.message('issues.terms', { terms: items.map((data) => ({ data })) });

  it('have no comma before the last item, whatever the items hold', () => {
    expect(listed('a')).toBe('शब्द: a');
    expect(listed('a', 'b')).toBe('शब्द: a और b');
    expect(listed('a', 'b, और c', 'd')).toBe('शब्द: a, b, और c और d');
  });
});

describe('directionOf', () => {
  const of = (more: object) =>
    directionOf({ type: 'change', of: 'count', before: 2, now: 1, lowerIsBetter: true, ...more });

  it('is good, bad or neither', () => {
    expect(of({})).toBe(1);
    expect(of({ lowerIsBetter: false })).toBe(-1);
    expect(of({ lowerIsBetter: null })).toBe(0);
    expect(of({ now: 2 })).toBe(0);
    expect(of({ before: null })).toBe(0);
    expect(of({ verdict: 'noise' })).toBe(0);
    expect(of({ verdict: 'too_few' })).toBe(0);
    expect(of({ verdict: 'small' })).toBe(1);
  });
});

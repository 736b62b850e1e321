import { expect, it } from 'vitest';
import type { Phrase } from '../../../../src/model/report.ts';
import { periodPhrase, subtitlePhrase } from '../../../../src/output/report/words.ts';

const hour = 3_600_000;
const day = 24 * hour;

function codeOf(start: number, { length, zone }: { length: number; zone: string }): string {
  const phrase = periodPhrase({ start, end: start + length }, zone);
  return 'code' in phrase ? phrase.code : '';
}

it('calls a period a day where its first and last instants are one local day', () => {
  const noon = Date.UTC(2026, 10, 2, 12);
  expect(codeOf(Date.UTC(2026, 10, 2), { length: day, zone: 'UTC' })).toBe('period.day');
  expect(codeOf(noon, { length: 12 * hour, zone: 'UTC' })).toBe('period.day');
  expect(codeOf(noon, { length: 12 * hour + 1, zone: 'UTC' })).toBe('period.range');
  // 12:00 to 24:00 UTC is 18:00 to 06:00 in Dhaka.
  expect(codeOf(noon, { length: 12 * hour, zone: 'Asia/Dhaka' })).toBe('period.range');
  expect(codeOf(noon, { length: 7 * day, zone: 'Asia/Dhaka' })).toBe('period.range');
});

it('knows days of other lengths', () => {
  // New York turned its clocks back on 1 November 2026: from 04:00 UTC on, 25 hours.
  const fallBack = Date.UTC(2026, 10, 1, 4);
  expect(codeOf(fallBack, { length: 25 * hour, zone: 'America/New_York' })).toBe('period.day');
  expect(codeOf(fallBack, { length: 25 * hour + 1, zone: 'America/New_York' })).toBe('period.range');
  // Kwajalein's 30 September 1969, before it crossed the date line, had 47 hours: from UTC+11 to UTC−12.
  const long = Date.UTC(1969, 8, 29, 13);
  expect(codeOf(long, { length: 47 * hour, zone: 'Pacific/Kwajalein' })).toBe('period.day');
  expect(codeOf(long, { length: 47 * hour + 1, zone: 'Pacific/Kwajalein' })).toBe('period.range');
});

it('says below a title what is known in one order, whatever that is', () => {
  const about = { period: null, coverage: { from: 0 }, asOf: day, zone: 'UTC', filter: 'group = Billing' };
  const keysOf = (phrase: Phrase): string =>
    'code' in phrase ? Object.keys(phrase.args ?? {}).join(' ') : '';
  const given = { clock: { code: 'report.clock' }, before: { code: 'period.all' } };
  expect(keysOf(subtitlePhrase(about, { tickets: 0, ...given }))).toBe(
    'period tickets zone clock before filter as_of',
  );
  expect(keysOf(subtitlePhrase({ ...about, filter: null }, { tickets: null }))).toBe('period zone as_of');
});

import { describe, expect, it } from 'vitest';
import { instantReader } from '../../../src/time/instant.ts';
import { utc } from '../../../src/time/zone.ts';

const read = (cell: string): string => {
  const bytes = new TextEncoder().encode(cell);
  const value = instantReader({ format: 'iso8601', zone: utc }).read(bytes, 0, bytes.length);
  return Number.isNaN(value) ? 'none' : new Date(value).toISOString().slice(0, 19);
};

describe('dates with East Asian words', () => {
  it.each([
    ['2026년 3월 2일 14:05', '2026-03-02T14:05:00'],
    ['2026년 03월 02일 오후 2:05', '2026-03-02T14:05:00'],
    ['2026. 3. 2. 오전 12:05', '2026-03-02T00:05:00'],
    ['2026-03-02 (월) 오후 2:05:07', '2026-03-02T14:05:07'],
    ['2026年3月2日 9:05', '2026-03-02T09:05:00'],
    ['2026年3月2日（月）9時5分', '2026-03-02T09:05:00'],
    ['2026年3月2日 下午2点', '2026-03-02T14:00:00'],
    ['2026年3月2日', '2026-03-02T00:00:00'],
    ['2026/03/02 午後2:05', '2026-03-02T14:05:00'],
    ['2026. 03. 02. 14:05', '2026-03-02T14:05:00'],
    ['2026. 3. 2.', '2026-03-02T00:00:00'],
    ['2026年13月2日', 'none'],
    ['3월', 'none'],
    ['2026. 3', 'none'],
  ])('%s', (cell, stamp) => {
    expect(read(cell)).toBe(stamp);
  });
});

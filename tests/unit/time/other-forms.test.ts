import { describe, expect, it } from 'vitest';
import { instantReader } from '../../../src/time/instant.ts';
import { utc } from '../../../src/time/zone.ts';

const read = (cell: string, format: 'iso8601' | 'day_first' | 'month_name'): string => {
  const bytes = new TextEncoder().encode(cell);
  const value = instantReader({ format, zone: utc }).read(bytes, 0, bytes.length);
  return Number.isNaN(value) ? 'none' : new Date(value).toISOString().slice(0, 16);
};

describe('stamps in forms of their own', () => {
  it.each([
    ['/Date(1772719500000)/', 'iso8601', '2026-03-05T14:05'],
    ['2026-03-05-14.05.00.000000', 'iso8601', '2026-03-05T14:05'],
    ['5 มี.ค. 2569 14:05', 'month_name', '2026-03-05T14:05'],
    ['29 กุมภาพันธ์ พ.ศ. 2567 เวลา 09:05 น.', 'month_name', '2024-02-29T09:05'],
    ['12 พ.ค. 2026', 'month_name', '2026-05-12T00:00'],
    ['29/02/2567 09:05', 'day_first', '2024-02-29T09:05'],
    ['31/12/2500', 'day_first', 'none'],
    ['5/3/2026 2:05:00 μ.μ.', 'day_first', '2026-03-05T14:05'],
    ['5/3/2026 12:05 πμ', 'day_first', '2026-03-05T00:05'],
    ['05/03/2026 2:05 CH', 'day_first', '2026-03-05T14:05'],
    ['05/03/2026 9:05 SA', 'day_first', '2026-03-05T09:05'],
    ['5/3/2026 2:05 PTG', 'day_first', '2026-03-05T14:05'],
    ['5 березня 2026 р. 14:05', 'month_name', '2026-03-05T14:05'],
    ['05 Agu 2026 14:05', 'month_name', '2026-08-05T14:05'],
    ['5 mai 2026, 14:05', 'month_name', '2026-05-05T14:05'],
    ['יום ראשון 8 במרץ 2026 בשעה 14:05', 'month_name', '2026-03-08T14:05'],
    ['5 مارس 2026 14:05', 'month_name', '2026-03-05T14:05'],
    ['09 Mar 2026 08:00 GMT+3', 'month_name', '2026-03-09T05:00'],
    ['Mon Mar 09 2026 08:00:00 GMT+0100 (Central European Standard Time)', 'month_name', '2026-03-09T07:00'],
    ['5 Μαρτίου 2026 14:05', 'month_name', '2026-03-05T14:05'],
  ] as const)('%s', (cell, format, stamp) => {
    expect(read(cell, format)).toBe(stamp);
  });
});

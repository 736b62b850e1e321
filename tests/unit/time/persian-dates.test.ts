import { describe, expect, it } from 'vitest';
import { persianDay } from '../../../src/time/persian-dates.ts';
import { ask, HOUR, readFiles } from '../../desk.ts';

const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

describe('dates of the solar calendar of Iran', () => {
  // Node's own calendar says the same: new Intl.DateTimeFormat('en-u-ca-persian', { timeZone: 'UTC' }).
  it('are those of Intl, each day of forty years', () => {
    const format = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    });
    for (let day = Date.UTC(2001, 2, 21) / 86_400_000; day < Date.UTC(2044, 0, 1) / 86_400_000; day++) {
      const parts = format.formatToParts(day * 86_400_000);
      const [year, month, date] = (['year', 'month', 'day'] as const).map((type) =>
        Number.parseInt(parts.find((part) => part.type === type)!.value, 10),
      );
      expect(persianDay(year, month, date)).toBe(day);
    }
  });

  it('begin in spring, and end with a day more in leap years', () => {
    expect(iso(persianDay(1404, 1, 1))).toBe('2025-03-21');
    expect(iso(persianDay(1403, 12, 30))).toBe('2025-03-20');
    expect(persianDay(1404, 12, 30)).toBeNaN();
    expect(persianDay(1404, 7, 31)).toBeNaN();
  });

  it('are read in columns of stamps, with digits of their own', async () => {
    const rows = [1, 2, 3].map((k) => `${k},1404/12/0${k} 10:00,۱۴۰۴/۱۲/۰${'۰۱۲۳'[k]} ۱۲:۰۰,بسته شده`);
    const { desk } = await readFiles({
      't.csv': `شماره تیکت,تاریخ ایجاد,تاریخ حل,وضعیت\n${rows.join('\n')}\n`,
    });
    expect(ask(desk, 'created,resolution_time.p50').map(({ value }) => value)).toEqual([3, 2 * HOUR]);
    expect(desk.asOf).toBe(Date.UTC(2026, 1, 22, 12));
  });
});

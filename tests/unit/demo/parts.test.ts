import { describe, expect, it } from 'vitest';
import { afterWorking, localTime, type Week } from '../../../src/demo/desk-hours.ts';
import { createRandom } from '../../../src/demo/random.ts';
import { languages } from '../../../src/demo/theme.ts';
import { themes } from '../../../src/demo/themes.ts';

const dhaka = (text: string): number => Date.parse(`${text}:00+06:00`);
const weekdaysNineToFive: Week = [null, [9, 17], [9, 17], [9, 17], [9, 17], [9, 17], null];
const never = (): boolean => false;
const hour = 3_600_000;

describe('working time of the sample desk', () => {
  const workingEnd = (from: string, hours: number, isDayOff: (day: number) => boolean = never) =>
    afterWorking({ from: dhaka(from), working: hours * hour, week: weekdaysNineToFive, isDayOff });

  it.each([
    // 2026-11-02 is a Monday.
    ['2026-11-02T10:00', 2, '2026-11-02T12:00'],
    ['2026-11-02T07:00', 1, '2026-11-02T10:00'],
    ['2026-11-02T16:00', 2, '2026-11-03T10:00'],
    ['2026-11-02T23:00', 0.5, '2026-11-03T09:30'],
    ['2026-11-06T16:30', 1, '2026-11-09T09:30'],
    ['2026-11-07T12:00', 9, '2026-11-10T10:00'],
    ['2026-11-02T10:00', 7, '2026-11-02T17:00'],
  ])('from %s, %s working hours end at %s', (from, hours, to) => {
    expect(workingEnd(from, hours)).toBe(dhaka(to));
  });

  it('leaves days off out', () => {
    const tuesday = localTime(dhaka('2026-11-03T12:00')).day;
    expect(workingEnd('2026-11-02T16:00', 2, (day) => day === tuesday)).toBe(dhaka('2026-11-04T10:00'));
  });
});

describe('chance', () => {
  it('is a fair and steady stream', () => {
    const random = createRandom(7);
    const again = createRandom(7);
    const values = Array.from({ length: 20_000 }, () => random.next());
    expect(values.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => again.next()));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    // Standard error of the mean of uniforms: √(1/12)/√20000 ≈ 0.002.
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.01);
    const normals = Array.from({ length: 20_000 }, () => random.normal());
    const variance = normals.reduce((sum, value) => sum + value * value, 0) / normals.length;
    expect(Math.abs(variance - 1)).toBeLessThan(0.05);
    expect(new Set(Array.from({ length: 200 }, () => random.whole({ low: 2, high: 4 })))).toEqual(
      new Set([2, 3, 4]),
    );
  });
});

describe('the recurring problems', () => {
  it('are said in three languages and many ways, with gaps that can be filled', () => {
    expect(themes.length).toBeGreaterThanOrEqual(18);
    expect(new Set(themes.map((theme) => theme.id)).size).toBe(themes.length);
    const known = new Set(['order', 'item', 'amount', 'city', 'day', 'count', 'phone']);
    for (const theme of themes) {
      for (const language of languages) {
        const { subjects, bodies } = theme.texts[language];
        expect(subjects.length * bodies.length, `${theme.id} ${language}`).toBeGreaterThanOrEqual(9);
        for (const [, slot] of [...subjects, ...bodies].join(' ').matchAll(/\{(\w+)\}/g))
          expect(known).toContain(slot);
      }
    }
  });
});

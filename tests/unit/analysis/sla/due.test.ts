import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessClock, calendarClock } from '../../../../src/analysis/sla/clocks.ts';
import { countedTime, dueInstant, type Pause } from '../../../../src/analysis/sla/due.ts';
import { HOUR, MINUTE } from '../../../desk.ts';
import { hours } from './sla-desk.ts';

const at = (text: string): number => Date.parse(text);
const inWords = (instant: number): string => new Date(instant).toISOString();

describe('when a target is due', () => {
  it('is start + limit on the calendar', () => {
    expect(dueInstant({ start: 1000, limit: 500, clock: calendarClock, pauses: [] })).toBe(1500);
  });

  it('moves by a pause that begins before it', () => {
    const pauses = [{ from: 1200, to: 1700 }];
    expect(dueInstant({ start: 1000, limit: 500, clock: calendarClock, pauses })).toBe(2000);
    // 200 before the pause, 300 after it.
    expect(countedTime({ from: 1000, to: 2000, clock: calendarClock, pauses })).toBe(500);
  });

  it('is where a pause begins when the time was up just then, and before a pause that begins later', () => {
    expect(dueInstant({ start: 0, limit: 200, clock: calendarClock, pauses: [{ from: 200, to: 900 }] })).toBe(
      200,
    );
    expect(dueInstant({ start: 0, limit: 100, clock: calendarClock, pauses: [{ from: 200, to: 900 }] })).toBe(
      100,
    );
  });

  it('starts behind a pause that is on at the start, and passes over pauses from before', () => {
    const pauses = [
      { from: 0, to: 10 },
      { from: 50, to: 150 },
    ];
    expect(dueInstant({ start: 100, limit: 30, clock: calendarClock, pauses })).toBe(180);
    expect(countedTime({ from: 100, to: 180, clock: calendarClock, pauses })).toBe(30);
  });

  it('cannot be told while a pause lasts', () => {
    const pauses = [{ from: 10, to: Number.POSITIVE_INFINITY }];
    expect(dueInstant({ start: 0, limit: 11, clock: calendarClock, pauses })).toBeNaN();
    expect(dueInstant({ start: 0, limit: 10, clock: calendarClock, pauses })).toBe(10);
    expect(countedTime({ from: 0, to: 1000, clock: calendarClock, pauses })).toBe(10);
  });

  it('counts nothing in a span that is one pause, and nothing backwards', () => {
    const pauses = [{ from: 0, to: 100 }];
    expect(countedTime({ from: 10, to: 90, clock: calendarClock, pauses })).toBe(0);
    expect(countedTime({ from: 90, to: 90, clock: calendarClock, pauses: [] })).toBe(0);
  });

  // Worked out by hand on the wall clock of each zone, hours 09:00–18:00.
  it.each([
    // Dhaka (UTC+6, no DST since 2009): Friday 17:00 → one hour left, Monday one more: 10:00.
    ['Asia/Dhaka', '2026-11-06T17:00:00+06:00', 2, '2026-11-09T10:00:00+06:00'],
    // New York, clocks back on Sunday 1 Nov 2026: Friday 30 Oct 16:00 EDT, 2 h; Monday 09:00 EST + 3 h = 12:00 EST.
    ['America/New_York', '2026-10-30T16:00:00-04:00', 5, '2026-11-02T12:00:00-05:00'],
    // Lord Howe, half an hour forward on Sunday 4 Oct 2026 (+10:30 → +11:00): Friday 17:30, ½ h; Monday 09:00 + 1½ h.
    ['Australia/Lord_Howe', '2026-10-02T17:30:00+10:30', 2, '2026-10-05T10:30:00+11:00'],
  ])('keeps working hours in %s', (zone, start, limit, due) => {
    const clock = businessClock(hours('Mon-Fri 09:00-18:00', zone));
    expect(inWords(dueInstant({ start: at(start), limit: limit * HOUR, clock, pauses: [] }))).toBe(
      inWords(at(due)),
    );
  });

  it('is the close of the day when that day was all the time there was', () => {
    const clock = businessClock(hours('Mon-Fri 09:00-18:00'));
    // Saturday noon + 9 working hours = Monday 18:00, not Tuesday 09:00.
    expect(inWords(dueInstant({ start: at('2026-11-07T12:00Z'), limit: 9 * HOUR, clock, pauses: [] }))).toBe(
      '2026-11-09T18:00:00.000Z',
    );
  });

  it('counts exactly the limit up to when it is due, whatever the pauses', () => {
    const clocks = [calendarClock, businessClock(hours('Mon-Fri 09:00-12:00 13:00-18:00, Sat 22:00-02:00'))];
    const base = at('2026-10-01T00:00Z');
    const pausesArb = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 600 })), { maxLength: 5 })
      .map((list) => {
        const pauses: Pause[] = [];
        let end = 0;
        for (const [gap, length] of list) {
          pauses.push({ from: base + (end + gap) * MINUTE, to: base + (end + gap + length) * MINUTE });
          end += gap + length;
        }
        return pauses;
      });
    fc.assert(
      fc.property(
        fc.constantFrom(...clocks),
        pausesArb,
        fc.integer({ min: 0, max: 9000 }),
        fc.integer({ min: 1, max: 3000 }),
        (clock, pauses, offset, minutes) => {
          const start = base + offset * MINUTE;
          const limit = minutes * MINUTE;
          const due = dueInstant({ start, limit, clock, pauses });
          expect(countedTime({ from: start, to: due, clock, pauses })).toBe(limit);
          // The earliest such instant: a millisecond before, less had gone by.
          expect(countedTime({ from: start, to: due - 1, clock, pauses })).toBeLessThan(limit);
          // A further pause never makes it due earlier.
          expect(dueInstant({ start, limit, clock, pauses: pauses.slice(0, -1) })).toBeLessThanOrEqual(due);
        },
      ),
    );
  });
});

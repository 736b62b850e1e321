// A million business durations within two years, three lunch breaks a week, holidays and both changes of the clock
// included: how long they take, in milliseconds, the calendar's own making too.
import { BusinessCalendar, businessDuration } from '../../src/time/calendar.ts';
import { parseHoliday } from '../../src/time/holiday.ts';
import { parseHours } from '../../src/time/working-hours.ts';
import { zone } from '../../src/time/zone.ts';

const COUNT = 1_000_000;
const DAY = 86_400_000;
const start = Date.UTC(2025, 0, 1);
const from = new Float64Array(COUNT);
const to = new Float64Array(COUNT);
let state = 1;
const draw = (below: number): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return (state / 2 ** 32) * below;
};
for (let i = 0; i < COUNT; i++) {
  from[i] = start + Math.floor(draw(730 * DAY));
  to[i] = from[i] + Math.floor(draw(draw(30 * DAY)));
}

const begun = performance.now();
const calendar = new BusinessCalendar({
  zone: zone('Europe/Berlin'),
  weekly: parseHours('Mon-Wed 09:00-12:00 13:00-18:00, Thu-Fri 09:00-17:00'),
  holidays: ['12-25', '12-26', '01-01', '2025-12-24 09:00-12:00'].map(parseHoliday),
});
let sum = 0;
for (let i = 0; i < COUNT; i++) sum += businessDuration(calendar, from[i], to[i]);
const took = performance.now() - begun;
if (!(sum > 0)) throw new Error('no business time at all');
process.stdout.write(String(took));

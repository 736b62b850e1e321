import { describe, expect, it } from 'vitest';
import { calendarByTicket, calendarsOf } from '../../../src/questions/calendars.ts';
import { configOf } from '../../../src/settings/config.ts';
import { businessDuration } from '../../../src/time/calendar.ts';
import { utc } from '../../../src/time/zone.ts';
import { HOUR, readFiles } from '../../desk.ts';

const tickets = (groups: readonly string[]): string =>
  `id,created_at,status,group\n${groups.map((group, i) => `${i + 1},2026-11-0${i + 2}T00:00:00Z,open,${group}`).join('\n')}\n`;

/** Working milliseconds of Monday 2 November 2026 for each ticket of a desk with these groups. */
async function mondayOf(groups: readonly string[], hours: readonly string[]): Promise<(number | null)[]> {
  const { desk } = await readFiles({ 't.csv': tickets(groups) });
  const config = configOf({
    calendars: new Map([['phone', { tz: 'America/New_York', hours: ['Mon-Fri 08:00-17:00'] }]]),
    groups: new Map([['Phone', { calendar: 'phone' }]]),
  });
  const calendarOf = calendarByTicket({
    desk,
    config,
    calendars: await calendarsOf({ hours, config, zone: utc }),
  });
  const [from, to] = [Date.UTC(2026, 10, 2), Date.UTC(2026, 10, 3)];
  return groups.map((_, t) => calendarOf && businessDuration(calendarOf(t), from, to));
}

describe('working hours of groups', () => {
  it('are their own, and the desk’s for every other group and for tickets without one', async () => {
    expect(await mondayOf(['Phone', 'Billing', ''], ['Mon-Fri 10:00-12:00'])).toEqual([
      9 * HOUR,
      2 * HOUR,
      2 * HOUR,
    ]);
  });

  it('are enough where every ticket is of such a group', async () => {
    expect(await mondayOf(['Phone', 'Phone'], [])).toEqual([9 * HOUR, 9 * HOUR]);
  });

  it('are refused where other tickets would be measured on another clock', async () => {
    await expect(mondayOf(['Phone', 'Billing', 'Returns', ''], [])).rejects.toThrow(
      'some groups have working hours of their own, and these have none: Billing, Returns, tickets without a group',
    );
    await expect(mondayOf(['Phone', 'A', 'B', 'C', 'D', 'E', 'F'], [])).rejects.toThrow(
      /these have none: A, B, C, D, E, …$/,
    );
    await expect(mondayOf(['Phone', 'Billing'], [])).rejects.toMatchObject({
      exitCode: 2,
      problem: { args: { try: { code: 'hint.hours_of_other_groups' } } },
    });
  });
});

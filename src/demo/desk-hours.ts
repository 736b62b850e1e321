export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** Asia/Dhaka has been six hours ahead of UTC without a change since 2010. */
export const zoneMs = 6 * hourMs;

/** Opening and closing time of a weekday in hours, Sunday first; null when closed. */
export type Week = readonly (readonly [open: number, close: number] | null)[];

const long: readonly [number, number] = [9, 20];
const short: readonly [number, number] = [10, 16];

/** When the desk answers: Monday to Saturday, on Sundays a small shift that only looks after deliveries and chats. */
export const deskWeek: Week = [null, long, long, long, long, long, long];
export const sundayShift: Week = [short, long, long, long, long, long, long];

/** Local weekday (0 = Sunday) and milliseconds since local midnight. */
export function localTime(at: number): {
  readonly weekday: number;
  readonly time: number;
  readonly day: number;
} {
  const local = at + zoneMs;
  const day = Math.floor(local / dayMs);
  return { weekday: (day + 4) % 7, time: local - day * dayMs, day };
}

/** The instant at which this much working time has passed since `from`; days off count as closed. */
export function afterWorking(given: {
  readonly from: number;
  readonly working: number;
  readonly week: Week;
  readonly isDayOff: (day: number) => boolean;
}): number {
  const { week, isDayOff } = given;
  let at = given.from;
  let left = given.working;
  for (let guard = 0; guard < 2000; guard++) {
    const { weekday, time, day } = localTime(at);
    const hours = isDayOff(day) ? null : week[weekday];
    const open = hours ? hours[0] * hourMs : dayMs;
    const close = hours ? hours[1] * hourMs : dayMs;
    if (hours && time < close) {
      const begin = Math.max(time, open);
      if (left <= close - begin) return at + (begin - time) + left;
      left -= close - begin;
    }
    at += dayMs - time;
  }
  return at + left;
}

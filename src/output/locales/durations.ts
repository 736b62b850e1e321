import type { Habits } from './habits.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** How a duration is cut into units; a day exists on the calendar clock only (is a working day 24 h or 9 h?). */
export interface DurationStyle {
  readonly clock: 'calendar' | 'business';
  /** Writes whole numbers in the language's digits; `width` pads with zeros. */
  readonly digits: (value: number, width?: number) => string;
  readonly units: Habits['units'];
}

/**
 * A duration as people say it: the two largest units that matter, rounded half up to the smaller of them.
 *
 * Under a second `<1s`, under a minute `45s`, under ten minutes `5m 09s`, under an hour `42m`, then `2h 05m`.
 * On the calendar clock from 24 h on `1d 4h`, from 30 days on `45d`; on the business clock only h, m and s,
 * from 1,000 h on hours alone. A value that rounds up to the next unit is written in it: 59 m 59.7 s is `1h 00m`.
 */
export function wordDuration(milliseconds: number, style: DurationStyle): string {
  const size = Math.abs(milliseconds);
  const sign = milliseconds < 0 ? '−' : '';
  return sign + wordSize(size, style);
}

function wordSize(size: number, { clock, digits, units }: DurationStyle): string {
  if (size === 0) return `${digits(0)}${units.second}`;
  if (size < second) return `<${digits(1)}${units.second}`;
  const seconds = Math.round(size / second);
  if (seconds < 60) return `${digits(seconds)}${units.second}`;
  if (seconds < 600) {
    return `${digits(Math.floor(seconds / 60))}${units.minute} ${digits(seconds % 60, 2)}${units.second}`;
  }
  const minutes = Math.round(size / minute);
  if (minutes < 60) return `${digits(minutes)}${units.minute}`;
  const inHours = `${digits(Math.floor(minutes / 60))}${units.hour} ${digits(minutes % 60, 2)}${units.minute}`;
  const hours = Math.round(size / hour);
  if (clock === 'business') return minutes < 60_000 ? inHours : `${digits(hours)}${units.hour}`;
  if (minutes < 24 * 60) return inHours;
  const days = Math.round(size / day);
  if (hours >= 30 * 24) return `${digits(days)}${units.day}`;
  return `${digits(Math.floor(hours / 24))}${units.day} ${digits(hours % 24)}${units.hour}`;
}

/** A duration for an axis: one unit, no more digits than needed (`90m`, `1.5h`, `2d`). */
export function wordTick(
  milliseconds: number,
  style: DurationStyle,
  number: (value: number) => string,
): string {
  const size = Math.abs(milliseconds);
  const { units } = style;
  if (size >= 2 * day && style.clock === 'calendar') return `${number(milliseconds / day)}${units.day}`;
  if (size >= hour) return `${number(milliseconds / hour)}${units.hour}`;
  if (size >= minute) return `${number(milliseconds / minute)}${units.minute}`;
  return `${number(milliseconds / second)}${units.second}`;
}

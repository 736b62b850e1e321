import { DeskstatError } from '../model/problem.ts';
import { nearest } from '../model/suggest.ts';
import { DAY, dayOfLocal, HOUR, MINUTE, SECOND, weekdayOf } from './civil.ts';
import { helpdeskZoneNames, zoneLetters } from './zone-names.ts';
import { FixedZone, NamedZone, WIDEST_OFFSET, type Zone } from './zone-offsets.ts';

export type { Zone } from './zone-offsets.ts';

const zones = new Map<string, Zone>();

/** UTC itself, without a lookup. */
export const utc: Zone = new FixedZone('UTC', 0);

/**
 * The zone of a name: an IANA id in any case (`Asia/Dhaka`), a helpdesk's name for one (`Eastern Time (US & Canada)`),
 * the city of exactly one IANA zone (`New York`), `UTC`, `GMT`, `Z`, or a fixed offset (`+03:00`, `UTC-5`).
 *
 * @throws DeskstatError `unknown_zone` (exit 2) with the nearest known name. Abbreviations such as `IST` or `CST` are
 * refused, since each stands for several zones.
 */
export function zone(name: string): Zone {
  const known = zones.get(name);
  if (known) return known;
  const made = makeZone(name.trim());
  if (!made) throw unknownZone(name);
  zones.set(name, made);
  return made;
}

/**
 * Whether `zone` would accept a name; for texts in which a zone may stand (headers). There a city has a capital: the
 * remark of `Product area [list]` is asked of no list of cities.
 */
export function isZoneName(name: string): boolean {
  if (zones.has(name)) return true;
  return makeZone(name.trim(), name === name.toLowerCase() ? () => null : zoneOfCity) !== null;
}

function makeZone(name: string, ofCity: (name: string) => string | null = zoneOfCity): Zone | null {
  if (/^(utc|gmt|z|ut|zulu|etc\/utc|etc\/gmt)$/i.test(name)) return utc;
  const fixed = /^(?:utc|gmt)?\s*([+-−])(\d{1,2})(?::?([0-5]\d))?$/i.exec(name);
  if (fixed) {
    const size = Number(fixed[2]) * HOUR + Number(fixed[3] ?? 0) * MINUTE;
    if (size >= WIDEST_OFFSET) return null;
    if (size === 0) return utc;
    const negative = fixed[1] !== '+';
    return new FixedZone(offsetText(negative ? -size : size), negative ? -size : size);
  }
  const named = helpdeskZoneNames().get(name.toLowerCase()) ?? ianaId(name) ?? ofCity(name);
  if (!named) return null;
  const format = intlFormat(named);
  return format && new NamedZone(named, format);
}

/** An id with its usual capitals, or null when Intl does not know it. */
function ianaId(name: string): string | null {
  if (!/^[a-z_]+(\/[a-z0-9_+-]+){1,2}$/i.test(name)) return null;
  const resolved = intlFormat(name)?.resolvedOptions().timeZone;
  if (!resolved) return null;
  if (resolved.toLowerCase() === name.toLowerCase()) return resolved;
  if (name !== name.toLowerCase() && name !== name.toUpperCase()) return name;
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  return name.toLowerCase().replace(/[a-z]+/g, capital);
}

let citiesMade: Map<string, string | null> | null = null;

/** Lower-case city → its IANA zone; null where two zones have a city of that name. */
function cities(): Map<string, string | null> {
  if (citiesMade) return citiesMade;
  citiesMade = new Map();
  for (const id of Intl.supportedValuesOf('timeZone')) {
    const city = id
      .slice(id.lastIndexOf('/') + 1)
      .replaceAll('_', ' ')
      .toLowerCase();
    citiesMade.set(city, citiesMade.has(city) ? null : id);
  }
  return citiesMade;
}

function zoneOfCity(name: string): string | null {
  return zoneLetters().get(name) ?? cities().get(name.toLowerCase().replaceAll('_', ' ')) ?? null;
}

function intlFormat(id: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: id,
      hourCycle: 'h23',
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  } catch {
    return null;
  }
}

function unknownZone(name: string): DeskstatError {
  const suggestion = nearestZone(name.trim().toLowerCase()) ?? undefined;
  return new DeskstatError({ code: 'unknown_zone', args: { zone: name, suggestion } }, 2);
}

/** The zone a misspelt name most probably means. Names of up to four letters are abbreviations, which stay unguessed. */
function nearestZone(name: string): string | null {
  if (name.length <= 4) return null;
  const city = nearest(name.slice(name.lastIndexOf('/') + 1), cities().keys());
  const rails = nearest(name, helpdeskZoneNames().keys());
  return (
    nearest(name, Intl.supportedValuesOf('timeZone')) ??
    (city && cities().get(city)) ??
    (rails && (helpdeskZoneNames().get(rails) ?? null))
  );
}

/** An offset in milliseconds as `+06:00`, with seconds where there are any. */
export function offsetText(offset: number): string {
  const size = Math.abs(offset);
  const pad = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const seconds = (size % MINUTE) / SECOND;
  const text = `${offset < 0 ? '-' : '+'}${pad(size / HOUR)}:${pad((size % HOUR) / MINUTE)}`;
  return seconds === 0 ? text : `${text}:${pad(seconds)}`;
}

export interface LocalParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Monday 1 … Sunday 7. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** What a clock and a calendar on the wall show at an instant. */
export function localParts(instant: number, where: Zone): LocalParts {
  const local = where.instantToLocal(instant);
  const stamp = new Date(local);
  return {
    year: stamp.getUTCFullYear(),
    month: stamp.getUTCMonth() + 1,
    day: stamp.getUTCDate(),
    weekday: weekdayOf(dayOfLocal(local)),
    hour: stamp.getUTCHours(),
    minute: stamp.getUTCMinutes(),
    second: stamp.getUTCSeconds(),
  };
}

/** Hour of the week on the local wall clock: 0 = Monday 00:00–01:00 … 167 = Sunday 23:00–24:00. NaN for NaN. */
export function hourOfWeek(instant: number, where: Zone): number {
  const local = where.instantToLocal(instant);
  const day = dayOfLocal(local);
  return (weekdayOf(day) - 1) * 24 + Math.floor((local - day * DAY) / HOUR);
}

/** Local wall clock with its offset, `2026-11-02T09:30:00+06:00`; `day` gives `2026-11-02`. Empty for NaN. */
export function formatInstant(
  instant: number,
  where: Zone,
  precision: 'day' | 'minute' | 'second' | 'millisecond' = 'second',
): string {
  if (Number.isNaN(instant)) return '';
  const offset = where.offsetAt(instant);
  const text = new Date(instant + offset).toISOString();
  if (precision === 'day') return text.slice(0, -14);
  const kept = { minute: -8, second: -5, millisecond: -1 }[precision];
  return text.slice(0, kept) + (where.id === 'UTC' ? 'Z' : offsetText(offset));
}

import path from 'node:path';
import type { Config } from '../config/config.ts';
import { readTextFile } from '../config/text-file.ts';
import { type BusinessCalendar, compileCalendar } from '../time/calendar.ts';
import { type Holiday, parseHoliday, readIcs } from '../time/holiday.ts';
import { parseHours } from '../time/working-hours.ts';
import { type Zone, zone as zoneOf } from '../time/zone.ts';

/** The desk's own calendar and the named ones, compiled. */
export interface Calendars {
  readonly deskCalendar: BusinessCalendar | null;
  readonly named: ReadonlyMap<string, BusinessCalendar>;
}

/** Compiles working hours and holidays, reading `.ics` files that they name. */
export async function calendarsOf(options: {
  readonly hours: readonly string[];
  readonly config: Config;
  readonly zone: Zone;
  /** Folder that the settings' relative paths start from. */
  readonly folder?: string;
}): Promise<Calendars> {
  const { hours, config, zone, folder = '.' } = options;
  const holidays = await holidaysOf(config.holidays, folder);
  const named = new Map<string, BusinessCalendar>();
  for (const calendar of config.calendars) {
    named.set(
      calendar.name,
      compileCalendar({
        zone: calendar.tz === undefined ? zone : zoneOf(calendar.tz),
        weekly: parseHours(calendar.hours.join(', ')),
        holidays: [...holidays, ...(await holidaysOf(calendar.holidays, folder))],
      }),
    );
  }
  const deskCalendar =
    hours.length === 0 ? null : compileCalendar({ zone, weekly: parseHours(hours.join(', ')), holidays });
  return { deskCalendar, named };
}

async function holidaysOf(texts: readonly string[], folder: string): Promise<Holiday[]> {
  const found: Holiday[] = [];
  for (const text of texts) {
    if (text.toLowerCase().endsWith('.ics'))
      found.push(...readIcs(await readTextFile(path.resolve(folder, text))).holidays);
    else found.push(parseHoliday(text));
  }
  return found;
}

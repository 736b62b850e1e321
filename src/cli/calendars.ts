import path from 'node:path';
import type { Config } from '../config/config.ts';
import { readTextFile } from '../config/text-file.ts';
import type { CodeColumn } from '../model/columns.ts';
import { codesOf, type Desk } from '../model/desk.ts';
import type { Problem } from '../model/problem.ts';
import { type BusinessCalendar, compileCalendar } from '../time/calendar.ts';
import { type Holiday, parseHoliday, readIcs } from '../time/holiday.ts';
import { parseHours } from '../time/working-hours.ts';
import { type Zone, zone as zoneOf } from '../time/zone.ts';
import { usageError } from './option-values.ts';

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
  /** Told what of a calendar file was not read. */
  readonly onProblem?: (problem: Problem) => void;
}): Promise<Calendars> {
  const { hours, config, zone, folder = '.', onProblem } = options;
  const from = { folder, zone, onProblem };
  const holidays = await holidaysOf(config.holidays, from);
  const named = new Map<string, BusinessCalendar>();
  for (const calendar of config.calendars) {
    const own = calendar.tz === undefined ? zone : zoneOf(calendar.tz);
    named.set(
      calendar.name,
      compileCalendar({
        zone: own,
        weekly: parseHours(calendar.hours.join(', ')),
        holidays: [...holidays, ...(await holidaysOf(calendar.holidays, { ...from, zone: own }))],
      }),
    );
  }
  const deskCalendar =
    hours.length === 0 ? null : compileCalendar({ zone, weekly: parseHours(hours.join(', ')), holidays });
  return { deskCalendar, named };
}

/**
 * The working hours that count for each ticket: its group's, else the desk's; null where no ticket can have any.
 *
 * @throws DeskstatError (2) where some groups have hours and others have none: their tickets would be measured on
 *   another clock than the rest of a figure
 */
export function calendarByTicket(options: {
  readonly desk: Desk;
  readonly config: Pick<Config, 'groups'>;
  readonly calendars: Calendars;
}): ((ticket: number) => BusinessCalendar) | null {
  const { desk, config, calendars } = options;
  const { deskCalendar, named } = calendars;
  const groups = codesOf(desk.tickets, 'group');
  const byGroup = config.groups.filter(({ calendar }) => calendar !== undefined);
  if (byGroup.length === 0 || !groups) return deskCalendar && (() => deskCalendar);
  const calendarOf = new Map<number, BusinessCalendar>();
  for (const { name, calendar } of byGroup) {
    const hours = named.get(calendar as string);
    const group = groups.names.find(name);
    // Code 0 is a missing group, which a name that no ticket has would be found as.
    if (hours && group !== 0) calendarOf.set(group, hours);
  }
  if (!deskCalendar) requireHours(groups, calendarOf);
  return (ticket) => calendarOf.get(groups.codes[ticket]) ?? (deskCalendar as BusinessCalendar);
}

function requireHours(groups: CodeColumn, calendarOf: ReadonlyMap<number, BusinessCalendar>): void {
  const without = [...new Set(groups.codes)].filter((code) => !calendarOf.has(code));
  if (without.length === 0) return;
  const names = without
    .map((code) => (code === 0 ? 'tickets without a group' : groups.names.name(code)))
    .sort();
  const some = names.length > 5 ? [...names.slice(0, 5), '…'] : names;
  throw usageError(
    `some groups have working hours of their own, and these have none: ${some.join(', ')}`,
    "hours: Mon-Fri 09:00-18:00 in deskstat.yaml (or --hours 'Mon-Fri 09:00-18:00'): they count for every other group",
  );
}

interface HolidayFiles {
  readonly folder: string;
  readonly zone: Zone;
  readonly onProblem?: (problem: Problem) => void;
}

async function holidaysOf(
  texts: readonly string[],
  { folder, zone, onProblem }: HolidayFiles,
): Promise<Holiday[]> {
  const found: Holiday[] = [];
  for (const text of texts) {
    if (!text.toLowerCase().endsWith('.ics')) {
      found.push(parseHoliday(text));
      continue;
    }
    const { holidays, passedOver, names } = readIcs(await readTextFile(path.resolve(folder, text)), zone);
    found.push(...holidays);
    if (passedOver > 0)
      onProblem?.({
        code: 'holidays_passed_over',
        severity: 'warning',
        args: { names },
        where: { file: text },
        count: passedOver,
      });
  }
  return found;
}

import path from 'node:path';
import type { CodeColumn } from '../model/columns.ts';
import { codesOf, type Desk } from '../model/desk.ts';
import type { MeasureContext } from '../model/metric.ts';
import { DeskstatError, type Problem } from '../model/problem.ts';
import { sentence } from '../model/sentence.ts';
import type { Config, HoursSettings, LoadedConfig } from '../settings/config.ts';
import { usageError } from '../settings/option-values.ts';
import { readTextFile } from '../settings/text-file.ts';
import {
  type BusinessCalendar,
  businessDuration,
  type CalendarSpec,
  compileCalendar,
} from '../time/calendar.ts';
import { parseIsoDate } from '../time/civil.ts';
import { type Holiday, parseHoliday } from '../time/holiday.ts';
import { syntaxError } from '../time/syntax-error.ts';
import { parseHours } from '../time/working-hours.ts';
import { type Zone, zone as zoneOf } from '../time/zone.ts';
import { atSetting } from './filters.ts';

/** The desk's own calendar and the named ones, compiled. */
export interface Calendars {
  readonly deskCalendar: BusinessCalendar | null;
  /** What the desk's own is made of. */
  readonly deskHours: CalendarSpec | null;
  readonly named: ReadonlyMap<string, BusinessCalendar>;
  /** Days on which none of them works. */
  readonly holidays: readonly Holiday[];
}

/** Compiles working hours and holidays, reading `.ics` files that they name. */
export async function calendarsOf(options: {
  readonly hours: readonly HoursSettings[];
  readonly config: Config;
  /** Where mistakes in them are shown. */
  readonly loaded?: LoadedConfig | null;
  readonly zone: Zone;
  /** Folder that the settings' relative paths start from. */
  readonly folder?: string;
  /** Told what of a calendar file was not read. */
  readonly onProblem?: (problem: Problem) => void;
}): Promise<Calendars> {
  const { hours, config, loaded = null, zone, folder = '.', onProblem } = options;
  const from = { folder, zone, loaded, onProblem };
  const holidays = await holidaysOf(config.holidays, { ...from, keys: ['holidays'] });
  const named = new Map<string, BusinessCalendar>();
  for (const calendar of config.calendars) {
    const keys = ['calendars', calendar.name];
    const { tz } = calendar;
    const own = tz === undefined ? zone : atSetting(loaded, [...keys, 'tz'], () => zoneOf(tz));
    const days = await holidaysOf(calendar.holidays, { ...from, zone: own, keys: [...keys, 'holidays'] });
    named.set(
      calendar.name,
      compileCalendar({
        zone: own,
        ...weeksOf(calendar.hours, { loaded, keys: [...keys, 'hours'] }),
        holidays: [...holidays, ...days],
      }),
    );
  }
  // Hours that were typed have no place in the settings.
  const isTyped = hours !== config.hours;
  const weeks = { loaded: isTyped ? null : loaded, keys: ['hours'] };
  const deskHours = hours.length === 0 ? null : { zone, ...weeksOf(hours, weeks), holidays };
  return { deskCalendar: deskHours && compileCalendar(deskHours), deskHours, named, holidays };
}

interface Place {
  readonly loaded: LoadedConfig | null;
  readonly keys: readonly (string | number)[];
}

/** The week of a desk, and the weeks that took its place from a date on. */
function weeksOf(
  entries: readonly HoursSettings[],
  { loaded, keys }: Place,
): Pick<CalendarSpec, 'weekly' | 'changes'> {
  const read = (text: string, at: readonly (string | number)[]): string => {
    atSetting(loaded, at, () => parseHours(text));
    return text;
  };
  const plain = entries.flatMap((entry, index) =>
    typeof entry === 'string' ? [read(entry, [...keys, index])] : [],
  );
  const changes = entries.flatMap((entry, index) => {
    if (typeof entry === 'string') return [];
    const at = [...keys, index];
    const texts = entry.hours.map((text, line) => read(text, [...at, 'hours', line]));
    const from = atSetting(loaded, [...at, 'from'], () => dayOf(entry.from));
    return [{ from, weekly: parseHours(texts.join(', ')) }];
  });
  const ordered = changes.sort((a, b) => a.from - b.from);
  // Without hours of before, the first ones that are known hold for all that came earlier.
  const weekly = plain.length > 0 ? parseHours(plain.join(', ')) : ordered[0].weekly;
  return { weekly, changes: ordered };
}

function dayOf(text: string): number {
  const day = parseIsoDate(text);
  if (day !== null) return day;
  throw syntaxError({
    language: 'date',
    text,
    column: 1,
    message: sentence('mistake.no_date', { text }),
    expected: '2026-03-01',
  });
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
  readonly calendars: Pick<Calendars, 'deskCalendar' | 'named'>;
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
    .map((code) => (code === 0 ? sentence('word.without_group') : groups.names.name(code)))
    .sort();
  const some = names.length > 5 ? [...names.slice(0, 5), '…'] : names;
  throw usageError(
    sentence('mistake.groups_without_hours', { groups: some.join(', ') }),
    sentence('hint.hours_of_other_groups'),
  );
}

/** Business time of a desk's tickets on the working hours of each; null where no ticket can have any. */
export function businessTimeOn(
  options: Parameters<typeof calendarByTicket>[0],
): MeasureContext['businessTime'] {
  const calendarOf = calendarByTicket(options);
  return calendarOf && ((from, to, ticket) => businessDuration(calendarOf(ticket), from, to));
}

interface HolidayFiles extends Place {
  readonly folder: string;
  readonly zone: Zone;
  readonly onProblem?: (problem: Problem) => void;
}

async function holidaysOf(
  texts: readonly string[],
  { folder, zone, onProblem, loaded, keys }: HolidayFiles,
): Promise<Holiday[]> {
  const found: Holiday[] = [];
  for (const [index, text] of texts.entries()) {
    if (!text.toLowerCase().endsWith('.ics')) {
      found.push(atSetting(loaded, [...keys, index], () => parseHoliday(text)));
      continue;
    }
    const calendar = await readTextFile(path.resolve(folder, text)).catch((error: unknown) => {
      throw missingCalendar(error, { text, loaded, keys: [...keys, index] });
    });
    // Few desks have a calendar file: what reads one is loaded where one is named.
    const { readIcs } = await import('../time/ics.ts');
    const { holidays, passedOver, names } = readIcs(calendar, zone);
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

/** A calendar file that is not there is a mistake of the line that names it. */
function missingCalendar(error: unknown, { text, loaded, keys }: Place & { readonly text: string }): unknown {
  if (!loaded || !(error instanceof DeskstatError) || error.problem.code !== 'file_not_found') return error;
  const args = { path: 'holidays', reason: sentence('mistake.no_file_beside_settings'), found: text };
  return new DeskstatError({ code: 'config_invalid', args, where: loaded.whereOf(...keys) }, 2);
}

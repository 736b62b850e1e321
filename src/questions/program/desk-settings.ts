import type { Desk } from '../../model/desk.ts';
import type { SessionOptions } from '../../settings/option-types.ts';
import type { QuestionName } from '../../settings/question-options.ts';
import { compileCalendar } from '../../time/calendar.ts';
import type { Frame } from '../../time/frame.ts';
import { parseHours } from '../../time/working-hours.ts';
import { type Zone, zone } from '../../time/zone.ts';
import type { Calendars } from '../calendars.ts';
import type { ReadDesk } from '../read-desk.ts';
import { type Session, sessionOf } from '../session.ts';
import { worldOf } from './world.ts';

/** What holds for a desk wherever a call on it does not say otherwise: the options and settings that it was read with. */
export interface DeskSettings {
  readonly session: Session;
  /** The files that it was read from, as they were named. */
  readonly paths: readonly string[];
  readonly read: ReadDesk;
  readonly frame: Frame;
  readonly calendars: Calendars;
}

const known = new WeakMap<Desk, DeskSettings>();

/** Keeps with a desk what it was read with. */
export const rememberSettings = (settings: DeskSettings): void =>
  void known.set(settings.read.desk, settings);

/** What a desk was read with; a desk that nobody read has the defaults. */
export function settingsOf(desk: Desk): DeskSettings {
  const found = known.get(desk);
  if (found) return found;
  const session = sessionOf({ command: 'metrics', options: { guess: true }, world: worldOf({}) });
  return {
    session,
    paths: [],
    read: { desk, sources: [] },
    frame: {
      zone: session.zone,
      weekStarts: session.weekStarts,
      businessTime: null,
      sla: null,
      asOf: desk.asOf,
    },
    calendars: { deskCalendar: null, deskHours: null, named: new Map(), holidays: [] },
  };
}

/**
 * A session of a command about a desk that was read: what it was read with holds, and the options win. Working hours of
 * the desk keep the zone in which they were set.
 */
export function sessionOfDesk(
  desk: DeskSettings,
  command: QuestionName,
  given: Partial<SessionOptions>,
): Session {
  const { options: own, world, loaded, settingsProblems } = desk.session;
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const options = { ...own, ...said };
  return sessionOf({
    command,
    options,
    world,
    settings: { loaded, problems: settingsProblems },
    calendars: calendarsUnder(desk, given.hours, zone(options.tz ?? desk.session.run.tz)),
  });
}

/** Hours that a call names, for every group that has none of its own; holidays stay those of the desk. */
export function calendarsUnder(
  { calendars }: Pick<DeskSettings, 'calendars'>,
  hours: string | undefined,
  where: Zone,
): Calendars {
  if (hours === undefined) return calendars;
  const { holidays } = calendars;
  const deskHours = { zone: where, weekly: parseHours(hours), holidays };
  return { ...calendars, deskCalendar: compileCalendar(deskHours), deskHours };
}

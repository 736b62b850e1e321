import type { MetricFigures } from '../analysis/metrics/figure-request.ts';
import { SURVEY } from '../analysis/metrics/survey-views.ts';
import type { Desk } from '../model/desk.ts';
import type { Clock } from '../model/metric.ts';
import { sentence } from '../model/sentence.ts';
import { askedOf } from '../observations/asked.ts';
import { entriesOf, type KeptRow } from '../observations/kept-rows.ts';
import type { Manifest } from '../observations/manifest.ts';
import { TICKETS } from '../observations/schema.ts';
import { usageError } from '../settings/option-values.ts';
import type { Frame } from '../time/frame.ts';
import type { PeriodCalendar } from '../time/period.ts';
import { zone as zoneOf } from '../time/zone.ts';
import { dimensionOf } from './asked.ts';
import type { FigureOptions } from './figures.ts';
import { deskOfObservations, measureObservations } from './observed-figures.ts';
import type { Session } from './session.ts';

/** A folder of observations as whoever reads files finds it. */
export interface ObservationsFolder {
  /** As the user typed it. */
  readonly folder: string;
  readonly manifest: Manifest;
  /** The rows of a partition with the values of some dimensions. */
  read(partition: string, dimensions: readonly string[]): Promise<readonly KeptRow[]>;
}

/** Observations in place of a desk. */
export interface ObservedDesk {
  readonly desk: Desk;
  readonly hasHours: boolean;
  readonly frame: Frame;
  measure(options: FigureOptions): Promise<readonly MetricFigures[]>;
}

/** Zone and week of observations hold unless others are asked for. */
export function calendarOfObservations(
  { timezone, weekStarts }: Manifest,
  { options, weekStarts: asked }: Pick<Session, 'options' | 'weekStarts'>,
): PeriodCalendar {
  const isAsked = options.weekStarts !== undefined;
  return { zone: zoneOf(options.tz ?? timezone), weekStarts: isAsked ? asked : weekStarts };
}

/** Dimensions that are told by a clock on the wall. */
const toldByZone: readonly string[] = ['hour', 'weekday'];

/** Working hours, weekdays and hours of the day were measured in one zone; another one cannot have them afterwards. */
export function refuseOtherZone(
  { timezone, hasHours }: Manifest,
  { tz }: Session['options'],
  { by, clocks }: { readonly by: readonly string[]; readonly clocks: readonly (Clock | null)[] },
): void {
  if (tz === undefined || tz === timezone) return;
  const isOfHours = hasHours && clocks.includes('business');
  const measured = isOfHours
    ? sentence('language.working_hours')
    : by.find((name) => toldByZone.includes(name));
  if (measured === undefined) return;
  const anew = `"deskstat observe … --tz ${tz}"`;
  throw usageError(
    sentence('mistake.measured_otherwise', { measured, was: timezone, now: tz }),
    isOfHours ? sentence('hint.calendar_or', { typed: anew }) : anew,
  );
}

/** The observations of a folder, ready to be measured. */
export async function observedDesk(
  { folder, manifest, read: readRows }: ObservationsFolder,
  {
    session,
    by: typed,
    named,
  }: {
    readonly session: Session;
    readonly by: readonly string[];
    readonly named: readonly string[];
  },
): Promise<ObservedDesk> {
  const by = typed.map((name) => dimensionOf(name, session));
  const names = by.filter((name) => name !== SURVEY);
  // What is asked for and not there is said before anything is measured.
  const known = manifest.dimensions.map(({ name }) => name);
  const dimensions = names.every((name) => known.includes(name)) ? names : [];
  const read = (partition: string) => readRows(partition, dimensions);
  const tickets = await read(TICKETS);
  const created = entriesOf(tickets).flatMap(([{ state, at }]) => (state === 'used' ? [at] : []));
  const desk = deskOfObservations(manifest, created);
  return {
    desk,
    hasHours: manifest.hasHours,
    frame: { ...calendarOfObservations(manifest, session), businessTime: null, sla: null, asOf: desk.asOf },
    measure: (options) => {
      const { metrics: requests, clocks, isClockAsked = false } = options;
      refuseOtherZone(manifest, session.options, {
        by,
        clocks: [...clocks, ...requests.map(({ clock }) => clock)],
      });
      const asked = askedOf(folder, manifest, { requests, by, clocks, isClockAsked, named });
      const { totals, top, periods, minGroup = null } = options;
      return measureObservations({
        manifest,
        desk,
        asked,
        by,
        totals,
        top,
        periods,
        minGroup,
        tickets,
        read,
      });
    },
  };
}

/** Observations were made from files already: what is about reading or filtering them comes too late. */
export function refuseBeside(
  paths: readonly string[],
  { typed = [], compare }: Session['options'] & { readonly compare?: string },
): void {
  if (paths.length > 0)
    throw usageError(
      sentence('mistake.observations_and_files'),
      `deskstat observe ${paths[0]} -o observations/`,
    );
  const late = typed.find(({ flag }) => !besideObservations.has(flag.replace(/^--no-/, '--')));
  if (late) throw usageError(sentence('mistake.option_of_reading', { option: late.flag }), late.flag);
  if (compare !== undefined && compare !== 'none')
    throw usageError(sentence('mistake.compare_needs_files'), sentence('hint.metrics_of_files'));
}

const besideObservations: ReadonlySet<string> = new Set(
  [
    'observations metric stat clock censored wide sort list by totals top min-group',
    'period since until every week-starts tz lang format output quiet excel color config debug compare',
  ].flatMap((names) => names.split(' ').map((name) => `--${name}`)),
);

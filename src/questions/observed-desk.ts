import { isCensored } from '../analysis/metrics/censored.ts';
import type { MetricFigures } from '../analysis/metrics/figure-request.ts';
import { computeFigures } from '../analysis/metrics/figures.ts';
import { withoutSmallGroups } from '../analysis/metrics/small-groups.ts';
import { SURVEY } from '../analysis/metrics/survey-views.ts';
import type { Desk } from '../model/desk.ts';
import type { FigureChange } from '../model/figure-change.ts';
import type { Clock, Figure } from '../model/metric.ts';
import { sentence } from '../model/sentence.ts';
import { type AskedMetric, askedOf } from '../observations/asked.ts';
import { entriesOf, type KeptRow } from '../observations/kept-rows.ts';
import type { Manifest } from '../observations/manifest.ts';
import { TICKETS } from '../observations/schema.ts';
import { usageError } from '../settings/option-values.ts';
import type { Frame } from '../time/frame.ts';
import type { PeriodCalendar } from '../time/period.ts';
import type { ComparisonMode } from '../time/period-series.ts';
import { zone as zoneOf } from '../time/zone.ts';
import { dimensionOf } from './asked.ts';
import { changesOf, type FigureOptions, measureChange } from './figures.ts';
import { deskOfObservations, observedRequests } from './observed-figures.ts';
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
  measure(options: FigureOptions & { readonly compare: ComparisonMode | 'none' }): Promise<Measured>;
}

/** Figures, each beside the one before it where that was asked for. */
export interface Measured {
  readonly results: readonly MetricFigures[];
  readonly changes: ReadonlyMap<Figure, FigureChange> | null;
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
  { by, isOnBusinessClock }: { readonly by: readonly string[]; readonly isOnBusinessClock: boolean },
): void {
  if (tz === undefined || tz === timezone) return;
  const isOfHours = hasHours && isOnBusinessClock;
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
  const tickets = await readRows(TICKETS, dimensions);
  const created = entriesOf(tickets).flatMap(([{ state, at }]) => (state === 'used' ? [at] : []));
  const desk = deskOfObservations(manifest, created);
  return {
    desk,
    hasHours: manifest.hasHours,
    frame: { ...calendarOfObservations(manifest, session), businessTime: null, sla: null, asOf: desk.asOf },
    measure: async (options) => {
      const read = (partition: string) =>
        readRows(
          partition,
          options.by.filter((name) => name !== SURVEY),
        );
      const { metrics: requests, clocks, isClockAsked = false, periods, minGroup = null, compare } = options;
      const isOn = (clock: Clock): boolean =>
        clocks.includes(clock) || requests.some((request) => request.clock === clock);
      refuseOtherZone(manifest, session.options, { by, isOnBusinessClock: isOn('business') });
      const asked = askedOf(folder, manifest, { requests, by: options.by, clocks, isClockAsked, named });
      const isCompared = compare !== 'none' && periods !== null;
      if (isCompared && manifest.hours === null) refuseLagOfHours(asked);
      const observed = observedRequests({
        ...options,
        ...{ manifest, desk, asked, read },
        tickets: options.by.length === by.length ? tickets : await read(TICKETS),
      });
      if (!isCompared) {
        const results: MetricFigures[] = [];
        for await (const request of observed)
          results.push(withoutSmallGroups(computeFigures(request), minGroup));
        return { results, changes: null };
      }
      const measured: ReturnType<typeof measureChange>[] = [];
      for await (const request of observed) measured.push(measureChange(request, { ...options, compare }));
      return changesOf(measured);
    },
  };
}

/**
 * How long a ticket had been open at an earlier moment on the working hours of its group, observations do not tell.
 *
 * @throws DeskstatError (2) for a comparison of open tickets on the business clock
 */
function refuseLagOfHours(asked: readonly AskedMetric[]): void {
  const odd = asked.find(({ clock, stats }) => clock === 'business' && stats.some(isCensored));
  if (!odd) return;
  const what = `${odd.metric.id}.${odd.stats.find(isCensored)}@business`;
  throw usageError(sentence('mistake.compare_needs_files', { what }), '--clock calendar');
}

/** Observations were made from files already: what is about reading or filtering them comes too late. */
export function refuseBeside(paths: readonly string[], { typed = [] }: Session['options']): void {
  if (paths.length > 0)
    throw usageError(
      sentence('mistake.observations_and_files'),
      `deskstat observe ${paths[0]} -o observations/`,
    );
  const late = typed.find(({ flag }) => !besideObservations.has(flag.replace(/^--no-/, '--')));
  if (late)
    throw usageError(
      sentence('mistake.option_of_reading', { option: late.flag }),
      `deskstat observe … ${late.flag}`,
    );
}

const besideObservations: ReadonlySet<string> = new Set(
  [
    'observations metric stat clock censored wide sort list by separately totals top min-group',
    'period since until every week-starts tz lang format output quiet excel color config debug compare notes',
  ].flatMap((names) => names.split(' ').map((name) => `--${name}`)),
);

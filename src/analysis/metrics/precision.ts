import { type NumberColumn, type Precision, precisions } from '../../model/columns.ts';
import type { Desk } from '../../model/desk.ts';
import type { TicketField } from '../../model/fields.ts';
import type { Observations } from '../../model/metric.ts';
import { dayAt, startOfDay } from '../../time/period.ts';
import { zone } from '../../time/zone.ts';

/**
 * How finely a duration is known (DEFINITIONS 14): as its coarser end. Between dates without a time, or such a date
 * and a stamp, only the days are known: the figure is the difference of calendar days.
 */

const DAY = 86_400_000;
/** Up to this share, entries known to the day are left out and counted; beyond it all are told in days. */
const FEW = 0.05;

export const KNOWN_TO_THE_DAY = 'known_to_the_day';

export function stampColumn({ tickets }: Desk, field: TicketField): NumberColumn | null {
  const column = tickets.columns[field];
  return column && column.type === 'instant' ? column : null;
}

/** The coarsest way in which the columns are written as a whole. */
export function precisionOf(desk: Desk, fields: readonly TicketField[]): Precision {
  const found = fields.flatMap((field) => {
    const column = stampColumn(desk, field);
    return column ? precisions.indexOf(column.written?.finest ?? 'second') : [];
  });
  return precisions[Math.max(0, ...found)];
}

/** Which stamps of a column are dates without a time, and when the day of such a date begins. */
export interface Dates {
  isDate(ticket: number): boolean;
  dayOf(at: number): { readonly from: number; readonly to: number };
}

/** Null where every stamp of the column has a time. */
export function datesIn(desk: Desk, field: TicketField): Dates | null {
  const written = stampColumn(desk, field)?.written;
  const days = written?.days;
  if (!written || !days) return null;
  const where = zone(written.zone);
  return {
    isDate: (ticket) => days[ticket] === 1,
    dayOf(at) {
      const day = dayAt(at, where);
      return { from: startOfDay(day, where), to: startOfDay(day + 1, where) };
    },
  };
}

/** Which durations between two stamps of a ticket are known to the day only, and how many days they are. */
export interface DaySpans {
  isDay(ticket: number): boolean;
  /** The difference of calendar days, in milliseconds. */
  between(from: number, to: number): number;
}

/** Null where neither end has a date without a time: the usual case, which costs nothing. `to`: the first that is there. */
export function daySpans(desk: Desk, to: readonly TicketField[]): DaySpans | null {
  const start = stampColumn(desk, 'created_at');
  const ends = to.flatMap((field) => stampColumn(desk, field) ?? []);
  const marked = [start, ...ends].find((column) => column?.written?.days);
  if (!marked) return null;
  const where = zone(marked.written?.zone ?? 'UTC');
  const startDays = start?.written?.days ?? null;
  return {
    isDay(ticket) {
      if (startDays?.[ticket] === 1) return true;
      const end = ends.find(({ values }) => !Number.isNaN(values[ticket]));
      return end?.written?.days?.[ticket] === 1;
    },
    between: (from, until) => (dayAt(until, where) - dayAt(from, where)) * DAY,
  };
}

/** As `daySpans`, of tickets that are marked. */
export function markedDays(found: { readonly isDay: Uint8Array; readonly zone: string }): DaySpans {
  const where = zone(found.zone);
  return {
    isDay: (ticket) => found.isDay[ticket] === 1,
    between: (from, until) => (dayAt(until, where) - dayAt(from, where)) * DAY,
  };
}

/** Whether a helpdesk's own durations are whole days: then they are no finer than dates. */
export function areWholeDays(values: Float64Array): boolean {
  let present = 0;
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i])) continue;
    if (values[i] % DAY !== 0) return false;
    present++;
  }
  return present > 0;
}

interface Settling {
  readonly spans: DaySpans | null;
  /** 1 at tickets whose value was computed from a date without a time. */
  readonly marks: Uint8Array;
  /** Where the time of each ticket begins. */
  readonly start: Float64Array;
  /** How finely the ends are written where they have a time. */
  readonly precision: Precision;
}

/**
 * Tells observations of one entry a ticket in days where more than a few of them are known to the day; few of them are
 * left out, counted, so that the others keep what is known of them.
 */
export function settlePrecision(
  observations: Observations,
  { spans, marks, start, precision }: Settling,
): Observations {
  if (!spans) return { ...observations, precision };
  const { ticket, state } = observations;
  const isCoarse = (i: number): boolean => state[i] === 0 && marks[ticket[i]] === 1;
  let used = 0;
  let coarse = 0;
  for (let i = 0; i < ticket.length; i++) {
    if (state[i] === 0) used++;
    if (isCoarse(i)) coarse++;
  }
  if (coarse === 0) return { ...observations, precision: precision === 'day' ? 'second' : precision };
  if (coarse > used * FEW) return toldInDays(observations, spans, start);
  const reasons = [...observations.reasons, KNOWN_TO_THE_DAY];
  const left = state.slice();
  for (let i = 0; i < ticket.length; i++) if (isCoarse(i)) left[i] = reasons.length - 1;
  return { ...observations, state: left, reasons, precision };
}

/** Every time that is used as a difference of days, the finer ones too. */
function toldInDays(observations: Observations, spans: DaySpans, start: Float64Array): Observations {
  const { ticket, state, value, knownAt } = observations;
  const days = value.slice();
  for (let i = 0; i < ticket.length; i++) {
    if (state[i] !== 0) continue;
    const from = start[ticket[i]];
    days[i] =
      Number.isNaN(knownAt[i]) || Number.isNaN(from)
        ? Math.floor(value[i] / DAY) * DAY
        : Math.max(0, spans.between(from, knownAt[i]));
  }
  return { ...observations, value: days, precision: 'day' };
}

/** How a language writes numbers, dates and durations: what cannot be said by a message. */
export interface Habits {
  /** BCP 47 tag for Intl: digits, grouping, month names and plural rules come from CLDR. */
  readonly tag: string;
  /** Suffixes of durations, with the space before them where the language has one. */
  readonly units: {
    readonly day: string;
    readonly hour: string;
    readonly minute: string;
    readonly second: string;
  };
  /** What stands before the last item of a list, where people write it otherwise than CLDR (no comma before और). */
  readonly lastJoin?: string;
  /** Dates, where people write them otherwise than CLDR. */
  readonly date?: DateHabit;
  /** What the language writes by itself; Intl writes the rest. */
  readonly own?: OwnFigures;
  /** Weekday names in the order Monday to Sunday, as short as a column head. */
  readonly weekdays: readonly [string, string, string, string, string, string, string];
}

/** How a language puts a date together from what Intl calls its parts. */
export interface DateHabit {
  /** The month of a day with its year; beside a time of day it is short, as columns of such stamps are narrow. */
  readonly month: 'short' | 'long';
  write(parts: Readonly<Partial<Record<Intl.DateTimeFormatPartTypes, string>>>): string;
}

/** Figures in the form in which Intl would write them with the same options. */
export interface OwnFigures {
  /** null for a number that is Intl's after all. */
  number(value: number, options: Intl.NumberFormatOptions): string | null;
  /** A date and time of day in UTC. */
  date(utc: number, options: Intl.DateTimeFormatOptions): string;
  /** All of the items, the last one behind an "and". */
  list(items: readonly string[]): string;
}

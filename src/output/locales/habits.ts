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
  /** Weekday names in the order Monday to Sunday, as short as a column head. */
  readonly weekdays: readonly [string, string, string, string, string, string, string];
}

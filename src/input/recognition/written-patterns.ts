/** Headers that say how their cells are written: `Created (dd/mm/yyyy)`, `Gelöst TT.MM.JJJJ`, `Response (mm:ss)`. */
export interface WrittenPattern {
  /** The header without it. */
  readonly rest: string;
  /** Which of day and month stands first in dates that begin or end with their year. */
  readonly order: 'day_first' | 'month_first' | null;
  /** What the first number of a time is: hours, or minutes where no hours are written. */
  readonly clock: 'h' | 'm' | null;
}

/** Letters for a day, a month and a year in English, German, French, Italian, Spanish, Dutch, Polish, Turkish and Russian. */
const day = '(?:dd?|tt?|jj?|gg?|дд?)';
const month = '(?:mm?|aa?|мм?)';
const year = '(?:yyyy|yy|jjjj|jj|aaaa|aa|rrrr|rr|гггг|гг|yıl)';
const mark = String.raw`\s?[-/.]\s?`;
const timeOfDay = String.raw`(?:[\s,t]*(?:hh?|uu?|ss?|чч?)[:.](?:mm?|nn?|dd?|ii?|мм?)(?:[:.](?:ss?|сс?))?(?:\s?(?:am\/pm|a\/p|tt|aa?|xm))?)?`;
const around = (pattern: string): string =>
  String.raw`[([]?(?<![\p{L}\p{N}])${pattern}${timeOfDay}(?![\p{L}\p{N}])\s*[)\]]?`;

const dayFirst = new RegExp(around(`${day}${mark}${month}${mark}${year}`), 'iu');
const monthFirst = new RegExp(around(`mm?${mark}dd?${mark}${year}`), 'iu');
const yearFirst = new RegExp(around(`${year}${mark}${month}${mark}${day}`), 'iu');

const hours =
  /[([]?\s*(?<![\p{L}\p{N}])\[?(?:h{1,3}|hrs?|hours?|std|stunden|heures?|horas?)\]?:(?:mm?|mins?|minut\w*)(?::(?:ss?|secs?|sek\w*|segundos?|secondes?))?(?![\p{L}\p{N}])\s*[)\]]?/iu;
const minutes =
  /[([]?\s*(?<![\p{L}\p{N}:])\[?(?:m{1,3}|mins?|minut\w*)\]?:(?:ss|secs?|sek\w*|segundos?|secondes?|seconds?)(?![\p{L}\p{N}])\s*[)\]]?/iu;

/** What a header says of how its cells are written; null where it says nothing. */
export function patternIn(name: string): WrittenPattern | null {
  // All of these have two letters and a mark between them; most headers have none.
  if (!/[a-zдмгчı]\s?[-/.:\]]\s?[a-zдмгчıй]/iu.test(name)) return null;
  const without = (pattern: RegExp): string => name.replace(pattern, ' ').trim();
  if (monthFirst.test(name)) return { rest: without(monthFirst), order: 'month_first', clock: null };
  if (dayFirst.test(name)) return { rest: without(dayFirst), order: 'day_first', clock: null };
  if (yearFirst.test(name)) return { rest: without(yearFirst), order: null, clock: null };
  if (hours.test(name)) return { rest: without(hours), order: null, clock: 'h' };
  return minutes.test(name) ? { rest: without(minutes), order: null, clock: 'm' } : null;
}

/**
 * Years of the solar calendar of Iran and Afghanistan, in which `1404/12/18` is 9 March 2026. Those of ours that could be meant
 * lie in the fourteenth century, and those of the lunar calendar after 1430.
 */
export const isPersianYear = (year: number): boolean => year >= 1380 && year < 1425;

const isLeap = (year: number): boolean => [1, 5, 9, 13, 17, 22, 26, 30].includes(year % 33);

/** Leap years before a year, counted from year 1: eight in 33 years. */
const leapsBefore = (year: number): number => {
  const [cycles, rest] = [Math.floor((year - 1) / 33), (year - 1) % 33];
  return cycles * 8 + [1, 5, 9, 13, 17, 22, 26, 30].filter((leap) => leap <= rest).length;
};

/** 21 March 2021, the first day of 1400, counted from 1970-01-01. */
const FIRST_OF_1400 = 18_707;

/**
 * Days from 1970-01-01 to a date of that calendar, by the cycle of 33 years that holds from 1178 to 1633; NaN where there is no
 * such day. Months 1 to 6 have 31 days, 7 to 11 have 30, the last 29, in leap years 30.
 */
export function persianDay(year: number, month: number, day: number): number {
  const length = month <= 6 ? 31 : month < 12 || isLeap(year) ? 30 : 29;
  if (month < 1 || month > 12 || day < 1 || day > length) return Number.NaN;
  const years = (year - 1400) * 365 + leapsBefore(year) - leapsBefore(1400);
  const months = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  return FIRST_OF_1400 + years + months + day - 1;
}

import type { InstantFormat } from '../../model/mapping.ts';
import { namesNumber, namesStamp } from './stamp-words.ts';

const EPOCH_S = [631_152_000, 4_102_444_800] as const; // 1990 to 2100
const SERIAL = [32_874, 73_051] as const; // 1990 to 2100
/** Numbers from which on a few may be mistakes, and the share that may. */
const MANY = 10;
const ODD = 0.05;

/** Numbers count from an epoch where all lie in this century; those small enough for ids only under a stamp's header. */
export function countFormat(filled: readonly string[], header: string): InstantFormat | null {
  if (namesNumber(header)) return null;
  const numbers = filled.map((cell) => Number(cell.replace(',', '.')));
  // A nought under a stamp's header is "none", and so is one below it: as the epoch itself it is no date.
  const counted = numbers.filter((number) => number !== 0 && number !== -1);
  // One cell that cannot be right takes no column away: it is unreadable, and counted.
  const odd = counted.length < MANY ? 0 : Math.max(1, counted.length * ODD);
  const within = (low: number, high: number) =>
    counted.length > 0 && counted.filter((number) => !(number >= low && number < high)).length <= odd;
  if (within(EPOCH_S[0], EPOCH_S[1])) return 'epoch_s';
  if (within(EPOCH_S[0] * 1e3, EPOCH_S[1] * 1e3)) return 'epoch_ms';
  if (within(EPOCH_S[0] * 1e6, EPOCH_S[1] * 1e6)) return 'epoch_us';
  if (within(SERIAL[0], SERIAL[1]) && (areTimesOfDays(filled) || namesStamp(header))) return 'excel_serial';
  return null;
}

/** Days with so many decimals have a time of day in them: no amount, age or id is written so, whatever its header says. */
const TIME_OF_DAY = /^\d{5}[.,]\d{5,}$/;
const MOSTLY = 0.8;

const areTimesOfDays = (filled: readonly string[]): boolean =>
  filled.length >= MANY && shareOf(filled, (cell) => TIME_OF_DAY.test(cell)) >= MOSTLY;

/** `20250303091500` and `202503030915`: a date and its time without marks, under a header that names a stamp. */
const COMPACT =
  /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?(?:\.0)?$/;

export const areCompactStamps = (filled: readonly string[], header: string): boolean =>
  shareOf(filled, (cell) => COMPACT.test(cell)) >= MOSTLY && namesStamp(header) && !namesNumber(header);

export function shareOf(filled: readonly string[], test: (cell: string) => boolean): number {
  if (filled.length === 0) return 0;
  let hits = 0;
  for (let at = 0; at < filled.length; at++) if (test(filled[at])) hits++;
  return hits / filled.length;
}

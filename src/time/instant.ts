import { type InstantFormat, instantFormats, type MixedOrders } from '../model/mapping.ts';
import { isMissing } from '../model/raw-value.ts';
import { DAY, dayNumber } from './civil.ts';
import { CountReader, DateReader, type InstantReader, SeveralReader } from './instant-readers.ts';
import { parseNamedDate } from './named-dates.ts';
import { parseIso, parseYearLast } from './numeric-dates.ts';
import { utc, type Zone } from './zone.ts';

export type { InstantReader } from './instant-readers.ts';

/**
 * The reader of a column whose format is known. Stamps without an offset are read in `zone`; null reads them in UTC
 * (they are counted as `local`, so that a column thought to carry its zones can be found out). `also` are formats of cells
 * that the first does not read; `orders` are those of a column in which both orders of day and month stand.
 */
export function instantReader(column: StampColumn): InstantReader {
  const { also = [] } = column;
  if (also.length === 0) return readerOf(column.format, column);
  return new SeveralReader([column.format, ...also].map((format) => readerOf(format, column)));
}

interface StampColumn {
  readonly format: InstantFormat;
  readonly zone: Zone | null;
  readonly also?: readonly InstantFormat[];
  readonly orders?: MixedOrders;
}

function readerOf(format: InstantFormat, { zone, orders = undefined }: StampColumn): InstantReader {
  const where = zone ?? utc;
  switch (format) {
    case 'iso8601':
      return new DateReader(parseIso, where, 'given');
    case 'day_first':
      return new DateReader(parseYearLast, where, 'given', orders ?? 'counted');
    case 'month_first':
      return new DateReader(parseYearLast, where, 'swapped', orders ?? 'counted');
    case 'year_day_month':
      return new DateReader(parseIso, where, 'swapped');
    case 'month_name':
      return new DateReader(parseNamedDate, where, 'named');
    case 'epoch_s':
      return new CountReader({ perUnit: 1000, origin: 0, zone: null });
    case 'epoch_ms':
      return new CountReader({ perUnit: 1, origin: 0, zone: null });
    case 'epoch_us':
      return new CountReader({ perUnit: 0.001, origin: 0, zone: null });
    case 'excel_serial':
      return new CountReader({ perUnit: DAY, origin: dayNumber(1899, 12, 30) * DAY, zone: where });
    default:
      return format satisfies never;
  }
}

export interface InstantCandidate {
  readonly format: InstantFormat;
  /** Of the values that are not missing, the share that this format reads. */
  readonly share: number;
  /** Whether every stamp it reads carries its own offset. */
  readonly zoned: boolean;
  /** True when day first and month first read the same values and none of them tells which is meant. */
  readonly ambiguous: boolean;
}

const encoder = new TextEncoder();

/** Where the year stands first, a number over 12 in the middle tells that it is the day. */
const tellsDays = (
  tried: readonly { readonly format: InstantFormat; readonly contradictions: number }[],
): boolean => tried.some(({ format, contradictions }) => format === 'iso8601' && contradictions > 0);

/**
 * The formats that read any of the values, best first: by share, then in the order of `instantFormats`, undecided day
 * and month as day first. Missing marks and stand-in dates count for nothing. Dates with dots
 * are day first in every country that writes them, so they are never ambiguous.
 *
 * Numbers between 25,934 and 73,415 read as spreadsheet serials (1971–2100), and those of 8 to 10 digits as
 * epochs: whether a column of numbers is a date at all, its header must say.
 */
export function detectInstantFormats(values: readonly string[]): InstantCandidate[] {
  const cells = values.filter((value) => !isMissing(value)).map((value) => encoder.encode(value));
  const tried = instantFormats.map((format) => {
    const reader = instantReader({ format, zone: utc });
    let read = 0;
    let present = 0;
    for (const cell of cells) {
      if (!Number.isNaN(reader.read(cell, 0, cell.length))) {
        read++;
        present++;
      } else if (!reader.isMissing(cell, 0, cell.length)) present++;
    }
    const share = present === 0 ? 0 : read / present;
    return {
      format,
      share,
      read,
      zoned: read > 0 && reader.local === 0,
      contradictions: reader.contradictions,
    };
  });
  const orders = tried.filter(({ format }) => format === 'day_first' || format === 'month_first');
  const undecided =
    orders[0].share > 0 &&
    orders[0].share === orders[1].share &&
    orders.every(({ contradictions }) => contradictions === 0) &&
    !values.some((value) => /^\s*\p{Nd}{1,2}\.\s*\p{Nd}{1,2}\./u.test(value));
  return tried
    .filter(({ share, format }) => share > 0 && (format !== 'year_day_month' || tellsDays(tried)))
    .sort((a, b) => b.share - a.share)
    .map(({ format, share, zoned }) => ({
      format,
      share,
      zoned,
      ambiguous: undecided && (format === 'day_first' || format === 'month_first'),
    }));
}

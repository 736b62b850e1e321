import type { NumberColumn } from '../../model/columns.ts';
import type { FieldMapping, Reading } from '../../model/mapping.ts';
import { DAY } from '../../time/civil.ts';
import { timeOfDay } from '../../time/time-of-day.ts';
import { zone } from '../../time/zone.ts';
import { NumberBuilder } from './number-builders.ts';

const decoder = new TextDecoder();

/** Reads a column of times of day, as milliseconds since midnight. */
export class TimeOfDayBuilder extends NumberBuilder {
  constructor() {
    super('number');
  }

  protected override read(bytes: Uint8Array, start: number, end: number): number {
    return end - start > 64 ? Number.NaN : timeOfDay(decoder.decode(bytes.subarray(start, end)));
  }
}

/** The dates of a stamp in two columns are read as local ones: the zone is applied when the time is known. */
export function dateReading(reading: Reading): Reading {
  return reading.type === 'instant' ? { ...reading, zone: 'UTC' } : reading;
}

/** The columns that a mapping takes its cells from, each by its own name. */
export function columnsOf(
  mapping: FieldMapping | undefined,
): readonly { readonly column: number; readonly source: string }[] {
  if (!mapping) return [];
  const { column, source, time } = mapping;
  return time ? [{ column, source: time.dateSource }, time] : [{ column, source }];
}

/** Puts dates and times of day together; a date without a time stays a date, but for one that another stamp has too. */
export function joinDatesAndTimes(
  dates: NumberColumn,
  times: NumberColumn,
  { zoneId, isShared }: { readonly zoneId: string | null; readonly isShared: boolean },
): NumberColumn {
  const where = zone(zoneId ?? 'UTC');
  const { values } = dates;
  let days: Uint8Array | null = null;
  for (let row = 0; row < values.length; row++) {
    const date = values[row];
    if (Number.isNaN(date)) continue;
    const time = times.values[row];
    if (isShared && Number.isNaN(time)) {
      values[row] = Number.NaN;
      continue;
    }
    // A date that has a time of its own keeps it, unless that is another stamp's.
    const hasTime = !isShared && date % DAY !== 0;
    if (Number.isNaN(time) && !hasTime) {
      days ??= new Uint8Array(values.length);
      days[row] = 1;
    }
    const local = hasTime || Number.isNaN(time) ? date : date - (date % DAY) + time;
    values[row] = where.localToInstant(local).at;
  }
  return {
    type: 'instant',
    values,
    ...(days ? { written: { finest: 'second', days, zone: where.id } } : {}),
  };
}

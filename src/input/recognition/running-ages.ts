import type { FieldId } from '../../model/fields.ts';
import type { Problem } from '../../model/problem.ts';
import { unitMilliseconds } from '../../time/duration.ts';
import type { Measured } from './duration-units.ts';
import { numbersOf } from './readings.ts';

/** Columns that may be a time to the end, or an age that runs on. */
const aged: readonly FieldId[] = [
  'reported_resolution_time_seconds',
  'reported_first_resolution_time_seconds',
];
/** Rows, and units between the first and the last creation, from which on an age can be told from times to the end. */
const ENOUGH = 10;
const SPREAD = 6;
/** Of the rows, those whose age counts to another instant: it may have stood still for some. */
const MOST = 0.95;

/**
 * A column that counts from creation to one and the same instant in nearly all rows says how old tickets were when somebody
 * looked, whoever is finished: no time to the end. It is taken out; what was pinned stays.
 */
export function runningAges({ fields, looks, dates, where }: Measured): Problem[] {
  const created = fields.created_at;
  const from = created && dates.columns.get(created.column)?.look?.values;
  if (!from) return [];
  return aged.flatMap((field): Problem[] => {
    const mapping = fields[field];
    if (!mapping || mapping.confidence === 1 || mapping.reading.type !== 'duration') return [];
    const { unit } = mapping.reading;
    if (unit === null) return [];
    const numbers = numbersOf(looks[mapping.column], mapping.reading.commas === 'decimal');
    if (!countsToOneInstant(numbers, from, unitMilliseconds[unit])) return [];
    delete fields[field];
    const args = { column: looks[mapping.column].name, field };
    return [{ code: 'age_runs_on', severity: 'warning', args, where }];
  });
}

function countsToOneInstant(numbers: Float64Array, from: Float64Array, unit: number): boolean {
  const until: number[] = [];
  const starts: number[] = [];
  for (let row = 0; row < from.length; row++) {
    if (Number.isNaN(numbers[row]) || Number.isNaN(from[row])) continue;
    until.push(from[row] + numbers[row] * unit);
    starts.push(from[row]);
  }
  if (until.length < ENOUGH) return false;
  starts.sort((a, b) => a - b);
  if (starts[starts.length - 1] - starts[0] < SPREAD * unit) return false;
  until.sort((a, b) => a - b);
  const middle = until[until.length >> 1];
  return until.filter((at) => Math.abs(at - middle) <= unit).length >= until.length * MOST;
}

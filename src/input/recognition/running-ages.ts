import type { FieldId } from '../../model/fields.ts';
import type { FieldMapping } from '../../model/mapping.ts';
import type { Problem } from '../../model/problem.ts';
import { unitMilliseconds } from '../../time/duration.ts';
import { countsToOneInstant } from '../../time/one-instant.ts';
import type { Measured } from './duration-units.ts';
import { numbersOf } from './readings.ts';

/** Columns that may be a time to the end, or an age that runs on. */
const aged: readonly FieldId[] = [
  'reported_resolution_time_seconds',
  'reported_first_resolution_time_seconds',
];

/**
 * A column that counts from creation to one and the same instant in nearly all rows says how old tickets were when somebody
 * looked, whoever is finished: no time to the end. It is taken out; what was pinned stays. `ages` gets every column that
 * all cells may yet say so of, or not.
 */
export function runningAges(
  { fields, looks, dates, cells, where }: Measured,
  ages: Partial<Record<FieldId, FieldMapping>>,
): Problem[] {
  const created = fields.created_at;
  const from = created && dates.columns.get(created.column)?.look?.values;
  if (!from) return [];
  return aged.flatMap((field): Problem[] => {
    const mapping = fields[field];
    if (!mapping || mapping.confidence === 1 || mapping.reading.type !== 'duration') return [];
    const { unit } = mapping.reading;
    if (unit === null) return [];
    ages[field] = mapping;
    const step = unitMilliseconds[unit];
    const numbers = numbersOf(looks[mapping.column], mapping.reading.commas === 'decimal');
    const lengths = numbers.map((value) => value * step);
    if (!(cells.get(mapping.column)?.runsOn ?? countsToOneInstant(lengths, { from, unit: step }))) return [];
    delete fields[field];
    const args = { column: looks[mapping.column].name, field };
    return [{ code: 'age_runs_on', severity: 'warning', args, where }];
  });
}

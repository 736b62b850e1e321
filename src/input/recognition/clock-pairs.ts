import type { FieldId } from '../../model/fields.ts';
import type { FieldMapping, RecognitionOverrides } from '../../model/mapping.ts';
import type { Problem } from '../../model/problem.ts';
import { sentence } from '../../model/sentence.ts';
import { endsMeasuredBy, unitOfSpans } from '../../time/unit-of-spans.ts';
import type { ColumnLook } from './column-look.ts';
import type { DateDecisions } from './dates.ts';

/** A table whose measured times may be written as two numbers. */
interface Measured {
  /** Completed in place where the stamps tell. */
  readonly fields: Partial<Record<FieldId, FieldMapping>>;
  readonly looks: readonly ColumnLook[];
  readonly dates: DateDecisions;
  readonly overrides: Pick<RecognitionOverrides, 'values'>;
  readonly where: NonNullable<Problem['where']>;
}

const pair = /^\s*(\d{1,6}):([0-5]\d)\s*$/;
/** A cell that names its parts, or has three of them, says that two are hours and minutes. */
const telling = /^\s*(?:\d{1,6}:[0-5]\d:[0-5]\d|.*\p{L})/u;

/**
 * `05:30` is five hours and a half, or five minutes and a half. The header tells, or other cells of the column, or the stamps that
 * the time lies between. Where nothing does, what comes first is in the unit of the header, else hours, and that is said
 * with the flag.
 */
export function clockPairs(table: Measured): Problem[] {
  return (Object.entries(table.fields) as [FieldId, FieldMapping][]).flatMap(
    ([field, mapping]) => openPairs(table, field, mapping) ?? [],
  );
}

/** Whether the header or a flag says what two numbers count. */
const isTold = ({ overrides }: Measured, field: FieldId, { header }: ColumnLook): boolean =>
  overrides.values.get(field)?.has('unit') === true || header.clock !== null || header.unit === 'h';

/** What is said of a column of such cells; null where nothing is open. */
function openPairs(table: Measured, field: FieldId, mapping: FieldMapping): Problem | null {
  const { fields, looks, where } = table;
  const { reading } = mapping;
  const look = looks[mapping.column];
  if (reading.type !== 'duration' || isTold(table, field, look)) return null;
  const pairs = look.cells.filter((cell) => pair.test(cell));
  if (pairs.length === 0 || look.cells.some((cell) => telling.test(cell))) return null;
  const { clock, ...inHours } = reading;
  const byStamps = unitByStamps(table, field, look.cells);
  const unit = byStamps ?? (clock === 'minutes' ? 'm' : 'h');
  fields[field] = { ...mapping, reading: unit === 'm' ? { ...reading, clock: 'minutes' } : inHours };
  if (byStamps === 'h' && clock === undefined) return null;
  const args = {
    column: look.name,
    example: pairs.reduce((a, b) => (a < b ? a : b)).trim(),
    read: sentence(unit === 'm' ? 'word.minutes_and_seconds' : 'word.hours_and_minutes'),
    ...(byStamps !== null
      ? { because: sentence('why.unit_fits_stamps') }
      : { try: `--value ${field}:unit=m, --value ${field}:unit=h` }),
  };
  return { code: 'clock_guessed', severity: byStamps === null ? 'warning' : 'note', args, where };
}

/** Whether the first of two numbers counts hours or minutes, by the stamps. */
function unitByStamps(
  { fields, dates }: Measured,
  field: FieldId,
  cells: readonly string[],
): 'h' | 'm' | null {
  const stampsOf = (each: FieldId): Float64Array | null => {
    const column = fields[each]?.column;
    return column === undefined ? null : (dates.columns.get(column)?.look?.values ?? null);
  };
  const from = stampsOf('created_at');
  const numbers = Float64Array.from(cells, (cell) => {
    const parts = pair.exec(cell);
    return parts ? Number(parts[1]) + Number(parts[2]) / 60 : Number.NaN;
  });
  for (const end of endsMeasuredBy(field)) {
    const to = stampsOf(end);
    const unit = from && to && unitOfSpans(numbers, { from, to });
    if (unit === 'h' || unit === 'm') return unit;
  }
  return null;
}

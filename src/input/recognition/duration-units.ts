import type { FieldId } from '../../model/fields.ts';
import type { CellFacts, DurationUnit, FieldMapping } from '../../model/mapping.ts';
import type { Problem } from '../../model/problem.ts';
import { sentence } from '../../model/sentence.ts';
import { unitMilliseconds } from '../../time/duration.ts';
import { endsMeasuredBy, unitOfSpans } from '../../time/unit-of-spans.ts';
import type { ColumnLook } from './column-look.ts';
import type { DateDecisions } from './dates.ts';
import { numbersOf } from './readings.ts';

/** A table whose measured times are to get their units. */
export interface Measured {
  /** Measured times whose unit the stamps tell are completed in place; those without any are taken out. */
  readonly fields: Partial<Record<FieldId, FieldMapping>>;
  /** Takes the measured times whose unit only the stamps can tell. */
  readonly unitless: Partial<Record<FieldId, FieldMapping>>;
  /** What all cells said, by column. */
  readonly cells: ReadonlyMap<number, CellFacts>;
  readonly looks: readonly ColumnLook[];
  readonly dates: DateDecisions;
  readonly where: NonNullable<Problem['where']>;
}

/**
 * A measured time without unit is tested against the stamps; a business time shares its calendar sibling's unit, `business
 * hours` are hours where no cell lasts longer than the ticket did, and what stamps cannot tell is in the unit of the other
 * measured times that name none.
 */
export function durationUnits(table: Measured): Problem[] {
  const { fields, unitless, looks, where } = table;
  const problems: Problem[] = [];
  const open = new Map<FieldId, FieldMapping>();
  const settled = new Map<FieldId, DurationUnit>();
  const settle = (field: FieldId, mapping: FieldMapping, { unit, because }: Settlement): void => {
    fields[field] = { ...mapping, reading: { type: 'duration', unit, ...commasOf(mapping) } };
    settled.set(field, unit);
    const args = {
      column: looks[mapping.column].name,
      unit: sentence(`unit.${unit}`),
      field,
      because: sentence(because),
    };
    problems.push({ code: 'duration_unit_guessed', severity: 'note', args, where });
  };
  for (const [field, mapping] of Object.entries(fields) as [FieldId, FieldMapping][]) {
    if (mapping.reading.type !== 'duration' || mapping.reading.unit !== null) continue;
    const look = looks[mapping.column];
    if (look.durationShare >= 0.5 && look.numberShare < 0.5) continue;
    unitless[field] = { ...mapping, reading: { type: 'duration', unit: 'd', ...commasOf(mapping) } };
    const found = settlementOf(table, field, mapping);
    if (found) settle(field, mapping, found);
    else open.set(field, mapping);
  }
  const units = new Set(settled.values());
  for (const [field, mapping] of open) {
    const [unit] = units;
    if (units.size === 1 && comesFirst(table, mapping, settled)) {
      settle(field, mapping, { unit, because: 'why.unit_of_others' });
      continue;
    }
    const { name, filled } = looks[mapping.column];
    // A column that is empty where it was looked at may yet name its units.
    if (filled === 0) continue;
    delete fields[field];
    problems.push({
      code: 'duration_unit_unknown',
      severity: 'warning',
      args: { column: name, field, try: sentence('hint.unit_of_values', { field }) },
      where,
    });
  }
  return problems;
}

interface Settlement {
  readonly unit: DurationUnit;
  readonly because:
    | 'why.unit_fits_stamps'
    | 'why.unit_of_calendar'
    | 'why.unit_of_clock'
    | 'why.unit_of_others';
}

/** The unit of a measured time by itself, its stamps and its sibling on the other clock; null where none tells it. */
function settlementOf(table: Measured, field: FieldId, mapping: FieldMapping): Settlement | null {
  const byStamps = unitByStamps(table, field, mapping);
  if (byStamps) return { unit: byStamps, because: 'why.unit_fits_stamps' };
  const ofSibling = unitOfSibling(table, field);
  if (ofSibling) return { unit: ofSibling, because: 'why.unit_of_calendar' };
  const { header } = table.looks[mapping.column];
  if (!header.isClockOfHours || !lastsNoLonger(table, field, mapping)) return null;
  return { unit: 'h', because: 'why.unit_of_clock' };
}

function stampsOf({ fields, dates }: Measured, field: FieldId): Float64Array | null {
  const { column, time } = fields[field] ?? {};
  // Of times that share a date each is looked at in its own place.
  if (time?.isShared) return dates.columns.get(time.column)?.look?.values ?? null;
  return column === undefined ? null : (dates.columns.get(column)?.look?.values ?? null);
}

const commasOf = ({ reading }: FieldMapping): { readonly commas?: 'decimal' } =>
  reading.type === 'duration' && reading.commas ? { commas: reading.commas } : {};

const numbersIn = ({ looks }: Measured, mapping: FieldMapping): Float64Array =>
  numbersOf(looks[mapping.column], commasOf(mapping).commas === 'decimal');

function unitByStamps(table: Measured, field: FieldId, mapping: FieldMapping): DurationUnit | null {
  const counted = table.cells.get(mapping.column);
  if (counted?.unit !== undefined) return counted.unit;
  const from = stampsOf(table, 'created_at');
  for (const end of endsMeasuredBy(field)) {
    const to = stampsOf(table, end);
    const unit = from && to && unitOfSpans(numbersIn(table, mapping), { from, to });
    if (unit) return unit;
  }
  return null;
}

function unitOfSibling({ fields }: Measured, field: FieldId): DurationUnit | null {
  if (!field.includes('_business_')) return null;
  const sibling = fields[field.replace('_business', '') as FieldId]?.reading;
  return sibling?.type === 'duration' ? sibling.unit : null;
}

/** Of the rows, those that may say otherwise: corrected stamps, tickets that were opened again. */
const ODD = 0.05;

/** True where the hours that were worked are no longer than the time that passed, or no stamps tell how long that was. */
function lastsNoLonger(table: Measured, field: FieldId, mapping: FieldMapping): boolean {
  const from = stampsOf(table, 'created_at');
  const to = endsMeasuredBy(field)
    .map((end) => stampsOf(table, end))
    .find((stamps) => stamps !== null);
  if (!from || !to) return true;
  const numbers = numbersIn(table, mapping);
  return isRare(
    numbers,
    (value, row) => value * unitMilliseconds.h > to[row] - from[row] + unitMilliseconds.m,
  );
}

/** True for times that are as a rule no longer than the settled ones of their row: a response comes before the end. */
function comesFirst(
  table: Measured,
  mapping: FieldMapping,
  settled: ReadonlyMap<FieldId, DurationUnit>,
): boolean {
  const numbers = numbersIn(table, mapping);
  return [...settled.keys()].every((field) => {
    const other = table.fields[field];
    const others = other && numbersIn(table, other);
    return others === undefined || isRare(numbers, (value, row) => value > others[row]);
  });
}

function isRare(numbers: Float64Array, isOdd: (value: number, row: number) => boolean): boolean {
  let seen = 0;
  let odd = 0;
  for (let row = 0; row < numbers.length; row++) {
    if (Number.isNaN(numbers[row])) continue;
    seen++;
    if (isOdd(numbers[row], row)) odd++;
  }
  return seen > 0 && odd <= Math.max(seen < 10 ? 0 : 1, seen * ODD);
}

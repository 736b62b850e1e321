import type { Column, NumberColumn } from '../../model/columns.ts';
import type { FieldId } from '../../model/fields.ts';
import type { TableMapping } from '../../model/mapping.ts';
import { dayAt, startOfDay } from '../../time/period.ts';
import { type Zone, zone } from '../../time/zone.ts';

/**
 * Dates that a database wrote as stamps at midnight (`2026-03-02 00:00:00`). A whole column of midnights is one of
 * dates where every column of the table is so, or where an end would lie before the creation of its own day.
 */
const ends = ['first_response_at', 'first_solved_at', 'solved_at', 'closed_at'] as const;
/** Stamps from which on midnights alone are no chance, however few the rows are in which they stand. */
const ENOUGH = 5;

type Columns = Partial<Record<FieldId, Column>>;

function stampsIn(columns: Columns, field: FieldId): NumberColumn | null {
  const column = columns[field];
  return column?.type === 'instant' ? column : null;
}

/** How many stamps a column has if all are at midnight; −1 if one is not, which is found at once nearly everywhere. */
function midnights({ values, written }: NumberColumn, where: Zone): number {
  if (written?.days) return -1;
  let count = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (Number.isNaN(value)) continue;
    if (value !== startOfDay(dayAt(value, where), where)) return -1;
    count++;
  }
  return count;
}

/** Whether an end at midnight lies before the creation of its own day somewhere. */
function contradicts(end: NumberColumn, start: NumberColumn, where: Zone): boolean {
  for (let row = 0; row < end.values.length; row++) {
    const [from, to] = [start.values[row], end.values[row]];
    if (to < from && dayAt(from, where) === dayAt(to, where)) return true;
  }
  return false;
}

/** Marks the columns of tickets, messages or events that hold dates written as midnights. */
export function markMidnights(columns: Columns, { kind, fields }: TableMapping): void {
  if (kind !== 'tickets' && kind !== 'messages' && kind !== 'events') return;
  const zoneOf = (field: FieldId): Zone => {
    const reading = fields[field]?.reading;
    return zone((reading?.type === 'instant' ? reading.zone : null) ?? 'UTC');
  };
  const mark = (field: FieldId, column: NumberColumn): void => {
    const days = Uint8Array.from(column.values, (value) => (Number.isNaN(value) ? 0 : 1));
    columns[field] = { ...column, written: { finest: 'day', days, zone: zoneOf(field).id } };
  };
  if (kind !== 'tickets') {
    const field = kind === 'messages' ? 'sent_at' : 'at';
    const stamps = stampsIn(columns, field);
    if (stamps && midnights(stamps, zoneOf(field)) >= ENOUGH) mark(field, stamps);
    return;
  }
  const start = stampsIn(columns, 'created_at');
  if (!start) return;
  const created = midnights(start, zoneOf('created_at'));
  const found = ends.flatMap((field) => {
    const column = stampsIn(columns, field);
    return column ? [{ field, column, count: midnights(column, zoneOf(field)) }] : [];
  });
  const filled = found.filter(({ count }) => count !== 0);
  // Ends that are not in this table, or measured times alone, say nothing against it.
  const all = filled.reduce((sum, { count }) => sum + count, created);
  if (created > 0 && all >= ENOUGH && filled.every(({ count }) => count > 0)) {
    mark('created_at', start);
    for (const { field, column } of filled) mark(field, column);
    return;
  }
  for (const { field, column, count } of filled)
    if (count > 0 && contradicts(column, start, zoneOf(field))) mark(field, column);
}

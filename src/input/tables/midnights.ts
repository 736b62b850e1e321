import type { Column, NumberColumn } from '../../model/columns.ts';
import type { FieldId } from '../../model/fields.ts';
import { dayAt, startOfDay } from '../../time/period.ts';
import { type Zone, zone } from '../../time/zone.ts';
import type { RawTable } from './raw-table.ts';
import { listsOf, type Part } from './same-header.ts';

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
    const from = start.values[row];
    const to = end.values[row];
    if (to < from && dayAt(from, where) === dayAt(to, where)) return true;
  }
  return false;
}

const zoneIn = ({ table }: Part, field: FieldId): Zone => {
  const reading = table.mapping.fields[field]?.reading;
  return zone((reading?.type === 'instant' ? reading.zone : null) ?? 'UTC');
};

/** How many stamps of a field a list has if all are at midnight; −1 if one is not, null where it has no such field. */
function midnightsOf(parts: readonly Part[], field: FieldId): number | null {
  let count: number | null = null;
  for (const part of parts) {
    const column = stampsIn(part.columns, field);
    if (!column) continue;
    const own = midnights(column, zoneIn(part, field));
    if (own < 0) return -1;
    count = (count ?? 0) + own;
  }
  return count;
}

function mark(parts: readonly Part[], field: FieldId): void {
  for (const part of parts) {
    const column = stampsIn(part.columns, field);
    if (!column) continue;
    const days = Uint8Array.from(column.values, (value) => (Number.isNaN(value) ? 0 : 1));
    part.columns[field] = { ...column, written: { finest: 'day', days, zone: zoneIn(part, field).id } };
  }
}

/** Marks the ends of tickets that are dates, and their creation where all are. */
function markTickets(parts: readonly Part[]): void {
  const created = midnightsOf(parts, 'created_at');
  if (created === null) return;
  const filled = ends.flatMap((field) => {
    const count = midnightsOf(parts, field);
    // Ends that are not in these tables, or measured times alone, say nothing against it.
    return count === null || count === 0 ? [] : [{ field, count }];
  });
  const all = filled.reduce((sum, { count }) => sum + count, created);
  if (created > 0 && all >= ENOUGH && filled.every(({ count }) => count > 0)) {
    for (const field of ['created_at', ...filled.map(({ field }) => field)] as const) mark(parts, field);
    return;
  }
  for (const { field, count } of filled) {
    const isContradicted = parts.some((part) => {
      const [start, end] = [stampsIn(part.columns, 'created_at'), stampsIn(part.columns, field)];
      return start !== null && end !== null && contradicts(end, start, zoneIn(part, field));
    });
    if (count > 0 && isContradicted) mark(parts, field);
  }
}

/**
 * Marks the columns of tickets, messages or events that hold dates written as midnights. Files of the same columns are one
 * list, of which all stamps count. The tables that were read stay as they are.
 */
export function markMidnights(tables: readonly RawTable[]): RawTable[] {
  const parts = tables.map((table): Part => ({ table, columns: { ...table.columns } }));
  for (const list of listsOf(parts)) {
    const [{ table }] = list;
    const field = table.kind === 'messages' ? 'sent_at' : table.kind === 'events' ? 'at' : null;
    if (table.kind === 'tickets') markTickets(list);
    else if (field && (midnightsOf(list, field) ?? 0) >= ENOUGH) mark(list, field);
  }
  return parts.map(({ table, columns }) => ({ ...table, columns }));
}

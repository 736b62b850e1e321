import type { FieldId } from '../../model/fields.ts';
import { openStatuses } from '../../model/fields.ts';
import type { Problem } from '../../model/problem.ts';
import type { RatingScale } from '../../model/rating-scale.ts';
import type { RawTable } from './raw-table.ts';
import { codesIn, ensureNumbers, flagsOf, numbersIn, type Stack, voidStamp } from './stack.ts';
import { findVoidStamps, type VoidStamp } from './void-stamps.ts';

export interface ImpossibleOptions {
  readonly csatScale: RatingScale | null;
  readonly tables: readonly RawTable[];
}

/**
 * Voids values that cannot be (SPEC 2, "Bad rows"): answered, solved or closed before created, a rating off its
 * scale, a negative duration, a stamp far past the rest. The ticket stays; each kind of value is counted.
 */
export function voidImpossible(tickets: Stack, { csatScale, tables }: ImpossibleOptions): Problem[] {
  const problems: Problem[] = [];
  const report = (field: FieldId, reason: string, rows: readonly number[], count: number): void => {
    if (count === 0) return;
    const table = tables[tickets.table[rows[0]]];
    problems.push({
      code: 'value_void',
      severity: 'warning',
      args: { field, reason },
      where: table ? { file: table.path } : undefined,
      count,
      lines: rows.map((row) => tickets.line[row]).sort((a, b) => a - b),
    });
  };
  const voidOutside = (
    field: FieldId,
    reason: string,
    limits: { readonly least?: number; readonly most?: number },
  ): void => {
    const column = numbersIn(tickets.columns, field);
    if (!column) return;
    const found = voidValues(column, limits);
    report(field, reason, found.rows, found.count);
  };
  const exportedAt = (table: number): number => tables[table]?.mapping.exportedAt ?? Number.NaN;
  const late = findVoidStamps(tickets, { exportedAt });
  const stamps = [...late, ...(numbersIn(tickets.columns, 'created_at') ? beforeCreated(tickets) : [])];
  for (const [key, found] of groupStamps(stamps)) {
    const [field, reason] = key.split(' ') as [FieldId, string];
    report(field, reason, found.slice(0, 5), found.length);
  }
  for (const { field, row } of stamps) voidStamp(tickets, field, row);
  for (const [field, column] of Object.entries(tickets.columns)) {
    if (column.type === 'duration') voidOutside(field as FieldId, 'negative', { least: 0 });
  }
  if (csatScale) voidOutside('csat', 'off_scale', { least: csatScale.min, most: csatScale.max });
  const reopened = moveUndoneSolves(tickets);
  if (reopened > 0) problems.push({ code: 'open_again', severity: 'note', args: {}, count: reopened });
  return problems;
}

const ends = ['first_response_at', 'first_solved_at', 'solved_at', 'closed_at'] as const;

/** What happened before the ticket was there. */
function beforeCreated(tickets: Stack): { field: FieldId; row: number; reason: string }[] {
  const found: { field: FieldId; row: number; reason: string }[] = [];
  const created = numbersIn(tickets.columns, 'created_at') as Float64Array;
  for (const field of ends) {
    const values = numbersIn(tickets.columns, field);
    if (!values) continue;
    for (let row = 0; row < values.length; row++)
      if (values[row] < created[row]) found.push({ field, row, reason: 'before_created' });
  }
  return found;
}

/** Rows by field and reason, each row once. */
function groupStamps(
  stamps: readonly (Omit<VoidStamp, 'reason'> & { readonly reason: string })[],
): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  const seen = new Set<string>();
  for (const { field, row, reason } of stamps) {
    if (seen.has(`${field} ${row}`)) continue;
    seen.add(`${field} ${row}`);
    const key = `${field} ${reason}`;
    const rows = groups.get(key);
    if (rows) rows.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** Makes values missing that are too small or too large; the first five rows of them. */
function voidValues(
  column: Float64Array,
  {
    least = Number.NEGATIVE_INFINITY,
    most = Number.POSITIVE_INFINITY,
  }: { readonly least?: number; readonly most?: number },
): { readonly rows: number[]; readonly count: number } {
  const rows: number[] = [];
  let count = 0;
  for (let row = 0; row < column.length; row++) {
    const value = column[row];
    if (!(value < least || value > most)) continue;
    column[row] = Number.NaN;
    count++;
    if (rows.length < 5) rows.push(row);
  }
  return { rows, count };
}

/**
 * A ticket whose status is open although it carries a solve stamp was reopened since: that solve was its first,
 * and it has no last one yet. A closing stamp without a solve, which ServiceNow leaves there, goes the same way. Without this a reopened ticket would count as resolved and as backlog at once.
 */
function moveUndoneSolves(tickets: Stack): number {
  const status = codesIn(tickets.columns, 'status');
  const solved = numbersIn(tickets.columns, 'solved_at');
  if (!status) return 0;
  const open = flagsOf(status.names, openStatuses);
  let first: Float64Array | null = null;
  const closed = numbersIn(tickets.columns, 'closed_at');
  let moved = 0;
  for (let row = 0; row < tickets.rows; row++) {
    if (open[status.codes[row]] === 0) continue;
    const wasSolved = solved !== null && !Number.isNaN(solved[row]);
    if (!wasSolved && !(closed && !Number.isNaN(closed[row]))) continue;
    if (wasSolved) {
      first ??= ensureNumbers(tickets, 'first_solved_at', 'instant');
      if (Number.isNaN(first[row])) first[row] = solved[row];
      solved[row] = Number.NaN;
    }
    if (closed) closed[row] = Number.NaN;
    moved++;
  }
  return moved;
}

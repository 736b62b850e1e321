import type { FieldId } from '../../model/fields.ts';
import { openStatuses } from '../../model/fields.ts';
import type { RatingScale } from '../../model/mapping.ts';
import type { Problem } from '../../model/problem.ts';
import { codesIn, ensureNumbers, numbersIn, type Stack } from './stack.ts';
import type { RawTable } from './table-sink.ts';

export interface ImpossibleOptions {
  /** The newest stamp that can be believed. */
  readonly latest: number;
  readonly csatScale: RatingScale | null;
  readonly tables: readonly RawTable[];
}

/**
 * Voids values that cannot be (SPEC 2, "Bad rows"): answered, solved or closed before created, a rating off its
 * scale, a negative duration, a stamp far past the rest. The ticket stays; each kind of value is counted.
 */
export function voidImpossible(tickets: Stack, { latest, csatScale, tables }: ImpossibleOptions): Problem[] {
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
  const voidWhere = (
    field: FieldId,
    reason: string,
    isWrong: (value: number, row: number) => boolean,
  ): void => {
    const column = numbersIn(tickets.columns, field);
    if (!column) return;
    const rows: number[] = [];
    let count = 0;
    for (let row = 0; row < tickets.rows; row++) {
      if (!isWrong(column[row], row)) continue;
      column[row] = Number.NaN;
      count++;
      if (rows.length < 5) rows.push(row);
    }
    report(field, reason, rows, count);
  };
  for (const field of [
    'created_at',
    'first_response_at',
    'first_solved_at',
    'solved_at',
    'closed_at',
    'updated_at',
  ] as const) {
    voidWhere(field, 'far_in_the_future', (value) => value > latest);
  }
  const created = numbersIn(tickets.columns, 'created_at');
  if (created) {
    for (const field of ['first_response_at', 'first_solved_at', 'solved_at', 'closed_at'] as const) {
      voidWhere(field, 'before_created', (value, row) => value < created[row]);
    }
  }
  for (const [field, column] of Object.entries(tickets.columns)) {
    if (column.type === 'duration') voidWhere(field as FieldId, 'negative', (value) => value < 0);
  }
  if (csatScale) {
    voidWhere('csat', 'off_scale', (value) => value < csatScale.min || value > csatScale.max);
  }
  const reopened = moveUndoneSolves(tickets);
  if (reopened > 0) problems.push({ code: 'open_again', severity: 'note', args: {}, count: reopened });
  return problems;
}

/**
 * A ticket whose status is open although it carries a solve stamp was reopened since: that solve was its first,
 * and it has no last one yet. Without this a reopened ticket would count as resolved and as backlog at once.
 */
function moveUndoneSolves(tickets: Stack): number {
  const status = codesIn(tickets.columns, 'status');
  const solved = numbersIn(tickets.columns, 'solved_at');
  if (!status || !solved) return 0;
  const open = new Set(openStatuses.map((name) => status.names.find(name)));
  open.delete(0);
  let first: Float64Array | null = null;
  const closed = numbersIn(tickets.columns, 'closed_at');
  let moved = 0;
  for (let row = 0; row < tickets.rows; row++) {
    if (Number.isNaN(solved[row]) || !open.has(status.codes[row])) continue;
    first ??= ensureNumbers(tickets, 'first_solved_at', 'instant');
    if (Number.isNaN(first[row])) first[row] = solved[row];
    solved[row] = Number.NaN;
    if (closed) closed[row] = Number.NaN;
    moved++;
  }
  return moved;
}

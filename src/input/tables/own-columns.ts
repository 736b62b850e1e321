import type { CodeColumn, Column, NumberColumn } from '../../model/columns.ts';
import type { FieldId } from '../../model/fields.ts';
import type { Problem } from '../../model/problem.ts';
import type { EventRows } from './event-log.ts';
import type { RawTable } from './raw-table.ts';
import { type Stack, takeColumn } from './stack.ts';

/** Rows of a log in the order of their tickets and times. */
export interface LogSlices {
  readonly stack: Stack;
  readonly order: Uint32Array;
  readonly offsets: Uint32Array;
}

/** Share of the tickets with several rows that may differ where a column still is the ticket's own: corrections. */
const CORRECTED = 0.2;

/** Share of the tickets whose status may change where a log's status is still the one that each ticket has now. */
const CHANGED = 0.01;

/**
 * Takes the statuses out of a log in which no ticket's status ever changes: each of its rows is a piece of work with the
 * status that the ticket has by now, so the status is the ticket's and nothing happened at the row's time. Returns
 * how many tickets have several rows; 0 where statuses change.
 */
export function leaveFinalStatuses(rows: EventRows, log: LogSlices, tables: readonly RawTable[]): number {
  const { stack, order, offsets } = log;
  if (!tables.every(({ mapping }) => mapping.eventShape === 'status')) return 0;
  let several = 0;
  let changing = 0;
  for (let t = 0; t + 1 < offsets.length; t++) {
    if (offsets[t + 1] - offsets[t] < 2) continue;
    several++;
    const first = rows.meaning[order[offsets[t]]];
    for (let i = offsets[t] + 1; i < offsets[t + 1]; i++) {
      if (rows.meaning[order[i]] === first) continue;
      changing++;
      break;
    }
  }
  if (several === 0 || changing > CHANGED * several || stack.columns.status?.type !== 'code') return 0;
  return several;
}

/**
 * Gives rebuilt tickets what they say of themselves in every row of their log, as their last row has it, and says
 * which columns that are. A column that differs from row to row is the row's own and stays with the rows.
 */
export function takeOwnColumns(tickets: Stack, log: LogSlices, tables: readonly RawTable[]): Problem[] {
  const taken: FieldId[] = [];
  for (const [field, column] of Object.entries(log.stack.own ?? {}) as [FieldId, Column][]) {
    if (column.type === 'list' || !isTicketsOwn(column, log)) continue;
    const last = column.type === 'code' ? lastCodes(column, log) : lastNumbers(column, log);
    tickets.columns[field] = field === 'created_at' ? filledFrom(last, tickets.columns[field]) : last;
    taken.push(field);
  }
  if (taken.length === 0) return [];
  const columns = taken.flatMap((field) =>
    tables.flatMap(({ mapping }) => mapping.own?.[field]?.source ?? []),
  );
  const args = { columns: [...new Set(columns)].map((name) => `"${name}"`).sort() };
  return [{ code: 'own_columns', severity: 'note', args, where: { file: tables[0].path } }];
}

/** True where hardly any ticket has two different values; a stamp that no ticket has twice stands in its last snapshot. */
function isTicketsOwn(column: CodeColumn | NumberColumn, { order, offsets }: LogSlices): boolean {
  let several = 0;
  let differing = 0;
  const isMissing = (row: number): boolean =>
    column.type === 'code' ? column.codes[row] === 0 : Number.isNaN(column.values[row]);
  const isSame = (a: number, b: number): boolean =>
    column.type === 'code' ? column.codes[a] === column.codes[b] : column.values[a] === column.values[b];
  for (let t = 0; t + 1 < offsets.length; t++) {
    let first = -1;
    let filled = 0;
    let differs = false;
    for (let i = offsets[t]; i < offsets[t + 1]; i++) {
      const row = order[i];
      if (isMissing(row)) continue;
      filled++;
      if (first < 0) first = row;
      else if (!isSame(first, row)) differs = true;
    }
    if (filled > 1) several++;
    if (differs) differing++;
  }
  if (several === 0) return offsets.length <= 2 || column.type === 'instant';
  return differing <= CORRECTED * several;
}

/** No row: what is taken from it is missing. */
const NO_ROW = 0xffff_ffff;

/** The value of each ticket's last row; of rows at the same instant the largest. */
function lastNumbers(column: NumberColumn, { stack, order, offsets }: LogSlices): NumberColumn {
  const at = (stack.columns.at as NumberColumn).values;
  const { values } = column;
  const rows = new Uint32Array(offsets.length - 1).fill(NO_ROW);
  for (let t = 0; t + 1 < offsets.length; t++) {
    const last = order[offsets[t + 1] - 1];
    for (let i = offsets[t + 1] - 1; i >= offsets[t] && at[order[i]] === at[last]; i--) {
      const row = order[i];
      if (!Number.isNaN(values[row]) && !(values[rows[t]] >= values[row])) rows[t] = row;
    }
  }
  return takeColumn(column, rows) as NumberColumn;
}

/** The name in each ticket's last row that has one. */
function lastCodes({ codes, names }: CodeColumn, { order, offsets }: LogSlices): CodeColumn {
  const last = new Uint32Array(offsets.length - 1);
  for (let t = 0; t + 1 < offsets.length; t++)
    for (let i = offsets[t + 1] - 1; i >= offsets[t] && last[t] === 0; i--) last[t] = codes[order[i]];
  return { type: 'code', codes: last, names };
}

/** Where the last row says nothing, the ticket begins with its log. */
function filledFrom(column: Column, before: Column | undefined): Column {
  if (column.type === 'code' || column.type === 'list') return column;
  if (!before || before.type === 'code' || before.type === 'list') return column;
  const { values } = column;
  for (let t = 0; t < values.length; t++) if (Number.isNaN(values[t])) values[t] = before.values[t];
  return column;
}

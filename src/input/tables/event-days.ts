import type { NumberColumn } from '../../model/columns.ts';
import { numberColumnIn, type Stack } from './stack.ts';

/** What events write into tickets; their creation too where there are no tickets but those of the log. */
const told = ['first_response_at', 'first_solved_at', 'solved_at', 'closed_at'] as const;

/**
 * Marks stamps that tickets have from events whose own stamps are dates without a time: they are known to the day
 * (DEFINITIONS 14), as if the tickets had said them.
 */
export function markEventDays(
  tickets: Stack,
  log: { readonly stack: Stack; readonly order: Uint32Array; readonly offsets: Uint32Array },
  { isRebuilt }: { readonly isRebuilt: boolean },
): void {
  const at = numberColumnIn(log.stack.columns, 'at');
  const dates = at?.written?.days;
  if (!at || !dates) return;
  const isDate = (ticket: number, value: number): boolean => {
    for (let i = log.offsets[ticket]; i < log.offsets[ticket + 1]; i++) {
      const row = log.order[i];
      if (at.values[row] === value && dates[row] === 1) return true;
    }
    return false;
  };
  for (const field of isRebuilt ? (['created_at', ...told] as const) : told) {
    const column = numberColumnIn(tickets.columns, field);
    const days = column && datesOf(column, isDate);
    if (!column || !days) continue;
    const isAll = column.values.every((value, t) => Number.isNaN(value) || days[t] === 1);
    const finest = isAll ? 'day' : (column.written?.finest ?? 'second');
    const zone = column.written?.zone ?? at.written?.zone ?? 'UTC';
    tickets.columns[field] = { ...column, written: { finest, days, zone } };
  }
}

/** 1 at stamps that are dates by themselves or by the event that they are from; null where there are none. */
function datesOf(
  { values, written }: NumberColumn,
  isDate: (ticket: number, value: number) => boolean,
): Uint8Array | null {
  const days = written?.days?.slice() ?? new Uint8Array(values.length);
  let isAny = false;
  for (let t = 0; t < values.length; t++) {
    if (Number.isNaN(values[t])) continue;
    if (days[t] === 0 && isDate(t, values[t])) days[t] = 1;
    if (days[t] === 1) isAny = true;
  }
  return isAny ? days : null;
}

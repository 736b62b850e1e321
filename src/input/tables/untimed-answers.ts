import type { FieldId } from '../../model/fields.ts';
import type { TableMapping } from '../../model/mapping.ts';
import type { Problem } from '../../model/problem.ts';
import { numberColumnIn, numbersIn, type Stack } from './stack.ts';

const times = [
  'first_response_at',
  'reported_first_response_time_seconds',
  'reported_first_response_time_business_seconds',
] as const;

/**
 * Whether a column tells which tickets were answered at an unknown time: it is read whatever is asked, so that what is said
 * of them hangs on no question.
 */
export function tellsUntimed(field: FieldId, { kind, fields }: TableMapping): boolean {
  if (kind !== 'tickets' || !fields.replies) return false;
  return field === 'replies' ? times.some((time) => fields[time]) : times.some((time) => time === field);
}

/**
 * Tickets that have replies, and no time of a first one, where the export tells that time of others: they were answered,
 * nobody knows when (DEFINITIONS 14), so they are in no first response time, and neither unanswered nor waiting.
 */
export function untimedAnswers(tickets: Stack): Problem[] {
  const replies = numbersIn(tickets.columns, 'replies');
  const told = times.flatMap((field) => numberColumnIn(tickets.columns, field) ?? []);
  if (!replies || told.length === 0) return [];
  let count = 0;
  let timed = 0;
  for (let row = 0; row < tickets.rows; row++) {
    if (told.some(({ values }) => !Number.isNaN(values[row]))) timed++;
    else if (replies[row] >= 1 && told.every(({ voided }) => voided?.[row] !== 1)) count++;
  }
  if (count === 0 || timed === 0) return [];
  return [{ code: 'answers_without_time', severity: 'note', args: {}, count }];
}

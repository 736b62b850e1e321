import type { FieldId, TicketField } from '../../model/fields.ts';
import { assign } from './assignment.ts';
import type { Choice } from './choice.ts';
import type { ColumnLook } from './column-look.ts';
import { candidatesFor, LEAST } from './field-match.ts';
import type { Identity } from './identify.ts';

/** What a ticket may say of itself in every row of its log. */
const ownFields: ReadonlySet<FieldId> = new Set<TicketField>([
  'created_at',
  'first_response_at',
  'first_solved_at',
  'solved_at',
  'closed_at',
  'due_at',
  'type',
  'tags',
  'requester',
  'organization',
  'csat',
  'sla_recorded',
]);

/**
 * The columns of a log that would feed a ticket's own fields. Logs of snapshots (ServiceNow's incident log, work logs)
 * repeat in each row when their ticket was opened, resolved and closed, who called and whether its target was met.
 * Whether a column really is the ticket's own, not the row's, is counted over all rows once they are read.
 */
export function ownColumnsOf(
  { kind, choices, match }: Identity,
  looks: readonly ColumnLook[],
): ReadonlyMap<FieldId, Choice> {
  const own = new Map<FieldId, Choice>();
  // A log of field changes says of its ticket nothing but the change.
  if (kind !== 'events' || match !== null || choices.has('field')) return own;
  const used = new Set([...choices.values()].map(({ look }) => look.index));
  const candidates = candidatesFor('tickets', looks).filter(
    ({ field, look }) => ownFields.has(field) && !used.has(look.index) && look.filled > 0,
  );
  for (const [field, { look, score }] of assign(candidates, LEAST))
    own.set(field, { look, confidence: Math.min(1, score), preset: null });
  const closed = own.get('closed_at');
  if (closed && !own.has('solved_at')) {
    own.delete('closed_at');
    own.set('solved_at', closed);
  }
  return own;
}

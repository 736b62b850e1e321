import { slaTargetIds } from '../../model/sla.ts';
import {
  count,
  described,
  deskEnvelope,
  flag,
  listOf,
  object,
  orNull,
  outputSchema,
  seconds,
  stamp,
  text,
} from './json-schema.ts';

const row = object(
  {
    ticket_id: orNull(text),
    why: described(text, 'The first of the reasons'),
    reasons: listOf(text),
    since: stamp,
    waiting_seconds: seconds,
    waiting_business_seconds: orNull(seconds),
    status: orNull(text),
    priority: orNull(text),
    channel: orNull(text),
    group: orNull(text),
    assigned: flag,
    assignee: orNull(text),
    target: { enum: [...slaTargetIds, null] },
    due_at: orNull(stamp),
    late_by_seconds: orNull(seconds),
    late_by_clock: { enum: ['calendar', 'business', null] },
    at_risk: flag,
    subject: described(orNull(text), 'Masked'),
  },
  ['assignee'],
);

/** JSON Schema of `deskstat waiting --format json`. */
export const waitingSchema = outputSchema('waiting', {
  ...deskEnvelope,
  waiting: count,
  rows: listOf(row),
});

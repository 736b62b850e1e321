import { checkRules, checkVerdicts } from '../../model/check.ts';
import { unitOfKind } from '../../model/metric.ts';
import { slaTargetIds } from '../../model/sla.ts';
import {
  count,
  described,
  deskEnvelope,
  flag,
  listOf,
  number,
  object,
  oneOf,
  orNull,
  outputSchema,
  period,
  segment,
  stamp,
  text,
} from './json-schema.ts';

const clock = oneOf(['calendar', 'business']);
const interval = { low: orNull(number), high: orNull(number) };

const target = object(
  {
    ticket_id: orNull(text),
    target: oneOf(slaTargetIds),
    policy: text,
    clock,
    limit: described(number, 'Seconds on that clock'),
    due_at: orNull(stamp),
    ended_at: orNull(stamp),
    late_by: orNull(number),
    late_by_calendar: orNull(number),
    group: orNull(text),
    assigned: flag,
    assignee: orNull(text),
  },
  ['assignee'],
);

const check = object({
  expect: text,
  name: orNull(text),
  verdict: oneOf(checkVerdicts),
  period: orNull(period),
  segment,
  metric: text,
  stat: text,
  clock: orNull(text),
  value: orNull(number),
  limit: orNull(number),
  unit: oneOf(Object.values(unitOfKind)),
  n: count,
  ...interval,
  plain_value: described(orNull(number), 'The same without the open tickets that the value counts'),
  plain_n: orNull(count),
  rule: orNull(oneOf(checkRules)),
  reason: orNull(text),
  key: text,
});

const tried = object({
  target: oneOf(slaTargetIds),
  limit: number,
  clock,
  period: orNull(period),
  segment,
  met: orNull(number),
  n: count,
  ...interval,
  reason: orNull(text),
});

/** JSON Schema of `deskstat check --format json`. */
export const checkSchema = outputSchema(
  'check',
  {
    ...deskEnvelope,
    passed: flag,
    checks: listOf(check),
    breaches: listOf(target),
    at_risk: listOf(target),
    tried: listOf(tried),
  },
  ['at_risk', 'tried'],
);

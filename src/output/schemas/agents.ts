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
  status,
  text,
} from './json-schema.ts';

const row = object({
  agent: text,
  tickets: count,
  metric: text,
  stat: text,
  clock: { enum: ['calendar', 'business', null] },
  unit: oneOf(['seconds', 'share']),
  value: orNull(number),
  n: count,
  status,
  against: described(
    orNull(number),
    'Against the same mix of tickets: the mean percentile of durations (50 = as usual, lower = quicker), observed − expected of shares',
  ),
  against_unit: oneOf(['percentile', 'share']),
  against_n: count,
  low: orNull(number),
  high: orNull(number),
  shrunk: orNull(number),
  z: orNull(number),
  stands_out: flag,
  key: described(text, 'The name of the figure in every output'),
});

/** JSON Schema of `deskstat agents --format json`. */
export const agentsSchema = outputSchema('agents', {
  ...deskEnvelope,
  period: orNull(period),
  where: orNull(text),
  credit: oneOf(['answers', 'assignee']),
  mix: listOf(text),
  without_agent: count,
  changed_hands: count,
  rows: listOf(row),
});

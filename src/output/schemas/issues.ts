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
  seconds,
  share,
  stamp,
  text,
} from './json-schema.ts';

const shares = listOf(object({ name: text, share }));

const issue = object({
  id: text,
  label: text,
  topic_id: orNull(text),
  topic: described(orNull(text), 'Name of the topic, a heading over issues that belong together'),
  mixed: described(flag, 'Its tickets have much less in common than those of other issues'),
  terms: listOf(text),
  size: count,
  share,
  trend: { enum: ['new', 'rising', 'falling', 'steady', 'spike', null] },
  trend_change: orNull(number),
  trend_p: orNull(share),
  first_seen: orNull(stamp),
  last_seen: orNull(stamp),
  weeks: described(listOf(count), 'Tickets a week, the last whole week last'),
  first_response_time_p50: orNull(seconds),
  first_response_time_n: count,
  resolution_time_p50: orNull(seconds),
  resolution_time_n: count,
  csat: orNull(share),
  csat_n: count,
  reopen_rate: orNull(share),
  repeat_contact_rate: orNull(share),
  replies: orNull(number),
  channels: shares,
  groups: shares,
  languages: shares,
  self_service: orNull(flag),
  fixed: orNull(object({ verdict: text, ratio: orNull(number), low: orNull(number), high: orNull(number) })),
  examples: described(listOf(object({ ticket: orNull(text), text })), 'Typical tickets, masked'),
});

/** JSON Schema of `deskstat issues --format json`. */
export const issuesSchema = outputSchema('issues', {
  ...deskEnvelope,
  tickets: count,
  clustered: count,
  left_out: count,
  topics: described(listOf(object({ id: text, label: text, size: count })), 'The largest first'),
  issues: listOf(issue),
  book: orNull(
    listOf(
      object({
        id: text,
        name: text,
        change: oneOf(['new', 'seen', 'quiet', 'merged', 'ignored']),
        size: count,
      }),
    ),
  ),
});

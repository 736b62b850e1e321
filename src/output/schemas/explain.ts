import { knownStepMeanings } from '../../model/mapping.ts';
import { metricKinds } from '../../model/metric.ts';
import { scaleSources } from '../../model/rating-scale.ts';
import {
  count,
  described,
  deskFacts,
  figureRow,
  listOf,
  mapOf,
  number,
  object,
  oneOf,
  orNull,
  outputSchema,
  plainPeriod,
  text,
  version,
} from './json-schema.ts';

const receipt = object({
  ...deskFacts,
  period: orNull(plainPeriod),
  where: orNull(text),
  tickets: count,
  removed: described(mapOf(count), 'Tickets taken out of every figure, by status'),
  entries: described(
    orNull(count),
    'What the metric counts: tickets, waits, answers or customers; used + left out. Null where it is unavailable',
  ),
  used: count,
  left_out: described(mapOf(count), 'By reason, those outside the period or the filter included'),
  clock_source: { enum: ['own', 'helpdesk', null] },
  note: orNull(text),
  messages: described(
    orNull(
      object({
        questions: listOf(
          object({
            channel: orNull(text),
            threads: count,
            opened: count,
            place: { enum: ['thread', 'creation', 'each'] },
          }),
        ),
        roles: mapOf(count),
        automatic: count,
        by_bots: described(count, 'Answers of bots that end waits, as the settings say'),
      }),
    ),
    'By which rules messages were understood; null where a figure does not rest on them',
  ),
  steps: described(
    listOf(object({ step: text, means: oneOf(knownStepMeanings) })),
    'Steps of logs, as they are written, that answer, end or reopen a ticket; empty where a figure does not rest on them',
  ),
  scales: described(
    listOf(
      object({
        question: orNull(text),
        scale: text,
        kind: oneOf(['csat', 'nps', 'ces', 'other']),
        low: number,
        high: number,
        good_from: number,
        good_to: number,
        kind_by: oneOf(scaleSources),
        ends_by: oneOf(scaleSources),
      }),
    ),
    'On which scales answers are read, and what decided what they ask for and their ends; empty where a figure rests on none',
  ),
  coverage: object({
    of: described(
      oneOf(['tickets', 'messages', 'events', 'surveys', 'customers']),
      'What the metric rests on, whose time is known',
    ),
    cut: orNull(oneOf(['created', 'touched', 'solved', 'open'])),
    from: text,
    to: text,
    known: described(
      orNull(object({ from: text, to: text })),
      'In which all that the metric asks for is known',
    ),
    outside: described(
      count,
      'Tickets created outside of that; of a list of customers, those who began outside of it',
    ),
  }),
  figures: listOf(object(figureRow)),
});

/** JSON Schema of `deskstat explain <metric> --format json`. */
export const explainSchema = outputSchema('explain', {
  version,
  metric: text,
  name: text,
  kind: oneOf(metricKinds),
  definition: text,
  source: text,
  period_of: text,
  clocks: listOf(oneOf(['calendar', 'business'])),
  statistics: listOf(text),
  method: text,
  receipt: described(orNull(receipt), 'Null without files'),
});

import { verdicts } from '../../model/report.ts';
import {
  count,
  described,
  deskEnvelope,
  flag,
  type JsonSchema,
  listOf,
  mayLack,
  number,
  object,
  oneOf,
  orNull,
  outputSchema,
  period,
  plainPeriod,
  recipe,
  stamp,
  status,
  text,
} from './json-schema.ts';

const units = ['tickets', 'share', 'seconds', 'score', 'points', 'number', 'instant', 'text', 'series'];
const unit = oneOf(units);
const numbers = listOf(orNull(number));

/** Wording: a code with its arguments for programs, and its English; text of the data has no code. */
const phrase = described(object({ code: text, args: { type: 'object' }, text }, ['code', 'args']), 'Wording');

const measured = object(
  {
    type: oneOf(['count', 'share', 'duration', 'score', 'points', 'number']),
    unit,
    value: orNull(number),
    n: orNull(count),
    status,
    clock: oneOf(['calendar', 'business']),
    out_of: number,
  },
  ['clock', 'out_of'],
);
const change = object({
  type: { const: 'change' },
  unit,
  before: orNull(number),
  now: orNull(number),
  lower_is_better: orNull(flag),
  verdict: { enum: [...verdicts, null] },
});
const wording = object(
  { type: { const: 'text' }, code: text, args: { type: 'object' }, text: orNull(text), url: text },
  ['code', 'args', 'url'],
);
const instant = object({ type: { const: 'instant' }, value: orNull(stamp), timezone: text });
const spark = object({ type: { const: 'spark' }, values: numbers });
const value: JsonSchema = { anyOf: [measured, change, wording, instant, spark] };

const key = described(text, 'The name of the figure in every output: first_response_time.p90@business');
const headlineKeys = {
  metric: text,
  key,
  survey: described(text, 'Which survey it is about, where there are several of its kind'),
  label: phrase,
  value,
  before: orNull(value),
  change: orNull(value),
  low: orNull(number),
  high: orNull(number),
  spark: orNull(numbers),
  note: orNull(phrase),
  period: described(orNull(text), 'Of a figure of an earlier period: which'),
  with_open: described(
    orNull(object({ metric: text, key, value, low: orNull(number), high: orNull(number), open: count })),
    'Beside a median of those that ended: that of all new tickets, the open ones counted in; value null: not reached',
  ),
  receipt: listOf(phrase),
};
const headline = object(headlineKeys, ['survey']);

const line = object({ label: phrase, values: numbers, low: numbers, high: numbers }, ['low', 'high']);

const blocks: JsonSchema = {
  anyOf: [
    object({ kind: { const: 'heading' }, level: oneOfNumbers(2, 3), text: phrase }),
    object({ kind: { const: 'figures' }, items: listOf(headline) }),
    object({
      kind: { const: 'table' },
      id: text,
      caption: orNull(phrase),
      columns: listOf(object({ key: text, label: phrase, type: text })),
      rows: listOf(listOf(value)),
      totals: listOf(listOf(value)),
    }),
    object(
      {
        kind: { const: 'series' },
        id: text,
        caption: phrase,
        style: oneOf(['lines', 'bars', 'stacked', 'histogram']),
        unit,
        x: listOf(text),
        edges: numbers,
        target: orNull(number),
        lines: listOf(line),
      },
      ['edges'],
    ),
    object({
      kind: { const: 'matrix' },
      id: text,
      caption: phrase,
      unit,
      rows: listOf(phrase),
      columns: listOf(phrase),
      values: listOf(numbers),
    }),
    object({ kind: { const: 'list' }, items: listOf(phrase) }),
    object({ kind: { const: 'note' }, severity: oneOf(['info', 'warning']), text: phrase }),
  ],
};

function oneOfNumbers(...values: readonly number[]): JsonSchema {
  return { enum: values };
}

/** JSON Schema of `deskstat report --format json`. */
export const reportSchema = outputSchema(
  'report',
  {
    ...deskEnvelope,
    ...recipe,
    period: orNull(period),
    before: orNull(plainPeriod),
    where: orNull(text),
    tickets: count,
    title: phrase,
    subtitle: phrase,
    blocks: listOf(blocks),
  },
  mayLack,
);

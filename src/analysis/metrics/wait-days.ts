import type { Desk, Messages } from '../../model/desk.ts';
import type { MeasureContext, Unavailable } from '../../model/metric.ts';
import { dayAt, startOfDay } from '../../time/period.ts';
import { zone } from '../../time/zone.ts';
import { whyUnusable } from './answer-facts.ts';
import { elapsed } from './observing.ts';
import { isUnavailable, unavailable } from './unavailable.ts';

const DAY = 86_400_000;

/** How long waits between messages took: where messages carry dates without a time, as differences of calendar days. */
export interface WaitSpans {
  readonly precision: 'second' | 'day';
  /** Null where the clock is finer than what is known. */
  readonly between: ((t: number) => (from: number, to: number) => number) | null;
  /** When a message was sent at the latest. */
  latest(message: number): number;
}

/** The messages that waits are read from; unavailable where they do not tell of which ticket they are, or who wrote. */
export function messagesOfWaits({ messages }: Desk): Messages | Unavailable {
  if (!messages) return unavailable('no_messages');
  const why = whyUnusable(messages);
  return why === null ? messages : unavailable(why);
}

/** The same with how long their waits took on a clock; unavailable where that cannot be known. */
export function measuredWaits(
  desk: Desk,
  context: MeasureContext,
):
  | (Omit<WaitSpans, 'between'> & {
      readonly messages: Messages;
      readonly between: NonNullable<WaitSpans['between']>;
    })
  | Unavailable {
  const messages = messagesOfWaits(desk);
  if (isUnavailable(messages)) return messages;
  if (context.clock === 'business' && !context.businessTime) return unavailable('no_calendar');
  const { between, ...spans } = waitSpans(desk, messages, context);
  return between ? { messages, between, ...spans } : unavailable('messages_without_time');
}

/** The waits of a desk's messages on a clock. */
export function waitSpans({ asOf }: Desk, messages: Messages, context: MeasureContext): WaitSpans {
  const { dates, sentAt } = messages;
  if (!dates)
    return {
      precision: 'second',
      between: (t) => elapsed(context, t),
      latest: (message) => sentAt[message],
    };
  const where = zone(dates.zone);
  const inDays = (from: number, to: number): number =>
    Math.max(0, dayAt(to, where) - dayAt(from, where)) * DAY;
  return {
    precision: 'day',
    between: context.clock === 'business' ? null : () => inDays,
    latest: (message) =>
      dates.isDate[message] === 1
        ? Math.min(startOfDay(dayAt(sentAt[message], where) + 1, where) - 1, asOf)
        : sentAt[message],
  };
}

import type { Desk } from '../model/desk.ts';
import type { MessageReceipt } from '../model/message-receipt.ts';
import type { Metric } from '../model/metric.ts';

/** Null for figures that do not ask who wrote, and for desks without messages. */
export function messageReceipt(desk: Desk, metric: Metric): MessageReceipt | null {
  return metric.reads.includes('author_role') ? messageReading(desk) : null;
}

/** By which rules the messages of a desk were understood; null without messages. */
export function messageReading(desk: Desk): MessageReceipt | null {
  const reading = desk.messages?.reading;
  if (!reading) return null;
  return {
    questions: reading.questions.map(({ channel, threads, opened, place }) => ({
      channel: channel === '' ? null : channel,
      threads,
      opened,
      place,
    })),
    roles: Object.fromEntries(reading.roles),
    automatic: reading.automatic,
    by_bots: reading.byBots,
  };
}

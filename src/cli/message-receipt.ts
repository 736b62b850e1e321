import type { Desk } from '../model/desk.ts';
import type { Metric } from '../model/metric.ts';

/** By which rules messages were understood, for the receipt of a figure that rests on them. */
export interface MessageReceipt {
  /** Where the question of the conversations of each channel stands, and how many of them hold their opening. */
  readonly questions: readonly {
    readonly channel: string | null;
    readonly threads: number;
    readonly opened: number;
    readonly place: 'thread' | 'creation' | 'each';
  }[];
  /** How many messages were told apart by which rule. */
  readonly roles: Readonly<Record<string, number>>;
  readonly automatic: number;
  /** Answers of bots that end waits: `answers: bots`. */
  readonly by_bots: number;
}

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

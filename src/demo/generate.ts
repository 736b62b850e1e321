import { dayMs, zoneMs } from './desk-hours.ts';
import { customerRows, inChunks, settingsOf, surveyRows, ticketRows } from './exports.ts';
import { createRandom } from './random.ts';
import { createStory } from './story.ts';
import { playYear } from './year.ts';

/** One file of the sample desk; it comes in pieces of text. */
export interface DemoFile {
  readonly name: string;
  chunks(): Iterable<string>;
}

export interface DemoOptions {
  readonly seed: number;
  /** Rows of `tickets.csv`. */
  readonly tickets: number;
  /** End of the data, epoch milliseconds; the last midnight in Dhaka up to it counts. */
  readonly until: number;
}

/**
 * A year of an invented grocery delivery service in Dhaka and Kolkata, as its exports would look: tickets, surveys,
 * customers, and settings that go with them. The same options give the same bytes.
 */
export function generateDesk({ seed, tickets, until }: DemoOptions): readonly DemoFile[] {
  const midnight = Math.floor((until + zoneMs) / dayMs) * dayMs - zoneMs;
  const story = createStory(midnight);
  const year = playYear(tickets, createRandom(seed), story);
  return [
    { name: 'tickets.csv', chunks: () => inChunks(ticketRows(year, story)) },
    { name: 'surveys.csv', chunks: () => inChunks(surveyRows(year, story)) },
    { name: 'customers.csv', chunks: () => inChunks(customerRows(year, story)) },
    { name: 'deskstat.yaml', chunks: () => [settingsOf(story)] },
  ];
}

import type { Stack } from './stack.ts';
import type { SurveySource } from './survey-parts.ts';

/** The tables of each kind put under each other; null where no table is of it. */
export interface DeskStacks {
  readonly tickets: Stack | null;
  readonly events: Stack | null;
  /** Messages that say when they were sent. */
  readonly messages: Stack | null;
  /** Turns of conversations, in their order, without a date. */
  readonly dialogues: Stack | null;
  /** One a table: answers to different questions are never pooled. */
  readonly surveys: readonly SurveySource[];
  readonly customers: Stack | null;
  readonly activity: Stack | null;
}

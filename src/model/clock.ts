import type { Sentence } from './sentence.ts';

export type Clock = 'calendar' | 'business';

/** A metric that cannot be computed, and why; the reason names the export that would have the fields. */
export interface Unavailable {
  readonly unavailable: Sentence;
}

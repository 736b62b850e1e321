import type { Sentence } from './sentence.ts';

/** What fills the gaps of a problem's sentence. */
export type ProblemArgs = Readonly<
  Record<string, string | number | Sentence | readonly (string | Sentence)[] | undefined>
>;

/** A problem's text: one sentence, then labelled details. */
export interface ProblemText {
  readonly what: string;
  /** Pairs of label and text, printed below the sentence: looked for, found, try. What is typed, or stands in the data, is plain text. */
  readonly details?: readonly Detail[];
}

export type Detail = readonly [label: string, text: string | Sentence];

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

/** Lays out a text: its first line stands where it is put, further ones begin in a column of the page. */
export type Fit = (text: string, column: number) => string;

export const asIs: Fit = (text) => text;

/** Labels of what is to be typed, or pointed into: broken in two it could not be. */
const whole: ReadonlySet<string> = new Set(['try', 'in']);

/** How each detail is laid out; a label that is left out is that of the one before. */
export function fitOfDetails(details: readonly Detail[], fit: Fit): readonly Fit[] {
  let last = '';
  return details.map(([label, text]) => {
    if (label !== '') last = label;
    return typeof text === 'string' && whole.has(last) ? asIs : fit;
  });
}

export type Detail = readonly [label: string, text: string | Sentence];

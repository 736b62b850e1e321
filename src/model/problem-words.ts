/** What fills the gaps of a problem's sentence. */
export type ProblemArgs = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** A problem's text: one sentence, then labelled details. */
export interface ProblemText {
  readonly what: string;
  /** Pairs of label and text, printed below the sentence: looked for, found, try. */
  readonly details?: readonly (readonly [label: string, text: string])[];
}

import { DeskstatError } from '../model/problem.ts';

/**
 * A mistake in one of the small languages, with the text, a caret under the column of the mistake, and what to write
 * instead (exit 2).
 */
export function syntaxError(mistake: {
  /** What the text is: `filter`, `duration`, `period`, `working hours`. */
  readonly language: string;
  readonly text: string;
  /** 1-based column in the text. */
  readonly column: number;
  /** What is wrong, as a clause: `no such field "prioritty"`. */
  readonly message: string;
  readonly expected?: string;
  readonly try?: string;
}): DeskstatError {
  const { language, text, column, message, expected } = mistake;
  const args = { language, text, column, message, expected, try: mistake.try };
  return new DeskstatError({ code: 'bad_syntax', args }, 2);
}

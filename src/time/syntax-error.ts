import { DeskstatError } from '../model/problem.ts';
import { type Sentence, sentence } from '../model/sentence.ts';

/** What a text is of which a part is wrong. */
export type SmallLanguage =
  | 'filter'
  | 'expectation'
  | 'period'
  | 'duration'
  | 'date'
  | 'holiday'
  | 'working_hours'
  | 'dimensions'
  | 'target';

/**
 * A mistake in one of the small languages, with the text, a caret under the column of the mistake, and what to write
 * instead (exit 2).
 */
export function syntaxError(mistake: {
  readonly language: SmallLanguage;
  readonly text: string;
  /** 1-based column in the text. */
  readonly column: number;
  /** What is wrong, as a clause: `no such field "prioritty"`. */
  readonly message: Sentence;
  readonly expected?: Sentence | string;
  readonly try?: Sentence | string;
}): DeskstatError {
  const { language, text, column, message, expected } = mistake;
  const args = {
    language: sentence(`language.${language}`),
    text,
    column,
    message,
    expected,
    try: mistake.try,
  };
  return new DeskstatError({ code: 'bad_syntax', args }, 2);
}

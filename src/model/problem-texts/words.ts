import type { Detail, ProblemArgs, ProblemText } from '../problem-words.ts';
import { isSentence, type Sentence, sentence } from '../sentence.ts';
import { rows as reasons } from '../sentences/rows.ts';

/** What a code says, of the arguments and how often. */
export type Wording = (args: ProblemArgs, count: number) => ProblemText;

export const list = (value: unknown): string =>
  Array.isArray(value) ? value.join(', ') : String(value ?? '');

export const tickets = (count: number): string => `${count} ${count === 1 ? 'ticket' : 'tickets'}`;

export const rows = (count: number): string => `${count} ${count === 1 ? 'row' : 'rows'}`;

/** One detail a line, the label at the first. */
export const labelled = (label: string, texts: unknown): readonly Detail[] =>
  Array.isArray(texts) ? texts.map((text, i) => [i === 0 ? label : '', said(text)] as const) : [];

export const tryThis = (text: unknown): readonly Detail[] =>
  text === undefined ? [] : [['try', said(text)] as const];

/** A sentence as it is; of all else the text. */
export const said = (text: unknown): string | Sentence => (isSentence(text) ? text : String(text));

/** Why a row or a value is left out, of the code that the arguments carry. */
export function reasonOf(code: unknown): string | Sentence {
  const whole = `problem.reason.${code}`;
  return isReason(whole) ? sentence(whole) : said(code);
}

const isReason = (code: string): code is keyof typeof reasons => Object.hasOwn(reasons, code);

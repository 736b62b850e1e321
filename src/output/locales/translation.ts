import type { ProblemCode } from '../../model/problem-texts.ts';
import type { SentenceCode } from '../../model/sentence.ts';
import type { Message, Messages, Say } from './template.ts';

/** The names of the gaps of a sentence: `{n}`, and `{n|ticket|tickets}`. */
type GapsIn<Text extends string> = Text extends `${string}{${infer Gap}}${infer Rest}`
  ? (Gap extends `${infer Name}|${string}` ? Name : Gap) | GapsIn<Rest>
  : never;

/** Text that has each of these gaps. */
type WithGaps<Names extends string> = [Names] extends [never]
  ? string
  : (Names extends string ? (text: `${string}{${Names}${'}' | '|'}${string}`) => void : never) extends (
        text: infer All,
      ) => void
    ? All
    : never;

/**
 * The words of another language for a part of the English catalogue: a sentence that is missing, one that English does not
 * have, and one that lacks a gap are errors of the compiler. What English puts together by a function may stay as it is.
 */
export type Translation<English extends Messages> = {
  readonly [Code in keyof English as English[Code] extends string ? Code : never]:
    | WithGaps<English[Code] extends string ? GapsIn<English[Code]> : never>
    | ((say: Say) => string);
} & {
  readonly [Code in keyof English as English[Code] extends string ? never : Code]?: Message;
};

/** What brings its English along from elsewhere, and has to have words in every language: problems, and the sentences that stages carry. */
export type Named = {
  readonly [Code in ProblemCode as `problem.${Code}`]: Message;
} & {
  readonly [Code in SentenceCode]: Message;
} & Messages;

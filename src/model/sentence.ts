import { merged } from './merged.ts';
import { hints } from './sentences/hints.ts';
import { inputs } from './sentences/inputs.ts';
import { mistakes } from './sentences/mistakes.ts';
import { reasons } from './sentences/reasons.ts';
import { rows } from './sentences/rows.ts';

/** The English of every sentence that a problem or a figure carries, by its code; a gap is `{name}`. */
export const sentenceTexts = merged(hints, inputs, mistakes, reasons, rows);

export type SentenceCode = keyof typeof sentenceTexts;

/** A number, another sentence, or text as somebody typed it or as it stands in the data. */
export type SentenceArg = string | number | Sentence;

/** The names of the gaps of a text. */
type GapsIn<Text extends string> = Text extends `${string}{${infer Gap}}${infer Rest}`
  ? Gap | GapsIn<Rest>
  : never;

type ArgsOf<Code extends SentenceCode> = {
  readonly [Gap in GapsIn<(typeof sentenceTexts)[Code]>]: SentenceArg;
};

/**
 * What a stage says to people: a code with arguments, which a language has words for. Programs and machine formats
 * read its English.
 */
export class Sentence {
  readonly code: SentenceCode;
  readonly args: Readonly<Record<string, SentenceArg>>;

  constructor(code: SentenceCode, args: Readonly<Record<string, SentenceArg>>) {
    this.code = code;
    this.args = args;
  }

  get english(): string {
    return sentenceTexts[this.code].replace(/\{(\w+)\}/g, (_, gap: string) => String(this.args[gap]));
  }

  toString(): string {
    return this.english;
  }

  toJSON(): string {
    return this.english;
  }
}

// Not instanceof: in the bundle the frame and the commands may each carry their own copy of the class.
export const isSentence = (value: unknown): value is Sentence =>
  typeof value === 'object' && value !== null && 'english' in value;

export const isSentenceCode = (code: unknown): code is SentenceCode =>
  typeof code === 'string' && Object.hasOwn(sentenceTexts, code);

/** A sentence, with what its gaps ask for. */
export function sentence<Code extends SentenceCode>(
  code: Code,
  ...[args]: [keyof ArgsOf<Code>] extends [never] ? [] : [args: ArgsOf<Code>]
): Sentence {
  return new Sentence(code, args ?? {});
}

/** What is said of a thing twice: the first, then the second; null where there is neither. */
export function both<Second extends Sentence | null>(
  first: Sentence | null,
  second: Second,
): Sentence | Second {
  if (first === null || second === null) return first ?? second;
  return sentence('word.both', { first, second });
}

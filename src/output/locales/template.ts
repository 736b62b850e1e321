import type { PhraseArg } from '../../model/report.ts';

/** What a message may ask of its locale while it is worded. */
export interface Say {
  /** The argument as people read it; an empty string where it is absent. */
  arg(name: string): string;
  has(name: string): boolean;
  /** One of the words, by the plural category of the argument's number: `one`, then `other`. */
  plural(name: string, one: string, other: string): string;
  /** The argument, a period label such as `2026-W44`, as people write it. */
  period(name: string): string;
  /** Another message of the same locale, with the same arguments. */
  message(code: string): string;
}

/**
 * A message: a sentence with gaps, or a function where a sentence has parts that come and go.
 * A gap is `{name}`; `{name|ticket|tickets}` chooses a word by the plural category of the argument `name`
 * (every language here has just `one` and `other`). A function is written only where gaps do not do.
 */
export type Message = string | ((say: Say) => string);
export type Messages = Readonly<Record<string, Message>>;

export type Args = Readonly<Record<string, PhraseArg>>;

const gap = /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g;

/** Fills the gaps of a message. */
export function fillTemplate(message: Message, say: Say): string {
  if (typeof message === 'function') return message(say);
  return message.replace(gap, (_, name: string, one?: string, other?: string) =>
    one === undefined || other === undefined ? say.arg(name) : say.plural(name, one, other),
  );
}

import { DeskstatError } from '../model/problem.ts';
import { type Sentence, sentence } from '../model/sentence.ts';
import { nearest } from '../model/suggest.ts';
import type { PerFile, ValuePin } from './file-pins.ts';

/** Readers of option values. Each throws a usage problem (exit 2) that shows the right way to write it. */
type Reader<T> = (text: string, previous: T | undefined) => T;

/** What is wrong with how the command was typed. */
export function usageError(message: Sentence, hint?: Sentence | string): DeskstatError {
  return new DeskstatError({ code: 'usage', args: { message, try: hint } }, 2);
}

/** Every time the option is given adds one value. */
export const eachTime: Reader<readonly string[]> = (text, previous = []) => [...previous, text];

/** One of a few words, which it names for completion. */
export function choice<const T extends string>(
  option: string,
  choices: readonly T[],
): Reader<T> & { readonly words: readonly T[] } {
  const read = (text: string): T => {
    const found = choices.find((each) => each === text.trim().toLowerCase());
    if (found !== undefined) return found;
    throw usageError(
      sentence('mistake.no_choice', { option, choices: choices.join(', '), typed: text }),
      `${option} ${nearest(text, choices) ?? choices[0]}`,
    );
  };
  return Object.assign(read, { words: choices });
}

/** A value that must not be given twice, as the first would be lost without a word. */
export function onlyOnce(option: string, hint: string): Reader<string> {
  return (text, previous) => {
    if (previous !== undefined) throw usageError(sentence('mistake.given_twice', { option }), hint);
    return text;
  };
}

/** `3/16`: the third of sixteen parts. */
export const readShard: Reader<{ readonly index: number; readonly of: number }> = (text) => {
  const [, part, of] = /^\s*(\d{1,5})\s*\/\s*(\d{1,5})\s*$/.exec(text) ?? [];
  const index = Number(part) - 1;
  if (index >= 0 && index < Number(of)) return { index, of: Number(of) };
  throw usageError(sentence('mistake.no_shard', { typed: text }), '--shard 3/16');
};

/** `a,b,'c, d'`: commas separate, quotes keep them; giving the option again adds to the list. */
export const commaList: Reader<readonly string[]> = (text, previous = []) => {
  const items: string[] = [];
  let item = '';
  let quote = '';
  for (const char of text) {
    if (quote !== '') {
      if (char === quote) quote = '';
      else item += char;
    } else if ((char === '"' || char === "'") && startsValue(item)) quote = char;
    else if (char === ',') {
      items.push(item.trim());
      item = '';
    } else item += char;
  }
  items.push(item.trim());
  return [...previous, ...items.filter((each) => each !== '')];
};

// A quote opens at the start of an item or after the colon of `column:'Product area, new'`; elsewhere (`l'été`) it is a letter.
const startsValue = (item: string): boolean => item.trim() === '' || item.endsWith(':');

/** `name=value` pairs; the first `=` divides. */
export function pairs(option: string, example: string): Reader<readonly (readonly [string, string])[]> {
  return (text, previous = []) => {
    const at = text.indexOf('=');
    const left = text.slice(0, at).trim();
    const right = text.slice(at + 1).trim();
    if (at < 0 || left === '' || right === '') {
      throw usageError(sentence('mistake.no_pair', { option, typed: text }), `${option} ${example}`);
    }
    return [...previous, [left, right] as const];
  };
}

export const valuePins: Reader<readonly ValuePin[]> = (text, previous = []) => {
  const colon = text.indexOf(':');
  const equals = text.lastIndexOf('=');
  const field = text.slice(0, colon).trim();
  const raw = unquote(text.slice(colon + 1, equals).trim());
  const canonical = text.slice(equals + 1).trim();
  if (colon < 1 || equals < colon || field === '' || raw === '' || canonical === '') {
    throw usageError(
      sentence('mistake.no_value_pin', { typed: text }),
      "--value status:'Resolve ticket'=solved",
    );
  }
  return [...previous, { field, raw, canonical }];
};

function unquote(text: string): string {
  const quoted = /^(["'])(.*)\1$/s.exec(text);
  return quoted ? quoted[2] : text;
}

/** `[FILE=]VALUE`, repeatable. */
export function perFile(option: string, example: string): Reader<readonly PerFile[]> {
  return (text, previous = []) => {
    const at = text.lastIndexOf('=');
    const file = at > 0 ? text.slice(0, at) : null;
    const value = text.slice(at + 1).trim();
    if (value === '' || at === 0) {
      throw usageError(sentence('mistake.value_needed', { option, typed: text }), `${option} ${example}`);
    }
    return [...previous, { file, value }];
  };
}

/** A share written as `5%` or `0.05`. */
export function share(option: string): Reader<number> {
  return (text) => {
    const match = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(text.trim());
    const value = match ? Number(match[1]) / (match[2] ? 100 : 1) : Number.NaN;
    if (!(value >= 0 && value <= 1) || (value === 1 && match?.[2] === '')) {
      throw usageError(sentence('mistake.percentage_needed', { option, typed: text }), `${option} 5%`);
    }
    return value;
  };
}

/** A whole number, at least `least`. */
export function wholeNumber(option: string, least: number, example: number): Reader<number> {
  return (text) => {
    const value = /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
    if (!Number.isSafeInteger(value) || value < least) {
      throw usageError(
        sentence('mistake.number_needed', { option, least, typed: text }),
        `${option} ${example}`,
      );
    }
    return value;
  };
}

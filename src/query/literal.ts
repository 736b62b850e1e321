import { type Sentence, sentence } from '../model/sentence.ts';
import { parseUnits } from '../time/duration-shapes.ts';
import { nameOf, type Token, type TokenCursor } from './tokens.ts';

/**
 * A value in a condition. `text` is always what was written, since the field decides how it is compared: `priority = 1`
 * means the text `1`, `created_at >= "2026-10-05 09:30"` an instant. Quoted values are `text`; unquoted ones
 * also carry what they look like: a number, a share (`90%` is 0.9), a duration in milliseconds, a flag, a date (whether
 * there is such a day is checked where it is resolved).
 */
export type Literal =
  | { readonly kind: 'text' | 'word' | 'date'; readonly text: string; readonly column: number }
  | {
      readonly kind: 'number' | 'share' | 'duration';
      readonly text: string;
      readonly value: number;
      readonly column: number;
    }
  | { readonly kind: 'flag'; readonly text: string; readonly value: boolean; readonly column: number };

const keywords = new Set(['and', 'or', 'not', 'in', 'contains', 'matches', 'is']);

/**
 * Reads one value; a duration may take several words (`1d 4h`).
 *
 * @throws DeskstatError (exit 2) where no value stands; `expected` says in words what was looked for.
 */
export function readLiteral(cursor: TokenCursor, expected: Sentence): Literal {
  const token = cursor.peek();
  if (token.kind === 'text') return { kind: 'text', text: cursor.take().text, column: token.column };
  if (token.kind === 'column') {
    throw cursor.error(token, sentence('mistake.two_columns'), { expected });
  }
  if (token.kind !== 'word' || keywords.has(token.text.toLowerCase())) {
    throw cursor.error(token, sentence('mistake.other_expected', { expected, found: nameOf(token) }));
  }
  cursor.take();
  return wordLiteral(cursor, token);
}

function wordLiteral(cursor: TokenCursor, token: Token): Literal {
  const { text, column } = token;
  if (/^[+-]?(\d+(\.\d+)?|\.\d+)$/.test(text)) return { kind: 'number', text, value: Number(text), column };
  const share = /^([+-]?\d+(?:\.\d+)?)%$/.exec(text);
  if (share) return { kind: 'share', text, value: Number(share[1]) / 100, column };
  if (/^(true|false|yes|no)$/i.test(text)) {
    return { kind: 'flag', text, value: /^(true|yes)$/i.test(text), column };
  }
  if (/^\d{4}-(\d|w\d|q\d)/i.test(text)) return { kind: 'date', text, column };
  if (isDuration(text)) {
    let whole = text;
    while (cursor.peek().kind === 'word' && isDuration(cursor.peek().text)) whole += ` ${cursor.take().text}`;
    const value = parseUnits(whole);
    if (Number.isNaN(value))
      throw cursor.error(token, sentence('mistake.no_duration', { text: whole }), {
        expected: sentence('expected.duration_of_parts'),
      });
    return { kind: 'duration', text: whole, value: Math.round(value), column };
  }
  return { kind: 'word', text, column };
}

const isDuration = (text: string): boolean => /^\d/.test(text) && !Number.isNaN(parseUnits(text));

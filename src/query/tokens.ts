import { type Sentence, sentence } from '../model/sentence.ts';
import { type SmallLanguage, syntaxError } from '../time/syntax-error.ts';

/**
 * - `word`: a run of characters without blanks: field names, keywords, unquoted values, numbers, dates.
 * - `text`: what stood between quotes.
 * - `column`: `column:Name` or `column:'Product area'`, its text is the name.
 * - `operator`: `=` `!=` `<` `<=` `>` `>=`; `open` `close` `comma`: punctuation; `end`: behind the last character.
 */
export type TokenKind = 'word' | 'text' | 'column' | 'operator' | 'open' | 'close' | 'comma' | 'end';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** 1-based column of its first character, and of the one behind its last. */
  readonly column: number;
  readonly endColumn: number;
}

export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=';

const operators: Readonly<Record<string, Operator>> = {
  '=': '=',
  '==': '=',
  '!=': '!=',
  '<>': '!=',
  '<': '<',
  '<=': '<=',
  '=<': '<=',
  '=>': '>=',
  '>': '>',
  '>=': '>=',
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
};

/** Opening quote → closing quote; typographic ones come along when examples are pasted from documents. */
const quotes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['“', '”'],
  ['‘', '’'],
]);

const punctuation: Readonly<Record<string, TokenKind>> = { '(': 'open', ')': 'close', ',': 'comma' };
const wordPattern = /[^\s()=!<>,"“”≤≥≠]+/uy;
const operatorPattern = /==|!=|<>|<=|>=|=<|=>|[=<>≤≥≠]/uy;

interface MistakeDetails {
  readonly expected?: Sentence | string;
  readonly try?: Sentence | string;
}

/** Walks over the tokens of one text; errors carry the language's name and the text. */
export class TokenCursor {
  readonly text: string;
  readonly language: SmallLanguage;
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(text: string, language: SmallLanguage) {
    this.text = text;
    this.language = language;
    this.#tokens = this.#split();
  }

  peek(): Token {
    return this.#tokens[this.#at];
  }

  /** Takes the next token; the end stays where it is. */
  take(): Token {
    const token = this.peek();
    if (token.kind !== 'end') this.#at++;
    return token;
  }

  /** Takes the next token if it is that keyword, in any case. */
  takeKeyword(word: string): boolean {
    const matches = this.isKeyword(word);
    if (matches) this.#at++;
    return matches;
  }

  isKeyword(word: string): boolean {
    const token = this.peek();
    return token.kind === 'word' && token.text.toLowerCase() === word;
  }

  takeKind(kind: TokenKind): Token | null {
    return this.peek().kind === kind ? this.take() : null;
  }

  /** An error at a token: what is wrong, what may stand there, what to type instead. */
  error(token: Token, message: Sentence, details: MistakeDetails = {}) {
    return this.errorAt(token.column, message, details);
  }

  errorAt(column: number, message: Sentence, details: MistakeDetails = {}) {
    return syntaxError({ language: this.language, text: this.text, column, message, ...details });
  }

  #split(): Token[] {
    const tokens: Token[] = [];
    let at = 0;
    while (at < this.text.length) {
      const character = this.text[at];
      if (/\s/u.test(character)) {
        at++;
        continue;
      }
      const token = this.#tokenAt(at);
      tokens.push(token);
      at = token.endColumn - 1;
    }
    const column = this.text.trimEnd().length + 1;
    tokens.push({ kind: 'end', text: '', column, endColumn: column });
    return tokens;
  }

  #tokenAt(at: number): Token {
    const character = this.text[at];
    const token = (kind: TokenKind, text: string, end: number): Token => ({
      kind,
      text,
      column: at + 1,
      endColumn: end + 1,
    });
    if (punctuation[character]) return token(punctuation[character], character, at + 1);
    if (quotes.has(character)) {
      const { text, end } = this.#quoted(at);
      return token('text', text, end);
    }
    operatorPattern.lastIndex = at;
    const operator = operatorPattern.exec(this.text);
    if (operator) return token('operator', operators[operator[0]], at + operator[0].length);
    wordPattern.lastIndex = at;
    const word = wordPattern.exec(this.text)?.[0];
    if (word === undefined) throw this.errorAt(at + 1, sentence('mistake.meaningless', { text: character }));
    const prefix = /^column:/i.exec(word);
    if (!prefix) return token('word', word, at + word.length);
    const nameAt = at + prefix[0].length;
    if (quotes.has(this.text[nameAt])) {
      const { text, end } = this.#quoted(nameAt);
      return token('column', text, end);
    }
    const name = word.slice(prefix[0].length);
    if (name === '')
      throw this.errorAt(nameAt + 1, sentence('mistake.no_column_name'), {
        expected: "column:'Product area'",
      });
    return token('column', name, at + word.length);
  }

  /** Reads a quoted text: the quote itself is written twice or behind a backslash. */
  #quoted(start: number): { text: string; end: number } {
    const closing = quotes.get(this.text[start]);
    let text = '';
    for (let at = start + 1; at < this.text.length; at++) {
      const character = this.text[at];
      const next = this.text[at + 1];
      if (character === '\\' && next === closing) {
        text += next;
        at++;
      } else if (character !== closing) text += character;
      else if (next === closing) {
        text += closing;
        at++;
      } else return { text, end: at + 1 };
    }
    throw this.errorAt(start + 1, sentence('mistake.open_quote'));
  }
}

/** A token as a message names it. */
export function nameOf(token: Token): Sentence | string {
  if (token.kind === 'end') return sentence('word.the_end');
  return token.kind === 'text' ? sentence('word.the_text', { text: token.text }) : `"${token.text}"`;
}

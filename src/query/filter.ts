import type { DeskstatError } from '../model/problem.ts';
import { nearest } from '../model/suggest.ts';
import { type Literal, readLiteral } from './literal.ts';
import { patternError } from './pattern.ts';
import { nameOf, type Operator, type Token, TokenCursor } from './tokens.ts';

/** A field by its canonical id, or a column of the export by its own name. */
export interface FieldRef {
  readonly kind: 'field' | 'column';
  readonly name: string;
  /** 1-based column in the text. */
  readonly column: number;
}

/**
 * A condition on a ticket, as plain data. Logic has two values: a missing field equals nothing, so that every
 * comparison with it is false and its negation (`!=`, `not in`, `not contains`) true.
 *
 * `contains` and `=` on texts compare without case; `matches` is a regular expression, found anywhere, without case.
 * `negated` covers `not in`, `not contains`, `not matches` and `is not missing`.
 */
export type FilterNode =
  | { readonly kind: 'and' | 'or'; readonly nodes: readonly FilterNode[]; readonly column: number }
  | { readonly kind: 'not'; readonly node: FilterNode; readonly column: number }
  | {
      readonly kind: 'compare';
      readonly field: FieldRef;
      readonly operator: Operator;
      readonly value: Literal;
      readonly column: number;
    }
  | {
      readonly kind: 'in';
      readonly field: FieldRef;
      readonly values: readonly Literal[];
      readonly negated: boolean;
      readonly column: number;
    }
  | {
      readonly kind: 'contains' | 'matches';
      readonly field: FieldRef;
      readonly value: Literal;
      readonly negated: boolean;
      readonly column: number;
    }
  | {
      readonly kind: 'missing';
      readonly field: FieldRef;
      readonly negated: boolean;
      readonly column: number;
    };

export interface FilterOptions {
  /** Names that a field may have; left out, every name is taken. Columns are not checked here. */
  readonly fields?: readonly string[];
}

const DEEPEST = 100;
const COMPARISONS = '= != < <= > >= in (…) contains matches, or is missing';

/**
 * Parses `priority = urgent and channel != chat and created_at >= 2026-10-01`.
 *
 * Comparisons `= != < <= > >=`, `in (…)`, `contains`, `matches`, `is missing` (also `= null`), joined by `and`, `or`,
 * `not` and parentheses; `and` binds tighter than `or`. Keywords in any case. Values of several words are quoted.
 *
 * @throws DeskstatError (exit 2) with the column of the mistake and what was expected there.
 */
export function parseFilter(text: string, options: FilterOptions = {}): FilterNode {
  const cursor = new TokenCursor(text, 'filter');
  if (cursor.peek().kind === 'end') {
    throw cursor.error(cursor.peek(), 'there is no condition', {
      expected: 'a condition such as priority = urgent',
    });
  }
  const node = parseCondition(cursor, options);
  const rest = cursor.peek();
  if (rest.kind !== 'end') throw leftOver(cursor, rest);
  return node;
}

/** Parses a condition and stops before the first token that cannot continue it. */
export function parseCondition(cursor: TokenCursor, options: FilterOptions): FilterNode {
  return new ConditionParser(cursor, options).parse();
}

function leftOver(cursor: TokenCursor, token: Token): DeskstatError {
  if (token.kind === 'close') return cursor.error(token, 'this parenthesis was never opened');
  return cursor.error(token, `${nameOf(token)} follows a complete condition`, {
    expected: 'and, or, or quotes around a value of several words',
  });
}

class ConditionParser {
  readonly #cursor: TokenCursor;
  readonly #options: FilterOptions;
  /** The field compared last, for the hint on `priority = urgent or high`. */
  #lastField: string | null = null;
  #depth = 0;

  constructor(cursor: TokenCursor, options: FilterOptions) {
    this.#cursor = cursor;
    this.#options = options;
  }

  parse(): FilterNode {
    return this.#joined('or', () => this.#joined('and', () => this.#unary()));
  }

  #joined(word: 'and' | 'or', operand: () => FilterNode): FilterNode {
    const { column } = this.#cursor.peek();
    const nodes = [operand()];
    while (this.#cursor.takeKeyword(word)) nodes.push(operand());
    return nodes.length === 1 ? nodes[0] : { kind: word, nodes, column };
  }

  #unary(): FilterNode {
    const token = this.#cursor.peek();
    if (++this.#depth > DEEPEST) throw this.#cursor.error(token, 'the condition is nested too deeply');
    const node = this.#primary(token);
    this.#depth--;
    return node;
  }

  #primary(token: Token): FilterNode {
    if (this.#cursor.takeKeyword('not')) return { kind: 'not', node: this.#unary(), column: token.column };
    if (!this.#cursor.takeKind('open')) return this.#comparison();
    const node = this.parse();
    if (!this.#cursor.takeKind('close')) {
      const next = this.#cursor.peek();
      throw this.#cursor.error(next, `the parenthesis opened in column ${token.column} is not closed`, {
        expected: '")", and or or',
      });
    }
    return node;
  }

  #comparison(): FilterNode {
    const field = this.#field();
    const node = this.#comparisonOf(field);
    this.#lastField = field.name;
    return node;
  }

  #comparisonOf(field: FieldRef): FilterNode {
    const { column } = field;
    const cursor = this.#cursor;
    const operator = cursor.takeKind('operator');
    if (operator) {
      const isNull = cursor.isKeyword('null') && (operator.text === '=' || operator.text === '!=');
      if (isNull) {
        cursor.take();
        return { kind: 'missing', field, negated: operator.text === '!=', column };
      }
      const value = readLiteral(cursor, `a value to compare ${field.name} with`);
      return { kind: 'compare', field, operator: operator.text as Operator, value, column };
    }
    if (cursor.takeKeyword('is')) return this.#missing(field);
    const negated = cursor.takeKeyword('not');
    if (cursor.takeKeyword('in')) return { kind: 'in', field, values: this.#list(field), negated, column };
    if (cursor.takeKeyword('contains')) {
      const value = readLiteral(cursor, 'the text to look for');
      return { kind: 'contains', field, value, negated, column };
    }
    if (cursor.takeKeyword('matches')) return this.#pattern(field, negated);
    throw this.#noOperator(field);
  }

  #missing(field: FieldRef): FilterNode {
    const negated = this.#cursor.takeKeyword('not');
    if (!this.#cursor.takeKeyword('missing') && !this.#cursor.takeKeyword('null')) {
      const next = this.#cursor.peek();
      throw this.#cursor.error(next, `${nameOf(next)} cannot follow "is"`, {
        expected: 'missing or not missing',
        try: `${field.name} = …`,
      });
    }
    return { kind: 'missing', field, negated, column: field.column };
  }

  #pattern(field: FieldRef, negated: boolean): FilterNode {
    const value = readLiteral(this.#cursor, 'a regular expression in quotes');
    const reason = patternError(value.text);
    if (reason !== null)
      throw this.#cursor.errorAt(value.column, `this is no regular expression (${reason})`);
    return { kind: 'matches', field, value, negated, column: field.column };
  }

  #list(field: FieldRef): Literal[] {
    const cursor = this.#cursor;
    const opening = cursor.takeKind('open');
    if (!opening) {
      const next = cursor.peek();
      throw cursor.error(next, `values in parentheses must follow "in", not ${nameOf(next)}`, {
        try: `${field.name} in (urgent, high)`,
      });
    }
    const values: Literal[] = [];
    do values.push(readLiteral(cursor, 'a value'));
    while (cursor.takeKind('comma'));
    if (cursor.takeKind('close')) return values;
    const next = cursor.peek();
    throw cursor.error(next, `${nameOf(next)} cannot stand in a list`, {
      expected: '"," or ")"; values of several words need quotes',
    });
  }

  #field(): FieldRef {
    const token = this.#cursor.take();
    if (token.kind === 'column') return { kind: 'column', name: token.text, column: token.column };
    if (token.kind !== 'word') {
      const hint = token.kind === 'text' ? { try: `column:"${token.text}" for a column of that name` } : {};
      throw this.#cursor.error(token, `a field must stand here, not ${nameOf(token)}`, hint);
    }
    const name = token.text.toLowerCase();
    const { fields } = this.#options;
    if (fields && !fields.includes(name)) throw this.#unknownField(token);
    return { kind: 'field', name, column: token.column };
  }

  #unknownField(token: Token): DeskstatError {
    const isBareValue = this.#lastField !== null && this.#endsHere();
    if (isBareValue) return this.#bareValue(token.text, token.column);
    const near = nearest(token.text, this.#options.fields ?? []);
    return this.#cursor.error(token, `no field is called "${token.text}"`, {
      try: near ?? `column:'${token.text}' if it is a column of the export`,
    });
  }

  #noOperator(field: FieldRef): DeskstatError {
    if (this.#lastField !== null && this.#lastField !== field.name && this.#endsHere()) {
      return this.#bareValue(field.name, field.column);
    }
    const next = this.#cursor.peek();
    const message =
      next.kind === 'end' ? `nothing follows "${field.name}"` : `${nameOf(next)} is no comparison`;
    return this.#cursor.error(next, message, { expected: COMPARISONS });
  }

  /** `priority = urgent or high`: the second value lacks its field. */
  #bareValue(value: string, column: number): DeskstatError {
    return this.#cursor.errorAt(column, `"${value}" is compared with nothing`, {
      try: `${this.#lastField} in (…, ${value})`,
    });
  }

  #endsHere(): boolean {
    const next = this.#cursor.peek();
    return (
      next.kind === 'end' ||
      next.kind === 'close' ||
      this.#cursor.isKeyword('and') ||
      this.#cursor.isKeyword('or')
    );
  }
}

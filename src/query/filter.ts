import type { DeskstatError } from '../model/problem.ts';
import { sentence } from '../model/sentence.ts';
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
const COMPARISONS = sentence('expected.comparison');

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
    throw cursor.error(cursor.peek(), sentence('mistake.no_condition'), {
      expected: sentence('expected.condition'),
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
  if (token.kind === 'close') return cursor.error(token, sentence('mistake.never_opened'));
  return cursor.error(token, sentence('mistake.follows_condition', { found: nameOf(token) }), {
    expected: sentence('expected.after_condition'),
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
    if (++this.#depth > DEEPEST) throw this.#cursor.error(token, sentence('mistake.nested_too_deeply'));
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
      throw this.#cursor.error(next, sentence('mistake.never_closed', { column: token.column }), {
        expected: sentence('expected.closing'),
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
      const value = readLiteral(cursor, sentence('expected.value_of', { field: field.name }));
      return { kind: 'compare', field, operator: operator.text as Operator, value, column };
    }
    if (cursor.takeKeyword('is')) return this.#missing(field);
    const negated = cursor.takeKeyword('not');
    if (cursor.takeKeyword('in')) return { kind: 'in', field, values: this.#list(field), negated, column };
    if (cursor.takeKeyword('contains')) {
      const value = readLiteral(cursor, sentence('expected.text'));
      return { kind: 'contains', field, value, negated, column };
    }
    if (cursor.takeKeyword('matches')) return this.#pattern(field, negated);
    throw this.#noOperator(field);
  }

  #missing(field: FieldRef): FilterNode {
    const negated = this.#cursor.takeKeyword('not');
    if (!this.#cursor.takeKeyword('missing') && !this.#cursor.takeKeyword('null')) {
      const next = this.#cursor.peek();
      throw this.#cursor.error(next, sentence('mistake.after_is', { found: nameOf(next) }), {
        expected: sentence('expected.missing'),
        try: `${field.name} = …`,
      });
    }
    return { kind: 'missing', field, negated, column: field.column };
  }

  #pattern(field: FieldRef, negated: boolean): FilterNode {
    const value = readLiteral(this.#cursor, sentence('expected.pattern'));
    const reason = patternError(value.text);
    if (reason !== null) throw this.#cursor.errorAt(value.column, sentence('mistake.no_pattern', { reason }));
    return { kind: 'matches', field, value, negated, column: field.column };
  }

  #list(field: FieldRef): Literal[] {
    const cursor = this.#cursor;
    const opening = cursor.takeKind('open');
    if (!opening) {
      const next = cursor.peek();
      throw cursor.error(next, sentence('mistake.no_list', { found: nameOf(next) }), {
        try: `${field.name} in (urgent, high)`,
      });
    }
    const values: Literal[] = [];
    do values.push(readLiteral(cursor, sentence('expected.value')));
    while (cursor.takeKind('comma'));
    if (cursor.takeKind('close')) return values;
    const next = cursor.peek();
    throw cursor.error(next, sentence('mistake.not_in_list', { found: nameOf(next) }), {
      expected: sentence('expected.in_list'),
    });
  }

  #field(): FieldRef {
    const token = this.#cursor.take();
    if (token.kind === 'column') return { kind: 'column', name: token.text, column: token.column };
    if (token.kind !== 'word') {
      const hint =
        token.kind === 'text' ? { try: sentence('hint.column_of_name', { name: token.text }) } : {};
      throw this.#cursor.error(token, sentence('mistake.no_field_here', { found: nameOf(token) }), hint);
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
    return this.#cursor.error(token, sentence('mistake.unknown_field', { name: token.text }), {
      try: near ?? sentence('hint.column_of_export', { name: token.text }),
    });
  }

  #noOperator(field: FieldRef): DeskstatError {
    if (this.#lastField !== null && this.#lastField !== field.name && this.#endsHere()) {
      return this.#bareValue(field.name, field.column);
    }
    const next = this.#cursor.peek();
    const message =
      next.kind === 'end'
        ? sentence('mistake.nothing_follows', { name: field.name })
        : sentence('mistake.not_a_comparison', { found: nameOf(next) });
    return this.#cursor.error(next, message, { expected: COMPARISONS });
  }

  /** `priority = urgent or high`: the second value lacks its field. */
  #bareValue(value: string, column: number): DeskstatError {
    return this.#cursor.errorAt(column, sentence('mistake.compared_with_nothing', { value }), {
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

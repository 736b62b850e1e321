import { numbersOf } from '../../model/desk.ts';
import { fieldsOf, priorities } from '../../model/fields.ts';
import { DeskstatError } from '../../model/problem.ts';
import { foldValue } from '../../model/raw-value.ts';
import { type Sentence, sentence } from '../../model/sentence.ts';
import type { FieldRef, FilterNode } from '../../query/filter.ts';
import type { Literal } from '../../query/literal.ts';
import { compilePattern } from '../../query/pattern.ts';
import type { Operator } from '../../query/tokens.ts';
import { unitMilliseconds } from '../../time/duration.ts';
import { resolveInstant } from '../../time/period.ts';
import type { Dimension } from './dimension.ts';
import { compileDimension, type DimensionContext } from './dimensions.ts';
import { refuseTypos } from './filter-values.ts';

/** The fields and columns that a filter reads, so that they are decoded. */
export function fieldsOfFilter(node: FilterNode): { readonly fields: string[]; readonly columns: string[] } {
  const refs = refsOf(node);
  return {
    fields: refs.filter(({ kind }) => kind === 'field').map(({ name }) => name),
    columns: refs.filter(({ kind }) => kind === 'column').map(({ name }) => name),
  };
}

function refsOf(node: FilterNode): FieldRef[] {
  if ('nodes' in node) return node.nodes.flatMap(refsOf);
  return 'node' in node ? refsOf(node.node) : [node.field];
}

/**
 * 1 for every ticket that a filter lets through.
 *
 * @throws DeskstatError (2) where an operator does not fit a field; (3) for a field that the data lacks
 */
export function compileFilter(node: FilterNode, context: DimensionContext): Uint8Array {
  const rows = context.desk.tickets.rows;
  const test = testOf(node, context);
  const mask = new Uint8Array(rows);
  for (let t = 0; t < rows; t++) if (test(t)) mask[t] = 1;
  return mask;
}

/**
 * 1 for every answer, all surveys counted through, that a filter lets through by its own fields (channel, agent,
 * customer, columns of the survey): for answers that belong to no ticket. Null without answers.
 */
export function compileAnswersFilter(node: FilterNode, context: DimensionContext): Uint8Array | null {
  const rows = context.desk.surveys.reduce((sum, { table }) => sum + table.rows, 0);
  if (rows === 0) return null;
  const test = testOf(node, { ...context, answers: rows });
  const mask = new Uint8Array(rows);
  for (let i = 0; i < rows; i++) if (test(i)) mask[i] = 1;
  return mask;
}

type Test = (t: number) => boolean;

/** Where `answers` is set, what is tested are so many answers by their own fields, not tickets. */
type FilterContext = DimensionContext & { readonly answers?: number };

function testOf(node: FilterNode, context: FilterContext): Test {
  switch (node.kind) {
    case 'and': {
      const tests = node.nodes.map((each) => testOf(each, context));
      return (t) => tests.every((test) => test(t));
    }
    case 'or': {
      const tests = node.nodes.map((each) => testOf(each, context));
      return (t) => tests.some((test) => test(t));
    }
    case 'not': {
      const test = testOf(node.node, context);
      return (t) => !test(t);
    }
    default:
  }
  const numbers = node.field.kind === 'field' ? numbersOf(context.desk.tickets, node.field.name) : null;
  // An answer has no number of a ticket.
  if (numbers && context.answers !== undefined) return () => node.kind === 'missing' && !node.negated;
  if (numbers) return numberTest(node, numbers, context);
  const dimension = dimensionOf(node.field, context);
  if (node.kind === 'missing')
    return withNegation(
      codeTest(dimension, (code) => code === 0, true),
      node.negated,
    );
  return valueTest(node, dimension);
}

function dimensionOf(field: FieldRef, context: FilterContext): Dimension {
  const found = dimensionOfTickets(field, context);
  if (context.answers === undefined) return found;
  return { ...found, codes: found.answers ?? new Uint32Array(context.answers), offsets: null };
}

function dimensionOfTickets(field: FieldRef, context: DimensionContext): Dimension {
  if (field.kind === 'column') return compileDimension(`column:${field.name}`, context);
  const { tickets } = context.desk;
  const type = (fieldsOf.tickets as Record<string, string>)[field.name];
  if (type === 'id' || type === 'text') {
    const column = (tickets.columns as Record<string, { type: string } | undefined>)[field.name];
    if (column?.type === 'code') {
      const { codes, names } = column as never as {
        codes: Uint32Array;
        names: { size: number; name(code: number): string };
      };
      return { name: field.name, codes, offsets: null, size: names.size, nameOf: (code) => names.name(code) };
    }
  }
  if (type !== undefined && type !== 'category' && type !== 'person' && type !== 'list') {
    throw new DeskstatError(
      { code: 'dimension_lacking', args: { name: field.name, has: Object.keys(tickets.columns) } },
      3,
    );
  }
  return compileDimension(field.name, context);
}

const withNegation = (test: Test, negated: boolean): Test => (negated ? (t) => !test(t) : test);

/** Looks at every distinct value once, then tests tickets by code. A list passes when any of its values does. */
function codeTest(dimension: Dimension, passes: (code: number) => boolean, emptyListIsMissing = false): Test {
  const known = new Int8Array(dimension.size + 1).fill(-1);
  const test = (code: number): boolean => {
    if (known[code] < 0) known[code] = passes(code) ? 1 : 0;
    return known[code] === 1;
  };
  const { codes, offsets } = dimension;
  if (!offsets) return (t) => test(codes[t]);
  return (t) => {
    if (offsets[t] === offsets[t + 1]) return emptyListIsMissing;
    for (let i = offsets[t]; i < offsets[t + 1]; i++) if (test(codes[i])) return true;
    return false;
  };
}

type ValueNode = Exclude<FilterNode, { kind: 'and' | 'or' | 'not' | 'missing' }>;

function valueTest(node: ValueNode, dimension: Dimension): Test {
  const textOf = (code: number): string => foldValue(dimension.nameOf(code));
  switch (node.kind) {
    case 'in': {
      refuseTypos(node.values, dimension);
      const wanted = new Set(node.values.map(({ text }) => foldValue(text)));
      return withNegation(
        codeTest(dimension, (code) => code !== 0 && wanted.has(textOf(code))),
        node.negated,
      );
    }
    case 'contains': {
      const wanted = foldValue(node.value.text);
      return withNegation(
        codeTest(dimension, (code) => code !== 0 && textOf(code).includes(wanted)),
        node.negated,
      );
    }
    case 'matches': {
      const pattern = compilePattern(node.value.text);
      return withNegation(
        codeTest(dimension, (code) => code !== 0 && pattern.test(dimension.nameOf(code))),
        node.negated,
      );
    }
    default: {
      const wanted = foldValue(node.value.text);
      if (node.operator === '=' || node.operator === '!=') {
        refuseTypos([node.value], dimension);
        return withNegation(
          codeTest(dimension, (code) => code !== 0 && textOf(code) === wanted),
          node.operator === '!=',
        );
      }
      return orderedTest(node, dimension);
    }
  }
}

/** A day as ISO writes it, by itself or with a time: its letters stand in the order of time. */
const isoDay = /^\d{4}-\d{2}(?:-\d{2})?(?:[t ][\d:.]+z?)?$/;

/**
 * `<`, `<=`, `>`, `>=` on values: priorities in their canonical order, numbers as numbers, ISO days as time. Other
 * values have no order that anybody would mean.
 *
 * @throws DeskstatError (2) for a value without an order
 */
function orderedTest(node: Extract<ValueNode, { kind: 'compare' }>, dimension: Dimension): Test {
  const order = orderTest(node.operator);
  const { text } = node.value;
  const place = placeIn(dimension.name, text);
  if (place === null) {
    const asked = { value: text, dimension: dimension.name };
    throw misfit(
      node,
      dimension.name === 'priority'
        ? sentence('mistake.no_place_in_priority', { ...asked, order: priorities.join(', ') })
        : sentence('mistake.no_place_in_order', asked),
    );
  }
  return codeTest(dimension, (code) => {
    if (code === 0) return false;
    const own = placeIn(dimension.name, dimension.nameOf(code));
    if (own === null || typeof own !== typeof place) return false;
    return order(own < place ? -1 : own > place ? 1 : 0);
  });
}

/** Where a value stands among those that it is compared with: a number, or an ISO day; null for no place. */
function placeIn(dimension: string, value: string): number | string | null {
  const folded = foldValue(value);
  if (dimension === 'priority') {
    const place = (priorities as readonly string[]).indexOf(folded);
    if (place >= 0) return place;
    return null;
  }
  if (folded !== '' && !Number.isNaN(Number(folded))) return Number(folded);
  return isoDay.test(folded) ? folded : null;
}

function orderTest(operator: Operator): (difference: number) => boolean {
  switch (operator) {
    case '<':
      return (difference) => difference < 0;
    case '<=':
      return (difference) => difference <= 0;
    case '>':
      return (difference) => difference > 0;
    case '>=':
      return (difference) => difference >= 0;
    case '=':
      return (difference) => difference === 0;
    default:
      return (difference) => difference !== 0;
  }
}

function numberTest(
  node: Exclude<FilterNode, { kind: 'and' | 'or' | 'not' }>,
  values: Float64Array,
  context: DimensionContext,
): Test {
  if (node.kind === 'missing') return withNegation((t) => Number.isNaN(values[t]), node.negated);
  const { name } = node.field;
  const type = (fieldsOf.tickets as Record<string, string>)[name];
  const numberOf = (literal: Literal): number => literalNumber(node, literal, { type, context });
  if (node.kind === 'in') {
    const wanted = new Set(node.values.map(numberOf));
    return withNegation((t) => wanted.has(values[t]), node.negated);
  }
  if (node.kind !== 'compare')
    throw misfit(node, sentence('mistake.no_text', { operator: node.kind, field: name }));
  const limit = numberOf(node.value);
  const order = orderTest(node.operator);
  if (node.operator === '!=') return (t) => values[t] !== limit;
  return (t) => !Number.isNaN(values[t]) && order(values[t] - limit);
}

interface NumberContext {
  readonly type: string;
  readonly context: DimensionContext;
}

function literalNumber(node: FilterNode, literal: Literal, { type, context }: NumberContext): number {
  if (type === 'instant') {
    return resolveInstant(literal.text, { zone: context.zone, weekStarts: 1, asOf: context.desk.asOf });
  }
  if (type === 'duration') {
    if (literal.kind === 'duration') return literal.value;
    if (literal.kind === 'number') return literal.value * unitMilliseconds.s;
    throw misfit(node, sentence('mistake.no_duration_value', { text: literal.text }));
  }
  if (type === 'flag') {
    if (literal.kind === 'flag') return literal.value ? 1 : 0;
    if (literal.kind === 'number') return literal.value;
    throw misfit(node, sentence('mistake.no_flag', { text: literal.text }));
  }
  if (literal.kind === 'number' || literal.kind === 'share') return literal.value;
  const value = Number(literal.text);
  if (Number.isNaN(value)) throw misfit(node, sentence('mistake.no_number', { text: literal.text }));
  return value;
}

function misfit(node: FilterNode, message: Sentence): DeskstatError {
  return new DeskstatError(
    { code: 'usage', args: { message: sentence('mistake.in_filter', { column: node.column, message }) } },
    2,
  );
}

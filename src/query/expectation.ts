import type { Clock, MetricKind } from '../model/metric.ts';
import { sentence } from '../model/sentence.ts';
import { nearest } from '../model/suggest.ts';
import { parseDurationLiteral } from '../time/duration.ts';
import { resolvePeriod } from '../time/period.ts';
import { utc } from '../time/zone.ts';
import { type FilterNode, parseCondition } from './filter.ts';
import { type Limit, readLimit } from './limit.ts';
import { metricIdOf, nearestMetric, statIdOf } from './metric-names.ts';
import { readSegmentKeys, type SegmentKey } from './segment-key.ts';
import { nameOf, type Operator, type Token, TokenCursor } from './tokens.ts';

/** What the grammar needs to know of a metric; handed in, so that this folder knows no registry. */
export interface MetricInfo {
  readonly id: string;
  readonly kind: MetricKind;
  /** Statistics it has; the first one is meant when none is named, except for durations, which need one. */
  readonly stats: readonly string[];
  /** Whether it exists on the business clock too. */
  readonly hasBusinessClock: boolean;
}

export interface ExpectationOptions {
  readonly metrics: readonly MetricInfo[];
  /** Legal names in `where` and in `by`; left out, every name is taken. */
  readonly fields?: readonly string[];
  readonly dimensions?: readonly string[];
}

/** How an interval decides: not at all, only wholly within the limit passes, only wholly beyond it fails. */
export type Strictness = 'point' | 'confidently' | 'clearly';

/** `metric[.stat][@clock] op value [confidently | clearly] [over PERIOD] [by DIMS] [where FILTER] [min N]`. */
export interface Expectation {
  /** As the user wrote it, trimmed. */
  readonly text: string;
  readonly metric: string;
  readonly stat: string;
  /** What the statistic measures: a share for `solved_within_1h` of a duration, else the metric's kind. */
  readonly kind: MetricKind;
  /** null when the text names no clock. */
  readonly clock: Clock | null;
  readonly operator: Operator;
  readonly limit: Limit;
  readonly strictness: Strictness;
  /** A period as `resolvePeriod` takes it; null for the default one. */
  readonly over: { readonly text: string; readonly column: number } | null;
  readonly by: readonly SegmentKey[];
  readonly where: FilterNode | null;
  /** Fewest tickets a segment must have to be judged. */
  readonly min: number | null;
}

const LANGUAGE = 'expectation';
const EXAMPLE = 'first_response_time.p90 < 4h by group min 20';
const clauseOrder = ['confidently', 'clearly', 'over', 'by', 'where', 'min'];

/**
 * Parses an expectation (DEFINITIONS 13).
 *
 * @throws DeskstatError (exit 2) that points at the column: an unknown metric, statistic, clock, dimension or field with
 * the nearest known one; a duration without statistic or without unit; a percentile outside 0–100; days on the
 * business clock; clauses out of order.
 */
export function parseExpectation(text: string, options: ExpectationOptions): Expectation {
  const cursor = new TokenCursor(text.trim(), LANGUAGE);
  const subject = readSubject(cursor, options.metrics);
  const operator = readOperator(cursor, subject);
  const limit = readLimit(cursor, { kind: subject.kind, clock: subject.clock, subject: subject.text });
  const strictness = readStrictness(cursor);
  const over = readPeriod(cursor);
  const by = cursor.takeKeyword('by') ? readSegmentKeys(cursor, { dimensions: options.dimensions }) : [];
  const where = cursor.takeKeyword('where') ? parseCondition(cursor, { fields: options.fields }) : null;
  const min = readMinimum(cursor);
  refuseRest(cursor);
  const { metric, stat, kind, clock } = subject;
  return { text: cursor.text, metric, stat, kind, clock, operator, limit, strictness, over, by, where, min };
}

interface Subject {
  readonly metric: string;
  readonly stat: string;
  readonly kind: MetricKind;
  readonly clock: Clock | null;
  readonly text: string;
}

function readSubject(cursor: TokenCursor, metrics: readonly MetricInfo[]): Subject {
  const token = cursor.take();
  if (token.kind !== 'word') {
    throw cursor.error(token, sentence('mistake.no_metric_here', { found: nameOf(token) }), { try: EXAMPLE });
  }
  const match = /^([^.@]*)(?:\.([^@]*))?(?:@(.*))?$/su.exec(token.text);
  const [, name, statName, clockName] = match ?? [];
  const metric = metricOf(cursor, token, name ?? '', metrics);
  const statColumn = token.column + (name ?? '').length + 1;
  const stat = statOf(cursor, { metric, token, name: statName, column: statColumn });
  const clockColumn = token.column + token.text.indexOf('@') + 1;
  const clock = clockOf(cursor, { metric, name: clockName, column: clockColumn });
  return { metric: metric.id, stat, kind: kindOfStat(metric.kind, stat), clock, text: token.text };
}

function metricOf(
  cursor: TokenCursor,
  token: Token,
  name: string,
  metrics: readonly MetricInfo[],
): MetricInfo {
  const wanted = metricIdOf(name);
  const found = metrics.find(({ id }) => id === wanted);
  if (found) return found;
  const ids = metrics.map(({ id }) => id);
  const near = nearestMetric(name, ids);
  throw cursor.error(token, sentence('mistake.unknown_metric', { name }), {
    ...(near ? {} : { expected: ids.join(', ') }),
    try: near ? token.text.replace(name, near) : 'deskstat metrics --list',
  });
}

function statOf(
  cursor: TokenCursor,
  stat: {
    readonly metric: MetricInfo;
    readonly token: Token;
    readonly name: string | undefined;
    readonly column: number;
  },
): string {
  const { metric, name, column, token } = stat;
  const expected = metric.stats.join(', ');
  if (name === undefined) {
    if (metric.kind !== 'duration') return metric.stats[0];
    throw cursor.errorAt(token.column, sentence('mistake.statistic_missing', { metric: metric.id }), {
      expected,
      try: token.text.replace(metric.id, `${metric.id}.p90`),
    });
  }
  const wanted = statIdOf(name);
  if (metric.stats.includes(wanted)) return wanted;
  const percentile = /^p(-?\d+(?:\.\d+)?)$/.exec(wanted);
  if (percentile && (Number(percentile[1]) < 0 || Number(percentile[1]) > 100)) {
    throw cursor.errorAt(column, sentence('mistake.percentile_off_range', { statistic: name }), { expected });
  }
  const near = nearest(wanted, metric.stats);
  const message = sentence('mistake.unknown_statistic', { metric: metric.id, statistic: name });
  throw cursor.errorAt(column, message, { expected, ...(near ? { try: `${metric.id}.${near}` } : {}) });
}

function clockOf(
  cursor: TokenCursor,
  clock: { readonly metric: MetricInfo; readonly name: string | undefined; readonly column: number },
): Clock | null {
  const { metric, column } = clock;
  const name = clock.name?.toLowerCase();
  if (name === undefined) return null;
  if (name !== 'calendar' && name !== 'business') {
    throw cursor.errorAt(column, sentence('mistake.unknown_clock', { clock: String(clock.name) }), {
      expected: sentence('expected.clock'),
    });
  }
  if (name === 'business' && !metric.hasBusinessClock) {
    throw cursor.errorAt(column, sentence('mistake.no_business_clock', { metric: metric.id }));
  }
  return name;
}

/** `solved_within_1h` is a share of tickets though its metric is a duration. */
function kindOfStat(kind: MetricKind, stat: string): MetricKind {
  return stat.startsWith('solved_within_') ? 'share' : kind;
}

function readOperator(cursor: TokenCursor, subject: Subject): Operator {
  const operator = cursor.takeKind('operator');
  if (operator) return operator.text as Operator;
  const next = cursor.peek();
  const message = sentence('mistake.no_comparison', { subject: subject.text, found: nameOf(next) });
  throw cursor.error(next, message, { expected: sentence('expected.operator') });
}

function readStrictness(cursor: TokenCursor): Strictness {
  if (cursor.takeKeyword('confidently')) return 'confidently';
  return cursor.takeKeyword('clearly') ? 'clearly' : 'point';
}

function readPeriod(cursor: TokenCursor): Expectation['over'] {
  if (!cursor.takeKeyword('over')) return null;
  const first = cursor.take();
  const { column } = first;
  // As it is said: "last month".
  const isSpoken =
    /^(?:last|this)$/i.test(first.text) && /^(?:week|month|quarter|year)$/i.test(cursor.peek().text);
  const text = isSpoken ? `${first.text}-${cursor.take().text}`.toLowerCase() : first.text;
  try {
    resolvePeriod(text, { asOf: 0, zone: utc, weekStarts: 1 });
  } catch {
    const message =
      text === '' ? sentence('mistake.no_period') : sentence('mistake.unknown_period', { text });
    throw cursor.errorAt(column, message, {
      expected: sentence('expected.period_over'),
    });
  }
  return { text, column };
}

function readMinimum(cursor: TokenCursor): number | null {
  if (!cursor.takeKeyword('min')) return null;
  const token = cursor.take();
  if (/^[1-9]\d{0,8}$/.test(token.text)) return Number(token.text);
  throw cursor.error(token, sentence('mistake.no_minimum', { found: nameOf(token) }), {
    try: 'min 20',
  });
}

function refuseRest(cursor: TokenCursor): void {
  const rest = cursor.peek();
  if (rest.kind === 'end') return;
  if (clauseOrder.includes(rest.text.toLowerCase()) && rest.kind === 'word') {
    throw cursor.error(rest, sentence('mistake.clause_too_late', { clause: rest.text }), {
      expected: sentence('expected.order_of_clauses'),
    });
  }
  throw cursor.error(rest, sentence('mistake.out_of_place', { found: nameOf(rest) }), {
    expected: sentence('expected.clause'),
  });
}

/** A target tried on past data: `first_response 2h`, `resolution@business 16h by priority where channel = email`. */
export interface TriedTarget {
  readonly text: string;
  readonly target: string;
  readonly clock: Clock | null;
  /** Milliseconds. */
  readonly limit: number;
  readonly over: Expectation['over'];
  readonly by: readonly SegmentKey[];
  readonly where: FilterNode | null;
}

/**
 * Parses `target[@clock] duration [over PERIOD] [by DIMS] [where FILTER]` of `check --try`.
 *
 * @throws DeskstatError (exit 2) that points at the column.
 */
export function parseTriedTarget(
  text: string,
  options: {
    readonly targets: readonly string[];
    readonly fields?: readonly string[];
    readonly dimensions?: readonly string[];
  },
): TriedTarget {
  const cursor = new TokenCursor(text.trim(), 'target');
  const token = cursor.take();
  const [name, clockName] = token.text.toLowerCase().split('@');
  const target = options.targets.find((id) => id === name || `${id}_time` === name);
  if (!target || token.kind !== 'word') {
    throw cursor.error(token, sentence('mistake.unknown_target', { found: nameOf(token) }), {
      expected: options.targets.join(', '),
      try: `${nearest(name, options.targets) ?? options.targets[0]} 2h`,
    });
  }
  const metric = { id: target, kind: 'duration', stats: [], hasBusinessClock: true } as const;
  const clock = clockOf(cursor, {
    metric,
    name: clockName,
    column: token.column + token.text.indexOf('@') + 1,
  });
  cursor.takeKind('operator');
  const limit = readTriedLimit(cursor, clock);
  const over = readPeriod(cursor);
  const by = cursor.takeKeyword('by') ? readSegmentKeys(cursor, { dimensions: options.dimensions }) : [];
  const where = cursor.takeKeyword('where') ? parseCondition(cursor, { fields: options.fields }) : null;
  refuseRest(cursor);
  return { text: cursor.text, target, clock, limit, over, by, where };
}

function readTriedLimit(cursor: TokenCursor, clock: Clock | null): number {
  const first = cursor.peek();
  let last = first;
  while (cursor.peek().kind === 'word' && !['over', 'by', 'where'].some((word) => cursor.isKeyword(word))) {
    last = cursor.take();
  }
  const literal = cursor.text.slice(first.column - 1, last.endColumn - 1);
  const within = { language: cursor.language, text: cursor.text, column: first.column };
  return parseDurationLiteral(literal, { clock: clock ?? undefined, within });
}

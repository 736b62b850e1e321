import type { Clock, MetricKind } from '../model/metric.ts';
import { type Sentence, sentence } from '../model/sentence.ts';
import { nearest } from '../model/suggest.ts';
import { parseDurationLiteral } from '../time/duration.ts';
import type { TokenCursor } from './tokens.ts';

/** What a value is compared with, in inner units: milliseconds, shares 0–1, tickets, points, the score's own scale. */
export type Limit =
  | { readonly kind: 'value'; readonly value: number; readonly text: string; readonly column: number }
  | {
      readonly kind: 'baseline';
      /** `relative`: limit = baseline · (1 + amount); `absolute`: limit = baseline + amount. Both 0 for `baseline` alone. */
      readonly change: { readonly kind: 'relative' | 'absolute'; readonly amount: number };
      readonly text: string;
      readonly column: number;
    };

/** What is known of the figure that a limit belongs to. */
export interface LimitContext {
  readonly kind: MetricKind;
  readonly clock: Clock | null;
  /** As written, for messages. */
  readonly subject: string;
}

const examples: Readonly<Record<MetricKind, Sentence>> = {
  count: sentence('expected.count'),
  share: sentence('expected.share'),
  duration: sentence('expected.duration'),
  score: sentence('expected.score'),
  points: sentence('expected.points'),
};

/** Words that end a value. */
const clauses = ['confidently', 'clearly', 'over', 'by', 'where', 'min'];

/**
 * Reads the value of an expectation: `200`, `90%`, `4h`, `1d 2h`, `baseline`, `baseline + 10%`, `baseline - 2pt`,
 * `baseline + 30m`. `%` behind a baseline is relative, `pt` are points (of a percentage, or of NPS).
 *
 * @throws DeskstatError (exit 2) for a value that the kind of metric cannot have.
 */
export function readLimit(cursor: TokenCursor, context: LimitContext): Limit {
  const first = cursor.peek();
  let last = first;
  while (cursor.peek().kind === 'word' && !clauses.some((word) => cursor.isKeyword(word)))
    last = cursor.take();
  const column = first.column;
  refuseThousands(cursor, { context, last });
  if (first.kind !== 'word' || (last === first && clauses.includes(first.text.toLowerCase()))) {
    throw cursor.error(first, sentence('mistake.no_value'), { expected: examples[context.kind] });
  }
  const text = cursor.text.slice(column - 1, last.endColumn - 1);
  refuseMisspeltClause(cursor, { text, column });
  const baseline = /^baseline\s*(?:([+-−])\s*(.*))?$/isu.exec(text);
  if (!baseline) return { kind: 'value', value: plainValue(cursor, context, text, column), text, column };
  const sign = baseline[1] === undefined || baseline[1] === '+' ? 1 : -1;
  const amountText = (baseline[2] ?? '0%').trim();
  const at = column + text.length - amountText.length;
  const { kind, amount } = changeOf(cursor, context, amountText, baseline[2] === undefined ? column : at);
  return { kind: 'baseline', change: { kind, amount: amount === 0 ? 0 : sign * amount }, text, column };
}

/** `1 ovr last-week`: a word behind the value that is nearly one of those that may follow it. */
function refuseMisspeltClause(
  cursor: TokenCursor,
  { text, column }: { readonly text: string; readonly column: number },
): void {
  for (const { 0: word, index } of text.matchAll(/(?<=\s)\p{L}{3,}/gu)) {
    const near = /^min/i.test(word) ? null : nearest(word, clauses);
    if (near === null) continue;
    const known = `${text.slice(0, index)}${near}${text.slice(index + word.length)}`;
    throw cursor.errorAt(column + index, sentence('mistake.misspelt_clause', { word }), { try: known });
  }
}

/** `5,000`: a comma between digits separates nothing here. */
function refuseThousands(
  cursor: TokenCursor,
  {
    context,
    last,
  }: {
    readonly context: LimitContext;
    readonly last: { readonly endColumn: number; readonly column: number };
  },
): void {
  const grouped = /^\d{1,3}(?:,\d{3})+(?![\d,])/.exec(cursor.text.slice(last.column - 1));
  if (!grouped) return;
  throw cursor.errorAt(last.endColumn, sentence('mistake.number_with_comma', { number: grouped[0] }), {
    expected: examples[context.kind],
    try: grouped[0].replaceAll(',', ''),
  });
}

const decimal = '(\\d+(?:\\.\\d+)?|\\.\\d+)';
const percentPattern = new RegExp(`^${decimal}\\s*%$`);
const pointsPattern = new RegExp(`^${decimal}\\s*(?:pt|pts|points?|pp)$`, 'i');
const numberPattern = new RegExp(`^[+-]?${decimal}$`);

function changeOf(cursor: TokenCursor, context: LimitContext, text: string, column: number) {
  const percent = percentPattern.exec(text);
  if (percent) return { kind: 'relative', amount: Number(percent[1]) / 100 } as const;
  const points = pointsPattern.exec(text);
  if (points) {
    if (context.kind === 'share') return { kind: 'absolute', amount: Number(points[1]) / 100 } as const;
    if (context.kind === 'points') return { kind: 'absolute', amount: Number(points[1]) } as const;
    throw cursor.errorAt(column, sentence('mistake.points_of_no_share', { subject: context.subject }), {
      try: '10%',
    });
  }
  if (context.kind === 'share') {
    throw cursor.errorAt(column, sentence('mistake.change_without_unit', { text }), {
      expected: sentence('expected.change_of_share'),
    });
  }
  if (context.kind === 'duration')
    return { kind: 'absolute', amount: duration(cursor, context, text, column) } as const;
  if (numberPattern.test(text)) return { kind: 'absolute', amount: Number(text) } as const;
  throw cursor.errorAt(column, sentence('mistake.no_change', { text }), {
    expected: sentence('expected.change'),
  });
}

function plainValue(cursor: TokenCursor, context: LimitContext, text: string, column: number): number {
  const { kind } = context;
  if (kind === 'duration') return duration(cursor, context, text, column);
  if (kind === 'share') return shareOf(cursor, context, text, column);
  const fail = (message: Sentence) => cursor.errorAt(column, message, { expected: examples[kind] });
  if (percentPattern.test(text))
    throw fail(sentence('mistake.percentage_of_no_share', { subject: context.subject, text }));
  if (!numberPattern.test(text))
    throw fail(sentence('mistake.impossible_value', { text, subject: context.subject }));
  const value = Number(text);
  if (kind === 'count' && value < 0) throw fail(sentence('mistake.negative_count'));
  if (kind === 'points' && Math.abs(value) > 100) throw fail(sentence('mistake.points_off_range'));
  return value;
}

function shareOf(cursor: TokenCursor, context: LimitContext, text: string, column: number): number {
  const fail = (message: Sentence) => cursor.errorAt(column, message, { expected: examples.share });
  const percent = percentPattern.exec(text);
  const value = percent ? Number(percent[1]) / 100 : numberPattern.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(value)) throw fail(sentence('mistake.no_percentage', { subject: context.subject, text }));
  if (!percent && value > 1) {
    // More than one and up to ten is a mean score that was meant.
    const isScore = context.subject === 'csat' && value <= 10;
    const before = cursor.text.slice(0, column - 1).replace(/^\s*csat\s*/i, '');
    const typed = isScore ? ['csat_mean ', before, text].join('') : `${text}%`;
    throw cursor.errorAt(column, sentence('mistake.percent_missing', { subject: context.subject, text }), {
      try: typed,
    });
  }
  if (value < 0 || value > 1) throw fail(sentence('mistake.share_off_range'));
  return value;
}

function duration(cursor: TokenCursor, context: LimitContext, text: string, column: number): number {
  const within = { language: cursor.language, text: cursor.text, column };
  return parseDurationLiteral(text, { clock: context.clock ?? undefined, within });
}

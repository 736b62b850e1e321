import type { Cut } from '../../model/coverage.ts';
import type { KnownStep } from '../../model/mapping.ts';
import type { MessageReceipt } from '../../model/message-receipt.ts';
import type { Figure } from '../../model/metric.ts';
import type { Value } from '../../model/report.ts';
import type { ScaleReceipt } from '../../model/scale-receipt.ts';
import type { Locale } from '../locales/index.ts';
import { displayWidth, wrap } from './display-width.ts';
import { dateWord } from './metric-list.ts';

/** What the export covers, in which stretch of it a metric can be known, and how many tickets came outside of that. */
export interface CoverageReceipt {
  /** What the metric rests on, whose time is known. */
  readonly of: 'tickets' | 'messages' | 'events' | 'surveys' | 'customers';
  /** Null of a list of customers. */
  readonly cut: Cut | null;
  readonly from: number;
  readonly to: number;
  readonly known: { readonly from: number; readonly to: number } | null;
  readonly outside: number;
}

/** What the JSON of `explain` says. */
export interface ExplainDocument {
  readonly metric: string;
  readonly kind: string;
  readonly source: string;
  readonly period_of: string;
  readonly clocks: readonly string[];
  readonly receipt: {
    readonly period: { readonly label: string } | null;
    readonly where: string | null;
    readonly tickets: number;
    readonly entries: number | null;
    readonly used: number;
    readonly left_out: Readonly<Record<string, number>>;
    readonly removed: Readonly<Record<string, number>>;
    readonly clock_source: string | null;
    readonly note: string | null;
    readonly messages: MessageReceipt | null;
    readonly steps: readonly KnownStep[];
    readonly scales: readonly ScaleReceipt[];
  } | null;
}

interface TextOptions {
  readonly width: number;
  readonly locale: Locale;
  readonly figures: readonly Figure[];
  readonly asOf: Value | null;
  readonly covered: CoverageReceipt | null;
}

type Line = readonly [head: string, text: string];

/** The receipt of a figure in words. */
export function explainText(document: ExplainDocument, options: TextOptions): string {
  const { width, locale } = options;
  const name = locale.message(`metric.${document.metric}`);
  const receipt = document.receipt ? receiptLines(document.receipt, options) : [];
  const parts = [ruleLines(document, locale), receipt].filter((part) => part.length > 0);
  const text = parts.map((part) => twoColumns(part, width).join('\n'));
  return `${[`${name} (${document.metric})`, ...text].join('\n\n')}\n`;
}

const headed = (locale: Locale, head: string, text: string): Line => [
  locale.message(`explain.${head}`),
  text,
];

/** What the metric is, whatever the data. */
function ruleLines({ metric, period_of, clocks, kind }: ExplainDocument, locale: Locale): Line[] {
  const put = (head: string, text: string): Line => headed(locale, head, text);
  const field = dateWord(period_of, locale);
  return [
    put('definition', locale.message(`metric.${metric}.definition`)),
    put('source', locale.message(`metric.${metric}.source`)),
    put('belongs_to', locale.message('explain.period_of', { field })),
    ...(clocks.length > 0
      ? [put('clocks', clocks.map((clock) => locale.message(`clock.${clock}`)).join(', '))]
      : []),
    put('method', locale.message(`explain.method.${kind}`)),
  ];
}

type Receipt = NonNullable<ExplainDocument['receipt']>;

/** What the figure was made from. */
function receiptLines(receipt: Receipt, { locale, figures, asOf, covered }: TextOptions): Line[] {
  return [
    ...spanLines({ asOf, covered }, locale),
    ...askedLines(receipt, locale),
    ...countLines(receipt, locale),
    ...messageLines(receipt.messages, locale),
    ...stepLines(receipt.steps, locale),
    ...receipt.scales.map((scale) => headed(locale, 'scale', scaleWords(scale, locale))),
    ...figures.map((figure): Line => [figureHead(figure, locale), figureText(figure, locale)]),
  ];
}

function spanLines({ asOf, covered }: Pick<TextOptions, 'asOf' | 'covered'>, locale: Locale): Line[] {
  if (asOf?.type !== 'instant') return [];
  const { zone } = asOf;
  const known = Number.isFinite(asOf.value) ? [`${locale.formatValue(asOf)} (${zone})`] : [];
  const words = covered ? coverageWords(covered, { locale, zone }) : [];
  return [
    ...known.map((text) => headed(locale, 'as_of', text)),
    ...words.map((text) => headed(locale, 'coverage', text)),
  ];
}

function askedLines({ period, where }: Receipt, locale: Locale): Line[] {
  return [
    ...(period ? [[locale.message('ui.period'), locale.periodLabel(period.label, 'long')] as const] : []),
    ...(where ? [headed(locale, 'only', where)] : []),
  ];
}

function countLines(receipt: Receipt, locale: Locale): Line[] {
  const { tickets, entries, used, left_out, removed, clock_source, note } = receipt;
  const number = (value: number): string => locale.numbers.number(value);
  const reasons = (head: string, group: string, counts: Readonly<Record<string, number>>): Line[] =>
    Object.entries(counts).map(([reason, count]) =>
      headed(locale, head, reasonWords(locale, { count, code: `${group}.${reason}` })),
    );
  return [
    [locale.message('ui.tickets'), number(tickets)],
    ...(entries !== null && entries !== tickets ? [headed(locale, 'entries', number(entries))] : []),
    headed(locale, 'used', number(used)),
    ...reasons('left_out', 'reason', left_out),
    ...reasons('taken_out', 'status', removed),
    ...(clock_source ? [headed(locale, 'measured', locale.message(`explain.measured.${clock_source}`))] : []),
    ...(note ? [[locale.message('ui.note'), locale.message(`note.${note}`)] as const] : []),
  ];
}

function messageLines(messages: MessageReceipt | null, locale: Locale): Line[] {
  if (!messages) return [];
  const rules = [
    ...Object.entries(messages.roles),
    ...(messages.automatic > 0 ? [['template', messages.automatic] as const] : []),
    ...(messages.by_bots > 0 ? [['bots_answer', messages.by_bots] as const] : []),
  ];
  return [
    ...messages.questions.map(({ channel, threads, opened, place }) => {
      const words = locale.message(`explain.question.${place}`, { threads, opened });
      return headed(locale, 'question', channel === null ? words : `${channel}: ${words}`);
    }),
    ...rules.map(([rule, count]) =>
      headed(locale, 'who_wrote', reasonWords(locale, { count, code: `role_rule.${rule}` })),
    ),
  ];
}

function stepLines(steps: readonly KnownStep[], locale: Locale): Line[] {
  return steps.map(({ step, means }) =>
    headed(locale, 'step', locale.message('explain.step.read', { step, means: { code: `step.${means}` } })),
  );
}

function scaleWords(scale: ScaleReceipt, locale: Locale): string {
  const { question, kind, low, high, good_from, good_to, kind_by, ends_by } = scale;
  const isOne = good_from === good_to;
  const words = locale.message('explain.scale.read', {
    ...{ low, high },
    good: isOne ? good_from : { code: 'explain.scale.ends', args: { from: good_from, to: good_to } },
    kind: { code: `scale_kind.${kind}` },
    kind_by: { code: `scale_by.${kind_by}` },
    ends_by: { code: `scale_by.${ends_by}` },
  });
  return question === null ? words : `“${question}”: ${words}`;
}

const reasonWords = (
  locale: Locale,
  { count, code }: { readonly count: number; readonly code: string },
): string => locale.message('receipt.reason', { count, reason: { code } });

function coverageWords(
  { of, cut, from, to, known, outside }: NonNullable<TextOptions['covered']>,
  { locale, zone }: { readonly locale: Locale; readonly zone: string },
): string[] {
  if (Number.isNaN(from)) return [];
  const day = (value: number): Value => ({ type: 'instant', value, zone, precision: 'day' });
  const span = { from: day(from), to: day(to) };
  const whole =
    cut === null
      ? locale.message('explain.customers', span)
      : locale.message('inspect.created', { ...span, cut: { code: `inspect.cut.${cut}` } });
  if (!known || (outside === 0 && of !== 'customers')) return [whole];
  const args = { from: day(known.from), to: day(known.to), outside };
  return [whole, locale.message(`explain.known.${of}`, args)];
}

/** Words behind their heads, which stand in a column as wide as the widest of them. */
function twoColumns(lines: readonly (readonly [head: string, text: string])[], width: number): string[] {
  const label = 2 + Math.max(...lines.map(([head]) => displayWidth(head)));
  return lines.flatMap(([head, words]) =>
    wrap(words, Math.max(20, width - label)).map((line, i) => {
      const start = i === 0 ? head : '';
      return `${start}${' '.repeat(label - displayWidth(start))}${line}`;
    }),
  );
}

function figureHead({ stat, clock, segment }: Figure, locale: Locale): string {
  const name = locale.message(`stat.${stat}`);
  const survey = segment.survey;
  if (survey) return `${name}: ${survey}`;
  return clock === 'business' ? `${name} (${locale.message('clock.business')})` : name;
}

function figureText(figure: Figure, locale: Locale): string {
  const { value, status, reason, low, high, n } = figure;
  if (value === null && reason !== null) return locale.say(reason);
  const words = (amount: number | null): string =>
    locale.formatValue({ ...valueOfFigure(figure, amount), status: 'ok' });
  const bound = figure.kind === 'count' && figure.isLowerBound ? { isLowerBound: true as const } : {};
  const shown = locale.formatValue({ ...valueOfFigure(figure, value), ...bound, status, n } as Value);
  if (status !== 'ok' || (low === null && high === null)) return shown;
  const interval = { low: words(low), high: words(high) };
  return `${shown} (${locale.message('ui.interval', interval)})`;
}

function valueOfFigure(figure: Figure, value: number | null) {
  if (figure.kind === 'duration')
    return {
      type: 'duration',
      value,
      clock: figure.clock ?? 'calendar',
      ...(figure.precision === 'day' ? ({ precision: 'day' } as const) : {}),
    } as const;
  return { type: figure.kind, value } as const;
}

import { created } from '../../analysis/metrics/created.ts';
import type { MetricFigures } from '../../analysis/metrics/figure-request.ts';
import { knownSpan } from '../../analysis/metrics/known.ts';
import { SURVEY } from '../../analysis/metrics/survey-views.ts';
import { rangeOf, withCompleteness } from '../../analysis/segments/periods.ts';
import { type Desk, numbersOf } from '../../model/desk.ts';
import type { MessageReceipt } from '../../model/message-receipt.ts';
import type { Figure, Metric } from '../../model/metric.ts';
import type { Value } from '../../model/report.ts';
import type { Period } from '../../model/segment.ts';
import type { Locale } from '../../output/locales/index.ts';
import { displayWidth, wrap } from '../../output/renderers/display-width.ts';
import { metricRow } from '../../output/renderers/metric-rows.ts';
import type { FilterNode } from '../../query/filter.ts';
import { emptyPeriodNote } from '../../questions/empty-period.ts';
import { dataEnvelope, resultHead } from '../../questions/envelope.ts';
import { filterOf, measureDesk } from '../../questions/figures.ts';
import { withDimensions } from '../../questions/filters.ts';
import { messageReceipt } from '../../questions/message-receipt.ts';
import {
  type MetricRequest,
  needsOf,
  parseMetricRequests,
  statsOf,
} from '../../questions/metric-requests.ts';
import { policiesOf, slaOf } from '../../questions/policies.ts';
import type { OutputOptions, PeriodOptions } from '../../settings/option-types.ts';
import { kindOptions } from '../../settings/option-types.ts';
import { formatInstant } from '../../time/zone.ts';
import { emit } from '../emit.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { type Io, widthOf } from '../io.ts';
import { openSession, type SessionOptions } from '../session.ts';
import { printProblems } from '../warnings.ts';
import { wordsOf } from '../words.ts';
import { clocksOf } from './metrics.ts';

export interface ExplainOptions extends SessionOptions, PeriodOptions, OutputOptions {
  readonly where?: string;
  readonly clock?: 'calendar' | 'business' | 'both';
}

export const explainFormats = ['table', 'json'] as const;

/** `deskstat explain <metric> [files…]`: the receipt of a figure. */
export async function run(args: readonly string[], options: ExplainOptions, io: Io): Promise<ExitCode> {
  const [name, ...files] = args;
  const [request] = parseMetricRequests([name], []);
  const { metric } = request;
  const session = await openSession({ command: 'explain', options, io, paths: args.slice(1) });
  const hasFiles = files.length > 0 || kindOptions.some((kind) => options[kind] !== undefined);
  const receipt = hasFiles ? await receiptOf(request, { files, options, session }) : null;
  const document = {
    ...resultHead('explain'),
    metric: metric.id,
    name: metric.name,
    kind: metric.kind,
    definition: metric.definition,
    source: metric.source,
    period_of: metric.periodOf,
    clocks:
      metric.kind === 'duration' ? (metric.hasBusinessClock ? ['calendar', 'business'] : ['calendar']) : [],
    statistics: statsOf(metric),
    method: methods[metric.kind],
    receipt: receipt?.document ?? null,
  };
  const { locale } = await wordsOf(session.run);
  await emit({
    options,
    formats: explainFormats,
    inputs: session.inputs,
    io,
    render: async (format, { stdout }) =>
      format === 'json'
        ? [`${JSON.stringify(document, null, 2)}\n`]
        : [
            explainText(document, {
              width: stdout ? widthOf(io.stdout) : 80,
              locale,
              figures: receipt?.figures ?? [],
              asOf: receipt?.asOf ?? null,
              covered: receipt?.covered ?? null,
            }),
          ],
  });
  if (receipt) await printProblems(receipt.problems, { io, locale });
  return exitCodes.done;
}

const methods = {
  count: 'a count',
  share: 'hits ÷ n, with Wilson’s 95 % interval',
  duration:
    'exact quantiles, R type 7 (PERCENTILE.INC), with order-statistic 95 % intervals; the mean has none',
  score: 'arithmetic mean, with a t interval clipped to the scale from ten answers on',
  points: '% promoters − % detractors, with an adjusted Wald interval',
} as const;

interface ReceiptInput {
  readonly files: readonly string[];
  readonly options: ExplainOptions;
  readonly session: Awaited<ReturnType<typeof openSession>>;
}

async function receiptOf({ metric, stats }: MetricRequest, { files, options, session }: ReceiptInput) {
  const filter = filterOf(options.where);
  const where = filter && withDimensions(filter, session.config);
  const isAboutSla = session.config.sla.length > 0 && metric.periodOf === 'due instant';
  const filters = isAboutSla ? policiesOf(session).map(({ when }) => when) : [];
  const { desk } = await session.read(files, needsOf({ metrics: [metric], by: [], where, filters }));
  const businessTime = await session.businessTime(desk);
  const range = rangeOf({ ...session.run.asked, zone: session.zone, weekStarts: session.weekStarts }, desk);
  const sla = isAboutSla ? await slaOf(session, desk) : null;
  const measure: Measure = ({ of = metric, where: filter, period }) =>
    measureDesk(desk, {
      metrics: [{ metric: of, stats: of === metric ? stats : of.defaultStats }],
      by: [],
      totals: false,
      top: null,
      where: filter,
      periods: period && [withCompleteness(period, desk)],
      clocks: clocksOf(options.clock, businessTime !== null),
      isClockAsked: options.clock !== undefined,
      zone: session.zone,
      businessTime,
      sla,
    });
  const results = measure({ where, period: range });
  const instant = (at: number): string => formatInstant(at, session.zone, 'second');
  const counts = countEntries(overSurveys(results), { metric, where, period: range, measure });
  const leftOut = Object.fromEntries([...counts.leftOut].sort(([a], [b]) => (a < b ? -1 : 1)));
  const figures = results.flatMap((each) => each.figures);
  const used = usedOf(overSurveys(results));
  const { schema: _, version: __, ...rested } = dataEnvelope('explain', { desk, zone: session.zone });
  return {
    asOf: { type: 'instant', value: desk.asOf, zone: session.zone.id, precision: 'minute' } as const,
    covered: coverageReceipt(desk, metric),
    figures,
    problems: [...desk.problems, ...emptyPeriodNote(desk, session)],
    document: {
      ...rested,
      period: range && { start: instant(range.start), end: instant(range.end), label: range.label },
      where: options.where ?? null,
      tickets: desk.tickets.rows,
      removed: Object.fromEntries(desk.removed),
      entries: counts.entries,
      used,
      left_out: leftOut,
      clock_source: figures[0]?.clockSource ?? null,
      note: results[0].note,
      messages: messageReceipt(desk, metric),
      coverage: coverageDocument(desk, metric, instant),
      figures: figures.map((figure) => metricRow(figure, instant)),
    },
  };
}

/** What the export covers, in which stretch of it the metric can be known, and how many tickets came outside of that. */
function coverageReceipt(desk: Desk, metric: Metric) {
  const { cut, from, to } = desk.coverage;
  const span = knownSpan(desk, metric);
  const known = span && { from: Math.max(span.from, from), to: Math.min(span.to, desk.asOf) };
  let outside = 0;
  for (const at of numbersOf(desk.tickets, 'created_at') ?? [])
    if (known && (at < known.from || at > known.to)) outside++;
  return { cut, from, to, known: known && known.from <= known.to ? known : null, outside };
}

function coverageDocument(desk: Desk, metric: Metric, instant: (at: number) => string) {
  const { cut, from, to, known, outside } = coverageReceipt(desk, metric);
  return {
    ...{ cut, from: instant(from), to: instant(to) },
    known: known && { from: instant(known.from), to: instant(known.to) },
    outside,
  };
}

type Measure = (request: {
  readonly of?: Metric;
  readonly where: FilterNode | null;
  readonly period: Period | null;
}) => readonly MetricFigures[];

/** Entries that were used or left out for a reason of the metric's own; null where it cannot be computed. */
function totalOf({ figures, leftOut }: MetricFigures): number | null {
  if (figures.length === 0 || figures[0].status === 'unavailable') return null;
  return [...leftOut.values()].reduce((sum, count) => sum + count, usedOf({ figures }));
}

/** Entries behind the figures, each once: surveys beside each other add up, statistics of the same entries do not. */
function usedOf({ figures }: Pick<MetricFigures, 'figures'>): number {
  const bySegment = new Map(figures.map(({ segment, n }) => [segment[SURVEY], n] as const).reverse());
  return [...bySegment.values()].reduce((sum, n) => sum + n, 0);
}

/** The figures of the first clock; of a metric that is measured of several surveys, those of all of them together. */
function overSurveys(results: readonly MetricFigures[]): MetricFigures {
  const all = results.filter(({ figures }) => figures.some(({ segment }) => SURVEY in segment));
  if (all.length === 0) return results[0];
  const leftOut = new Map<string, number>();
  for (const each of all)
    for (const [reason, count] of each.leftOut) leftOut.set(reason, (leftOut.get(reason) ?? 0) + count);
  return { figures: all.flatMap(({ figures }) => figures), leftOut, note: results[0].note };
}

/**
 * What a figure was chosen from, and why each entry that it does not use was left out: used + left out = entries.
 * Entries are tickets, or what the metric counts instead: waits, answers, customers. A stock is chosen from all tickets.
 */
function countEntries(
  measured: MetricFigures,
  request: {
    readonly metric: Metric;
    readonly where: FilterNode | null;
    readonly period: Period | null;
    readonly measure: Measure;
  },
): { readonly entries: number | null; readonly leftOut: ReadonlyMap<string, number> } {
  const { metric, where, period, measure } = request;
  const own = totalOf(measured);
  if (own === null) return { entries: null, leftOut: measured.leftOut };
  const isStock = metric.shape === 'stock';
  const of = isStock ? created : metric;
  const total = (filter: FilterNode | null): number =>
    totalOf(overSurveys(measure({ of, where: filter, period: null }))) ?? own;
  const entries = where === null && period === null && !isStock ? own : total(null);
  const matching = where === null ? entries : total(where);
  const leftOut = new Map(measured.leftOut);
  const add = (reason: string, count: number): void => {
    if (count > 0) leftOut.set(reason, count);
  };
  add('not_matching', entries - matching);
  add(isStock ? 'not_counted_then' : 'not_in_period', matching - own);
  return { entries, leftOut };
}

interface ExplainDocument {
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
  } | null;
}

interface TextOptions {
  readonly width: number;
  readonly locale: Locale;
  readonly figures: readonly Figure[];
  readonly asOf: Value | null;
  readonly covered: ReturnType<typeof coverageReceipt> | null;
}

function explainText(
  document: ExplainDocument,
  { width, locale, figures, asOf, covered }: TextOptions,
): string {
  const lines: (readonly [head: string, text: string])[] = [];
  const say = (code: string): string => locale.message(`explain.${code}`);
  const put = (head: string, text: string): void => void lines.push([say(head), text]);
  const { receipt, metric } = document;
  put('definition', locale.message(`metric.${metric}.definition`));
  put('source', locale.message(`metric.${metric}.source`));
  const field = locale.sentence(document.period_of);
  put('belongs_to', locale.message('explain.period_of', { field }));
  if (document.clocks.length > 0)
    put('clocks', document.clocks.map((clock) => locale.message(`clock.${clock}`)).join(', '));
  put('method', locale.message(`explain.method.${document.kind}`));
  const rules = lines.length;
  if (receipt) {
    const number = (value: number): string => locale.numbers.number(value);
    const reasons = (head: string, group: string, counts: Readonly<Record<string, number>>): void => {
      for (const [reason, count] of Object.entries(counts))
        put(head, locale.message('receipt.reason', { count, reason: { code: `${group}.${reason}` } }));
    };
    if (asOf?.type === 'instant' && Number.isFinite(asOf.value))
      put('as_of', `${locale.formatValue(asOf)} (${asOf.zone})`);
    if (asOf?.type === 'instant' && covered)
      for (const words of coverageWords(covered, { locale, zone: asOf.zone })) put('coverage', words);
    if (receipt.period)
      lines.push([locale.message('ui.period'), locale.periodLabel(receipt.period.label, 'long')]);
    if (receipt.where) put('only', receipt.where);
    lines.push([locale.message('ui.tickets'), number(receipt.tickets)]);
    if (receipt.entries !== null && receipt.entries !== receipt.tickets)
      put('entries', number(receipt.entries));
    put('used', number(receipt.used));
    reasons('left_out', 'reason', receipt.left_out);
    reasons('taken_out', 'status', receipt.removed);
    if (receipt.clock_source) put('measured', say(`measured.${receipt.clock_source}`));
    if (receipt.note) lines.push([locale.message('ui.note'), locale.message(`note.${receipt.note}`)]);
    for (const { channel, threads, opened, place } of receipt.messages?.questions ?? []) {
      const words = locale.message(`explain.question.${place}`, { threads, opened });
      put('question', channel === null ? words : `${channel}: ${words}`);
    }
    for (const [rule, count] of Object.entries(receipt.messages?.roles ?? {}))
      put('who_wrote', locale.message('receipt.reason', { count, reason: { code: `role_rule.${rule}` } }));
    if (receipt.messages && receipt.messages.automatic > 0)
      put(
        'who_wrote',
        locale.message('receipt.reason', {
          count: receipt.messages.automatic,
          reason: { code: 'role_rule.template' },
        }),
      );
    if (receipt.messages && receipt.messages.by_bots > 0)
      put(
        'who_wrote',
        locale.message('receipt.reason', {
          count: receipt.messages.by_bots,
          reason: { code: 'role_rule.bots_answer' },
        }),
      );
    for (const figure of figures) lines.push([figureHead(figure, locale), figureText(figure, locale)]);
  }
  const name = locale.message(`metric.${metric}`);
  const parts = [lines.slice(0, rules), lines.slice(rules)].filter((part) => part.length > 0);
  const text = parts.map((part) => twoColumns(part, width).join('\n'));
  return `${[`${name} (${metric})`, ...text].join('\n\n')}\n`;
}

function coverageWords(
  { cut, from, to, known, outside }: NonNullable<TextOptions['covered']>,
  { locale, zone }: { readonly locale: Locale; readonly zone: string },
): string[] {
  if (Number.isNaN(from)) return [];
  const day = (value: number): Value => ({ type: 'instant', value, zone, precision: 'day' });
  const span = { from: day(from), to: day(to), cut: { code: `inspect.cut.${cut}` } };
  const whole = locale.message('inspect.created', span);
  if (!known || outside === 0) return [whole];
  return [whole, locale.message('explain.known', { from: day(known.from), to: day(known.to), outside })];
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
  const survey = segment[SURVEY];
  if (survey) return `${name}: ${survey}`;
  return clock === 'business' ? `${name} (${locale.message('clock.business')})` : name;
}

function figureText(figure: Figure, locale: Locale): string {
  const { value, status, reason, low, high, n } = figure;
  if (value === null && reason !== null) return locale.sentence(reason);
  const words = (amount: number | null): string =>
    locale.formatValue({ ...valueOfFigure(figure, amount), status: 'ok' });
  const shown = locale.formatValue({ ...valueOfFigure(figure, value), status, n });
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

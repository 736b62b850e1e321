import { rangeOf, withCompleteness } from '../../analysis/segments/periods.ts';
import type { Figure } from '../../model/metric.ts';
import { type Locale, loadLocale } from '../../output/locales/index.ts';
import { metricRow } from '../../output/renderers/metric-rows.ts';
import { filterOf, measureDesk } from '../../pipeline/figures.ts';
import { type MetricRequest, needsOf, parseMetricRequests, statsOf } from '../../pipeline/metric-requests.ts';
import { formatInstant } from '../../time/zone.ts';
import { emit } from '../emit.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { withDimensions } from '../filters.ts';
import { type Io, widthOf } from '../io.ts';
import { languageOf } from '../language.ts';
import type { OutputOptions, PeriodOptions } from '../options.ts';
import { kindOptions, openSession, type SessionOptions } from '../session.ts';
import { policiesOf, slaOf } from '../sla.ts';
import { printProblems } from '../warnings.ts';
import { clocksOf, periodRequest, wrapped } from './metrics.ts';

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
  const session = await openSession(options, io);
  const hasFiles = files.length > 0 || kindOptions.some((kind) => options[kind] !== undefined);
  const receipt = hasFiles ? await receiptOf(request, { files, options, session }) : null;
  const document = {
    schema: 'deskstat.explain/1',
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
  const locale = await loadLocale(languageOf(options, session.config));
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
            }),
          ],
  });
  if (receipt) await printProblems(receipt.problems, io);
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
  const range = rangeOf(
    { ...periodRequest(options, session), zone: session.zone, weekStarts: session.weekStarts },
    desk,
  );
  const results = measureDesk(desk, {
    metrics: [{ metric, stats }],
    by: [],
    totals: false,
    top: null,
    where,
    periods: range && [withCompleteness(range, desk)],
    clocks: clocksOf(options.clock, businessTime !== null),
    zone: session.zone,
    businessTime,
    sla: isAboutSla ? await slaOf(session, desk) : null,
  });
  const instant = (at: number): string => formatInstant(at, session.zone, 'second');
  const leftOut = Object.fromEntries([...results[0].leftOut].sort(([a], [b]) => (a < b ? -1 : 1)));
  const figures = results.flatMap((each) => each.figures);
  const used = figures[0]?.n ?? 0;
  return {
    figures,
    problems: desk.problems,
    document: {
      as_of: Number.isFinite(desk.asOf) ? instant(desk.asOf) : null,
      timezone: session.zone.id,
      period: range && { start: instant(range.start), end: instant(range.end), label: range.label },
      where: options.where ?? null,
      tickets: desk.tickets.rows,
      removed: Object.fromEntries(desk.removed),
      used,
      left_out: leftOut,
      clock_source: figures[0]?.clockSource ?? null,
      note: results[0].note,
      coverage: { cut: desk.coverage.cut, from: instant(desk.coverage.from), to: instant(desk.coverage.to) },
      figures: figures.map((figure) => metricRow(figure, instant)),
    },
  };
}

interface ExplainDocument {
  readonly metric: string;
  readonly name: string;
  readonly definition: string;
  readonly source: string;
  readonly period_of: string;
  readonly clocks: readonly string[];
  readonly method: string;
  readonly receipt: {
    readonly period: { readonly label: string } | null;
    readonly where: string | null;
    readonly tickets: number;
    readonly used: number;
    readonly left_out: Readonly<Record<string, number>>;
    readonly removed: Readonly<Record<string, number>>;
    readonly clock_source: string | null;
    readonly note: string | null;
    readonly as_of: string | null;
    readonly timezone: string;
  } | null;
}

interface TextOptions {
  readonly width: number;
  readonly locale: Locale;
  readonly figures: readonly Figure[];
}

function explainText(document: ExplainDocument, { width, locale, figures }: TextOptions): string {
  const label = 14;
  const lines: string[] = [`${document.name} (${document.metric})`, ''];
  const put = (head: string, text: string): void => {
    wrapped(text, width - label).forEach((line, index) => {
      lines.push(`${(index === 0 ? head : '').padEnd(label)}${line}`);
    });
  };
  put('Definition', document.definition);
  put('Source', document.source);
  put('Belongs to', `the period of ${document.period_of}`);
  if (document.clocks.length > 0) put('Clocks', document.clocks.join(', '));
  put('Method', document.method);
  const { receipt } = document;
  if (!receipt) return `${lines.join('\n')}\n`;
  lines.push('');
  put('As of', `${receipt.as_of ?? '–'} (${receipt.timezone})`);
  if (receipt.period) put('Period', receipt.period.label);
  if (receipt.where) put('Only', receipt.where);
  put('Tickets', String(receipt.tickets));
  put('Used', String(receipt.used));
  for (const [reason, count] of Object.entries(receipt.left_out))
    put('Left out', `${count}  ${reason.replaceAll('_', ' ')}`);
  for (const [reason, count] of Object.entries(receipt.removed))
    put('Taken out', `${count}  ${reason.replaceAll('_', ' ')}`);
  if (receipt.clock_source)
    put('Measured', receipt.clock_source === 'own' ? 'by deskstat, from stamps' : 'by the helpdesk itself');
  if (receipt.note) put('Note', receipt.note.replaceAll('_', ' '));
  for (const figure of figures) put(figureHead(figure), figureText(figure, locale));
  return `${lines.join('\n')}\n`;
}

function figureHead({ stat, clock }: Figure): string {
  return clock === 'business' ? `${stat} bus.` : stat;
}

function figureText(figure: Figure, locale: Locale): string {
  if (figure.value === null) return figure.reason ?? figure.status;
  const value = (amount: number): string => locale.formatValue(valueOfFigure(figure, amount));
  const interval =
    figure.low === null && figure.high === null
      ? ''
      : ` (95 %: ${figure.low === null ? '–' : value(figure.low)} to ${figure.high === null ? '–' : value(figure.high)})`;
  return `${value(figure.value)}${interval}${figure.status === 'ok' ? '' : `, ${figure.status.replaceAll('_', ' ')}`}`;
}

function valueOfFigure(figure: Figure, value: number) {
  if (figure.kind === 'duration')
    return { type: 'duration', value, clock: figure.clock ?? 'calendar' } as const;
  return { type: figure.kind, value } as const;
}

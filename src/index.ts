import type { Desk } from './model/desk.ts';
import { englishLocale, loadLocale } from './output/locales/index.ts';
import * as formats from './output/renderers/index.ts';
import type { Answer, Asking, AskOptions, Question } from './questions/ask.ts';
import { englishElsewhere } from './questions/english.ts';
import type { DeskReport } from './questions/program/build-report.ts';
import { type ReadTicketsOptions, readTickets as read } from './questions/program/read-tickets.ts';

export type { CheckVerdict } from './model/check.ts';
export type { Desk } from './model/desk.ts';
export type { Figure, Metric } from './model/metric.ts';
export { DeskstatError, type Problem, problemBlock, problemLine } from './model/problem.ts';
export type { Block, Report } from './model/report.ts';
export type { Retention } from './model/retention.ts';
export type { Answer, Asking, AskOptions, Question } from './questions/ask.ts';
export { metrics } from './questions/names.ts';
export {
  type BuildReportOptions,
  buildReport,
  type DeskReport,
} from './questions/program/build-report.ts';
export {
  type CheckExpectationsOptions,
  type CheckRow,
  checkExpectations,
} from './questions/program/check-expectations.ts';
export {
  type ComputeMetricsOptions,
  computeMetrics,
  type MetricRow,
} from './questions/program/compute-metrics.ts';
export { findIssues, type RecurringIssue, type RecurringIssues } from './questions/program/find-issues.ts';
export type { ReadTicketsOptions } from './questions/program/read-tickets.ts';
export { type RetentionOfOptions, retentionOf } from './questions/program/retention-of.ts';
export type { TimeOptions } from './questions/program/settled-call.ts';
export type { ProgressEvent } from './questions/progress-event.ts';

/**
 * Asks any question that a command answers (`report`, `metrics`, `agents`, `tickets`, `explain`, `waiting`, `check`,
 * `diff`, `retention`, `issues`, `inspect`) with its options and the settings of `deskstat.yaml`, and returns its JSON.
 * A desk that `readTickets` read may stand in place of its files: nothing is read again, and its own settings hold.
 *
 * @throws DeskstatError (2) for a mistake in options or settings, (3) for files that cannot be used
 * @example const { rows } = await ask('waiting', ['tickets.csv'], { options: { config: 'deskstat.yaml' } });
 */
export async function ask(question: Question, paths: Asking, options: AskOptions = {}): Promise<Answer> {
  const { askQuestion } = await import('./questions/ask.ts');
  const { documentOf } = await import('./questions/answers/answer.ts');
  const answer = await askQuestion(question, paths, { ...options, now: () => Date.now() });
  const text = answer.whole
    ? await renderReport({ ...answer.whole, about: answer.head }, 'json')
    : JSON.stringify(documentOf(answer));
  return JSON.parse(text) as Answer;
}

/**
 * Reads ticket, survey, message and event exports into one desk, whose `problems` say what was guessed and left out.
 *
 * @throws DeskstatError (exit code 3) when a file cannot be used, (2) for a pin that names nothing or a mistake in settings
 * @example const desk = await readTickets(['tickets.csv', 'surveys.csv'], { config: 'deskstat.yaml' });
 */
export async function readTickets(paths: readonly string[], options: ReadTicketsOptions = {}): Promise<Desk> {
  return read(paths, { ...options, now: () => Date.now() });
}

/** How a report is written. */
export interface RenderReportOptions {
  /** Language of what people read; English unless given. */
  readonly lang?: 'en' | 'bn' | 'hi';
  /** Characters a line of the `table` format may take; 80 unless given. */
  readonly width?: number;
}

/**
 * Writes a report as `html`, `markdown`, `table` (plain text), `json`, `ndjson` or `csv`. Same report, same bytes.
 *
 * @example await renderReport(report, 'markdown', { lang: 'hi' })
 */
export async function renderReport(
  { about, ...report }: DeskReport,
  format: Exclude<formats.ReportFormat, 'xlsx'>,
  options: RenderReportOptions = {},
): Promise<string> {
  const english = englishElsewhere();
  const text = await formats.renderReport(report, format, {
    locale: await loadLocale(options.lang ?? 'en', { english }),
    machineLocale: englishLocale({ english }),
    width: options.width,
    envelope: about,
  });
  return text as string;
}

import path from 'node:path';
import type { Cause } from '../../analysis/saved/causes.ts';
import {
  compareSavedRuns,
  type FigureDifference,
  type SavedComparison,
} from '../../analysis/saved/compare-saved.ts';
import type { SavedFigure, SavedRun } from '../../analysis/saved/saved-figure.ts';
import { readSavedRun } from '../../analysis/saved/saved-run.ts';
import { readTextFile } from '../../config/text-file.ts';
import { englishLocale, type Locale } from '../../output/locales/index.ts';
import { type MachineRow, type RowColumn, type RowFormat, writeRows } from '../../output/renderers/rows.ts';
import { emit } from '../emit.ts';
import { resultHead } from '../envelope.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { type Io, widthOf } from '../io.ts';
import type { CommonOptions, OutputOptions } from '../options.ts';
import { wrapped } from './metrics.ts';

export type DiffOptions = CommonOptions & OutputOptions;

export const diffFormats = ['table', 'json', 'ndjson', 'csv', 'markdown'] as const;

/** Rows of one heading shown to people; the machine formats hold them all. */
const MOST = 40;

/** `deskstat diff OLD NEW`: what is new, and what of the past has another figure now. */
export async function run(args: readonly string[], options: DiffOptions, io: Io): Promise<ExitCode> {
  const [oldFile, newFile] = args;
  const read = async (file: string): Promise<SavedRun> =>
    readSavedRun(await readTextFile(path.resolve(io.cwd, file)), file);
  const [before, after] = [await read(oldFile), await read(newFile)];
  const comparison = compareSavedRuns(before, after, { old: oldFile, new: newFile });
  const head = headOf({ file: oldFile, run: before }, { file: newFile, run: after });
  await emit({
    options,
    formats: diffFormats,
    inputs: [oldFile, newFile],
    io,
    render: async (format, { stdout }) => {
      if (format === 'table' || format === 'markdown') {
        const width = stdout ? widthOf(io.stdout) : 80;
        return diffText(comparison, { head, isMarkdown: format === 'markdown', width });
      }
      return writeRows(comparison.differences.map(rowOf), format as RowFormat, {
        columns: flatColumns(comparison.differences),
        envelope: {
          ...resultHead('diff'),
          of: head.of,
          timezone: head.timezone,
          old: head.old,
          new: head.new,
          same: comparison.same,
          counts: comparison.counts,
          causes: comparison.causes,
        },
        excel: options.excel,
      });
    },
  });
  return exitCodes.done;
}

interface Side {
  readonly path: string;
  readonly version: string | null;
  readonly as_of: string | null;
  readonly figures: number;
}

interface Head {
  readonly of: string;
  readonly timezone: string;
  readonly old: Side;
  readonly new: Side;
}

interface Opened {
  readonly file: string;
  readonly run: SavedRun;
}

function headOf(before: Opened, after: Opened): Head {
  const side = ({ file, run: { version, asOf, figures } }: Opened): Side => ({
    path: file,
    version,
    as_of: asOf,
    figures: figures.length,
  });
  return { of: after.run.kind, timezone: after.run.timezone, old: side(before), new: side(after) };
}

/** One difference in the units of data. */
function rowOf({ change, because, figure, old, new: now }: FigureDifference): MachineRow {
  const [was, is] = [old?.value ?? null, now?.value ?? null];
  const difference = was === null || is === null ? null : is - was;
  return {
    change,
    because,
    period: figure.period,
    segment: figure.segment,
    metric: figure.metric,
    stat: figure.stat,
    clock: figure.clock,
    unit: figure.unit,
    old: was,
    new: is,
    difference,
    relative: difference === null || was === null || was === 0 ? null : difference / Math.abs(was),
    old_n: old?.n ?? null,
    new_n: now?.n ?? null,
  };
}

function flatColumns(differences: readonly FigureDifference[]): readonly (RowColumn | string)[] {
  const dimensions = [...new Set(differences.flatMap(({ figure }) => Object.keys(figure.segment)))];
  const period = (key: 'label' | 'start' | 'end'): RowColumn => ({
    key: key === 'label' ? 'period' : `period_${key}`,
    get: (row) => (row.period as SavedFigure['period'])?.[key] ?? null,
  });
  return [
    'change',
    'because',
    period('label'),
    period('start'),
    period('end'),
    ...dimensions.map((name) => ({
      key: `by_${name}`,
      get: (row: MachineRow) => (row.segment as SavedFigure['segment'])[name] ?? null,
    })),
    ...['metric', 'stat', 'clock', 'unit', 'old', 'new', 'difference', 'relative', 'old_n', 'new_n'],
  ];
}

interface TextOptions {
  readonly head: Head;
  readonly isMarkdown: boolean;
  readonly width: number;
}

/** The same for people: restated history first, as that is what nobody expects. */
function* diffText(comparison: SavedComparison, options: TextOptions): Iterable<string> {
  const { head, isMarkdown, width } = options;
  const { counts, same, differences, causes } = comparison;
  const say = (text: string): string => (isMarkdown ? `${text}\n` : `${wrapped(text, width).join('\n')}\n`);
  yield say(`${named(head.old)} against ${named(head.new)}; times in ${head.timezone}`);
  yield '\n';
  if (differences.length === 0) {
    yield say(`Nothing differs: all ${same} figures are the same.`);
    return;
  }
  yield say(summaryOf(comparison));
  const of = (change: string): readonly FigureDifference[] =>
    differences.filter((each) => each.change === change);
  if (counts.restated + counts.gone > 0) {
    const reasons = causes.flatMap((cause) => causeText(cause) ?? []);
    yield '\n';
    if (reasons.length === 0) yield say('The two files do not tell why.');
    else {
      yield say('What differs between the two runs:');
      if (isMarkdown) yield '\n';
      for (const reason of reasons) yield itemOf(reason, options);
    }
  }
  yield* tableOf('History that was restated', of('restated'), options);
  yield* tableOf('Figures that are gone', of('gone'), options);
  yield* newsOf(of('new'), options);
  const idle = counts.only_old + counts.only_new;
  if (idle > 0) {
    yield '\n';
    yield say(
      `Not compared, as only one of the two was asked for it: ${counts.only_old} figures of ${head.old.path}, ${counts.only_new} of ${head.new.path}.`,
    );
  }
}

const named = ({ path: file, as_of }: Side): string =>
  as_of === null ? file : `${file} (data up to ${as_of})`;

function summaryOf({ counts, same }: SavedComparison): string {
  const parts = [
    counts.restated === 0 && counts.gone === 0
      ? 'no figure of the past was restated'
      : `${counts.restated} ${figures(counts.restated)} of the past restated`,
    counts.gone > 0 && `${counts.gone} gone`,
    `${counts.new} new or still running then`,
    `${same} the same`,
  ].filter((part) => part !== false);
  const text = parts.join(', ');
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
}

const figures = (count: number): string => (count === 1 ? 'figure' : 'figures');

function itemOf(text: string, { isMarkdown, width }: TextOptions): string {
  if (isMarkdown) return `- ${text}\n`;
  return wrapped(text, width - 4)
    .map((line, i) => `${i === 0 ? '  • ' : '    '}${line}\n`)
    .join('');
}

const short = (digest: string): string => (/^[0-9a-f]{64}$/.test(digest) ? digest.slice(0, 12) : digest);

function causeText(cause: Cause): string | null {
  switch (cause.code) {
    case 'input_changed':
      return `${cause.path} has other content (${short(cause.old)} → ${short(cause.new)})`;
    case 'input_added':
      return `${cause.path} was added`;
    case 'input_removed':
      return `${cause.path} was left out`;
    case 'as_of':
      return `the data reach up to ${cause.new ?? 'no known moment'}, before up to ${cause.old ?? 'no known moment'}: tickets may have been answered, solved, reopened or rated since`;
    case 'settings_changed':
      return `${cause.path} has other settings`;
    case 'hours':
      return `working hours are ${cause.new ?? 'not set'}, and were ${cause.old ?? 'not set'}`;
    case 'version':
      return `deskstat is version ${cause.new ?? 'unknown'}, and was ${cause.old ?? 'unknown'}`;
    case 'arguments':
      return `the options are ${optionText(cause.new)}, and were ${optionText(cause.old)}`;
    default:
      return cause satisfies never;
  }
}

const optionText = (words: readonly string[]): string =>
  words
    .slice(1)
    .map((word) => (/^[\w./:=,-]+$/.test(word) ? word : `'${word}'`))
    .join(' ') || 'none';

function* tableOf(title: string, rows: readonly FigureDifference[], options: TextOptions): Iterable<string> {
  if (rows.length === 0) return;
  const { isMarkdown, width } = options;
  yield isMarkdown ? `\n## ${title}\n\n` : `\n${title}\n`;
  const locale = englishLocale();
  yield* writeRows(rows.slice(0, MOST).map(asRow), isMarkdown ? 'markdown' : 'table', {
    columns: plainColumns(rows, locale),
    ...(isMarkdown ? {} : { width }),
  });
  if (rows.length > MOST)
    yield `${isMarkdown ? '\n' : ''}and ${rows.length - MOST} more: --format csv lists them all\n`;
}

const asRow = (difference: FigureDifference): MachineRow => difference as unknown as MachineRow;
const read = (row: MachineRow): FigureDifference => row as unknown as FigureDifference;

function plainColumns(rows: readonly FigureDifference[], locale: Locale): readonly RowColumn[] {
  const hasSegments = rows.some(({ figure }) => Object.keys(figure.segment).length > 0);
  const value = (figure: SavedFigure | null): string => (figure ? valueText(figure, locale) : '–');
  return [
    { key: 'period', label: 'Period', word: (_, row) => read(row).figure.period?.label ?? 'everything' },
    ...(hasSegments
      ? [
          {
            key: 'segment',
            label: 'Segment',
            word: (_: unknown, row: MachineRow) => segmentText(read(row).figure),
          },
        ]
      : []),
    { key: 'figure', label: 'Figure', word: (_, row) => figureText(read(row).figure) },
    { key: 'old', label: 'Was', align: 'right', word: (_, row) => value(read(row).old) },
    { key: 'new', label: 'Is', align: 'right', word: (_, row) => value(read(row).new) },
    { key: 'n', label: 'n', align: 'right', word: (_, row) => countText(read(row)) },
  ];
}

function figureText({ metric, stat, clock }: SavedFigure): string {
  const statistic = stat === null || stat === 'count' || stat === 'share' ? '' : `.${stat}`;
  return `${metric}${statistic}${clock === 'business' && !metric.includes('@') ? '@business' : ''}`;
}

const segmentText = ({ segment }: SavedFigure): string =>
  Object.entries(segment)
    .filter(([name]) => name !== 'chart')
    .map(([, value]) => value ?? '–')
    .join(', ') || 'all';

function countText({ old, new: now }: FigureDifference): string {
  const [was, is] = [old?.n ?? null, now?.n ?? null];
  if (was === null && is === null) return '';
  return was === is ? String(is) : `${was ?? '–'} → ${is ?? '–'}`;
}

function valueText({ value, unit, clock }: SavedFigure, locale: Locale): string {
  if (value === null) return '–';
  if (unit === 'seconds') {
    const on = clock === 'business' ? 'business' : 'calendar';
    return locale.formatValue({ type: 'duration', value: value * 1000, clock: on });
  }
  if (unit === 'share') return locale.formatValue({ type: 'share', value });
  if (unit === 'tickets') return locale.formatValue({ type: 'count', value });
  return locale.formatValue({ type: 'number', value, digits: 2 });
}

/** New data, one line a period: its figures are those of the report itself. */
function* newsOf(
  rows: readonly FigureDifference[],
  { isMarkdown, ...options }: TextOptions,
): Iterable<string> {
  if (rows.length === 0) return;
  yield isMarkdown ? '\n## New data\n\n' : '\nNew data\n';
  const periods = new Map<string, { readonly count: number; readonly wasRunning: boolean }>();
  for (const { figure, because } of rows) {
    const name = figure.period?.label ?? 'everything';
    const known = periods.get(name) ?? { count: 0, wasRunning: false };
    periods.set(name, {
      count: known.count + 1,
      wasRunning: known.wasRunning || because === 'was_running' || because === 'window_was_open',
    });
  }
  const lines = [...periods].map(([name, { count, wasRunning }]) => {
    const why = name === 'everything' ? ', as far as the data go' : wasRunning ? ', not complete then' : '';
    return `${name}: ${count} ${figures(count)}${why}`;
  });
  for (const line of lines.slice(0, MOST)) yield itemOf(line, { isMarkdown, ...options });
  if (lines.length > MOST)
    yield itemOf(`and ${lines.length - MOST} more periods`, { isMarkdown, ...options });
}

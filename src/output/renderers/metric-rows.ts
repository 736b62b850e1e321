import type { FigureChange } from '../../model/figure-change.ts';
import { type Figure, figureKey, unitOfKind } from '../../model/metric.ts';
import type { Value, Verdict } from '../../model/report.ts';
import type { Locale } from '../locales/index.ts';
import { changeText } from './block-values.ts';
import { valueIn } from './check-words.ts';
import { machineNumber } from './machine-values.ts';
import type { MachineRow, RowColumn } from './rows.ts';

/** The row of `metrics` in JSON and NDJSON: a figure in the units of data, durations in seconds. */
export interface MetricRow extends MachineRow {
  readonly period: {
    readonly start: string;
    readonly end: string;
    readonly label: string;
    readonly complete: boolean;
  } | null;
  readonly segment: Readonly<Record<string, string | null>>;
  readonly metric: string;
  readonly stat: string;
  readonly clock: string | null;
  readonly unit: string;
  readonly value: number | null;
  readonly n: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly open: number | null;
  readonly status: string;
  readonly reason: string | null;
  readonly clock_source: string | null;
  /** How finely a duration is known; null for what is none. */
  readonly precision: string | null;
  /** Its name in every output: `first_response_time.p90@business`. */
  readonly key: string;
}

/**
 * A figure as a machine row: milliseconds become seconds, missing becomes null, nothing is rounded.
 * `formatInstant` writes epoch milliseconds as ISO 8601 with the offset of the report's zone.
 */
export function metricRow(figure: Figure, formatInstant: (instant: number) => string): MetricRow {
  const scale = (value: number | null): number | null => machineNumber(value, figure.kind);
  const { period } = figure;
  return {
    period: period && {
      start: formatInstant(period.start),
      end: formatInstant(period.end),
      label: period.label,
      complete: period.complete,
    },
    segment: figure.segment,
    metric: figure.metric,
    stat: figure.stat,
    clock: figure.clock,
    unit: unitOfKind[figure.kind],
    value: scale(figure.value),
    n: figure.n,
    low: scale(figure.low),
    high: scale(figure.high),
    open: figure.open,
    status: figure.status,
    reason: figure.reason,
    clock_source: figure.clockSource ?? null,
    precision:
      figure.kind === 'duration' && figure.status !== 'unavailable' ? (figure.precision ?? 'second') : null,
    key: figureKey(figure),
  };
}

/** A row a period and segment, a column a figure: what a spreadsheet joins on. */
export function wideRows(
  rows: readonly MetricRow[],
  dimensions: readonly string[],
): { readonly rows: readonly MachineRow[]; readonly columns: readonly RowColumn[] } {
  const heads = [...periodColumns.map(({ key }) => key), ...dimensions.map((name) => `by_${name}`)];
  const keys = [...new Set(rows.map(({ key }) => key))];
  const found = new Map<string, Record<string, unknown>>();
  // What cannot be computed at all has one row, without a period and a segment: its column stays empty.
  for (const { period, segment, key, value, status } of rows) {
    if (status === 'unavailable' && value === null) continue;
    const cells = [
      period?.start ?? null,
      period?.end ?? null,
      ...dimensions.map((name) => segment[name] ?? null),
    ];
    const at = JSON.stringify(cells);
    const row = found.get(at) ?? Object.fromEntries(heads.map((head, index) => [head, cells[index]]));
    row[key] = value;
    found.set(at, row);
  }
  const filled = [...found.values()].map((row) =>
    Object.fromEntries([...heads, ...keys].map((key) => [key, row[key] ?? null])),
  );
  return {
    rows: filled,
    columns: [
      ...heads.map((key): RowColumn => periodColumns.find((each) => each.key === key) ?? { key }),
      ...keys.map((key) => ({ key, type: 'number' }) as const),
    ],
  };
}

const periodColumns = [
  { key: 'period_start', type: 'instant' },
  { key: 'period_end', type: 'instant' },
] as const;

/** What `--compare` adds to a row, in its unit. */
export const changeKeys = [
  'before',
  'before_n',
  'change',
  'change_low',
  'change_high',
  'verdict',
  'expected_low',
  'expected_high',
] as const;

/** The same as columns. */
export const changeColumns: readonly RowColumn[] = changeKeys.map((key) => ({
  key,
  type: key === 'verdict' ? 'text' : 'number',
}));

/** A figure's change as those columns; null all along where there is nothing before it. */
export function changeCells(
  { kind }: Pick<Figure, 'kind'>,
  change: FigureChange | undefined,
): Readonly<Record<(typeof changeKeys)[number], number | string | null>> {
  const scale = (value: number | null | undefined): number | null =>
    value === null || value === undefined || !Number.isFinite(value)
      ? null
      : kind === 'duration'
        ? value / 1000
        : value;
  return {
    before: scale(change?.before),
    before_n: change?.beforeN ?? null,
    change: scale(change?.change),
    change_low: scale(change?.low),
    change_high: scale(change?.high),
    verdict: change?.verdict ?? null,
    expected_low: scale(change?.limits?.low),
    expected_high: scale(change?.limits?.high),
  };
}

/** The rows of many figures, one at a time. */
export function* metricRows(
  figures: Iterable<Figure>,
  formatInstant: (instant: number) => string,
): Iterable<MetricRow> {
  for (const figure of figures) yield metricRow(figure, formatInstant);
}

/** Columns of the flat formats: period stamps, one `by_` column a dimension, then the figure. */
export function metricColumns(dimensions: readonly string[]): readonly RowColumn[] {
  const period = (key: 'start' | 'end') => (row: MachineRow) => (row as MetricRow).period?.[key];
  return [
    { key: 'period_start', type: 'instant', get: period('start') },
    { key: 'period_end', type: 'instant', get: period('end') },
    ...dimensions.map((name) => ({
      key: `by_${name}`,
      get: (row: MachineRow) => (row as MetricRow).segment[name],
    })),
    ...plainKeys.map((key): RowColumn => ({ key, type: numeric.has(key) ? 'number' : 'text' })),
  ];
}

const numeric: ReadonlySet<string> = new Set(['value', 'n', 'low', 'high', 'open']);
const plainKeys = [
  'metric',
  'stat',
  'clock',
  'unit',
  'value',
  'n',
  'low',
  'high',
  'open',
  'status',
  'reason',
  'clock_source',
  'precision',
  'key',
] as const;

/** Columns for people: one period label, names instead of ids, figures as words. Only those that say something. */
export function metricTableColumns(
  dimensions: readonly string[],
  locale: Locale,
  shown: {
    readonly periods: boolean;
    readonly names: Readonly<Record<string, string>>;
    /** Some row has something to be said about it. */
    readonly notes: boolean;
    /** Rows carry `changeKeys`. */
    readonly compared?: boolean;
  },
): readonly RowColumn[] {
  const label = (code: string): string => locale.message(code);
  const read = (row: MachineRow): MetricRow => row as MetricRow;
  const figure = (row: MachineRow, value: number | null): string =>
    locale.formatValue(valueOfRow(read(row), value));
  return [
    ...(shown.periods
      ? [
          {
            key: 'period',
            label: label('ui.period'),
            get: (row: MachineRow) => {
              const { period } = read(row);
              return period ? locale.periodLabel(period.label, 'long') : label('period.all');
            },
          },
        ]
      : []),
    ...dimensions.map((name) => ({
      key: name,
      label: locale.has(`dimension.${name}`) ? label(`dimension.${name}`) : name.replace(/^column:/, ''),
      get: (row: MachineRow) => {
        const value = read(row).segment[name] ?? null;
        return value === null ? label('ui.no_value') : valueIn(locale, { name, value });
      },
    })),
    {
      key: 'metric',
      label: label('ui.figure'),
      get: (row) => {
        const { metric, stat, clock, unit } = read(row);
        const known = [`short.${metric}`, `metric.${metric}`].find((code) => locale.has(code));
        const name = known ? label(known) : (shown.names[metric] ?? metric);
        // What a metric has one statistic of is not said; the mean of scores is part of their name.
        if (['count', 'share', 'score'].includes(stat) || (stat === 'mean' && unit === 'score')) return name;
        const words = `${name}, ${label(locale.has(`short.${stat}`) ? `short.${stat}` : `stat.${stat}`)}`;
        return clock === 'business' ? `${words} (${label('short.business')})` : words;
      },
    },
    {
      key: 'value',
      label: label('ui.value'),
      align: 'right',
      word: (_, row) => shyFigure(read(row), locale) ?? figure(row, read(row).value),
    },
    ...(shown.compared ? comparedColumns(locale) : []),
    // Beside what it was and how it changed there is no room for an interval at 80 columns.
    ...(shown.compared ? [] : [intervalColumn(locale)]),
    { key: 'n', label: 'n', align: 'right', word: (_, row) => locale.numbers.number(read(row).n) },
    ...(shown.notes
      ? [
          {
            key: 'reason',
            label: label('ui.note'),
            word: (_: unknown, row: MachineRow) => locale.sentence(read(row).reason ?? ''),
          },
        ]
      : []),
  ];
}

/** A figure that rests on too few is shown as such, with its value: null for any other. */
function shyFigure(row: MetricRow, locale: Locale): string | null {
  if (row.status !== 'too_few' || row.value === null || row.n === 0) return null;
  const value = locale.formatValue(valueOfRow({ ...row, status: 'ok' }, row.value));
  return locale.message('value.shy', { value });
}

/** The 95 % interval of a figure, where it has one. */
function intervalColumn(locale: Locale): RowColumn {
  const bound = (row: MetricRow, value: number | null): string =>
    value === null ? locale.message('value.none') : locale.formatValue(valueOfRow(row, value));
  return {
    key: 'interval',
    label: locale.message('ui.interval_column'),
    align: 'right',
    word: (_, machineRow) => {
      const row = machineRow as MetricRow;
      const { low, high, status } = row;
      if ((low === null && high === null) || status === 'too_few') return '';
      return locale.message('value.interval', { low: bound(row, low), high: bound(row, high) });
    },
  };
}

/** The figure before and the change, marked where it is noise or rests on too few; the machine formats carry the rest. */
function comparedColumns(locale: Locale): readonly RowColumn[] {
  return [
    {
      key: 'before',
      label: locale.message('ui.before'),
      align: 'right',
      word: (before, row) =>
        locale.formatValue(valueOfRow({ ...(row as MetricRow), status: 'ok' }, before as number | null)),
    },
    {
      key: 'change',
      label: locale.message('ui.change'),
      align: 'right',
      word: (change, row) => (change === null ? '' : changeWords(row as ComparedRow, locale)),
    },
  ];
}

type ComparedRow = MetricRow & { readonly before: number | null; readonly verdict: Verdict | null };

const changedUnits = { seconds: 'duration', share: 'share', points: 'points', score: 'score' } as const;

/** Without a verdict a change has no mark either: nobody knows whether it is one. */
function changeWords({ before, value, verdict, unit }: ComparedRow, locale: Locale): string {
  const of = changedUnits[unit as keyof typeof changedUnits] ?? 'count';
  const change: Value = { type: 'change', of, before, now: value, lowerIsBetter: null };
  return verdict === null ? locale.formatValue(change) : changeText({ ...change, verdict }, locale);
}

/** What the marks beside changes mean, those that stand in these rows. */
export function changeLegend(rows: Iterable<MachineRow>, locale: Locale): string[] {
  const seen = new Set<unknown>();
  for (const { verdict } of rows) seen.add(verdict);
  return [
    ...(seen.has('noise') ? [locale.message('ui.noise_legend')] : []),
    ...(seen.has('too_few') ? [locale.message('ui.few_legend')] : []),
  ];
}

/** A number of a machine row, back in inner units, as a value that a locale can word. */
function valueOfRow(row: MetricRow, value: number | null): Value {
  const status = row.status as Figure['status'];
  const n = row.n;
  switch (row.unit) {
    case 'seconds':
      return {
        type: 'duration',
        value: value === null ? null : value * 1000,
        clock: row.clock === 'business' ? 'business' : 'calendar',
        ...(row.precision === 'day' ? { precision: 'day' as const } : {}),
        status,
        n,
      };
    case 'share':
      return { type: 'share', value, status, n };
    case 'score':
      return { type: 'score', value, status, n };
    case 'points':
      return { type: 'points', value, status, n };
    default:
      // The mean of a count is no whole number.
      if (row.stat === 'mean' && status === 'ok') return { type: 'number', value, digits: 2 };
      return { type: 'count', value, status, n };
  }
}

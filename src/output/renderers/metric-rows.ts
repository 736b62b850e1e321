import { innerNumber } from '../../model/machine-number.ts';
import type { Figure } from '../../model/metric.ts';
import type { Value, Verdict } from '../../model/report.ts';
import type { CellType, MachineRow, MetricRow } from '../../model/rows.ts';
import { isSentence, type SentenceCode } from '../../model/sentence.ts';
import type { Locale } from '../locales/index.ts';
import { changeText } from './block-values.ts';
import { valueIn } from './check-words.ts';
import type { RowColumn } from './rows.ts';

/** Columns for people: one period label, names instead of ids, figures as words. Only those that say something. */
export function metricTableColumns(
  dimensions: readonly string[],
  locale: Locale,
  shown: {
    readonly periods: boolean;
    /** Some row has something to be said about it. */
    readonly notes: boolean;
    /** Rows carry `changeKeys`. */
    readonly compared?: boolean;
  },
): readonly RowColumn[] {
  const label = (code: string): string => locale.message(code);
  const read = (row: MachineRow): MetricRow => row as MetricRow;
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
        const name = known ? label(known) : metric;
        // What a metric has one statistic of is not said; the mean of scores is part of their name.
        if (['count', 'share', 'score'].includes(stat) || (stat === 'mean' && unit === 'score')) return name;
        const words = `${name}, ${label(locale.has(`short.${stat}`) ? `short.${stat}` : `stat.${stat}`)}`;
        return clock === 'business' ? `${words} (${label('short.business')})` : words;
      },
    },
    {
      ...inUnit('value'),
      label: label('ui.value'),
      align: 'right',
      word: (_, row) => locale.formatValue(knownValue(read(row))),
      figure: (row) => knownValue(read(row)),
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
            word: (_: unknown, row: MachineRow) =>
              locale.say((row as NotedRow).note ?? read(row).reason ?? ''),
          },
        ]
      : []),
  ];
}

/** A row whose reason stands below its table. */
type NotedRow = MetricRow & { readonly note?: string };

const unitTypes = { seconds: 'duration', share: 'share', points: 'points', score: 'score' } as const;
const typeOfUnit = ({ unit }: MachineRow): CellType => unitTypes[unit as keyof typeof unitTypes] ?? 'number';

/** A figure in the unit of its row, whatever that is. */
function inUnit(key: string): RowColumn {
  return {
    key,
    type: typeOfUnit,
    clock: ({ clock }) => (clock === 'business' ? 'business' : 'calendar'),
    get: (row) => innerNumber(row[key] as number | null, typeOfUnit(row)),
  };
}

const unitKeys: ReadonlySet<string> = new Set([
  'value',
  'low',
  'high',
  'before',
  'change_low',
  'change_high',
]);

/** Columns of figures for a workbook, in which they are what their rows' units say. */
export function sheetColumns(columns: readonly RowColumn[]): readonly RowColumn[] {
  return columns.map((column) => (unitKeys.has(column.key) ? inUnit(column.key) : column));
}

/** Reasons that say of a count that the files lack some of it. */
const boundReasons: ReadonlySet<string> = new Set<SentenceCode>([
  'why.lower_bound',
  'why.answers_not_recorded',
]);

/** The figure of a row with what is known of it: that it is incomplete, a lower bound, or rests on too few. */
function knownValue(row: MetricRow): Value {
  const value = valueOfRow(row, row.value);
  if (row.status === 'too_few') return { ...value, isShy: true } as Value;
  const isBound = value.type === 'count' && isSentence(row.reason) && boundReasons.has(row.reason.code);
  return isBound ? { ...value, isLowerBound: true } : value;
}

/** The 95 % interval of a figure, where it has one. */
function intervalColumn(locale: Locale): RowColumn {
  // What the value says of itself (`incomplete`, `at least`) is not said of both of its bounds too.
  const bound = (row: MetricRow, value: number | null): string =>
    value === null
      ? locale.message('value.none')
      : locale.formatValue(valueOfRow({ ...row, status: 'ok' }, value));
  return {
    key: 'interval',
    label: locale.message('ui.interval_column'),
    align: 'right',
    // A month without its year says less than a figure without its interval.
    priority: 2,
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
      ...inUnit('before'),
      label: locale.message('ui.before'),
      align: 'right',
      word: (_, row) => {
        const { before } = row as ComparedRow;
        return locale.formatValue(valueOfRow({ ...(row as MetricRow), status: 'ok' }, before));
      },
    },
    {
      key: 'change',
      label: locale.message('ui.change'),
      align: 'right',
      get: (row) => (row.change === null ? '' : changeWords(row as ComparedRow, locale)),
    },
  ];
}

type ComparedRow = MetricRow & { readonly before: number | null; readonly verdict: Verdict | null };

/** Without a verdict a change has no mark either: nobody knows whether it is one. */
function changeWords({ before, value, verdict, unit }: ComparedRow, locale: Locale): string {
  const of = unitTypes[unit as keyof typeof unitTypes] ?? 'count';
  const change: Value = { type: 'change', of, before, now: value, lowerIsBetter: null };
  return verdict === null ? locale.formatValue(change) : changeText({ ...change, verdict }, locale);
}

/** What the marks beside changes mean, those that stand in these rows. */
export function changeLegend(rows: Iterable<MachineRow>, locale: Locale): string[] {
  const seen = new Set<unknown>();
  for (const { verdict } of rows) seen.add(verdict);
  return [
    ...(seen.has('noise') ? [locale.message('ui.noise_legend')] : []),
    ...(seen.has('unusual') ? [locale.message('ui.unusual_legend')] : []),
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
        value: innerNumber(value, 'duration'),
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
      if (row.stat === 'mean' && (status === 'ok' || status === 'too_few'))
        return { type: 'number', value, digits: 2, status, n };
      return { type: 'count', value, status, n };
  }
}

import type { FigureChange } from '../../model/figure-change.ts';
import { machineNumber } from '../../model/machine-number.ts';
import { type Figure, figureKey, unitOfKind } from '../../model/metric.ts';
import type { MachineRow, MetricRow, TypedColumn } from '../../model/rows.ts';

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
): { readonly rows: readonly MachineRow[]; readonly columns: readonly TypedColumn[] } {
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
      ...heads.map((key): TypedColumn => periodColumns.find((each) => each.key === key) ?? { key }),
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
  'effect_size',
] as const;

/** The same as columns. */
export const changeColumns: readonly TypedColumn[] = changeKeys.map((key) => ({
  key,
  type: key === 'verdict' ? 'text' : 'number',
}));

/** A figure's change as those columns; null all along where there is nothing before it. */
export function changeCells(
  { kind }: Pick<Figure, 'kind'>,
  change: FigureChange | undefined,
): Readonly<Record<(typeof changeKeys)[number], number | string | null>> {
  const scale = (value: number | null | undefined): number | null => machineNumber(value, kind);
  return {
    before: scale(change?.before),
    before_n: change?.beforeN ?? null,
    change: scale(change?.change),
    change_low: scale(change?.low),
    change_high: scale(change?.high),
    verdict: change?.verdict ?? null,
    expected_low: scale(change?.limits?.low),
    expected_high: scale(change?.limits?.high),
    effect_size: change?.effect ?? null,
  };
}

/** Columns of the flat formats: period stamps, one `by_` column a dimension, then the figure. */
export function metricColumns(dimensions: readonly string[]): readonly TypedColumn[] {
  const period = (key: 'start' | 'end') => (row: MachineRow) => (row as MetricRow).period?.[key];
  return [
    { key: 'period_start', type: 'instant', get: period('start') },
    { key: 'period_end', type: 'instant', get: period('end') },
    ...dimensions.map((name) => ({
      key: `by_${name}`,
      get: (row: MachineRow) => (row as MetricRow).segment[name],
    })),
    ...plainKeys.map((key): TypedColumn => ({ key, type: numeric.has(key) ? 'number' : 'text' })),
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

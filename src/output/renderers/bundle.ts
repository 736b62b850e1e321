import { machineNumber } from '../../model/machine-number.ts';
import type { FolderFormat } from '../../model/output-formats.ts';
import type { Block, Headline, Report, Value } from '../../model/report.ts';
import type { MachineRow } from '../../model/rows.ts';
import type { Locale } from '../locales/index.ts';
import { machineLocale } from './json.ts';
import { machineCell, machineUnits } from './machine-values.ts';
import type { RenderOptions } from './options.ts';
import { writeRows } from './rows.ts';

/** The figures of one block as flat rows. */
export interface DataSet {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly MachineRow[];
}

/** A file of a bundle, to be written into a folder. */
export interface BundleFile {
  readonly name: string;
  readonly text: string;
}

/** One file for each block that holds figures: tables wide as they are, charts and matrices one row a point. */
export function renderBundle(
  report: Report,
  format: FolderFormat,
  options: RenderOptions,
): readonly BundleFile[] {
  return dataSets(report, machineLocale(options)).map(({ name, columns, rows }) => ({
    name: `${name}.${format}`,
    text: [...writeRows(rows, format, { columns, excel: options.excel })].join(''),
  }));
}

/** What is told of a figure, wherever it stands. */
const figureColumns = ['unit', 'value', 'before', 'low', 'high', 'n', 'status', 'period', 'verdict'] as const;

/** A whole report in one flat table: one row a figure, for a pipe. */
export function renderFlat(report: Report, format: FolderFormat, options: RenderOptions): string {
  const columns = [...['block', 'row', 'column', ...figureColumns]];
  return [
    ...writeRows(flatRows(report, machineLocale(options)), format, { columns, excel: options.excel }),
  ].join('');
}

/** The data of a report's blocks, in order, under names that a file system takes and no two share. */
export function dataSets(report: Report, english: Locale): readonly DataSet[] {
  const used = new Map<string, number>();
  const sets: DataSet[] = [];
  for (const block of report.blocks) {
    const set = dataSetOf(block, english);
    if (set === null) continue;
    const name = fileName(set.name);
    const times = (used.get(name) ?? 0) + 1;
    used.set(name, times);
    sets.push({ ...set, name: times === 1 ? name : `${name}-${times}` });
  }
  return sets;
}

function fileName(id: string): string {
  const name = id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return name === '' ? 'table' : name;
}

function dataSetOf(block: Block, english: Locale): DataSet | null {
  switch (block.kind) {
    case 'figures':
      return {
        name: 'figures',
        columns: ['metric', 'label', ...figureColumns],
        rows: figureRows(block, english),
      };
    case 'table': {
      const total = block.totals?.length ? ['is_total'] : [];
      const row =
        (isTotal: boolean) =>
        (values: (typeof block.rows)[number]): MachineRow => ({
          ...Object.fromEntries(
            block.columns.map(({ key }, index) => [
              key,
              values[index] ? machineCell(values[index], english) : null,
            ]),
          ),
          ...(total.length > 0 ? { is_total: isTotal } : {}),
        });
      return {
        name: block.id,
        columns: [...block.columns.map(({ key }) => key), ...total],
        rows: [...block.rows.map(row(false)), ...(block.totals ?? []).map(row(true))],
      };
    }
    case 'series': {
      const hasInterval = block.lines.some((line) => line.low || line.high);
      return {
        name: block.id,
        columns: ['x', 'series', 'unit', 'value', ...(hasInterval ? ['low', 'high'] : [])],
        rows: block.lines.flatMap((line) =>
          block.x.map((x, index) => ({
            x,
            series: english.phrase(line.label),
            unit: machineUnits[block.unit],
            value: machineNumber(line.values[index], block.unit),
            ...(hasInterval
              ? {
                  low: machineNumber(line.low?.[index], block.unit),
                  high: machineNumber(line.high?.[index], block.unit),
                }
              : {}),
          })),
        ),
      };
    }
    case 'matrix':
      return {
        name: block.id,
        columns: ['row', 'column', 'unit', 'value'],
        rows: block.values.flatMap((values, row) =>
          values.map((value, column) => ({
            row: block.rowLabels[row] ? english.phrase(block.rowLabels[row]) : '',
            column: block.columnLabels[column] ? english.phrase(block.columnLabels[column]) : '',
            unit: machineUnits[block.unit],
            value: machineNumber(value, block.unit),
          })),
        ),
      };
    case 'heading':
    case 'list':
    case 'note':
      return null;
    default:
      return block satisfies never;
  }
}

type FlatFigure = Pick<
  Headline,
  'metric' | 'label' | 'value' | 'before' | 'change' | 'low' | 'high' | 'period'
>;

/** One row a figure; a median with open tickets counted in stands below the plain one, under its own name. */
function figureRows(block: Extract<Block, { kind: 'figures' }>, english: Locale): MachineRow[] {
  const items = block.items.flatMap((item): readonly FlatFigure[] =>
    item.withOpen ? [item, item.withOpen] : [item],
  );
  return items.map(({ metric, label, value, before, change, low, high, period }) => {
    const unit = value.type === 'change' ? value.of : value.type;
    const number = unit === 'text' || unit === 'instant' || unit === 'spark' ? 'number' : unit;
    return {
      metric,
      label: english.phrase(label),
      unit: machineUnits[unit],
      value: machineCell(value, english),
      before: before ? machineCell(before, english) : null,
      low: machineNumber(low, number),
      high: machineNumber(high, number),
      n: 'n' in value ? (value.n ?? null) : null,
      status: 'status' in value ? (value.status ?? 'ok') : 'ok',
      period: period ?? null,
      verdict: change?.type === 'change' ? (change.verdict ?? null) : null,
    };
  });
}

function* flatRows(report: Report, english: Locale): Iterable<MachineRow> {
  for (const block of report.blocks) {
    if (block.kind === 'figures') {
      for (const { metric, label: _, ...row } of figureRows(block, english))
        yield { block: 'figures', row: metric, column: 'value', ...row };
    } else if (block.kind === 'table') {
      yield* tableRows(block, english);
    } else if (block.kind === 'series' || block.kind === 'matrix') {
      for (const { x, series, row, column, ...rest } of dataSetOf(block, english)?.rows ?? []) {
        yield { block: block.id, row: x ?? row, column: series ?? column, ...rest };
      }
    }
  }
}

/** A row of a table is named by its text cells. */
function* tableRows(block: Extract<Block, { kind: 'table' }>, english: Locale): Iterable<MachineRow> {
  for (const values of [...block.rows, ...(block.totals ?? [])]) {
    const name = values
      .filter((value) => value.type === 'text')
      .map((value) => machineCell(value, english) ?? '')
      .join(' / ');
    for (const [index, value] of values.entries()) {
      if (value.type === 'text' || value.type === 'spark') continue;
      const place = { block: block.id, row: name, column: block.columns[index]?.key ?? '' };
      yield { ...place, ...cellFacts(value, english) };
    }
  }
}

/** A value in its data unit, and what is known of it. */
function cellFacts(value: Exclude<Value, { type: 'text' | 'spark' }>, english: Locale): MachineRow {
  return {
    unit: machineUnits[value.type === 'change' ? value.of : value.type],
    value: machineCell(value, english),
    ...(value.type === 'change'
      ? { before: machineNumber(value.before, value.of), verdict: value.verdict ?? null }
      : {}),
    ...('n' in value ? { n: value.n ?? null } : {}),
    ...('status' in value ? { status: value.status ?? 'ok' } : {}),
  };
}

import type { Clock } from '../../model/metric.ts';
import type { FormatOf } from '../../model/output-formats.ts';
import { DeskstatError } from '../../model/problem.ts';
import type { Block, Phrase, Report, TableColumn, Value } from '../../model/report.ts';
import { type CellType, type MachineRow, typeOfCell } from '../../model/rows.ts';
import type { Locale } from '../locales/index.ts';
import { renderReport } from './index.ts';
import { cellOf, type RowColumn, type RowFormat, type RowOptions, writeRows } from './rows.ts';

/** Rows in any format: as they stand for machines, or as a workbook or page with a heading. */
export type SheetFormat = FormatOf<'rows'>;

export interface SheetOptions extends RowOptions {
  readonly title: Phrase;
  readonly subtitle: Phrase;
  readonly locale: Locale;
  /** Zone in which stamps are shown. */
  readonly zone: string;
  /** What stands below the table of a page. */
  readonly remarks?: readonly Phrase[];
}

/** Formats that carry rows as they stand, without a heading. */
export type DataFormat = RowFormat | 'parquet';

/** Writes rows as they stand: text, or the bytes of Parquet. */
export async function renderData(
  rows: Iterable<MachineRow>,
  format: DataFormat,
  options: RowOptions,
): Promise<Iterable<string | Uint8Array>> {
  if (format !== 'parquet') return writeRows(rows, format, options);
  const { writeParquet } = await import('./parquet.ts');
  const columns = options.columns.map((column) => (typeof column === 'string' ? { key: column } : column));
  return writeParquet(rows, columns, options.envelope ?? {});
}

/** Rows that an Excel sheet holds below its head. */
const sheetRows = 1_048_575;

/**
 * Writes rows in a format. Workbook and page carry them as one table with cells of their columns' types, so that they
 * sort and add up.
 * @throws DeskstatError (2) for more rows than a sheet holds
 */
export async function renderRows(
  rows: Iterable<MachineRow>,
  format: SheetFormat,
  options: SheetOptions,
): Promise<Iterable<string | Uint8Array>> {
  if (format !== 'xlsx' && format !== 'html') return renderData(rows, format, options);
  const kept = [...rows];
  if (format === 'xlsx' && kept.length > sheetRows)
    throw new DeskstatError({ code: 'too_many_rows_for_a_sheet', args: { rows: kept.length } }, 2);
  const remarks = format === 'html' ? options.remarks : undefined;
  return [await renderReport(rowReport(kept, { ...options, remarks }), format, { locale: options.locale })];
}

function rowReport(rows: readonly MachineRow[], options: SheetOptions): Report {
  const { title, subtitle, zone } = options;
  const columns = options.columns.map((column) => (typeof column === 'string' ? { key: column } : column));
  const cells = rows.map((row) => columns.map((column) => cellValue(column, row, zone)));
  const heads = columns.map((column, index): TableColumn => {
    const type = cells.find((row) => !isEmpty(row[index]))?.[index].type ?? 'text';
    return {
      key: column.key,
      label: { data: column.label ?? headOf(column) },
      type,
      align: column.align ?? (type === 'text' || type === 'instant' ? 'left' : 'right'),
    };
  });
  const { remarks = [] } = options;
  const list: Block[] = remarks.length > 0 ? [{ kind: 'list', items: remarks }] : [];
  return { title, subtitle, blocks: [{ kind: 'table', id: 'rows', columns: heads, rows: cells }, ...list] };
}

/** A duration is shown as one: its key names the unit of data. */
const headOf = ({ key, type }: RowColumn): string =>
  type === 'duration' ? key.replace(/_seconds$/, '') : key;

const isEmpty = (value: Value): boolean => 'value' in value && value.value === null;

/** Length of a date without a time. */
const DATE = 10;
const stamp = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

function cellValue(column: RowColumn, row: MachineRow, zone: string): Value {
  if (column.figure) return column.figure(row);
  const raw = cellOf(row, column);
  const type = typeOfCell(column, row);
  if (typeof raw === 'number') return numberValue(raw, { type, column, row });
  if (typeof raw === 'string' && isStamp(raw, type))
    return { type: 'instant', value: Date.parse(raw), zone, precision: 'minute' };
  return textValue(raw, { column, row });
}

/** A day without a time is shown as it is; of the export's own columns nobody has said which hold stamps. */
const isStamp = (text: string, type: CellType): boolean =>
  type === 'instant' ? text.length > DATE : type === 'category' && stamp.test(text);

interface CellPlace {
  readonly column: RowColumn;
  readonly row: MachineRow;
}

function numberValue(value: number, { type, column, row }: CellPlace & { readonly type: CellType }): Value {
  if (!Number.isFinite(value)) return { type: 'text', value: null };
  switch (type) {
    case 'duration':
      return { type, value, clock: clockOf(column, row) };
    case 'share':
    case 'score':
    case 'points':
    case 'count':
      return { type, value };
    default:
      return { type: 'number', value };
  }
}

function textValue(raw: unknown, { column, row }: CellPlace): Value {
  const link = column.link?.(row);
  if (column.word || link) {
    const text = column.word ? column.word(raw, row) : String(raw);
    return { type: 'text', value: { data: text }, ...(link ? { link } : {}) };
  }
  if (raw === null || raw === undefined) return { type: 'text', value: null };
  return { type: 'text', value: { data: typeof raw === 'object' ? JSON.stringify(raw) : String(raw) } };
}

function clockOf({ clock = 'calendar' }: RowColumn, row: MachineRow): Clock {
  return typeof clock === 'function' ? clock(row) : clock;
}

import type { FiguresPart, FigureTables } from '../../model/figure-tables.ts';
import { isFormat } from '../../model/output-formats.ts';
import type { MachineRow, TypedColumn } from '../../model/rows.ts';
import type { Locale } from '../locales/index.ts';
import { footnotes, withNotes } from './metric-notes.ts';
import { changeLegend, metricTableColumns, sheetColumns } from './metric-rows.ts';
import { renderRows, type SheetFormat } from './row-report.ts';
import type { RowColumn } from './rows.ts';
import { sheetHead } from './sheet-head.ts';

export interface MetricPage {
  readonly locale: Locale;
  readonly zone: { readonly id: string };
  readonly width: number;
  readonly excel?: boolean;
  /** What stands before the rows in JSON. */
  readonly envelope: Readonly<Record<string, unknown>>;
}

type Written = Iterable<string | Uint8Array>;

/** Writes figures: for people as a table each split with its notes below, for programs as rows. */
export async function renderMetrics(
  tables: FigureTables,
  format: SheetFormat,
  page: MetricPage,
): Promise<Written> {
  const { desk, whole, wide, named, figureColumns } = tables;
  const { locale, zone, width, excel, envelope } = page;
  const written = (rows: readonly MachineRow[], columns: readonly RowColumn[]): Promise<Written> =>
    renderRows(rows, format, {
      columns,
      ...sheetHead('rows.metrics', { rows: whole.figures.length, desk, zone, locale }),
      envelope,
      excel,
      ...(format === 'table' ? { width } : {}),
    });
  if (wide) return written(wide.rows, wide.columns);
  if (format === 'html') return written(whole.figures, shownColumns(whole, whole.figures, { tables, page }));
  if (format === 'xlsx' || isFormat(format, 'isData'))
    return written(whole.figures.map(named), dataColumns(figureColumns, format));
  const notes = footnotes(tables.parts.map(({ figures }) => figures));
  const texts: Iterable<string>[] = [];
  for (const [index, rows] of notes.tables.entries()) {
    if (rows.length === 0) continue;
    const columns = shownColumns(tables.parts[index], rows, { tables, page });
    texts.push((await written(rows, columns)) as Iterable<string>);
  }
  const legend = tables.isCompared ? changeLegend(notes.tables.flat(), locale) : [];
  return withNotes(texts, { notes, legend, width, locale });
}

/** A workbook holds figures as what they are, other formats as numbers in the units of data. */
const dataColumns = (columns: readonly TypedColumn[], format: SheetFormat): readonly RowColumn[] =>
  format === 'xlsx' ? sheetColumns(columns) : columns;

const shownColumns = (
  { dimensions, hasPeriods }: FiguresPart,
  rows: readonly MachineRow[],
  { tables, page }: { readonly tables: FigureTables; readonly page: MetricPage },
): readonly RowColumn[] =>
  metricTableColumns(dimensions, page.locale, {
    periods: hasPeriods,
    compared: tables.isCompared,
    notes: rows.some(({ reason }) => reason !== null),
  });

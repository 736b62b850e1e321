import writeWorkbook, { type CellObject, type Row } from 'write-excel-file/node';
import type { Block, Headline, Phrase, Report, Value } from '../../model/report.ts';
import type { Locale } from '../locales/index.ts';
import {
  intervalOf,
  isMissing,
  type MatrixBlock,
  type SeriesBlock,
  type TableBlock,
  unitValue,
  xLabel,
} from './block-values.ts';
import { displayWidth, shorten } from './display-width.ts';
import { neutraliseFormula, showControls } from './neutralise.ts';
import type { RenderOptions } from './options.ts';
import { sparkline } from './sparks.ts';
import { dateOfLabel, wallClock } from './wall-clock.ts';
import { clearZipTimes } from './zip-times.ts';

const dayLength = 86_400_000;
/** Excel holds 32,767 characters a cell. */
const longest = 32_000;
const head = { fontWeight: 'bold', backgroundColor: '#EEF1F5', wrap: true, alignVertical: 'bottom' } as const;

/** Number formats by kind: durations past 24 hours go on counting hours, dates are unmistakable in any country. */
const formats = {
  count: '#,##0',
  share: '0.0%',
  duration: '[h]:mm:ss',
  score: '0.00',
  points: '0',
  number: '#,##0.##',
  day: 'yyyy-mm-dd',
  minute: 'yyyy-mm-dd hh:mm',
  relative: '+0.0%;-0.0%;0.0%',
  difference: '+0.0;-0.0;0.0',
  rating: '+0.00;-0.00;0.00',
} as const;

interface Sheet {
  readonly name: string;
  readonly rows: Row[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
}

/**
 * A report as a workbook: a summary sheet with sentences, headline figures and notes, then a sheet for every table
 * and chart, its head frozen. Cells hold numbers and dates with formats, durations in days as Excel counts them;
 * text that would be taken for a formula is neutralised, and nothing is one. The same report gives the same bytes.
 */
export async function renderXlsx(report: Report, { locale }: RenderOptions): Promise<Uint8Array> {
  const sheets = nameSheets([summarySheet(report, locale), ...dataSheets(report.blocks, locale)]);
  const workbook = sheets.map(({ name, rows, frozenRows, frozenColumns }) => ({
    data: rows,
    sheet: name,
    columns: columnWidths(rows, frozenRows === 0),
    ...(frozenRows > 0 ? { stickyRowsCount: frozenRows } : {}),
    ...(frozenColumns > 0 ? { stickyColumnsCount: frozenColumns } : {}),
  }));
  const bytes = await writeWorkbook(workbook, { fontFamily: 'Calibri', fontSize: 11 }).toBuffer();
  return clearZipTimes(bytes);
}

function textCell(text: string): CellObject | null {
  if (text === '') return null;
  const cut = text.length > longest ? shorten(text, longest / 8) : text;
  return { value: neutraliseFormula(showControls(cut)), type: String, format: '@' };
}

const headCell = (text: string): CellObject => ({
  ...(textCell(text) ?? { value: '', type: String }),
  ...head,
});

function numberCell(value: number | null, format: string): CellObject | null {
  return value === null || !Number.isFinite(value) ? null : { value, type: Number, format };
}

/** A value as a cell of its kind; a figure that may not be shown says why in words. */
function cellOf(value: Value, locale: Locale): CellObject | null {
  if (value.type === 'text') return value.value === null ? null : textCell(locale.phrase(value.value));
  if (value.type === 'spark') return textCell(sparkline(value.values, 24));
  if (value.type === 'change') return changeCell(value);
  if (value.value === null || !Number.isFinite(value.value)) {
    return isReason(value) ? textCell(locale.formatValue(value)) : null;
  }
  if (value.type === 'instant') {
    return { value: wallClock(value.value, value.zone), type: Date, format: formats[value.precision] };
  }
  if (value.status === 'too_few' || value.status === 'unavailable')
    return textCell(locale.formatValue(value));
  return numberCell(value.type === 'duration' ? value.value / dayLength : value.value, formats[value.type]);
}

const isReason = (value: Value): boolean =>
  'status' in value && value.status !== undefined && value.status !== 'ok' && value.n !== 0;

function changeCell(change: Extract<Value, { type: 'change' }>): CellObject | null {
  const { before, now, of } = change;
  if (before === null || now === null) return null;
  if (of === 'share') return numberCell((now - before) * 100, formats.difference);
  if (of === 'points') return numberCell(now - before, formats.difference);
  if (of === 'score') return numberCell(now - before, formats.rating);
  return before === 0 ? null : numberCell((now - before) / Math.abs(before), formats.relative);
}

function summarySheet(report: Report, locale: Locale): Sheet {
  const rows: Row[] = [
    [{ ...textCell(locale.phrase(report.title)), fontWeight: 'bold', fontSize: 16 }],
    [textCell(locale.phrase(report.subtitle))],
  ];
  for (const block of report.blocks) {
    if (block.kind === 'heading')
      rows.push([], [{ ...textCell(locale.phrase(block.text)), fontWeight: 'bold', fontSize: 13 }]);
    if (block.kind === 'list')
      rows.push([], ...block.items.map((item): Row => [textCell(locale.phrase(item))]));
    if (block.kind === 'note') rows.push([textCell(noteText(block, locale))]);
    if (block.kind === 'figures') rows.push([], ...figureRows(block.items, locale));
  }
  return {
    name: locale.message('ui.summary'),
    rows: withoutEmptySections(rows),
    frozenRows: 0,
    frozenColumns: 0,
  };
}

function noteText(block: Extract<Block, { kind: 'note' }>, locale: Locale): string {
  const text = locale.phrase(block.text);
  return block.severity === 'warning' ? `${locale.message('ui.warning')}: ${text}` : text;
}

/** A heading whose figures are on sheets of their own is not repeated here. */
function withoutEmptySections(rows: readonly Row[]): Row[] {
  const isHeading = (row: Row | undefined): boolean =>
    row?.length === 1 &&
    typeof row[0] === 'object' &&
    row[0] !== null &&
    'fontSize' in row[0] &&
    row[0].fontSize === 13;
  return rows.filter((row, index) => {
    const heading = isHeading(row) ? index : isHeading(rows[index + 1]) && row.length === 0 ? index + 1 : -1;
    if (heading < 0) return true;
    const next = rows[heading + 1];
    return (
      next !== undefined &&
      !(next.length === 0 && (rows[heading + 2] === undefined || isHeading(rows[heading + 2])))
    );
  });
}

function figureRows(items: readonly Headline[], locale: Locale): Row[] {
  const heads = ['figure', 'now', 'before', 'change', 'from', 'to'].map((code) =>
    headCell(locale.message(`ui.${code}`)),
  );
  const withOpen = items.flatMap((item): readonly Headline[] =>
    item.withOpen ? [item, item.withOpen] : [item],
  );
  const rows = withOpen.map((item): Row => {
    const { value } = item;
    const bound = (limit: number | null | undefined): CellObject | null =>
      intervalOf(item, locale) && 'value' in value && value.type !== 'text' && value.type !== 'instant'
        ? cellOf({ ...value, value: limit ?? null, status: 'ok' }, locale)
        : null;
    const n = 'n' in value && value.n !== undefined ? value.n : null;
    return [
      textCell(locale.phrase(item.label)),
      cellOf(value, locale),
      item.before ? cellOf(item.before, locale) : null,
      item.change && !isMissing(value) ? cellOf(item.change, locale) : null,
      bound(item.low),
      bound(item.high),
      numberCell(n, formats.count),
      item.note ? textCell(locale.phrase(item.note)) : null,
    ];
  });
  return [[...heads, headCell('n'), headCell(locale.message('ui.note'))], ...rows];
}

function dataSheets(blocks: readonly Block[], locale: Locale): readonly Sheet[] {
  const sheets: Sheet[] = [];
  let section = '';
  for (const block of blocks) {
    if (block.kind === 'heading') section = locale.phrase(block.text);
    const caption = 'caption' in block && block.caption ? locale.phrase(block.caption) : section;
    const sheet = { name: caption === '' ? section : caption, frozenRows: 1, frozenColumns: 1 };
    if (block.kind === 'table') sheets.push({ ...sheet, rows: tableRows(block, locale) });
    if (block.kind === 'series') sheets.push({ ...sheet, rows: seriesRows(block, locale) });
    if (block.kind === 'matrix') sheets.push({ ...sheet, rows: matrixRows(block, locale) });
  }
  return sheets;
}

function tableRows(block: TableBlock, locale: Locale): Row[] {
  return [
    block.columns.map((column) => headCell(locale.phrase(column.label))),
    ...block.rows.map((row) => row.map((value) => cellOf(value, locale))),
    ...(block.totals ?? []).map((row) =>
      row.map((value) => {
        const cell = cellOf(value, locale);
        return cell && { ...cell, fontWeight: 'bold' as const };
      }),
    ),
  ];
}

function seriesRows(block: SeriesBlock, locale: Locale): Row[] {
  const words = (phrase: Phrase): string => locale.phrase(phrase);
  const heads = block.lines.flatMap((line) => [
    headCell(words(line.label)),
    ...(line.low && line.high
      ? [headCell(locale.message('ui.from')), headCell(locale.message('ui.to'))]
      : []),
  ]);
  const cell = (value: number | null | undefined): CellObject | null =>
    cellOf(unitValue(value ?? null, block.unit), locale);
  const rows = block.x.map((x, index): Row => {
    const day = dateOfLabel(x);
    const name: CellObject | null =
      day === null
        ? textCell(xLabel(block, index, { locale, style: 'long' }))
        : { value: day, type: Date, format: formats.day };
    const cells = block.lines.flatMap((line) => [
      cell(line.values[index]),
      ...(line.low && line.high ? [cell(line.low[index]), cell(line.high[index])] : []),
    ]);
    return [name, ...cells];
  });
  const isPeriods = block.x.every((x) => locale.periodLabel(x, 'long') !== x);
  return [[headCell(isPeriods ? locale.message('ui.period') : ''), ...heads], ...rows];
}

function matrixRows(block: MatrixBlock, locale: Locale): Row[] {
  return [
    [headCell(''), ...block.columnLabels.map((label) => headCell(locale.phrase(label)))],
    ...block.values.map((row, index): Row => {
      const label = block.rowLabels[index];
      return [
        label ? textCell(locale.phrase(label)) : null,
        ...row.map((value) => cellOf(unitValue(value, block.unit), locale)),
      ];
    }),
  ];
}

/** Sheet names as Excel takes them: at most 31 characters, none of `[]/\:*?`, no `'` at an end, none twice. */
function nameSheets(sheets: readonly Sheet[]): readonly Sheet[] {
  const used = new Set<string>(['history']);
  return sheets.map((sheet) => {
    const clean = showControls(sheet.name)
      .replace(/[[\]/\\:*?]/g, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[' ]+|[' ]+$/g, '');
    const base = clean === '' ? 'Sheet' : clean;
    let name = cutUnits(base, 31);
    for (let count = 2; used.has(name.toLowerCase()); count += 1) name = `${cutUnits(base, 27)} ${count}`;
    used.add(name.toLowerCase());
    return { ...sheet, name };
  });
}

/** Cuts to UTF-16 units, as Excel counts, without tearing a pair. */
function cutUnits(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text
    .slice(0, length - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/[' ]+$/, '')}…`;
}

function columnWidths(rows: readonly Row[], isSummary: boolean): { width: number }[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: count }, (_, column) => {
    if (isSummary && column === 0) return { width: 42 };
    let widest = 9;
    for (const row of rows) widest = Math.max(widest, cellWidth(row[column]));
    return { width: Math.min(48, widest + 2) };
  });
}

function cellWidth(cell: Row[number]): number {
  if (typeof cell !== 'object' || cell === null || !('value' in cell)) return 0;
  if (typeof cell.value === 'string') return displayWidth(cell.value.slice(0, 100));
  return cell.type === Date ? 16 : 10;
}

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
import { isSignedNumber, neutraliseFormula, showControls } from './neutralise.ts';
import type { RenderOptions } from './options.ts';
import { longestName, nameSheets } from './sheet-names.ts';
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
  const sheets = nameSheets([summarySheet(report, locale), ...dataSheets(report, locale)]);
  const workbook = sheets.map(({ name, rows, frozenRows, frozenColumns }) => ({
    data: rows,
    sheet: name,
    orientation: 'landscape' as const,
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
  const shown = showControls(cut);
  return { value: isSignedNumber(shown) ? shown : neutraliseFormula(shown), type: String, format: '@' };
}

const headCell = (text: string): CellObject => ({
  ...(textCell(text) ?? { value: '', type: String }),
  ...head,
});

/** Heads stand over their column as its cells do: numbers and dates on the right, text on the left. */
function underHeads(heads: readonly CellObject[], rows: readonly Row[]): Row[] {
  const isRight = (column: number): boolean => {
    const first = rows.map((row) => row[column]).find((cell) => typeof cell === 'object' && cell !== null);
    return typeof first === 'object' && first !== null && 'type' in first && first.type !== String;
  };
  return [
    heads.map((cell, column) => (isRight(column) ? { ...cell, align: 'right' as const } : cell)),
    ...rows,
  ];
}

function numberCell(value: number | null, format: string): CellObject | null {
  return value === null || !Number.isFinite(value) ? null : { value, type: Number, format };
}

/** A value as a cell of its kind; a figure that may not be shown says why in words. */
function cellOf(value: Value, locale: Locale): CellObject | null {
  if (value.type === 'text') return value.value === null ? null : textCell(locale.phrase(value.value));
  if (value.type === 'spark') return textCell(sparkline(value.values, 24));
  if (value.type === 'change') return changeCell(value, locale);
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

function changeCell(change: Extract<Value, { type: 'change' }>, locale: Locale): CellObject | null {
  const { before, now, of } = change;
  if (before === null || now === null) return null;
  if (of === 'share') return numberCell((now - before) * 100, pointFormat(locale));
  if (of === 'points') return numberCell(now - before, pointFormat(locale));
  if (of === 'score') return numberCell(now - before, formats.rating);
  return before === 0 ? null : numberCell((now - before) / Math.abs(before), formats.relative);
}

/** Points carry their unit, as they stand in one column with percentages. */
function pointFormat(locale: Locale): string {
  const [before = '', after = ''] = locale.message('change.points', { signed: '\n' }).split('\n');
  const quoted = (text: string): string => (text === '' ? '' : `"${text.replaceAll('"', '')}"`);
  const written = (digits: string): string => `${quoted(before)}${digits}${quoted(after)}`;
  return formats.difference.split(';').map(written).join(';');
}

/** Columns that a sentence of the summary runs across: those of its figures up to n. */
const sentenceSpan = 7;
/** Characters that surely fit on a line of them, and the points that a line takes: vowel signs need more. */
const sentenceWidth = 105;
const lineHeights = { plain: 15, indic: 20 } as const;

/** A sentence across the sheet, as tall as it needs: a spreadsheet does not fit the height of joined cells itself. */
function sentenceRow(text: string): Row {
  const cell = textCell(text);
  if (cell === null) return [];
  const lines = Math.max(1, Math.ceil(displayWidth(text.slice(0, longest)) / sentenceWidth));
  const style = { columnSpan: sentenceSpan, wrap: true, alignVertical: 'top' } as const;
  const others = Array.from({ length: sentenceSpan - 1 }, () => null);
  return [{ ...cell, ...style, height: lines * lineHeight(text) }, ...others];
}

const lineHeight = (text: string): number =>
  /[\u0900-\u0dff]/.test(text) ? lineHeights.indic : lineHeights.plain;

/** A note beside a figure runs on to the right, where nothing stands. */
function noteCell(text: string): CellObject | null {
  const cell = textCell(text);
  return cell && { ...cell, height: lineHeight(text) };
}

function summarySheet(report: Report, locale: Locale): Sheet {
  const rows: Row[] = [
    [{ ...textCell(locale.phrase(report.title)), fontWeight: 'bold', fontSize: 16 }],
    sentenceRow(locale.phrase(report.subtitle)),
  ];
  for (const block of report.blocks) {
    if (block.kind === 'heading')
      rows.push([], [{ ...textCell(locale.phrase(block.text)), fontWeight: 'bold', fontSize: 13 }]);
    if (block.kind === 'list')
      rows.push([], ...block.items.map((item): Row => sentenceRow(locale.phrase(item))));
    if (block.kind === 'note') rows.push(sentenceRow(noteText(block, locale)));
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
      item.change?.type === 'change' && item.change.verdict && !isMissing(value)
        ? textCell(locale.message(`verdict.${item.change.verdict}`))
        : null,
      item.note ? noteCell(locale.phrase(item.note)) : null,
    ];
  });
  return underHeads(
    [...heads, headCell('n'), headCell(locale.message('check.verdict')), headCell(locale.message('ui.note'))],
    rows,
  );
}

/**
 * A sheet for every table and chart. It is called by its caption; by its section, or by what the report is, where it
 * has none or one too long for a name and stands there alone; by what its rows are where others stand beside it.
 */
function dataSheets({ title, blocks }: Report, locale: Locale): readonly Sheet[] {
  const found: { readonly section: Block | null; readonly caption: string; readonly sheet: Sheet }[] = [];
  let section: Extract<Block, { kind: 'heading' }> | null = null;
  for (const block of blocks) {
    if (block.kind === 'heading') section = block;
    const rows = rowsOf(block, locale);
    if (rows === null) continue;
    const caption = 'caption' in block && block.caption ? locale.phrase(block.caption) : '';
    const name = locale.phrase(section?.text ?? title);
    found.push({ section, caption, sheet: { name, rows, frozenRows: 1, frozenColumns: 1 } });
  }
  return found.map(({ section: own, caption, sheet }) => {
    const isAlone = found.filter((other) => other.section === own).length === 1;
    if (isAlone && (caption === '' || caption.length > longestName)) return sheet;
    return { ...sheet, name: caption || headOf(sheet) || sheet.name };
  });
}

function rowsOf(block: Block, locale: Locale): Row[] | null {
  if (block.kind === 'table') return tableRows(block, locale);
  if (block.kind === 'series') return seriesRows(block, locale);
  return block.kind === 'matrix' ? matrixRows(block, locale) : null;
}

/** The head of the first column: what the rows are. */
function headOf({ rows }: Sheet): string {
  const cell = rows[0]?.[0];
  return typeof cell === 'object' && cell !== null && 'value' in cell ? String(cell.value) : '';
}

function tableRows(block: TableBlock, locale: Locale): Row[] {
  const totals = (block.totals ?? []).map((row) =>
    row.map((value) => {
      const cell = cellOf(value, locale);
      return cell && { ...cell, fontWeight: 'bold' as const };
    }),
  );
  return underHeads(
    block.columns.map((column) => headCell(locale.phrase(column.label))),
    [...block.rows.map((row) => row.map((value) => cellOf(value, locale))), ...totals],
  );
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
  const isPeriods = block.x.every((x) => !/^\d{1,3}$/.test(x) && locale.periodLabel(x, 'long') !== x);
  return underHeads([headCell(isPeriods ? locale.message('ui.period') : ''), ...heads], rows);
}

function matrixRows(block: MatrixBlock, locale: Locale): Row[] {
  const rows = block.values.map((row, index): Row => {
    const label = block.rowLabels[index];
    return [
      label ? textCell(locale.phrase(label)) : null,
      ...row.map((value) => cellOf(unitValue(value, block.unit), locale)),
    ];
  });
  return underHeads(
    [headCell(''), ...block.columnLabels.map((label) => headCell(locale.phrase(label)))],
    rows,
  );
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

import { Chalk, type ChalkInstance } from 'chalk';
import type { Block, Headline, Phrase, Report, Value } from '../../model/report.ts';
import {
  alignOf,
  changeText,
  countOf,
  intervalOf,
  isMissing,
  markOf,
  marksExplained,
  type TableBlock,
} from './block-values.ts';
import { type Cell, layOut } from './column-layout.ts';
import { shorten, wrap } from './display-width.ts';
import { oneLine } from './neutralise.ts';
import type { RenderOptions } from './options.ts';
import { sparkline } from './sparks.ts';
import { matrixLines, seriesLines } from './terminal-charts.ts';
import { terminalLink } from './terminal-link.ts';
import type { Page } from './terminal-page.ts';
import { screenText } from './terminal-screen.ts';

const narrowest = 30;
const indent = 2;
/** A text longer than this is cut: nobody reads ten thousand characters of a name. */
const longest = 1000;

/** A report for a terminal: lines of at most `width` cells without trailing spaces, ending in a newline. */
export function renderTerminal(
  report: Report,
  { locale, width = 80, color = false, full = false, knowsLinks = false }: RenderOptions,
): string {
  const chalk: ChalkInstance = new Chalk({ level: color ? 1 : 0 });
  const page: Page = {
    locale,
    width: Math.max(narrowest, Math.floor(width)),
    chalk,
    knowsLinks,
    say: (phrase) => oneLine(shorten(locale.phrase(phrase), longest)),
    show: (value) => oneLine(shorten(locale.formatValue(value), longest)),
    ui: (code, args) => oneLine(locale.message(`ui.${code}`, args)),
  };
  const { screen } = report;
  if (screen && !full) return screenText({ ...report, screen }, page);
  const lines = [
    ...wrap(page.say(report.title), page.width).map((line) => chalk.bold(line)),
    ...wrap(page.say(report.subtitle), page.width).map((line) => chalk.dim(line)),
  ];
  report.blocks.forEach((block, index) => {
    if (!isCloseTo(report.blocks[index - 1], block)) lines.push('');
    lines.push(...blockLines(block, page));
  });
  return `${lines.join('\n')}\n`;
}

function blockLines(block: Block, page: Page): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return headingLines(block, page);
    case 'figures':
      return figureLines(block.items, page);
    case 'table':
      return tableLines(block, page);
    case 'series':
      return seriesLines(block, page);
    case 'matrix':
      return matrixLines(block, page);
    case 'list':
      return block.items.flatMap((item) => hanging('•', page.say(item), page));
    case 'note':
      return noteLines(block.severity, page.say(block.text), page);
    default:
      return block satisfies never;
  }
}

function headingLines({ level, text }: { level: 1 | 2 | 3; text: Phrase }, page: Page): readonly string[] {
  const lines = wrap(page.say(text), page.width);
  const { chalk } = page;
  if (level === 3) return lines.map((line) => chalk.underline(line));
  return lines.map((line) => chalk.bold(line));
}

/**
 * Headline figures: name, value, change, course, then what it was and n; notes and the meaning of marks below. Names
 * matter most: where there is no room for all, the interval goes first, then n.
 */
function figureLines(items: readonly Headline[], page: Page): readonly string[] {
  const { chalk } = page;
  const figureTable = (details: number) =>
    layOut({
      columns: [
        { align: 'left', flexible: true, priority: 1 },
        { align: 'right', flexible: true, priority: 1 },
        { align: 'left', flexible: false, priority: 2 },
        { align: 'left', flexible: false, priority: 4 },
        { align: 'left', flexible: true, priority: 3 },
      ],
      rows: items.map((item) => figureRow(item, details, page)),
      width: page.width,
      indent,
    });
  const laid = [3, 2].map(figureTable).find(({ shortened, dropped }) => !shortened && dropped.length === 0);
  const { lines } = laid ?? figureTable(1);
  const withNotes = lines.flatMap((line, index) => {
    const note = items[index]?.note;
    return note
      ? [line, ...wrap(page.say(note), page.width - 4).map((text) => `    ${chalk.dim(text)}`)]
      : [line];
  });
  const legend = marksExplained(
    items.map(({ change }) => change),
    page.ui,
  );
  const legendLines = wrap(legend.join('   '), page.width - indent);
  return [...withNotes, ...legendLines.map((line) => `  ${chalk.dim(line)}`)];
}

/** `details`: how much is said at the end of the line, 1 the value before, 2 also n, 3 also the interval. */
function figureRow(item: Headline, details: number, page: Page): Cell[] {
  const { chalk } = page;
  const missing = isMissing(item.value);
  const interval = details >= 3 ? intervalOf(item, page.locale) : null;
  const n = details >= 2 && !missing ? countOf(item.value) : undefined;
  const before = item.before && !isMissing(item.before) ? page.show(item.before) : undefined;
  const none = page.ui('none');
  const shown = page.show(item.value);
  const parts = [
    missing && shown !== none ? shown : '',
    before === undefined ? '' : page.ui('was', { value: before }),
    interval ? page.ui('interval', interval) : '',
    n === undefined ? '' : page.ui('n', { n }),
  ];
  return [
    { text: page.say(item.label) },
    { text: missing ? none : shown, paint: missing ? chalk.dim : chalk.bold },
    // Where the figure may not be shown, how it moved may not be either.
    missing ? { text: '' } : changeCell(item.change, page),
    { text: item.spark ? sparkline(item.spark, 12) : '', paint: chalk.cyan },
    { text: parts.filter((part) => part !== '').join(' · '), paint: chalk.dim },
  ];
}

function tableLines(block: TableBlock, page: Page): readonly string[] {
  const { chalk } = page;
  const lines = block.caption ? wrap(page.say(block.caption), page.width).map((line) => chalk.dim(line)) : [];
  if (block.rows.length === 0 && !block.totals?.length) return [...lines, `  ${chalk.dim(page.ui('empty'))}`];
  const columns = block.columns.map((column) => ({
    head: page.say(column.label),
    align: alignOf(column),
    flexible: column.type === 'text',
    priority: column.priority ?? 1,
    comfortable: column.comfortable,
  }));
  const layOutWith = (cell: typeof tableCell) =>
    layOut({
      columns,
      rows: block.rows.map((row) => row.map((value) => cell(value, page))),
      totals: (block.totals ?? []).map((row) =>
        row.map((value) => ({ paint: chalk.bold, ...cell(value, page) })),
      ),
      width: page.width,
      indent,
      paintHead: chalk.dim,
      paintRule: chalk.dim,
    });
  const whole = layOutWith(tableCell);
  // Ranges of few values take the room of a column; with their n alone they keep less.
  const short = whole.dropped.length > 0 ? layOutWith(shortCell) : whole;
  const laid = short.dropped.length < whole.dropped.length ? short : whole;
  const names = laid.dropped.map((index) => columns[index]?.head ?? '').filter((name) => name !== '');
  const left =
    names.length > 0
      ? wrap(page.ui('columns_left_out', { names: names.join(', ') }), page.width - indent)
      : [];
  return [...lines, ...laid.lines, ...left.map((line) => `  ${chalk.dim(line)}`)];
}

function tableCell(value: Value, page: Page): Cell {
  if (value.type === 'change') return changeCell(value, page);
  if (value.type === 'spark') return { text: sparkline(value.values, 12), paint: page.chalk.cyan };
  if (value.type === 'text' && value.link && page.knowsLinks) {
    const { link } = value;
    return { text: page.show(value), paint: (text) => terminalLink(text, link) };
  }
  return isMissing(value) ? { text: page.show(value), paint: page.chalk.dim } : { text: page.show(value) };
}

/** A median of few values by its n alone, without their range. */
function shortCell(value: Value, page: Page): Cell {
  if (value.type !== 'duration' || value.few?.part !== 'middle' || value.value === null)
    return tableCell(value, page);
  const { few: _, status: __, n = 0, ...figure } = value;
  const text = page.locale.message('value.few_short', { value: page.show(figure), n });
  return { text: oneLine(text), paint: page.chalk.dim };
}

function changeCell(change: Value | undefined, page: Page): Cell {
  const { direction, mark } = markOf(change);
  const text = oneLine(changeText(change, page.locale));
  if (direction > 0) return { text, paint: page.chalk.green };
  if (direction < 0) return { text, paint: page.chalk.red };
  return mark === '≈' || mark === '·' ? { text, paint: page.chalk.dim } : { text };
}

function noteLines(severity: 'info' | 'warning', text: string, page: Page): readonly string[] {
  if (severity === 'warning') {
    return hanging('!', text, page).map((line, index) =>
      index === 0 ? line.replace('!', page.chalk.yellow('!')) : line,
    );
  }
  return wrap(text, page.width - indent).map((line) => `  ${page.chalk.dim(line)}`);
}

/** A text after a mark, its further lines under its first word. */
function hanging(mark: string, text: string, page: Page): readonly string[] {
  return wrap(text, page.width - 4).map((line, index) => `  ${index === 0 ? mark : ' '} ${line}`);
}

/** What stands under a heading, and notes one after the other, need no empty line between them. */
function isCloseTo(before: Block | undefined, block: Block): boolean {
  if (before?.kind === 'heading') return block.kind !== 'heading' || block.level > before.level;
  return before?.kind === 'note' && block.kind === 'note';
}

import type { Block, Headline, Phrase, Report, Screen, Value } from '../../model/report.ts';
import type { Locale } from '../locales/index.ts';
import {
  alignOf,
  bodyBlocks,
  changeText,
  countOf,
  explainedMarks,
  fullSentence,
  intervalOf,
  isMissing,
  type MatrixBlock,
  markOf,
  matrixText,
  type SeriesBlock,
  type TableBlock,
  unitValue,
  xLabel,
} from './block-values.ts';
import { shorten } from './display-width.ts';
import { escapeMarkdown } from './neutralise.ts';
import type { RenderOptions } from './options.ts';
import { bar, rangeOf, sparkline, stripe } from './sparks.ts';

/** Longer words from the data are cut: a table cell is not a page. */
const longest = 300;
/** Sentences of ours name many figures and their reasons. */
const longestSentence = 4000;
/** Bars stand for themselves up to so many; a longer series is a sparkline. */
const mostBars = 31;
/** A matrix with more columns is wider than a page: each of its rows is then a strip. */
const mostNumbers = 13;

interface Page {
  readonly locale: Locale;
  say(phrase: Phrase): string;
  /** A note or an item of a list: to its end. */
  sentence(phrase: Phrase): string;
  /** A name and what is said of it: escaped as one, as `[a]` and `: b` mean more together than apart. */
  pair(name: Phrase, text: Phrase): string;
  show(value: Value): string;
  ui(code: string, args?: Readonly<Record<string, string | number>>): string;
  /** Marks of changes that were explained already. */
  readonly explained: Set<string>;
}

/** A report as GitHub Markdown: for pull requests, wikis and chat. Blocks are separated by an empty line. */
export function renderMarkdown(report: Report, { locale }: RenderOptions): string {
  const safe = (text: string): string => escapeMarkdown(shorten(text, longest));
  const page: Page = {
    locale,
    say: (phrase) => safe(locale.phrase(phrase)),
    sentence: (phrase) => escapeMarkdown(shorten(locale.phrase(phrase), longestSentence)),
    pair: (...phrases) =>
      escapeMarkdown(phrases.map((phrase) => shorten(locale.phrase(phrase), longest)).join(': ')),
    show: (value) => safe(locale.formatValue(value)),
    ui: (code, args) => safe(locale.message(`ui.${code}`, args)),
    explained: new Set(),
  };
  const parts = [`# ${page.say(report.title)}`, ...(report.screen ? [] : [page.say(report.subtitle)])];
  if (report.screen) parts.push(...screenParts(report.screen, page));
  for (const block of nested(bodyBlocks(report))) parts.push(blockText(block, page));
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** The first screen: what a reader of a pull request or a chat sees before anything is opened. */
function screenParts(screen: Screen, page: Page): readonly string[] {
  const list = (items: readonly Phrase[]): string =>
    items.map((item) => `- ${page.sentence(item)}`).join('\n');
  return [
    ...screen.period.map(page.sentence),
    ...screen.cautions.map((text) => `> **${page.ui('warning')}:** ${page.sentence(text)}`),
    [...screen.lead, ...(screen.waiting ? [screen.waiting] : [])]
      .map((text) => fullSentence(page.sentence(text)))
      .join(' '),
    screen.figures.length > 0 ? figureTable(screen.figures, page) : '',
    screen.missing ? `> ${page.sentence(screen.missing)}` : '',
    list(screen.findings),
    screen.issues.length > 0 ? `**${page.ui('issues_that_matter')}**\n\n${list(screen.issues)}` : '',
  ];
}

/** Headings in steps of one below the title, whichever levels a report uses, as outlines and screen readers want them. */
function nested(blocks: readonly Block[]): readonly Block[] {
  const above: number[] = [];
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    while (above.length > 0 && (above.at(-1) ?? 0) >= block.level) above.pop();
    above.push(block.level);
    return { ...block, level: above.length === 1 ? 2 : 3 };
  });
}

function blockText(block: Block, page: Page): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${page.say(block.text)}`;
    case 'figures':
      return figureTable(block.items, page);
    case 'table':
      return dataTable(block, page);
    case 'series':
      return seriesTable(block, page);
    case 'matrix':
      return matrixTable(block, page);
    case 'list':
      return block.items.map((item) => `- ${page.sentence(item)}`).join('\n');
    case 'note':
      return block.severity === 'warning'
        ? `> **${page.ui('warning')}:** ${page.sentence(block.text)}`
        : `> ${page.sentence(block.text)}`;
    default:
      return block satisfies never;
  }
}

type Row = readonly string[];
type Align = 'left' | 'right';

/** A pipe table. Cells are already escaped. */
export function pipeTable(head: Row, align: readonly Align[], rows: readonly Row[]): string {
  const line = (cells: Row): string => `| ${cells.map((cell) => (cell === '' ? ' ' : cell)).join(' | ')} |`;
  const rule = `| ${align.map((side) => (side === 'right' ? '---:' : '---')).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

function figureTable(items: readonly Headline[], page: Page): string {
  const hasSpark = items.some((item) => item.spark);
  const hasInterval = items.some((item) => intervalOf(item, page.locale));
  const rows = items.map((item) => {
    const interval = intervalOf(item, page.locale);
    const n = countOf(item.value);
    return [
      page.say(item.label),
      `**${page.show(item.value)}**`,
      item.before ? page.show(item.before) : '',
      isMissing(item.value) ? '' : escapeMarkdown(changeText(item.change, page.locale)),
      ...(hasSpark ? [item.spark ? sparkline(item.spark, 12) : ''] : []),
      ...(hasInterval
        ? [interval ? escapeMarkdown(page.locale.message('value.interval', interval)) : '']
        : []),
      n === undefined ? '' : page.locale.numbers.number(n),
    ];
  });
  const head = [
    page.ui('figure'),
    page.ui('now'),
    page.ui('before'),
    page.ui('change'),
    ...(hasSpark ? [page.ui('trend')] : []),
    ...(hasInterval ? [page.ui('interval_column')] : []),
    'n',
  ];
  const align = head.map((_, index): Align => (index >= 1 && index <= 3 ? 'right' : 'left'));
  align[align.length - 1] = 'right';
  const notes = items.flatMap(({ label, note }) => (note ? [`- ${page.pair(label, note)}`] : []));
  const parts = [
    pipeTable(head, align, rows),
    legend(
      items.map(({ value, change }) => (isMissing(value) ? undefined : change)),
      page,
    ),
    notes.join('\n'),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** What the marks beside changes mean, where they are met first. */
function legend(changes: readonly (Value | undefined)[], page: Page): string {
  const marks = new Set(changes.map((change) => markOf(change).mark));
  const words = explainedMarks.flatMap(([mark, code]) => {
    if (!marks.has(mark) || page.explained.has(mark)) return [];
    page.explained.add(mark);
    return [page.ui(code)];
  });
  return words.length === 0 ? '' : `*${words.join('; ')}*`;
}

function captioned(caption: Phrase | undefined, text: string, page: Page): string {
  return caption ? `**${page.say(caption)}**\n\n${text}` : text;
}

function dataTable(block: TableBlock, page: Page): string {
  if (block.rows.length === 0 && !block.totals?.length)
    return captioned(block.caption, `*${page.ui('empty')}*`, page);
  const show = (value: Value): string => {
    if (value.type === 'spark') return sparkline(value.values, 12);
    if (value.type === 'text' && value.link) return `[${page.show(value)}](<${value.link}>)`;
    return value.type === 'change' ? escapeMarkdown(changeText(value, page.locale)) : page.show(value);
  };
  const rows = [
    ...block.rows.map((row) => row.map(show)),
    ...(block.totals ?? []).map((row) =>
      row.map((value) => (value.type === 'spark' ? show(value) : `**${show(value)}**`)),
    ),
  ];
  const head = block.columns.map((column) => page.say(column.label));
  const marks = legend([...block.rows, ...(block.totals ?? [])].flat(), page);
  const table = pipeTable(head, block.columns.map(alignOf), rows);
  return captioned(block.caption, marks === '' ? table : `${table}\n\n${marks}`, page);
}

function seriesTable(block: SeriesBlock, page: Page): string {
  const { locale } = page;
  const show = (value: number | null): string => page.show(unitValue(value, block.unit));
  const target =
    block.target === undefined
      ? ''
      : block.targetLabel
        ? `\n\n${page.say(block.targetLabel)}`
        : `\n\n${page.ui('target', { value: locale.formatValue(unitValue(block.target, block.edges ? 'duration' : block.unit)) })}`;
  const label = (index: number): string => escapeMarkdown(xLabel(block, index, { locale, style: 'short' }));
  const only = block.lines.length === 1 ? block.lines[0] : undefined;
  const range = only ? rangeOf(only.values) : null;
  if (
    only &&
    range &&
    block.x.length <= mostBars &&
    (block.style === 'bars' || block.style === 'histogram')
  ) {
    const rows = block.x.map((_, index) => {
      const value = only.values[index] ?? null;
      const drawn = value === null || range.high <= 0 ? '' : bar(value / range.high, 20);
      return [label(index), show(value), drawn];
    });
    const head = ['', page.say(only.label), ''];
    return captioned(block.caption, pipeTable(head, ['right', 'right', 'left'], rows) + target, page);
  }
  if (block.x.length === 0) return captioned(block.caption, `*${page.ui('no_data')}*`, page);
  const span = `${label(0)} – ${label(block.x.length - 1)}`;
  const rows = block.lines.map((line) => {
    const bounds = rangeOf(line.values);
    return [
      page.say(line.label),
      sparkline(line.values, 40),
      show(line.values.at(-1) ?? null),
      show(bounds?.low ?? null),
      show(bounds?.high ?? null),
    ];
  });
  const head = [page.ui('series'), span, page.ui('last'), page.ui('lowest'), page.ui('highest')];
  return captioned(
    block.caption,
    pipeTable(head, ['left', 'left', 'right', 'right', 'right'], rows) + target,
    page,
  );
}

function matrixTable(block: MatrixBlock, page: Page): string {
  if (block.columnLabels.length > mostNumbers) return stripTable(block, page);
  const head = ['', ...block.columnLabels.map((label) => page.say(label))];
  const rows = block.values.map((row, index) => [
    block.rowLabels[index] ? page.say(block.rowLabels[index]) : '',
    ...row.map((value) => escapeMarkdown(matrixText(value, block.unit, page.locale))),
  ]);
  const align = head.map((_, index): Align => (index === 0 ? 'left' : 'right'));
  return captioned(block.caption, pipeTable(head, align, rows), page);
}

/** A row a strip, all on one scale: its course is seen, and its highest value told with the column it stands in. */
function stripTable(block: MatrixBlock, page: Page): string {
  const { caption, columnLabels, rowLabels, unit, values } = block;
  const high = rangeOf(values.flat())?.high;
  if (high === undefined) return captioned(caption, `*${page.ui('no_data')}*`, page);
  const text = (value: number | null): string => escapeMarkdown(matrixText(value, unit, page.locale));
  const name = (label: Phrase | undefined): string => (label ? page.say(label) : '');
  const adds = unit === 'count';
  const rows = values.map((row, index) => {
    const top = rangeOf(row)?.high;
    const highest = top === undefined ? '' : `${text(top)} (${name(columnLabels[row.indexOf(top)])})`;
    const total = row.reduce((sum: number, value) => sum + (value ?? 0), 0);
    return [name(rowLabels[index]), stripe(row, high), highest, ...(adds ? [text(total)] : [])];
  });
  const span = `${name(columnLabels[0])} – ${name(columnLabels.at(-1))}`;
  const head = ['', span, page.ui('highest'), ...(adds ? [page.ui('total')] : [])];
  const align: readonly Align[] = ['left', 'left', 'right', ...(adds ? (['right'] as const) : [])];
  const scale = `▁–█: ${page.ui('scale', { low: text(0), high: text(high) })}`;
  return captioned(caption, `${pipeTable(head, align, rows)}\n\n${scale}`, page);
}

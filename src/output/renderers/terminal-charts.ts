import { type MatrixBlock, matrixText, type SeriesBlock, unitValue, xLabel } from './block-values.ts';
import { heatOf } from './chart-scales.ts';
import { type Cell, layOut } from './column-layout.ts';
import { displayWidth, pad, shorten, wrap } from './display-width.ts';
import { oneLine } from './neutralise.ts';
import { bar, rangeOf, shade, shadeStep, sparkline } from './sparks.ts';
import type { Page } from './terminal-page.ts';

const indent = 2;
/** More bars than this make a list too long to be seen at a glance: a sparkline says it then. */
const mostBars = 31;
/** A matrix with more columns is read by its shades, not by its numbers. */
const mostNumbers = 13;

/** A series in characters: bars one below the other where there are few of one line, else a sparkline a line. */
export function seriesLines(block: SeriesBlock, page: Page): readonly string[] {
  const caption = wrap(page.say(block.caption), page.width).map((line) => page.chalk.dim(line));
  if (block.x.length === 0 || block.lines.every((line) => rangeOf(line.values) === null)) {
    return [...caption, `  ${page.chalk.dim(page.ui('no_data'))}`];
  }
  const asBars = (block.style === 'bars' || block.style === 'histogram') && block.lines.length === 1;
  const chart = asBars && block.x.length <= mostBars ? barLines(block, page) : sparkLines(block, page);
  return [...caption, ...chart, ...targetLines(block, page)];
}

function barLines(block: SeriesBlock, page: Page): readonly string[] {
  const values = block.lines[0]?.values ?? [];
  const highest = Math.max(0, rangeOf(values)?.high ?? 0);
  const labels = block.x.map((_, index) =>
    oneLine(xLabel(block, index, { locale: page.locale, style: 'short' })),
  );
  const texts = values.map((value) => page.show(unitValue(value, block.unit)));
  const labelWidth = Math.min(Math.max(...labels.map(displayWidth)), Math.floor(page.width / 3));
  const textWidth = Math.max(...texts.map(displayWidth));
  const room = Math.max(4, Math.min(40, page.width - indent - labelWidth - textWidth - 4));
  return labels.map((label, index) => {
    const value = values[index] ?? null;
    const drawn = value === null || highest === 0 ? '' : bar(value / highest, room);
    const head = pad(shorten(label, labelWidth), labelWidth, 'right');
    const text = pad(texts[index] ?? '', textWidth, 'right');
    return `  ${head}  ${text}  ${page.chalk.cyan(drawn)}`.trimEnd();
  });
}

/** Label, course, latest value and range of each line, under the first and last x. */
function sparkLines(block: SeriesBlock, page: Page): readonly string[] {
  const { chalk } = page;
  const room = Math.max(8, Math.min(block.x.length, 52, Math.floor(page.width * 0.45)));
  const style = { locale: page.locale, style: 'short' } as const;
  const first = oneLine(xLabel(block, 0, style));
  const last = oneLine(xLabel(block, block.x.length - 1, style));
  const span = displayWidth(first) + displayWidth(last) + 1 <= room;
  const axis = span
    ? first + ' '.repeat(room - displayWidth(first) - displayWidth(last)) + last
    : `${first} – ${last}`;
  const rows = block.lines.map((line): Cell[] => [
    { text: page.say(line.label) },
    { text: sparkline(line.values, room), paint: chalk.cyan },
    { text: page.show(unitValue(line.values.at(-1) ?? null, block.unit)), paint: chalk.bold },
    { text: boundsOf(line, { block, page }), paint: chalk.dim },
  ]);
  const head: Cell[] = [
    { text: '' },
    { text: axis, paint: chalk.dim },
    { text: page.ui('last'), paint: chalk.dim },
  ];
  return layOut({
    columns: [
      { align: 'left', flexible: true, priority: 1 },
      { align: 'left', flexible: false, priority: 1 },
      { align: 'right', flexible: false, priority: 1 },
      { align: 'left', flexible: true, priority: 2 },
    ],
    rows: [head, ...rows],
    width: page.width,
    indent,
  }).lines;
}

/** The interval of the latest value where a line has intervals, else the range of all values. */
function boundsOf(
  { values, low, high }: SeriesBlock['lines'][number],
  { block, page }: { readonly block: SeriesBlock; readonly page: Page },
): string {
  const show = (value: number): string => page.show(unitValue(value, block.unit));
  if (low && high) {
    const [from, to] = [low.at(-1) ?? null, high.at(-1) ?? null];
    return from === null || to === null ? '' : page.ui('interval', { low: show(from), high: show(to) });
  }
  const range = rangeOf(values);
  return range ? page.ui('scale', { low: show(range.low), high: show(range.high) }) : '';
}

function targetLines(block: SeriesBlock, page: Page): readonly string[] {
  if (block.target === undefined) return [];
  const value = block.targetLabel
    ? page.say(block.targetLabel)
    : page.ui('target', { value: page.show(unitValue(block.target, block.edges ? 'duration' : block.unit)) });
  return [`  ${page.chalk.dim(value)}`];
}

/** A matrix in numbers where they fit, else in shades with a scale below. */
export function matrixLines(block: MatrixBlock, page: Page): readonly string[] {
  const caption = wrap(page.say(block.caption), page.width).map((line) => page.chalk.dim(line));
  const highest = rangeOf(block.values.flat())?.high ?? null;
  if (highest === null) return [...caption, `  ${page.chalk.dim(page.ui('no_data'))}`];
  const texts = block.values.map((row) =>
    row.map((value) => oneLine(matrixText(value, block.unit, page.locale))),
  );
  const heat = heatOf(block);
  const heads = block.columnLabels.map(page.say);
  const names = block.rowLabels.map(page.say);
  const nameWidth = Math.min(Math.max(0, ...names.map(displayWidth)), Math.floor(page.width / 3));
  const room = page.width - indent - nameWidth;
  const cellWidth = Math.max(...texts.flat().map(displayWidth), ...heads.map(displayWidth)) + 1;
  if (heads.length <= mostNumbers && cellWidth * heads.length <= room) {
    const head = [' '.repeat(nameWidth), ...heads.map((text) => pad(text, cellWidth, 'right'))].join('');
    const rows = texts.map((row, index) => {
      const cells = row.map((text, column) => {
        const step = shadeStep(heat(block.values[index]?.[column] ?? 0));
        return (
          pad('', cellWidth - displayWidth(text)) +
          (step <= 1 ? page.chalk.dim(text) : step === 4 ? page.chalk.bold(text) : text)
        );
      });
      return `  ${pad(shorten(names[index] ?? '', nameWidth), nameWidth)}${cells.join('')}`.trimEnd();
    });
    return [...caption, `  ${page.chalk.dim(head)}`, ...rows];
  }
  return [...caption, ...shadeLines({ block, heads, names, nameWidth, room, highest }, page)];
}

interface Shading {
  readonly block: MatrixBlock;
  readonly heads: readonly string[];
  readonly names: readonly string[];
  readonly nameWidth: number;
  readonly room: number;
  readonly highest: number;
}

function shadeLines(
  { block, heads, names, nameWidth, room, highest }: Shading,
  page: Page,
): readonly string[] {
  const cell = Math.max(1, Math.min(2, Math.floor((room - 1) / Math.max(1, heads.length))));
  const shown = Math.min(heads.length, Math.floor((room - 1) / cell));
  const heat = heatOf(block);
  const rows = block.values.map((row, index) => {
    const cells = row
      .slice(0, shown)
      .map((value) => (value === null ? '·' : shade(heat(value))).repeat(cell));
    return `  ${pad(shorten(names[index] ?? '', nameWidth), nameWidth)} ${page.chalk.cyan(cells.join('').trimEnd())}`.trimEnd();
  });
  const top = page.show(unitValue(highest, block.unit));
  const legend = `░▒▓█  ${page.ui('scale', { low: page.show(unitValue(0, block.unit)), high: top })}`;
  return [
    `  ${' '.repeat(nameWidth)} ${page.chalk.dim(spacedHeads(heads.slice(0, shown), cell))}`.trimEnd(),
    ...rows,
    ...wrap(legend, page.width - indent).map((line) => `  ${page.chalk.dim(line)}`),
  ];
}

/** Heads above narrow cells: as many as fit without touching each other, at an even distance. */
function spacedHeads(heads: readonly string[], cell: number): string {
  const widest = Math.max(1, ...heads.map(displayWidth));
  const every = [1, 2, 3, 4, 6, 12].find((step) => step * cell > widest) ?? heads.length;
  let line = '';
  heads.forEach((head, index) => {
    if (index % every === 0) line = pad(line, index * cell) + head;
  });
  return line;
}

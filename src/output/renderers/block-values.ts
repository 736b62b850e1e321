import type { Block, Headline, Report, TableColumn, Value } from '../../model/report.ts';
import { directionOf } from '../locales/changes.ts';
import type { Locale } from '../locales/index.ts';

export type SeriesBlock = Extract<Block, { kind: 'series' }>;
export type MatrixBlock = Extract<Block, { kind: 'matrix' }>;
export type TableBlock = Extract<Block, { kind: 'table' }>;
export type Unit = SeriesBlock['unit'];

/** A bare number of a series or matrix as a value with its unit. */
export function unitValue(value: number | null, unit: Unit): Value {
  return { type: unit, value: value === null || Number.isNaN(value) ? null : value };
}

/** Figures stand at the right of their column, words and courses at the left. */
export function alignOf(column: TableColumn): 'left' | 'right' {
  return column.align ?? (column.type === 'text' || column.type === 'spark' ? 'left' : 'right');
}

/**
 * How a change is marked, apart from its colour: `▲` up, `▼` down, `◆` unusual (it may lie far off and have come nearer
 * since the period before: no arrow says that), `≈` noise, `·` too few, nothing where unchanged.
 */
export function markOf(change: Value | undefined): { readonly mark: string; readonly direction: -1 | 0 | 1 } {
  if (change?.type !== 'change' || change.before === null || change.now === null)
    return { mark: '', direction: 0 };
  // Nothing moved: there is no change to be judged.
  if (change.before === change.now && change.verdict !== 'unusual') return { mark: '', direction: 0 };
  if (change.verdict === 'noise') return { mark: '≈', direction: 0 };
  if (change.verdict === 'too_few') return { mark: '·', direction: 0 };
  if (change.verdict === 'unusual') return { mark: '◆', direction: 0 };
  return { mark: change.now > change.before ? '▲' : '▼', direction: directionOf(change) };
}

/** Marks that no reader knows unasked, each with what says what it means, in the order in which they are explained. */
export const explainedMarks = [
  ['≈', 'noise_legend'],
  ['◆', 'unusual_legend'],
  ['·', 'few_legend'],
] as const;

/** What the marks of these changes mean, those that no reader knows. */
export function marksExplained(
  changes: readonly (Value | undefined)[],
  ui: (code: (typeof explainedMarks)[number][1]) => string,
): string[] {
  const marks = new Set(changes.map((change) => markOf(change).mark));
  return explainedMarks.flatMap(([mark, code]) => (marks.has(mark) ? [ui(code)] : []));
}

/** A change in words: `▲ +12%`; of a duration that grew from 0, which values beside it tell better, the mark alone. */
export function changeText(change: Value | undefined, locale: Locale): string {
  if (change === undefined) return '';
  const { mark } = markOf(change);
  if (mark !== '' && change.type === 'change' && change.of === 'duration' && change.before === 0) return mark;
  const text = locale.formatValue(change);
  return mark === '' ? text : `${mark} ${text}`;
}

/** The interval of a headline in the unit of its value, or null. */
export function intervalOf(
  item: Headline,
  locale: Locale,
): { readonly low: string; readonly high: string } | null {
  const { low, high, value } = item;
  if (low === null || low === undefined || high === null || high === undefined) return null;
  if (value.type === 'text' || value.type === 'instant' || value.type === 'change' || value.type === 'spark')
    return null;
  const of = (bound: number): string =>
    locale.formatValue(
      value.type === 'duration'
        ? { type: 'duration', value: bound, clock: value.clock }
        : { type: value.type, value: bound },
    );
  return { low: of(low), high: of(high) };
}

/** Whether there is nothing to show but why: no data, too few, not available. */
export function isMissing(value: Value): boolean {
  if (value.type === 'spark') return false;
  if (value.type === 'change') return value.before === null || value.now === null;
  return value.value === null || isUnsure(value);
}

/** Whether a figure may not be shown, although there may be a number. */
export function isUnsure(value: Value): boolean {
  return 'status' in value && (value.status === 'too_few' || value.status === 'unavailable');
}

/** n of a value, where it has one. */
export function countOf(value: Value): number | undefined {
  return 'n' in value ? value.n : undefined;
}

/** A cell of a matrix: as short as it can be, shares without digits after the point; empty without data. */
export function matrixText(value: number | null, unit: Unit, locale: Locale): string {
  if (value === null || Number.isNaN(value)) return '';
  return unit === 'share'
    ? `${locale.numbers.number(value * 100, { max: 0 })}%`
    : locale.formatValue(unitValue(value, unit));
}

/** How a label is written. */
interface LabelStyle {
  readonly locale: Locale;
  readonly style: 'short' | 'long';
}

/** What stands at an x: bins by their edges, periods by their names, in the words of the language. */
export function xLabel(block: SeriesBlock, index: number, { locale, style }: LabelStyle): string {
  const label = block.x[index] ?? '';
  const from = block.edges?.[index];
  const to = block.edges?.[index + 1];
  if (from === undefined || to === undefined) return locale.periodLabel(label, style);
  const edge = (value: number): string => locale.formatTick(value, 'duration', block.clock);
  if (from <= 0) return `< ${edge(to)}`;
  return Number.isFinite(to) ? `${edge(from)}–${edge(to)}` : `> ${edge(from)}`;
}

/** What follows the first screen, where a report has one: everything from its first heading on. */
export function bodyBlocks({ screen, blocks }: Report): readonly Block[] {
  if (!screen) return blocks;
  const first = blocks.findIndex(({ kind }) => kind === 'heading');
  return first < 0 ? [] : blocks.slice(first);
}

/** A sentence of a paragraph ends in a full stop, that of its script. */
export function fullSentence(text: string): string {
  if (/[.!?।:]$/u.test(text)) return text;
  return `${text}${/[\u0900-\u09ff]/u.test(text) ? '।' : '.'}`;
}

import { machineNumber } from '../../model/machine-number.ts';
import type { Block, Headline, Report } from '../../model/report.ts';
import { englishLocale, type Locale } from '../locales/index.ts';
import { machinePhrase, machineUnits, machineValue } from './machine-values.ts';
import type { RenderOptions } from './options.ts';

/**
 * A report as JSON: the envelope's keys, then the blocks with figures in the units of data. Wording is a code with
 * arguments and its English; `--lang` changes nothing here.
 */
export function renderJson(report: Report, options: RenderOptions): string {
  const english = machineLocale(options);
  const whole = {
    schema: 'deskstat.report/1',
    ...options.envelope,
    title: machinePhrase(report.title, english),
    subtitle: machinePhrase(report.subtitle, english),
    blocks: report.blocks.map((block) => machineBlock(block, english)),
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

/** The English that machine formats carry, with the metric names of the locale that was handed over. */
export function machineLocale({ locale, machineLocale }: RenderOptions): Locale {
  return machineLocale ?? (locale.id === 'en' ? locale : englishLocale());
}

export function machineBlock(block: Block, english: Locale): Record<string, unknown> {
  switch (block.kind) {
    case 'heading':
      return { kind: 'heading', level: block.level, text: machinePhrase(block.text, english) };
    case 'figures':
      return { kind: 'figures', items: block.items.map((item) => machineHeadline(item, english)) };
    case 'table':
      return {
        kind: 'table',
        id: block.id,
        caption: block.caption ? machinePhrase(block.caption, english) : null,
        columns: block.columns.map(({ key, label, type }) => ({
          key,
          label: machinePhrase(label, english),
          type,
        })),
        rows: block.rows.map((row) => row.map((value) => machineValue(value, english))),
        totals: (block.totals ?? []).map((row) => row.map((value) => machineValue(value, english))),
      };
    case 'series': {
      const numbers = (values: readonly (number | null)[] | undefined): (number | null)[] | undefined =>
        values?.map((value) => machineNumber(value, block.unit));
      return {
        kind: 'series',
        id: block.id,
        caption: machinePhrase(block.caption, english),
        style: block.style,
        unit: machineUnits[block.unit],
        x: block.x,
        edges: block.edges?.map((edge) => machineNumber(edge, 'duration')),
        target:
          block.target === undefined
            ? null
            : machineNumber(block.target, block.edges ? 'duration' : block.unit),
        lines: block.lines.map((line) => ({
          label: machinePhrase(line.label, english),
          values: numbers(line.values),
          low: numbers(line.low),
          high: numbers(line.high),
        })),
      };
    }
    case 'matrix':
      return {
        kind: 'matrix',
        id: block.id,
        caption: machinePhrase(block.caption, english),
        unit: machineUnits[block.unit],
        rows: block.rowLabels.map((label) => machinePhrase(label, english)),
        columns: block.columnLabels.map((label) => machinePhrase(label, english)),
        values: block.values.map((row) => row.map((value) => machineNumber(value, block.unit))),
      };
    case 'list':
      return { kind: 'list', items: block.items.map((item) => machinePhrase(item, english)) };
    case 'note':
      return { kind: 'note', severity: block.severity, text: machinePhrase(block.text, english) };
    default:
      return block satisfies never;
  }
}

function machineHeadline(item: Headline, english: Locale): Record<string, unknown> {
  const { value } = item;
  const unit =
    value.type === 'text' || value.type === 'instant' || value.type === 'change' || value.type === 'spark'
      ? 'number'
      : value.type;
  return {
    metric: item.metric,
    key: item.metric,
    ...(item.survey === undefined ? {} : { survey: item.survey }),
    label: machinePhrase(item.label, english),
    value: machineValue(value, english),
    before: item.before ? machineValue(item.before, english) : null,
    change: item.change ? machineValue(item.change, english) : null,
    low: machineNumber(item.low, unit),
    high: machineNumber(item.high, unit),
    period: item.period ?? null,
    spark: item.spark?.map((each) => machineNumber(each, unit)) ?? null,
    note: item.note ? machinePhrase(item.note, english) : null,
    with_open: item.withOpen ? machineWithOpen(item.withOpen, english) : null,
    receipt: (item.receipt ?? []).map((phrase) => machinePhrase(phrase, english)),
  };
}

function machineWithOpen(
  { metric, value, low, high, open }: NonNullable<Headline['withOpen']>,
  english: Locale,
): Record<string, unknown> {
  return {
    metric,
    key: metric,
    value: machineValue(value, english),
    low: machineNumber(low, 'duration'),
    high: machineNumber(high, 'duration'),
    open,
  };
}

import { isObject, type Json, listOf, numberOrNull, textOr } from './json-value.ts';
import { lastDayOf } from './period-label.ts';
import { periodOf } from './row-figures.ts';
import type { SavedFigure, SavedPeriod } from './saved-figure.ts';

/** Tables of what stands at as-of: they change with every report, and that is no news. */
const momentary = new Set(['waiting']);

/**
 * The figures of a saved `report --format json`: headlines, segments, recurring issues, distributions, and every point
 * of a chart over time. Left out: the changes, which are figures of two periods, and the heat map, whose stretch of time
 * moves on with each report.
 */
export function reportFigures(whole: Json): readonly SavedFigure[] {
  const context: Context = {
    period: isObject(whole.period) ? periodOf(whole.period) : null,
    today: textOr(whole.as_of, '').slice(0, 10),
  };
  return listOf(whole.blocks).flatMap((block) => figuresOf(block, context));
}

interface Context {
  readonly period: SavedPeriod | null;
  /** The local day of as-of. */
  readonly today: string;
}

function figuresOf(block: Json, context: Context): SavedFigure[] {
  switch (block.kind) {
    case 'figures':
      return listOf(block.items).flatMap((item) => headlineOf(item, context));
    case 'table':
      return tableFigures(block, context);
    case 'series':
      return seriesFigures(block, context);
    default:
      return [];
  }
}

function headlineOf(item: Json, context: Context): SavedFigure[] {
  if (!isObject(item.value)) return [];
  const figure = measuredOf(item.value);
  if (!figure) return [];
  const elsewhere = isObject(item.note) && item.note.code === 'note.period' ? item.note.args : null;
  const period = isObject(elsewhere) && isObject(elsewhere.period) ? phrasePeriod(elsewhere.period) : null;
  const survey = textOr(item.survey, null);
  const segment: SavedFigure['segment'] = survey === null ? {} : { survey };
  return [{ ...figure, metric: textOr(item.metric, ''), segment, period: period ?? context.period }];
}

/** The period of a figure whose windows are still open in the report's own. */
function phrasePeriod(phrase: Json): SavedPeriod | null {
  const { from, to } = isObject(phrase.args) ? phrase.args : {};
  if (!isObject(from) || typeof from.value !== 'string') return null;
  const end = isObject(to) ? textOr(to.value, null) : null;
  return { label: textOr(phrase.text, ''), start: from.value, end, complete: true };
}

function tableFigures(block: Json, { period }: Context): SavedFigure[] {
  const id = textOr(block.id, '');
  if (momentary.has(id)) return [];
  const columns = listOf(block.columns).map(({ key }) => textOr(key, ''));
  const isSplit = id.startsWith('by-');
  const rows = Array.isArray(block.rows) ? (block.rows as unknown[]) : [];
  return rows.flatMap((row) => {
    const values = listOf(row);
    const name = values[0]?.type === 'text' ? textOr(values[0].text, null) : null;
    const segment = { [columns[0] ?? id]: name };
    return values.flatMap((value, i) => {
      const figure = measuredOf(value);
      const metric = isSplit ? columns[i] : `${id}.${columns[i]}`;
      return figure ? [{ ...figure, metric, segment, period }] : [];
    });
  });
}

function seriesFigures(block: Json, { period, today }: Context): SavedFigure[] {
  const id = textOr(block.id, '');
  const unit = textOr(block.unit, '');
  const x = Array.isArray(block.x) ? block.x.map(String) : [];
  return listOf(block.lines).flatMap((line) => {
    const values = Array.isArray(line.values) ? (line.values as unknown[]) : [];
    const label = isObject(line.label) ? textOr(line.label.code, textOr(line.label.text, '')) : '';
    const name = label.replace(/^metric\./, '');
    return x.map((at, i): SavedFigure => {
      const last = lastDayOf(at);
      const isOwn = period?.label === at;
      return {
        metric: last === null ? id : name,
        stat: null,
        clock: null,
        unit,
        segment: last === null ? { bin: at } : { chart: id },
        period:
          last === null
            ? period
            : { label: at, start: null, end: null, complete: isOwn ? period.complete : last < today },
        value: numberOrNull(values[i]),
        n: null,
        status: 'ok',
      };
    });
  });
}

type Measured = Pick<SavedFigure, 'stat' | 'clock' | 'unit' | 'value' | 'n' | 'status'>;

const measured = new Set(['count', 'share', 'duration', 'score', 'points', 'number']);

function measuredOf(value: Json): Measured | null {
  if (!measured.has(textOr(value.type, ''))) return null;
  return {
    stat: null,
    clock: textOr(value.clock, null),
    unit: textOr(value.unit, ''),
    value: numberOrNull(value.value),
    n: numberOrNull(value.n),
    status: textOr(value.status, 'ok'),
  };
}

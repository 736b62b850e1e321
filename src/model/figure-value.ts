import type { FigureRef, Reading } from './overview.ts';
import type { Phrase, Value, Verdict } from './report.ts';

/** A figure's name: its metric, with the statistic and the clock where there are several. */
export function figureLabel({ metric, kind, stat, clock, survey }: FigureRef): Phrase {
  const name: Phrase = { code: `metric.${metric}` };
  if (kind !== 'duration') return ofSurvey(name, survey);
  const args = { metric: name, stat: { code: `stat.${stat}` } };
  return clock === 'business'
    ? { code: 'figure.business', args: { ...args, clock: { code: 'clock.business' } } }
    : { code: 'figure.stat', args };
}

/** The same as short as a column or a card has room for; the clock is said elsewhere. */
export function shortLabel({ metric, kind, stat, survey }: FigureRef): Phrase {
  if (kind !== 'duration') return ofSurvey({ code: `metric.${metric}` }, survey);
  return {
    code: 'figure.stat',
    args: { metric: { code: `short.${metric}` }, stat: { code: `short.${stat}` } },
  };
}

/** With the survey's own name where there are several of its kind. */
const ofSurvey = (figure: Phrase, survey: string | undefined): Phrase =>
  survey === undefined ? figure : { code: 'figure.of_survey', args: { figure, survey: { data: survey } } };

type Figure = Pick<FigureRef, 'metric' | 'kind' | 'clock'> &
  Partial<Pick<FigureRef, 'stat'>> & { readonly outOf?: number | null };

/** Percentiles of which few values show the largest alone. */
const high: ReadonlySet<string> = new Set(['p75', 'p90', 'p95', 'p99', 'max']);

/** A reading as a value with the unit of its figure. */
export function figureValue(
  figure: Figure,
  reading: Pick<Reading, 'value' | 'n' | 'status' | 'precision' | 'few' | 'isLowerBound'>,
): Value {
  const { value, n, status } = reading;
  const part = high.has(figure.stat ?? '') ? 'top' : 'middle';
  const few = reading.few && status === 'too_few' ? { few: { ...reading.few, part } as const } : {};
  const common = { value, status, n };
  switch (figure.kind) {
    case 'count':
      return { type: 'count', value, status, ...(reading.isLowerBound ? { isLowerBound: true } : {}) };
    case 'duration':
      return {
        type: 'duration',
        ...common,
        ...few,
        clock: figure.clock ?? 'calendar',
        ...(reading.precision === 'day' ? { precision: 'day' as const } : {}),
      };
    case 'score':
      if (figure.metric === 'backlog_days') return { type: 'number', value, digits: 1 };
      return { type: 'score', ...common, ...few, ...(figure.outOf ? { outOf: figure.outOf } : {}) };
    case 'share':
      return { type: 'share', ...common, ...few };
    default:
      return { type: figure.kind, ...common };
  }
}

/** The same in a table, where n has no column of its own: a rating is not shown without it. */
export function figureCell(figure: Figure, reading: Parameters<typeof figureValue>[1]): Value {
  const value = figureValue(figure, reading);
  const isRating = ratings.has(figure.metric) && reading.n > 0;
  return isRating && (value.type === 'share' || value.type === 'score' || value.type === 'points')
    ? { ...value, showsN: true }
    : value;
}

const ratings: ReadonlySet<string> = new Set(['csat', 'csat_mean', 'nps', 'ces', 'ces_mean']);

/** How a figure moved from one reading to another. */
export function changeValue(
  figure: Figure & Pick<FigureRef, 'lowerIsBetter'>,
  readings: { readonly before: Pick<Reading, 'value'>; readonly now: Pick<Reading, 'value'> },
  verdict?: Verdict,
): Value {
  return {
    type: 'change',
    of: figure.metric === 'backlog_days' ? 'number' : figure.kind,
    before: readings.before.value,
    now: readings.now.value,
    lowerIsBetter: figure.lowerIsBetter,
    ...(verdict ? { verdict } : {}),
  };
}

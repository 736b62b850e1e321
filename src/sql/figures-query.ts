import { noPace } from '../analysis/metrics/figures.ts';
import { knowledgeBy } from '../analysis/metrics/known.ts';
import { quantileOf, thresholdOf } from '../analysis/metrics/statistics.ts';
import { SURVEY } from '../analysis/metrics/survey-views.ts';
import { figureKey, type MetricKind, type Stat, unitOfKind } from '../model/metric.ts';
import type { AskedMetric } from '../observations/asked.ts';
import { factsOf } from '../observations/manifest.ts';
import { fewestFor } from '../stats/too-few.ts';
import { boundAt, momentOf } from './bounds.ts';
import type { Engine } from './engine.ts';
import { entrySteps } from './entries.ts';
import { figureSteps } from './figures.ts';
import { constants, type Literal, Literals, type SqlType } from './literals.ts';
import {
  DAY,
  measuredOf,
  orderOf,
  type Query,
  type SqlRequest,
  type Step,
  shapeOf,
  viewOf,
} from './query.ts';
import { segmentSteps } from './segments.ts';
import { tallySteps } from './tallies.ts';

/**
 * The query whose rows are those of `metrics`. It is made by the kind of metrics (count, share, duration, score,
 * points) and the shape of what they look at, never by metric.
 */
export function figuresQuery(request: SqlRequest, engine: Engine): string {
  const isByList = request.manifest.dimensions.some(
    ({ name, isList }) => isList && request.by.includes(name),
  );
  const query: Query = {
    ...request,
    engine,
    literals: new Literals(engine),
    dimensions: request.by.filter((name) => name !== SURVEY),
    isByList,
    hasSurvey: request.by.includes(SURVEY) || request.asked.some(({ survey }) => survey !== null),
  };
  const { steps, last } = figureSteps(query);
  const all: readonly Step[] = [
    ['periods', periodConstants(query)],
    ['measured', measuredConstants(query)],
    ['asks', askConstants(query)],
    ['edges', edgeConstants(query)],
    ...segmentSteps(query),
    ...entrySteps(query),
    ...tallySteps(query),
    ...steps,
  ];
  const text = all.map(([name, select]) => `${name} as (\n  ${select.trim()}\n)`).join(',\n');
  const head = engine.proven === 'parsed' ? '-- parsed, never run\n' : '';
  const about = `-- deskstat metrics, as a query for ${engine.name}; definitions ${request.manifest.definitions}\n`;
  return `${head}${about}with ${text}\n${last.trim()}\n`;
}

function periodConstants({ literals, periods, manifest, instant }: Query): string {
  const columns: Record<string, SqlType> = {
    p: 'integer',
    p_start: 'integer',
    p_end: 'integer',
    moment: 'integer',
    is_future: 'integer',
    pace_days: 'double',
    bulk_half: 'double',
    missing: 'double',
    period_start: 'text',
    period_end: 'text',
  };
  const { asOf, coverage } = manifest;
  const rows = (periods ?? [null]).map((period, p) => {
    const moment = momentOf(manifest, period);
    return {
      p,
      p_start: period?.start ?? null,
      p_end: period?.end ?? null,
      moment,
      is_future: period !== null && period.start > asOf ? 1 : 0,
      pace_days: Math.min(28, (moment - coverage.from) / DAY),
      bulk_half: (coverage.bulkFrom + moment) / 2,
      missing: boundAt(manifest, moment),
      period_start: period ? instant(period.start) : null,
      period_end: period ? instant(period.end) : null,
    };
  });
  return constants(literals, columns, rows);
}

function measuredConstants(query: Query): string {
  const columns: Record<string, SqlType> = {
    m: 'integer',
    v: 'integer',
    metric: 'text',
    clock: 'text',
    survey: 'text',
    shape: 'text',
    is_day: 'integer',
  };
  const rows = measuredOf(query).map(([m, each]) => ({
    m,
    v: viewOf(query, each),
    metric: each.metric.id,
    clock: each.observed.clock ?? '',
    survey: each.observed.survey === null ? null : each.survey,
    shape: shapeOf(each.metric),
    is_day: each.observed.precision === 'day' ? 1 : 0,
  }));
  return constants(query.literals, columns, rows);
}

/** One row a figure of a cell: what it is computed by, and what is printed beside it. */
function askConstants(query: Query): string {
  const columns: Record<string, SqlType> = {
    ask: 'integer',
    m: 'integer',
    metric: 'text',
    stat: 'text',
    clock: 'text',
    survey: 'text',
    survey_order: 'integer',
    unit: 'text',
    kind: 'text',
    shape: 'text',
    how: 'text',
    share: 'integer',
    fewest: 'integer',
    tells_open: 'integer',
    scale_low: 'double',
    scale_high: 'double',
    no_value: 'text',
    clock_source: 'text',
    known_to: 'text',
    name: 'text',
  };
  // Segments stand in the order in which figures first come to them.
  const surveys = [...new Set(query.asked.map(({ survey }) => survey))];
  const rows = measuredOf(query).flatMap(([m, each]) =>
    each.stats.map((stat, i) => ({
      ask: orderOf(m, i),
      m,
      survey_order: surveys.indexOf(each.survey),
      ...askOf(each, stat),
    })),
  );
  return constants(query.literals, columns, rows);
}

function askOf({ metric, clock, survey, observed }: AskedMetric, stat: Stat): Record<string, Literal> {
  const isPlainStock = metric.shape === 'stock' && metric.of !== 'age';
  const share = quantileOf[stat];
  const isDuration = metric.kind === 'duration';
  return {
    metric: metric.id,
    stat,
    clock,
    survey,
    unit: metric.unit ?? unitOfKind[metric.kind],
    kind: metric.kind,
    shape: shapeOf(metric),
    how: isPlainStock ? 'stock' : share === undefined ? howOf(metric.kind, stat) : 'quantile',
    share: share === undefined ? null : Math.round(share * 1000),
    fewest: metric.kind === 'count' || isPlainStock ? 0 : fewestFor(thresholdOf(stat)),
    tells_open:
      metric.shape === 'flow' && metric.periodOf === 'created_at' && metric.kind !== 'count' ? 1 : 0,
    scale_low: observed.scale.min,
    scale_high: observed.scale.max,
    no_value: metric.shape === 'stock' ? (noPace(metric)?.english ?? null) : null,
    clock_source: observed.clockSource,
    known_to: isDuration ? (observed.precision ?? 'second') : null,
    name: figureKey({ metric: metric.id, kind: metric.kind, stat, clock }),
  };
}

/** By which formula a statistic of a kind is computed. */
function howOf(kind: MetricKind, stat: Stat): string {
  if (kind === 'count') return 'sum';
  if (stat === 'min' || stat === 'max' || stat === 'share' || stat === 'score') return stat;
  return kind === 'duration' ? 'mean' : 'score_mean';
}

/** What the export cannot know, or not all of, of each metric and period. */
function edgeConstants(query: Query): string {
  const facts = factsOf(query.manifest);
  const rows = measuredOf(query).flatMap(([m, { metric }]) =>
    (query.periods ?? [null]).flatMap((period, p) => {
      const { extent, reason } = knowledgeBy(facts, metric, period);
      return extent === 'whole'
        ? []
        : [{ m, p, hides: extent === 'none' ? 1 : 0, reason: reason?.english ?? null }];
    }),
  );
  return constants(query.literals, { m: 'integer', p: 'integer', hides: 'integer', reason: 'text' }, rows);
}

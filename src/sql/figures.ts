import { LOWER_BOUND, reasonOf } from '../analysis/metrics/figures.ts';
import { SURVEY } from '../analysis/metrics/survey-views.ts';
import { figureKey, unitOfKind } from '../model/metric.ts';
import type { AskedMetric } from '../observations/asked.ts';
import { TABLED } from '../observations/critical-values.ts';
import { z95 } from '../stats/distributions.ts';
import { fewestForScoreInterval } from '../stats/score.ts';
import { boundOf, boundSteps } from './bounds.ts';
import { blendedQuantiles, quantileParts } from './quantiles.ts';
import { orderOf, type Query, type Step } from './query.ts';
import { shownNames } from './segments.ts';

/** From cells to rows. */
export function figureSteps(query: Query): { readonly steps: readonly Step[]; readonly last: string } {
  return {
    steps: [
      ...boundSteps(query),
      ['blended', blendedQuantiles(query)],
      ['estimates', estimates(query)],
      ['rows_of', rowsOf(query)],
    ],
    last: lastSelect(query),
  };
}

/** Value and interval of every figure, by how it is computed. */
function estimates(query: Query): string {
  const { literals } = query;
  const quantile = quantileParts(query);
  const bound = boundOf(query);
  const shown = shownNames(query).map((name) => `, cells.${name} as ${name}`);
  const double = (value: number): string => literals.double(value);
  const asDouble = (text: string): string => literals.asDouble(text);
  const n = asDouble('cells.n');
  const z = double(z95);
  const p = `(cells.total / ${n})`;
  const square = `(${double(z95 * z95)} / ${n})`;
  const half = `(${z} * sqrt(${p} * (1 - ${p}) / ${n} + ${square} / (4 * ${n})))`;
  const size = `(${n} + 3)`;
  const up = `((cells.promoters + ${double(0.75)}) / ${size})`;
  const down = `((cells.detractors + ${double(0.75)}) / ${size})`;
  const centre = `(${up} - ${down})`;
  const reach = `(${z} * sqrt((${up} + ${down} - ${centre} * ${centre}) / ${size}))`;
  const nps = `(${asDouble('100 * (cells.promoters - cells.detractors)')} / ${n})`;
  const days = `(cells.exits / cells.pace_days)`;
  const t = `(case when cells.n <= ${TABLED} then cells.tabled_t else ${farT(asDouble('cells.n - 1'), double)} end)`;
  const around = `(${t} * sqrt(squares / (${n} - 1) / ${n}))`;
  const hasInterval = `cells.n >= ${fewestForScoreInterval} and squares > 0`;
  const wilson = (sign: '+' | '-'): string => `((${p} + ${square} / 2 ${sign} ${half}) / (1 + ${square}))`;
  const least = (a: string, b: string): string => `case when ${a} < ${b} then ${a} else ${b} end`;
  const most = (a: string, b: string): string => `case when ${a} > ${b} then ${a} else ${b} end`;
  const zero = double(0);
  const one = double(1);
  const value = `case how
    when 'sum' then coalesce(cells.total, ${zero})
    when 'stock' then case when shape = 'days' then case when cells.pace_days >= 7 and cells.exits > 0 then ${n} / ${days} end else ${n} end
    when 'quantile' then ${quantile.value} when 'min' then cells.smallest when 'max' then cells.largest
    when 'share' then case when cells.n > 0 then ${p} end
    when 'score' then case when cells.n > 0 then ${nps} end
    else case when cells.n > 0 then ${p} end end`;
  const low = `case how when 'quantile' then ${quantile.low}
    when 'share' then case when cells.n = 0 then null when cells.total = 0 then ${zero} else ${least(p, most(zero, wilson('-')))} end
    when 'score' then case when cells.n > 0 then ${least(nps, most(double(-100), `(100 * (${centre} - ${reach}))`))} end
    when 'score_mean' then case when ${hasInterval} then case when scale_low is not null and scale_low > ${p} - ${around} then scale_low else ${p} - ${around} end end end`;
  const high = `case how when 'quantile' then ${quantile.high}
    when 'share' then case when cells.n = 0 then null when cells.total = ${n} then ${one} else ${most(p, least(one, wilson('+')))} end
    when 'score' then case when cells.n > 0 then ${most(nps, least(double(100), `(100 * (${centre} + ${reach}))`))} end
    when 'score_mean' then case when ${hasInterval} then case when scale_high is not null and scale_high < ${p} + ${around} then scale_high else ${p} + ${around} end end end`;
  const isFuture = "shape <> 'flow' and cells.is_future = 1";
  return `select asks.*, cells.p as p, cells.g as g, cells.v as v, case when ${isFuture} then 0 else cells.n end as n, case when tells_open = 1 then cells.open_n end as open_n,
  case when ${isFuture} then null else ${value} end as value, ${value} as plain_value, ${low} as low, ${high} as high,
  case when how in ('sum') or (how = 'stock' and shape <> 'days') then 'ok' when shape = 'days' then case when cells.pace_days >= 7 and cells.exits > 0 then 'ok' else 'too_few' end
    when cells.n = 0 and cells.windows > 0 then 'window_open' when cells.n < fewest or cells.n = 0 then 'too_few' else 'ok' end as status,
  ${bound.value} as is_bound, cells.period_start as period_start, cells.period_end as period_end${shown.join('')}
  from asks join blended as cells on cells.m = asks.m${bound.joined}`;
}

/** Student's t beyond the table, by Cornish and Fisher: exact to a double at ten thousand degrees of freedom. */
function farT(df: string, double: (value: number) => string): string {
  const z = z95;
  const first = (z ** 3 + z) / 4;
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  return `(${double(z)} + ${double(first)} / ${df} + ${double(second)} / (${df} * ${df}) + ${double(third)} / (${df} * ${df} * ${df}))`;
}

/** What the export cannot know takes values away or marks them; small segments are left out. */
function rowsOf(query: Query): string {
  const { literals, minGroup, dimensions, totals, by } = query;
  const shown = shownNames(query).map((name) => `, e.${name}`);
  const isWindow = "e.status = 'window_open'";
  const isEdge = `edges.m is not null and not (${isWindow})`;
  const hidden = `${isEdge} and edges.hides = 1`;
  const kept = (name: string): string => `case when ${hidden} then null else e.${name} end as ${name}`;
  const own = `case when e.shape = 'flow' then case when ${isWindow} then ${literals.text(String(reasonOf('window_open')))} end when e.plain_value is null then e.no_value when e.is_bound = 1 then ${literals.text(LOWER_BOUND.english)} end`;
  const inSegment = by.includes(SURVEY)
    ? '1 = 1'
    : dimensions.length === 0
      ? 'e.survey is not null'
      : totals
        ? '(e.g <> 0 or e.survey is not null)'
        : '1 = 1';
  const small =
    minGroup === null || minGroup <= 1
      ? ''
      : ` where not (${inSegment} and ((e.n > 0 and e.n < ${minGroup}) or (e.open_n is not null and e.open_n > 0 and e.n + e.open_n < ${minGroup})))`;
  return `select ${query.engine.keptHint ?? ''}e.ask, e.p, e.g, e.metric, e.stat, e.clock, e.survey, e.unit, e.kind, ${kept('value')}, e.n, ${kept('low')}, ${kept('high')}, e.open_n, case when ${isEdge} then 'edge' else e.status end as status, case when ${isEdge} then edges.reason else ${own} end as reason, e.clock_source, e.known_to, e.name, e.survey_order, e.period_start, e.period_end${shown.join('')}
  from estimates as e left join edges on edges.m = e.m and edges.p = e.p${small}`;
}

function lastSelect(query: Query): string {
  const { engine, literals, by, byNames, dimensions, asked, hasSurvey } = query;
  const { quote } = engine;
  const shown = shownNames(query);
  const dimension = (name: string): string =>
    name === SURVEY ? 'r.survey' : `nullif(r.${shown[dimensions.indexOf(name)]}, '')`;
  const named: readonly string[] = hasSurvey && !by.includes(SURVEY) ? [SURVEY, ...by] : by;
  const headed = hasSurvey && !by.includes(SURVEY) ? [SURVEY, ...byNames] : byNames;
  const inUnit = (name: string): string =>
    `case when r.kind = 'duration' then r.${name} / 1000 else r.${name} end as ${quote(name)}`;
  const columns = [
    'r.period_start as period_start',
    'r.period_end as period_end',
    ...named.map((name, i) => `${dimension(name)} as ${quote(`by_${headed[i]}`)}`),
    'r.metric as metric',
    'r.stat as stat',
    `r.clock as ${quote('clock')}`,
    'r.unit as unit',
    inUnit('value'),
    'r.n as n',
    inUnit('low'),
    inUnit('high'),
    `r.open_n as ${quote('open')}`,
    'r.status as status',
    'r.reason as reason',
    'r.clock_source as clock_source',
    `r.known_to as ${quote('precision')}`,
    `r.name as ${quote('key')}`,
    'r.p as period_order',
    'r.survey_order as survey_order',
    'r.g as segment_order',
    'r.ask as figure_order',
  ];
  const none = (type: 'text' | 'integer' | 'double'): string => literals.of(null, type);
  const isOneCell = query.periods === null && named.length === 0;
  const missing = [...asked.entries()]
    .filter(([, { observed }]) => observed.unavailable !== null)
    .flatMap(([m, each]) => each.stats.map((stat, i) => [orderOf(m, i), unavailableRow(each, stat)] as const))
    .map(([order, row]) =>
      [
        none('text'),
        none('text'),
        ...named.map(() => none('text')),
        literals.text(row.metric),
        literals.text(row.stat),
        literals.text(row.clock),
        literals.text(row.unit),
        none('double'),
        literals.integer(0),
        none('double'),
        none('double'),
        none('integer'),
        `'unavailable'`,
        literals.text(row.reason),
        none('text'),
        none('text'),
        literals.text(row.name),
        literals.integer(isOneCell ? 0 : 2_000_000_000),
        literals.integer(0),
        literals.integer(1),
        literals.integer(order),
      ].join(', '),
    );
  return `select ${columns.join(', ')}
from rows_of as r
${missing.map((row) => `union all select ${row}`).join('\n')}
order by period_order, survey_order, segment_order, figure_order`;
}

function unavailableRow({ metric, clock, observed }: AskedMetric, stat: AskedMetric['stats'][number]) {
  return {
    metric: metric.id,
    stat,
    clock,
    unit: metric.unit ?? unitOfKind[metric.kind],
    reason: observed.unavailable?.english ?? null,
    name: figureKey({ metric: metric.id, kind: metric.kind, stat, clock }),
  };
}

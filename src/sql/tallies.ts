import { highRank, lowRank, TABLED, type tabledShares } from '../observations/critical-values.ts';
import { z95 } from '../stats/distributions.ts';
import { PASSIVES_FROM, PROMOTERS_FROM } from '../stats/promoters.ts';
import { quantilesAsked } from './quantiles.ts';
import type { Query, Step } from './query.ts';
import { shownNames } from './segments.ts';

/**
 * From entries to what every cell (metric, period, segment) holds, in one go: equal values are counted first, so that
 * what is put in order are different values and no entries, and each step is read by the next one alone. Many engines
 * compute a step anew each time it is named.
 */
export function tallySteps(query: Query): readonly Step[] {
  const { literals, critical, engine } = query;
  const { quote } = engine;
  const used = `state = 'used'`;
  const shares = quantilesAsked(query);
  const ranks = shares.map((share) => `, ${ranksOf(query, share)}`).join('');
  const picks = shares.map((share) => `, ${picksOf(share)}`).join('');
  const count = (condition: string): string => `sum(case when ${condition} then times else 0 end)`;
  const shown = shownNames(query);
  const carried = (table: string): string => shown.map((name) => `, ${table}.${name} as ${name}`).join('');
  return [
    [
      'counted',
      `select m, p, g, state, reason, amount, ${literals.asInteger('count(*)')} as times from placed_entries group by m, p, g, state, reason, amount`,
    ],
    [
      'in_order',
      `select m, p, g, state, reason, amount, times, ${literals.asInteger(`${count(used)} over (partition by m, p, g)`)} as n, sum(case when ${used} then amount * times end) over (partition by m, p, g) as total,
    ${literals.asInteger("sum(times) over (partition by m, p, g order by case when state = 'used' then 0 else 1 end, amount, state, reason rows between unbounded preceding and current row)")} as last_place
  from counted`,
    ],
    [
      'ranked',
      `select in_order.*, last_place - times + 1 as first_place, case when ${used} then amount - total / ${literals.asDouble('in_order.n')} end as apart, critical.${quote('t')} as tabled_t${ranks}
  from in_order left join ${critical} as critical on critical.${quote('n')} = in_order.n`,
    ],
    [
      'tallies',
      `select m, p, g, max(n) as n, max(total) as total, min(case when ${used} then amount end) as smallest, max(case when ${used} then amount end) as largest, sum(times * apart * apart) as squares, max(tabled_t) as tabled_t,
    ${count(`${used} and amount >= ${literals.double(PROMOTERS_FROM)}`)} as promoters, ${count(`${used} and amount < ${literals.double(PASSIVES_FROM)}`)} as detractors, ${count(`state = 'open'`)} as open_n, ${count(`state = 'left_out' and reason = 'window_open'`)} as windows, ${count(`state = 'exit'`)} as exits${picks}
  from ranked group by m, p, g`,
    ],
    [
      'cells',
      `select measured.m as m, periods.p as p, segments.g as g, measured.v as v, measured.is_day as is_day, periods.pace_days as pace_days, periods.is_future as is_future, periods.missing as missing, periods.period_start as period_start, periods.period_end as period_end${carried('segments')},
    coalesce(tallies.n, 0) as n, total, smallest, largest, squares, tabled_t, coalesce(promoters, 0) as promoters, coalesce(detractors, 0) as detractors, coalesce(open_n, 0) as open_n, coalesce(windows, 0) as windows, coalesce(exits, 0) as exits${shares.map((share) => `, ${pickedNames(share).join(', ')}`).join('')}
  from measured cross join periods join segments on segments.v = measured.v
  left join tallies on tallies.m = measured.m and tallies.p = periods.p and tallies.g = segments.g`,
    ],
  ];
}

/** Ranks of a quantile's neighbours, and of the values that enclose it (DEFINITIONS 3). */
function ranksOf({ literals, engine }: Query, share: (typeof tabledShares)[number]): string {
  const n = literals.asDouble('in_order.n');
  const p = literals.double(share / 1000);
  const half = `${literals.double(z95)} * sqrt(${n} * ${p} * ${literals.double(1 - share / 1000)})`;
  const steps = `(in_order.n - 1) * ${share}`;
  const tabled = (column: string): string => literals.asDouble(`critical.${engine.quote(column)}`);
  const isTabled = `in_order.n <= ${TABLED}`;
  const lower = `(${steps} - mod(${steps}, 1000)) / 1000 + 1`;
  const low = `floor(${n} * ${p} - ${half})`;
  const high = `ceil(${n} * ${p} + ${half})`;
  const day = `ceil(${n} * ${p})`;
  return [
    `mod(${steps}, 1000) as rest_${share}`,
    `${lower} as lower_rank_${share}`,
    `case when ${lower} + 1 > in_order.n then in_order.n else ${lower} + 1 end as upper_rank_${share}`,
    `case when ${day} < 1 then 1 else ${day} end as day_rank_${share}`,
    `case when ${isTabled} then ${tabled(lowRank(share))} when ${low} < 0 then 0 else ${low} end as low_rank_${share}`,
    `case when ${isTabled} then ${tabled(highRank(share))} when ${high} > in_order.n + 1 then in_order.n + 1 else ${high} end as high_rank_${share}`,
  ].join(', ');
}

const neighbours = ['lower', 'upper', 'day', 'low', 'high'] as const;

/** The values at the ranks of a quantile. */
function picksOf(share: number): string {
  const at = (rank: string): string =>
    `max(case when state = 'used' and ${rank}_rank_${share} between first_place and last_place then amount end) as ${rank}_${share}`;
  return [`max(rest_${share}) as rest_${share}`, ...neighbours.map(at)].join(', ');
}

const pickedNames = (share: number): string[] => ['rest', ...neighbours].map((name) => `${name}_${share}`);

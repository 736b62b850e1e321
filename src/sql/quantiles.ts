import { highRank, lowRank, TABLED, tabledShares } from '../observations/critical-values.ts';
import { z95 } from '../stats/distributions.ts';
import type { Query, Step } from './query.ts';

const MOST_EXACT = 9007199254740991;

/** Quantiles of type 7 (type 1 where days are known), with the order statistics that enclose them (DEFINITIONS 3). */
export function quantileSteps({ literals, critical, engine }: Query): readonly Step[] {
  const { quote } = engine;
  const n = literals.asDouble('cells.n');
  const p = `case asks.share ${tabledShares.map((share) => `when ${share} then ${literals.double(share / 1000)}`).join(' ')} end`;
  const rest = `case asks.share ${tabledShares.map((share) => `when ${share} then ${literals.double(1 - share / 1000)}`).join(' ')} end`;
  const tabled = (column: (share: number) => string): string =>
    `case asks.share ${tabledShares.map((share) => `when ${share} then critical.${quote(column(share))}`).join(' ')} end`;
  const half = `${literals.double(z95)} * sqrt(n_double * p * q)`;
  return [
    [
      'asked_quantiles',
      `select asks.ask as ask, asks.is_day as is_day, cells.m as m, cells.p as period, cells.g as g, cells.n as n, ${n} as n_double, ${p} as p, ${rest} as q, mod((cells.n - 1) * asks.share, 1000) as rest, ((cells.n - 1) * asks.share - mod((cells.n - 1) * asks.share, 1000)) / 1000 as whole, ${tabled(lowRank)} as low_tabled, ${tabled(highRank)} as high_tabled
  from cells join asks on asks.m = cells.m and asks.how = 'quantile' left join ${critical} as critical on critical.${quote('n')} = cells.n where cells.n > 0`,
    ],
    [
      'ranks',
      `select ask, is_day, m, period, g, n, rest, whole + 1 as lower_rank, case when whole + 2 > n then n else whole + 2 end as upper_rank, case when ceil(n_double * p) < 1 then 1 else ceil(n_double * p) end as day_rank, case when n <= ${TABLED} then ${literals.asDouble('low_tabled')} when floor(n_double * p - ${half}) < 0 then 0 else floor(n_double * p - ${half}) end as low_rank, case when n <= ${TABLED} then ${literals.asDouble('high_tabled')} when ceil(n_double * p + ${half}) > n + 1 then n + 1 else ceil(n_double * p + ${half}) end as high_rank
  from asked_quantiles`,
    ],
    [
      'ordered_values',
      `select m, p, g, amount, row_number() over (partition by m, p, g order by amount) as place from placed_entries where state = 'used' and m in (select m from asks where how = 'quantile')`,
    ],
    [
      'picked',
      `select ask, period, ranks.g as g, max(is_day) as is_day, max(rest) as rest, max(case when place = lower_rank then amount end) as lower_value, max(case when place = upper_rank then amount end) as upper_value, max(case when place = day_rank then amount end) as day_value, max(case when place = low_rank then amount end) as low_value, max(case when place = high_rank then amount end) as high_value
  from ranks join ordered_values on ordered_values.m = ranks.m and ordered_values.p = ranks.period and ordered_values.g = ranks.g and (place = lower_rank or place = upper_rank or place = day_rank or place = low_rank or place = high_rank)
  group by ask, period, ranks.g`,
    ],
    [
      'blended',
      `select ask, period, g, is_day, day_value, low_value, high_value, case
    when floor(lower_value) = lower_value and floor(upper_value) = upper_value and abs(lower_value) * 1000 <= ${MOST_EXACT} and abs(upper_value) * 1000 <= ${MOST_EXACT} then (lower_value * (1000 - rest) + upper_value * rest) / 1000
    when rest = 0 or lower_value = upper_value then lower_value
    when lower_value + (upper_value - lower_value) * (${literals.asDouble('rest')} / 1000) > upper_value then upper_value
    else lower_value + (upper_value - lower_value) * (${literals.asDouble('rest')} / 1000) end as seventh
  from picked`,
    ],
    [
      'quantiles',
      `select ask, period, g, case when is_day = 1 then day_value else seventh end as value, case when low_value < seventh then low_value when low_value is null then low_value else seventh end as low, case when high_value > seventh then high_value when high_value is null then high_value else seventh end as high from blended`,
    ],
  ];
}

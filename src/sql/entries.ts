import { PACE_DAYS } from '../analysis/metrics/stocks.ts';
import { PASSIVES_FROM, PROMOTERS_FROM } from '../stats/promoters.ts';
import { DAY, measuredOf, type Query, type Step } from './query.ts';
import { listed, sourceColumns, valueNames } from './segments.ts';

/** From observations to what every cell (metric, period, segment) holds. */
export function entrySteps(query: Query): readonly Step[] {
  const { literals, engine, periods, dimensions, totals, isByList, observations } = query;
  const names = valueNames(query);
  const ids = [...new Set(measuredOf(query).map(([, { metric }]) => literals.text(metric.id)))];
  const more = names.length > 0 ? `, ${listed(names)}` : '';
  const parts = isByList ? '' : ' and part = 0';
  const inPeriod = (at: string): string => (periods ? `${at} >= p_start and ${at} < p_end` : '1 = 1');
  const there = "state = 'interval' and at_ms <= moment and (until_ms is null or until_ms > moment)";
  const weeks = literals.integer(PACE_DAYS * DAY);
  const entry = 'entry, part';
  const steps: Step[] = [
    [
      'source',
      `select ${sourceColumns(query)} from ${observations} where ${engine.quote('metric')} in (${ids.length > 0 ? ids.join(', ') : "''"})${parts}`,
    ],
    [
      'observed',
      `select measured.m as m, measured.v as v, measured.shape as shape, source.at_ms, source.amount, source.state, source.reason, source.until_ms, source.born_ms, source.person, source.person_order, source.entry, source.part${names.map((name) => `, source.${name}`).join('')}
  from source join measured on measured.metric = source.metric and measured.clock = source.clock and (measured.survey is null or measured.survey = source.survey)`,
    ],
    [
      'dated',
      `select observed.*, p, min(person_order) over (partition by m, p, person) as first_order from observed join periods on ${inPeriod('at_ms')} where shape = 'flow'`,
    ],
    [
      'entries',
      `select m, v, p, state, amount, reason, ${entry}${more} from dated where person is null or person_order = first_order
  union all select m, v, p, 'used' as state, ${literals.asDouble('moment - born_ms')} as amount, reason, ${entry}${more} from observed join periods on ${there} where shape in ('age', 'count', 'days')
  union all select m, v, p, 'used' as state, ${literals.asDouble('moment - born_ms')} as amount, reason, ${entry}${more} from observed join periods on ${there} and ${inPeriod('born_ms')} where shape = 'created_count'
  union all select m, v, p, 'exit' as state, ${literals.double(0)} as amount, reason, ${entry}${more} from observed join periods on until_ms <= moment and moment < until_ms + ${weeks} where shape = 'days'`,
    ],
  ];
  if (dimensions.length === 0)
    steps.push([
      'placed_entries',
      `select m, p, ${literals.integer(1)} as g, state, amount, reason from entries`,
    ]);
  else {
    const own = `from entries join segment_of on segment_of.v = entries.v and ${names.map((name) => `segment_of.${name} = entries.${name}`).join(' and ')}`;
    // A list whose values all fell among the others is there once, not once a value.
    const once = isByList
      ? `select m, p, g, state, amount, reason from (select distinct m, p, g, state, amount, reason, entry ${own}) as once`
      : `select m, p, g, state, amount, reason ${own}`;
    const total = ` union all select m, p, ${literals.integer(0)} as g, state, amount, reason from entries where part = 0`;
    steps.push(['placed_entries', `${once}${totals ? total : ''}`]);
  }
  const count = (condition: string): string => `sum(case when ${condition} then 1 else 0 end)`;
  const used = `state = 'used'`;
  steps.push(
    [
      'tallies',
      `select m, p, g, ${count(used)} as n, sum(case when ${used} then amount end) as total, min(case when ${used} then amount end) as smallest, max(case when ${used} then amount end) as largest, ${count(`${used} and amount >= ${literals.double(PROMOTERS_FROM)}`)} as promoters, ${count(`${used} and amount < ${literals.double(PASSIVES_FROM)}`)} as detractors, ${count(`state = 'open'`)} as open_n, ${count(`state = 'left_out' and reason = 'window_open'`)} as windows, ${count(`state = 'exit'`)} as exits
  from placed_entries group by m, p, g`,
    ],
    [
      'cells',
      `select measured.m as m, periods.p as p, segments.g as g, measured.v as v, coalesce(tallies.n, 0) as n, total, smallest, largest, coalesce(promoters, 0) as promoters, coalesce(detractors, 0) as detractors, coalesce(open_n, 0) as open_n, coalesce(windows, 0) as windows, coalesce(exits, 0) as exits
  from measured cross join periods join segments on segments.v = measured.v
  left join tallies on tallies.m = measured.m and tallies.p = periods.p and tallies.g = segments.g`,
    ],
  );
  return steps;
}

import { PACE_DAYS } from '../analysis/metrics/stocks.ts';
import type { Metric } from '../model/metric.ts';
import { DAY, measuredOf, type Query, type Step, shapeOf } from './query.ts';
import { sourceColumns, valueNames } from './segments.ts';

/** From observations to entries that stand in a period and a segment. */
export function entrySteps(query: Query): readonly Step[] {
  const { literals, dimensions, isByList } = query;
  const names = valueNames(query);
  const entries: Step = ['entries', entriesOf(query).join('\n  union all ')];
  if (dimensions.length === 0) {
    const whole = `select m, p, ${literals.integer(1)} as g, state, amount, reason from entries`;
    return [entries, ['placed_entries', whole]];
  }
  const own = `from entries join segment_of on segment_of.v = entries.v and ${names.map((name) => `segment_of.${name} = entries.${name}`).join(' and ')}`;
  // An entry with a list of values stands once in what holds several of them: the total, and the others.
  const placed = isByList
    ? `select m, p, g, state, amount, reason from (select distinct m, p, g, state, amount, reason, entry ${own}) as once`
    : `select m, p, g, state, amount, reason ${own}`;
  return [entries, ['placed_entries', placed]];
}

/** A select for each way in which an observation stands in a period: what it reads is read once. */
function entriesOf(query: Query): readonly string[] {
  const { literals, periods } = query;
  const more = `entry${valueNames(query)
    .map((name) => `, ${name}`)
    .join('')}`;
  const inPeriod = (at: string): string => (periods ? `${at} >= p_start and ${at} < p_end` : '1 = 1');
  const there = "state = 'interval' and at_ms <= moment and (until_ms is null or until_ms > moment)";
  const weeks = literals.integer(PACE_DAYS * DAY);
  const present = `'used' as state, ${literals.asDouble('moment - born_ms')} as amount`;
  const gone = `'exit' as state, ${literals.double(0)} as amount`;
  const dated = `join periods on ${inPeriod('at_ms')}`;
  const person = 'partition by m, p, person, case when person is null then entry end';
  const ways: readonly Way[] = [
    {
      of: (metric) => shapeOf(metric) === 'flow' && metric.looksAcross !== 'person',
      select: (rows) => `select m, v, p, state, amount, reason, ${more} from ${rows} ${dated}`,
    },
    {
      // Where entries count once a person, the first one of a period does.
      of: (metric) => shapeOf(metric) === 'flow' && metric.looksAcross === 'person',
      select: (rows) => `select m, v, p, state, amount, reason, ${more} from (
    select observed.*, p, min(person_order) over (${person}) as first_order from ${rows} ${dated}
  ) as persons where person is null or person_order = first_order`,
    },
    {
      of: (metric) => ['age', 'count', 'days'].includes(shapeOf(metric)),
      select: (rows) => `select m, v, p, ${present}, reason, ${more} from ${rows} join periods on ${there}`,
    },
    {
      of: (metric) => shapeOf(metric) === 'created_count',
      select: (rows) =>
        `select m, v, p, ${present}, reason, ${more} from ${rows} join periods on ${there} and ${inPeriod('born_ms')}`,
    },
    {
      of: (metric) => shapeOf(metric) === 'days',
      select: (rows) =>
        `select m, v, p, ${gone}, reason, ${more} from ${rows} join periods on until_ms <= moment and moment < until_ms + ${weeks}`,
    },
  ];
  const asked = ways.filter(({ of }) => measuredOf(query).some(([, { metric }]) => of(metric)));
  // Nothing that is asked for has entries: the first way, of no metric.
  return (asked.length > 0 ? asked : ways.slice(0, 1)).map(({ of, select }) =>
    select(observedRows(query, of)),
  );
}

/** A way to stand in a period: of which metrics, and from which rows. */
interface Way {
  of(metric: Metric): boolean;
  select(rows: string): string;
}

/** The rows of some of the metrics that are asked for, with the number that each goes by. */
export function observedRows(query: Query, of: (metric: Metric) => boolean): string {
  const { literals, engine, isByList, observations } = query;
  const those = measuredOf(query).filter(([, { metric }]) => of(metric));
  const parts = isByList ? '' : ` and ${engine.quote('part')} = 0`;
  const ids = [...new Set(those.map(([, { metric }]) => metric.id))].map((id) => literals.text(id));
  const numbers = those.map(([m]) => m);
  const names = valueNames(query).map((name) => `, source.${name}`);
  return `(
    select measured.m as m, measured.v as v, source.at_ms, source.amount, source.state, source.reason, source.until_ms, source.born_ms, source.person, source.person_order, source.entry, source.part${names.join('')}
    from (select ${sourceColumns(query)} from ${observations} where ${engine.quote('metric')} in (${ids.length > 0 ? ids.join(', ') : "''"})${parts}) as source
    join measured on measured.m in (${numbers.length > 0 ? numbers.join(', ') : '-1'}) and measured.metric = source.metric and measured.clock = source.clock and (measured.survey is null or measured.survey = source.survey)
  ) as observed`;
}

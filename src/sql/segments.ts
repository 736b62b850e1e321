import { OTHERS, TOTAL } from '../analysis/segments/grouping.ts';
import { TICKETS } from '../observations/schema.ts';
import { constants } from './literals.ts';
import { type Query, type Step, viewsOf } from './query.ts';

/** `d1, d2`, each begun with a table's name where one is given. */
export const listed = (names: readonly string[], table = ''): string =>
  names.map((name) => `${table}${name}`).join(', ');

/** Values as they are grouped: a missing one is the empty text, which no value is. */
export const valueNames = ({ dimensions }: Query): string[] => dimensions.map((_, d) => `d${d}`);
/** Values as they are shown: those left over by `--top` are one. */
export const shownNames = ({ dimensions }: Query): string[] => dimensions.map((_, d) => `s${d}`);

/** The columns of some rows of the observations. */
export function sourceColumns({ engine, dimensions }: Query): string {
  const quoted = (name: string, as = name): string => `${engine.quote(name)} as ${as}`;
  return [
    quoted('metric'),
    `coalesce(${engine.quote('clock')}, '') as clock`,
    quoted('survey'),
    quoted('at', 'at_ms'),
    quoted('value', 'amount'),
    quoted('state'),
    quoted('reason'),
    quoted('until', 'until_ms'),
    quoted('born_at', 'born_ms'),
    quoted('person'),
    quoted('person_order'),
    quoted('entry'),
    quoted('part'),
    ...dimensions.map((name, d) => `coalesce(${engine.quote(`by_${name}`)}, '') as d${d}`),
  ].join(', ');
}

/** Names in the order of people, missing last. */
function orderOf({ engine, literals, dimensions, manifest }: Query): string[] {
  return dimensions.flatMap((name, d) => {
    const order = manifest.dimensions.find((each) => each.name === name)?.order ?? [];
    const places = order.map((value, place) => `when ${literals.text(value)} then ${place}`).join(' ');
    return [
      `case when d${d} = '' then 1 else 0 end`,
      ...(order.length > 0 ? [`case d${d} ${places} else ${order.length} end`] : []),
      engine.ordered(`d${d}`),
    ];
  });
}

/** From tickets (and answers that belong to none) to the segments of every view, numbered in their order; 0 is the total. */
export function segmentSteps(query: Query): readonly Step[] {
  const { literals, periods, top, engine } = query;
  const views = viewsOf(query).map((view, v) => ({
    v,
    survey_kind: view?.kind ?? null,
    survey: view?.survey ?? null,
  }));
  const steps: Step[] = [
    ['views', constants(literals, { v: 'integer', survey_kind: 'text', survey: 'text' }, views)],
  ];
  const names = valueNames(query);
  const shown = shownNames(query);
  if (names.length === 0) {
    steps.push(['segments', `select v, ${literals.integer(1)} as g from views`]);
    return steps;
  }
  const starts = (periods ?? []).map(({ start }) => start);
  const ends = (periods ?? []).map(({ end }) => end);
  const isCounted =
    periods && top !== null
      ? `state = 'used' and at_ms >= ${literals.integer(Math.min(...starts))} and at_ms < ${literals.integer(Math.max(...ends))}`
      : `state = 'used'`;
  const order = orderOf(query);
  const bySize = top === null ? [] : ['size desc', 'case when size = 0 then answered else 0 end desc'];
  const isWithin = `place <= ${top ?? 0}`;
  const show = names.map((name, d) =>
    top === null
      ? `${name} as s${d}`
      : `case when ${isWithin} then ${name} else ${literals.text(OTHERS)} end as s${d}`,
  );
  steps.push(
    [
      'told',
      `select ${sourceColumns(query)} from ${query.observations} where ${engine.quote('metric')} = ${literals.text(TICKETS)}`,
    ],
    [
      'combinations',
      `select views.v as v, ${listed(names)}, sum(case when ${isCounted} then 1 else 0 end) as size, sum(case when state = 'answer' then 1 else 0 end) as answered
  from views cross join told
  where ${query.isByList ? '1 = 1' : 'part = 0'} and (state = 'used' or views.survey_kind is null or reason <> views.survey_kind or told.survey = views.survey)
  group by views.v, ${listed(names)}`,
    ],
    [
      'placed',
      `select v, ${listed(names)}, row_number() over (partition by v order by ${[...bySize, ...order].join(', ')}) as place from combinations`,
    ],
    ['shown', `select v, ${listed(names)}, place, ${show.join(', ')} from placed`],
    [
      'numbered',
      `select v, ${listed(names)}, ${listed(shown)}, dense_rank() over (partition by v order by first_place) as g
  from (select shown.*, min(place) over (partition by v, ${listed(shown)}) as first_place from shown) as firsts`,
    ],
    ['segment_of', segmentOf(query)],
    ['segments', `select distinct v, g, ${listed(shown)} from segment_of`],
  );
  return steps;
}

/** The segment of each combination of values; with totals, that of all of them too. */
function segmentOf(query: Query): string {
  const { literals, totals } = query;
  const names = listed(valueNames(query));
  const shown = shownNames(query);
  if (!totals) return `select v, ${names}, ${listed(shown)}, g from numbered`;
  const sides = constants(literals, { is_total: 'integer' }, [{ is_total: 0 }, { is_total: 1 }]);
  const either = (name: string, total: string): string =>
    `case when is_total = 1 then ${total} else ${name} end as ${name}`;
  return `select v, ${names}, ${shown.map((name) => either(name, literals.text(TOTAL))).join(', ')}, ${either('g', literals.integer(0))}
  from numbered cross join (${sides}) as sides`;
}
